//! The list of accounts as staff looks through it.

use bytes::Bytes;
use futures_util::stream;
use hub_core::csv;
use hub_core::desk::{AccountQuery, PageNumber};
use hub_db::account::Account;
use hub_db::account_list;

use crate::stream::FileStream;
use crate::{App, AppError};

/// Accounts read at once for a file.
const AT_ONCE: i64 = 500;
const COLUMNS: [&str; 9] =
    ["id", "email", "name", "role", "state", "language", "second_factor", "created_at", "seen_at"];

/// One page of the list.
#[derive(Clone, Debug)]
pub struct People {
    /// Its accounts.
    pub rows: Vec<Account>,
    /// How many the query finds.
    pub total: i64,
}

/// A page of the accounts of a query; past the last, the last.
///
/// # Errors
/// Only ours.
pub async fn find(app: &App, query: &AccountQuery, page: PageNumber) -> Result<People, AppError> {
    let mut conn = app.db.read().await?;
    let total = account_list::count(conn.cx(), query).await?;
    let rows = i64::from(page.rows);
    let last = (total.max(1) - 1) / rows * rows;
    let rows = account_list::some(conn.cx(), query, rows, page.offset().min(last)).await?;
    Ok(People { rows, total })
}

/// All accounts of a query as CSV, in its order.
///
/// # Errors
/// Only ours.
pub fn csv(app: &App, query: &AccountQuery) -> FileStream {
    let head = stream::iter([Ok(Bytes::from(csv::line(&COLUMNS)))]);
    let start = (app.clone(), query.clone(), Some(0));
    let body = stream::try_unfold(start, |(app, query, offset)| async move {
        let Some(offset) = offset else { return Ok(None) };
        let rows = account_list::some(app.db.read().await?.cx(), &query, AT_ONCE, offset).await?;
        let lines: String = rows.iter().map(|account| csv::line(&cells(account))).collect();
        let is_last = i64::try_from(rows.len()).is_ok_and(|read| read < AT_ONCE);
        let next = (!is_last).then_some(offset + AT_ONCE);
        Ok(Some((Bytes::from(lines), (app, query, next))))
    });
    Box::pin(futures_util::StreamExt::chain(head, body))
}

fn cells(account: &Account) -> [String; 9] {
    [
        account.id.to_string(),
        account.email.clone(),
        account.name.clone(),
        account.role.name().to_owned(),
        account.state.name().to_owned(),
        account.language.clone(),
        account.has_totp.to_string(),
        account.created_at.to_string(),
        account.seen_at.map(|at| at.to_string()).unwrap_or_default(),
    ]
}

/// The staff of the hub in the order their accounts were made, suspended ones too.
///
/// # Errors
/// Only ours.
pub async fn staff(app: &App) -> Result<Vec<Account>, AppError> {
    Ok(hub_db::account::staff(app.db.read().await?.cx()).await?)
}
