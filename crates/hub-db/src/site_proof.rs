//! Codes that sites show, and where the hub has seen them.

use hub_core::SiteId;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, optional_timestamp, timestamp};

/// The proof of a site's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// What the site has to show.
    pub code: String,
    /// Since when it is asked for.
    pub made_at: Timestamp,
    /// When it was looked for last.
    pub checked_at: Option<Timestamp>,
    /// Where it was seen: how, at which address of the site, and when last.
    pub seen: Option<Seen>,
}

/// Where and when a code was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// `file`, `meta` or `dns`.
    pub method: String,
    /// The site's address at that time.
    pub address: String,
    /// When last.
    pub at: Timestamp,
}

/// The proof of a site, if a code was made for it.
pub async fn of_site(cx: Cx<'_>, id: SiteId) -> Result<Option<Proof>, DbError> {
    const SQL: &str = "\
        SELECT code, made_at, checked_at, method, address, proved_at FROM site_proof WHERE site_id = $1";
    type Row = (String, i64, Option<i64>, Option<String>, Option<String>, Option<i64>);
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(id.get()).fetch_optional(c).await)?;
    row.map(|(code, made_at, checked_at, method, address, proved_at)| {
        let seen = match (method, address, proved_at) {
            (Some(method), Some(address), Some(at)) => Some(Seen { method, address, at: timestamp(at)? }),
            _ => None,
        };
        Ok(Proof { code, made_at: timestamp(made_at)?, checked_at: optional_timestamp(checked_at)?, seen })
    })
    .transpose()
}

/// Gives a site a code, unless it has one.
pub async fn put_code(cx: Cx<'_>, id: SiteId, code: &str, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO site_proof (site_id, code, made_at) VALUES ($1, $2, $3) ON CONFLICT (site_id) DO NOTHING";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(code).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Notes that the code was looked for, and where it was seen; what was seen before stays when it was not.
pub async fn checked(
    mut cx: Cx<'_>,
    id: SiteId,
    seen: Option<(&str, &str)>,
    now: Timestamp,
) -> Result<(), DbError> {
    const LOOKED: &str = "UPDATE site_proof SET checked_at = $2 WHERE site_id = $1";
    const SEEN: &str = "UPDATE site_proof SET method = $2, address = $3, proved_at = $4 WHERE site_id = $1";
    on!(cx.again(), c => sqlx::query(LOOKED).bind(id.get()).bind(millis(now)).execute(c).await.map(drop))?;
    if let Some((method, address)) = seen {
        on!(cx, c => {
            sqlx::query(SEEN).bind(id.get()).bind(method).bind(address).bind(millis(now)).execute(c).await.map(drop)
        })?;
    }
    Ok(())
}
