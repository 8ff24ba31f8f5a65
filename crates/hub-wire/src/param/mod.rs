//! Moodle's parameter types (section 5): reading them from a web-service call, and cleaning them for the
//! scripts a browser calls.
//!
//! Two different uses. A web service **refuses** what is not clean and says where: [`string`], [`int`],
//! [`float`], [`boolean`], [`Fields`]. The scripts **clean silently**: [`Kind::clean`], [`clean_int`],
//! [`clean_float`], [`clean_bool`].
//!
//! Reading is lenient where it harms nobody: white space around a value goes, numbers may come as text,
//! an empty text where a number belongs is no value, names nobody knows are ignored. It is strict about
//! structure, missing names, and tags in plain text.

mod address;
mod fields;
mod kind;
mod plain_text;

pub use fields::{Fields, Place};
pub(crate) use fields::{ints, structs};
pub use kind::Kind;

use crate::Value;
use crate::xmlrpc::parse_double;

/// Why a parameter was refused. Answered as `invalidparameter`; the path and what was expected are worth
/// showing, since the classic hub never said more than that something was wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParamError {
    /// A required parameter or member is not there.
    #[error("{path}: missing")]
    Missing {
        /// Where, as Moodle writes it: `courses => 0 => fullname`.
        path: String,
    },
    /// A value is not what belongs there.
    #[error("{path}: {expected} is expected, {found} was sent")]
    Wrong {
        /// Where, as Moodle writes it: `courses => 0 => fullname`.
        path: String,
        /// What belongs there, in words.
        expected: &'static str,
        /// What was sent: the kind of value, or the beginning of its text.
        found: String,
    },
    /// There are more positional parameters than the function has.
    #[error("{found} parameters were sent, the function has {expected}")]
    TooMany {
        /// How many the function has.
        expected: usize,
        /// How many were sent.
        found: usize,
    },
}

/// Reads a text of the given kind. Null stays `None`.
///
/// Numbers become their decimal text, `true` becomes `1` and `false` the empty text, as in PHP: clients
/// send settings that were never made as `false` (section 6.2).
pub fn string(kind: Kind, value: Value, place: &Place<'_>) -> Result<Option<String>, ParamError> {
    let Some(text) = into_text(value).map_err(|value| wrong(place, kind.expected(), value.kind()))? else {
        return Ok(None);
    };
    if kind == Kind::Raw && kind.allows(&text) {
        return Ok(Some(text));
    }
    let trimmed = text.trim();
    if !kind.allows(trimmed) {
        return Err(wrong(place, kind.expected(), &quoted(trimmed)));
    }
    Ok(Some(if trimmed.len() == text.len() { text } else { trimmed.to_owned() }))
}

/// Reads a text of the given kind, cleaning it instead of refusing it. Structure is still refused.
pub fn cleaned(kind: Kind, value: Value, place: &Place<'_>) -> Result<Option<String>, ParamError> {
    let text = into_text(value).map_err(|value| wrong(place, kind.expected(), value.kind()))?;
    Ok(text.map(|text| kind.clean(text.trim()).into_owned()))
}

/// Reads an INT. Null and the empty text stay `None`; `"3"`, `"3 "`, `"03"` and `"3.0"` are 3.
pub fn int(value: Value, place: &Place<'_>) -> Result<Option<i64>, ParamError> {
    const EXPECTED: &str = "a whole number";
    match value {
        Value::Nil => Ok(None),
        Value::Int(number) => Ok(Some(number)),
        Value::Bool(truth) => Ok(Some(i64::from(truth))),
        Value::Double(number) => {
            whole(number).map(Some).ok_or_else(|| wrong(place, EXPECTED, &number.to_string()))
        }
        Value::Text(text) => {
            let trimmed = text.trim();
            if trimmed.is_empty() {
                return Ok(None);
            }
            let number = trimmed.parse().ok().or_else(|| parse_double(trimmed).and_then(whole));
            number.map(Some).ok_or_else(|| wrong(place, EXPECTED, &quoted(trimmed)))
        }
        other => Err(wrong(place, EXPECTED, other.kind())),
    }
}

