-- What the malware scanner said of a package, by its bytes; the newest answer takes the place of the one before.
CREATE TABLE scan (
    sha256 TEXT NOT NULL PRIMARY KEY,
    -- What the scanner calls itself and its signatures: another one scans again.
    signatures TEXT NOT NULL,
    -- 'clean', 'found' or 'too_large'.
    outcome TEXT NOT NULL,
    -- Name of the signature that was found; empty otherwise.
    signature TEXT NOT NULL,
    scanned_at BIGINT NOT NULL
);
