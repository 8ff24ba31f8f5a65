//! Sites, and what registration keeps beside them.

use hub_core::SiteId;
use hub_core::address::SiteAddress;
use hub_core::desk::{Series, name_key, site_search_key};
use hub_core::site::{Disclosure, Site, SiteInfo, SiteState};
use jiff::Timestamp;
use sqlx::{ColumnIndex, Decode, Row, Type};

use crate::{Cx, DbError, millis, on, optional_timestamp, placeholders, timestamp};

/// What of the secret is kept: a hash to find the site by, and two sealed identifiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretKept {
    /// SHA-256 of the lower-hex MD5 of the raw secret.
    pub hash: String,
    /// That MD5, sealed with the data folder's key.
    pub md5_sealed: String,
    /// MD5 of the value without its last 14 digits, as backups carry it, sealed likewise.
    pub backup_identifier_sealed: String,
}

/// The bindings `insert` and `update` share, from `name` to `cloned_at`.
macro_rules! bind_rest {
    ($query:expr, $site:expr, $counters:expr) => {
        $query
            .bind(&$site.info.name)
            .bind(&$site.info.description)
            .bind(&$site.info.contact_name)
            .bind(&$site.info.contact_email)
            .bind(&$site.info.contact_phone)
            .bind($site.info.contactable)
            .bind($site.info.email_alert)
            .bind(&$site.info.language)
            .bind(&$site.info.country)
            .bind(&$site.info.region)
            .bind(&$site.info.street)
            .bind(&$site.info.geolocation)
            .bind($site.info.disclosure.name())
            .bind(&$site.info.moodle_version)
            .bind(&$site.info.moodle_release)
            .bind($counters)
            .bind($site.trusted)
            .bind($site.prioritised)
            .bind($site.in_directory)
            .bind($site.courses_per_day.is_some())
            .bind($site.courses_per_day.flatten().map(i64::from))
            .bind(&$site.waiting_name)
            .bind($site.waiting_address.as_ref().map(|a| a.as_str().to_owned()))
            .bind(&$site.notes)
            .bind(millis($site.registered_at))
            .bind(millis($site.updated_at))
            .bind($site.handshake_at.map(millis))
            .bind($site.last_seen_at.map(millis))
            .bind($site.left_at.map(millis))
            .bind($site.cloned_at.map(millis))
    };
}

const COLUMNS: &str = "\
    id, state, address, name, description, contact_name, contact_email, contact_phone, contactable, email_alert, \
    language, country, region, street, geolocation, disclosure, moodle_version, moodle_release, counters, trusted, \
    prioritised, in_directory, courses_per_day_own, courses_per_day, identity, waiting_name, waiting_address, notes, \
    registered_at, updated_at, handshake_at, last_seen_at, left_at, cloned_at";

/// A row of [`COLUMNS`], read by name on either engine.
struct SiteRow(Result<Site, DbError>);

