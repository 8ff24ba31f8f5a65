-- Lists of people and of the record, narrowed and sorted by the database: folded columns, filled by the program.
ALTER TABLE account ADD COLUMN name_key TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
-- The list of accounts by name.
CREATE INDEX account_name_key ON account (name_key, id);
-- Who is told of what needs staff.
CREATE INDEX account_role ON account (role, state);
-- Words of what was before and after.
ALTER TABLE audit ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
-- The jobs that go through all listed versions, some at a time.
CREATE INDEX version_listing_id ON version (listing, id);
