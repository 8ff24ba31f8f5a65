-- Adverts whose page did not answer when it was looked for. A row is there from the first check in vain until one
-- succeeds; url is the address that was asked, since an advert's address can change.
CREATE TABLE link_trouble (
    version_id BIGINT NOT NULL PRIMARY KEY,
    url TEXT NOT NULL,
    why TEXT NOT NULL,
    failures BIGINT NOT NULL,
    since BIGINT NOT NULL,
    checked_at BIGINT NOT NULL
);
-- Which of many are dead.
CREATE INDEX link_trouble_failures ON link_trouble (failures, version_id);
