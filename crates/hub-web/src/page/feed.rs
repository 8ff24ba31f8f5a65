//! Feeds of a search: Atom and RSS at addresses of ours, RSS at the classic address that feed readers kept.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use hub_app::search::{Found, find};
use hub_app::{App, AppError, Missing};
use hub_core::course::Version;
use hub_core::query::Sort;
use hub_wire::feed::{AtomEntry, AtomFeed, RssChannel, RssItem, RssPath};
use hub_wire::moodle::OrderBy;

use super::answer::{self, MediaType};
use super::visitor::Visitor;
use crate::moodle::courses::order;
use crate::urls::course_path;
use crate::view::search::{Filter, Search};

/// Courses in one of our feeds.
const ENTRIES: usize = 30;
/// Courses in a classic feed (protocol notes, section 11).
const CLASSIC_ITEMS: usize = 10;

/// Answers `/feeds/atom`.
pub async fn atom(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let search = wanted(query.as_deref());
    match courses(&app, &visitor, &search, ENTRIES).await {
        Ok(found) => {
            let text = hub_wire::feed::atom(&atom_of(&visitor, &search, &found));
            answer::feed(visitor.headers(), text, MediaType::Atom)
        }
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `/feeds/rss`.
pub async fn rss(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let search = wanted(query.as_deref());
    let own = visitor.ui.urls.absolute(&format!("/feeds/rss{}", search.feed_query()));
    let link = |found: &Found, version: &Version| page_of(&visitor, found, version);
    send_rss(&app, &visitor, &search, ENTRIES, own, link).await
}

/// Answers `/rss/file.php/…`. Context and user token in it open nothing and close nothing.
pub async fn classic(State(app): State<App>, visitor: Visitor, Path(path): Path<String>) -> Response {
    // The path is taken as it came: a search in it may hold an encoded slash.
    let raw = visitor.ui.here.strip_prefix("/rss/file.php/").unwrap_or(&path);
    let raw = raw.split('?').next().unwrap_or_default();
    let Ok(asked) = RssPath::parse(raw) else {
        return visitor.failure(&AppError::NotFound(Missing::File));
    };
    let own = visitor.ui.urls.absolute(&format!("/rss/file.php/{raw}"));
    // The classic link, by which visitors from feeds are known (protocol notes, section 11).
    let link = |_: &Found, version: &Version| {
        visitor.ui.urls.absolute(&format!("/index.php?courseid={}&rss=1", version.id))
    };
    send_rss(&app, &visitor, &of_classic(asked), CLASSIC_ITEMS, own, link).await
}

async fn send_rss(
    app: &App,
    visitor: &Visitor,
    search: &Search,
    most: usize,
    own: String,
    link: impl Fn(&Found, &Version) -> String,
) -> Response {
    match courses(app, visitor, search, most).await {
        Ok(found) => {
            let text = hub_wire::feed::rss(&rss_of(visitor, search, &found, own, link));
            answer::feed(visitor.headers(), text, MediaType::Rss)
        }
        Err(error) => visitor.failure(&error),
    }
}

/// A feed tells what is new unless another order is asked for by name.
fn wanted(query: Option<&str>) -> Search {
    let mut search = Search::parse(query.unwrap_or_default());
    if search.sort == Sort::Relevance {
        search.sort = Sort::Newest;
    }
    search
}

fn of_classic(asked: RssPath) -> Search {
    let kind = asked.downloadable.map(|share| if share { "share" } else { "advert" }.to_owned());
    let filters = [
        (Filter::Kind, kind),
        (Filter::Language, asked.language),
        (Filter::Subject, asked.subject),
        (Filter::Level, asked.educationallevel),
        (Filter::Audience, asked.audience),
        (Filter::Licence, asked.licence),
    ];
    let sort =
        asked.orderby.as_deref().and_then(OrderBy::from_name).map_or(Sort::Updated, |by| order(Some(by)));
    Search {
        words: asked.search.unwrap_or_default(),
        chosen: filters.into_iter().filter_map(|(filter, value)| Some((filter, value?))).collect(),
        sort,
        page: 1,
    }
}

async fn courses(app: &App, visitor: &Visitor, search: &Search, most: usize) -> Result<Vec<Found>, AppError> {
    if !app.policy().feeds {
        return Err(AppError::NotFound(Missing::File));
    }
    let mut query = search.in_force(visitor.ui.terms.vocabularies()).to_course_query();
    (query.offset, query.limit, query.with_facets) = (0, most, false);
    Ok(find(app, visitor.viewer, &query).await?.courses)
}

fn title(visitor: &Visitor, search: &Search) -> String {
    let what = if search.words.is_empty() {
        visitor.ui.t("feed-new")
    } else {
        visitor.ui.with("results-title", "words", &search.words)
    };
    format!("{what} · {}", visitor.ui.hub.name)
}

fn page_of(visitor: &Visitor, found: &Found, version: &Version) -> String {
    visitor.ui.urls.absolute(&course_path(found.course_id, &version.text.title))
}

/// What readers know an entry by: without the title, which may change.
fn name_of(visitor: &Visitor, found: &Found) -> String {
    visitor.ui.urls.absolute(&format!("/courses/{}", found.course_id))
}

fn creators(version: &Version) -> Vec<String> {
    let names = [&version.text.creator_name, &version.text.contributors];
    names.into_iter().filter(|name| !name.is_empty()).cloned().collect()
}

fn atom_of(visitor: &Visitor, search: &Search, found: &[Found]) -> AtomFeed {
    let ui = &visitor.ui;
    let own = ui.urls.absolute(&format!("/feeds/atom{}", search.feed_query()));
    let entries: Vec<AtomEntry> = found
        .iter()
        .filter_map(|found| {
            let version = found.answer()?;
            let text = &version.text;
            Some(AtomEntry {
                id: name_of(visitor, found),
                title: text.title.clone(),
                url: page_of(visitor, found, version),
                updated: version.updated_at.as_second(),
                published: version.listed_at.map(jiff::Timestamp::as_second),
                authors: creators(version),
                summary: text.description.clone(),
                categories: text.tags.clone(),
                rights: Some(ui.licence(&text.licence)),
                language: Some(text.language.clone()).filter(|code| !code.is_empty()),
            })
        })
        .collect();
    AtomFeed {
        id: own.clone(),
        title: title(visitor, search),
        subtitle: Some(ui.hub.sentence.clone()).filter(|sentence| !sentence.is_empty()),
        // The time of the newest entry, so that nothing new reads as nothing new.
        updated: entries.iter().map(|entry| entry.updated).max().unwrap_or_default(),
        self_url: own,
        page_url: ui.urls.absolute(&search.path()),
        language: None,
        entries,
    }
}

fn rss_of(
    visitor: &Visitor,
    search: &Search,
    found: &[Found],
    own: String,
    link: impl Fn(&Found, &Version) -> String,
) -> RssChannel {
    let ui = &visitor.ui;
    let item = |found: &Found| {
        let version = found.answer()?;
        let text = &version.text;
        Some(RssItem {
            title: text.title.clone(),
            guid: name_of(visitor, found),
            url: link(found, version),
            creator: creators(version).join(", "),
            published: version.updated_at.as_second(),
            description_html: as_html(&text.description),
            categories: text.tags.clone(),
        })
    };
    RssChannel {
        title: title(visitor, search),
        url: ui.urls.absolute(&search.path()),
        description: ui.hub.sentence.clone(),
        self_url: own,
        language: None,
        items: found.iter().filter_map(item).collect(),
    }
}

/// Descriptions are plain text; readers of RSS take HTML.
fn as_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>")
}
