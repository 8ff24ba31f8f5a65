//! What needs staff: asked of the tables where that is quick, kept from the daily look where it is not.

use hub_core::VersionId;
use hub_core::need::NeedKind;
use hub_core::rights::Actor;
use jiff::Timestamp;

use crate::audit::actor_columns;
use crate::{Cx, DbError, millis, on, timestamp};

/// Something that needs staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// What it is.
    pub kind: NeedKind,
    /// The id of its subject, see [`NeedKind::subject`].
    pub subject: i64,
    /// How long it has been so.
    pub since: Timestamp,
    /// The title of the course or the name of the site; empty for reports of abuse.
    pub title: String,
    /// What is wrong, in few words of the hub's own: an address, a category, the other course's id.
    pub detail: String,
}

/// `id, since, title, detail` of a kind, and from where. `$1` is the kind, `$2` now.
fn source(kind: NeedKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        NeedKind::AbuseReport => (
            "abuse_report.id",
            "abuse_report.received_at",
            "'' AS title, abuse_report.category AS detail FROM abuse_report WHERE abuse_report.state = 'open'",
        ),
        NeedKind::Appeal => (
            "appeal.id",
            "appeal.opened_at",
            "version_text.title, decision.verdict AS detail FROM appeal \
             JOIN decision ON decision.id = appeal.decision_id JOIN version ON version.id = appeal.version_id \
             JOIN version_text ON version_text.id = version.text_id WHERE appeal.state = 'open'",
        ),
        NeedKind::Clone => (
            "site.id",
            "site.cloned_at",
            "site.name AS title, site.address AS detail FROM site \
             WHERE site.cloned_at IS NOT NULL AND site.state = 'active'",
        ),
        NeedKind::WaitingCourse => (
            "version.id",
            "version.updated_at",
            "version_text.title, version.package_codes AS detail FROM version \
             JOIN version_text ON version_text.id = version.text_id \
             WHERE version.listing = 'waiting' AND version.waiting_text_id IS NULL \
             AND NOT EXISTS (SELECT 1 FROM asked WHERE asked.version_id = version.id \
                AND asked.text_id = version.text_id AND asked.asked_at >= version.updated_at AND asked.back_at > $2)",
        ),
        NeedKind::WaitingChange => (
            "version.id",
            "version.updated_at",
            "version_text.title, '' AS detail FROM version \
             JOIN version_text ON version_text.id = version.waiting_text_id \
             WHERE version.waiting_text_id IS NOT NULL \
             AND NOT EXISTS (SELECT 1 FROM asked WHERE asked.version_id = version.id \
                AND asked.text_id = version.waiting_text_id AND asked.asked_at >= version.updated_at \
                AND asked.back_at > $2)",
        ),
        // The minutes are those of `hub_core::site::RETURN_MINUTES`.
        NeedKind::ReturnNotSeen => (
            "site.id",
            "site.handshake_at",
            "site.name AS title, site.address AS detail FROM site WHERE site.state = 'active' \
             AND (site.last_seen_at IS NULL OR site.last_seen_at < site.handshake_at) \
             AND site.handshake_at <= $2 - 600000",
        ),
        _ => ("need.subject_id", "need.since", "need.title, need.detail FROM need WHERE need.kind = $1"),
    }
}

/// Needs of one kind that nobody snoozed, after one of them, longest first, at most `limit`.
pub async fn page(
    cx: Cx<'_>,
    kind: NeedKind,
    after: Option<(Timestamp, i64)>,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<Need>, DbError> {
    let (id, since, rest) = source(kind);
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT {id} AS id, {since} AS since, {rest}
            AND ({since} > $3 OR ({since} = $3 AND {id} > $4))
            AND NOT EXISTS (SELECT 1 FROM snooze WHERE snooze.kind = $1 AND snooze.subject_id = {id}
                AND snooze.until_at > $2)
         ORDER BY {since}, {id} LIMIT $5"
    ));
    let (at, last) = after.map_or((i64::MIN, 0), |(at, id)| (millis(at), id));
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (i64, i64, String, String)>(sql).bind(kind.name()).bind(millis(now)).bind(at).bind(last)
            .bind(limit).fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(subject, since, title, detail)| {
            Ok(Need { kind, subject, since: timestamp(since)?, title, detail })
        })
        .collect()
}

