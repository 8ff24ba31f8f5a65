-- The list of courses by their sites' names, whatever it is narrowed by: a join would have to sort all of them for one
-- page. Follows the name of the site.
ALTER TABLE version_list ADD COLUMN site_key TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE version_list SET site_key = COALESCE((SELECT name_key FROM site WHERE site.id = version_list.site_id), '');
CREATE INDEX version_list_site_key ON version_list (site_key, version_id);
-- The list of sites by their names, which is also the second order of all others.
CREATE INDEX site_name_key ON site (name_key COLLATE "C", id);
