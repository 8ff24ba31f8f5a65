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

/// Where the needs of a kind are. Constant text; `$1` is the kind, `$2` now.
struct Source {
    id: &'static str,
    since: &'static str,
    title: &'static str,
    detail: &'static str,
    table: &'static str,
    condition: &'static str,
}

impl Source {
    fn of(kind: NeedKind) -> Self {
        match kind {
            NeedKind::AbuseReport => Self {
                id: "abuse_report.id",
                since: "abuse_report.received_at",
                title: "''",
                detail: "abuse_report.category",
                table: "abuse_report",
                condition: "abuse_report.state = 'open'",
            },
            NeedKind::Appeal => Self {
                id: "appeal.id",
                since: "appeal.opened_at",
                title: "(SELECT title FROM version_text JOIN version ON version.text_id = version_text.id \
                    WHERE version.id = appeal.version_id)",
                detail: "(SELECT verdict FROM decision WHERE decision.id = appeal.decision_id)",
                table: "appeal",
                condition: "appeal.state = 'open'",
            },
            NeedKind::Clone => Self {
                id: "site.id",
                since: "site.cloned_at",
                title: "site.name",
                detail: "site.address",
                table: "site",
                condition: "site.cloned_at IS NOT NULL AND site.state = 'active'",
            },
            NeedKind::Newcomer => Self {
                id: "replacement.site_id",
                since: "replacement.mailed_at",
                title: "(SELECT name FROM site WHERE site.id = replacement.site_id)",
                detail: "(SELECT address FROM site WHERE site.id = replacement.site_id)",
                table: "replacement",
                condition: "replacement.refused_at IS NULL AND replacement.expires_at >= $2",
            },
            NeedKind::WaitingCourse => Self {
                id: "version.id",
                since: "version.updated_at",
                title: "(SELECT title FROM version_text WHERE version_text.id = version.text_id)",
                detail: "version.package_codes",
                table: "version",
                condition: "version.listing = 'waiting' AND version.waiting_text_id IS NULL \
                    AND NOT EXISTS (SELECT 1 FROM asked WHERE asked.version_id = version.id \
                        AND asked.text_id = version.text_id AND asked.asked_at >= version.updated_at \
                        AND asked.back_at > $2)",
            },
            NeedKind::WaitingChange => Self {
                id: "version.id",
                since: "version.updated_at",
                title: "(SELECT title FROM version_text WHERE version_text.id = version.waiting_text_id)",
                detail: "''",
                table: "version",
                condition: "version.waiting_text_id IS NOT NULL \
                    AND NOT EXISTS (SELECT 1 FROM asked WHERE asked.version_id = version.id \
                        AND asked.text_id = version.waiting_text_id AND asked.asked_at >= version.updated_at \
                        AND asked.back_at > $2)",
            },
            NeedKind::Findings => Self {
                id: "version.id",
                since: "package_look.since",
                title: "(SELECT title FROM version_text WHERE version_text.id = version.text_id)",
                detail: "package_look.codes",
                table: "package_look JOIN version ON version.id = package_look.version_id",
                condition: "version.listing = 'listed'",
            },
            // The minutes are those of `hub_core::site::RETURN_MINUTES`.
            NeedKind::ReturnNotSeen => Self {
                id: "site.id",
                since: "site.handshake_at",
                title: "site.name",
                detail: "site.address",
                table: "site",
                condition: "site.state = 'active' \
                    AND (site.last_seen_at IS NULL OR site.last_seen_at < site.handshake_at) \
                    AND site.handshake_at <= $2 - 600000",
            },
            _ => Self {
                id: "need.subject_id",
                since: "need.since",
                title: "need.title",
                detail: "need.detail",
                table: "need",
                condition: "need.kind = $1",
            },
        }
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
    let Source { id, since, title, detail, table, condition } = Source::of(kind);
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT {id}, {since}, {title}, {detail} FROM {table} WHERE {condition}
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

/// How many needs of each kind nobody snoozed, in the order of urgency.
pub async fn counts(mut cx: Cx<'_>, now: Timestamp) -> Result<Vec<(NeedKind, i64)>, DbError> {
    let kept = kept_counts(cx.again(), now).await?;
    let mut counts = Vec::with_capacity(NeedKind::ALL.len());
    for kind in NeedKind::ALL.iter().copied() {
        let count = if kind.is_found_daily() {
            kept.iter().find(|(name, _)| name == kind.name()).map_or(0, |(_, count)| *count)
        } else {
            count(cx.again(), kind, now).await?
        };
        counts.push((kind, count));
    }
    Ok(counts)
}

/// How many needs of a kind nobody snoozed, asked of its own table.
async fn count(cx: Cx<'_>, kind: NeedKind, now: Timestamp) -> Result<i64, DbError> {
    let Source { id, table, condition, .. } = Source::of(kind);
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT COUNT(*) FROM {table} WHERE {condition}
            AND NOT EXISTS (SELECT 1 FROM snooze WHERE snooze.kind = $1 AND snooze.subject_id = {id}
                AND snooze.until_at > $2)"
    ));
    Ok(on!(cx, c => {
        sqlx::query_scalar::<_, i64>(sql).bind(kind.name()).bind(millis(now)).fetch_one(c).await
    })?)
}

/// What the daily look found, counted by one look at its index; what is snoozed of it, of which there is little, is
/// taken off.
async fn kept_counts(cx: Cx<'_>, now: Timestamp) -> Result<Vec<(String, i64)>, DbError> {
    const SQL: &str = "\
        SELECT kind, CAST(SUM(found) AS BIGINT) FROM (
            SELECT kind, COUNT(*) AS found FROM need GROUP BY kind
            UNION ALL
            SELECT need.kind, -COUNT(*) AS found FROM snooze
                JOIN need ON need.kind = snooze.kind AND need.subject_id = snooze.subject_id
                WHERE snooze.until_at > $1 GROUP BY need.kind
        ) AS parts GROUP BY kind";
    Ok(on!(cx, c => sqlx::query_as::<_, (String, i64)>(SQL).bind(millis(now)).fetch_all(c).await)?)
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

/// Since when there is a need of a kind that is written here and found by no daily look.
pub async fn since(cx: Cx<'_>, kind: NeedKind, subject: i64) -> Result<Option<Timestamp>, DbError> {
    const SQL: &str = "SELECT since FROM need WHERE kind = $1 AND subject_id = $2";
    let since = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(kind.name()).bind(subject).fetch_optional(c).await
    })?;
    crate::optional_timestamp(since)
}

/// What earlier daily looks found and nobody forgot.
pub async fn kept(cx: Cx<'_>) -> Result<Vec<Need>, DbError> {
    const SQL: &str = "SELECT kind, subject_id, since, title, detail FROM need";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (String, i64, i64, String, String)>(SQL).fetch_all(c).await
    })?;
    let mut needs = Vec::with_capacity(rows.len());
    for (kind, subject, since, title, detail) in rows {
        let kind = NeedKind::from_name(&kind).ok_or(DbError::Damaged("a need of an unknown kind"))?;
        if kind.is_found_daily() {
            needs.push(Need { kind, subject, since: timestamp(since)?, title, detail });
        }
    }
    Ok(needs)
}

/// Forgets what a look did not find again.
pub async fn forget(cx: Cx<'_>, kind: NeedKind, subject: i64) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM need WHERE kind = $1 AND subject_id = $2";
    on!(cx, c => sqlx::query(SQL).bind(kind.name()).bind(subject).execute(c).await.map(drop))?;
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
