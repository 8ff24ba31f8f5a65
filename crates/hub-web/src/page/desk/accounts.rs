//! The accounts of the hub, and inviting somebody.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use hub_app::account::Account;
use hub_app::account::invitation::invite;
use hub_app::account::people::{PeoplePage, PeopleQuery, find};
use hub_app::{App, AppError};
use hub_core::account::{AccountState, may_manage};
use hub_core::desk::PageNumber;
use hub_core::rights::Role;

use crate::form::Form;
use crate::page::account::small_form::{SmallForm, refused};
use crate::page::visitor::Visitor;
use crate::urls::encoded;
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::parts::{Pager, PagerStep};
use crate::view::ui::Ui;

/// Accounts on a page.
const PER_PAGE: u32 = 50;

/// The list.
#[derive(Template)]
#[template(path = "page/desk/accounts.html")]
pub struct AccountsPage {
    /// What every page has.
    pub ui: Ui,
    /// Words, role and state to narrow by.
    pub filters: Vec<Field>,
    /// Whether the list is narrowed.
    pub narrowed: bool,
    /// How many there are.
    pub total: i64,
    /// Those of this page.
    pub accounts: Vec<Account>,
    /// Ways to the others.
    pub pager: Pager,
}

/// What the address asks for.
#[derive(Default)]
struct Asked {
    query: PeopleQuery,
    page: u32,
}

