//! One-time codes of an authenticator app (RFC 6238): SHA-1, six digits, a new one every thirty seconds, which is what
//! every app understands.

use aws_lc_rs::hmac;
use hub_core::secret::Secret;
use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use qrcode::QrCode;
use qrcode::render::svg;
use subtle::ConstantTimeEq as _;

use crate::AppError;

/// Seconds a code is shown (RFC 6238, 5.2).
const STEP_SECONDS: i64 = 30;
/// Steps before and after the present one of which a code is taken: clocks differ (RFC 6238, 5.2).
const WINDOW: i64 = 1;
/// Bytes of a secret: the length of SHA-1's output (RFC 4226, 4, R6).
pub(super) const SECRET_BYTES: usize = 20;
/// The alphabet of RFC 4648, 6.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The time step of `now`.
pub(super) fn step(now: Timestamp) -> i64 {
    now.as_second().div_euclid(STEP_SECONDS)
}

/// The step of the window around `now` whose code is `typed`, the latest if several.
pub(super) fn matching_step(secret: &[u8], typed: &str, now: Timestamp) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let present = step(now);
    let fits = |step: &i64| bool::from(code(secret, *step).as_bytes().ct_eq(typed.as_bytes()));
    (present - WINDOW..=present + WINDOW).rev().find(fits)
}

/// The six digits of a time step (RFC 4226, 5.3).
pub(super) fn code(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let digest = hmac::sign(&key, &step.to_be_bytes());
    let digest = digest.as_ref();
    let offset = usize::from(digest[digest.len() - 1] & 0x0f);
    let number = u32::from_be_bytes([
        digest[offset] & 0x7f,
        digest[offset + 1],
        digest[offset + 2],
        digest[offset + 3],
    ]);
    format!("{:06}", number % 1_000_000)
}

/// A secret as apps take it when it is typed.
pub(super) fn base32(secret: &[u8; SECRET_BYTES]) -> String {
    // Twenty bytes are four groups of five, so nothing needs padding.
    let groups = secret.as_chunks::<5>().0.iter();
    groups
        .flat_map(|group| {
            let bits = group.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            (0..8)
                .rev()
                .map(move |at| char::from(BASE32[usize::try_from(bits >> (5 * at) & 31).unwrap_or(0)]))
        })
        .collect()
}

/// The address an app takes a secret from (the "Key URI Format" of Google Authenticator, which all apps read).
pub(super) fn uri(hub_name: &str, email: &str, secret: &[u8; SECRET_BYTES]) -> Secret {
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    // A colon in the name would end it early.
    let issuer = encode(&hub_name.replace(':', " "));
    Secret::new(format!(
        "otpauth://totp/{issuer}:{}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period={STEP_SECONDS}",
        encode(email),
        base32(secret)
    ))
}

/// A text as a QR code, an SVG picture of dark squares on light ground: cameras do not read the reverse, so it does not
/// follow the page's colours.
pub(super) fn qr_svg(text: &Secret) -> Result<String, AppError> {
    let code = QrCode::new(text.expose().as_bytes()).map_err(AppError::internal)?;
    let picture = code
        .render::<svg::Color<'_>>()
        .min_dimensions(200, 200)
        .dark_color(svg::Color("#000000"))
        .light_color(svg::Color("#ffffff"))
        .build();
    // Inside a page the declaration of an XML document is an error.
    let start = picture.find("<svg").unwrap_or(0);
    Ok(picture[start..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, SHA-1, the last six of the eight digits there.
        let table = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (second, digits) in table {
            assert_eq!(code(b"12345678901234567890", step(at(second))), digits, "{second}");
        }
    }

    #[test]
    fn a_code_is_taken_one_step_early_and_one_late_and_no_further() {
        let (secret, now) = (b"12345678901234567890", at(1_234_567_890));
        let present = step(now);
        for (away, taken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let typed = code(secret, present + away);
            assert_eq!(matching_step(secret, &typed, now), taken.then_some(present + away), "{away}");
        }
        assert_eq!(matching_step(secret, " 005 924 ", now), Some(present), "typed as it is shown");
        assert_eq!(matching_step(secret, "", now), None);
    }

    #[test]
    fn the_secret_is_written_as_apps_read_it() {
        // RFC 4648, 10 has "foobar" = MZXW6YTBOI; the twenty bytes here were encoded by coreutils' base32.
        assert_eq!(base32(b"12345678901234567890"), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let uri = uri("My: hub", "ada@hub.example", b"12345678901234567890");
        assert_eq!(
            uri.expose(),
            "otpauth://totp/My%20%20hub:ada%40hub%2Eexample?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=My%20%20hub&algorithm=SHA1&digits=6&period=30"
        );
        let picture = qr_svg(&uri).unwrap();
        assert!(picture.starts_with("<svg") && picture.trim_end().ends_with("</svg>"), "{picture}");
    }
}
