//! One site for staff: what it sent, what staff made of it, and every decision.

use std::borrow::Borrow;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::audit::{self, AuditRow};
use hub_app::site::locks::LOCKABLE;
use hub_app::site::staff::{self, Asked, Connectivity, Details, Looked};
use hub_app::{App, AppError, Missing};
use hub_core::desk::AuditQuery;
use hub_core::site::{Site, SiteState};
use hub_core::{SiteId, VersionId};
use jiff::Timestamp;

use super::words::{Mark, marks};
use super::{form, reach};
use crate::i18n::Lang;
use crate::page::desk::audit::line::Line;
use crate::page::registration::{CompareRow, SiteFacts};
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// Lines of the record that are shown.
const LINES: usize = 30;
/// Those of them that are shown at once.
const NEWEST: usize = 5;

/// A decision that takes one press of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Button {
    /// The word the form sends.
    pub act: &'static str,
    /// Key of what the button says.
    pub key: &'static str,
    /// Key of the sentence that says what it does.
    pub why: &'static str,
    /// Its class.
    pub tone: &'static str,
}

/// What the site says beside what the hub has.
#[derive(Clone, Debug)]
pub struct SaidRow {
    /// Which field.
    pub field: &'static str,
    /// Key of its name.
    pub key: &'static str,
    /// What the hub has.
    pub now: String,
    /// What the site says meanwhile, if staff keeps it from taking that, and since when.
    pub locked: Option<(String, Timestamp)>,
    /// Whether a change of it waits for staff.
    pub waits: bool,
}

/// A token of the site.
#[derive(Clone, Debug)]
pub struct TokenRow {
    /// Since when.
    pub since: Timestamp,
    /// When it was last used.
    pub used: Option<Timestamp>,
    /// When it ended.
    pub ended: Option<Timestamp>,
}

/// What the one token said of an installation.
#[derive(Clone, Debug)]
pub struct SeenRow {
    /// What.
    pub value: String,
    /// When first.
    pub first: Timestamp,
    /// When last.
    pub last: Timestamp,
    /// How often.
    pub times: i64,
}

/// Where the code was found.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// `file`, `meta` or `dns`.
    pub method: String,
    /// At which address the site was then.
    pub address: String,
    /// When.
    pub at: Timestamp,
}

/// What a check or a look just now showed.
#[derive(Clone, Debug, Default)]
pub struct JustNow {
    /// What the check of the address found: whether somebody has to do something, and a sentence.
    pub findings: Vec<(bool, String)>,
    /// The steps of the check.
    pub steps: Vec<String>,
    /// Where the code was not found, with why; `None` if nobody looked.
    pub looked: Option<Vec<String>>,
}

/// The page.
#[derive(Template)]
#[template(path = "page/desk/site.html")]
pub struct SiteDeskPage {
    /// What every page has.
    pub ui: Ui,
    pub(super) site: Site,
    pub(super) marks: Vec<Mark>,
    pub(super) buttons: Vec<Button>,
    pub(super) said: Vec<SaidRow>,
    pub(super) settings: Vec<Field>,
    pub(super) was: Vec<(&'static str, String)>,
    pub(super) waiting: Vec<(VersionId, String)>,
    pub(super) courses: i64,
    pub(super) tokens: Vec<TokenRow>,
    pub(super) blocked: bool,
    pub(super) seen: Vec<SeenRow>,
    /// The site and a newcomer on its address, side by side, and when that one asked.
    pub(super) newcomer: Option<(Timestamp, Vec<CompareRow>)>,
    pub(super) asked: Option<Asked>,
    pub(super) proof_checked: Option<Timestamp>,
    pub(super) evidence: Option<Evidence>,
    pub(super) history: Vec<Line>,
    pub(super) just_now: JustNow,
    pub(super) wrong: FormErrors,
}

impl SiteDeskPage {
    pub(super) fn new(ui: Ui, details: Details, record: &[AuditRow], silent_days: u32) -> Self {
        let site = details.site;
        let said = said_rows(&site, |field| {
            let lock = details.locks.iter().find(|lock| lock.field == field)?;
            Some((lock.said.clone(), lock.locked_at))
        });
        let seen = details.sightings.into_iter().filter(|seen| !seen.aspect.starts_with("course "));
        let newcomer = details.newcomer.as_ref().map(|told| {
            let registered = SiteFacts::of(&site.info, &site.address);
            (told.at, CompareRow::all(registered, SiteFacts::of(&told.info, &told.address)))
        });
        let evidence = details.proof.as_ref().and_then(|proof| proof.seen.clone());
        Self {
            marks: marks(&site, ui.now, silent_days),
            buttons: buttons(&site, details.unconfirmed_courses),
            said,
            settings: form::fields(ui.lang, &form::values(&site), &FormErrors::default()),
            was: form::values(&site),
            waiting: details.waiting.into_iter().map(|version| (version.id, version.text.title)).collect(),
            courses: details.counts.courses,
            tokens: details
                .tokens
                .into_iter()
                .map(|token| TokenRow {
                    since: token.created_at,
                    used: token.last_used_at,
                    ended: token.ended.map(|(at, _)| at),
                })
                .collect(),
            blocked: details.blocked,
            seen: seen
                .map(|seen| SeenRow {
                    value: seen.value,
                    first: seen.first_at,
                    last: seen.last_at,
                    times: seen.times,
                })
                .collect(),
            newcomer,
            asked: details.asked,
            proof_checked: details.proof.and_then(|proof| proof.checked_at),
            evidence: evidence.map(|seen| Evidence {
                method: seen.method,
                address: seen.address,
                at: seen.at,
            }),
            history: record.iter().map(|row| Line::of(&ui, row)).collect(),
            just_now: JustNow::default(),
            wrong: FormErrors::default(),
            site,
            ui,
        }
    }

