//! The proof of work: a signed challenge, nothing kept until it is used.
//!
//! A challenge is `purpose.issued.bits.random.signature`, all in hexadecimal, and with a nonce fits one block of
//! SHA-256 (55 bytes), so that one try is one block.

use hub_core::secret::Secret;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

use super::{Answer, CaptchaError, Purpose, Refused};
use crate::App;
use crate::guesses::counted_as;
use crate::outside::crypto::{same_secret, token_hash};

/// Bits of zero a solution has: 130,000 tries on average, about a second of plain JavaScript on a phone of 2020.
pub const BITS: u32 = 17;
/// How long a challenge is good: as long as somebody may write at a message.
pub const LIFE: SignedDuration = SignedDuration::from_hours(2);
/// How long somebody waits whose browser runs no scripts.
pub const PATIENCE: SignedDuration = SignedDuration::from_secs(30);
/// How many a network address is let in by waiting, in an hour.
pub const PATIENT_PER_HOUR: i64 = 3;
/// Digits of the signature: 80 bits, and a wrong one costs a request.
const SIGNATURE_DIGITS: usize = 20;
/// Digits of a nonce at most; more than the whole block has room for.
const NONCE_DIGITS: usize = 20;

pub(super) fn issue(app: &App, purpose: Purpose) -> String {
    let random = hex::encode(app.rng.bytes::<4>());
    let head = format!("{}.{:x}.{BITS:x}.{random}", purpose.letter(), app.clock.now().as_second());
    let signature = sign(app, &head);
    format!("{head}.{signature}")
}

fn sign(app: &App, head: &str) -> String {
    let mut signature = app.key.fingerprint("captcha challenge", head);
    signature.truncate(SIGNATURE_DIGITS);
    signature
}

/// When a challenge was issued, if we did for this purpose and at least this hard.
fn issued(app: &App, purpose: Purpose, challenge: &str) -> Option<Timestamp> {
    let (head, signature) = challenge.rsplit_once('.')?;
    if !same_secret(signature, &sign(app, head)) {
        return None;
    }
    let mut parts = head.split('.');
    let (letter, issued, bits) = (parts.next()?, parts.next()?, parts.next()?);
    if letter != purpose.letter().to_string() || u32::from_str_radix(bits, 16).ok()? < BITS {
        return None;
    }
    Timestamp::from_second(i64::from_str_radix(issued, 16).ok()?).ok()
}

/// Whether a nonce solves a challenge.
pub fn is_solved(challenge: &str, nonce: &str) -> bool {
    let digest = Sha256::digest(format!("{challenge}:{nonce}"));
    let zeros: u32 = digest.iter().take_while(|byte| **byte == 0).count().try_into().unwrap_or(32) * 8;
    let first = digest.iter().find(|byte| **byte != 0).map_or(0, |byte| byte.leading_zeros());
    zeros + first >= BITS
}

pub(super) async fn check(app: &App, purpose: Purpose, answer: &Answer) -> Result<(), CaptchaError> {
    if answer.challenge.is_empty() {
        return Err(Refused::Missing.into());
    }
    let now = app.clock.now();
    let issued = issued(app, purpose, &answer.challenge).ok_or(Refused::Wrong)?;
    let (age, ends) = (now.duration_since(issued), issued + LIFE);
    if now >= ends {
        return Err(Refused::Expired.into());
    }
    let is_patient = answer.nonce.is_empty();
    if is_patient && age < PATIENCE {
        return Err(Refused::TooEarly { seconds: (PATIENCE - age).as_secs().max(1) }.into());
    }
    if !is_patient && (answer.nonce.len() > NONCE_DIGITS || !is_solved(&answer.challenge, &answer.nonce)) {
        return Err(Refused::Wrong.into());
    }
    let network = app.key.fingerprint("captcha patience", &counted_as(answer.from).to_string());
    let patient = if is_patient { network.as_str() } else { "" };
    let hash = token_hash(&Secret::new(answer.challenge.as_str()));
    let mut tx = app.db.begin().await?;
    if is_patient {
        let hour = now - SignedDuration::from_hours(1);
        if hub_db::spent_challenge::count_patient(tx.cx(), patient, hour).await? >= PATIENT_PER_HOUR {
            return Err(Refused::TooMany.into());
        }
    }
    if !hub_db::spent_challenge::spend(tx.cx(), hash.as_str(), patient, now, ends).await? {
        return Err(Refused::Spent.into());
    }
    tx.commit().await?;
    Ok(())
}
