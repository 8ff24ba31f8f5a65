//! The queue of moderation, and who is at work on what in it.

use hub_core::moderation::QueueKind;
use hub_core::{AccountId, CourseId, SiteId, TextId, VersionId};
use jiff::Timestamp;

use crate::filter::{Filter as Conditions, Value, bind_values};
use crate::{Cx, DbError, millis, on, timestamp};

/// One entry of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The version.
    pub version: VersionId,
    /// Its course.
    pub course: CourseId,
    /// Why it waits.
    pub why: QueueKind,
    /// `advert` or `share`.
    pub kind: String,
    /// The text that is shown and decided on.
    pub text: TextId,
    /// Of that text.
    pub title: String,
    /// Of that text.
    pub language: String,
    /// Of that text.
    pub licence: String,
    /// Pictures of that text.
    pub screenshots: i64,
    /// The site that sent it, with its name.
    pub site: Option<(SiteId, String)>,
    /// `none`, `reading`, `ready`, `held` or `refused`.
    pub package: String,
    /// Codes of findings, joined by commas.
    pub package_codes: String,
    /// When it was sent.
    pub since: Timestamp,
    /// Who is at work on it.
    pub claim: Option<Claim>,
}

/// A moderator at work on a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Who.
    pub account: AccountId,
    /// What they are called; their address if they have no name.
    pub name: String,
    /// Since when.
    pub claimed_at: Timestamp,
    /// When they last did something about it.
    pub active_at: Timestamp,
}

/// Which entries of the queue are wanted; what is `None` or 0 does not matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    /// Why they wait.
    pub why: Option<QueueKind>,
    /// Who sent them.
    pub site: Option<SiteId>,
    /// In which language.
    pub language: Option<&'a str>,
    /// Claimed by this account.
    pub claimed_by: Option<AccountId>,
    /// Claimed by nobody.
    pub unclaimed: bool,
}

/// What is in the queue: it waits, and its publisher was not asked for changes of this very text.
const WAITS: &str = "(listing = 'waiting' OR waiting_text_id IS NOT NULL) \
    AND NOT EXISTS (SELECT 1 FROM asked WHERE asked.version_id = version.id \
        AND asked.text_id = COALESCE(version.waiting_text_id, version.text_id) \
        AND asked.asked_at >= version.updated_at AND asked.back_at > $1)";

impl Filter<'_> {
    /// As conditions over `version` alone, so that counting joins nothing. `$1` is now.
    fn conditions(&self, now: Timestamp, claims_since: Timestamp) -> Conditions {
        let mut conditions = Conditions::after(vec![Value::Int(millis(now))]);
        conditions.and(WAITS);
        match self.why {
            None => {}
            Some(QueueKind::Change) => conditions.and("version.waiting_text_id IS NOT NULL"),
            Some(QueueKind::Held) => {
                conditions.and("version.waiting_text_id IS NULL AND version.package = 'held'");
            }
            Some(QueueKind::New) => {
                conditions.and("version.waiting_text_id IS NULL AND version.package <> 'held'");
            }
        }
        conditions.and_int(
            "EXISTS (SELECT 1 FROM course WHERE course.id = version.course_id AND course.site_id = {})",
            self.site.map(SiteId::get),
        );
        conditions.and_text(
            "EXISTS (SELECT 1 FROM text_key WHERE text_key.language = {} \
                AND text_key.text_id = COALESCE(version.waiting_text_id, version.text_id))",
            self.language,
        );
        if self.claimed_by.is_some() || self.unclaimed {
            let since = conditions.place(Value::Int(millis(claims_since)));
            let claim = format!(
                "SELECT 1 FROM claim WHERE claim.version_id = version.id AND claim.active_at > {since}"
            );
            if let Some(account) = self.claimed_by {
                let account = conditions.place(Value::Int(account.get()));
                conditions.and_placed(&format!("EXISTS ({claim} AND claim.account_id = {account})"));
            }
            if self.unclaimed {
                conditions.and_placed(&format!("NOT EXISTS ({claim})"));
            }
        }
        conditions
    }
}

const FROM: &str = "FROM version JOIN course ON course.id = version.course_id \
    JOIN version_text AS shown ON shown.id = COALESCE(version.waiting_text_id, version.text_id) \
    LEFT JOIN site ON site.id = course.site_id \
    LEFT JOIN claim ON claim.version_id = version.id AND claim.active_at > {claims_since} \
    LEFT JOIN account ON account.id = claim.account_id";

#[derive(sqlx::FromRow)]
struct WaitingRow {
    id: i64,
    course_id: i64,
    kind: String,
    is_change: bool,
    text_id: i64,
    title: String,
    language: String,
    licence: String,
    screenshots: i64,
    site_id: Option<i64>,
    site_name: Option<String>,
    package: String,
    package_codes: String,
    updated_at: i64,
    account_id: Option<i64>,
    account_name: Option<String>,
    account_email: Option<String>,
    claimed_at: Option<i64>,
    active_at: Option<i64>,
}

