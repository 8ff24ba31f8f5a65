//! The form in which staff corrects a version, with a lock for each field of an advert.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::course::correct::{can_lock, correct};
use hub_app::course::look::{self, Details};
use hub_app::course::pictures::{self, Screenshot};
use hub_app::course::{edit, locks};
use hub_app::{App, AppError};
use hub_core::course::{Kind, Version};
use hub_core::vocabulary::Vocabulary;

use super::acts::id_of;
use super::{list, path_of};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::{Choice, Field, FormErrors, Kind as FieldKind};
use crate::view::ui::Ui;

/// Fields in the order of the form.
const FIELDS: [&str; 16] = [
    "title",
    "short_name",
    "description",
    "language",
    "licence",
    "subject",
    "audience",
    "level",
    "tags",
    "creator_name",
    "contributors",
    "publisher_name",
    "publisher_email",
    "creator_notes",
    "course_url",
    "demo_url",
];

/// A field, and whether the site's next publication changes it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its name.
    pub name: &'static str,
    /// What is typed.
    pub field: Field,
    /// Whether it is locked.
    pub locked: bool,
    /// What the site sent last, where that differs.
    pub said: Option<String>,
}

/// An own facet: its values to tick.
#[derive(Clone, Debug)]
pub struct Facet {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Values: key, name, ticked.
    pub values: Vec<(String, String, bool)>,
}

/// The page.
#[derive(Template)]
#[template(path = "page/desk/courses/edit.html")]
pub struct EditPage {
    /// What every page has.
    pub ui: Ui,
    /// What is corrected.
    pub version: Version,
    /// Whether fields can be locked.
    pub can_lock: bool,
    /// The fields.
    pub lines: Vec<Line>,
    /// The hub's own facets.
    pub facets: Vec<Facet>,
    /// Its pictures.
    pub shots: Vec<Screenshot>,
    /// What was wrong.
    pub wrong: FormErrors,
}

impl EditPage {
    fn to(&self, below: &str) -> String {
        self.ui.urls.to(&format!("{}{below}", path_of(self.version.id)))
    }

    fn lock_label(&self, line: &Line) -> String {
        let name = self.ui.t(&format!("courses-desk-field-{}", line.name.replace('_', "-")));
        self.ui.with("courses-desk-keep", "field", name.into_owned()).into_owned()
    }

    /// The places a picture can have.
    fn places(&self) -> Vec<i64> {
        (1..).take(self.shots.len()).collect()
    }
}

/// Answers `GET /admin/courses/{id}/edit`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(named): Path<String>) -> Response {
    match page(&app, &visitor, &named, None, FormErrors::default()).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// The page as it stands, or with what was typed.
///
/// # Errors
/// `NotFound` if there is no such version.
pub async fn page(
    app: &App,
    visitor: &Visitor,
    named: &str,
    typed: Option<&Form>,
    wrong: FormErrors,
) -> Result<EditPage, AppError> {
    let id = id_of(named)?;
    let details = look::show(app, id).await?;
    let locked: Vec<(String, String)> =
        locks::locks(app, id).await?.into_iter().map(|lock| (lock.field, lock.said)).collect();
    let shots = pictures::list(app, id).await?;
    let mut ui = visitor.ui.clone();
    ui.here = format!("{}/edit", path_of(id));
    Ok(EditPage::new(ui, details, &locked, shots, typed, wrong))
}

impl EditPage {
    fn new(
        ui: Ui,
        details: Details,
        locked: &[(String, String)],
        shots: Vec<Screenshot>,
        typed: Option<&Form>,
        wrong: FormErrors,
    ) -> Self {
        let version = details.version;
        let line = |name: &'static str| {
            let stands = edit::value_of(&version.text, name).unwrap_or_default();
            let value = typed.map_or_else(|| stands.clone(), |form| form.get(name).to_owned());
            let said = locked.iter().find(|(field, _)| field == name).map(|(_, said)| said.clone());
            Line {
                name,
                field: field(&ui, &version, name, &value).checked(&wrong),
                locked: typed.map_or(said.is_some(), |form| form.all("keep").any(|kept| kept == name)),
                said: said.filter(|said| *said != stands),
            }
        };
        let facets = ui.terms.vocabularies().own().iter().map(|facet| {
            let key = facet.key.to_string();
            let has: Vec<String> = match typed {
                Some(form) => form.all(&format!("facet.{key}")).map(str::to_owned).collect(),
                None => {
                    details.own.iter().find(|(of, _)| *of == key).map(|(_, v)| v.clone()).unwrap_or_default()
                }
            };
            let value = |choice: Choice| (choice.value.clone(), choice.label, has.contains(&choice.value));
            let values = list::terms(&ui, facet).into_iter().map(value).collect();
            Facet { name: ui.terms.facet(&key), key, values }
        });
        Self {
            facets: facets.collect(),
            lines: FIELDS.into_iter().filter(|name| fits(version.kind, name)).map(line).collect(),
            can_lock: can_lock(&version),
            version,
            shots,
            wrong,
            ui,
        }
    }
}

