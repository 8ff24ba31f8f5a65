//! Classic addresses of the front page: permalinks, counted links and searches that people kept.

use axum::response::{IntoResponse as _, Redirect, Response};
use hub_app::course::show;
use hub_app::{App, AppError};
use hub_core::VersionId;
use hub_wire::moodle::OrderBy;

use crate::moodle::courses::order;
use crate::page::visitor::Visitor;
use crate::urls::course_path;
use crate::view::search::{Filter, Search};

/// What such an address asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// `?courseid=N`: the course's page.
    Course(VersionId),
    /// `?redirectcourseid=N`: the course itself, or its demonstration.
    Away(VersionId),
    /// A search of the classic form.
    Search(Search),
}

impl Kept {
    /// `None` for the front page itself.
    pub(super) fn read(query: &str) -> Option<Self> {
        let mut search = Search { page: 1, ..Search::default() };
        let mut asked = false;
        for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            let id = || value.parse().ok().map(VersionId);
            let filter = match &*key {
                "courseid" => return id().map(Self::Course),
                "redirectcourseid" => return id().map(Self::Away),
                "search" => {
                    value.clone_into(&mut search.words);
                    asked = true;
                    continue;
                }
                // Any value of the button means that the search was run.
                "submitbutton" => {
                    asked = true;
                    continue;
                }
                "orderby" => {
                    search.sort = OrderBy::from_name(value).map(|name| order(Some(name))).unwrap_or_default();
                    continue;
                }
                "downloadable" => {
                    let kind = if value == "0" { "advert" } else { "share" };
                    search.chosen.push((Filter::Kind, kind.to_owned()));
                    continue;
                }
                "coverage" => Filter::Tag,
                "licence" | "licenceshortname" => Filter::Licence,
                "subject" => Filter::Subject,
                "audience" => Filter::Audience,
                "educationallevel" => Filter::Level,
                "language" => Filter::Language,
                _ => continue,
            };
            if !matches!(value, "" | "all") {
                search.chosen.push((filter, value.to_owned()));
            }
        }
        // Through its own address once, so that what is too long or too much is left out there.
        let path = search.path();
        let query = path.split_once('?').map_or("", |(_, query)| query);
        asked.then(|| Self::Search(Search::parse(query)))
    }

    /// The classic address of it, below the hub's.
    pub(super) fn path(&self) -> String {
        match self {
            Self::Course(id) => format!("/?courseid={id}"),
            Self::Away(id) => format!("/?redirectcourseid={id}"),
            Self::Search(search) => search.path(),
        }
    }

    pub(super) async fn answer(self, app: &App, visitor: Visitor) -> Response {
        match self {
            Self::Search(search) => Redirect::to(&visitor.ui.urls.search(&search)).into_response(),
            Self::Course(id) => match show::course(app, visitor.viewer, id).await {
                Ok(shown) => {
                    let path = course_path(shown.id, &shown.answer.text.title);
                    Redirect::to(&visitor.ui.urls.to(&path)).into_response()
                }
                Err(error) => visitor.failure(&error),
            },
            Self::Away(id) => match away(app, &visitor, id).await {
                Ok(address) => {
                    tracing::info!(version.id = %id, "Led a visitor to the course of version {id}");
                    Redirect::to(&address).into_response()
                }
                Err(error) => visitor.failure(&error),
            },
        }
    }
}

/// Whether an address asks to be shown to people who are signed in only: the "rate and comment" link of the classic block.
pub(super) fn wants_sign_in(query: &str) -> bool {
    url::form_urlencoded::parse(query.as_bytes()).any(|(key, value)| key == "mustbelogged" && value == "1")
}

/// Where a course is taught or can be tried: only what a course that may be seen names itself, so that this address
/// leads nobody anywhere else. A course that names nothing shows its own page.
async fn away(app: &App, visitor: &Visitor, id: VersionId) -> Result<String, AppError> {
    let version = show::one(app, visitor.viewer, id).await?;
    let named = [&version.text.course_url, &version.text.demo_url].into_iter().find(|url| !url.is_empty());
    let web = |url: &String| {
        let url = url::Url::parse(url).ok()?;
        matches!(url.scheme(), "http" | "https").then(|| url.to_string())
    };
    let page = || visitor.ui.urls.course(version.course_id, &version.text.title);
    Ok(named.and_then(web).unwrap_or_else(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_page_itself_asks_for_nothing() {
        assert_eq!(Kept::read(""), None);
        assert_eq!(Kept::read("lang=de&messagesent=1"), None);
        assert_eq!(Kept::read("courseid=abc"), None);
    }

    #[test]
    fn permalinks_name_a_version() {
        assert_eq!(Kept::read("courseid=57&mustbelogged=1"), Some(Kept::Course(VersionId(57))));
        assert_eq!(Kept::read("sesskey=x&redirectcourseid=57&rss=1"), Some(Kept::Away(VersionId(57))));
    }

    #[test]
    fn a_classic_search_becomes_one_of_ours() {
        let query = "search=leaf&licence=all&subject=field1010903&audience=all&educationallevel=secondary\
            &language=all&downloadable=1&orderby=newest&submitbutton=Search";
        let Some(Kept::Search(search)) = Kept::read(query) else { panic!("no search") };
        assert_eq!(
            search.path(),
            "/search?q=leaf&kind=share&subject=field1010903&level=secondary&sort=updated"
        );
    }
}
