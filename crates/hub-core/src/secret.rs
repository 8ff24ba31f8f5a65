//! Secrets and tokens: held so that they are not printed by accident.

use std::fmt;

/// A site's own identifier as it came over the wire, or a token we have just made. Never shown by `Debug`.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a text that must not be printed.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself; say it only to the wire or a hash.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Characters of a token: classic clients clean it as letters and digits (protocol notes, 3.2).
pub const TOKEN_CHARS: usize = 32;

/// Whether `text` has the form of a token of ours or of an imported classic one: 32 letters or digits.
pub fn is_token_shaped(text: &str) -> bool {
    text.len() == TOKEN_CHARS && text.bytes().all(|b| b.is_ascii_alphanumeric())
}
