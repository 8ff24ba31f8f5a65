//! The list of all publications.

use askama::Template;
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use futures_util::StreamExt as _;
use hub_app::course::find;
use hub_app::course::look::Row;
use hub_app::{App, AppError};
use hub_core::course::Kind;
use hub_core::desk::{CourseSort, Direction, PageNumber, StateFilter};
use hub_core::vocabulary::Vocabulary;
use hub_core::{SiteId, VersionId};
use jiff::Timestamp;

use super::filter::{CourseFilter, NONE, sort_name};
use super::{LIST, path_of};
use crate::page::visitor::Visitor;
use crate::view::field::{Choice, Field, FormErrors, Kind as FieldKind};
use crate::view::parts::{Pager, PagerStep};
use crate::view::ui::Ui;

/// A line of the list.
#[derive(Clone, Debug)]
pub struct CourseRow {
    /// Which.
    pub id: VersionId,
    /// Its page.
    pub href: String,
    /// What it is called; may be empty.
    pub title: String,
    /// Advert or share.
    pub kind: Kind,
    /// Its listing state.
    pub state: &'static str,
    /// Whether a change of it waits.
    pub change_waits: bool,
    /// Its site.
    pub site: Option<(SiteId, String)>,
    /// Language code, or empty.
    pub language: String,
    /// Licence code, or empty.
    pub licence: String,
    /// Bytes of its package.
    pub size: Option<i64>,
    /// When it last changed.
    pub updated: Timestamp,
    /// Whether its link leads nowhere.
    pub is_link_dead: bool,
    /// Whether staff featured its course.
    pub featured: bool,
}

impl CourseRow {
    fn of(ui: &Ui, row: Row) -> Self {
        let version = row.version;
        Self {
            id: version.id,
            href: ui.urls.to(&path_of(version.id)),
            kind: version.kind,
            state: version.listing.name(),
            change_waits: version.waiting_text_id.is_some(),
            site: version.site_id.map(|id| (id, row.site_name.unwrap_or_default())),
            title: version.text.title,
            language: version.text.language,
            licence: version.text.licence,
            size: version.size_bytes,
            updated: version.updated_at,
            is_link_dead: row.is_link_dead,
            featured: version.featured,
        }
    }
}

/// A column by which one can sort.
#[derive(Clone, Debug)]
pub struct Column {
    /// Key of its name.
    pub key: String,
    /// The list sorted by it, the other way if it is already.
    pub href: String,
    /// `ascending`, `descending`, or empty.
    pub sorted: &'static str,
}

/// The page.
#[derive(Template)]
#[template(path = "page/desk/courses/list.html")]
pub struct CoursesPage {
    /// What every page has.
    pub ui: Ui,
    /// What the list is narrowed by.
    pub filter: CourseFilter,
    /// Filters that are always shown.
    pub first: Vec<Field>,
    /// Filters behind "more".
    pub more: Vec<Field>,
    /// Heads of the columns.
    pub columns: Vec<Column>,
    /// This page's lines.
    pub rows: Vec<CourseRow>,
    /// Lines of all pages, or those counted if there are more.
    pub total: i64,
    /// There are more than were counted.
    pub more_found: bool,
    /// Other pages.
    pub pager: Pager,
    /// Acts to choose from, and what they need.
    pub acts: Vec<Field>,
    /// What was wrong in the choice.
    pub wrong: FormErrors,
}

impl CoursesPage {
    fn csv(&self) -> String {
        self.ui.urls.to(&self.filter.clone().at_page(1).path_from(&format!("{LIST}/csv")))
    }

    fn list(&self) -> String {
        self.ui.urls.to(LIST)
    }

    /// Whether a filter behind "more" is in use: then they are shown.
    fn more_is_open(&self) -> bool {
        let hidden = ["audience", "level", "subject", "reported", "file", "over", "under", "changed"];
        hidden.iter().any(|name| !self.filter.get(name).is_empty())
    }
}

