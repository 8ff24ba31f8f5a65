//! The one value both dialects of the web service are read into and written from.

use std::borrow::Cow;

/// The members of a struct, in the order of the wire.
///
/// Names are `Cow` because a reply repeats a few dozen names known when compiling, hundreds of times.
pub type Members = Vec<(Cow<'static, str>, Value)>;

/// A value of a web-service call or reply.
///
/// XML-RPC fills all variants; the REST form knows only text, lists and structs, since everything in it
/// is a string. The typed readers of [`crate::param`] even that out.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `<int>`, `<i4>`, `<i8>`.
    Int(i64),
    /// `<double>`; always finite when it was parsed.
    Double(f64),
    /// `<boolean>`.
    Bool(bool),
    /// `<string>`, or a value without a type.
    Text(String),
    /// `<nil/>`: PHP's null as the Zend client sends it.
    Nil,
    /// `<array>`. Clients send it for an empty *object* too (section 4.3).
    List(Vec<Value>),
    /// `<struct>`.
    Struct(Members),
    /// `<base64>`, decoded. No function of the hub uses it.
    Base64(Vec<u8>),
    /// `<dateTime.iso8601>`, as written. No function of the hub uses it.
    DateTime(String),
}

impl Value {
    /// A text value.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A struct with members known when compiling.
    pub fn fields<const N: usize>(members: [(&'static str, Value); N]) -> Self {
        Self::Struct(members.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect())
    }

    /// The member called `name`, if this is a struct that has it; the last one if it has several.
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Self::Struct(members) => {
                members.iter().rev().find(|(found, _)| found == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The text, if this is a text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The integer, if this is an integer.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The values of a list; empty for everything else.
    pub fn items(&self) -> &[Value] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// What kind of value this is, in words for a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Int(_) => "an integer",
            Self::Double(_) => "a number",
            Self::Bool(_) => "a boolean",
            Self::Text(_) => "text",
            Self::Nil => "nothing",
            Self::List(_) => "a list",
            Self::Struct(_) => "a structure",
            Self::Base64(_) => "binary data",
            Self::DateTime(_) => "a date",
        }
    }
}
