//! The front page: one box, an honest answer to "what is here", and a few ways in.

use askama::Template;

use crate::view::course::CourseCard;
use crate::view::ui::Ui;

/// A subject with the number of courses in it.
#[derive(Clone, Debug)]
pub struct SubjectCount {
    /// Code of a top field.
    pub code: String,
    /// Courses in it and below.
    pub count: i64,
}

/// The front page.
#[derive(Template)]
#[template(path = "page/front.html")]
pub struct FrontPage {
    /// What every page has.
    pub ui: Ui,
    /// Public courses.
    pub courses: i64,
    /// Registered sites.
    pub sites: i64,
    /// Languages of public courses.
    pub languages: i64,
    /// Newest first.
    pub newest: Vec<CourseCard>,
    /// Chosen by staff.
    pub featured: Vec<CourseCard>,
    /// Most downloaded.
    pub most_taken: Vec<CourseCard>,
    /// Top fields that have courses.
    pub subjects: Vec<SubjectCount>,
}

struct Row<'a> {
    title_key: &'static str,
    all: String,
    all_key: &'static str,
    cards: &'a [CourseCard],
}

impl FrontPage {
    fn rows(&self) -> Vec<Row<'_>> {
        let search = |query| self.ui.urls.search(&crate::view::search::Search::parse(query));
        let rows = [
            Row {
                title_key: "front-featured",
                all: search("sort=featured"),
                all_key: "front-featured-all",
                cards: &self.featured,
            },
            Row {
                title_key: "front-new",
                all: search("sort=newest"),
                all_key: "front-new-all",
                cards: &self.newest,
            },
            Row {
                title_key: "front-most",
                all: String::new(),
                all_key: "front-new-all",
                cards: &self.most_taken,
            },
        ];
        rows.into_iter().filter(|row| !row.cards.is_empty()).collect()
    }
}
