//! One account, as those see it who manage accounts.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::account::{Account, manage, second_factor, show as one};
use hub_app::audit;
use hub_app::{App, AppError, Missing};
use hub_core::AccountId;
use hub_core::account::{AccountState, may_manage};
use hub_core::desk::AuditQuery;
use hub_core::rights::Role;
use jiff::Timestamp;

use super::accounts::state_name;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::{Choice, Field, Kind};
use crate::view::ui::Ui;

/// Lines of the record shown.
const LINES: usize = 50;

/// A line of the record.
#[derive(Clone, Debug)]
pub struct Line {
    /// When.
    pub at: Timestamp,
    /// Who: an address, or the word of the record.
    pub who: String,
    /// What: the word of the record.
    pub act: String,
    /// What it was before and after, as the record has it; may be empty.
    pub change: String,
}

/// The page.
#[derive(Template)]
#[template(path = "page/desk/account.html")]
pub struct AccountPage {
    /// What every page has.
    pub ui: Ui,
    /// Whose page it is.
    pub account: Account,
    /// Whether this person may change it.
    pub may_manage: bool,
    /// Whether it is the last owner's.
    pub last_owner: bool,
    /// The role to choose.
    pub role: Field,
    /// The record of it, newest first.
    pub lines: Vec<Line>,
    /// What was refused; may be empty.
    pub wrong: String,
}

impl AccountPage {
    /// The page of an account.
    pub fn new(ui: Ui, account: Account, last_owner: bool, lines: Vec<Line>) -> Self {
        let own = ui.person.as_ref().map_or(Role::Member, |person| person.role);
        let roles = Role::ALL.into_iter().filter(|role| may_manage(own, *role).is_ok());
        let roles = roles.map(|role| Choice::new(role.name(), ui.role(role))).collect();
        let role = Field::new(ui.lang, Kind::Select(roles), "role", "accounts-role");
        let role = role.value(account.role.name());
        let may_manage = may_manage(own, account.role).is_ok();
        Self { may_manage, last_owner, role, lines, wrong: String::new(), account, ui }
    }

    fn address(&self) -> String {
        self.ui.urls.to(&format!("/admin/accounts/{}", self.account.id))
    }

    fn state(&self) -> String {
        state_name(&self.ui, self.account.state)
    }

    fn is_active(&self) -> bool {
        self.account.state == AccountState::Active
    }
}

async fn page(app: &App, visitor: &Visitor, id: AccountId) -> Result<AccountPage, AppError> {
    let account = one(app, id).await?;
    let last_owner = manage::is_last_owner(app, id).await?;
    let query = AuditQuery { thing: Some(("account".to_owned(), Some(id.get()))), ..AuditQuery::default() };
    let found = audit::find(app, &query, LINES).await?;
    let lines = found.rows.into_iter().map(|row| Line {
        at: row.record.at,
        who: if row.actor_name.is_empty() { row.record.actor.0 } else { row.actor_name },
        act: row.record.act,
        change: change(&row.record.before, &row.record.after),
    });
    Ok(AccountPage::new(visitor.ui.clone(), account, last_owner, lines.collect()))
}

fn change(before: &str, after: &str) -> String {
    match (before, after) {
        ("null", "null") => String::new(),
        ("null", one) | (one, "null") => one.to_owned(),
        (before, after) => format!("{before} → {after}"),
    }
}

/// Answers `GET /admin/accounts/{id}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    let Ok(id) = id.parse() else { return visitor.failure(&AppError::NotFound(Missing::Account)) };
    match page(&app, &visitor, id).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /admin/accounts/{id}`: does what the button `do` says.
pub async fn act(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, form: Form) -> Response {
    let Ok(id) = id.parse() else { return visitor.failure(&AppError::NotFound(Missing::Account)) };
    let actor = visitor.actor();
    let done = match form.get("do") {
        "role" => match Role::from_name(form.get("role")) {
            Some(role) => manage::set_role(&app, actor, id, role).await.map(|_| "role"),
            None => Ok("nothing"),
        },
        "suspend" => manage::suspend(&app, actor, id).await.map(|_| "suspended"),
        "resume" => manage::resume(&app, actor, id).await.map(|_| "resumed"),
        "second-factor" => second_factor::reset(&app, actor, id).await.map(|_| "factor-removed"),
        "sessions" => manage::end_sessions(&app, actor, id).await.map(|_| "sessions-ended"),
        _ => Ok("nothing"),
    };
    match done {
        Ok(done) => visitor.done(&format!("/admin/accounts/{id}"), done),
        Err(AppError::Conflict(_)) => match page(&app, &visitor, id).await {
            Ok(mut page) => {
                page.wrong = page.ui.t("account-last-owner").into_owned();
                visitor.form_again(&page)
            }
            Err(error) => visitor.failure(&error),
        },
        Err(error) => visitor.failure(&error),
    }
}