impl<'r, R> sqlx::FromRow<'r, R> for SiteRow
where
    R: Row,
    for<'a> &'a str: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        let address: String = row.try_get("address")?;
        let waiting_address: Option<String> = row.try_get("waiting_address")?;
        let state: String = row.try_get("state")?;
        let counters: String = row.try_get("counters")?;
        let disclosure: String = row.try_get("disclosure")?;
        let own_limit: bool = row.try_get("courses_per_day_own")?;
        let limit: Option<i64> = row.try_get("courses_per_day")?;
        let info = SiteInfo {
            name: row.try_get("name")?,
            description: row.try_get("description")?,
            contact_name: row.try_get("contact_name")?,
            contact_email: row.try_get("contact_email")?,
            contact_phone: row.try_get("contact_phone")?,
            contactable: row.try_get("contactable")?,
            email_alert: row.try_get("email_alert")?,
            language: row.try_get("language")?,
            country: row.try_get("country")?,
            region: row.try_get("region")?,
            street: row.try_get("street")?,
            geolocation: row.try_get("geolocation")?,
            disclosure: Disclosure::from_name(&disclosure),
            moodle_version: row.try_get("moodle_version")?,
            moodle_release: row.try_get("moodle_release")?,
            counters: serde_json::from_str(&counters).unwrap_or_default(),
        };
        let (id, identity): (i64, i64) = (row.try_get("id")?, row.try_get("identity")?);
        let (trusted, prioritised): (bool, bool) = (row.try_get("trusted")?, row.try_get("prioritised")?);
        let in_directory: bool = row.try_get("in_directory")?;
        let (waiting_name, notes): (Option<String>, String) =
            (row.try_get("waiting_name")?, row.try_get("notes")?);
        let (registered_at, updated_at): (i64, i64) =
            (row.try_get("registered_at")?, row.try_get("updated_at")?);
        let (handshake_at, last_seen_at): (Option<i64>, Option<i64>) =
            (row.try_get("handshake_at")?, row.try_get("last_seen_at")?);
        let (left_at, cloned_at): (Option<i64>, Option<i64>) =
            (row.try_get("left_at")?, row.try_get("cloned_at")?);
        let read = || -> Result<Site, DbError> {
            Ok(Site {
                id: SiteId(id),
                state: SiteState::from_name(&state).ok_or(DbError::Damaged("a site in an unknown state"))?,
                address: SiteAddress::parse(&address)
                    .map_err(|_| DbError::Damaged("a site with a wrong address"))?,
                info,
                trusted,
                prioritised,
                in_directory,
                courses_per_day: own_limit.then(|| limit.and_then(|n| u32::try_from(n).ok())),
                identity,
                waiting_name,
                waiting_address: waiting_address.and_then(|text| SiteAddress::parse(&text).ok()),
                registered_at: timestamp(registered_at)?,
                updated_at: timestamp(updated_at)?,
                handshake_at: optional_timestamp(handshake_at)?,
                last_seen_at: optional_timestamp(last_seen_at)?,
                left_at: optional_timestamp(left_at)?,
                cloned_at: optional_timestamp(cloned_at)?,
                notes,
            })
        };
        Ok(Self(read()))
    }
}

/// Safe everywhere below: the variable parts are [`COLUMNS`], constant conditions and the dialect's lock words.
fn select(condition: &str) -> sqlx::AssertSqlSafe<String> {
    sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM site WHERE {condition}"))
}

/// One site.
pub async fn by_id(cx: Cx<'_>, id: SiteId) -> Result<Option<Site>, DbError> {
    let sql = select("id = $1");
    on!(cx, c => sqlx::query_as::<_, SiteRow>(sql).bind(id.get()).fetch_optional(c).await)?
        .map(|row| row.0)
        .transpose()
}

/// One site, locked until the transaction ends.
pub async fn lock(cx: Cx<'_>, id: SiteId) -> Result<Option<Site>, DbError> {
    let sql = select(&format!("id = $1{}", cx.for_update()));
    on!(cx, c => sqlx::query_as::<_, SiteRow>(sql).bind(id.get()).fetch_optional(c).await)?
        .map(|row| row.0)
        .transpose()
}

/// The site that has an address and has not left; `key` is [`SiteAddress::key`].
pub async fn live_by_address(cx: Cx<'_>, key: &str) -> Result<Option<Site>, DbError> {
    let sql = select(&format!("address_key = $1 AND state <> 'left'{}", cx.for_update()));
    on!(cx, c => sqlx::query_as::<_, SiteRow>(sql).bind(key).fetch_optional(c).await)?
        .map(|row| row.0)
        .transpose()
}

/// The site that has a secret and has not left.
pub async fn live_by_secret(cx: Cx<'_>, hash: &str) -> Result<Option<Site>, DbError> {
    let sql = select(&format!("secret_hash = $1 AND state <> 'left'{}", cx.for_update()));
    on!(cx, c => sqlx::query_as::<_, SiteRow>(sql).bind(hash).fetch_optional(c).await)?
        .map(|row| row.0)
        .transpose()
}

/// The site that left this address last.
pub async fn left_by_address(cx: Cx<'_>, key: &str) -> Result<Option<Site>, DbError> {
    let sql = select(&format!(
        "address_key = $1 AND state = 'left' ORDER BY left_at DESC, id DESC LIMIT 1{}",
        cx.for_update()
    ));
    on!(cx, c => sqlx::query_as::<_, SiteRow>(sql).bind(key).fetch_optional(c).await)?
        .map(|row| row.0)
        .transpose()
}