/// Answers `GET /admin/courses`.
pub async fn show(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let filter = CourseFilter::parse(&query);
    match page(&app, &visitor, filter, FormErrors::default()).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// The page, with what was wrong in the choice of an act.
pub async fn page(
    app: &App,
    visitor: &Visitor,
    filter: CourseFilter,
    wrong: FormErrors,
) -> Result<CoursesPage, AppError> {
    let query = filter.query(app.clock.now());
    let number = PageNumber::new(filter.page, PageNumber::default().rows);
    let mut found = find::find(app, &query, number).await?;
    let counted = u32::try_from(found.total).unwrap_or(u32::MAX).div_ceil(number.rows).max(1);
    let pages = counted.saturating_add(u32::from(found.more));
    let filter = filter.clone().at_page(filter.page.min(pages));
    if number.number > pages {
        found = find::find(app, &query, PageNumber::new(pages, number.rows)).await?;
    }
    let choices = find::choices(app).await?;
    let mut ui = visitor.ui.clone();
    ui.here = filter.path();
    let (first, more) = fields(&ui, &filter, &choices);
    Ok(CoursesPage {
        columns: columns(&ui, &filter),
        rows: found.rows.into_iter().map(|row| CourseRow::of(&ui, row)).collect(),
        total: found.total,
        more_found: found.more,
        pager: pager(&ui, &filter, pages),
        acts: acts(&ui, &wrong),
        first,
        more,
        filter,
        wrong,
        ui,
    })
}

fn pager(ui: &Ui, filter: &CourseFilter, pages: u32) -> Pager {
    let number = |page: u32| usize::try_from(page).unwrap_or(usize::MAX);
    let href = |page: usize| filter.clone().at_page(u32::try_from(page).unwrap_or(u32::MAX)).path();
    Pager::new(number(filter.page), number(pages), |page| ui.urls.to(&href(page)))
}

fn columns(ui: &Ui, filter: &CourseFilter) -> Vec<Column> {
    let all = [
        CourseSort::Title,
        CourseSort::Kind,
        CourseSort::State,
        CourseSort::Site,
        CourseSort::Language,
        CourseSort::Licence,
        CourseSort::Size,
        CourseSort::Updated,
    ];
    let (sort, direction) = filter.sort();
    let column = |of: CourseSort| {
        let sorted = match direction {
            _ if of != sort => "",
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        };
        let turned = filter.clone().and("sort", sort_name(of));
        let turned = turned.and("dir", if sorted == "ascending" { "down" } else { "" });
        let name = if of == CourseSort::Title { "name-title" } else { sort_name(of) };
        Column { key: format!("courses-desk-{name}"), href: ui.urls.to(&turned.path()), sorted }
    };
    all.into_iter().map(column).collect()
}

/// The fields of the filter form.
fn fields(ui: &Ui, filter: &CourseFilter, choices: &find::CourseChoices) -> (Vec<Field>, Vec<Field>) {
    let lang = ui.lang;
    let select = |name: &str, options: Vec<Choice>| {
        let mut all = vec![Choice::new("", lang.t("courses-desk-any"))];
        all.extend(options);
        Field::new(lang, FieldKind::Select(all), name, &format!("courses-desk-{name}"))
            .value(filter.get(name))
    };
    let number = |name: &str, key: &str| {
        Field::new(lang, FieldKind::Line("number"), name, key).value(filter.get(name))
    };
    let word = |value: &str, key: &str| Choice::new(value, lang.t(key));
    let states =
        StateFilter::ALL.map(|state| word(state.name(), &format!("courses-desk-state-{}", state.name())));
    let kinds = [Kind::Share, Kind::Advert].map(|kind| word(kind.name(), &format!("kind-{kind}")));
    let languages = counted(ui, &choices.languages, |code| lang.language_name(code));
    let first = vec![
        Field::new(lang, FieldKind::Line("search"), "q", "courses-desk-words").value(filter.get("q")),
        select("state", states.to_vec()),
        select("kind", kinds.to_vec()),
        select("language", languages),
        select("licence", counted(ui, &choices.licences, |code| ui.licence(code))),
        number("site", "courses-desk-site-number"),
    ];
    let changed = ["7", "30", "365", "not-365", "not-1095"]
        .map(|value| word(value, &format!("courses-desk-changed-{value}")));
    let more = vec![
        select("subject", counted(ui, &choices.subjects, |code| ui.subject(code))),
        select("audience", counted(ui, &choices.audiences, |code| ui.audience(code))),
        select("level", counted(ui, &choices.levels, |code| ui.level(code))),
        select(
            "reported",
            vec![word("yes", "courses-desk-reported-yes"), word("no", "courses-desk-reported-no")],
        ),
        select("file", vec![word(NONE, "courses-desk-file-none")]),
        select("changed", changed.to_vec()),
        number("over", "courses-desk-over"),
        number("under", "courses-desk-under"),
    ];
    (first, more)
}

/// Codes that occur with their numbers, ordered by name; "not given" first.
fn counted(ui: &Ui, values: &[(String, i64)], name: impl Fn(&str) -> String) -> Vec<Choice> {
    let mut all: Vec<(String, String, i64)> = Vec::with_capacity(values.len());
    for (code, count) in values {
        let (value, name) = if code.is_empty() {
            (NONE.to_owned(), ui.t("not-given").into_owned())
        } else {
            (code.clone(), name(code))
        };
        all.push((value, name, *count));
    }
    all.sort_by(|a, b| (a.0 != NONE).cmp(&(b.0 != NONE)).then_with(|| ui.compare(&a.1, &b.1)));
    all.into_iter()
        .map(|(value, name, count)| Choice::new(value, format!("{name} ({})", ui.number(count))))
        .collect()
}

/// The acts somebody may do, each with what it needs.
fn acts(ui: &Ui, wrong: &FormErrors) -> Vec<Field> {
    let lang = ui.lang;
    let mut names = vec!["add_tag", "remove_tag"];
    if ui.may("decisions") {
        names = vec!["list", "hide", "delete", "add_tag", "remove_tag", "mail"];
    }
    let choices = names
        .into_iter()
        .map(|name| Choice::new(name, lang.t(&format!("courses-desk-act-{}", name.replace('_', "-")))));
    let mut fields = vec![Field::new(lang, FieldKind::Select(choices.collect()), "act", "courses-desk-act")];
    if ui.may("decisions") {
        fields.push(Field::line(lang, "reason", "courses-desk-reason").help("courses-desk-reason-help"));
    }
    fields.push(Field::line(lang, "tag", "courses-desk-tag").help("courses-desk-tag-help"));
    if ui.may("decisions") {
        fields.push(
            Field::line(lang, "subject_line", "courses-desk-mail-subject").help("courses-desk-mail-help"),
        );
        fields.push(Field::new(lang, FieldKind::Lines(4), "body", "courses-desk-mail-body"));
    }
    fields.into_iter().map(|field| field.checked(wrong)).collect()
}

/// Names of a vocabulary's offered terms, indented by depth.
pub fn terms(ui: &Ui, vocabulary: &Vocabulary) -> Vec<Choice> {
    let offered = vocabulary.offered().map(|term| {
        let depth = vocabulary.depth(&term.key);
        let indent = "\u{2003}".repeat(depth);
        Choice::new(term.key.clone(), format!("{indent}{}", ui.terms.name_of(&vocabulary.key, term)))
    });
    offered.collect()
}

/// Answers `GET /admin/courses/csv`: all lines of the list as a file.
pub async fn csv(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let filter = CourseFilter::parse(&query.unwrap_or_default());
    let file = match find::csv(&app, &filter.query(app.clock.now())).await {
        Ok(file) => file,
        Err(error) => return visitor.failure(&error),
    };
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"courses.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (head, Body::from_stream(file.map(|piece| piece.map_err(std::io::Error::other)))).into_response()
}

#[cfg(any(test, debug_assertions))]
impl CoursesPage {
    /// Lines in several states; or none.
    pub fn sample(ui: Ui, rows: u8) -> Self {
        let titles =
            ["Pflanzen bestimmen", "علم النبات للمبتدئين", "", "Linear algebra, with far too long a title"];
        let states = ["waiting", "listed", "hidden", "draft", "removed"];
        let row = |number: u8, at: usize| CourseRow {
            id: VersionId(i64::from(number) + 1),
            href: ui.urls.to(&path_of(VersionId(i64::from(number) + 1))),
            title: titles[at % titles.len()].repeat(1 + at % 5),
            kind: if at.is_multiple_of(3) { Kind::Advert } else { Kind::Share },
            state: states[at % states.len()],
            change_waits: at == 1,
            site: (!at.is_multiple_of(4)).then(|| (SiteId(7), "Schule am See".to_owned())),
            language: "de".to_owned(),
            licence: if at.is_multiple_of(2) { "cc-sa-4.0".to_owned() } else { String::new() },
            size: (!at.is_multiple_of(3)).then_some(12_300_000),
            updated: ui.now - jiff::SignedDuration::from_hours(30 * (1 + i64::from(number))),
            is_link_dead: at == 3,
            featured: at == 1,
        };
        let filter = CourseFilter::parse("state=present");
        let choices = find::CourseChoices {
            languages: vec![("de".to_owned(), 3), (String::new(), 1)],
            ..find::CourseChoices::default()
        };
        let (first, more) = fields(&ui, &filter, &choices);
        Self {
            columns: columns(&ui, &filter),
            rows: (0..rows).map(|number| row(number, usize::from(number))).collect(),
            total: i64::from(rows),
            more_found: false,
            pager: Pager::default(),
            acts: acts(&ui, &FormErrors::default()),
            first,
            more,
            filter,
            wrong: FormErrors::default(),
            ui,
        }
    }
}
