//! Staff edits the vocabularies: subjects, levels, audiences, licences and the hub's own facets.
//!
//! A course keeps the code its site sent; what the code stands for is asked of the vocabularies in force each time it
//! is shown, counted or searched. So nothing is lost by a merge, and every act can be taken back.

mod add;
mod arrange;
mod exchange;
mod facet;
mod merge;
mod rename;
mod retire;
pub mod used;
pub mod values;

use hub_core::TermId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_core::text::cut_line;
use hub_core::vocabulary::{
    LicenceFacts, NAME_CHARS, Names, Term, Vocabularies, Vocabulary, VocabularyKey, base_language,
    nearest_key,
};
use hub_db::Tx;
use jiff::Timestamp;
use serde_json::Value;

pub use add::{NewTerm, add};
pub use arrange::{Place, describe_licence, map, place};
pub use exchange::{Exchange, FacetRecord, Imported, export, import};
pub use facet::{Used, make_facet, order_facet, remove_facet, rename_facet, rename_facet_all};
pub use merge::merge;
pub use rename::{rename, rename_all};
pub use retire::{bring_back, retire};

use crate::{App, AppError, FieldErrors, Missing};

/// A term as programs read it: in exports and in the audit record.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TermRecord {
    /// Which vocabulary.
    pub vocabulary: String,
    /// Its key.
    pub key: String,
    /// The term it is below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Names by language that staff gave.
    pub names: Names,
    /// Its place among its siblings.
    pub position: i64,
    /// No longer offered.
    pub retired: bool,
    /// What old clients are told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub classic: Option<String>,
    /// Of licences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<LicenceFacts>,
    /// The term that stands for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<String>,
}

impl TermRecord {
    /// Of a term.
    pub fn of(vocabulary: &VocabularyKey, term: &Term) -> Self {
        let term = term.clone();
        Self {
            vocabulary: vocabulary.to_string(),
            key: term.key,
            parent: term.parent,
            names: term.names,
            position: term.position,
            retired: term.retired,
            classic: term.classic,
            licence: term.licence,
            merged_into: term.merged_into,
        }
    }

    fn into_term(self) -> Term {
        Term {
            key: self.key,
            number: 0,
            parent: self.parent,
            names: self.names,
            position: self.position,
            retired: self.retired,
            classic: self.classic,
            licence: self.licence,
            merged_into: self.merged_into,
            classic_name: None,
        }
    }
}

/// What followers of the change feed have to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Names and order.
    Words,
    /// What courses are found by.
    Courses,
}

/// One vocabulary as staff sees it, read from the database.
async fn load(tx: &mut Tx) -> Result<Vocabularies, AppError> {
    Ok(hub_db::vocabulary::all(tx.cx()).await?)
}

fn get<'a>(all: &'a Vocabularies, key: &VocabularyKey) -> Result<&'a Vocabulary, AppError> {
    all.get(key).ok_or(AppError::NotFound(Missing::Vocabulary))
}

/// The term that staff means: by its key, merged or not, else by its number or a name.
///
/// # Errors
/// `Invalid` with the nearest key.
pub fn named<'a>(vocabulary: &'a Vocabulary, words: &str) -> Result<&'a Term, AppError> {
    if let Some(term) = vocabulary.term(words.trim()).or_else(|| vocabulary.meant(words)) {
        return Ok(term);
    }
    let near = nearest_key(words, vocabulary.terms().iter());
    let hint = near.map(|key| format!(", did you mean \"{key}\"")).unwrap_or_default();
    Err(refused("term", format!("\"{words}\" is no {} of this hub{hint}", vocabulary.key)))
}

fn refused(field: &'static str, why: impl Into<String>) -> AppError {
    let mut errors = FieldErrors::default();
    errors.add(field, why);
    AppError::Invalid(errors)
}

/// A name for one language, in the form both are kept; `None` takes the name away.
fn name_of(language: &str, name: &str) -> Result<(String, Option<String>), AppError> {
    let code = base_language(language.trim());
    if !(2..=8).contains(&code.len()) || !code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Err(refused("language", "a language code such as en or de is needed"));
    }
    let name = cut_line(name, NAME_CHARS);
    Ok((code, Some(name).filter(|name| !name.is_empty())))
}