/// An advert has no demo, a share no course to visit.
fn fits(kind: Kind, name: &str) -> bool {
    match name {
        "course_url" => kind == Kind::Advert,
        "demo_url" => kind == Kind::Share,
        _ => true,
    }
}

fn field(ui: &Ui, version: &Version, name: &'static str, value: &str) -> Field {
    let lang = ui.lang;
    let vocabularies = ui.terms.vocabularies();
    let select = |vocabulary: &Vocabulary, named: String| {
        let mut choices = vec![Choice::new("", ui.t("not-given"))];
        choices.extend(list::terms(ui, vocabulary));
        // What a site sent and no list has, and what is offered no longer, stays until somebody chooses another.
        if choices.iter().all(|choice| choice.value != value) {
            choices.push(Choice::new(value, named));
        }
        FieldKind::Select(choices)
    };
    let kind = match name {
        "licence" => select(vocabularies.licence(), ui.licence(value)),
        "subject" => select(vocabularies.subject(), ui.subject(value)),
        "audience" => select(vocabularies.audience(), ui.audience(value)),
        "level" => select(vocabularies.level(), ui.level(value)),
        "description" | "creator_notes" => FieldKind::Lines(8),
        "publisher_email" => FieldKind::Line("email"),
        "course_url" | "demo_url" => FieldKind::Line("url"),
        _ => FieldKind::Line("text"),
    };
    let key = format!("courses-desk-field-{}", name.replace('_', "-"));
    let field = Field::new(lang, kind, name, &key).value(value);
    match name {
        "title" => field.required(),
        "language" => field.help("courses-desk-field-language-help").left_to_right(),
        "tags" => field.help("courses-desk-field-tags-help"),
        "publisher_email" => field.help("courses-desk-field-publisher-email-help").left_to_right(),
        "creator_notes" if version.text.creator_notes_format == 1 => {
            field.help("courses-desk-field-creator-notes-help")
        }
        "course_url" | "demo_url" => field.left_to_right(),
        _ => field,
    }
}

/// Answers `POST /admin/courses/{id}/edit`.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(named): Path<String>,
    form: Form,
) -> Response {
    let error = match saved(&app, &visitor, &named, &form).await {
        Ok(path) => return visitor.done(&path, "courses-corrected"),
        Err(error) => error,
    };
    let again = match FormErrors::from_error(error) {
        Ok(wrong) => page(&app, &visitor, &named, Some(&form), wrong).await,
        Err(error) => Err(error),
    };
    match again {
        Ok(page) => visitor.form_again(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn saved(app: &App, visitor: &Visitor, named: &str, form: &Form) -> Result<String, AppError> {
    let id = id_of(named)?;
    let fields: Vec<(&str, &str)> =
        FIELDS.into_iter().filter(|name| form.has(name)).map(|name| (name, form.get(name))).collect();
    let normal: Vec<(&str, String)> =
        fields.iter().map(|(name, value)| (*name, value.replace("\r\n", "\n"))).collect();
    let fields: Vec<(&str, &str)> = normal.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let keep: Vec<&str> = form.all("keep").collect();
    correct(app, visitor.actor(), id, &fields, &keep).await?;
    for facet in visitor.ui.terms.vocabularies().own() {
        let name = format!("facet.{}", facet.key);
        // A hidden field of this name says that the facet was on the form: with no value ticked it has none.
        if form.has(&name) {
            let values: Vec<&str> = form.all(&name).filter(|value| !value.is_empty()).collect();
            edit::set(app, visitor.actor(), id, &name, &values.join(",")).await?;
        }
    }
    Ok(path_of(id))
}

#[cfg(any(test, debug_assertions))]
impl EditPage {
    /// Of an advert or a share.
    pub fn sample(ui: Ui, kind: Kind) -> Self {
        use super::version::samples::version;
        let version = version(&ui, kind, hub_core::listing::Listing::Listed);
        let locked = [("title".to_owned(), "Pflanzen".to_owned())];
        let shot = |position| Screenshot {
            position,
            sha256: String::new(),
            thumbnail_sha256: String::new(),
            card_sha256: String::new(),
            media_type: "image/png".to_owned(),
            width: 640,
            height: 400,
        };
        let details = Details {
            site: None,
            waiting: None,
            views: 40,
            link: None,
            featured: None,
            report: None,
            evidence: None,
            unseen: Vec::new(),
            versions: Vec::new(),
            record: Vec::new(),
            licence_allowed: true,
            own: Vec::new(),
            version,
        };
        let mut page = Self::new(ui, details, &locked, vec![shot(1), shot(2)], None, FormErrors::default());
        page.can_lock = kind == Kind::Advert;
        page
    }
}
