//! The queue: what waits for a decision, oldest first.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use hub_app::moderation::{QueueCursor, QueueEntry, QueueQuery, queue};
use hub_app::{App, AppError};
use hub_core::moderation::QueueKind;
use hub_core::{SiteId, VersionId};

use super::{Asked, path_with, place, placed};
use crate::page::visitor::Visitor;
use crate::view::field::{Choice, Field, Kind};
use crate::view::ui::Ui;

/// Entries on a page.
const PER_PAGE: i64 = 25;

/// The page.
#[derive(Template)]
#[template(path = "page/moderate/queue.html")]
pub struct QueuePage {
    /// What every page has.
    pub ui: Ui,
    /// What waits.
    pub entries: Vec<QueueEntry>,
    /// On all pages.
    pub total: i64,
    /// What the list is narrowed by.
    pub filters: Vec<Field>,
    /// Whether it is narrowed at all.
    pub is_narrowed: bool,
    /// Where the next page is.
    pub next: Option<String>,
}

impl QueuePage {
    pub(crate) fn filters(ui: &Ui, asked: &Asked) -> Vec<Field> {
        let lang = ui.lang;
        let any = || Choice::new("", lang.t("queue-any"));
        let whys =
            QueueKind::ALL.iter().map(|why| Choice::new(why.name(), lang.t(&format!("why-{}", why.name()))));
        let who = ["mine", "free"].map(|who| Choice::new(who, lang.t(&format!("queue-who-{who}"))));
        let select = |choices, name, label| {
            Field::new(lang, Kind::Select(choices), name, label).value(asked.get(name))
        };
        vec![
            select([any()].into_iter().chain(whys).collect(), "why", "queue-why"),
            select([any()].into_iter().chain(who).collect(), "who", "queue-who"),
            Field::line(lang, "language", "queue-language")
                .value(asked.get("language"))
                .help("queue-language-help"),
        ]
    }
}

/// Answers `GET /moderate/queue`.
pub async fn show(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    match page(&app, &visitor, &Asked::of(query.as_deref())).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor, asked: &Asked) -> Result<QueuePage, AppError> {
    let me = visitor.signed_in().map(|signed_in| signed_in.account.id);
    let (why, who, language, site) =
        (asked.get("why"), asked.get("who"), asked.get("language").trim(), asked.get("site"));
    let query = QueueQuery {
        why: QueueKind::from_name(why),
        site: site.parse::<SiteId>().ok(),
        language: Some(language).filter(|code| !code.is_empty()).map(str::to_owned),
        claimed_by: me.filter(|_| who == "mine"),
        unclaimed: who == "free",
        after: placed(asked.get("after")).map(|(since, id)| QueueCursor { since, version: VersionId(id) }),
        limit: PER_PAGE,
    };
    let found = queue(app, &query).await?;
    let narrowed = [("why", why), ("who", who), ("language", language), ("site", site)];
    let ui = visitor.ui.clone();
    let next = found.next.map(|next| {
        let after = place(next.since, next.version.get());
        let mut query = narrowed.to_vec();
        query.push(("after", &after));
        ui.urls.to(&path_with("/moderate/queue", &query))
    });
    Ok(QueuePage {
        entries: found.entries,
        total: found.total,
        filters: QueuePage::filters(&ui, asked),
        is_narrowed: narrowed.iter().any(|(_, value)| !value.is_empty()),
        next,
        ui,
    })
}
