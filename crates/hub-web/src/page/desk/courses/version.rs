//! One version with everything staff knows of it, and what staff can do with it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::course::edit;
use hub_app::course::look::{self, Details};
use hub_app::moderation::restorable_until;
use hub_app::{App, AppError};
use hub_core::course::Kind;
use hub_core::listing::{Listing, PackageState};
use hub_core::{CourseId, TextId, VersionId};
use jiff::Timestamp;

use super::acts::id_of;
use super::{LIST, batch, path_of};
use crate::page::desk::audit::line::Line;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind as FieldKind};
use crate::view::ui::Ui;

/// What staff may do to it now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a button")]
pub struct Can {
    /// List it, or take its change.
    pub accept: bool,
    /// Also in spite of what its package's reader found.
    pub accept_despite: bool,
    /// Say no to it or to its change.
    pub refuse: bool,
    /// Take it out of sight.
    pub hide: bool,
    /// Show it again.
    pub unhide: bool,
    /// Delete it.
    pub delete: bool,
    /// Give it back.
    pub restore: bool,
}

impl Can {
    /// Until when a deleted version can be restored is told by `restorable`.
    fn of(details: &Details, restorable: Option<Timestamp>) -> Self {
        let version = &details.version;
        let (listing, waits) = (&version.listing, version.waiting_text_id.is_some());
        let gone = listing.is_gone();
        let held = matches!(version.package, PackageState::Held { .. });
        let acceptable = listing.on_accept(version.kind, &version.package).is_ok();
        Self {
            accept: acceptable && (*listing != Listing::Listed || waits) && !version.accepted_early,
            accept_despite: !gone && held && *listing != Listing::Listed,
            refuse: waits
                || (!gone && !matches!(listing, Listing::Refused { .. }) && listing.on_refuse("").is_ok()),
            hide: !gone && !matches!(listing, Listing::Hidden { .. }),
            unhide: matches!(listing, Listing::Hidden { .. }),
            delete: *listing != Listing::Removed,
            restore: restorable.is_some(),
        }
    }

    /// Whether an act needs a reason.
    pub fn needs_reason(self) -> bool {
        self.refuse || self.hide
    }
}

/// The page.
#[derive(Template)]
#[template(path = "page/desk/courses/version.html")]
pub struct VersionPage {
    /// What every page has.
    pub ui: Ui,
    /// Everything around it.
    pub details: Details,
    /// What can be done.
    pub can: Can,
    /// Until when it can be restored, if it was deleted.
    pub restorable: Option<Timestamp>,
    /// Reason of a decision.
    pub reason: Field,
    /// Why it is featured.
    pub why: Field,
    /// What staff noted.
    pub notes: Field,
    /// To which site, under which number.
    pub to_site: Vec<Field>,
    /// A mail to the publisher.
    pub mail: Vec<Field>,
    /// What was wrong.
    pub wrong: FormErrors,
}

impl VersionPage {
    /// How many items of the package nobody can be shown.
    fn unseen(&self) -> i64 {
        self.details.evidence.as_ref().map_or(0, |evidence| evidence.unseen_count)
    }

    fn to(&self, below: &str) -> String {
        self.ui.urls.to(&format!("{}{below}", path_of(self.details.version.id)))
    }

    fn list(&self) -> String {
        self.ui.urls.to(LIST)
    }

    fn preview(&self) -> String {
        self.ui.urls.to(&format!("{LIST}/preview"))
    }

    fn other(&self, id: &VersionId) -> String {
        self.ui.urls.to(&path_of(*id))
    }

    fn of_site(&self, id: &hub_core::SiteId) -> String {
        self.ui.urls.to(&format!("{LIST}?site={id}"))
    }

    /// The text that a decision is about.
    fn text(&self) -> TextId {
        self.details.version.waiting_text_id.unwrap_or(self.details.version.text_id)
    }

    fn state_key(&self) -> String {
        format!("courses-desk-state-{}", self.details.version.listing.name())
    }

    fn package_key(&self) -> String {
        format!("courses-desk-package-{}", self.details.version.package.name())
    }

    fn is_advert(&self) -> bool {
        self.details.version.kind == Kind::Advert
    }

    /// Numbers of its pictures.
    fn pictures(&self) -> Vec<i64> {
        (1..=self.details.version.screenshots).collect()
    }

    /// What was done to it.
    fn record(&self) -> Vec<Line> {
        self.details.record.iter().map(|record| Line::bare(&self.ui, record)).collect()
    }
}

/// The course of a version.
///
/// # Errors
/// `NotFound` if there is no such version.
pub async fn course_of(app: &App, id: VersionId) -> Result<CourseId, AppError> {
    Ok(look::show(app, id).await?.version.course_id)
}