/// The site that left with this secret last.
pub async fn left_by_secret(cx: Cx<'_>, hash: &str) -> Result<Option<Site>, DbError> {
    let sql = select(&format!(
        "secret_hash = $1 AND state = 'left' ORDER BY left_at DESC, id DESC LIMIT 1{}",
        cx.for_update()
    ));
    on!(cx, c => sqlx::query_as::<_, SiteRow>(sql).bind(hash).fetch_optional(c).await)?
        .map(|row| row.0)
        .transpose()
}

/// What is kept of a site's secret.
pub async fn secret(cx: Cx<'_>, id: SiteId) -> Result<Option<SecretKept>, DbError> {
    const SQL: &str =
        "SELECT secret_hash, secret_md5_sealed, backup_identifier_sealed FROM site WHERE id = $1";
    type Row = (Option<String>, Option<String>, Option<String>);
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(id.get()).fetch_optional(c).await)?;
    Ok(match row {
        Some((Some(hash), Some(md5_sealed), Some(backup_identifier_sealed))) => {
            Some(SecretKept { hash, md5_sealed, backup_identifier_sealed })
        }
        _ => None,
    })
}

/// All sites in the order of their ids, after `after`, at most `limit`.
pub async fn list(cx: Cx<'_>, after: SiteId, limit: i64) -> Result<Vec<Site>, DbError> {
    let sql = select("id > $1 ORDER BY id LIMIT $2");
    let rows =
        on!(cx, c => sqlx::query_as::<_, SiteRow>(sql).bind(after.get()).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|row| row.0).collect()
}

/// Sites that staff made visible, unordered (the order is the visitor's language's), at most `limit`.
pub async fn in_directory(cx: Cx<'_>, limit: i64) -> Result<Vec<Site>, DbError> {
    let sql =
        select("in_directory AND state = 'active' AND disclosure <> 'notdisplayed' ORDER BY id LIMIT $1");
    let rows = on!(cx, c => sqlx::query_as::<_, SiteRow>(sql).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|row| row.0).collect()
}

/// The sites of some ids.
pub async fn by_ids(cx: Cx<'_>, ids: &[SiteId]) -> Result<Vec<Site>, DbError> {
    let sql = select(&format!("id IN ({})", placeholders(1, ids.len())));
    let rows = on!(cx, c => {
        let mut query = sqlx::query_as::<_, SiteRow>(sql);
        for id in ids {
            query = query.bind(id.get());
        }
        query.fetch_all(c).await
    })?;
    rows.into_iter().map(|row| row.0).collect()
}

/// The names of those of some sites that are shown. Lists ask for these alone: a whole site has 34 columns.
pub async fn shown_names(cx: Cx<'_>, ids: &[SiteId]) -> Result<Vec<(SiteId, String)>, DbError> {
    type Row = (i64, String, String, bool, String);
    // Safe: only placeholders vary.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT id, name, state, in_directory, disclosure FROM site WHERE id IN ({})",
        placeholders(1, ids.len())
    ));
    let rows = on!(cx, c => {
        let mut query = sqlx::query_as::<_, Row>(sql);
        for id in ids {
            query = query.bind(id.get());
        }
        query.fetch_all(c).await
    })?;
    let mut shown = Vec::with_capacity(rows.len());
    for (id, name, state, in_directory, disclosure) in rows {
        let state = SiteState::from_name(&state).ok_or(DbError::Damaged("a site in an unknown state"))?;
        if Disclosure::from_name(&disclosure).granted(state, in_directory) != Disclosure::NotDisplayed {
            shown.push((SiteId(id), name));
        }
    }
    Ok(shown)
}

/// Sites that are registered now.
pub async fn count_active(cx: Cx<'_>) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM site WHERE state = 'active'";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).fetch_one(c).await)?)
}

