//! The kinds of text among Moodle's parameter types.

use std::borrow::Cow;

use super::address::{is_email, is_url};
use super::plain_text;

/// A kind of text (table of section 5). Numbers and booleans have readers of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Anything but NUL.
    Raw,
    /// Plain text; well-formed multilang elements may stay.
    Text,
    /// Plain text without any tag.
    NoTags,
    /// `a-zA-Z`
    Alpha,
    /// `a-zA-Z0-9`
    AlphaNum,
    /// `a-zA-Z0-9_-`
    AlphaNumExt,
    /// As `AlphaNumExt`, and dots: newer Moodle names licences `cc-4.0`, which its own type refuses
    /// (section 9.4).
    Licence,
    /// A web or mail address without password, a relative address, or nothing.
    ///
    /// Wider than Moodle's own type in two places, for sites that need it: a bracketed IPv6 host, and a
    /// host in letters beyond ASCII.
    Url,
    /// One mail address in ASCII, or nothing.
    Email,
}

impl Kind {
    /// Whether a text is clean, that is, cleaning would leave it as it is.
    pub fn allows(self, text: &str) -> bool {
        match self {
            Self::Raw => !text.contains('\0'),
            Self::Text => matches!(plain_text::clean_multilang(text), Cow::Borrowed(_)),
            Self::NoTags => matches!(plain_text::strip_tags(text), Cow::Borrowed(_)),
            Self::Alpha | Self::AlphaNum | Self::AlphaNumExt | Self::Licence => {
                text.bytes().all(|byte| self.keeps(byte))
            }
            Self::Url => text.is_empty() || is_url(text),
            Self::Email => text.is_empty() || is_email(text),
        }
    }

    /// Cleans a text as the scripts do: what does not belong is dropped; an address is kept whole or
    /// becomes empty.
    pub fn clean(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Raw if text.contains('\0') => Cow::Owned(text.replace('\0', "")),
            Self::Raw => Cow::Borrowed(text),
            Self::Text => plain_text::clean_multilang(text),
            Self::NoTags => plain_text::strip_tags(text),
            Self::Alpha | Self::AlphaNum | Self::AlphaNumExt | Self::Licence => {
                if text.bytes().all(|byte| self.keeps(byte)) {
                    return Cow::Borrowed(text);
                }
                Cow::Owned(text.bytes().filter(|byte| self.keeps(*byte)).map(char::from).collect())
            }
            Self::Url | Self::Email if self.allows(text) => Cow::Borrowed(text),
            Self::Url | Self::Email => Cow::Borrowed(""),
        }
    }

    fn keeps(self, byte: u8) -> bool {
        match self {
            Self::Alpha => byte.is_ascii_alphabetic(),
            Self::AlphaNum => byte.is_ascii_alphanumeric(),
            Self::AlphaNumExt => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
            Self::Licence => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'),
            Self::Raw | Self::Text | Self::NoTags | Self::Url | Self::Email => true,
        }
    }

    /// What this kind is, in words for a message.
    pub fn expected(self) -> &'static str {
        match self {
            Self::Raw => "text",
            Self::Text | Self::NoTags => "text without tags",
            Self::Alpha => "a word of the letters a-z",
            Self::AlphaNum => "a word of letters a-z and digits",
            Self::AlphaNumExt => "a word of letters a-z, digits, - and _",
            Self::Licence => "a word of letters a-z, digits, -, _ and .",
            Self::Url => "a web address",
            Self::Email => "a mail address",
        }
    }
}
