use std::collections::{BTreeMap, BTreeSet};

use super::all;
use crate::course::{Activity, Course, Licence, QuestionKind, plain_text};

/// The smallest page worth opening, in words.
const PAGE_WORDS: usize = 60;

/// How many characters of a script without blanks (Japanese) count as one word.
const CHARACTERS_PER_WORD: usize = 3;

/// The leaves of the classic subject list that the examples use (classic protocol notes, appendix A). A course with
/// another subject adds its line here, copied from there.
const SUBJECTS: [(&str, &str); 27] = [
    ("field1010101", "Mathematics"),
    ("field1010103", "Statistics"),
    ("field1010303", "Astronomy"),
    ("field1010711", "Hydrology"),
    ("field1010903", "Botany"),
    ("field1020103", "Programming"),
    ("field1030799", "Mechanical and Industrial Engineering and Technology (Other)"),
    ("field1031301", "Electrical Engineering"),
    ("field1050105", "Animal Husbandry"),
    ("field1069901", "Nutrition and Dietetics"),
    ("field1069907", "First Aid"),
    ("field1080315", "Project Management"),
    ("field1081101", "Banking and Finance"),
    ("field1090305", "History"),
    ("field1090309", "Human Geography"),
    ("field1091503", "Northern European Languages"),
    ("field1091505", "Southern European Languages"),
    ("field1091521", "Linguistics"),
    ("field1091523", "Literature"),
    ("field1091701", "Philosophy"),
    ("field1092101", "Sport and Recreation Activities"),
    ("field1100101", "Music"),
    ("field1100301", "Fine Arts"),
    ("field1100303", "Photography"),
    ("field1100705", "Written Communication"),
    ("field1100799", "Communication and Media Studies (Other)"),
    ("field1110107", "Baking and Pastrymaking"),
];

/// Words of a text; scripts that write without blanks are counted by characters.
fn words(language: &str, text: &str) -> usize {
    if language == "ja" {
        text.chars().filter(|c| c.is_alphanumeric()).count() / CHARACTERS_PER_WORD
    } else {
        text.split_whitespace().count()
    }
}

/// Every piece of HTML of a course, one string each.
fn texts(course: &Course) -> Vec<String> {
    let mut texts = vec![course.summary_html.clone(), course.notes_html.clone()];
    texts.extend(course.sections.iter().map(|section| section.summary_html.clone()));
    for activity in course.activities() {
        match activity {
            Activity::Page(page) => texts.push(page.content_html.clone()),
            Activity::Label { html } => texts.push(html.clone()),
            Activity::Url { intro, .. }
            | Activity::Forum { intro, .. }
            | Activity::Assignment { intro, .. }
            | Activity::File { intro, .. }
            | Activity::Folder { intro, .. } => texts.push(intro.clone()),
            Activity::Choice { question, .. } => texts.push(question.clone()),
            Activity::Glossary { intro, entries, .. } => {
                texts.push(intro.clone());
                texts.extend(entries.iter().map(|(_, meaning)| meaning.clone()));
            }
            Activity::Book(book) => {
                texts.push(book.intro.clone());
                texts.extend(book.chapters.iter().map(|chapter| chapter.content_html.clone()));
            }
            Activity::Quiz(quiz) => {
                texts.push(quiz.intro.clone());
                for question in &quiz.questions {
                    texts.push(question.text_html.clone());
                    texts.push(question.feedback_html.clone());
                }
            }
        }
    }
    texts
}

#[test]
fn there_are_enough_courses_in_enough_languages_and_subjects() {
    let courses = all();
    assert!(courses.len() >= 24, "{} courses", courses.len());
    let languages: BTreeSet<_> = courses.iter().map(|course| course.language.as_str()).collect();
    assert!(languages.len() >= 5 && languages.contains("ar"), "{languages:?}");
    let subjects: BTreeSet<_> = courses.iter().map(|course| course.subject.as_str()).collect();
    assert!(subjects.len() >= 24, "{} subjects", subjects.len());
    let licences: BTreeSet<_> = courses.iter().map(|course| course.licence.code()).collect();
    assert!(licences.len() >= 5, "{licences:?}");
}

#[test]
fn every_course_has_sections_activities_and_types_enough() {
    for course in all() {
        let name = &course.short_name;
        let filled = course.sections.iter().filter(|section| !section.activities.is_empty()).count();
        assert!(filled >= 4, "{name}: {filled} sections");
        assert!(course.activities().count() >= 8, "{name}");
        let types: BTreeSet<_> = course.activities().map(Activity::module).collect();
        assert!(types.len() >= 5, "{name}: {types:?}");
        assert!(course.sections[0].name.is_empty(), "{name}: the general section has Moodle's own name");
        for section in &course.sections {
            assert!(!section.summary_html.is_empty(), "{name}: {} has no summary", section.name);
        }
    }
}

