//! Courses to try pages with.

use hub_app::course::restore::Needs;
use hub_core::{CourseId, SiteId, VersionId};
use jiff::Timestamp;

use super::{
    ActivityView, AdvertView, CourseCard, CourseView, KindCount, Piece, SectionView, ShareView, SiteLink,
    VersionRow,
};
use crate::view::html::{CleanHtml, html};

/// Title, creator, language, level, licence and description of some cards.
const CARDS: [[&str; 6]; 8] = [
    [
        "Botany for beginners",
        "Ada Green",
        "en",
        "secondary",
        "cc-sa-4.0",
        "How plants live, in six short lessons: roots, stems, leaves, flowers, seeds and the places they grow. With field work for spring.",
    ],
    [
        "Die Weimarer Republik in Quellen",
        "Jonas Brandt, Mirjam Vogel",
        "de",
        "secondary",
        "cc-4.0",
        "Vierzehn Jahre Demokratie zwischen Hoffnung und Scheitern: Reden, Plakate, Wahlergebnisse und Tagebücher zum selbst Erforschen.",
    ],
    [
        "Programación en Python desde cero",
        "Lucía Ortega",
        "es",
        "tertiary",
        "cc-nc-sa",
        "Variables, bucles, funciones y archivos con pequeños proyectos semanales y pruebas que se corrigen solas.",
    ],
    [
        "مبادئ الكيمياء العضوية",
        "ليلى حداد",
        "ar",
        "tertiary",
        "cc-sa-4.0",
        "مقدمة في المركبات العضوية وتسميتها وتفاعلاتها مع تجارب آمنة يمكن إجراؤها في المدرسة.",
    ],
    [
        "Safety at work: a refresher for laboratories and workshops of every kind, with checklists, a short film and a final quiz that certifies what you know",
        "Institute for Occupational Health",
        "en",
        "corporate",
        "allrightsreserved",
        "What everybody must know once a year.",
    ],
    [
        "Le subjonctif sans larmes",
        "Hélène Fabre",
        "fr",
        "secondary",
        "cc",
        "Quand, comment et surtout pourquoi.",
    ],
    [
        "Statistics with real data",
        "Tomás Lind",
        "en",
        "tertiary",
        "cc-4.0",
        "From a bad chart to an honest one. Twelve data sets of cities, weather and sport, and the questions they answer.",
    ],
    ["Musiktheorie I", "", "de", "", "unknown", ""],
];

fn at(days_ago: i64) -> Timestamp {
    Timestamp::from_second(1_795_373_220 - days_ago * 86_400).unwrap_or(Timestamp::UNIX_EPOCH)
}

impl CourseCard {
    /// Eight different cards.
    pub fn samples() -> Vec<Self> {
        let mut cards = Vec::new();
        for (number, [title, creator, language, level, licence, description]) in (1_i64..).zip(CARDS) {
            cards.push(Self {
                id: CourseId(number),
                title: title.to_owned(),
                picture: None,
                creator: creator.to_owned(),
                site: (number % 3 != 0).then(|| SiteLink {
                    id: (number % 2 == 1).then_some(SiteId(number)),
                    name: "Lakeside Comprehensive School".to_owned(),
                }),
                description: vec![Piece { text: description.to_owned(), marked: false }],
                language: language.to_owned(),
                level: level.to_owned(),
                licence: licence.to_owned(),
                share: number != 5,
                advert: number == 5 || number == 2,
                size_bytes: (number != 5).then_some(number * 3_170_000),
                release: if number == 5 { String::new() } else { "4.5.2".to_owned() },
                downloads: number * number * 37 % 2400,
                listed_at: at(number * number * 2),
                featured: number == 1,
            });
        }
        cards
    }

    /// A card as a search for "leaf" shows it.
    pub fn sample_found() -> Self {
        let mut card = Self::samples().swap_remove(0);
        let piece = |text: &str, marked| Piece { text: text.to_owned(), marked };
        card.description = vec![
            piece("What a ", false),
            piece("leaf", true),
            piece(" does all day, and why it falls in autumn: roots, stems, ", false),
            piece("leaves", true),
            piece(", flowers, seeds and the places they grow.", false),
        ];
        card
    }

    /// A card with a title of 255 characters without a blank, and nothing else.
    pub fn sample_extreme() -> Self {
        let mut card = Self::samples().swap_remove(7);
        card.title = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(7).chars().take(255).collect();
        card
    }
}

