//! Hashes, comparison in constant time, and values sealed with the data folder's key.
//!
//! What must be checked only (tokens, a site's secret) is kept as a hash; what must be read again (the keys derived
//! from a site's secret, a newcomer's secret for seven days) is sealed: unreadable without the file `key`.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hub_core::secret::Secret;
use md5::Md5;
use secrecy::zeroize::Zeroizing;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::random::Rng;

/// Name of the key's file in the data folder.
const KEY_FILE: &str = "key";
/// Bytes of an AES-256 key.
const KEY_BYTES: usize = 32;
/// First characters of a sealed value: AES-256-GCM, `nonce ‖ ciphertext ‖ tag` in unpadded URL-safe base64.
const SEALED_PREFIX: &str = "v1.";

/// A SHA-256 digest as 64 lower-case hexadecimal digits: the name of a blob, the stored form of a token.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Sha256Hex(String);

/// Text that is no SHA-256 digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a SHA-256 digest is 64 hexadecimal digits")]
pub struct NotSha256;

impl Sha256Hex {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_digest(&Sha256::digest(bytes).into())
    }

    /// The text form of a digest.
    pub fn from_digest(digest: &[u8; 32]) -> Self {
        Self(hex::encode(digest))
    }

    /// The 64 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Sha256Hex {
    type Err = NotSha256;

    fn from_str(text: &str) -> Result<Self, NotSha256> {
        let mut digest = [0; 32];
        hex::decode_to_slice(text, &mut digest).map_err(|_| NotSha256)?;
        Ok(Self::from_digest(&digest))
    }
}

impl fmt::Display for Sha256Hex {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The form in which a token is kept.
pub fn token_hash(token: &Secret) -> Sha256Hex {
    Sha256Hex::of(token.expose().as_bytes())
}

/// The lower-case hexadecimal MD5 of a text. Only because the classic protocol says so: it is how a site's secret
/// was kept there, and a key of the newest Moodle's signatures.
pub fn md5_hex(text: &str) -> Secret {
    Secret::new(hex::encode(Md5::digest(text.as_bytes())))
}

/// Whether two texts are equal, in a time that depends on their lengths only.
pub fn same_secret(one: &str, two: &str) -> bool {
    one.as_bytes().ct_eq(two.as_bytes()).into()
}

/// A value sealed by [`DataKey::seal`], safe to store.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sealed(String);

impl Sealed {
    /// A sealed value as it was stored. Whether it is one shows when it is opened.
    pub fn from_stored(text: String) -> Self {
        Self(text)
    }

    /// The text to store: ASCII, starting with a version.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a sealed value could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Not written by this program, or by a newer one.
    #[error("this is no sealed value of a known version")]
    UnknownForm,
    /// Another key, another purpose, or changed since.
    #[error("the value was sealed with another key or for another purpose, or it was changed")]
    NotAuthentic,
}

/// Why the data folder's key is not there.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file could not be read or written.
    #[error("the key file {} could not be read or written", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The file, or the variable that replaces it, does not hold a key.
    #[error("{place} must hold 64 hexadecimal digits (32 bytes) and nothing else")]
    Malformed {
        /// The file's path or the variable's name.
        place: String,
    },
}

/// The key of a data folder: seals what must be stored and read again.
///
/// Losing it loses those values and nothing else: sites register again, courses stay.
pub struct DataKey(LessSafeKey, hmac::Key);

