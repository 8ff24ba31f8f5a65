//! What the hub keeps of a site's secret.

use hub_core::secret::Secret;
use hub_db::site::SecretKept;

use crate::App;
use crate::outside::crypto::{Sha256Hex, md5_hex};

/// What the MD5 is sealed for: the key of the newest Moodle's signatures.
const MD5_PURPOSE: &str = "site secret md5";
/// What the other identifier is sealed for: the one backups carry.
const BACKUP_PURPOSE: &str = "site backup identifier";

/// What sites are found by: SHA-256 of the lower-hex MD5 of the raw secret, so that imported ones match.
pub(super) fn hash(secret: &Secret) -> String {
    Sha256Hex::of(md5_hex(secret.expose()).expose().as_bytes()).as_str().to_owned()
}

/// Everything that is kept: the hash to find it by, and two identifiers, sealed.
pub(super) fn keep(app: &App, secret: &Secret) -> SecretKept {
    let md5 = md5_hex(secret.expose());
    let backup = md5_hex(without_last_digits(secret.expose()));
    SecretKept {
        hash: hash(secret),
        md5_sealed: app.key.seal(&app.rng, MD5_PURPOSE, md5.expose()).as_str().to_owned(),
        backup_identifier_sealed: app.key.seal(&app.rng, BACKUP_PURPOSE, backup.expose()).as_str().to_owned(),
    }
}

/// The value without its last 14 digits, if it ends in that many: some Moodles add a time to their identifier.
fn without_last_digits(secret: &str) -> &str {
    const DIGITS: usize = 14;
    let cut = secret.len().saturating_sub(DIGITS);
    let ends_so = secret.len() > DIGITS
        && secret.is_char_boundary(cut)
        && secret[cut..].bytes().all(|b| b.is_ascii_digit());
    if ends_so { &secret[..cut] } else { secret }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_tail_of_fourteen_digits_is_dropped() {
        assert_eq!(without_last_digits("abcschool.example20260101000000"), "abcschool.example");
        assert_eq!(without_last_digits("abcschool.example"), "abcschool.example");
        assert_eq!(without_last_digits("20260101000000"), "20260101000000");
    }

    #[test]
    fn the_hash_is_that_of_the_classic_md5() {
        // md5("a") is 0cc175b9c0f1b6a831c399e269772661 (RFC 1321, A.5).
        let expected = Sha256Hex::of(b"0cc175b9c0f1b6a831c399e269772661");
        assert_eq!(hash(&Secret::new("a")), expected.as_str());
    }
}
