//! The list of accounts as staff looks through it.

use hub_core::desk::PageNumber;
use hub_db::account::Account;

pub use hub_db::account::Filter as PeopleQuery;

use crate::{App, AppError};

/// One page of the list.
#[derive(Clone, Debug)]
pub struct PeoplePage {
    /// Its accounts.
    pub accounts: Vec<Account>,
    /// Accounts on all pages.
    pub total: i64,
    /// Which page it is: the last one, where one behind it was asked for.
    pub page: PageNumber,
}

/// The accounts of one page of a query, by name and then by address.
///
/// # Errors
/// Only ours.
pub async fn find(app: &App, query: &PeopleQuery, page: PageNumber) -> Result<PeoplePage, AppError> {
    let mut conn = app.db.read().await?;
    let total = hub_db::account::count(conn.cx(), query).await?;
    let pages = u32::try_from(total).unwrap_or(u32::MAX).div_ceil(page.rows).max(1);
    let page = PageNumber::new(page.number.min(pages), page.rows);
    let accounts = hub_db::account::page(conn.cx(), query, page).await?;
    Ok(PeoplePage { accounts, total, page })
}

/// The staff of the hub in the order their accounts were made, suspended ones too.
///
/// # Errors
/// Only ours.
pub async fn staff(app: &App) -> Result<Vec<Account>, AppError> {
    Ok(hub_db::account::staff(app.db.read().await?.cx()).await?)
}
