//! A course's page, and the page of one of its older versions.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use http::{HeaderMap, Method};
use hub_app::course::restore::{self, Asked, Judged};
use hub_app::course::show::Shown;
use hub_app::course::{show, views};
use hub_app::{App, AppError, Missing};
use hub_core::visibility::Viewer;
use hub_core::{VersionId, vocabulary};
use serde_json::{Value, json};

use super::fill;
use super::visitor::Visitor;
use crate::urls::course_path;
use crate::view::course::CourseView;
use crate::view::html::DataBlock;
use crate::view::search::Search;
use crate::view::ui::Ui;

/// The page of a course.
#[derive(Template)]
#[template(path = "page/course.html")]
pub struct CoursePage {
    /// What every page has.
    pub ui: Ui,
    /// The course.
    pub course: CourseView,
    /// Whether it restores on the visitor's Moodle; `None` if there is no package, or it was not read.
    pub restore: Option<RestoreView>,
}

/// What a visitor asked about a Moodle of their own, with the answer.
#[derive(Clone, Debug)]
pub struct RestoreView {
    /// Where the question is sent: the page itself.
    pub action: String,
    /// The release, as typed.
    pub release: String,
    /// The plug-ins, as typed.
    pub plugins: String,
    /// The answer; `None` before there is a release.
    pub judged: Option<Judged>,
}

/// Characters of a release or of a list of plug-ins that are taken; Moodle sites have some hundred.
const ASKED_CHARS: usize = 10_000;

impl RestoreView {
    /// The answer to the question in the page's query.
    fn of(shown: &Shown, action: String, query: Option<&str>) -> Option<Self> {
        let report = shown.report.as_ref()?;
        let value = |wanted: &str| -> String {
            let mut pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
            let found = pairs.find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.trim().chars().take(ASKED_CHARS).collect()).unwrap_or_default()
        };
        let asked = Asked { release: value("on"), plugins: value("plugins") };
        let judged = restore::judge(report, &asked);
        Some(Self { action, release: asked.release, plugins: asked.plugins, judged })
    }
}

/// Characters of a description in link previews; most show less.
const SUMMARY_CHARS: usize = 200;

impl CoursePage {
    /// The beginning of the description on one line.
    fn summary(&self) -> String {
        shortened(&self.course.description.join(" "), SUMMARY_CHARS)
    }