impl DataKey {
    /// The key of the data folder `folder`, made at its first use; `given` (from `COURSEHUB_KEY`, 64 hexadecimal
    /// digits) replaces the file.
    ///
    /// The file holds 64 hexadecimal digits and a line end, readable by its owner only. Two processes that start
    /// at the same time end with the same key. Blocking; a few milliseconds when the file is made.
    pub fn load(folder: &Path, given: Option<&Secret>, rng: &Rng) -> Result<Self, KeyError> {
        if let Some(given) = given {
            return Self::parse(given.expose(), || "COURSEHUB_KEY".to_owned());
        }
        let path = folder.join(KEY_FILE);
        let at = |source| KeyError::File { path: path.clone(), source };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                create_key_file(folder, &path, rng).map_err(at)?;
                std::fs::read_to_string(&path).map_err(at)?
            }
            Err(error) => return Err(at(error)),
        };
        let text = Zeroizing::new(text);
        let mode = std::fs::metadata(&path).map_err(at)?.permissions().mode();
        if mode & 0o077 != 0 {
            tracing::warn!(path = %path.display(), "The key file can be read by others; it should have mode 0600");
        }
        Self::parse(text.trim_end(), || path.display().to_string())
    }

    /// A key of these bytes.
    #[expect(clippy::missing_panics_doc, reason = "it cannot: the length is in the type")]
    pub fn from_bytes(bytes: &[u8; KEY_BYTES]) -> Self {
        let key = UnboundKey::new(&AES_256_GCM, bytes).expect("the length is that of AES-256");
        Self(LessSafeKey::new(key), hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }

    fn parse(text: &str, place: impl Fn() -> String) -> Result<Self, KeyError> {
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        hex::decode_to_slice(text, bytes.as_mut_slice())
            .map_err(|_| KeyError::Malformed { place: place() })?;
        Ok(Self::from_bytes(&bytes))
    }

    /// A keyed hash of `text` for `purpose`, lower hex: tells two values apart that are too easily guessed for a plain
    /// hash to hide them, such as network addresses.
    pub fn fingerprint(&self, purpose: &str, text: &str) -> String {
        hex::encode(hmac::sign(&self.1, format!("{purpose}\0{text}").as_bytes()).as_ref())
    }

    /// Seals `plain` for `purpose`. The purpose (a name such as `site.secret_md5`) is authenticated: a value copied
    /// into another column does not open there. Nonces are random 96 bits, good for 2^32 values under one key.
    #[expect(clippy::missing_panics_doc, reason = "it cannot: no such text fits in memory")]
    pub fn seal(&self, rng: &Rng, purpose: &str, plain: &str) -> Sealed {
        let nonce: [u8; NONCE_LEN] = rng.bytes();
        let mut sealed = plain.as_bytes().to_vec();
        self.0
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(purpose.as_bytes()),
                &mut sealed,
            )
            .expect("AES-GCM refuses only texts of 64 GiB and more");
        sealed.splice(0..0, nonce);
        Sealed(format!("{SEALED_PREFIX}{}", URL_SAFE_NO_PAD.encode(sealed)))
    }

    /// Reads what [`seal`](Self::seal) wrote for the same purpose.
    pub fn open(&self, purpose: &str, sealed: &Sealed) -> Result<Secret, OpenError> {
        let encoded = sealed.0.strip_prefix(SEALED_PREFIX).ok_or(OpenError::UnknownForm)?;
        let mut bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(encoded).map_err(|_| OpenError::UnknownForm)?);
        let (nonce, text) = bytes.split_at_mut_checked(NONCE_LEN).ok_or(OpenError::UnknownForm)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| OpenError::UnknownForm)?;
        let plain = self
            .0
            .open_in_place(nonce, Aad::from(purpose.as_bytes()), text)
            .map_err(|_| OpenError::NotAuthentic)?;
        let plain = std::str::from_utf8(plain).map_err(|_| OpenError::UnknownForm)?;
        Ok(Secret::new(plain))
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("DataKey")
    }
}

/// Writes the whole file under a name of its own and links it into place, so that nobody ever reads half a key and
/// the first of two wins.
fn create_key_file(folder: &Path, path: &Path, rng: &Rng) -> io::Result<()> {
    let draft = folder.join(format!("{KEY_FILE}.{}", rng.short_code()));
    let text = Zeroizing::new(hex::encode(Zeroizing::new(rng.bytes::<KEY_BYTES>())) + "\n");
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    let linked = written.and_then(|()| match std::fs::hard_link(&draft, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    });
    std::fs::remove_file(&draft)?;
    linked?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests;