/// How many needs of a kind nobody snoozed.
pub async fn count(cx: Cx<'_>, kind: NeedKind, now: Timestamp) -> Result<i64, DbError> {
    let (id, since, rest) = source(kind);
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT COUNT(*) FROM (SELECT {id} AS id, {since} AS since, {rest}
            AND NOT EXISTS (SELECT 1 FROM snooze WHERE snooze.kind = $1 AND snooze.subject_id = {id}
                AND snooze.until_at > $2)) AS found"
    ));
    Ok(on!(cx, c => {
        sqlx::query_scalar::<_, i64>(sql).bind(kind.name()).bind(millis(now)).fetch_one(c).await
    })?)
}

/// Keeps what the daily look that began at `now` found.
pub async fn put(cx: Cx<'_>, need: &Need, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO need (kind, subject_id, since, title, detail, found_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (kind, subject_id) DO UPDATE SET since = excluded.since, title = excluded.title,
            detail = excluded.detail, found_at = excluded.found_at";
    on!(cx, c => {
        sqlx::query(SQL).bind(need.kind.name()).bind(need.subject).bind(millis(need.since)).bind(&need.title)
            .bind(&need.detail).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Whether a look found it before.
pub async fn is_known(cx: Cx<'_>, kind: NeedKind, subject: i64) -> Result<bool, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM need WHERE kind = $1 AND subject_id = $2";
    let found =
        on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(kind.name()).bind(subject).fetch_one(c).await)?;
    Ok(found > 0)
}

/// Forgets what a look that began at `now` did not find again.
pub async fn forget_before(cx: Cx<'_>, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM need WHERE found_at < $1";
    on!(cx, c => sqlx::query(SQL).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Nobody is told of a need until `until`.
pub async fn snooze(
    cx: Cx<'_>,
    kind: NeedKind,
    subject: i64,
    until: Timestamp,
    actor: Actor,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO snooze (kind, subject_id, until_at, actor_kind, actor_id) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (kind, subject_id) DO UPDATE SET until_at = excluded.until_at,
            actor_kind = excluded.actor_kind, actor_id = excluded.actor_id";
    let (actor_kind, actor_id) = actor_columns(actor);
    on!(cx, c => {
        sqlx::query(SQL).bind(kind.name()).bind(subject).bind(millis(until)).bind(actor_kind).bind(actor_id)
            .execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Until when a need is snoozed.
pub async fn snoozed_until(cx: Cx<'_>, kind: NeedKind, subject: i64) -> Result<Option<Timestamp>, DbError> {
    const SQL: &str = "SELECT until_at FROM snooze WHERE kind = $1 AND subject_id = $2";
    let until = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(kind.name()).bind(subject).fetch_optional(c).await
    })?;
    crate::optional_timestamp(until)
}

/// Active sites that made no call since `before`: id, name, address, and when the last was.
pub async fn silent_sites(
    cx: Cx<'_>,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<(i64, String, String, Timestamp)>, DbError> {
    const SQL: &str = "\
        SELECT id, name, address, COALESCE(last_seen_at, handshake_at, registered_at) AS seen_at FROM site
        WHERE state = 'active' AND COALESCE(last_seen_at, handshake_at, registered_at) < $1
        ORDER BY id LIMIT $2";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (i64, String, String, i64)>(SQL).bind(millis(before)).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter().map(|(id, name, address, at)| Ok((id, name, address, timestamp(at)?))).collect()
}

/// Links with so many checks in vain: version, address, since when.
pub async fn dead_links(
    cx: Cx<'_>,
    failures: i64,
    limit: i64,
) -> Result<Vec<(VersionId, String, Timestamp)>, DbError> {
    const SQL: &str = "\
        SELECT version_id, url, since FROM link_trouble WHERE failures >= $1 ORDER BY version_id LIMIT $2";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (i64, String, i64)>(SQL).bind(failures).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter().map(|(id, url, since)| Ok((VersionId(id), url, timestamp(since)?))).collect()
}