/// The page, with what was wrong in one of its forms.
///
/// # Errors
/// `NotFound` if there is no such version.
pub async fn page(
    app: &App,
    visitor: &Visitor,
    id: VersionId,
    wrong: FormErrors,
) -> Result<VersionPage, AppError> {
    let details = look::show(app, id).await?;
    let notes = edit::notes(app, details.version.course_id).await?;
    let restorable = restorable_until(app, id).await?;
    let mut ui = visitor.ui.clone();
    ui.here = path_of(id);
    Ok(VersionPage::new(ui, details, restorable, &notes, wrong))
}

impl VersionPage {
    fn new(ui: Ui, details: Details, restorable: Option<Timestamp>, notes: &str, wrong: FormErrors) -> Self {
        let lang = ui.lang;
        let line = |name: &str, key: &str| Field::line(lang, name, key).checked(&wrong);
        let can = Can::of(&details, restorable);
        let to_site = vec![
            line("site", "courses-desk-move-site").help("courses-desk-move-site-help").left_to_right(),
            line("site_course_id", "courses-desk-move-number").help("courses-desk-move-number-help"),
        ];
        Self {
            reason: line("reason", "courses-desk-reason").help("courses-desk-reason-help"),
            why: line("why", "courses-desk-why").help("courses-desk-why-help"),
            notes: Field::new(lang, FieldKind::Lines(4), "notes", "courses-desk-notes").value(notes),
            mail: batch::mail_fields(&ui),
            to_site,
            details,
            can,
            restorable,
            wrong,
            ui,
        }
    }
}

/// Answers `GET /admin/courses/{id}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(named): Path<String>) -> Response {
    let page = match id_of(&named) {
        Ok(id) => page(&app, &visitor, id, FormErrors::default()).await,
        Err(error) => Err(error),
    };
    match page {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

#[cfg(any(test, debug_assertions))]
pub(in crate::page) mod samples {
    use hub_app::course::look::Record;
    use hub_core::course::{CourseText, Version};

    use super::{CourseId, Details, FormErrors, Kind, Listing, PackageState, TextId, Ui};
    use super::{VersionId, VersionPage};

    pub fn version(ui: &Ui, kind: Kind, listing: Listing) -> Version {
        let is_share = kind == Kind::Share;
        Version {
            id: VersionId(17),
            course_id: CourseId(17),
            site_id: None,
            site_state: None,
            site_course_id: None,
            course_identity: 1,
            number: 2,
            kind,
            listing,
            package: if is_share {
                PackageState::Held { codes: vec!["user-data".to_owned()] }
            } else {
                PackageState::None
            },
            accepted_early: false,
            package_sha256: is_share.then(|| "0123456789abcdef".repeat(4)),
            size_bytes: is_share.then_some(12_345_678),
            package_release: is_share.then(|| "4.5.8".to_owned()),
            text_id: TextId(4),
            text: CourseText {
                title: "Pflanzen bestimmen mit Schlüsseln und Zeichnungen".to_owned(),
                language: "de".to_owned(),
                licence: "cc-sa-4.0".to_owned(),
                description: "Wie man Pflanzen bestimmt.\nMit vielen Bildern.".to_owned(),
                tags: vec!["Botanik".to_owned(), "Biologie".to_owned()],
                course_url: "https://moodle.lake.example/course/view.php?id=4".to_owned(),
                publisher_email: "ana@lake.example".to_owned(),
                ..CourseText::default()
            },
            waiting_text_id: (!is_share).then_some(TextId(5)),
            screenshots: 2,
            created_at: ui.now - jiff::SignedDuration::from_hours(300),
            updated_at: ui.now - jiff::SignedDuration::from_hours(3),
            listed_at: None,
            downloads: 3,
            featured: false,
        }
    }

    impl VersionPage {
        /// A share or an advert in a state.
        pub fn sample(ui: Ui, kind: Kind, listing: Listing) -> Self {
            let version = version(&ui, kind, listing);
            let record = Record {
                id: 1,
                at: ui.now,
                actor: ("account".to_owned(), 3),
                act: "course.hidden".to_owned(),
                thing: ("version".to_owned(), 17),
                before: r#"{"listing":"listed"}"#.to_owned(),
                after: r#"{"listing":{"hidden":{"reason":"No licence"}}}"#.to_owned(),
            };
            let removed = version.listing == Listing::Removed;
            let restorable = removed.then(|| ui.now + jiff::SignedDuration::from_hours(300));
            let details = Details {
                site: None,
                waiting: version.waiting_text_id.map(|_| version.text.clone()),
                views: 40,
                link: None,
                featured: (!removed).then(|| "Clear and complete".to_owned()),
                report: None,
                evidence: None,
                unseen: vec!["contents_mismatch".to_owned()],
                versions: vec![version.clone()],
                record: vec![record],
                licence_allowed: true,
                own: Vec::new(),
                version,
            };
            Self::new(ui, details, restorable, "ask again in May", FormErrors::default())
        }
    }
}
