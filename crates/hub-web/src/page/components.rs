//! Every component in every state on one page: for the eyes of whoever changes one. Not in release builds.

use askama::Template;

use crate::i18n::Lang;
use crate::view::course::{CourseCard, CourseView, SectionView};
use crate::view::parts::{FacetGroup, FacetValue, Pager, PagerStep};
use crate::view::search::Filter;
use crate::view::terms::Terms;
use crate::view::ui::Ui;

/// The page of components.
#[derive(Template)]
#[template(path = "page/components.html")]
pub struct ComponentsPage {
    /// What every page has.
    pub ui: Ui,
    heading: &'static str,
    long: String,
    tones: [&'static str; 4],
    pager: Pager,
    cards: Vec<CourseCard>,
    facets: Vec<FacetGroup>,
    outline: Vec<SectionView>,
    kinds: [&'static str; 24],
}

impl ComponentsPage {
    /// All of them.
    pub fn sample(ui: Ui) -> Self {
        let mut cards = CourseCard::samples();
        cards.push(CourseCard::sample_found());
        cards.push(CourseCard::sample_extreme());
        Self {
            heading: "Components",
            long: "Donaudampfschifffahrtsgesellschaftskapitän".repeat(3),
            tones: ["information", "good", "warning", "danger"],
            pager: Pager::new(5, 20, |page| format!("?page={page}")),
            cards,
            facets: sample_facets(ui.lang),
            outline: CourseView::sample().outline,
            kinds: [
                "assign",
                "bigbluebuttonbn",
                "book",
                "chat",
                "choice",
                "data",
                "feedback",
                "folder",
                "forum",
                "glossary",
                "h5pactivity",
                "imscp",
                "label",
                "lesson",
                "lti",
                "page",
                "qbank",
                "quiz",
                "resource",
                "scorm",
                "subsection",
                "url",
                "wiki",
                "workshop",
            ],
            ui,
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn tone_icon(&self, tone: &str) -> &'static str {
        match tone {
            "good" => "ok",
            "warning" => "warning",
            "danger" => "danger",
            _ => "information",
        }
    }

    fn numbered(&self, number: &i32) -> String {
        format!("Course {number}")
    }
}

/// Filters with few, nested and forty values.
pub fn sample_facets(lang: Lang) -> Vec<FacetGroup> {
    let terms = Terms::classic(lang);
    let value = |value: &str, label: String, count, chosen, depth| FacetValue {
        value: value.to_owned(),
        label,
        count,
        chosen,
        holds_chosen: depth < 2 && value == "field101",
        depth,
    };
    let languages = hub_core::vocabulary::LANGUAGES.iter().take(40).zip((1..=40).rev());
    vec![
        FacetGroup::of(
            Filter::Kind,
            vec![
                value("share", lang.t("kind-share").into_owned(), 1204, true, 0),
                value("advert", lang.t("kind-advert").into_owned(), 87, false, 0),
            ],
        ),
        FacetGroup::of(
            Filter::Language,
            languages
                .map(|(code, count)| value(code, lang.language_name(code), count * count, *code == "ca", 0))
                .collect(),
        ),
        FacetGroup::of(
            Filter::Subject,
            vec![
                value("field101", terms.subject("field101"), 310, false, 0),
                value("field10109", terms.subject("field10109"), 31, false, 1),
                value("field1010903", terms.subject("field1010903"), 12, true, 2),
                value("field106", terms.subject("field106"), 5, false, 0),
            ],
        ),
        FacetGroup::of(
            Filter::Licence,
            ["cc-4.0", "cc-sa-4.0", "cc-nc-sa", "allrightsreserved", "gfdl"]
                .iter()
                .zip([700, 300, 40, 12, 1])
                .map(|(code, count)| value(code, terms.licence(code), count, false, 0))
                .collect(),
        ),
    ]
}

/// Answers `/about/components`.
#[cfg(debug_assertions)]
pub async fn show(visitor: super::visitor::Visitor) -> axum::response::Response {
    visitor.page(&ComponentsPage::sample(visitor.ui.clone()))
}