/// Adds a site and gives it the next id; `site.id` is not used.
pub async fn insert(mut cx: Cx<'_>, site: &Site, secret: &SecretKept) -> Result<SiteId, DbError> {
    const SQL: &str = "\
        INSERT INTO site (state, address, address_key, secret_hash, secret_md5_sealed, backup_identifier_sealed,
            identity, name, description, contact_name, contact_email, contact_phone, contactable, email_alert,
            language, country, region, street, geolocation, disclosure, moodle_version, moodle_release, counters,
            trusted, prioritised, in_directory, courses_per_day_own, courses_per_day, waiting_name, waiting_address,
            notes, registered_at, updated_at, handshake_at, last_seen_at, left_at, cloned_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37)
        RETURNING id";
    let counters = serde_json::to_string(&site.info.counters).unwrap_or_default();
    let id = on!(cx.again(), c => {
        let query = sqlx::query_scalar::<_, i64>(SQL)
            .bind(site.state.name()).bind(site.address.as_str()).bind(site.address.key()).bind(&secret.hash)
            .bind(&secret.md5_sealed).bind(&secret.backup_identifier_sealed).bind(site.identity);
        bind_rest!(query, site, counters).fetch_one(c).await
    })?;
    let id = SiteId(id);
    write_keys(cx, &Site { id, ..site.clone() }).await?;
    Ok(id)
}

/// Writes what staff's list filters and sorts a site by.
pub(crate) async fn write_keys(mut cx: Cx<'_>, site: &Site) -> Result<(), DbError> {
    const SQL: &str = "UPDATE site SET search_key = $2, name_key = $3, series = $4 WHERE id = $1";
    let series = Series::of_release(&site.info.moodle_release).map_or(0, Series::number);
    let (search, name) = (site_search_key(site), name_key(&site.info.name));
    on!(cx.again(), c => {
        sqlx::query(SQL).bind(site.id.get()).bind(search).bind(&name).bind(series).execute(c).await.map(drop)
    })?;
    crate::version_list::follow_site(cx, site.id, &name).await
}

/// Writes everything of a site but its secret.
pub async fn update(mut cx: Cx<'_>, site: &Site) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE site SET state = $1, address = $2, address_key = $3, identity = $4, name = $5, description = $6,
            contact_name = $7, contact_email = $8, contact_phone = $9, contactable = $10, email_alert = $11,
            language = $12, country = $13, region = $14, street = $15, geolocation = $16, disclosure = $17,
            moodle_version = $18, moodle_release = $19, counters = $20, trusted = $21, prioritised = $22,
            in_directory = $23, courses_per_day_own = $24, courses_per_day = $25, waiting_name = $26,
            waiting_address = $27, notes = $28, registered_at = $29, updated_at = $30, handshake_at = $31,
            last_seen_at = $32, left_at = $33, cloned_at = $34
        WHERE id = $35";
    let counters = serde_json::to_string(&site.info.counters).unwrap_or_default();
    on!(cx.again(), c => {
        let query = sqlx::query(SQL)
            .bind(site.state.name()).bind(site.address.as_str()).bind(site.address.key()).bind(site.identity);
        bind_rest!(query, site, counters).bind(site.id.get()).execute(c).await.map(drop)
    })?;
    write_keys(cx, site).await
}

/// Gives a site another secret.
pub async fn set_secret(cx: Cx<'_>, id: SiteId, secret: &SecretKept) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE site SET secret_hash = $2, secret_md5_sealed = $3, backup_identifier_sealed = $4 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(&secret.hash).bind(&secret.md5_sealed)
            .bind(&secret.backup_identifier_sealed).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Notes an authenticated call.
pub async fn seen(cx: Cx<'_>, id: SiteId, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE site SET last_seen_at = $2 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Takes the contacts off sites that left before this; gives how many had one.
pub async fn forget_contacts(cx: Cx<'_>, before: Timestamp) -> Result<u64, DbError> {
    const SQL: &str = "\
        UPDATE site SET contact_name = '', contact_email = '', contact_phone = ''
        WHERE state = 'left' AND left_at < $1 AND (contact_name <> '' OR contact_email <> '' OR contact_phone <> '')";
    Ok(on!(cx, c => sqlx::query(SQL).bind(millis(before)).execute(c).await.map(|done| done.rows_affected()))?)
}
