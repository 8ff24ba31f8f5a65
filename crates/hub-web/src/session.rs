//! Who is signed in at this browser, as far as a request tells: the session's cookie, and the word by which the hub
//! knows its own forms again.

use axum::http::{HeaderMap, HeaderValue, header};
use hub_app::account::session::{self, SignedIn};
use hub_app::{App, AppError};
use hub_core::secret::Secret;
use hub_core::visibility::Viewer;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq as _;

use crate::urls::Urls;

/// Keeps the session's token.
const COOKIE: &str = "session";
/// Seconds a browser keeps it; the hub ends sessions that are not seen for two weeks by itself.
const COOKIE_AGE: u32 = 365 * 24 * 60 * 60;

/// A session and the word its forms carry.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Who.
    pub(crate) signed_in: SignedIn,
    /// What a form of this session's pages carries in the field [`FORM_FIELD`]: another site's page cannot know it.
    pub(crate) form_word: String,
}

/// The field of a form that carries the session's word.
pub(crate) const FORM_FIELD: &str = "csrf";

impl Session {
    /// The session of a request, if it has one that has not ended.
    pub(crate) async fn of(app: &App, headers: &HeaderMap) -> Result<Option<Self>, AppError> {
        let Some(token) = cookie(headers, COOKIE) else { return Ok(None) };
        let found = session::find(app, &Secret::new(token.as_str())).await?;
        Ok(found.map(|signed_in| Self { signed_in, form_word: masked(word(&token), app.rng.bytes()) }))
    }

    /// Whether a form carries this session's word, as this page or an earlier one had it.
    pub(crate) fn knows(&self, sent: &str) -> bool {
        match (unmasked(&self.form_word), unmasked(sent)) {
            (Some(own), Some(sent)) => own.ct_eq(&sent).into(),
            _ => false,
        }
    }

    /// As the visibility function sees this person.
    pub(crate) fn viewer(&self) -> Viewer {
        if self.signed_in.account.role.is_staff() { Viewer::Staff } else { Viewer::Member }
    }
}

/// Bytes of a form's word.
const WORD_BYTES: usize = 16;

/// Made from the token, so that nothing has to be kept; the token cannot be made from it.
fn word(token: &str) -> [u8; WORD_BYTES] {
    let digest = Sha256::digest(format!("form {token}"));
    std::array::from_fn(|at| digest[at])
}

/// The word as a page carries it: other letters on every page, so that the length of compressed pages tells nothing of
/// it. The mask, then the word under it.
fn masked(word: [u8; WORD_BYTES], mask: [u8; WORD_BYTES]) -> String {
    let under: [u8; WORD_BYTES] = std::array::from_fn(|at| word[at] ^ mask[at]);
    hex::encode(mask) + &hex::encode(under)
}

/// The word that a page carried; `None` if it is none.
fn unmasked(sent: &str) -> Option<[u8; WORD_BYTES]> {
    let both = hex::decode(sent).ok().filter(|both| both.len() == 2 * WORD_BYTES)?;
    let (mask, under) = both.split_at(WORD_BYTES);
    Some(std::array::from_fn(|at| mask[at] ^ under[at]))
}

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
}

/// A cookie of this hub's that scripts do not see.
pub(crate) fn set_cookie(urls: &Urls, name: &str, value: &str, max_age: u32) -> Option<HeaderValue> {
    let secure = if urls.is_https() { "; Secure" } else { "" };
    let path = urls.cookie_path();
    let cookie = format!("{name}={value}; Path={path}; Max-Age={max_age}; SameSite=Lax; HttpOnly{secure}");
    HeaderValue::from_str(&cookie).ok()
}

/// Hands a session's token to the browser.
pub(crate) fn begin(urls: &Urls, token: &Secret) -> Option<HeaderValue> {
    set_cookie(urls, COOKIE, token.expose(), COOKIE_AGE)
}

/// Takes it away.
pub(crate) fn end(urls: &Urls) -> Option<HeaderValue> {
    set_cookie(urls, COOKIE, "", 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=b; lang=fr;c=d"));
        assert_eq!(cookie(&headers, "lang").as_deref(), Some("fr"));
        assert_eq!(cookie(&headers, "session"), None);
    }

    #[test]
    fn the_word_of_a_form_tells_nothing_of_the_token() {
        assert_ne!(word("token"), word("token2"));
        assert!(!hex::encode(word("token")).contains(&hex::encode(b"token")));
    }

    #[test]
    fn the_word_of_a_form_looks_different_each_time_and_is_known_again() {
        let (one, other) = (masked(word("token"), [1; WORD_BYTES]), masked(word("token"), [2; WORD_BYTES]));
        assert_ne!(one[..32], other[..32]);
        assert_ne!(one[32..], other[32..]);
        assert_eq!(unmasked(&one), unmasked(&other));
        assert_eq!(unmasked(&one), Some(word("token")));
        for nothing in ["", "0", "zz", &one[..32], &format!("{one}00")] {
            assert_eq!(unmasked(nothing), None, "{nothing}");
        }
    }
}