    pub(super) fn path(&self) -> String {
        self.ui.urls.to(&path(self.site.id))
    }

    fn courses_of_site(&self) -> String {
        self.ui.urls.to(&format!("/admin/courses?site={}", self.site.id))
    }

    fn is_here(&self) -> bool {
        self.site.state != SiteState::Left
    }

    fn waits(&self) -> bool {
        self.site.state == SiteState::Waiting
    }

    fn is_registered(&self) -> bool {
        matches!(self.site.state, SiteState::Active | SiteState::Suspended)
    }

    fn has_token(&self) -> bool {
        self.tokens.iter().any(|token| token.ended.is_none())
    }

    /// Where the page's links to its own sections lead, and what each is called.
    fn places(&self) -> Vec<(&'static str, &'static str)> {
        let site = &self.site;
        let all = [
            (self.waits(), "refuse", "sites-desk-refuse-title"),
            (site.waiting_name.is_some() || site.waiting_address.is_some(), "change", "sites-desk-changed"),
            (self.newcomer.is_some(), "newcomer", "need-newcomer"),
            (site.cloned_at.is_some(), "clone", "sites-desk-cloned"),
            (true, "waiting", "sites-desk-its-courses"),
            (!self.buttons.is_empty(), "standing", "sites-desk-standing"),
            (true, "facts", "sites-desk-facts"),
            (self.may_be_written_to(), "write", "sites-desk-write"),
            (true, "settings", "sites-desk-settings"),
            (true, "said", "sites-desk-said-fields"),
            (true, "reach", "sites-desk-reach"),
            (true, "proof", "sites-desk-proof"),
            (true, "tokens", "sites-desk-tokens"),
            (true, "history", "sites-desk-history"),
            (self.is_here(), "end", "sites-desk-delete-title"),
        ];
        all.into_iter().filter(|(there, ..)| *there).map(|(_, id, key)| (id, key)).collect()
    }

    /// Whether a form for what cannot be undone is to be shown open: it was just refused.
    fn is_open(&self, field: &str) -> bool {
        !self.wrong.of(field).is_empty()
    }

    /// Whether the site says something else than what the hub has of it.
    fn differs(&self) -> bool {
        self.said.iter().any(|row| row.locked.is_some())
    }

    fn typed(&self, name: &str, label: &str) -> Field {
        let field = Field::line(self.ui.lang, name, label).required().autocomplete("off");
        field.helped(self.site.info.name.clone()).checked(&self.wrong)
    }

    fn reason(&self, name: &str) -> Field {
        let field = Field::new(self.ui.lang, Kind::Lines(3), name, "sites-desk-reason");
        field.help("sites-desk-reason-help").required().checked(&self.wrong)
    }

    /// Its contact has an address, and the site is not gone.
    fn may_be_written_to(&self) -> bool {
        self.is_here() && !self.site.info.contact_email.is_empty()
    }

    fn message(&self) -> Field {
        Field::new(self.ui.lang, Kind::Lines(4), "text", "sites-desk-write-words")
            .required()
            .checked(&self.wrong)
    }

