//! Moodle reads these packages elsewhere; here it is checked that they agree with themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use quick_xml::events::Event;

use super::plan::sha1_hex;
use super::*;
use crate::course::{Activity, Attached, Book, ForumKind, Page, Question, Quiz, Section};

/// A course with one of everything.
fn everything() -> Course {
    Course::new("ALL-1", "Everything & <more>", "en")
        .summary("<p>All \u{1}of it\r\nand é, 日本.</p>")
        .tags(["Plants", "biology"])
        .creator("Ada Green")
        .section(
            Section::new("")
                .forum_of(ForumKind::News, "Announcements", "<p>News</p>")
                .label("<h4>Begin here, read this first and then everything else</h4>"),
        )
        .section(
            Section::new("Leaves")
                .summary("<p>Leaves</p>")
                .page_with(
                    Page::new("A leaf", "<img src=\"@@PLUGINFILE@@/leaf.png\">").file("leaf.png", "png"),
                )
                .url("Flora", "https://flora.example/?a=1&b=2", "")
                .quiz(
                    Quiz::new("Test")
                        .question(Question::choice("One?").right("1").wrong("2"))
                        .question(Question::choice("Two?").right("1").right("2").wrong("3"))
                        .question(Question::truth("True?", true))
                        .question(Question::short("Word?").accept("word").accept("Wort"))
                        .question(Question::number("Number?", 6.5, 0.5))
                        .question(Question::matching("Match").pair("a", "b").pair("c", "d"))
                        .question(Question::essay("Write")),
                )
                .assignment("Herbarium", "<p>Ten</p>")
                .book(Book::new("Book").chapter("One", "<p>1</p>").subchapter("One a", "<p>1a</p>"))
                .glossary("Words", "<p>W</p>", [("Petiole", "Stalk & leaf")])
                .choice("Excursion", "Where?", ["Forest", "Garden"])
                .file("Sheet", "sheet.txt", "Draw")
                .folder("More", "", vec![Attached::new("a.txt", "A"), Attached::new("again.txt", "Draw")]),
        )
}

fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut tar = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut tar).unwrap();
    let mut entries = Vec::new();
    let mut rest = &tar[..];
    while rest[0] != 0 {
        let name = String::from_utf8(rest[..100].split(|&byte| byte == 0).next().unwrap().to_vec()).unwrap();
        let size = usize::from_str_radix(std::str::from_utf8(&rest[124..135]).unwrap(), 8).unwrap();
        let sum: u32 =
            rest[..148].iter().chain(&rest[156..512]).map(|&byte| u32::from(byte)).sum::<u32>() + 8 * 32;
        assert_eq!(
            u32::from_str_radix(std::str::from_utf8(&rest[148..154]).unwrap(), 8).unwrap(),
            sum,
            "{name}"
        );
        entries.push((name, rest[512..512 + size].to_vec()));
        rest = &rest[512 + size.next_multiple_of(512)..];
    }
    assert_eq!(rest, [0; 1024], "two empty blocks end it");
    entries
}

/// Every element with text as `path/of/names` → its texts, and every attribute as `path@name`.
fn read_xml(bytes: &[u8]) -> BTreeMap<String, Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut path, mut found, mut value) = (Vec::<String>::new(), BTreeMap::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                path.push(start.name().as_ref().to_owned());
                for attribute in start.attributes() {
                    let attribute = attribute.unwrap();
                    let key = format!("{}@{}", path.join("/"), attribute.key.as_ref());
                    let text = attribute.value.into_owned();
                    found.entry(key).or_insert_with(Vec::new).push(text);
                }
                value.clear();
            }
            Event::Text(text) => value.push_str(&text),
            Event::GeneralRef(name) => value.push(match name.as_ref() {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                other => panic!("Moodle writes no other reference: {other:?}"),
            }),
            Event::End(_) => {
                found.entry(path.join("/")).or_insert_with(Vec::new).push(value.clone());
                path.pop();
                value.clear();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(path.is_empty(), "every element is closed");
    found
}

fn member<'a>(members: &'a [Member], path: &str) -> &'a Member {
    members.iter().find(|member| member.path == path).unwrap_or_else(|| panic!("no member {path}"))
}

