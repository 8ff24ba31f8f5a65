//! The only SQL of the hub: one text for SQLite and PostgreSQL.
