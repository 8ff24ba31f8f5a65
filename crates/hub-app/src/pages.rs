//! Pages that staff writes in Markdown, each in the languages it wants: imprint, terms, privacy, and the agreement of
//! publishers, whose editions stay readable and are kept with what was published under them.

use std::collections::BTreeMap;

use hub_core::VersionId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::page::Page;
use hub_core::rights::Actor;
use hub_db::DbError;
use hub_db::page_text::PageText;
use jiff::Timestamp;

use crate::{App, AppError, FieldErrors, Missing};

/// Most editions listed.
const MOST_EDITIONS: i64 = 500;

/// One edition of a page: its texts by language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// Its number, from 1; 0 if nothing was ever written.
    pub number: i64,
    /// When it was written.
    pub written_at: Option<Timestamp>,
    /// Markdown by language code; no empty ones.
    pub texts: BTreeMap<String, String>,
}

impl Edition {
    fn of(rows: Vec<PageText>) -> Self {
        let mut edition = Self::default();
        for row in rows {
            edition.number = row.edition;
            edition.written_at = Some(row.written_at);
            if !row.body.is_empty() {
                edition.texts.insert(row.language, row.body);
            }
        }
        edition
    }

    /// The text for a reader of these languages, the first that there is; any other before none. With its language.
    pub fn text_for(&self, languages: &[&str]) -> Option<(&str, &str)> {
        let wanted = languages.iter().find_map(|code| self.texts.get_key_value(*code));
        wanted.or_else(|| self.texts.first_key_value()).map(|(code, text)| (code.as_str(), text.as_str()))
    }
}

/// The pages as they stand.
#[derive(Clone, Debug, Default)]
pub struct Pages(BTreeMap<Page, Edition>);

impl Pages {
    pub(crate) fn of(rows: Vec<PageText>) -> Self {
        let mut by_page: BTreeMap<Page, Vec<PageText>> = BTreeMap::new();
        for row in rows {
            by_page.entry(row.page).or_default().push(row);
        }
        Self(by_page.into_iter().map(|(page, rows)| (page, Edition::of(rows))).collect())
    }

    /// A page; its edition 0 if nothing was ever written.
    pub fn get(&self, page: Page) -> Edition {
        self.0.get(&page).cloned().unwrap_or_default()
    }

    /// Those that have text.
    pub fn written(&self) -> Vec<Page> {
        self.0.iter().filter(|(_, edition)| !edition.texts.is_empty()).map(|(page, _)| *page).collect()
    }
}

/// An edition of a page.
///
/// # Errors
/// `NotFound`.
pub async fn edition(app: &App, page: Page, number: i64) -> Result<Edition, AppError> {
    let rows = hub_db::page_text::edition(app.db.read().await?.cx(), page, number).await?;
    if rows.is_empty() { Err(AppError::NotFound(Missing::Page)) } else { Ok(Edition::of(rows)) }
}

/// Numbers and dates of a page's editions, the newest first.
pub async fn editions(app: &App, page: Page) -> Result<Vec<(i64, Timestamp)>, AppError> {
    Ok(hub_db::page_text::editions(app.db.read().await?.cx(), page, MOST_EDITIONS).await?)
}

/// Under which edition of the agreement a version was published; `None` if there was none.
pub async fn agreement_of(app: &App, id: VersionId) -> Result<Option<i64>, AppError> {
    Ok(hub_db::page_text::agreement_of(app.db.read().await?.cx(), id).await?)
}

/// Writes a new edition of a page; `texts` are all its languages, an empty text leaves one out. Gives whether anything
/// is different from the edition before. `based_on` is the number of the edition the writer had before them.
///
/// # Errors
/// `Invalid` names the language of a text that is too long; `Conflict` if somebody else wrote meanwhile.
pub async fn write(
    app: &App,
    actor: Actor,
    page: Page,
    based_on: i64,
    texts: &BTreeMap<String, String>,
) -> Result<bool, AppError> {
    let mut errors = FieldErrors::default();
    if texts.values().any(|text| text.len() > Page::MAX_BYTES) {
        errors.add("text", format!("a language has {} bytes at most", Page::MAX_BYTES));
    }
    errors.into_result()?;
    app.refresh_policy().await?;
    let before = app.pages().get(page);
    let kept = texts.iter().map(|(code, text)| (code.clone(), text.trim().replace("\r\n", "\n")));
    let kept: BTreeMap<String, String> = kept.filter(|(_, text)| !text.is_empty()).collect();
    if kept == before.texts {
        return Ok(false);
    }
    if before.number != based_on {
        return Err(meanwhile());
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let row = |language: &str, body: &str| PageText {
        page,
        edition: before.number + 1,
        language: language.to_owned(),
        body: body.to_owned(),
        written_at: now,
    };
    let mut rows: Vec<PageText> = kept.iter().map(|(code, text)| row(code, text)).collect();
    if rows.is_empty() {
        rows.push(row(&app.policy().language, ""));
    }
    for row in &rows {
        hub_db::page_text::insert(tx.cx(), row).await.map_err(|error| match error {
            DbError::Conflict(_) => meanwhile(),
            other => other.into(),
        })?;
    }
    let named = |number: i64, texts: &BTreeMap<String, String>| serde_json::json!({ "page": page.name(), "edition": number, "texts": texts });
    let act = Act::new("page.written", Thing::Hub)
        .before(named(before.number, &before.texts))
        .after(named(before.number + 1, &kept));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Settings, now).await?;
    tx.commit().await?;
    app.refresh_policy().await?;
    app.wake();
    Ok(true)
}

fn meanwhile() -> AppError {
    AppError::Conflict(
        "somebody else wrote this page meanwhile; load it anew and put your changes in".to_owned(),
    )
}