#[test]
fn the_same_course_gives_the_same_bytes() {
    for container in [Container::TarGz, Container::Zip] {
        let once = build(&everything(), &Origin::default(), container);
        assert!(once == build(&everything(), &Origin::default(), container));
    }
}

#[test]
fn every_xml_member_is_well_formed_and_begins_as_moodle_demands() {
    for member in members(&everything(), &Origin::default()) {
        if member.bytes.starts_with(b"<") {
            read_xml(&member.bytes);
            assert!(
                member.bytes.starts_with(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"),
                "{}",
                member.path
            );
            assert!(member.bytes.ends_with(b">"), "{}: nothing after the root", member.path);
        }
    }
    // Moodle recognises a package by these words in the first 200 bytes (mbz notes, section 2).
    let all = members(&everything(), &Origin::default());
    let head = String::from_utf8_lossy(&member(&all, "moodle_backup.xml").bytes[..200]).into_owned();
    assert!(head.contains("<moodle_backup>") && head.contains("<information>"));
}

#[test]
fn the_index_lists_every_entry_of_the_archive_in_order() {
    let entries = unpack(&build(&everything(), &Origin::default(), Container::TarGz));
    assert_eq!(entries[0].0, ".ARCHIVE_INDEX");
    let index = String::from_utf8(entries[0].1.clone()).unwrap();
    let mut lines = index.lines();
    let count = entries.len() - 1;
    assert_eq!(lines.next().unwrap(), format!("Moodle archive file index. Count: {count}"));
    for ((name, bytes), line) in entries[1..].iter().zip(lines.by_ref()) {
        let expected = if name.ends_with('/') {
            format!("{name}\td\t0\t?")
        } else {
            format!("{name}\tf\t{}\t1511172000", bytes.len())
        };
        assert_eq!(line, expected);
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn both_containers_hold_the_same_members() {
    let origin = Origin::default();
    let expected: Vec<_> = members(&everything(), &origin).into_iter().map(|m| (m.path, m.bytes)).collect();
    let mut tar = unpack(&build(&everything(), &origin, Container::TarGz));
    tar.retain(|(name, _)| name != ".ARCHIVE_INDEX" && !name.ends_with('/'));
    assert_eq!(tar, expected);
    let zip = build(&everything(), &origin, Container::Zip);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    for (index, (path, bytes)) in expected.iter().enumerate() {
        let mut file = zip.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        assert_eq!((file.name().unwrap().as_ref(), &content), (path.as_str(), bytes));
    }
    assert_eq!(zip.len(), expected.len());
}

#[test]
fn what_the_manifest_lists_is_what_is_there() {
    let all = members(&everything(), &Origin::default());
    let manifest = read_xml(&member(&all, "moodle_backup.xml").bytes);
    let contents = "moodle_backup/information/contents";
    let listed: BTreeSet<_> = ["activities/activity", "sections/section", "course"]
        .iter()
        .flat_map(|kind| &manifest[&format!("{contents}/{kind}/directory")])
        .cloned()
        .collect();
    let present: BTreeSet<_> = all
        .iter()
        .filter(|member| {
            ["activities/", "sections/", "course/"].iter().any(|start| member.path.starts_with(start))
        })
        .map(|member| member.path.rsplit_once('/').unwrap().0.to_owned())
        .collect();
    assert_eq!(listed, present);
    for directory in listed.iter().filter(|directory| directory.starts_with("activities/")) {
        let module = read_xml(&member(&all, &format!("{directory}/module.xml")).bytes);
        let name = &module["module/modulename"][0];
        let instance = read_xml(&member(&all, &format!("{directory}/{name}.xml")).bytes);
        assert_eq!(instance["activity@modulename"], std::slice::from_ref(name));
        assert_eq!(instance["activity@moduleid"], module["module@id"]);
        let section = read_xml(
            &member(&all, &format!("sections/section_{}/section.xml", module["module/sectionid"][0])).bytes,
        );
        let sequence: Vec<_> = section["section/sequence"][0].split(',').collect();
        assert!(sequence.contains(&module["module@id"][0].as_str()));
        assert_eq!(section["section/number"], module["module/sectionnumber"]);
    }
}

#[test]
fn every_file_is_present_under_its_hash_and_referred_to() {
    let all = members(&everything(), &Origin::default());
    let files = read_xml(&member(&all, "files.xml").bytes);
    for (index, name) in files["files/file/filename"].iter().enumerate() {
        let hash = &files["files/file/contenthash"][index];
        if name == "." {
            assert_eq!(*hash, sha1_hex(b""));
            continue;
        }
        let blob = member(&all, &format!("files/{}/{hash}", &hash[..2]));
        assert_eq!(sha1_hex(&blob.bytes), *hash);
        assert_eq!(files["files/file/filesize"][index], blob.bytes.len().to_string());
    }
    let mut referred: Vec<_> = all
        .iter()
        .filter(|member| member.path.ends_with("/inforef.xml"))
        .filter_map(|member| read_xml(&member.bytes).remove("inforef/fileref/file/id"))
        .flatten()
        .collect();
    referred.sort();
    let mut ids = files["files/file@id"].clone();
    ids.sort();
    assert_eq!(referred, ids);
}

#[test]
fn a_quiz_finds_its_questions_and_its_grade_item() {
    let all = members(&everything(), &Origin::default());
    let directory = all.iter().find(|member| member.path.ends_with("/quiz.xml")).unwrap();
    let quiz = read_xml(&directory.bytes);
    let questions = read_xml(&member(&all, "questions.xml").bytes);
    let question = "question_categories/question_category/questions/question";
    assert_eq!(
        quiz["activity/quiz/question_instances/question_instance/questionid"],
        questions[&format!("{question}@id")]
    );
    assert_eq!(
        questions[&format!("{question}/qtype")],
        ["multichoice", "multichoice", "truefalse", "shortanswer", "numerical", "match", "essay"]
    );
    assert_eq!(questions["question_categories/question_category/contextid"], quiz["activity@contextid"]);
    let folder = directory.path.rsplit_once('/').unwrap().0;
    let references = read_xml(&member(&all, &format!("{folder}/inforef.xml")).bytes);
    assert_eq!(
        references["inforef/question_categoryref/question_category/id"],
        questions["question_categories/question_category@id"]
    );
    let grades = read_xml(&member(&all, &format!("{folder}/grades.xml")).bytes);
    assert_eq!(
        references["inforef/grade_itemref/grade_item/id"],
        grades["activity_gradebook/grade_items/grade_item@id"]
    );
    let stamps: BTreeSet<_> = questions[&format!("{question}/stamp")].iter().collect();
    assert_eq!(stamps.len(), 7, "stamps are unique");
}

#[test]
fn text_survives_as_moodle_would_read_it() {
    let all = members(&everything(), &Origin::default());
    let course = read_xml(&member(&all, "course/course.xml").bytes);
    assert_eq!(course["course/fullname"], ["Everything & <more>"]);
    assert_eq!(course["course/summary"], ["<p>All of it\nand é, 日本.</p>"]);
    assert_eq!(course["course/tags/tag/rawname"], ["Plants", "biology"]);
}

#[test]
fn nothing_of_users_is_inside() {
    let all = members(&everything(), &Origin::default());
    assert!(all.iter().all(|member| member.path != "users.xml"));
    let manifest = read_xml(&member(&all, "moodle_backup.xml").bytes);
    let settings = "moodle_backup/information/settings/setting";
    for (name, value) in
        manifest[&format!("{settings}/name")].iter().zip(&manifest[&format!("{settings}/value")])
    {
        if name == "users" || name.ends_with("_userinfo") {
            assert_eq!(value, "0", "{name}");
        }
    }
}

#[test]
fn a_course_without_activities_has_no_list_of_them() {
    let all = members(&Course::new("E", "Empty", "en"), &Origin::default());
    let manifest = read_xml(&member(&all, "moodle_backup.xml").bytes);
    assert!(!manifest.contains_key("moodle_backup/information/contents/activities"));
}

#[test]
fn the_file_name_is_the_one_moodle_would_choose() {
    let course = Course::new("Bot 1/ä", "Botany", "en");
    let name = file_name(&course, &Origin::default());
    assert_eq!(name, "backup-moodle2-course-2-bot_1_ä-20171120-1000-nu.mbz");
}

#[test]
fn a_label_is_named_by_the_beginning_of_its_text() {
    let course = everything();
    let label = course.activities().find(|activity| matches!(activity, Activity::Label { .. })).unwrap();
    assert_eq!(label.name(), "Begin here, read this first and then everything el...");
}
