-- Accounts: the language their person reads, and when they were last here.
ALTER TABLE account ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN seen_at BIGINT;
