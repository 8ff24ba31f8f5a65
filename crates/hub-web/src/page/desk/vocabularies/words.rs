//! What the pages of vocabularies share: names of vocabularies, languages, fields, and what is wrong in them.

use hub_app::{AppError, FieldErrors};
use hub_core::vocabulary::{Names, Term, Vocabulary, VocabularyKey, base_language};

use crate::form::Form;
use crate::i18n::{LANGUAGES, Lang};
use crate::page::visitor::Visitor;
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// What a vocabulary is called.
pub(super) fn vocabulary_name(ui: &Ui, key: &VocabularyKey) -> String {
    match key {
        VocabularyKey::Own(own) => ui.terms.facet(own.as_str()),
        classic => ui.t(&format!("words-name-{classic}")).into_owned(),
    }
}

/// The languages names are asked for in: those of the pages, the hub's, and those that have names already.
pub(super) fn languages<'a>(hub_language: &str, named: impl Iterator<Item = &'a Names>) -> Vec<String> {
    let mut codes: Vec<String> = LANGUAGES.map(str::to_owned).to_vec();
    let hub = base_language(hub_language);
    for code in std::iter::once(&hub).chain(named.flat_map(|names| names.keys())) {
        if !code.is_empty() && !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    codes
}

/// The program's own name of a classic term in a language, if it has one.
pub(super) fn known_name(vocabulary: &VocabularyKey, term: &Term, code: &str) -> Option<String> {
    let classic = term.classic_name?;
    // Names of licences are the same in every language.
    if code == "en" || *vocabulary == VocabularyKey::Licence {
        return Some(classic.to_owned());
    }
    Lang::from_code(code).and_then(|lang| lang.classic_term(vocabulary, &term.key))
}

/// Languages in which a term is shown under the name of another language.
pub(super) fn missing(vocabulary: &VocabularyKey, term: &Term, codes: &[String]) -> Vec<String> {
    let lacks = |code: &&String| {
        !term.names.contains_key(code.as_str()) && known_name(vocabulary, term, code).is_none()
    };
    codes.iter().filter(lacks).cloned().collect()
}

/// What names of fields for the names of a value begin with; the language's code follows.
pub(super) const NAME: &str = "name-";
/// The same for the names of a facet.
pub(super) const FACET: &str = "facet-";

/// A field for the name in each language. `known` is what readers see where it is empty; `None` if they see another
/// language.
pub(super) fn name_fields(
    ui: &Ui,
    begins: &str,
    codes: &[String],
    names: &Names,
    known: impl Fn(&str) -> Option<String>,
) -> Vec<Field> {
    let field = |code: &String| {
        let name = names.get(code).cloned().unwrap_or_default();
        let help = match known(code) {
            Some(known) => ui.with("words-name-known", "name", known),
            None if name.is_empty() => ui.t("words-name-missing"),
            None => "".into(),
        };
        Field::line(ui.lang, format!("{begins}{code}"), "words-names")
            .labelled(ui.with("words-name-in", "language", ui.language_name(code)))
            .helped(help)
            .value(name)
    };
    codes.iter().map(field).collect()
}

/// The names of a form with such fields.
pub(super) fn names_of(form: &Form, begins: &str) -> Names {
    let named = form.fields().iter().filter_map(|(field, name)| {
        let code = field.strip_prefix(begins)?;
        let is_code = (2..=8).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
        is_code.then(|| (code.to_owned(), name.trim().to_owned()))
    });
    named.collect()
}

/// Terms to choose one from, each as deep as it stands; merged ones are left out.
pub(super) fn choices(ui: &Ui, vocabulary: &Vocabulary, first: &str, besides: Option<&str>) -> Vec<Choice> {
    let indented = |term: &Term| {
        let depth = vocabulary.depth(&term.key);
        format!("{}{}", "\u{a0}\u{a0}\u{a0}".repeat(depth), ui.terms.name_of(&vocabulary.key, term))
    };
    let chosen = vocabulary.terms().iter().filter(|term| term.merged_into.is_none());
    let chosen = chosen.filter(|term| besides != Some(term.key.as_str()));
    std::iter::once(Choice::new("", first))
        .chain(chosen.map(|term| Choice::new(&term.key, indented(term))))
        .collect()
}

/// The classic codes that old clients can be told.
pub(super) fn classic_field(ui: &Ui, vocabulary: &Vocabulary, term: Option<&Term>) -> Field {
    let without = term.map(|term| Term { classic: None, ..term.clone() });
    let as_it_is = without.map_or_else(String::new, |term| match (term.classic_name, term.parent) {
        (None, Some(parent)) => vocabulary.classic(&parent).to_owned(),
        _ => term.key,
    });
    let first = match as_it_is.as_str() {
        "" => ui.t("words-choose").into_owned(),
        code => ui.with("words-classic-none", "code", code).into_owned(),
    };
    let classic = vocabulary.terms().iter().filter(|term| term.classic_name.is_some());
    let named = |term: &Term| {
        Choice::new(&term.key, format!("{} ({})", ui.terms.name_of(&vocabulary.key, term), term.key))
    };
    let values = std::iter::once(Choice::new("", first)).chain(classic.map(named)).collect();
    let chosen = term.and_then(|term| term.classic.clone()).unwrap_or_default();
    Field::new(ui.lang, Kind::Select(values), "classic", "words-classic")
        .help("words-classic-lead")
        .value(chosen)
}

/// What a use case refused, at the fields of this page; what belongs to none of them stands above the form.
///
/// # Errors
/// Gives back what is no matter of the form.
pub(super) fn wrong(lang: Lang, error: AppError, fields: &[&str]) -> Result<FormErrors, AppError> {
    let AppError::Invalid(FieldErrors(found)) = error else { return FormErrors::from_error(error) };
    let mut wrong = FormErrors::default();
    for one in found {
        if fields.contains(&one.field) {
            wrong = wrong.and(one.field, one.why);
        } else {
            if !wrong.whole.is_empty() {
                wrong.whole.push(' ');
            }
            wrong.whole.push_str(&lang.said(&one.why));
        }
    }
    Ok(wrong)
}

/// Done, or nothing to do.
pub(super) fn said(changed: bool) -> &'static str {
    if changed { "words" } else { "words-same" }
}

/// The language of the hub.
pub(super) fn hub_language(app: &hub_app::App) -> String {
    app.policy().language.clone()
}

/// The page of a vocabulary or term that does not exist.
pub(super) fn no_such(visitor: &Visitor) -> axum::response::Response {
    visitor.failure(&AppError::NotFound(hub_app::Missing::Vocabulary))
}

/// A value of an address; empty if it is not there.
pub(super) fn asked(query: Option<&str>, name: &str) -> String {
    let mut pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    pairs.find(|(key, _)| key == name).map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}
