//! What needs staff: one list by urgency, with the way to each decision.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use hub_app::contact;
use hub_app::moderation::{self, Need, NeedCursor, NeedFilter};
use hub_app::{App, AppError, Missing};
use hub_core::need::NeedKind;
use hub_core::rights::Right;
use hub_core::{CourseId, SiteId, VersionId};

use super::{Asked, path_with, place, placed};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::ui::Ui;

/// Needs on a page.
const PER_PAGE: i64 = 25;

/// A kind as a tab.
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// The key of its name.
    pub key: String,
    /// How many there are.
    pub count: i64,
    /// Whether it is shown.
    pub current: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "page/moderate/needs.html")]
pub struct NeedsPage {
    /// What every page has.
    pub ui: Ui,
    /// All, and the kinds of which there are some.
    pub tabs: Vec<Tab>,
    /// By urgency.
    pub needs: Vec<Need>,
    /// Which kind is shown; empty: all.
    pub kind: String,
    /// Where the next page is.
    pub next: Option<String>,
}

impl NeedsPage {
    pub(crate) fn tabs(ui: &Ui, counts: &[(NeedKind, i64)], kind: Option<NeedKind>) -> Vec<Tab> {
        let all = Tab {
            href: ui.urls.to("/moderate"),
            key: "needs-all".to_owned(),
            count: counts.iter().map(|(_, count)| count).sum(),
            current: kind.is_none(),
        };
        let some = counts.iter().filter(|(of, count)| *count > 0 || kind == Some(*of));
        let some = some.map(|(of, count)| Tab {
            href: ui.urls.to(&path_with("/moderate", &[("kind", of.name())])),
            key: format!("need-{}", of.name()),
            count: *count,
            current: kind == Some(*of),
        });
        [all].into_iter().chain(some).collect()
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn button(&self, need: &Need) -> &'static str {
        match need.kind {
            NeedKind::AbuseReport => "needs-look-report",
            NeedKind::Appeal => "needs-look-appeal",
            NeedKind::WaitingCourse | NeedKind::WaitingChange => "needs-decide",
            _ if need.kind.subject() == "site" => "needs-look-site",
            _ => "needs-look-course",
        }
    }

    /// Where the decision is made; `None` for those who see that a site needs somebody, and may not be the one.
    fn way(&self, need: &Need) -> Option<String> {
        let id = need.subject;
        let path = match (need.kind, need.kind.subject()) {
            (NeedKind::AbuseReport, _) => format!("/moderate/reports/{id}"),
            (NeedKind::Appeal, _) => format!("/moderate/appeals/{id}"),
            (NeedKind::Findings, _) => format!("/admin/courses/{id}"),
            (_, "hub") => return None,
            (_, "site") if !self.ui.may(Right::Sites.name()) => return None,
            (_, "site") => format!("/admin/sites/{id}"),
            _ => format!("/moderate/queue/{id}"),
        };
        Some(self.ui.urls.to(&path))
    }

    /// Where the listing is edited.
    fn edit(&self, need: &Need) -> Option<String> {
        let is_listing = need.kind.subject() == "version";
        is_listing.then(|| self.ui.urls.to(&format!("/admin/courses/{}/edit", need.subject)))
    }

    fn name(&self, need: &Need) -> String {
        if need.title.is_empty() { self.detail(need) } else { need.title.clone() }
    }

    /// What is asked for right here: the publisher, or the site's contact by those who look after sites.
    fn asks(&self, need: &Need) -> Option<&'static str> {
        match need.kind.subject() {
            "version" => Some("needs-ask"),
            "site" if self.ui.may(Right::Sites.name()) => Some("needs-ask-site"),
            _ => None,
        }
    }

    /// What is wrong, for people: a category by its name, an address, another course.
    fn detail(&self, need: &Need) -> String {
        match need.kind {
            NeedKind::AbuseReport => self.ui.t(&format!("category-{}", need.detail)).into_owned(),
            NeedKind::Appeal => self.ui.t(&format!("verdict-{}", need.detail)).into_owned(),
            NeedKind::Findings | NeedKind::WaitingCourse => need.detail.replace(',', ", "),
            _ => need.detail.clone(),
        }
    }

    /// The other course of two that look alike.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn other(&self, need: &Need) -> Option<CourseId> {
        let is_duplicate = need.kind == NeedKind::Duplicate;
        need.detail.parse().ok().filter(|_| is_duplicate).map(CourseId)
    }
}

/// Answers `GET /moderate`.
pub async fn show(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    match page(&app, &visitor, &Asked::of(query.as_deref())).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor, asked: &Asked) -> Result<NeedsPage, AppError> {
    let kind = NeedKind::from_name(asked.get("kind"));
    let after = NeedKind::from_name(asked.get("in")).zip(placed(asked.get("after")));
    let after = after.map(|(kind, (since, subject))| NeedCursor { kind, since, subject });
    let found = moderation::needs(app, &NeedFilter { kind, after, limit: PER_PAGE }).await?;
    let ui = visitor.ui.clone();
    let next = found.next.map(|next| {
        let after = place(next.since, next.subject);
        let query = [("kind", asked.get("kind")), ("in", next.kind.name()), ("after", &after)];
        ui.urls.to(&path_with("/moderate", &query))
    });
    Ok(NeedsPage {
        tabs: NeedsPage::tabs(&ui, &moderation::need_counts(app).await?, kind),
        needs: found.needs,
        kind: kind.map(NeedKind::name).unwrap_or_default().to_owned(),
        next,
        ui,
    })
}

fn back(form: &Form) -> String {
    let kind = NeedKind::from_name(form.get("shown")).map(NeedKind::name).unwrap_or_default();
    path_with("/moderate", &[("kind", kind)])
}

/// Answers `POST /moderate/snooze`.
pub async fn snooze(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let (Some(kind), Ok(subject), Ok(days)) =
        (NeedKind::from_name(form.get("kind")), form.get("subject").parse(), form.get("days").parse())
    else {
        return visitor.failure(&AppError::NotFound(Missing::Course));
    };
    match moderation::snooze(&app, visitor.actor(), (kind, subject), days).await {
        Ok(_) => visitor.done(&back(&form), "snoozed"),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /moderate/ask`: the publisher or the site's contact is mailed, and the need rests for a week.
pub async fn ask(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let (Some(kind), Ok(subject)) = (NeedKind::from_name(form.get("kind")), form.get("subject").parse())
    else {
        return visitor.failure(&AppError::NotFound(Missing::Course));
    };
    let (actor, message) = (visitor.actor(), form.get("message"));
    let asked = async {
        match kind.subject() {
            "version" => moderation::ask_publisher(&app, actor, VersionId(subject), message).await?,
            "site" if visitor.ui.may(Right::Sites.name()) => {
                contact::write_to_site(&app, actor, SiteId(subject), message).await?;
            }
            _ => return Err(AppError::NotFound(Missing::Course)),
        }
        moderation::snooze(&app, visitor.actor(), (kind, subject), 7).await
    };
    match asked.await {
        Ok(_) => visitor.done(&back(&form), "asked"),
        Err(error) => visitor.failure(&error),
    }
}
