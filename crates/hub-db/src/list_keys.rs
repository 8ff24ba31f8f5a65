//! Folded columns for rows that were written before there were any, or when they were made otherwise.

use hub_core::fold::KEYS;
use hub_core::{AccountId, SiteId};

use crate::{Cx, Db, DbError, account, audit, on, site, version, version_list};

/// Rows of one transaction.
const AT_ONCE: i64 = 500;

/// Fills the folded columns, unless they are filled as this program does it. Two programs may do it at once: both write
/// the same.
pub(crate) async fn fill(db: &Db) -> Result<(), DbError> {
    const MADE: &str = "UPDATE counter SET value = $1 WHERE name = 'list_keys'";
    if made(db.read().await?.cx()).await? == KEYS {
        return Ok(());
    }
    let mut after = SiteId(0);
    loop {
        let mut tx = db.begin().await?;
        let sites = site::list(tx.cx(), after, AT_ONCE).await?;
        let Some(last) = sites.last() else { break };
        after = last.id;
        for site in &sites {
            site::write_keys(tx.cx(), site).await?;
        }
        tx.commit().await?;
    }
    let mut after = 0;
    loop {
        let mut tx = db.begin().await?;
        let texts = version::texts_after(tx.cx(), after, AT_ONCE).await?;
        let Some((last, _)) = texts.last() else { break };
        after = last.get();
        for (id, text) in &texts {
            version_list::put_text(tx.cx(), *id, text).await?;
        }
        tx.commit().await?;
    }
    let mut after = AccountId(0);
    loop {
        let mut tx = db.begin().await?;
        let last = account::fill_keys(tx.cx(), after, AT_ONCE).await?;
        tx.commit().await?;
        let Some(last) = last else { break };
        after = last;
    }
    let mut after = 0;
    loop {
        let mut tx = db.begin().await?;
        let last = audit::fill_keys(tx.cx(), after, AT_ONCE).await?;
        tx.commit().await?;
        let Some(last) = last else { break };
        after = last;
    }
    let mut tx = db.begin().await?;
    version_list::refresh_all(tx.cx()).await?;
    on!(tx.cx(), c => sqlx::query(MADE).bind(KEYS).execute(c).await.map(drop))?;
    tx.commit().await
}

async fn made(cx: Cx<'_>) -> Result<i64, DbError> {
    const SQL: &str = "SELECT value FROM counter WHERE name = 'list_keys'";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).fetch_one(c).await)?)
}
