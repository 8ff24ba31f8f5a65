-- Mail: what each receiver wants, digests, and a list by state.

-- The language a mail is written in.
ALTER TABLE mail ADD COLUMN language TEXT NOT NULL DEFAULT 'en';

-- What could not be sent is called dead everywhere.
UPDATE mail SET state = 'dead' WHERE state = 'failed';

-- Mails of one state, newest first, and what waits for a digest.
CREATE INDEX mail_by_state ON mail (state, id);

-- When a receiver wants mails of a kind; kind '*' speaks for all that have no row. Receiver: SHA-256 of the address.
CREATE TABLE mail_preference (
    receiver TEXT NOT NULL,
    kind TEXT NOT NULL,
    delivery TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (receiver, kind)
);
