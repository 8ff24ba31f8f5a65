//! The accounts of the hub, and inviting somebody.

use askama::Template;
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use hub_app::account::Account;
use hub_app::account::invitation::{self, Open, invite};
use hub_app::account::people::{self, People};
use hub_app::{App, AppError};
use hub_core::account::{AccountState, may_manage};
use hub_core::desk::{AccountQuery, AccountSort, Direction, PageNumber};
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
const PATH: &str = "/admin/accounts";
/// The columns, with their words in addresses.
const SORTS: [(&str, AccountSort, &str); 6] = [
    ("name", AccountSort::Name, "accounts-person"),
    ("address", AccountSort::Address, "sign-in-email"),
    ("role", AccountSort::Role, "accounts-role"),
    ("state", AccountSort::State, "accounts-state"),
    ("created", AccountSort::Created, "accounts-made"),
    ("seen", AccountSort::Seen, "me-session-seen"),
];

/// A head of the table.
pub struct Head {
    key: &'static str,
    href: String,
    sorted: &'static str,
}

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
    /// Invitations that wait for their people; shown above the first page of all accounts.
    pub invitations: Vec<Open>,
    asked: Asked,
    heads: Vec<Head>,
}

/// What the address asks for.
#[derive(Clone, Default)]
struct Asked {
    query: AccountQuery,
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
                "sort" => {
                    let known = SORTS.iter().find(|(word, ..)| *word == value);
                    asked.query.sort = known.map(|(_, sort, _)| *sort).unwrap_or_default();
                }
                "down" if value == "1" => asked.query.direction = Direction::Descending,
                "page" => asked.page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        asked
    }

    fn is_narrowed(&self) -> bool {
        !self.query.words.is_empty() || self.query.role.is_some() || self.query.state.is_some()
    }

    fn is_down(&self) -> bool {
        self.query.direction == Direction::Descending
    }

    /// The word of the column it is sorted by; empty for the usual one.
    fn sort(&self) -> &'static str {
        let known = SORTS.iter().find(|(_, sort, _)| *sort == self.query.sort);
        known.map(|(word, ..)| *word).filter(|word| *word != "name").unwrap_or_default()
    }

    /// The path of this list.
    fn path(&self, of: &str) -> String {
        let AccountQuery { words, role, state, .. } = &self.query;
        let pairs = [
            ("q", encoded(words)),
            ("role", role.map_or("", Role::name).to_owned()),
            ("state", state.map_or("", AccountState::name).to_owned()),
            ("sort", self.sort().to_owned()),
            ("down", if self.is_down() { "1".to_owned() } else { String::new() }),
            ("page", if self.page > 1 { self.page.to_string() } else { String::new() }),
        ];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = pairs.map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { of.to_owned() } else { format!("{of}?{}", pairs.join("&")) }
    }

    /// The same accounts by another column: the other way round if it is this one already.
    fn sorted(&self, by: AccountSort) -> Self {
        let turned = self.query.sort == by && !self.is_down();
        let direction = if turned { Direction::Descending } else { Direction::Ascending };
        Self { page: 1, query: AccountQuery { sort: by, direction, ..self.query.clone() } }
    }

    fn at_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }
}

impl AccountsPage {
    fn new(ui: Ui, asked: Asked, found: People, invitations: Vec<Open>) -> Self {
        let pages = usize::try_from(found.total).unwrap_or(0).div_ceil(PER_PAGE as usize).max(1);
        let href =
            |page: usize| ui.urls.to(&asked.at_page(u32::try_from(page).unwrap_or(u32::MAX)).path(PATH));
        let pager = Pager::new((asked.page as usize).min(pages), pages, href);
        Self {
            filters: filters(&ui, &asked.query),
            narrowed: asked.is_narrowed(),
            total: found.total,
            accounts: found.rows,
            heads: heads(&ui, &asked),
            pager,
            invitations,
            asked,
            ui,
        }
    }

    fn csv(&self) -> String {
        self.ui.urls.to(&self.asked.at_page(1).path("/admin/accounts.csv"))
    }

    fn address(&self, account: &Account) -> String {
        self.ui.urls.to(&format!("/admin/accounts/{}", account.id))
    }

    fn state(&self, state: &AccountState) -> String {
        state_name(&self.ui, *state)
    }