    fn numbers(&self) -> Vec<(&'static str, i64)> {
        let counters = &self.site.info.counters;
        [
            ("sites-desk-n-courses", counters.courses),
            ("sites-desk-n-users", counters.users),
            ("sites-desk-n-enrolments", counters.enrolments),
            ("sites-desk-n-resources", counters.resources),
            ("sites-desk-n-posts", counters.posts),
            ("sites-desk-n-questions", counters.questions),
        ]
        .into_iter()
        .filter_map(|(key, count)| Some((key, count?)))
        .collect()
    }
}

/// The path of a site's page for staff.
pub(super) fn path(id: impl Borrow<SiteId>) -> String {
    format!("/admin/sites/{}", id.borrow())
}

/// Each field that the site says, in the order of the form.
pub(super) fn said_rows(site: &Site, locked: impl Fn(&str) -> Option<(String, Timestamp)>) -> Vec<SaidRow> {
    let values = form::values(site);
    LOCKABLE
        .into_iter()
        .map(|field| SaidRow {
            field,
            key: form::label(field),
            now: values
                .iter()
                .find(|(key, _)| *key == field)
                .map(|(_, value)| value.clone())
                .unwrap_or_default(),
            locked: locked(field),
            waits: match field {
                "name" => site.waiting_name.is_some(),
                "address" => site.waiting_address.is_some(),
                _ => false,
            },
        })
        .collect()
}

/// The decisions that are open.
pub(super) fn buttons(site: &Site, unconfirmed: i64) -> Vec<Button> {
    let button = |act, key, why, tone| Button { act, key, why, tone };
    let mut all = Vec::new();
    match site.state {
        SiteState::Left => return all,
        SiteState::Waiting => {
            all.push(button("accept", "sites-desk-accept", "sites-desk-accept-why", "primary"));
        }
        SiteState::Active | SiteState::Suspended => {}
    }
    if unconfirmed > 0 {
        all.push(button("confirm", "sites-desk-confirm", "sites-desk-confirm-why", "primary"));
    }
    all.push(match (site.trusted, site.prioritised) {
        (false, _) => button("trust", "sites-desk-trust", "sites-desk-trust-why", "secondary"),
        (true, _) => button("untrust", "sites-desk-untrust", "sites-desk-untrust-why", "secondary"),
    });
    if site.prioritised {
        // Prioritised sites are trusted: their priority goes first.
        all.pop();
        all.push(button(
            "unprioritise",
            "sites-desk-unprioritise",
            "sites-desk-unprioritise-why",
            "secondary",
        ));
    } else {
        all.push(button("prioritise", "sites-desk-prioritise", "sites-desk-prioritise-why", "secondary"));
    }
    all.push(if site.in_directory {
        button("hide", "sites-desk-hide", "sites-desk-hide-why", "secondary")
    } else {
        button("show", "sites-desk-show", "sites-desk-show-why", "secondary")
    });
    match site.state {
        SiteState::Active => {
            all.push(button("suspend", "sites-desk-suspend", "sites-desk-suspend-why", "secondary"));
        }
        SiteState::Suspended => {
            all.push(button("resume", "sites-desk-resume", "sites-desk-resume-why", "primary"));
        }
        SiteState::Waiting | SiteState::Left => {}
    }
    all
}

impl JustNow {
    /// After a check of the address.
    pub(super) fn checked(lang: Lang, seen: &Connectivity) -> Self {
        let findings =
            seen.findings.iter().map(|finding| (finding.is_trouble(), reach::finding(lang, finding)));
        let mut steps: Vec<String> = seen.probe.steps.iter().map(|step| reach::step(lang, step)).collect();
        let milliseconds = i64::try_from(seen.probe.took.as_millis()).unwrap_or(i64::MAX);
        steps.push(lang.with("sites-desk-step-took", "milliseconds", milliseconds).into_owned());
        Self { findings: findings.collect(), steps, looked: None }
    }

    /// After a look for the code.
    pub(super) fn looked(lang: Lang, seen: &Looked) -> Self {
        let why = match seen.found {
            Some(_) => Vec::new(),
            None => seen.not_found.iter().map(|(_, why)| reach::not_found(lang, why)).collect(),
        };
        Self { looked: Some(why), ..Self::default() }
    }
}

/// The id in a page's address.
pub(super) fn id_of(text: &str) -> Result<SiteId, AppError> {
    text.parse().map(SiteId).map_err(|_| AppError::NotFound(Missing::Site))
}

/// Answers `GET /admin/sites/{id}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    let page = match id_of(&id) {
        Ok(id) => page(&app, &visitor, id).await,
        Err(error) => Err(error),
    };
    match page {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

pub(super) async fn page(app: &App, visitor: &Visitor, id: SiteId) -> Result<SiteDeskPage, AppError> {
    let details = staff::show(app, id).await?;
    let query = AuditQuery { thing: Some(("site".to_owned(), Some(id.get()))), ..AuditQuery::default() };
    let record = audit::find(app, &query, LINES).await?;
    let mut ui = visitor.ui.clone();
    // Where a decision was refused, the choice of language leads to the page itself.
    ui.here = path(id);
    Ok(SiteDeskPage::new(ui, details, &record.rows, app.policy().silent_days))
}
