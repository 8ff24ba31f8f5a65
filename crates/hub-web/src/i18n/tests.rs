//! What holds for every text in every language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};

use super::*;

/// Key and names of what is filled in, for every text of a language.
fn texts(code: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(code);
    let mut texts = BTreeMap::new();
    for file in TEXTS {
        let source = std::fs::read_to_string(folder.join(format!("{file}.ftl"))).unwrap();
        let resource = fluent_syntax::parser::parse(source.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{code}/{file}: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut arguments = BTreeSet::new();
                collect(&message.value.unwrap().elements, &mut arguments);
                let earlier = texts.insert(message.id.name.to_owned(), arguments);
                assert!(earlier.is_none(), "{code}: {} stands there twice", message.id.name);
            }
        }
    }
    texts
}

fn collect(elements: &[PatternElement<&str>], arguments: &mut BTreeSet<String>) {
    for element in elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    collect(&variant.value.elements, arguments);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            arguments.insert(id.name.to_owned());
        }
    }
}

#[test]
fn every_text_exists_in_every_language_with_the_same_things_to_fill_in() {
    let english = texts("en");
    assert!(english.len() > 300, "only {}", english.len());
    for code in LANGUAGES {
        let other = texts(code);
        for (key, arguments) in &english {
            assert_eq!(other.get(key), Some(arguments), "{code}: {key}");
        }
        for key in other.keys() {
            assert!(english.contains_key(key), "{code}: {key} is not in English");
        }
    }
}

#[test]
fn every_text_is_translated() {
    // The same word in two languages is no oversight; whole files of them are.
    let english = Lang::english();
    for lang in Lang::all().skip(1) {
        let keys = texts("en");
        let same =
            keys.iter().filter(|(key, arguments)| arguments.is_empty() && lang.t(key) == english.t(key));
        let same: Vec<_> = same.map(|(key, _)| key.as_str()).collect();
        // Measured in 2026: French has most, names of products among them, at four in a hundred.
        assert!(same.len() * 20 < keys.len(), "{}: {same:?}", lang.code());
    }
}

#[test]
fn every_text_is_used_and_every_text_used_exists() {
    let sources = crate::page::tests::templates();
    let english = texts("en");
    // Keys made of a code at run time, by the functions of `names` and `dates`.
    let licences = ["licence-unknown", "licence-allrightsreserved", "licence-public"];
    let made = [
        "month-",
        "messages-state-",
        "message-",
        "courses-desk-",
        "audience-",
        "level-",
        "activity-",
        "subject-",
        "done-",
        "role-",
        "right-",
        "set-",
        "step-",
        "page-name-",
        "page-lead-",
        "why-",
        "queue-who-",
        "category-",
        "need-",
        "verdict-",
        "abuse-",
        "appeal-",
        "stands-",
        "of-",
        "message-",
        "messages-",
        "words-name-",
        "mail-choice-",
        "act-",
        "audit-who-",
        "audit-thing-",
        "audit-one-",
        "audit-area-",
        "audit-field-",
        "notice-",
        "said-",
        "provider-lets-",
        "published-",
        "evidence-of-",
        "evidence-privacy-",
        "unseen-",
        "action-",
        "restore-why-",
        "restore-yes",
        "restore-without_parts",
        "restore-cannot_tell",
        "restore-no",
    ];
    let made = made.into_iter().chain(licences);
    for key in english.keys() {
        let quoted = format!("\"{key}\"");
        let used = sources.iter().any(|source| source.contains(&quoted));
        assert!(used || made.clone().any(|start| key.starts_with(start)), "{key} is used nowhere");
    }
    for source in &sources {
        for call in [".t(\"", ".with(\"", ".with2(\"", ".help(\"", "_key: \"", "key: \""] {
            for rest in source.split(call).skip(1) {
                let key = rest.split('"').next().unwrap();
                assert!(english.contains_key(key), "there is no text {key}");
            }
        }
    }
}

#[test]
fn no_text_holds_markup() {
    for lang in Lang::all() {
        for key in texts(lang.code()).keys() {
            let text = lang.t(key);
            assert!(!text.contains(['<', '>', '&']), "{}: {key}: {text}", lang.code());
        }
    }
}

#[test]
fn plurals_follow_the_language() {
    let lang = |code| Lang::from_code(code).unwrap();
    assert_eq!(lang("en").with("results-count", "count", 1_i64), "1 course");
    assert_eq!(lang("en").with("results-count", "count", 1204_i64), "1,204 courses");
    assert_eq!(lang("de").with("results-count", "count", 1204_i64), "1.204 Kurse");
    let arabic: BTreeSet<_> =
        [0_i64, 1, 2, 3, 11, 100].map(|n| lang("ar").with("word-courses", "count", n).into_owned()).into();
    assert!(arabic.len() >= 4, "{arabic:?}");
}

#[test]
fn the_visitor_chooses_then_the_browser_then_the_hub() {
    let code = |chosen, accept, hub| Lang::negotiate(chosen, accept, hub).code();
    assert_eq!(code(Some("fr"), Some("de"), "es"), "fr");
    assert_eq!(code(Some("xx"), Some("de-CH;q=0.8, es;q=0.9"), "fr"), "es");
    assert_eq!(code(None, Some("ja, zh;q=0.9"), "de_kids"), "de");
    assert_eq!(code(None, Some("de;q=0"), "tlh"), "en");
    assert_eq!(code(None, Some(";;;,,q=,*"), ""), "en");
}
