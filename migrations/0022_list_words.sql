-- Words are looked for in every row: what they are looked for in stands first, so that no other column is read on the way.
CREATE TABLE version_list_words_first (
    version_id BIGINT NOT NULL PRIMARY KEY,
    search_key TEXT NOT NULL,
    course_id BIGINT NOT NULL,
    site_id BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    listing TEXT COLLATE "C" NOT NULL,
    package TEXT NOT NULL,
    change_waits BOOLEAN NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    licence TEXT COLLATE "C" NOT NULL,
    audience TEXT NOT NULL,
    level TEXT NOT NULL,
    subject TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    reports BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    title_key TEXT COLLATE "C" NOT NULL,
    site_key TEXT COLLATE "C" NOT NULL
);
INSERT INTO version_list_words_first (version_id, search_key, course_id, site_id, kind, listing, package, change_waits,
    language, licence, audience, level, subject, size_bytes, reports, created_at, updated_at, title_key, site_key)
SELECT version_id, search_key, course_id, site_id, kind, listing, package, change_waits,
    language, licence, audience, level, subject, size_bytes, reports, created_at, updated_at, title_key, site_key
FROM version_list;
DROP TABLE version_list;
ALTER TABLE version_list_words_first RENAME TO version_list;
CREATE INDEX version_list_site ON version_list (site_id, listing, change_waits);
CREATE INDEX version_list_course ON version_list (course_id);
CREATE INDEX version_list_listing ON version_list (listing, updated_at);
CREATE INDEX version_list_updated ON version_list (updated_at, version_id);
CREATE INDEX version_list_created ON version_list (created_at, version_id);
CREATE INDEX version_list_title ON version_list (title_key, version_id);
CREATE INDEX version_list_state ON version_list (listing, version_id);
CREATE INDEX version_list_kind ON version_list (kind, version_id);
CREATE INDEX version_list_language ON version_list (language, version_id);
CREATE INDEX version_list_licence ON version_list (licence, version_id);
CREATE INDEX version_list_size ON version_list (size_bytes, version_id);
CREATE INDEX version_list_reports ON version_list (reports, version_id);
CREATE INDEX version_list_subject ON version_list (subject);
CREATE INDEX version_list_audience ON version_list (audience);
CREATE INDEX version_list_level ON version_list (level);
CREATE INDEX version_list_site_key ON version_list (site_key, version_id);
-- The queue by language.
CREATE INDEX text_key_language ON text_key (language, text_id);