    /// Whether this person may give the role of an invitation.
    fn may(&self, open: &Open) -> bool {
        let own = self.ui.person.as_ref().map_or(Role::Member, |person| person.role);
        may_manage(own, open.invitation.role).is_ok()
    }
}

/// The columns; the sorted one says which way.
fn heads(ui: &Ui, asked: &Asked) -> Vec<Head> {
    let head = |(_, sort, key): (&str, AccountSort, &'static str)| Head {
        key,
        href: ui.urls.to(&asked.sorted(sort).path(PATH)),
        sorted: match (asked.query.sort == sort, asked.is_down()) {
            (false, _) => "",
            (true, false) => "ascending",
            (true, true) => "descending",
        },
    };
    SORTS.into_iter().map(head).collect()
}

/// The form above the list.
fn filters(ui: &Ui, query: &AccountQuery) -> Vec<Field> {
    let lang = ui.lang;
    let any = || Choice::new("", lang.t("accounts-any"));
    let mut roles = vec![any()];
    roles.extend(Role::ALL.map(|role| Choice::new(role.name(), ui.role(role))));
    let mut states = vec![any()];
    let offered = [AccountState::Active, AccountState::Suspended];
    states.extend(offered.map(|state| Choice::new(state.name(), state_name(ui, state))));
    vec![
        Field::new(lang, Kind::Line("search"), "q", "accounts-search").value(query.words.as_str()),
        Field::new(lang, Kind::Select(roles), "role", "accounts-role")
            .value(query.role.map_or("", Role::name)),
        Field::new(lang, Kind::Select(states), "state", "accounts-state")
            .value(query.state.map_or("", AccountState::name)),
    ]
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
    match page(&app, &visitor, Asked::of(&raw.unwrap_or_default())).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor, asked: Asked) -> Result<AccountsPage, AppError> {
    let found = people::find(app, &asked.query, PageNumber::new(asked.page, PER_PAGE)).await?;
    let is_first = !asked.is_narrowed() && asked.page == 1;
    let invitations = if is_first { invitation::open(app).await? } else { Vec::new() };
    Ok(AccountsPage::new(visitor.ui.clone(), asked, found, invitations))
}

/// Answers `GET /admin/accounts.csv`: all accounts of the list, not only one page.
pub async fn file(State(app): State<App>, RawQuery(raw): RawQuery) -> Response {
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"accounts.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let file = people::csv(&app, &Asked::of(&raw.unwrap_or_default()).query);
    (head, Body::from_stream(file)).into_response()
}

/// Answers `POST /admin/accounts/invitations`: takes an invitation back, or sends it again.
pub async fn act_on_invitation(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let (actor, id) = (visitor.actor(), form.get("invitation"));
    let done = match form.get("do") {
        "withdraw" => invitation::withdraw(&app, actor, id).await.map(|()| "invitation-withdrawn"),
        "again" => invitation::send_again(&app, actor, id).await.map(|()| "invited"),
        _ => Ok("nothing"),
    };
    match done {
        Ok(done) => visitor.done(PATH, done),
        // Used, ended or taken back meanwhile: the list shows it.
        Err(AppError::NotFound(_)) => visitor.done(PATH, "invitation-gone"),
        Err(AppError::Conflict(_)) => visitor.done(PATH, "invitation-account"),
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
        let rows: Vec<Account> = (0..count.min(50)).map(|n| sample_account(&ui, n)).collect();
        let open = |role: Role, inviter: &str| Open {
            id: role.name().to_owned(),
            invitation: invitation::Invitation {
                email: format!("{}@a-school-with-a-rather-long-name.example", role.name()),
                name: "Grace".to_owned(),
                role,
                invited_by: None,
                language: String::new(),
            },
            inviter: inviter.to_owned(),
            sent_at: ui.now,
            expires_at: ui.now + jiff::SignedDuration::from_hours(24 * 7),
        };
        let mut invitations = vec![open(Role::Owner, "ada@school.example"), open(Role::Member, "")];
        invitations.truncate(usize::try_from(count).unwrap_or(0));
        let asked = Asked { page: 1, ..Asked::default() };
        Self::new(ui, asked, People { rows, total: count }, invitations)
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