fn checked(names: Names) -> Result<Names, AppError> {
    let mut good = Names::new();
    for (language, name) in names {
        if let (code, Some(name)) = name_of(&language, &name)? {
            good.insert(code, name);
        }
    }
    Ok(good)
}

/// Old clients can only be told a code of their own list.
fn check_classic(vocabulary: &Vocabulary, classic: Option<&str>) -> Result<Option<String>, AppError> {
    let Some(code) = classic.map(str::trim).filter(|code| !code.is_empty()) else { return Ok(None) };
    match vocabulary.term(code) {
        Some(term) if term.classic_name.is_some() => Ok(Some(term.key.clone())),
        _ => Err(refused(
            "classic",
            format!("\"{code}\" is no code of the classic list of {}", vocabulary.key),
        )),
    }
}

/// Changes one term: `decide` gets the vocabulary and the term as it is. Gives whether anything was different before.
async fn change(
    app: &App,
    actor: Actor,
    key: &VocabularyKey,
    words: &str,
    act: (&'static str, Reach),
    decide: impl FnOnce(&Vocabulary, &mut Term) -> Result<(), AppError> + Send,
) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let all = load(&mut tx).await?;
    let vocabulary = get(&all, key)?;
    let before = named(vocabulary, words)?;
    let mut after = before.clone();
    decide(vocabulary, &mut after)?;
    if *before == after {
        return Ok(false);
    }
    let id = write(&mut tx, actor, act.0, vocabulary, &after, now).await?;
    done(app, tx, &[changed(act.1, id)], now).await?;
    Ok(true)
}

fn changed(reach: Reach, id: TermId) -> Changed {
    match reach {
        Reach::Words => Changed::Vocabulary,
        Reach::Courses => Changed::Term(id),
    }
}

/// Stores a term and records what is different.
async fn write(
    tx: &mut Tx,
    actor: Actor,
    name: &'static str,
    vocabulary: &Vocabulary,
    term: &Term,
    now: Timestamp,
) -> Result<TermId, AppError> {
    let record = |term: &Term| serde_json::to_value(TermRecord::of(&vocabulary.key, term));
    let before = vocabulary.term(&term.key).map(record).transpose().map_err(AppError::internal)?;
    let after = record(term).map_err(AppError::internal)?;
    let id = hub_db::vocabulary::put(tx.cx(), &vocabulary.key, term).await?;
    let (before, after) = (difference(before.as_ref(), &after), difference_after(before.as_ref(), &after));
    let act = Act::new(name, Thing::Term(id)).before(before).after(after);
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(id)
}

/// The fields of `before` that are different in `after`; `null` if there was nothing, also where a term had no such
/// field.
fn difference(before: Option<&Value>, after: &Value) -> Value {
    let (Some(Value::Object(before)), Value::Object(after)) = (before, after) else { return Value::Null };
    let fields = before.keys().chain(after.keys()).filter(|field| before.get(*field) != after.get(*field));
    Value::Object(
        fields.map(|field| (field.clone(), before.get(field).cloned().unwrap_or_default())).collect(),
    )
}

/// The fields of `after` that are different, and which term it is.
fn difference_after(before: Option<&Value>, after: &Value) -> Value {
    let Value::Object(after) = after else { return Value::Null };
    let is_shown = |field: &str, value: &Value| {
        matches!(field, "vocabulary" | "key") || before.and_then(|before| before.get(field)) != Some(value)
    };
    let fields = after.iter().filter(|(field, value)| is_shown(field, value));
    Value::Object(fields.map(|(field, value)| (field.clone(), value.clone())).collect())
}

/// Commits; this process goes by it at once, others when they read the change feed.
async fn done(app: &App, mut tx: Tx, changes: &[Changed], now: Timestamp) -> Result<(), AppError> {
    for changed in changes {
        hub_db::change::append(tx.cx(), *changed, now).await?;
    }
    tx.commit().await?;
    app.refresh_vocabularies().await?;
    app.wake();
    Ok(())
}