impl WaitingRow {
    fn read(self) -> Result<Waiting, DbError> {
        let why = match (self.is_change, self.package.as_str()) {
            (true, _) => QueueKind::Change,
            (false, "held") => QueueKind::Held,
            (false, _) => QueueKind::New,
        };
        let name = self.account_name.filter(|name| !name.is_empty()).or(self.account_email);
        let claim = match (self.account_id, self.claimed_at, self.active_at) {
            (Some(account), Some(claimed_at), Some(active_at)) => Some(Claim {
                account: AccountId(account),
                name: name.unwrap_or_default(),
                claimed_at: timestamp(claimed_at)?,
                active_at: timestamp(active_at)?,
            }),
            _ => None,
        };
        Ok(Waiting {
            version: VersionId(self.id),
            course: CourseId(self.course_id),
            why,
            kind: self.kind,
            text: TextId(self.text_id),
            title: self.title,
            language: self.language,
            licence: self.licence,
            screenshots: self.screenshots,
            site: self.site_id.map(SiteId).map(|id| (id, self.site_name.unwrap_or_default())),
            package: self.package,
            package_codes: self.package_codes,
            since: timestamp(self.updated_at)?,
            claim,
        })
    }
}

/// The queue after an entry (`None`: from its head), oldest first, at most `limit`. Claims not active since
/// `claims_since` do not count.
pub async fn page(
    cx: Cx<'_>,
    filter: Filter<'_>,
    after: Option<(Timestamp, VersionId)>,
    (now, claims_since): (Timestamp, Timestamp),
    limit: i64,
) -> Result<Vec<Waiting>, DbError> {
    let mut conditions = filter.conditions(now, claims_since);
    let (after_at, after_id) = after.map_or((i64::MIN, 0), |(at, id)| (millis(at), id.get()));
    let (at, id) = (conditions.place(Value::Int(after_at)), conditions.place(Value::Int(after_id)));
    conditions.and_placed(&format!(
        "version.updated_at > {at} OR (version.updated_at = {at} AND version.id > {id})"
    ));
    let limit = conditions.place(Value::Int(limit));
    let from = FROM.replace("{claims_since}", &conditions.place(Value::Int(millis(claims_since))));
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT version.id, version.course_id, version.kind, version.waiting_text_id IS NOT NULL AS is_change,
            shown.id AS text_id, shown.title, shown.language, shown.licence, shown.screenshots,
            course.site_id, site.name AS site_name, version.package, version.package_codes, version.updated_at,
            claim.account_id, account.name AS account_name, account.email AS account_email,
            claim.claimed_at, claim.active_at
         {from}
         {condition}
         ORDER BY version.updated_at, version.id LIMIT {limit}",
        condition = conditions.sql()
    ));
    let rows = on!(cx, c => {
        bind_values!(sqlx::query_as::<_, WaitingRow>(sql), conditions.values()).fetch_all(c).await
    })?;
    rows.into_iter().map(WaitingRow::read).collect()
}

/// How many entries the queue has.
pub async fn count(
    cx: Cx<'_>,
    filter: Filter<'_>,
    (now, claims_since): (Timestamp, Timestamp),
) -> Result<i64, DbError> {
    let conditions = filter.conditions(now, claims_since);
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM version {}", conditions.sql()));
    Ok(on!(cx, c => bind_values!(sqlx::query_scalar::<_, i64>(sql), conditions.values()).fetch_one(c).await)?)
}

/// How many entries the whole queue has: one look at its own index.
pub async fn length(cx: Cx<'_>, now: Timestamp) -> Result<i64, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM version WHERE {WAITS}"));
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(sql).bind(millis(now)).fetch_one(c).await)?)
}

/// Who has a version, if they were active since `since`.
pub async fn claim_of(cx: Cx<'_>, id: VersionId, since: Timestamp) -> Result<Option<Claim>, DbError> {
    const SQL: &str = "\
        SELECT claim.account_id, account.name, account.email, claim.claimed_at, claim.active_at
        FROM claim JOIN account ON account.id = claim.account_id
        WHERE claim.version_id = $1 AND claim.active_at > $2";
    type Row = (i64, String, String, i64, i64);
    let row = on!(cx, c => {
        sqlx::query_as::<_, Row>(SQL).bind(id.get()).bind(millis(since)).fetch_optional(c).await
    })?;
    row.map(|(account, name, email, claimed_at, active_at)| {
        let name = if name.is_empty() { email } else { name };
        let (claimed_at, active_at) = (timestamp(claimed_at)?, timestamp(active_at)?);
        Ok(Claim { account: AccountId(account), name, claimed_at, active_at })
    })
    .transpose()
}

/// Gives a version to an account, in place of who had it; the same account stays since it claimed it.
pub async fn claim(cx: Cx<'_>, id: VersionId, account: AccountId, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO claim (version_id, account_id, claimed_at, active_at) VALUES ($1, $2, $3, $3)
        ON CONFLICT (version_id) DO UPDATE SET account_id = excluded.account_id, active_at = excluded.active_at,
            claimed_at = CASE WHEN claim.account_id = excluded.account_id THEN claim.claimed_at
                ELSE excluded.claimed_at END";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(account.get()).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Nobody has the version any more.
pub async fn release(cx: Cx<'_>, id: VersionId) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM claim WHERE version_id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).execute(c).await.map(drop))?;
    Ok(())
}

/// The publisher was asked for changes of this text: it is out of the queue until `back_at`.
pub async fn ask(
    cx: Cx<'_>,
    id: VersionId,
    text: TextId,
    now: Timestamp,
    back_at: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO asked (version_id, text_id, asked_at, back_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (version_id) DO UPDATE SET text_id = excluded.text_id, asked_at = excluded.asked_at,
            back_at = excluded.back_at";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(text.get()).bind(millis(now)).bind(millis(back_at)).execute(c).await
            .map(drop)
    })?;
    Ok(())
}
