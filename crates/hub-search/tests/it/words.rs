//! Which words find which courses, and which course comes first.

use std::sync::LazyLock;

use hub_core::query::CourseDocument;
use hub_core::{CourseId, VersionId};
use hub_search::{Index, Update};
use proptest::prelude::*;

use crate::course::{course, found, found_by, index, put, texts, titled, words};

#[test]
fn words_are_found_in_any_order_and_across_fields() {
    let index = index([
        CourseDocument {
            descriptions: texts(&["<p>Leaves and roots"]),
            creators: texts(&["Ana Ruiz"]),
            ..course(1, "Botany for beginners")
        },
        course(2, "Botany"),
    ]);
    assert_eq!(found(&index, "beginners botany"), [1]);
    assert_eq!(found(&index, "ruiz roots BOTANY"), [1]);
    assert_eq!(found(&index, "botany zoology"), [0; 0]);
    assert_eq!(found(&index, "botany"), [1, 2]);
}

#[test]
fn every_public_text_is_searched() {
    let index = index([CourseDocument {
        titles: texts(&["titleword", "secondtitle"]),
        short_names: texts(&["shortword"]),
        descriptions: texts(&["descriptionword"]),
        creators: texts(&["creatorword"]),
        publishers: texts(&["publisherword"]),
        tags: texts(&["two tagwords"]),
        notes: texts(&["noteword"]),
        outcomes: texts(&["outcomeword"]),
        activities: texts(&["activityword"]),
        ..course(1, "")
    }]);
    for word in [
        "titleword",
        "secondtitle",
        "shortword",
        "descriptionword",
        "creatorword",
        "publisherword",
        "tagwords",
        "noteword",
        "outcomeword",
        "activityword",
    ] {
        assert_eq!(found(&index, word), [1], "{word}");
    }
}

#[test]
fn a_word_is_found_by_its_beginning_but_not_by_its_middle() {
    let index = titled(&["Photosynthesis", "Synthesis"]);
    assert_eq!(found(&index, "photo"), [1]);
    assert_eq!(found(&index, "p"), [1]);
    assert_eq!(found(&index, "synth"), [2]);
    assert_eq!(found(&index, "photosynthesiss"), [0; 0]);
}

#[test]
fn a_german_compound_is_found_by_its_beginning_only() {
    let index = titled(&["Grundschulmathematik", "Mathematik"]);
    assert_eq!(found(&index, "Mathematik"), [2]);
    assert_eq!(found(&index, "grundschul"), [1]);
}

#[test]
fn accents_and_case_do_not_matter_on_either_side() {
    let index = titled(&["Élève et école", "ELEVE", "Straßenbau", "Introducción a la Química"]);
    assert_eq!(found(&index, "eleve"), [1, 2]);
    assert_eq!(found(&index, "élÈve"), [1, 2]);
    assert_eq!(found(&index, "strasse"), [3]);
    assert_eq!(found(&index, "STRAẞE"), [3]);
    assert_eq!(found(&index, "quimica introduccion"), [4]);
    assert_eq!(found(&index, "quimi\u{301}ca"), [4]);
}

#[test]
fn chinese_and_japanese_are_found_by_pairs_of_characters() {
    let index = titled(&["日本語の文法", "中国の歴史", "本日は晴天"]);
    assert_eq!(found(&index, "日本"), [1]);
    assert_eq!(found(&index, "文法"), [1]);
    assert_eq!(found(&index, "語の文"), [1]);
    assert_eq!(found(&index, "歴史 中国"), [2]);
    assert_eq!(found(&index, "本"), [1, 3]);
    assert_eq!(found(&index, "史"), [2]);
    assert_eq!(found(&index, "日史"), [0; 0]);
}

#[test]
fn korean_and_thai_are_found_inside_what_is_written_together() {
    let index = titled(&["고등학교 수학", "วิชาคณิตศาสตร์พื้นฐาน"]);
    assert_eq!(found(&index, "학교"), [1]);
    assert_eq!(found(&index, "수학"), [1]);
    assert_eq!(found(&index, "คณิตศาสตร์"), [2]);
}

#[test]
fn arabic_is_found_without_its_points_and_in_any_letter_form() {
    let index = titled(&["مَدْخَل إلى الرِّياضِيَّات", "اللغة العربية"]);
    assert_eq!(found(&index, "مدخل"), [1]);
    assert_eq!(found(&index, "الى"), [1]);
    assert_eq!(found(&index, "الرياضيات"), [1]);
    assert_eq!(found(&index, "اللغه العربيه"), [2]);
    assert_eq!(found(&index, "العـــربية"), [2]);
}

#[test]
fn no_words_find_all_newest_first() {
    let index = titled(&["One", "Two", "Three"]);
    assert_eq!(found_by(&index, &words("")), [3, 2, 1]);
    assert_eq!(found_by(&index, &words(" – … ")), [3, 2, 1]);
}

