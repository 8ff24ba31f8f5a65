//! The typed leaves of a value.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::ParseError;
use crate::Value;

/// The element a leaf stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scalar {
    Int,
    Double,
    Bool,
    Text,
    Nil,
    Base64,
    DateTime,
}

impl Scalar {
    pub(super) fn from_element(name: &str) -> Option<Self> {
        Some(match name {
            "int" | "i4" | "i8" | "ex:i8" => Self::Int,
            "double" => Self::Double,
            "boolean" => Self::Bool,
            "string" => Self::Text,
            "nil" | "ex:nil" => Self::Nil,
            "base64" => Self::Base64,
            "dateTime.iso8601" => Self::DateTime,
            _ => return None,
        })
    }

    /// The value of a leaf with this text. Numbers may have white space around them.
    pub(super) fn parse(self, text: String) -> Result<Value, ParseError> {
        let value = match self {
            Self::Text => Some(Value::Text(text)),
            Self::DateTime => Some(Value::DateTime(text)),
            Self::Int => text.trim().parse().ok().map(Value::Int),
            Self::Double => parse_double(text.trim()).map(Value::Double),
            Self::Bool => match text.trim() {
                "1" | "true" => Some(Value::Bool(true)),
                "0" | "false" => Some(Value::Bool(false)),
                _ => None,
            },
            Self::Nil => text.trim().is_empty().then_some(Value::Nil),
            Self::Base64 => {
                let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
                STANDARD.decode(digits).ok().map(Value::Base64)
            }
        };
        value.ok_or_else(|| ParseError::Unexpected(format!("a value is not {}", self.in_words())))
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::Int => "an integer of 64 bits",
            Self::Double => "a number",
            Self::Bool => "a boolean",
            Self::Text => "text",
            Self::Nil => "empty",
            Self::Base64 => "base64",
            Self::DateTime => "a date",
        }
    }
}

/// A finite decimal number; `2.` (the Zend client) is one, `inf` is none.
pub(crate) fn parse_double(text: &str) -> Option<f64> {
    if !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
