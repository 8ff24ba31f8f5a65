//! What is done on the page of one vocabulary: order, a new value, the names and the end of a facet.

use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::vocabulary::{self, NewTerm, Place, Used};
use hub_app::{App, AppError, FieldErrors, Missing};
use hub_core::vocabulary::{Vocabulary, VocabularyKey};

use super::show::{answer, is_by_level, path_of_level, siblings};
use super::words::{FACET, NAME, names_of, no_such, said, wrong};
use super::{PATH, path_of};
use crate::form::Form;
use crate::page::visitor::Visitor;

/// Answers `POST /admin/vocabularies/{name}`.
pub async fn act(State(app): State<App>, visitor: Visitor, Path(name): Path<String>, form: Form) -> Response {
    let Ok(key) = VocabularyKey::parse(&name) else { return no_such(&visitor) };
    let done = if form.has("up") || form.has("down") {
        order(&app, &visitor, &key, &form).await
    } else {
        match form.get("do") {
            "names" => facet_names(&app, &visitor, &key, &form).await,
            "remove" => remove(&app, &visitor, &key, &form).await,
            _ => add(&app, &visitor, &key, &form).await,
        }
    };
    match done.map_err(|error| wrong(visitor.ui.lang, error, &["key", "parent", "classic", "typed"])) {
        Ok(path) => visitor.to(&path),
        Err(Ok(wrong)) => answer(&app, &visitor, &name, ("", form.get("parent")), Some(&form), wrong),
        Err(Err(error)) => visitor.failure(&error),
    }
}

/// One step up or down among those beside it. Leads back to the value in the list.
async fn order(app: &App, visitor: &Visitor, key: &VocabularyKey, form: &Form) -> Result<String, AppError> {
    let (term, up) = if form.has("up") { (form.get("up"), true) } else { (form.get("down"), false) };
    let all = app.vocabularies();
    let vocabulary = all.get(key).ok_or(AppError::NotFound(Missing::Vocabulary))?;
    let found = vocabulary::named(vocabulary, term)?;
    let beside = siblings(vocabulary, found);
    let at = beside.iter().position(|other| other.key == found.key);
    let next = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
    let moved = match next.and_then(|next| beside.get(next)) {
        Some(other) if up => Some(Place::Before(other.key.clone())),
        Some(other) => Some(Place::After(other.key.clone())),
        None => None,
    };
    let done = match moved {
        Some(place) if vocabulary::place(app, visitor.actor(), key, &found.key, &place).await? => {
            "words-moved"
        }
        _ => "words-same",
    };
    Ok(with_done(&level_of(vocabulary, found.parent.as_deref()), done, &found.key))
}

async fn add(app: &App, visitor: &Visitor, key: &VocabularyKey, form: &Form) -> Result<String, AppError> {
    let given = |name: &str| Some(form.get(name).to_owned()).filter(|value| !value.is_empty());
    let names = names_of(form, NAME).into_iter().filter(|(_, name)| !name.is_empty()).collect();
    let new = NewTerm {
        key: given("key"),
        names,
        parent: given("parent"),
        classic: given("classic"),
        licence: None,
    };
    let parent = new.parent.clone();
    let added = vocabulary::add(app, visitor.actor(), key, new).await?;
    // What a licence allows is said on its own page.
    if *key == VocabularyKey::Licence {
        return Ok(format!("{}?done=words", super::path_of_term(key.as_str(), &added)));
    }
    let all = app.vocabularies();
    let vocabulary = all.get(key).ok_or(AppError::NotFound(Missing::Vocabulary))?;
    Ok(with_done(&level_of(vocabulary, parent.as_deref()), "words", &added))
}

/// The page that shows what stands below `parent`.
fn level_of(vocabulary: &Vocabulary, parent: Option<&str>) -> String {
    path_of_level(&vocabulary.key, parent.filter(|_| is_by_level(vocabulary)))
}

fn with_done(path: &str, done: &str, term: &str) -> String {
    let join = if path.contains('?') { '&' } else { '?' };
    format!("{path}{join}done={done}#term-{term}")
}

async fn facet_names(
    app: &App,
    visitor: &Visitor,
    key: &VocabularyKey,
    form: &Form,
) -> Result<String, AppError> {
    let VocabularyKey::Own(facet) = key else { return Err(AppError::NotFound(Missing::Vocabulary)) };
    let changed = vocabulary::rename_facet_all(app, visitor.actor(), facet, &names_of(form, FACET)).await?;
    Ok(format!("{}?done={}", path_of(key), said(changed)))
}

async fn remove(app: &App, visitor: &Visitor, key: &VocabularyKey, form: &Form) -> Result<String, AppError> {
    let VocabularyKey::Own(facet) = key else { return Err(AppError::NotFound(Missing::Vocabulary)) };
    if form.get("typed") != facet.as_str() {
        let mut errors = FieldErrors::default();
        errors.add("typed", visitor.ui.t("words-facet-type-wrong"));
        return Err(AppError::Invalid(errors));
    }
    vocabulary::remove_facet(app, visitor.actor(), facet, Used::TakeOff).await?;
    Ok(format!("{PATH}?done=words-removed"))
}
