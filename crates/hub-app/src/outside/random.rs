//! Randomness: the system's, or a seeded one for tests.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use hub_core::secret::{Secret, TOKEN_CHARS};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

/// Letters and digits a token consists of: what the classic clients clean a token to (`ALPHANUM`).
const TOKEN_ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Characters of short codes: no `0 o 1 l i`, one case, so that they survive paper and telephone.
const CODE_ALPHABET: &[u8] = b"23456789abcdefghjkmnpqrstuvwxyz";

/// Length of a short code: 31^10, somewhat more than 49 bits.
pub const CODE_LENGTH: usize = 10;

/// Where use cases take randomness from. Clones of a seeded one share its sequence.
#[derive(Clone)]
pub struct Rng(Source);

#[derive(Clone)]
enum Source {
    System,
    Seeded(Arc<Mutex<StdRng>>),
}

impl Rng {
    /// The cryptographic generator of the TLS library, seeded by the system.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A repeatable sequence, for tests only.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed)))))
    }

    /// Fills `bytes` with randomness.
    #[expect(clippy::missing_panics_doc, reason = "it cannot: see the message below")]
    pub fn fill(&self, bytes: &mut [u8]) {
        match &self.0 {
            Source::System => aws_lc_rs::rand::fill(bytes)
                .expect("AWS-LC's generator ends the process rather than report a failure"),
            Source::Seeded(generator) => {
                generator.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
            }
        }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// A new token: 32 of `[A-Za-z0-9]`, each equally likely (190 bits).
    pub fn token(&self) -> Secret {
        Secret::new(self.text(TOKEN_ALPHABET, TOKEN_CHARS))
    }

    /// A new short code of 10 characters, for links that must not carry an address and for codes people type.
    pub fn short_code(&self) -> String {
        self.text(CODE_ALPHABET, CODE_LENGTH)
    }

    /// Characters of `alphabet` (ASCII, 1 to 256 of them), each equally likely: bytes beyond the last whole multiple of
    /// the alphabet's length are thrown away instead of folded.
    fn text(&self, alphabet: &[u8], length: usize) -> String {
        let usable = 256 - 256 % alphabet.len();
        let mut text = String::with_capacity(length);
        while text.len() < length {
            for byte in self.bytes::<64>().map(usize::from) {
                if byte < usable && text.len() < length {
                    text.push(char::from(alphabet[byte % alphabet.len()]));
                }
            }
        }
        text
    }
}

impl fmt::Debug for Rng {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.0 {
            Source::System => "Rng::system",
            Source::Seeded(_) => "Rng::seeded",
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn a_token_is_32_letters_and_digits_and_never_the_same() {
        let rng = Rng::system();
        let tokens: BTreeSet<String> = (0..1_000).map(|_| rng.token().expose().to_owned()).collect();
        assert_eq!(tokens.len(), 1_000);
        assert!(tokens.iter().all(|t| t.len() == 32 && t.bytes().all(|b| b.is_ascii_alphanumeric())));
    }

    #[test]
    fn every_character_of_a_token_is_equally_likely() {
        let rng = Rng::seeded(7);
        let mut counts = BTreeMap::new();
        for _ in 0..20_000 {
            for character in rng.token().expose().chars() {
                *counts.entry(character).or_insert(0_u32) += 1;
            }
        }
        // 640,000 characters over 62: 10,323 each, standard deviation 101. Folding bytes modulo 62 instead would
        // give the first eight characters a quarter more.
        assert_eq!(counts.len(), 62);
        assert!(counts.values().all(|count| (9_800..10_850).contains(count)), "{counts:?}");
    }

    #[test]
    fn a_short_code_has_no_characters_that_look_alike() {
        let rng = Rng::system();
        for _ in 0..1_000 {
            let code = rng.short_code();
            assert_eq!(code.len(), 10);
            assert!(!code.contains(['0', 'o', 'O', '1', 'l', 'i', 'I']), "{code}");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_tokens() {
        let (one, two) = (Rng::seeded(1), Rng::seeded(1));
        assert_eq!(one.token().expose(), two.token().expose());
        assert_ne!(one.token().expose(), Rng::seeded(1).token().expose());
        assert_eq!(format!("{one:?}"), "Rng::seeded");
    }
}