#[test]
fn every_course_says_what_it_is() {
    let known_audiences = ["educators", "students", "admins"];
    for course in all() {
        let name = &course.short_name;
        let characters = course.description().chars().count();
        // Japanese and Arabic say the same in fewer characters.
        assert!((100..=600).contains(&characters), "{name}: {characters} characters");
        assert!(!course.description().contains(['<', '>', '&']), "{name}");
        assert!(known_audiences.contains(&course.audience.code()), "{name}");
        assert!(!matches!(course.licence, Licence::Unknown | Licence::AllRightsReserved), "{name}");
        assert!(SUBJECTS.iter().any(|(code, _)| *code == course.subject), "{name}: {}", course.subject);
        assert!(!course.creator.is_empty() && !course.notes_html.is_empty(), "{name}");
        assert!(course.tags.len() >= 3 && course.outcomes.len() >= 2, "{name}");
        // Columns `shortname` 100 and `coverage` 255 of the classic hub (classic protocol notes, section 10).
        assert!(course.short_name.len() <= 100 && course.tags.join(",").chars().count() <= 255, "{name}");
    }
}

#[test]
fn no_two_courses_share_a_short_name_or_a_paragraph() {
    let mut short_names = BTreeSet::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for course in all() {
        assert!(short_names.insert(course.short_name.clone()), "{} twice", course.short_name);
        for text in texts(&course) {
            for paragraph in text.split("</p>").map(plain_text).filter(|text| text.chars().count() > 30) {
                let other = seen.entry(paragraph.clone()).or_insert_with(|| course.short_name.clone());
                assert_eq!(other, &course.short_name, "both say: {paragraph}");
            }
        }
    }
}

#[test]
fn pages_and_chapters_are_worth_reading() {
    for course in all() {
        for activity in course.activities() {
            match activity {
                Activity::Page(page) => {
                    let count = words(&course.language, &plain_text(&page.content_html));
                    assert!(count >= PAGE_WORDS, "{}: {} has {count} words", course.short_name, page.name);
                }
                Activity::Book(book) => {
                    assert!(book.chapters.len() >= 2, "{}: {}", course.short_name, book.name);
                    for chapter in &book.chapters {
                        let count = words(&course.language, &plain_text(&chapter.content_html));
                        assert!(count >= 12, "{}: {} has {count} words", course.short_name, chapter.title);
                    }
                }
                Activity::Glossary { entries, name, .. } => {
                    assert!(entries.len() >= 4, "{}: {name}", course.short_name);
                }
                Activity::Choice { options, name, .. } => {
                    assert!(options.len() >= 2, "{}: {name}", course.short_name);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn every_question_can_be_answered_and_explains_itself() {
    for course in all() {
        for activity in course.activities() {
            let Activity::Quiz(quiz) = activity else { continue };
            assert!((3..=6).contains(&quiz.questions.len()), "{}: {}", course.short_name, quiz.name);
            for question in &quiz.questions {
                let what = format!("{}: {}", course.short_name, question.text_html);
                assert!(!question.feedback_html.is_empty(), "{what}");
                match &question.kind {
                    QuestionKind::MultipleChoice { answers } => {
                        assert!(answers.iter().any(|answer| answer.is_right), "{what}");
                        assert!(answers.iter().any(|answer| !answer.is_right), "{what}");
                        let texts: BTreeSet<_> = answers.iter().map(|answer| &answer.text_html).collect();
                        assert_eq!(texts.len(), answers.len(), "{what}: an answer twice");
                    }
                    QuestionKind::ShortAnswer { accepted } => assert!(!accepted.is_empty(), "{what}"),
                    QuestionKind::Matching { pairs } => assert!(pairs.len() >= 3, "{what}"),
                    QuestionKind::Numerical { tolerance, .. } => assert!(*tolerance >= 0.0, "{what}"),
                    QuestionKind::TrueFalse { .. } | QuestionKind::Essay => {}
                }
            }
        }
    }
}

#[test]
fn tags_of_html_are_closed_in_order() {
    for course in all() {
        for text in texts(&course) {
            let mut open = Vec::new();
            for tag in text.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
                let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
                if tag.starts_with('/') {
                    assert_eq!(open.pop(), Some(name), "{}: {text}", course.short_name);
                } else if name != "br" {
                    open.push(name);
                }
            }
            assert!(open.is_empty(), "{}: {open:?} stays open in {text}", course.short_name);
        }
    }
}