    /// The picture of link previews. A drawn cover is no bitmap and previews take nothing else.
    fn card_picture(&self) -> Option<String> {
        match self.course.screenshots {
            Some((version, ref positions)) => {
                let first = positions.first().copied().unwrap_or(1);
                Some(self.ui.urls.screenshot_absolute(version, first))
            }
            None if self.ui.hub.has_logo => {
                Some(self.ui.urls.absolute("/local/hub/webservice/download.php?filetype=hubscreenshot"))
            }
            None => None,
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn search_for(&self, name: &str) -> Search {
        Search::of_words(name)
    }

    fn base_language(&self) -> String {
        vocabulary::base_language(&self.course.language)
    }

    /// Keys from the top field to the subject; a code nobody knows stands alone.
    fn subject_path(&self) -> Vec<String> {
        self.ui.terms.subject_path(&self.course.subject)
    }

    fn absolute(&self) -> String {
        self.ui.urls.absolute(&course_path(self.course.id, &self.course.title))
    }

    /// The line to put under a copy: title, author, source, licence (the order Creative Commons recommends).
    fn attribution(&self) -> String {
        let course = &self.course;
        let mut creators: Vec<&str> = vec![&course.creator, &course.contributors];
        creators.retain(|name| !name.is_empty());
        let mut line = format!("“{}”", course.title);
        if !creators.is_empty() {
            line.push_str(", ");
            line.push_str(&creators.join(", "));
        }
        line.push_str(", ");
        // The short form of the address: the title in it would be long escapes in most scripts.
        line.push_str(&self.ui.urls.absolute(&format!("/courses/{}", course.id)));
        line.push_str(", ");
        line.push_str(&self.ui.licence(&course.licence));
        if !course.licence_url.is_empty() {
            line.push_str(", ");
            line.push_str(&course.licence_url);
        }
        line
    }

    /// schema.org `LearningResource` (properties of LRMI).
    fn linked_data(&self) -> DataBlock {
        let course = &self.course;
        let mut data = json!({
            "@context": "https://schema.org",
            "@type": ["LearningResource", "Course"],
            "name": course.title,
            "url": self.absolute(),
            "description": self.summary(),
            "isAccessibleForFree": true,
            "dateModified": course.updated_at.to_string(),
            "datePublished": course.listed_at.to_string(),
            "provider": { "@type": "Organization", "name": self.ui.hub.name, "url": self.ui.urls.hub() },
        });
        let mut add = |key: &str, value: Value| {
            if let Some(object) = data.as_object_mut() {
                object.insert(key.to_owned(), value);
            }
        };
        if !course.language.is_empty() {
            add("inLanguage", json!(course.language.replace('_', "-")));
        }
        if !course.creator.is_empty() {
            add("author", json!({ "@type": "Person", "name": course.creator }));
        }
        if !course.licence_url.is_empty() {
            add("license", json!(course.licence_url));
        }
        if !course.level.is_empty() {
            add("educationalLevel", json!(self.ui.level(&course.level)));
        }
        if !course.tags.is_empty() {
            add("keywords", json!(course.tags));
        }
        if !course.outcomes.is_empty() {
            add("teaches", json!(course.outcomes));
        }
        if let Some(picture) = self.card_picture() {
            add("image", json!(picture));
        }
        if let Some(share) = &course.share {
            add(
                "encoding",
                json!({
                    "@type": "MediaObject",
                    "encodingFormat": "application/vnd.moodle.backup",
                    "contentSize": share.size_bytes.to_string(),
                    "sha256": share.sha256,
                }),
            );
        }
        DataBlock::of(&data)
    }
}

/// Answers `/courses/{id}-{slug}`. Any of the course's version ids and any slug find it; the page has one address.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    method: Method,
    Path(named): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let shown = match id_of(&named) {
        Ok(id) => show::course(&app, visitor.viewer, id).await,
        Err(error) => Err(error),
    };
    let shown = match shown {
        Ok(shown) => shown,
        Err(error) => return visitor.failure(&error),
    };
    let path = course_path(shown.id, &shown.answer.text.title);
    if path.strip_prefix("/courses/") != Some(&crate::urls::encoded(&named)) {
        return Redirect::permanent(&visitor.ui.urls.to(&path)).into_response();
    }
    if visitor.viewer != Viewer::Staff && method == Method::GET && is_person(visitor.headers()) {
        views::seen(&app, shown.id);
    }
    visitor.page(&CoursePage {
        restore: RestoreView::of(&shown, visitor.ui.urls.to(&path), query.as_deref()),
        ui: Ui { here: path, ..visitor.ui.clone() },
        course: fill::course(shown, &visitor.ui.terms),
    })
}

/// Answers `/courses/{id}/versions/{n}`.
pub async fn show_version(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, number)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Response {
    let (course, number) = (id_of(&id), number.parse::<i64>());
    let (Ok(course), Ok(number)) = (course, number) else {
        return visitor.failure(&AppError::NotFound(Missing::Course));
    };
    let shown = show::version(&app, visitor.viewer, course, number).await;
    match shown {
        Ok(shown) => {
            let action = visitor.ui.urls.to(&format!("/courses/{course}/versions/{number}"));
            visitor.page(&CoursePage {
                restore: RestoreView::of(&shown, action, query.as_deref()),
                ui: visitor.ui.clone(),
                course: fill::course(shown, &visitor.ui.terms),
            })
        }
        Err(error) => visitor.failure(&error),
    }
}

/// What programs that read the web by themselves call themselves.
const ROBOTS: &[&str] = &["bot", "crawl", "spider", "slurp", "preview", "monitor", "headless"];

/// Whether a browser asks because somebody wants to see the page now: not a robot by its own account (all browsers begin
/// with `Mozilla/`, RFC 9110 10.1.5 leaves the rest to them) and not in advance (`Sec-Purpose` of the Fetch standard).
fn is_person(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let agent = text("user-agent").to_lowercase();
    agent.starts_with("mozilla/")
        && !ROBOTS.iter().any(|robot| agent.contains(robot))
        && !text("sec-purpose").contains("prefetch")
}

/// The number before the first `-`.
fn id_of(named: &str) -> Result<VersionId, AppError> {
    let number = named.split('-').next().and_then(|number| number.parse().ok());
    number.map(VersionId).ok_or(AppError::NotFound(Missing::Course))
}

/// At most `max` characters, cut at a blank if there is one.
pub fn shortened(text: &str, max: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= max {
        return text;
    }
    let cut: String = text.chars().take(max).collect();
    let whole = cut.rfind(' ').filter(|at| *at > cut.len() / 2).map_or(cut.as_str(), |at| &cut[..at]);
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':', '.', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn page(course: CourseView) -> CoursePage {
        CoursePage { ui: Ui::sample(Lang::english()), course, restore: None }
    }

    #[test]
    fn the_attribution_line_names_title_people_source_and_licence() {
        assert_eq!(
            page(CourseView::sample()).attribution(),
            "“Botany for beginners”, Ada Green, Bo Li, Chris Moss, \
             https://hub.example/courses/1, CC BY-SA 4.0, \
             https://creativecommons.org/licenses/by-sa/4.0/"
        );
    }

    #[test]
    fn a_view_is_a_person_in_front_of_a_browser() {
        let asked = |lines: &[(&'static str, &'static str)]| {
            is_person(
                &lines.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect(),
            )
        };
        let firefox =
            ("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        assert!(asked(&[firefox]));
        assert!(!asked(&[firefox, ("sec-purpose", "prefetch;prerender")]));
        assert!(!asked(&[(
            "user-agent",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
        )]));
        assert!(!asked(&[("user-agent", "curl/8.14.1")]));
        assert!(!asked(&[]));
    }

    #[test]
    fn a_text_is_cut_at_a_blank() {
        assert_eq!(shortened("One two three", 9), "One two…");
        assert_eq!(shortened("One two", 9), "One two");
        assert_eq!(shortened("Onetwothree", 5), "Onetw…");
    }

    #[test]
    fn a_title_cannot_leave_the_data_block() {
        let mut course = CourseView::sample();
        course.title = "</script><b>".to_owned();
        let html = page(course).render().unwrap();
        assert!(!html.contains("</script><b>"));
    }
}