impl CourseView {
    /// A course with everything.
    pub fn sample() -> Self {
        let activity =
            |module: &str, name: &str| ActivityView { module: module.to_owned(), name: name.to_owned() };
        let mut number = -1;
        let mut section = |name: &str, activities: Vec<ActivityView>| {
            number += 1;
            SectionView { number, name: name.to_owned(), activities }
        };
        let kind = |module: &str, count| KindCount { module: module.to_owned(), count };
        let version = |number: i64, share, days, current| VersionRow {
            number,
            share,
            listed_at: at(days),
            size_bytes: share.then_some(3_170_000 - number * 1000),
            release: "4.5.2".to_owned(),
            current,
        };
        Self {
            id: CourseId(1),
            title: "Botany for beginners".to_owned(),
            description: vec![
                "How plants live, in six short lessons: roots, stems, leaves, flowers, seeds and the places they grow. Every lesson starts with something to look at outside and ends with a short quiz.".to_owned(),
                "Made for pupils of twelve to fourteen years; works for adults who always wanted to know.".to_owned(),
            ],
            creator: "Ada Green".to_owned(),
            contributors: "Bo Li, Chris Moss".to_owned(),
            publisher: "Lakeside science team".to_owned(),
            site: Some(SiteLink { id: Some(SiteId(1)), name: "Lakeside Comprehensive School".to_owned() }),
            notes: html(
                "<p>Works best in spring. You will need <b>two magnifying glasses</b> per group and a place to press leaves.</p><ul><li>Lesson 3 takes two hours.</li><li>The quiz questions are shuffled.</li></ul>",
            ),
            language: "en".to_owned(),
            subject: "field1010903".to_owned(),
            audience: "students".to_owned(),
            level: "secondary".to_owned(),
            licence: "cc-sa-4.0".to_owned(),
            licence_url: "https://creativecommons.org/licenses/by-sa/4.0/".to_owned(),
            tags: ["plants", "biology", "field work"].map(str::to_owned).to_vec(),
            own: Vec::new(),
            share: Some(ShareView {
                id: VersionId(4),
                file_name: "botany-for-beginners.mbz".to_owned(),
                size_bytes: 3_170_000,
                sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
                release: "4.5.2".to_owned(),
                has_demo: true,
                needs: Some(Needs {
                    plugins: vec!["mod_questionnaire".to_owned(), "qtype_stack".to_owned()],
                    branch: "4.5".to_owned(),
                }),
                downloads: 1284,
            }),
            advert: Some(AdvertView { id: VersionId(1), host: "moodle.lakeside.example".to_owned() }),
            outline: vec![
                section("", vec![activity("forum", "News"), activity("page", "How to use this course")]),
                section(
                    "Leaves",
                    vec![
                        activity("label", "Start here"),
                        activity("page", "A leaf from inside"),
                        activity("url", "Flora online"),
                        activity("forum", "Questions and answers"),
                        activity("quiz", "Do you know leaves?"),
                        activity("assign", "Herbarium"),
                        activity("book", "The small book of leaves"),
                        activity("glossary", "Words"),
                    ],
                ),
                section(
                    "Roots and stems",
                    vec![
                        activity("choice", "Next excursion"),
                        activity("resource", "Worksheet"),
                        activity("folder", "Pictures to print"),
                        activity("h5pactivity", "Label the stem"),
                        activity("lesson", "From rain to leaf"),
                        activity("workshop", "Compare your drawings"),
                        activity("hotpot", "Crossword"),
                    ],
                ),
                section("Flowers", vec![activity("wiki", "Our garden diary"), activity("scorm", "Inside a flower")]),
                section("Seeds", vec![]),
            ],
            kinds: vec![
                kind("quiz", 6),
                kind("page", 5),
                kind("forum", 3),
                kind("assign", 2),
                kind("h5pactivity", 1),
                kind("hotpot", 1),
            ],
            outcomes: vec![
                "Names the organs of a flowering plant".to_owned(),
                "Explains what a leaf does with light, water and air".to_owned(),
            ],
            screenshots: Some((VersionId(4), vec![1, 2, 3])),
            versions: vec![
                version(4, true, 3, true),
                version(3, true, 40, false),
                version(2, true, 300, false),
                version(1, false, 420, false),
            ],
            listed_at: at(420),
            updated_at: at(3),
            featured: true,
        }
    }

    /// A course with nothing but a title, of 255 characters.
    pub fn sample_bare() -> Self {
        let card = CourseCard::sample_extreme();
        Self {
            title: card.title,
            description: Vec::new(),
            creator: String::new(),
            contributors: String::new(),
            publisher: String::new(),
            site: None,
            notes: CleanHtml::default(),
            language: String::new(),
            subject: String::new(),
            audience: String::new(),
            level: String::new(),
            licence: "unknown".to_owned(),
            licence_url: String::new(),
            tags: Vec::new(),
            share: None,
            outline: Vec::new(),
            kinds: Vec::new(),
            outcomes: Vec::new(),
            screenshots: None,
            versions: Vec::new(),
            featured: false,
            ..Self::sample()
        }
    }
}