impl Asked {
    fn of(raw: &str) -> Self {
        let mut asked = Self { page: 1, ..Self::default() };
        for (name, value) in url::form_urlencoded::parse(raw.as_bytes()) {
            match &*name {
                "q" => asked.query.words = value.trim().chars().take(200).collect(),
                "role" => asked.query.role = Role::from_name(&value),
                "state" => asked.query.state = AccountState::from_name(&value),
                "page" => asked.page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        asked
    }

    fn path(&self, page: usize) -> String {
        let PeopleQuery { words, role, state } = &self.query;
        let role = role.map_or("", Role::name);
        let state = state.map_or("", AccountState::name);
        format!("/admin/accounts?q={}&role={role}&state={state}&page={page}", encoded(words))
    }
}

impl AccountsPage {
    fn new(ui: Ui, asked: &Asked, found: PeoplePage) -> Self {
        let (lang, query) = (ui.lang, &asked.query);
        let PeoplePage { accounts, total, page } = found;
        let any = || Choice::new("", lang.t("accounts-any"));
        let mut roles = vec![any()];
        roles.extend(Role::ALL.map(|role| Choice::new(role.name(), ui.role(role))));
        let mut states = vec![any()];
        let offered = [AccountState::Active, AccountState::Suspended];
        states.extend(offered.map(|state| Choice::new(state.name(), state_name(&ui, state))));
        let filters = vec![
            Field::new(lang, Kind::Line("search"), "q", "accounts-search").value(query.words.as_str()),
            Field::new(lang, Kind::Select(roles), "role", "accounts-role")
                .value(query.role.map_or("", Role::name)),
            Field::new(lang, Kind::Select(states), "state", "accounts-state")
                .value(query.state.map_or("", AccountState::name)),
        ];
        let pages = usize::try_from(total).unwrap_or(0).div_ceil(page.rows as usize).max(1);
        let pager = Pager::new(page.number as usize, pages, |page| ui.urls.to(&asked.path(page)));
        Self { narrowed: *query != PeopleQuery::default(), filters, total, accounts, pager, ui }
    }

    fn address(&self, account: &Account) -> String {
        self.ui.urls.to(&format!("/admin/accounts/{}", account.id))
    }

    fn state(&self, state: &AccountState) -> String {
        state_name(&self.ui, *state)
    }
}

/// A state in words.
pub(crate) fn state_name(ui: &Ui, state: AccountState) -> String {
    let key = match state {
        AccountState::Active => "account-active",
        AccountState::Suspended => "account-suspended",
        AccountState::Erased => "account-erased",
    };
    ui.t(key).into_owned()
}

/// Answers `GET /admin/accounts`.
pub async fn list(State(app): State<App>, visitor: Visitor, RawQuery(raw): RawQuery) -> Response {
    let asked = Asked::of(&raw.unwrap_or_default());
    match find(&app, &asked.query, PageNumber::new(asked.page, PER_PAGE)).await {
        Ok(found) => visitor.own_page(&AccountsPage::new(visitor.ui.clone(), &asked, found)),
        Err(error) => visitor.failure(&error),
    }
}

/// The form to invite somebody; only roles that this person may give are offered.
pub fn invite_page(ui: Ui, (email, name, role): (&str, &str, Role), wrong: FormErrors) -> SmallForm {
    let own = ui.person.as_ref().map_or(Role::Member, |person| person.role);
    let roles = Role::ALL.into_iter().rev().filter(|role| may_manage(own, *role).is_ok());
    let roles = roles.map(|role| Choice::new(role.name(), ui.role(role))).collect();
    let fields = vec![
        Field::email(ui.lang, "email", "sign-in-email").value(email).required(),
        Field::line(ui.lang, "name", "accounts-name").value(name),
        Field::new(ui.lang, Kind::Radio(roles), "role", "accounts-role").value(role.name()).required(),
    ];
    let lead = ui.t("invite-lead");
    SmallForm::new(
        ui,
        ("invite-title", "invite-do"),
        lead,
        "/admin/accounts/invite".to_owned(),
        fields,
        wrong,
    )
}

/// Answers `GET /admin/accounts/invite`.
pub async fn show_invite(visitor: Visitor) -> Response {
    visitor.own_page(&invite_page(visitor.ui.clone(), ("", "", Role::Member), FormErrors::default()))
}

/// Answers `POST /admin/accounts/invite`.
pub async fn send_invite(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let (email, name) = (form.get("email"), form.get("name"));
    let role = Role::from_name(form.get("role")).unwrap_or(Role::Member);
    let language = app.policy().language.clone();
    let error = match invite(&app, visitor.actor(), email, name, role, &language).await {
        Ok(()) => return visitor.done("/admin/accounts", "invited"),
        Err(error) => error,
    };
    let wrong = match error {
        AppError::Conflict(_) => Ok(FormErrors::whole(visitor.ui.t("invite-exists"))),
        error => refused(&visitor.ui, error),
    };
    match wrong {
        Ok(wrong) => visitor.form_again(&invite_page(visitor.ui.clone(), (email, name, role), wrong)),
        Err(error) => visitor.failure(&error),
    }
}

#[cfg(any(test, debug_assertions))]
impl AccountsPage {
    /// So many accounts.
    pub fn sample(ui: Ui, count: i64) -> Self {
        let page = PageNumber::new(1, PER_PAGE);
        let accounts = (0..count.min(i64::from(PER_PAGE))).map(|n| sample_account(&ui, n)).collect();
        let found = PeoplePage { accounts, total: count, page };
        Self::new(ui, &Asked { page: 1, ..Asked::default() }, found)
    }
}

/// An account for samples.
#[cfg(any(test, debug_assertions))]
pub(crate) fn sample_account(ui: &Ui, n: i64) -> Account {
    let roles = [Role::Owner, Role::Admin, Role::Moderator, Role::Curator, Role::Member];
    Account {
        id: hub_core::AccountId(n + 1),
        email: format!("person{n}@a-school-with-a-rather-long-name.example"),
        name: if n % 3 == 2 { String::new() } else { format!("Ada Lindqvist {n}") },
        role: roles[usize::try_from(n % 5).unwrap_or(0)],
        state: if n % 4 == 3 { AccountState::Suspended } else { AccountState::Active },
        created_at: ui.now - jiff::SignedDuration::from_hours(24 * 90),
        language: String::new(),
        seen_at: (n % 2 == 0).then(|| ui.now - jiff::SignedDuration::from_hours(n)),
        has_totp: n % 2 == 0,
    }
}
