//! The languages of the pages: texts, names, numbers, dates and the order of names.
//!
//! Texts are Fluent messages in `locales/{code}/*.ftl`; a key that one language lacks fails the tests below. Names
//! of languages and countries are plain tables beside them. A [`Lang`] is a copyable handle to one loaded locale;
//! a locale is loaded when the first page asks for it, not at start.

mod dates;
mod names;
mod numbers;
mod order;
mod said;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use order::{folded, initial};

use names::Names;
use numbers::Numbers;
use order::Order;

/// What one language needs on the pages.
struct Locale {
    code: &'static str,
    right_to_left: bool,
    bundle: FluentBundle<FluentResource>,
    numbers: Numbers,
    names: Names,
    order: Order,
}

macro_rules! locales {
    ($($name:ident $code:literal $numbers:ident $direction:ident;)*) => {
        $(static $name: LazyLock<Locale> = LazyLock::new(|| {
            let mut bundle = empty_bundle($code, $direction);
            bundle.set_formatter(Some(|value, _| numbers::$numbers.fluent(value)));
            Locale {
                code: $code,
                right_to_left: $direction,
                bundle: filled_bundle(bundle, [
                    include_str!(concat!("../../../locales/", $code, "/pages.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/names.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/registration.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/desk.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/account.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/setup.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/settings.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/vocabulary.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/manage.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/moderation.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/help.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/contact.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/sign_in_ways.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/audit.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/mail_desk.ftl")),
                    include_str!(concat!("../../../locales/", $code, "/said.ftl")),
                ]),
                numbers: numbers::$numbers,
                names: Names::read(
                    include_str!(concat!("../../../locales/", $code, "/languages.txt")),
                    include_str!(concat!("../../../locales/", $code, "/countries.txt")),
                ),
                order: Order::of($code),
            }
        });)*
        static LOCALES: [&LazyLock<Locale>; LANGUAGES.len()] = [$(&$name),*];
    };
}

/// The files of texts that each language has.
const TEXTS: &[&str] = &[
    "pages",
    "names",
    "registration",
    "desk",
    "account",
    "setup",
    "settings",
    "vocabulary",
    "manage",
    "moderation",
    "help",
    "contact",
    "sign_in_ways",
    "audit",
    "mail_desk",
    "said",
];

/// Codes of the languages pages are written in.
pub const LANGUAGES: [&str; 5] = ["en", "de", "es", "fr", "ar"];

/// Those of them whose translation no native speaker has read yet; their pages say so and ask what reads wrong. Whoever
/// has read one through takes its code out.
const DRAFTS: &[&str] = &["de", "es", "fr", "ar"];

const LEFT_TO_RIGHT: bool = false;
const RIGHT_TO_LEFT: bool = true;

locales! {
    ENGLISH "en" ENGLISH LEFT_TO_RIGHT;
    GERMAN "de" GERMAN LEFT_TO_RIGHT;
    SPANISH "es" GERMAN LEFT_TO_RIGHT;
    FRENCH "fr" FRENCH LEFT_TO_RIGHT;
    ARABIC "ar" ARABIC RIGHT_TO_LEFT;
}

fn empty_bundle(code: &str, right_to_left: bool) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks around what is filled in keep a Latin title in place inside an Arabic sentence. In
    // left-to-right languages they would only end up in copied text.
    bundle.set_use_isolating(right_to_left);
    bundle
}