/// Reads a FLOAT. Null and the empty text stay `None`.
pub fn float(value: Value, place: &Place<'_>) -> Result<Option<f64>, ParamError> {
    const EXPECTED: &str = "a number";
    match value {
        Value::Nil => Ok(None),
        Value::Double(number) => Ok(Some(number)),
        #[expect(clippy::cast_precision_loss, reason = "counters stay far below 2^53")]
        Value::Int(number) => Ok(Some(number as f64)),
        Value::Bool(truth) => Ok(Some(f64::from(u8::from(truth)))),
        Value::Text(text) => {
            let trimmed = text.trim();
            if trimmed.is_empty() {
                return Ok(None);
            }
            parse_double(trimmed).map(Some).ok_or_else(|| wrong(place, EXPECTED, &quoted(trimmed)))
        }
        other => Err(wrong(place, EXPECTED, other.kind())),
    }
}

/// Reads a BOOL: a boolean, 0 or 1, also as text. Null and the empty text stay `None`.
pub fn boolean(value: Value, place: &Place<'_>) -> Result<Option<bool>, ParamError> {
    const EXPECTED: &str = "0 or 1";
    match value {
        Value::Nil => Ok(None),
        Value::Bool(truth) => Ok(Some(truth)),
        Value::Int(0) => Ok(Some(false)),
        Value::Int(1) => Ok(Some(true)),
        Value::Int(number) => Err(wrong(place, EXPECTED, &number.to_string())),
        Value::Text(text) => match text.trim() {
            "" => Ok(None),
            "0" => Ok(Some(false)),
            "1" => Ok(Some(true)),
            other => Err(wrong(place, EXPECTED, &quoted(other))),
        },
        other => Err(wrong(place, EXPECTED, other.kind())),
    }
}

/// Reads a list. Null is an empty one; a struct whose names are all numbers is one too, since PHP knows
/// no difference and re-indexes it.
pub fn list(value: Value, place: &Place<'_>) -> Result<Vec<Value>, ParamError> {
    match value {
        Value::Nil => Ok(Vec::new()),
        Value::List(items) => Ok(items),
        Value::Struct(members) if members.iter().all(|(name, _)| is_index(name)) => {
            Ok(members.into_iter().map(|(_, value)| value).collect())
        }
        other => Err(wrong(place, "a list", other.kind())),
    }
}

/// INT for the scripts: the number at the beginning of the text, or 0.
pub fn clean_int(text: &str) -> i64 {
    let text = text.trim_ascii_start();
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    text[..text.len() - digits.len() + length].parse().unwrap_or(0)
}

/// FLOAT for the scripts: the number at the beginning of the text, or 0.
pub fn clean_float(text: &str) -> f64 {
    let text = text.trim_ascii_start();
    let longest = text
        .bytes()
        .take(64)
        .take_while(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'))
        .count();
    (1..=longest).rev().find_map(|length| parse_double(&text[..length])).unwrap_or(0.0)
}

/// BOOL for the scripts: on, yes and true; off, no and false; else whether PHP calls the text empty.
pub fn clean_bool(text: &str) -> bool {
    let text = text.trim();
    if ["off", "no", "false", "0", ""].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return false;
    }
    true
}

pub(crate) fn wrong(place: &Place<'_>, expected: &'static str, found: &str) -> ParamError {
    ParamError::Wrong { path: place.to_string(), expected, found: found.to_owned() }
}

/// The text PHP would make of a value; the value back if it is a structure.
fn into_text(value: Value) -> Result<Option<String>, Value> {
    Ok(Some(match value {
        Value::Nil => return Ok(None),
        Value::Text(text) | Value::DateTime(text) => text,
        Value::Int(number) => number.to_string(),
        Value::Double(number) => number.to_string(),
        Value::Bool(true) => "1".to_owned(),
        Value::Bool(false) => String::new(),
        Value::Base64(bytes) => {
            String::from_utf8(bytes).map_err(|error| Value::Base64(error.into_bytes()))?
        }
        other => return Err(other),
    }))
}

fn whole(number: f64) -> Option<i64> {
    // 2^53: beyond it a double does not hold every integer.
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53, just tested")]
    (number.fract() == 0.0 && number.abs() <= LARGEST).then_some(number as i64)
}

fn is_index(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit())
}

/// The beginning of a text, in quotes, short enough for a message.
fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = text.chars().take(LONGEST).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    format!("“{shown}”")
}

#[cfg(test)]
mod tests;
