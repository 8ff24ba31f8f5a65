-- Staff may refuse a newcomer on a registered address. The line stays until it expires, so that the same newcomer
-- cannot have the old contact mailed again at once.
ALTER TABLE replacement ADD COLUMN refused_at BIGINT;
