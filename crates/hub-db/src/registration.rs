//! What registration keeps beside the sites: handshakes on their way back, newcomers on registered addresses,
//! blocked secrets, and what each token said of the installation that used it.

use hub_core::SiteId;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, timestamp};

/// A handshake that ended well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handshake {
    /// The short code of its page.
    pub code: String,
    /// The site.
    pub site_id: SiteId,
    /// The hub's address as the site wrote it; echoed on the way back.
    pub hub_url: String,
    /// The raw secret, sealed: the way back carries it.
    pub secret_sealed: String,
    /// When.
    pub created_at: Timestamp,
}

/// Keeps a handshake until `expires_at`.
pub async fn put_handshake(cx: Cx<'_>, handshake: &Handshake, expires_at: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO handshake (code, site_id, hub_url, secret_sealed, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    let created_at = millis(handshake.created_at);
    on!(cx, c => {
        sqlx::query(SQL).bind(&handshake.code).bind(handshake.site_id.get()).bind(&handshake.hub_url)
            .bind(&handshake.secret_sealed).bind(created_at).bind(millis(expires_at)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// The handshake of a code, if it has not expired.
pub async fn handshake(cx: Cx<'_>, code: &str, now: Timestamp) -> Result<Option<Handshake>, DbError> {
    const SQL: &str = "\
        SELECT code, site_id, hub_url, secret_sealed, created_at FROM handshake WHERE code = $1 AND expires_at >= $2";
    type Row = (String, i64, String, String, i64);
    let row =
        on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(code).bind(millis(now)).fetch_optional(c).await)?;
    row.map(|(code, site_id, hub_url, secret_sealed, created_at)| {
        let created_at = timestamp(created_at)?;
        Ok(Handshake { code, site_id: SiteId(site_id), hub_url, secret_sealed, created_at })
    })
    .transpose()
}

/// The newest handshake of a site, if it has not expired.
pub async fn newest_handshake(
    cx: Cx<'_>,
    site_id: SiteId,
    now: Timestamp,
) -> Result<Option<Handshake>, DbError> {
    const SQL: &str = "\
        SELECT code, site_id, hub_url, secret_sealed, created_at FROM handshake
        WHERE site_id = $1 AND expires_at >= $2 ORDER BY created_at DESC LIMIT 1";
    type Row = (String, i64, String, String, i64);
    let row = on!(cx, c => {
        sqlx::query_as::<_, Row>(SQL).bind(site_id.get()).bind(millis(now)).fetch_optional(c).await
    })?;
    row.map(|(code, site_id, hub_url, secret_sealed, created_at)| {
        let created_at = timestamp(created_at)?;
        Ok(Handshake { code, site_id: SiteId(site_id), hub_url, secret_sealed, created_at })
    })
    .transpose()
}

/// A newcomer on a registered address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The site whose address it is.
    pub site_id: SiteId,
    /// The newcomer's registration, raw secret included, sealed JSON.
    pub newcomer_sealed: String,
    /// When the old contact was mailed last.
    pub mailed_at: Timestamp,
    /// Until when the link works.
    pub expires_at: Timestamp,
}

type ReplacementRow = (i64, String, i64, i64);

fn replacement_from(
    (site_id, newcomer_sealed, mailed_at, expires_at): ReplacementRow,
) -> Result<Replacement, DbError> {
    let (mailed_at, expires_at) = (timestamp(mailed_at)?, timestamp(expires_at)?);
    Ok(Replacement { site_id: SiteId(site_id), newcomer_sealed, mailed_at, expires_at })
}

/// The newcomer that asked for a site's address last, expired or refused or not.
pub async fn replacement_of(cx: Cx<'_>, site_id: SiteId) -> Result<Option<Replacement>, DbError> {
    const SQL: &str =
        "SELECT site_id, newcomer_sealed, mailed_at, expires_at FROM replacement WHERE site_id = $1";
    on!(cx, c => sqlx::query_as::<_, ReplacementRow>(SQL).bind(site_id.get()).fetch_optional(c).await)?
        .map(replacement_from)
        .transpose()
}

/// The newcomer that waits for a decision on a site's address.
pub async fn waiting_replacement_of(
    cx: Cx<'_>,
    site_id: SiteId,
    now: Timestamp,
) -> Result<Option<Replacement>, DbError> {
    const SQL: &str = "\
        SELECT site_id, newcomer_sealed, mailed_at, expires_at FROM replacement
        WHERE site_id = $1 AND expires_at >= $2 AND refused_at IS NULL";
    on!(cx, c => {
        sqlx::query_as::<_, ReplacementRow>(SQL).bind(site_id.get()).bind(millis(now)).fetch_optional(c).await
    })?
    .map(replacement_from)
    .transpose()
}

/// Staff refuses the newcomer of a site: its link works no more.
pub async fn refuse_replacement(cx: Cx<'_>, site_id: SiteId, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE replacement SET refused_at = $2 WHERE site_id = $1";
    on!(cx, c => sqlx::query(SQL).bind(site_id.get()).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// The newcomer of a link's hash, if the link has not expired and staff has not refused it.
pub async fn replacement_by_link(
    cx: Cx<'_>,
    link_hash: &str,
    now: Timestamp,
) -> Result<Option<Replacement>, DbError> {
    const SQL: &str = "\
        SELECT site_id, newcomer_sealed, mailed_at, expires_at FROM replacement
        WHERE link_hash = $1 AND expires_at >= $2 AND refused_at IS NULL";
    on!(cx, c => {
        sqlx::query_as::<_, ReplacementRow>(SQL).bind(link_hash).bind(millis(now)).fetch_optional(c).await
    })?
    .map(replacement_from)
    .transpose()
}

/// Keeps a newcomer with a fresh link, in the place of an earlier one.
pub async fn put_replacement(
    cx: Cx<'_>,
    replacement: &Replacement,
    link_hash: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO replacement (site_id, newcomer_sealed, link_hash, mailed_at, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (site_id) DO UPDATE SET newcomer_sealed = excluded.newcomer_sealed,
            link_hash = excluded.link_hash, mailed_at = excluded.mailed_at, expires_at = excluded.expires_at,
            refused_at = NULL";
    on!(cx, c => {
        sqlx::query(SQL).bind(replacement.site_id.get()).bind(&replacement.newcomer_sealed).bind(link_hash)
            .bind(millis(replacement.mailed_at)).bind(millis(now)).bind(millis(replacement.expires_at))
            .execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Forgets the newcomer of a site: its link works no more.
pub async fn remove_replacement(cx: Cx<'_>, site_id: SiteId) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM replacement WHERE site_id = $1";
    on!(cx, c => sqlx::query(SQL).bind(site_id.get()).execute(c).await.map(drop))?;
    Ok(())
}

/// Forgets handshakes and newcomers that have expired, and with them their sealed secrets.
pub async fn forget_expired(mut cx: Cx<'_>, now: Timestamp) -> Result<(), DbError> {
    for sql in
        ["DELETE FROM handshake WHERE expires_at < $1", "DELETE FROM replacement WHERE expires_at < $1"]
    {
        on!(cx.again(), c => sqlx::query(sql).bind(millis(now)).execute(c).await.map(drop))?;
    }
    Ok(())
}

/// Whether a secret is blocked.
pub async fn is_blocked(cx: Cx<'_>, secret_hash: &str) -> Result<bool, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM blocked_secret WHERE secret_hash = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(secret_hash).fetch_one(c).await)? > 0)
}

/// Blocks a secret; blocking it again changes nothing.
pub async fn block(
    cx: Cx<'_>,
    secret_hash: &str,
    site_id: SiteId,
    address: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO blocked_secret (secret_hash, site_id, address, blocked_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (secret_hash) DO NOTHING";
    on!(cx, c => {
        sqlx::query(SQL).bind(secret_hash).bind(site_id.get()).bind(address).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// A secret that opens nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockedSecret {
    /// The site that had it.
    pub site_id: Option<SiteId>,
    /// Where that site was.
    pub address: String,
    /// Since when.
    pub blocked_at: Timestamp,
}

/// Blocked secrets, newest first, at most `limit`.
pub async fn blocked(cx: Cx<'_>, limit: i64) -> Result<Vec<BlockedSecret>, DbError> {
    const SQL: &str = "\
        SELECT site_id, address, blocked_at FROM blocked_secret ORDER BY blocked_at DESC, secret_hash LIMIT $1";
    type Row = (Option<i64>, String, i64);
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(limit).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(site_id, address, at)| {
            Ok(BlockedSecret { site_id: site_id.map(SiteId), address, blocked_at: timestamp(at)? })
        })
        .collect()
}

/// Unblocks every secret of a site; gives how many there were.
pub async fn unblock(cx: Cx<'_>, site_id: SiteId) -> Result<u64, DbError> {
    const SQL: &str = "DELETE FROM blocked_secret WHERE site_id = $1";
    Ok(on!(cx, c => sqlx::query(SQL).bind(site_id.get()).execute(c).await.map(|r| r.rows_affected()))?)
}

/// One thing a token said of the installation that used it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// `address`, `release`, `courses`.
    pub aspect: String,
    /// What it said.
    pub value: String,
    /// When first.
    pub first_at: Timestamp,
    /// When last.
    pub last_at: Timestamp,
    /// How often.
    pub times: i64,
}

/// Notes what an authenticated call said.
pub async fn sight(
    cx: Cx<'_>,
    site: (SiteId, i64),
    aspect: &str,
    value: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO sighting (site_id, identity, aspect, value, first_at, last_at, times)
        VALUES ($1, $2, $3, $4, $5, $5, 1)
        ON CONFLICT (site_id, identity, aspect, value)
        DO UPDATE SET last_at = excluded.last_at, times = sighting.times + 1";
    on!(cx, c => {
        sqlx::query(SQL).bind(site.0.get()).bind(site.1).bind(aspect).bind(value).bind(millis(now))
            .execute(c).await.map(drop)
    })?;
    Ok(())
}

/// What was said of a site under its present identity, oldest first.
pub async fn sightings(cx: Cx<'_>, site: (SiteId, i64)) -> Result<Vec<Sighting>, DbError> {
    const SQL: &str = "\
        SELECT aspect, value, first_at, last_at, times FROM sighting WHERE site_id = $1 AND identity = $2
        ORDER BY aspect, first_at, value LIMIT 5000";
    type Row = (String, String, i64, i64, i64);
    let rows =
        on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(site.0.get()).bind(site.1).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(aspect, value, first_at, last_at, times)| {
            let (first_at, last_at) = (timestamp(first_at)?, timestamp(last_at)?);
            Ok(Sighting { aspect, value, first_at, last_at, times })
        })
        .collect()
}

/// Forgets what was said: the site has begun anew.
pub async fn forget_sightings(cx: Cx<'_>, site_id: SiteId) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM sighting WHERE site_id = $1";
    on!(cx, c => sqlx::query(SQL).bind(site_id.get()).execute(c).await.map(drop))?;
    Ok(())
}
