-- Accounts: staff's list by each of its columns, as `hub_db::account_list` sorts it; what is kept of one person is found
-- without reading whole tables.
CREATE INDEX account_address ON account (email_key COLLATE "C", id) WHERE state <> 'erased';
CREATE INDEX account_rank ON account (
    (CASE role WHEN 'owner' THEN 0 WHEN 'admin' THEN 1 WHEN 'moderator' THEN 2 WHEN 'curator' THEN 3 ELSE 4 END), id
) WHERE state <> 'erased';
CREATE INDEX account_state ON account (state COLLATE "C", id) WHERE state <> 'erased';
CREATE INDEX account_created ON account (created_at, id) WHERE state <> 'erased';
CREATE INDEX account_seen ON account ((COALESCE(seen_at, 0)), id) WHERE state <> 'erased';

-- Open invitations, newest first.
CREATE INDEX ticket_purpose ON ticket (purpose, created_at, hash);

-- The recipient without case, as accounts are compared; hub-db fills it on every write, and for mails from before when
-- the database is opened ('mail_keys' counts how it is made).
INSERT INTO counter (name, value) VALUES ('mail_keys', 0);
ALTER TABLE mail ADD COLUMN recipient_key TEXT NOT NULL DEFAULT '';

-- What is kept of one person: their export, and erasing it.
CREATE INDEX mail_recipient_key ON mail (recipient_key, id);
CREATE INDEX decision_actor ON decision (actor_kind, actor_id, id);
CREATE INDEX appeal_message_account ON appeal_message (account_id, id);
CREATE INDEX conversation_sender ON conversation (sender, id);
CREATE INDEX claim_account ON claim (account_id);
