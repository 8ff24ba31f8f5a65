//! The texts of mails, in `locales/*/mails.ftl`.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use hub_core::notice::Kind;

type Bundle = FluentBundle<FluentResource>;

/// Codes of the languages mails are written in, as the pages are.
pub const LANGUAGES: [&str; 5] = ["en", "de", "es", "fr", "ar"];

static BUNDLES: LazyLock<[Bundle; 5]> = LazyLock::new(|| {
    [
        bundle(
            "en",
            [
                include_str!("../../../../locales/en/mails.ftl"),
                include_str!("../../../../locales/en/said.ftl"),
            ],
        ),
        bundle(
            "de",
            [
                include_str!("../../../../locales/de/mails.ftl"),
                include_str!("../../../../locales/de/said.ftl"),
            ],
        ),
        bundle(
            "es",
            [
                include_str!("../../../../locales/es/mails.ftl"),
                include_str!("../../../../locales/es/said.ftl"),
            ],
        ),
        bundle(
            "fr",
            [
                include_str!("../../../../locales/fr/mails.ftl"),
                include_str!("../../../../locales/fr/said.ftl"),
            ],
        ),
        bundle(
            "ar",
            [
                include_str!("../../../../locales/ar/mails.ftl"),
                include_str!("../../../../locales/ar/said.ftl"),
            ],
        ),
    ]
});

fn bundle(code: &str, texts: [&str; 2]) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![code.parse().unwrap_or_default()]);
    // As on the pages: isolation marks are needed in right-to-left text only.
    bundle.set_use_isolating(is_right_to_left(code));
    // Messages that do not parse are left out here and found by the tests.
    for text in texts {
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(code: &str) -> bool {
    code == "ar"
}

/// The first of the wanted languages that mails are written in, else English.
pub fn choose<'a>(wanted: impl IntoIterator<Item = &'a str>) -> &'static str {
    wanted
        .into_iter()
        .map(|code| hub_core::vocabulary::base_language(code.trim()))
        .find_map(|base| LANGUAGES.into_iter().find(|known| *known == base))
        .unwrap_or("en")
}

/// Subject and body of a notice.
pub fn write(language: &str, kind: Kind, values: &[(&str, &str)]) -> (String, String) {
    let arguments = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let arguments: FluentArgs<'static> = arguments.collect();
    let key = format!("mail-{}", kind.name());
    let text = |attribute| {
        let text = format(language, &key, attribute, &arguments);
        // Marks around an address would become part of it where a program makes it a link.
        values
            .iter()
            .filter(|(_, value)| value.starts_with("http"))
            .fold(text, |text, (_, value)| text.replace(&format!("\u{2068}{value}\u{2069}"), value))
    };
    (text(Some("subject")), text(None).trim_end().to_owned() + "\n")
}

/// A sentence that is filled into a mail.
pub fn sentence(language: &str, key: &str) -> String {
    format(language, key, None, &FluentArgs::new())
}

/// A sentence of a use case in a language; any other text, and English, as it is.
pub fn said(language: &str, text: &str) -> String {
    let Some((key, values)) = crate::said::find(text).filter(|_| language != "en") else {
        return text.to_owned();
    };
    let of = |name: &str, value: &str| if name == "why" { said(language, value) } else { value.to_owned() };
    let arguments = values.into_iter().map(|(name, value)| (name.to_owned(), of(name, value)));
    format(language, key, None, &arguments.collect())
}

/// The line above the link to the preferences.
pub fn footer(language: &str) -> String {
    format(language, "mail-footer", None, &FluentArgs::new())
}

fn format(language: &str, key: &str, attribute: Option<&str>, arguments: &FluentArgs<'_>) -> String {
    let at = LANGUAGES.iter().position(|known| *known == language).unwrap_or(0);
    let bundle = &BUNDLES[at];
    let message = bundle.get_message(key);
    let pattern = message.and_then(|message| match attribute {
        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        None => message.value(),
    });
    let Some(pattern) = pattern else {
        tracing::error!(language, key, "There is no text for the mail {key}");
        return key.to_owned();
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(language, key, ?errors, "The text of the mail {key} could not be filled in");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_hub_says_is_said_in_the_receivers_language_and_words_of_people_stay() {
        let why = "no secure connection: the certificate has expired";
        assert_eq!(said("de", why), "Keine sichere Verbindung: Das Zertifikat ist abgelaufen.");
        assert_eq!(said("en", why), why);
        assert_eq!(said("de", "The pictures are mine"), "The pictures are mine");
    }

    #[test]
    fn every_notice_has_a_text_in_every_language_with_the_same_values() {
        for kind in Kind::ALL {
            let english = used(&write("en", *kind, &MARKS));
            for language in LANGUAGES {
                let (subject, body) = write(language, *kind, &MARKS);
                assert!(!subject.starts_with("mail-") && !body.starts_with("mail-"), "{language} {kind:?}");
                assert_eq!(used(&(subject, body)), english, "{language} {kind:?}");
            }
        }
    }

    /// A value for every name, to be found again.
    const MARKS: [(&str, &str); 17] = [
        ("hub", "@a"),
        ("title", "@b"),
        ("site", "@c"),
        ("link", "@d"),
        ("reason", "@e"),
        ("text", "@f"),
        ("what", "@g"),
        ("limit", "@h"),
        ("count", "@i"),
        ("address", "@j"),
        ("contact", "@k"),
        ("language", "@l"),
        ("moodle", "@m"),
        ("new_site", "@n"),
        ("new_address", "@o"),
        ("hub_address", "@p"),
        ("kept", "yes"),
    ];

    fn used((subject, body): &(String, String)) -> Vec<&'static str> {
        let marks = MARKS.into_iter().map(|(_, mark)| mark).filter(|mark| mark.starts_with('@'));
        marks.filter(|mark| subject.contains(mark) || body.contains(mark)).collect()
    }

    #[test]
    fn an_address_stands_bare_in_a_right_to_left_text() {
        let link = "https://hub.example/admin/sites/7";
        let (_, body) = write("ar", Kind::SiteNew, &[("link", link), ("site", "Lake")]);
        assert!(body.contains(&format!("\n{link}\n")), "{body:?}");
        assert!(body.contains("\u{2068}Lake\u{2069}"));
    }

    #[test]
    fn a_language_without_texts_falls_back() {
        assert_eq!(choose(["xx", "de_kids", "fr"]), "de");
        assert_eq!(choose(["xx"]), "en");
        assert!(!footer("ar").starts_with("mail-"));
    }
}
