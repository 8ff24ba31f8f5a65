//! Sentences of use cases in the reader's language; [`hub_app::said`] tells how they are known again. The tests read the
//! sources of the use cases and fail for a sentence that has no line in `locales/en/said.ftl`.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use hub_app::said::find;

use super::{Argument as _, Lang};

impl Lang {
    /// A sentence of a use case in this language; any other text as it is.
    pub fn said(self, text: &str) -> Cow<'_, str> {
        self.known(text).map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// A sentence of a use case in this language; `None` if it is none that people read.
    pub fn known(self, text: &str) -> Option<String> {
        let (key, values) = find(text)?;
        if self.code() == "en" {
            return Some(finished(text));
        }
        let values: Vec<(&str, FluentValue<'static>)> =
            values.into_iter().map(|(gap, value)| (gap, self.value(gap, value))).collect();
        Some(self.filled(key, &values).into_owned())
    }

    /// What is filled into a gap. A state has a name in each language, and a reason may be a sentence as well.
    fn value(self, gap: &str, value: &str) -> FluentValue<'static> {
        let state = format!("stands-{value}");
        match gap {
            "state" if self.has(&state) => self.t(&state).value(),
            "why" => self.said(value).value(),
            _ => value.value(),
        }
    }
}

/// With a capital and a full stop.
fn finished(text: &str) -> String {
    let mut letters = text.chars();
    let mut sentence: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    sentence.push_str(letters.as_str());
    if !text.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Use cases whose sentences only the command line and classic protocols pass on, which speak English.
    const ENGLISH_ONLY: &[&str] = &[
        "account.rs",
        "caller.rs",
        "course/add.rs",
        "course/publish.rs",
        "course/relocate.rs",
        "course/upload.rs",
        "course/withdraw.rs",
        "machine.rs",
        "mail/server.rs",
        "site/update.rs",
    ];

    /// Single sentences that only the command line can meet.
    const NEVER_ON_PAGES: &[&str] = &["a course has no field", "a site has no"];

    /// Where sentences begin in the sources.
    const CALLS: &[&str] = &[
        "AppError::Conflict(",
        "AppError::Forbidden(",
        "errors.add(",
        "invalid(",
        "refused(",
        "refuse(",
        "skipped(",
        "kept(",
        "need(",
        "wrong(",
        "let why =",
    ];

    fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }

    /// The sentences of a source: the texts with several words in the first statement behind each call.
    fn sentences(source: &str) -> Vec<String> {
        let source = source.split("#[cfg(test)]").next().unwrap();
        let mut found = Vec::new();
        for call in CALLS {
            for behind in source.split(call).skip(1) {
                let statement = behind.split([';', '}']).next().unwrap();
                // A sentence may have a semicolon in it.
                let end = statement.matches('"').count() % 2;
                let statement = if end == 0 { statement } else { behind };
                let text = statement.split('"').nth(1).unwrap_or_default();
                found.push(text.replace("\\\n", ""));
            }
        }
        found.retain(|text| text.split_whitespace().count() > 2);
        found
    }

    /// A sentence as it would come out, with a number in each gap.
    fn filled(text: &str) -> String {
        let mut out = String::new();
        for (number, piece) in text.split('{').enumerate() {
            let words =
                if number == 0 { piece } else { piece.split_once('}').map_or("", |(_, words)| words) };
            out.push_str(if number == 0 { "" } else { "7" });
            out.push_str(words);
        }
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_sentence_of_a_use_case_that_a_page_shows_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hub-app/src");
        let (mut all, mut missing, mut met) = (Vec::new(), Vec::new(), 0);
        sources(&root, &mut all);
        for (path, source) in all {
            let path = path.split("hub-app/src/").nth(1).unwrap();
            if ENGLISH_ONLY.contains(&path) || path.starts_with("outside/") || path == "error.rs" {
                continue;
            }
            for text in sentences(&source.replace("\\\"", "\u{201c}")) {
                let text = filled(&text.replace('\u{201c}', "\""));
                met += 1;
                if find(&text).is_none() && !NEVER_ON_PAGES.iter().any(|start| text.starts_with(start)) {
                    missing.push(format!("{path}: {text}"));
                }
            }
        }
        assert!(met > 60, "only {met} were found");
        assert!(missing.is_empty(), "give these a line in locales/*/said.ftl:\n{}", missing.join("\n"));
    }

    #[test]
    fn a_sentence_is_said_in_the_readers_language_with_what_was_filled_in() {
        let german = Lang::from_code("de").unwrap();
        let said = |text: &str| german.said(text).into_owned();
        assert_eq!(
            said("there is an account for a b@c.example already"),
            "Für a b@c.example gibt es schon ein Konto."
        );
        assert_eq!(said("it is not hidden but listed"), "Er ist nicht verborgen, sondern: gelistet.");
        assert!(
            said("there is a facet \"x\" already").contains("Facette"),
            "the one that says most fits first"
        );
        assert_eq!(said("nobody said this"), "nobody said this");
        assert_eq!(
            Lang::english().said("a reason is needed; the publisher reads it"),
            "A reason is needed; the publisher reads it."
        );
        let again = said("a title is needed");
        assert_eq!(german.said(&again), again, "what is said already stays");
    }
}
