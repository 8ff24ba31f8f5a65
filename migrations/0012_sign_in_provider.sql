-- Sign-in through other providers (their tables came with 0007): which mail address an identity had when it was last
-- seen, so that its person knows it again.
ALTER TABLE oidc_identity ADD COLUMN email TEXT NOT NULL DEFAULT '';
-- One identity of a provider for an account: an address that a provider gave to somebody else brings nobody into the
-- account of the one who had it before.
CREATE UNIQUE INDEX oidc_identity_one ON oidc_identity (account_id, provider_id);
