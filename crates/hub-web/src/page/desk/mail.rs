//! What the hub mails: what waits, what failed and why; tried again, dropped, and a test of the mail server.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use hub_app::mail::{Mail, queue};
use hub_app::{App, AppError};
use hub_core::MailId;
use hub_core::rights::Right;
use jiff::Timestamp;

use crate::doors::{Class, Doors};
use crate::form::Form;
use crate::page::settings::mail::state_key;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors};
use crate::view::mail_choices::kind_name;
use crate::view::ui::Ui;

/// Mails of a page.
const ROWS: usize = 50;
const PATH: &str = "/admin/mail";

/// What mails are listed by: the word in addresses, the key of its name, the states it stands for.
const TABS: [(&str, &str, &[&str]); 5] = [
    ("dead", "mail-desk-dead", &["dead"]),
    ("waiting", "mail-desk-waiting", &["waiting"]),
    ("digest", "mail-desk-digest", &["daily", "weekly"]),
    ("sent", "mail-desk-sent", &["sent", "gathered"]),
    ("dropped", "mail-desk-dropped", &["dropped"]),
];

/// The doors of this page.
pub(crate) fn doors() -> Doors {
    let mail = Class::Staff(Right::Mail);
    Doors::default().get(PATH, mail, show).post(PATH, mail, act)
}

/// One mail, without what stands in it.
#[derive(Clone, Debug)]
pub struct Row {
    id: MailId,
    to: String,
    kind: String,
    subject: String,
    attempts: i64,
    why: String,
    written_at: Timestamp,
    sent_at: Option<Timestamp>,
}

impl Row {
    fn of(ui: &Ui, mail: Mail) -> Self {
        Self {
            id: mail.id,
            to: mail.recipient,
            kind: kind_name(ui.lang, &mail.kind),
            subject: mail.subject,
            attempts: mail.attempts,
            why: mail.last_error.unwrap_or_default(),
            written_at: mail.created_at,
            sent_at: mail.sent_at,
        }
    }
}

/// A way to the mails of one state.
#[derive(Clone, Debug)]
pub struct Tab {
    key: &'static str,
    href: String,
    count: i64,
    current: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "page/desk/mail.html")]
pub struct MailDeskPage {
    /// What every page has.
    pub ui: Ui,
    state_key: &'static str,
    tab: &'static str,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    older: Option<String>,
    is_first: bool,
    test: Field,
    wrong: FormErrors,
}

impl MailDeskPage {
    /// Whether something can be done to these mails.
    fn can_act(&self) -> bool {
        matches!(self.tab, "dead" | "waiting" | "dropped")
    }

    fn can_drop(&self) -> bool {
        self.tab != "dropped"
    }

    fn was_sent(&self) -> bool {
        self.tab == "sent"
    }

    fn has_reasons(&self) -> bool {
        self.rows.iter().any(|row| !row.why.is_empty())
    }

    fn empty_key(&self) -> &'static str {
        match self.tab {
            "dead" => "mail-desk-none-dead",
            "waiting" => "mail-desk-none-waiting",
            _ => "mail-desk-none",
        }
    }

    fn here(&self) -> String {
        self.ui.urls.to(&path_of(self.tab))
    }
}

fn path_of(tab: &str) -> String {
    format!("{PATH}?state={tab}")
}

/// What is asked for: which mails, and where the page before ended.
fn asked(query: &str) -> (Option<&'static str>, Option<MailId>) {
    let (mut tab, mut before) = (None, None);
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        match name.as_ref() {
            "state" => tab = TABS.iter().map(|tab| tab.0).find(|known| *known == value),
            "before" => before = value.parse().ok().map(MailId),
            _ => {}
        }
    }
    (tab, before)
}

