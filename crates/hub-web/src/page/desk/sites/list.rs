//! Staff's list of sites.

use askama::Template;
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use hub_app::site::staff::find::{self, SiteChoices, SiteRow};
use hub_app::{App, AppError};
use hub_core::desk::PageNumber;
use hub_core::site::SiteState;

use super::query::{Asked, DAYS, NONE};
use super::words::{Mark, marks, state_key};
use crate::page::visitor::Visitor;
use crate::view::field::{Choice, Field, Kind};
use crate::view::parts::{Pager, PagerStep};
use crate::view::ui::Ui;

/// Sites of a page.
const ROWS: u32 = 50;
const PATH: &str = "/admin/sites";

/// A head of the table.
pub struct Head {
    key: &'static str,
    href: String,
    sorted: &'static str,
}

/// One page of the list.
#[derive(Template)]
#[template(path = "page/desk/sites.html")]
pub struct SitesDeskPage {
    /// What every page has.
    pub ui: Ui,
    asked: Asked,
    filters: Vec<Field>,
    rows: Vec<SiteRow>,
    total: i64,
    heads: Vec<Head>,
    pager: Pager,
    silent_days: u32,
}

impl SitesDeskPage {
    /// What was asked for, with what was found.
    pub fn new(
        ui: Ui,
        asked: Asked,
        choices: &SiteChoices,
        rows: Vec<SiteRow>,
        total: i64,
        silent_days: u32,
    ) -> Self {
        let pages = usize::try_from(total).unwrap_or(0).div_ceil(ROWS as usize);
        let href =
            |page: usize| ui.urls.to(&asked.at_page(u32::try_from(page).unwrap_or(u32::MAX)).path(PATH));
        let pager = Pager::new(asked.page as usize, pages, href);
        let heads = heads(&ui, &asked);
        Self { filters: filters(&ui, &asked, choices), ui, asked, rows, total, heads, pager, silent_days }
    }

    fn csv(&self) -> String {
        self.ui.urls.to(&self.asked.at_page(1).path("/admin/sites.csv"))
    }

    fn marks(&self, row: &SiteRow) -> Vec<Mark> {
        marks(&row.site, self.ui.now, self.silent_days)
    }
}

/// The columns; the sorted one says which way.
fn heads(ui: &Ui, asked: &Asked) -> Vec<Head> {
    let columns = [
        ("name", "sites-desk-site"),
        ("country", "sites-country"),
        ("language", "sites-language"),
        ("moodle", "sites-desk-moodle"),
        ("courses", "sites-desk-courses"),
        ("waiting", "sites-desk-courses-waiting"),
        ("registered", "sites-desk-registered"),
        ("seen", "sites-desk-seen"),
    ];
    let head = |(word, key): (&str, &'static str)| Head {
        key,
        href: ui.urls.to(&asked.sorted(word).path(PATH)),
        sorted: match (asked.sort == word, asked.down) {
            (false, _) => "",
            (true, false) => "ascending",
            (true, true) => "descending",
        },
    };
    columns.into_iter().map(head).collect()
}

/// The form above the list: only values that sites have.
fn filters(ui: &Ui, asked: &Asked, choices: &SiteChoices) -> Vec<Field> {
    let lang = ui.lang;
    let select = |name: &'static str, key: &str, mut values: Vec<Choice>| {
        values.insert(0, Choice::new("", lang.t("sites-any")));
        Field::new(lang, Kind::Select(values), name, key).value(asked.filter(name))
    };
    let counted = |value: &str, label: &str, count: i64| {
        Choice::new(value, format!("{label} ({})", lang.number(count)))
    };
    let yes_no = || vec![Choice::new("yes", lang.t("yes")), Choice::new("no", lang.t("no"))];
    let states = choices.states.iter().filter_map(|(name, count)| {
        Some(counted(name, &lang.t(state_key(SiteState::from_name(name)?)), *count))
    });
    let mut countries: Vec<(&str, String, i64)> = choices
        .countries
        .iter()
        .map(|(code, count)| match code.as_str() {
            "" => (NONE, lang.t("sites-desk-none").into_owned(), *count),
            code => (code, lang.country(code), *count),
        })
        .collect();
    let mut languages: Vec<(&str, String, i64)> = choices
        .languages
        .iter()
        .map(|(code, count)| (code.as_str(), lang.language_name(code), *count))
        .collect();
    countries.sort_by(|a, b| lang.compare(&a.1, &b.1));
    languages.sort_by(|a, b| lang.compare(&a.1, &b.1));
    let named = |values: Vec<(&str, String, i64)>| {
        values.into_iter().map(|(code, name, count)| counted(code, &name, count)).collect::<Vec<_>>()
    };
    let series = choices.series.iter().rev().map(|(series, count)| {
        let series = series.to_string();
        counted(&series, &series, *count)
    });
    let seen = DAYS.into_iter().flat_map(|days| {
        [
            Choice::new(format!("within-{days}"), lang.with("sites-desk-seen-within", "days", days)),
            Choice::new(format!("not-{days}"), lang.with("sites-desk-seen-not", "days", days)),
        ]
    });
    vec![
        Field::new(lang, Kind::Line("search"), "q", "sites-desk-words").value(asked.filter("q")),
        select("state", "sites-desk-state", states.collect()),
        select("trusted", "sites-desk-trusted", yes_no()),
        select("prioritised", "sites-desk-prioritised", yes_no()),
        select("country", "sites-country", named(countries)),
        select("language", "sites-language", named(languages)),
        select("moodle", "sites-desk-moodle", series.collect()),
        select("seen", "sites-desk-seen", seen.collect()),
        select("courses", "sites-desk-has-courses", yes_no()),
    ]
}

/// Answers `GET /admin/sites`.
pub async fn show(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    match page(&app, &visitor, Asked::read(&query.unwrap_or_default())).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor, asked: Asked) -> Result<SitesDeskPage, AppError> {
    let found = find::find(app, &asked.query(app.clock.now()), PageNumber::new(asked.page, ROWS)).await?;
    let choices = find::choices(app).await?;
    let silent_days = app.policy().silent_days;
    Ok(SitesDeskPage::new(visitor.ui.clone(), asked, &choices, found.rows, found.total, silent_days))
}

/// Answers `GET /admin/sites.csv`: all sites of the list, not only one page.
pub async fn file(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let asked = Asked::read(&query.unwrap_or_default());
    match find::csv(&app, &asked.query(app.clock.now())).await {
        Ok(file) => {
            let head = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"sites.csv\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (head, Body::from_stream(file)).into_response()
        }
        Err(error) => visitor.failure(&error),
    }
}