fn filled_bundle(
    mut bundle: FluentBundle<FluentResource>,
    texts: [&str; TEXTS.len()],
) -> FluentBundle<FluentResource> {
    for text in texts {
        // Messages that do not parse are left out here and found by the tests.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// One language of the pages.
#[derive(Clone, Copy)]
pub struct Lang(&'static Locale);

impl std::fmt::Debug for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lang({})", self.0.code)
    }
}

impl Lang {
    /// The language of a code; the part behind `-` or `_` is not looked at.
    pub fn from_code(code: &str) -> Option<Self> {
        let base = hub_core::vocabulary::base_language(code.trim());
        let at = LANGUAGES.iter().position(|known| *known == base)?;
        Some(Self(LOCALES[at]))
    }

    /// English, in which every text exists.
    pub fn english() -> Self {
        Self(&ENGLISH)
    }

    /// All languages of the pages, in the order they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        LOCALES.into_iter().map(|locale| Self(locale))
    }

    /// What a visitor reads: chosen by address or cookie, else the best of `Accept-Language`, else the hub's own,
    /// else English.
    pub fn negotiate(chosen: Option<&str>, accept_language: Option<&str>, hub: &str) -> Self {
        chosen
            .and_then(Self::from_code)
            .or_else(|| accept_language.and_then(best_accepted))
            .or_else(|| Self::from_code(hub))
            .unwrap_or_else(Self::english)
    }

    /// The code for the `lang` attribute.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// Whether no native speaker has read its texts yet.
    pub fn is_draft(self) -> bool {
        DRAFTS.contains(&self.0.code)
    }

    /// `rtl` or `ltr`, for the `dir` attribute.
    pub fn direction(self) -> &'static str {
        if self.0.right_to_left { "rtl" } else { "ltr" }
    }

    /// The text of a key.
    pub fn t(self, key: &str) -> Cow<'static, str> {
        self.format(key, None)
    }

    /// The name of a code: the key is a word for the list of names and the code.
    pub fn t_of(self, names: &str, code: &str) -> Cow<'static, str> {
        self.t(&format!("{names}-{code}"))
    }

    /// The text of a key with one thing filled in.
    pub fn with(self, key: &str, name: &str, value: impl Argument) -> Cow<'static, str> {
        self.filled(key, &[(name, value.value())])
    }

    /// The text of a key with two things filled in.
    pub fn with2(
        self,
        key: &str,
        name: &str,
        value: impl Argument,
        second: &str,
        second_value: impl Argument,
    ) -> Cow<'static, str> {
        self.filled(key, &[(name, value.value()), (second, second_value.value())])
    }

    /// The text of a key with any number of things filled in.
    pub fn filled(self, key: &str, values: &[(&str, FluentValue<'static>)]) -> Cow<'static, str> {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set((*name).to_owned(), value.clone());
        }
        self.format(key, Some(&arguments))
    }

    /// Whether there is a text of this key.
    pub fn has(self, key: &str) -> bool {
        self.0.bundle.has_message(key)
    }

    fn format(self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let Some(pattern) = self.0.bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(language = self.0.code, key, "There is no text for {key}");
            return Cow::Owned(key.to_owned());
        };
        let mut errors = Vec::new();
        let text = self.0.bundle.format_pattern(pattern, arguments, &mut errors);
        if !errors.is_empty() {
            tracing::error!(
                language = self.0.code,
                key,
                ?errors,
                "The text for {key} could not be filled in"
            );
        }
        Cow::Owned(text.into_owned())
    }
}

/// What can be filled into a text.
pub trait Argument {
    /// As Fluent takes it: numbers choose plural forms.
    fn value(&self) -> FluentValue<'static>;
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

impl Argument for str {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl Argument for String {
    fn value(&self) -> FluentValue<'static> {
        self.as_str().value()
    }
}

impl Argument for Cow<'_, str> {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }
}

macro_rules! number_arguments {
    ($($number:ty),*) => {
        $(impl Argument for $number {
            fn value(&self) -> FluentValue<'static> {
                FluentValue::from(*self)
            }
        })*
    };
}
number_arguments!(i64, u64, i32, u32, usize);

/// The language with the highest weight that pages are written in; the first of equals.
fn best_accepted(header: &str) -> Option<Lang> {
    let mut best: Option<(Lang, f32)> = None;
    // A header longer than any browser's is cut, so that a hostile one costs nothing.
    for part in header.split(',').take(20) {
        let mut pieces = part.split(';');
        let Some(lang) = pieces.next().and_then(Lang::from_code) else { continue };
        let weight = pieces
            .find_map(|piece| piece.trim().strip_prefix("q="))
            .map_or(Some(1.0), |weight| weight.trim().parse::<f32>().ok())
            .unwrap_or(0.0);
        if weight > 0.0 && best.is_none_or(|(_, so_far)| weight > so_far) {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests;