async fn page(
    app: &App,
    visitor: &Visitor,
    query: &str,
    form: Option<&Form>,
    wrong: FormErrors,
) -> Result<MailDeskPage, AppError> {
    let (tab, before) = asked(query);
    let counts = queue::counts(app).await?;
    let count = |states: &[&str]| -> i64 {
        counts.iter().filter(|(state, _)| states.contains(&state.as_str())).map(|(_, count)| count).sum()
    };
    // What failed comes first, if there is some.
    let tab = tab.unwrap_or(if count(&["dead"]) > 0 { "dead" } else { "waiting" });
    let ui = visitor.ui.clone();
    let mut mails = Vec::new();
    for state in TABS.iter().find(|known| known.0 == tab).map(|known| known.2).unwrap_or_default() {
        mails.extend(queue::page(app, state, before, i64::try_from(ROWS + 1).unwrap_or(i64::MAX)).await?);
    }
    mails.sort_by_key(|mail| std::cmp::Reverse(mail.id));
    let has_more = mails.len() > ROWS;
    mails.truncate(ROWS);
    let older = mails.last().filter(|_| has_more).map(|last| format!("{}&before={}", path_of(tab), last.id));
    let own = visitor.signed_in().map_or("", |signed_in| signed_in.account.email.as_str());
    let to = form.map_or(own, |form| form.get("mail_test"));
    let tabs = TABS.iter().map(|(word, key, states)| Tab {
        key,
        href: ui.urls.to(&path_of(word)),
        count: count(states),
        current: *word == tab,
    });
    Ok(MailDeskPage {
        state_key: state_key(app),
        tab,
        tabs: tabs.collect(),
        older: older.map(|path| ui.urls.to(&path)),
        is_first: before.is_none(),
        test: Field::email(ui.lang, "mail_test", "mail-test-to").value(to).checked(&wrong),
        wrong,
        rows: mails.into_iter().map(|mail| Row::of(&ui, mail)).collect(),
        ui,
    })
}

/// Answers `GET /admin/mail`.
pub async fn show(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    match page(&app, &visitor, &query.unwrap_or_default(), None, FormErrors::default()).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /admin/mail`: tries again or drops one mail or all that are ticked, or sends a test.
pub async fn act(
    State(app): State<App>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
    form: Form,
) -> Response {
    let query = query.unwrap_or_default();
    let done = if form.get("do") == "test" {
        test(&app, &visitor, form.get("mail_test")).await
    } else {
        change(&app, &visitor, &form).await
    };
    let wrong = match done {
        Ok(done) => {
            let tab = asked(&query).0.unwrap_or("waiting");
            return visitor.done(&path_of(tab), done);
        }
        Err(error) => FormErrors::from_error(error),
    };
    let answer = match wrong {
        Ok(wrong) => page(&app, &visitor, &query, Some(&form), wrong).await,
        Err(error) => Err(error),
    };
    match answer {
        Ok(page) => visitor.form_again(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn change(app: &App, visitor: &Visitor, form: &Form) -> Result<&'static str, AppError> {
    let one = |name: &str| form.get(name).parse().ok().map(MailId);
    let (ids, drops): (Vec<MailId>, bool) = match (one("retry"), one("drop")) {
        (Some(id), _) => (vec![id], false),
        (None, Some(id)) => (vec![id], true),
        (None, None) => {
            let ticked = form.all("mail").filter_map(|id| id.parse().ok().map(MailId));
            (ticked.take(ROWS).collect(), form.get("do") == "drop")
        }
    };
    if ids.is_empty() {
        return Err(AppError::Conflict(visitor.ui.t("mail-desk-nothing").into_owned()));
    }
    for id in ids {
        if drops {
            queue::put_aside(app, visitor.actor(), id).await?;
        } else {
            queue::retry(app, visitor.actor(), id).await?;
        }
    }
    Ok(if drops { "mail-dropped" } else { "mail-retried" })
}

async fn test(app: &App, visitor: &Visitor, to: &str) -> Result<&'static str, AppError> {
    crate::page::settings::mail::test(app, visitor, to).await.map(|()| "mail-test")
}

#[cfg(any(test, debug_assertions))]
impl MailDeskPage {
    /// Failed mails, or none of a state.
    pub fn sample(ui: Ui, tab: &'static str) -> Self {
        let row = |id, kind: &str, why: &str| Row {
            id: MailId(id),
            to: "ana.ruiz@lakeside.example".to_owned(),
            kind: kind_name(ui.lang, kind),
            subject: "Your course is listed: From the microscope to the whole forest".to_owned(),
            attempts: 10,
            why: why.to_owned(),
            written_at: ui.now,
            sent_at: None,
        };
        let rows = match tab {
            "dead" => vec![
                row(9, "course_accepted", "550 5.1.1 <ana.ruiz@lakeside.example>: no such user here"),
                row(8, "something_else", ""),
            ],
            _ => Vec::new(),
        };
        let tabs = TABS.iter().map(|(word, key, _)| Tab {
            key,
            href: ui.urls.to(&path_of(word)),
            count: if *word == "dead" { 2 } else { 0 },
            current: *word == tab,
        });
        Self {
            state_key: "mail-state-none",
            tab,
            tabs: tabs.collect(),
            older: (tab == "dead").then(|| ui.urls.to(PATH)),
            is_first: tab != "dead",
            test: Field::email(ui.lang, "mail_test", "mail-test-to").value("ada@school.example"),
            wrong: FormErrors::default(),
            rows,
            ui,
        }
    }
}
