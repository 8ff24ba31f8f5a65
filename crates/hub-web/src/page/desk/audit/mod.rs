//! The record of acts: who did what to which thing, what it was before and after; and the same as a file.

mod asked;
pub(crate) mod line;

use askama::Template;
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use hub_app::{App, AppError, account, audit};
use hub_core::act::names;
use hub_core::rights::Right;

use self::asked::{Asked, KINDS, WHO};
use self::line::Line;
use crate::doors::{Class, Doors};
use crate::page::visitor::Visitor;
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// Lines of a page.
const ROWS: usize = 50;
const PATH: &str = "/admin/audit";
const CSV: &str = "/admin/audit.csv";
const JSON_LINES: &str = "/admin/audit.jsonl";

/// The doors of these pages.
pub(crate) fn doors() -> Doors {
    let audit = Class::Staff(Right::Audit);
    Doors::default().get(PATH, audit, show).get(CSV, audit, csv).get(JSON_LINES, audit, json_lines)
}

/// One page of the record.
#[derive(Template)]
#[template(path = "page/desk/audit.html")]
pub struct AuditPage {
    /// What every page has.
    pub ui: Ui,
    asked: Asked,
    filters: Vec<Field>,
    lines: Vec<Line>,
    next: Option<i64>,
}

impl AuditPage {
    fn href(&self, path: &str) -> String {
        self.ui.urls.to(&self.asked.older_than(None).path(path))
    }

    fn older(&self) -> Option<String> {
        self.next.map(|next| self.ui.urls.to(&self.asked.older_than(Some(next)).path(PATH)))
    }

    fn only_who(&self, line: &Line) -> String {
        self.ui.urls.to(&self.asked.by(&line.who_word).path(PATH))
    }

    fn only_thing(&self, line: &Line) -> String {
        self.ui.urls.to(&self.asked.about(&line.thing_word).path(PATH))
    }
}

/// Answers `GET /admin/audit`.
pub async fn show(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let asked = Asked::read(&query.unwrap_or_default());
    match page(&app, &visitor.ui, asked).await {
        Ok((page, true)) => visitor.own_page(&page),
        Ok((page, false)) => visitor.form_again(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, ui: &Ui, asked: Asked) -> Result<(AuditPage, bool), AppError> {
    let wrong = asked.wrong(ui);
    let found = audit::find(app, &asked.query(), ROWS).await?;
    let staff = account::people::staff(app).await?.into_iter();
    let people: Vec<(String, String)> =
        staff.map(|person| (format!("account:{}", person.id), person.email)).collect();
    let lines: Vec<Line> = found.rows.iter().map(|row| Line::of(ui, row)).collect();
    let is_right = wrong.is_empty();
    let filters = filters(ui, &asked, &people, &lines, &wrong);
    Ok((AuditPage { ui: ui.clone(), asked, filters, lines, next: found.next }, is_right))
}

/// The form above the list. One person, site or thing that a link asked for is a choice too.
fn filters(
    ui: &Ui,
    asked: &Asked,
    people: &[(String, String)],
    lines: &[Line],
    wrong: &FormErrors,
) -> Vec<Field> {
    let lang = ui.lang;
    let select = |name: &'static str, key: &str, mut values: Vec<Choice>, value: &str| {
        values.insert(0, Choice::new("", lang.t("audit-any")));
        if !values.iter().any(|choice| choice.value == value) {
            let named = lines.iter().find_map(|line| line.named(value));
            values.insert(1, Choice::new(value, named.unwrap_or_else(|| line::numbered(ui, value))));
        }
        Field::new(lang, Kind::Select(values), name, key).value(value)
    };
    let mut who: Vec<Choice> =
        WHO.iter().map(|word| Choice::new(*word, lang.t(&format!("audit-who-{word}")))).collect();
    who.extend(people.iter().map(|(word, email)| Choice::new(word, email)));
    let about = KINDS.iter().map(|word| Choice::new(*word, lang.t(&format!("audit-thing-{word}")))).collect();
    let day = |name: &'static str, key: &str, value: &str| {
        Field::new(lang, Kind::Line("date"), name, key).value(value).left_to_right().checked(wrong)
    };
    vec![
        Field::new(lang, Kind::Line("search"), "q", "audit-words")
            .help("audit-words-help")
            .value(&asked.words),
        select("who", "audit-who", who, &asked.who),
        select("act", "audit-act", acts(ui), &asked.act),
        select("about", "audit-about", about, &asked.about),
        day("from", "audit-from", &asked.from),
        day("to", "audit-to", &asked.to),
    ]
}

/// Every act below its area, which can be chosen too.
fn acts(ui: &Ui) -> Vec<Choice> {
    let mut choices = Vec::new();
    for area in names::areas() {
        choices.push(Choice::new(format!("{area}."), ui.t(&format!("audit-area-{area}"))));
        let of_area = names::NAMES.iter().filter(|name| name.split('.').next() == Some(area));
        choices
            .extend(of_area.map(|name| Choice::new(*name, format!("\u{a0}\u{a0}{}", line::act(ui, name)))));
    }
    choices
}

/// Answers `GET /admin/audit.csv`: all lines that were asked for, not only one page.
pub async fn csv(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    file(&app, &visitor, &query.unwrap_or_default(), audit::Form::Csv)
}

/// Answers `GET /admin/audit.jsonl`.
pub async fn json_lines(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    file(&app, &visitor, &query.unwrap_or_default(), audit::Form::JsonLines)
}

fn file(app: &App, visitor: &Visitor, query: &str, form: audit::Form) -> Response {
    let asked = Asked::read(query).older_than(None);
    if !asked.wrong(&visitor.ui).is_empty() {
        return visitor.trouble(crate::page::error::Trouble::BadRequest);
    }
    let (kind, name) = match form {
        audit::Form::Csv => ("text/csv; charset=utf-8", "attachment; filename=\"audit.csv\""),
        audit::Form::JsonLines => {
            ("application/jsonl; charset=utf-8", "attachment; filename=\"audit.jsonl\"")
        }
    };
    let head = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (head, Body::from_stream(audit::export(app, &asked.query(), form))).into_response()
}

#[cfg(any(test, debug_assertions))]
impl AuditPage {
    /// Some lines, one of them of a long text.
    pub fn sample(ui: Ui) -> Self {
        let asked = Asked::read("who=account:3&act=course.");
        let lines = line::samples(&ui);
        let people = [("account:3".to_owned(), "ada@school.example".to_owned())];
        let filters = filters(&ui, &asked, &people, &lines, &FormErrors::default());
        Self { ui, asked, filters, lines, next: Some(7) }
    }

    /// No line at all, or none of those asked for.
    pub fn sample_empty(ui: Ui, query: &str) -> Self {
        let asked = Asked::read(query);
        let filters = filters(&ui, &asked, &[], &[], &asked.wrong(&ui));
        Self { ui, asked, filters, lines: Vec::new(), next: None }
    }
}
