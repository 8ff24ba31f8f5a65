//! Pages that staff writes: imprint, terms, privacy, the publishers' agreement. Editions are added, never changed.

use hub_core::VersionId;
use hub_core::page::Page;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, timestamp};

/// One language of one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageText {
    /// Which page.
    pub page: Page,
    /// Which edition of it, from 1.
    pub edition: i64,
    /// Language code.
    pub language: String,
    /// Markdown; empty where the page was emptied.
    pub body: String,
    /// When it was written.
    pub written_at: Timestamp,
}

type Row = (String, i64, String, String, i64);

fn from_rows(rows: Vec<Row>) -> Result<Vec<PageText>, DbError> {
    let read = |(page, edition, language, body, at): Row| {
        let page = Page::from_name(&page).ok_or(DbError::Damaged("a page this program does not know"))?;
        Ok(PageText { page, edition, language, body, written_at: timestamp(at)? })
    };
    rows.into_iter().map(read).collect()
}

/// The newest edition of every page.
pub async fn newest(cx: Cx<'_>) -> Result<Vec<PageText>, DbError> {
    const SQL: &str = "\
        SELECT page, edition, language, body, written_at FROM page_text
        WHERE edition = (SELECT MAX(other.edition) FROM page_text AS other WHERE other.page = page_text.page)
        ORDER BY page, language";
    from_rows(on!(cx, c => sqlx::query_as::<_, Row>(SQL).fetch_all(c).await)?)
}

/// One edition in all its languages; empty if there is none.
pub async fn edition(cx: Cx<'_>, page: Page, edition: i64) -> Result<Vec<PageText>, DbError> {
    const SQL: &str = "\
        SELECT page, edition, language, body, written_at FROM page_text
        WHERE page = $1 AND edition = $2 ORDER BY language";
    from_rows(on!(cx, c => {
        sqlx::query_as::<_, Row>(SQL).bind(page.name()).bind(edition).fetch_all(c).await
    })?)
}

/// Numbers and dates of a page's editions, the newest first, at most `limit`.
pub async fn editions(cx: Cx<'_>, page: Page, limit: i64) -> Result<Vec<(i64, Timestamp)>, DbError> {
    const SQL: &str = "\
        SELECT edition, MAX(written_at) FROM page_text WHERE page = $1
        GROUP BY edition ORDER BY edition DESC LIMIT $2";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (i64, i64)>(SQL).bind(page.name()).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter().map(|(number, at)| Ok((number, timestamp(at)?))).collect()
}

/// Adds one language of an edition. Two people who write an edition at once: the second gets a conflict.
pub async fn insert(cx: Cx<'_>, text: &PageText) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO page_text (page, edition, language, body, written_at) VALUES ($1, $2, $3, $4, $5)";
    on!(cx, c => {
        sqlx::query(SQL).bind(text.page.name()).bind(text.edition).bind(&text.language).bind(&text.body)
            .bind(millis(text.written_at)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Keeps with a text of a version which agreement is in force; nothing if the newest edition is an empty one.
pub async fn keep_agreement(cx: Cx<'_>, text_id: hub_core::TextId) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE version_text SET agreement = (
            SELECT MAX(edition) FROM page_text WHERE page = 'agreement' AND body <> '' AND edition = (
                SELECT MAX(newest.edition) FROM page_text AS newest WHERE newest.page = 'agreement'))
        WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(text_id.get()).execute(c).await.map(drop))?;
    Ok(())
}

/// Under which agreement the accepted text of a version was published.
pub async fn agreement_of(cx: Cx<'_>, id: VersionId) -> Result<Option<i64>, DbError> {
    const SQL: &str = "\
        SELECT version_text.agreement FROM version JOIN version_text ON version_text.id = version.text_id
        WHERE version.id = $1";
    let found =
        on!(cx, c => sqlx::query_scalar::<_, Option<i64>>(SQL).bind(id.get()).fetch_optional(c).await)?;
    Ok(found.flatten())
}
