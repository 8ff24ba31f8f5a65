-- Public courses in whose package something was found that a person of the hub's staff should look at: listed nevertheless
-- because their site is trusted, or found by a newer reader. The row goes when somebody has looked.
CREATE TABLE package_look (
    version_id BIGINT NOT NULL PRIMARY KEY REFERENCES version (id),
    codes TEXT NOT NULL,
    since BIGINT NOT NULL
);
-- What needs staff, longest first.
CREATE INDEX package_look_since ON package_look (since, version_id);