#[test]
fn a_title_comes_before_a_tag_before_a_name_before_running_text() {
    let index = index([
        CourseDocument {
            descriptions: texts(&["algebra algebra algebra algebra algebra"]),
            ..course(4, "Numbers")
        },
        CourseDocument { publishers: texts(&["Algebra Society"]), ..course(3, "Numbers") },
        CourseDocument { tags: texts(&["algebra"]), ..course(2, "Numbers") },
        course(1, "Linear algebra and what it is good for"),
    ]);
    assert_eq!(found_by(&index, &words("algebra")), [1, 2, 3, 4]);
    assert_eq!(found_by(&index, &words("alg")), [1, 2, 3, 4]);
}

#[test]
fn a_whole_word_comes_before_a_beginning() {
    let index = titled(&["The art of drawing", "The article in English"]);
    assert_eq!(found_by(&index, &words("art")), [1, 2]);
    assert_eq!(found_by(&index, &words("artic")), [2]);
}

#[test]
fn a_short_title_comes_before_a_long_one() {
    let index = titled(&["Algebra", "Algebra for teachers of other subjects"]);
    assert_eq!(found_by(&index, &words("algebra")), [1, 2]);
}

#[test]
fn the_rarer_word_decides_between_two_titles() {
    let index = index([
        CourseDocument { descriptions: texts(&["an introduction"]), ..course(1, "Glaciers") },
        CourseDocument { descriptions: texts(&["of glaciers"]), ..course(2, "Introduction") },
        course(3, "Introduction"),
        course(4, "Introduction"),
    ]);
    assert_eq!(found_by(&index, &words("introduction glaciers")), [1, 2]);
}

#[test]
fn equally_good_hits_come_newest_first() {
    let index = titled(&["Botany", "Botany", "Botany"]);
    assert_eq!(found_by(&index, &words("botany")), [3, 2, 1]);
}

#[test]
fn a_short_beginning_of_thousands_of_words_finds_each_course_once() {
    let index = index((1..=2000).map(|id| course(id, &format!("a{id} ab{id} abc{id}"))));
    assert_eq!(index.search(&words("a")).unwrap().total, 2000);
    assert_eq!(index.search(&words("ab abc1")).unwrap().total, 1111);
}

#[test]
fn a_pasted_page_is_searched_by_its_first_words() {
    let index = titled(&["Botany"]);
    let page = (0..200).map(|word| format!("w{word}")).collect::<Vec<_>>().join(" ");
    assert_eq!(found(&index, &page), [0; 0]);
    assert_eq!(found(&titled(&[&page]), &(page + " unknown")), [1]);
    assert_eq!(found(&index, &"botany ".repeat(10_000)), [1]);
}

#[test]
fn putting_a_course_again_replaces_it() {
    let index = titled(&["Botany", "Zoology"]);
    index.apply(vec![put(course(1, "Geology")), put(course(1, "Astronomy"))], 2).unwrap();
    assert_eq!(found(&index, "botany"), [0; 0]);
    assert_eq!(found(&index, "geology"), [0; 0]);
    assert_eq!(found(&index, "astronomy"), [1]);
    assert_eq!(found(&index, ""), [1, 2]);
    assert_eq!(index.course_count(), 2);
}

#[test]
fn a_removed_course_is_not_found() {
    let index = titled(&["Botany", "Zoology"]);
    index.apply(vec![Update::Remove(CourseId(1)), Update::Remove(CourseId(99))], 2).unwrap();
    assert_eq!(found(&index, ""), [2]);
    index.apply(vec![put(course(3, "Botany")), Update::Remove(CourseId(3))], 3).unwrap();
    assert_eq!(found(&index, ""), [2]);
    index.apply(vec![Update::Remove(CourseId(3)), put(course(3, "Botany"))], 4).unwrap();
    assert_eq!(found(&index, ""), [2, 3]);
}

#[test]
fn a_hit_names_the_newest_versions() {
    let index = index([CourseDocument { advert: Some(VersionId(7)), ..course(1, "Botany") }]);
    let hits = index.search(&words("botany")).unwrap();
    assert_eq!((hits.hits[0].share, hits.hits[0].advert), (Some(VersionId(1)), Some(VersionId(7))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_course_is_found_by_each_title_word_and_its_first_three_letters(
        titles in prop::collection::vec("[A-Za-zÀ-žА-яα-ωא-תء-ي0-9]{1,12}( [A-Za-zÀ-žА-яα-ωא-ת0-9]{1,12}){0,5}", 1..40)
    ) {
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let index = titled(&titles);
        for (id, title) in (1..).zip(&titles) {
            for word in title.split(' ') {
                prop_assert!(found(&index, word).contains(&id), "{word} of {title}");
                let beginning: String = word.chars().take(3).collect();
                prop_assert!(found(&index, &beginning).contains(&id), "{beginning} of {title}");
            }
            prop_assert!(found(&index, title).contains(&id), "{title}");
        }
    }

    #[test]
    fn no_text_makes_a_search_fail(text in "\\PC{0,60}") {
        static INDEX: LazyLock<Index> = LazyLock::new(|| titled(&["Botany", "日本語"]));
        INDEX.search(&words(&text)).unwrap();
    }
}
