//! The list of accounts as staff looks through it.

use hub_core::account::AccountState;
use hub_core::desk::wanted;
use hub_core::fold::fold;
use hub_core::rights::Role;
use hub_db::account::Account;

use super::list;
use crate::{App, AppError};

/// Which accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleQuery {
    /// Words of name or address, each of which must be there.
    pub words: String,
    /// Of this role.
    pub role: Option<Role>,
    /// In this state.
    pub state: Option<AccountState>,
}

/// The accounts of a query, by name and then by address.
pub async fn find(app: &App, query: &PeopleQuery) -> Result<Vec<Account>, AppError> {
    let words = wanted(&query.words);
    let mut found = list(app).await?;
    found.retain(|account| {
        let text = fold(&format!("{} {}", account.name, account.email));
        query.role.is_none_or(|role| account.role == role)
            && query.state.is_none_or(|state| account.state == state)
            && words.iter().all(|word| text.contains(word.as_str()))
    });
    found.sort_by_cached_key(|account| (fold(&account.name), fold(&account.email), account.id));
    Ok(found)
}
