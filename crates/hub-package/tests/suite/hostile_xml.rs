//! XML that lies or floods (package notes, section 12, H21 to H26).

use hub_package::{Code, Limits, Verdict};

use crate::archives::{CONTENTS, backup_xml, course, course_and, course_with, file, zip};
use crate::{accepted_with, read, read_under, refused};

const PROLOGUE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

/// A package whose `moodle_backup.xml` has `more` behind the information it needs.
fn with(more: &str) -> Vec<u8> {
    zip(&course_with(&backup_xml(more, "course", CONTENTS, "")))
}

#[test]
fn a_document_type_is_refused_wherever_it_stands() {
    let laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    let external = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">";
    for doctype in
        [laughs, external, "<!doctype x>", "<!DOCTYPE x [ <!ENTITY % p SYSTEM \"http://127.0.0.1/\"> %p; ]>"]
    {
        let honest = backup_xml("", "course", CONTENTS, "");
        let hostile = honest.replacen("<moodle_backup>", &format!("{doctype}<moodle_backup>"), 1);
        refused(&zip(&course_with(&hostile)), Code::XmlDoctype);
        refused(
            &zip(&course_and("course/course.xml", format!("{doctype}<course></course>"))),
            Code::XmlDoctype,
        );
        refused(&zip(&course_and("users.xml", format!("{doctype}<users></users>"))), Code::XmlDoctype);
    }
    refused(&zip(&course_and("users.xml", "<!DOCTYPE x [ never closed")), Code::XmlDoctype);
}

#[test]
fn entities_that_are_not_xmls_own_are_refused() {
    refused(&with("<x>&lol;</x>"), Code::XmlEntity);
    refused(&with("<x a=\"&nbsp;\"/>"), Code::XmlEntity);
    accepted_with(&with("<x a=\"&lt;&#65;\">&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;</x>"), &[]);
    refused(&with("<x>&#0;</x>"), Code::XmlMalformed);
    refused(&with("<x>&#xD800;</x>"), Code::XmlMalformed);
    refused(&with("<x>&#xFFFF;</x>"), Code::XmlMalformed);
    refused(&with("<x>&#99999999999;</x>"), Code::XmlMalformed);
}

#[test]
fn other_encodings_are_refused() {
    let course = |bytes: &[u8]| zip(&course_and("course/course.xml", bytes));
    let utf16: Vec<u8> = "<course></course>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(&course(&[&[0xff, 0xfe], utf16.as_slice()].concat()), Code::XmlEncoding);
    refused(&course(&utf16), Code::XmlEncoding);
    refused(&course(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><course></course>"), Code::XmlEncoding);
    refused(&course(b"<?xml version=\"1.1\"?><course></course>"), Code::XmlEncoding);
    accepted_with(&course(b"\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><course></course>"), &[]);
    accepted_with(&course(b"<course><fullname>\xff\xfe</fullname></course>"), &[Code::MemberUnreadable]);
    accepted_with(&course(b"<course><fullname>a\0b</fullname></course>"), &[Code::MemberUnreadable]);
    let mut broken = course_with(&backup_xml("<x>ZZ</x>", "course", CONTENTS, ""));
    let backup = broken.iter_mut().find(|(name, _)| name == "moodle_backup.xml").unwrap();
    let at = backup.1.windows(2).position(|window| window == b"ZZ").unwrap();
    backup.1[at] = 0xc3;
    refused(&zip(&broken), Code::XmlMalformed);
}

#[test]
fn a_malformed_moodle_backup_is_refused() {
    let honest = backup_xml("", "course", CONTENTS, "");
    for hostile in [
        honest.replace("</moodle_backup>", ""),
        honest.replace("</information>", "</informatiom>"),
        format!("{honest}<moodle_backup></moodle_backup>"),
        format!("{honest}text"),
        honest.replace("</information>", "</information><information></information>"),
        honest.replace("</details>", "<detail></detail></details>"),
        honest.replace("<contents>", "<1contents>"),
        honest.replace("<contents>", "<contents a=\"1\" a=\"2\">"),
        honest.replace("<contents>", "<contents a=\"<\">"),
        honest.replace("<contents>", "<contents>&"),
        honest.replace("<contents>", "<contents>\u{1}"),
        honest.replace("<contents>", "<contents>\u{ffff}"),
        honest.replace("<contents>", "<contents><?xml version=\"1.0\"?>"),
    ] {
        refused(&zip(&course_with(&hostile)), Code::XmlMalformed);
    }
}

#[test]
fn what_no_moodle_would_recognise_is_refused_as_that() {
    let honest = backup_xml("", "course", CONTENTS, "");
    for hostile in [
        honest.replace(" encoding=\"UTF-8\"", ""),
        honest.replace("<information>", &format!("<!--{}--><information>", "x".repeat(200))),
        honest.replace("moodle_backup>", "other>"),
        String::new(),
        "<!-- only this -->".to_owned(),
    ] {
        refused(&zip(&course_with(&hostile)), Code::NotRecognisedByMoodle);
    }
    accepted_with(&zip(&course_with(&honest.replace("UTF-8", "utf-8"))), &[]);
}

#[test]
fn a_broken_member_leaves_out_its_facts_only() {
    let report = accepted_with(
        &zip(&course_and("course/course.xml", "<course><fullname>Other</fullname></cours>")),
        &[Code::MemberUnreadable],
    );
    assert_eq!(report.course.fullname.as_deref(), Some("Botany"));
    assert_eq!(report.course.alias, None);
    let section = "sections/section_3/section.xml";
    for broken in ["", "<other/>", "<section>", "text"] {
        let report = accepted_with(&zip(&course_and(section, broken)), &[Code::MemberUnreadable]);
        assert_eq!(report.course.sections[0].title, None);
    }
}

#[test]
fn depth_attributes_names_and_texts_are_limited() {
    let nested = |depth: usize| format!("{}{}", "<x>".repeat(depth), "</x>".repeat(depth));
    accepted_with(&with(&nested(62)), &[]);
    refused(&with(&nested(63)), Code::XmlLimit);
    refused(&with(&nested(10_000)), Code::XmlLimit);
    let attributes = |count: usize| {
        let all: Vec<String> = (0..count).map(|n| format!("a{n}=\"\"")).collect();
        format!("<x {}/>", all.join(" "))
    };
    accepted_with(&with(&attributes(32)), &[]);
    refused(&with(&attributes(33)), Code::XmlLimit);
    refused(&with(&attributes(100_000)), Code::XmlLimit);
    refused(&with(&format!("<{}/>", "x".repeat(257))), Code::XmlLimit);
    let limits = Limits { text_node: 100_000, ..Limits::default() };
    let text = |inside: &str| read_under(&with(inside), &limits).verdict;
    let noise: String =
        (0..120_000_u32).map(|n| char::from(b'a' + (n.wrapping_mul(2_654_435_761) >> 28) as u8)).collect();
    for inside in [
        format!("<x>{noise}</x>"),
        format!("<original_wwwroot>{noise}</original_wwwroot>"),
        format!("<!--{noise}-->"),
        format!("<x><![CDATA[{noise}]]></x>"),
        format!("<x a=\"{noise}\"/>"),
        format!("<x>{}</x>", noise.replace('a', "&amp;")),
    ] {
        assert_eq!(text(&inside), Verdict::Refuse(Code::XmlLimit), "{}", &inside[..20]);
    }
    assert_eq!(text(&format!("<x>{}</x>", &noise[..90_000])), Verdict::Accept);
}

#[test]
fn members_and_events_are_limited() {
    let flood = "<x/>".repeat(50_000);
    let limits = Limits { xml_events: 50_000, ..Limits::default() };
    assert_eq!(read_under(&with(&flood), &limits).verdict, Verdict::Refuse(Code::XmlLimit));
    let limits = Limits { backup_xml: 100_000, ..Limits::default() };
    assert_eq!(read_under(&with(&flood), &limits).verdict, Verdict::Refuse(Code::XmlLimit));
    let limits = Limits { all_xml: 100_000, ..Limits::default() };
    let users = zip(&course_and("questions.xml", format!("<questions>{flood}</questions>")));
    assert_eq!(read_under(&users, &limits).verdict, Verdict::Refuse(Code::XmlLimit));
    let limits = Limits { large_xml: 100_000, ..Limits::default() };
    let report = read_under(&users, &limits);
    assert_eq!(report.verdict, Verdict::Accept);
    assert_eq!(report.finding_counts[&Code::MemberUnreadable], 1);
}

#[test]
fn members_without_a_reader_of_their_own_are_read_under_the_same_rules() {
    for name in [
        "activities/page_7/page.xml",
        "activities/page_7/grades.xml",
        "course/blocks/html_1/block.xml",
        "groups.xml",
    ] {
        let with = |contents: &str| zip(&course_and(name, contents));
        refused(&with("<!DOCTYPE x [<!ENTITY a \"a\">]><x></x>"), Code::XmlDoctype);
        refused(&with("<x>&unknown;</x>"), Code::XmlEntity);
        for broken in ["", "text", "<x>", "<x></y>", &"<x>".repeat(100)] {
            let report = accepted_with(&with(broken), &[Code::MemberUnreadable]);
            assert_eq!(report.findings[0].place.as_deref(), Some(name), "{broken}");
        }
        let limits = Limits { xml_events: 5_000, ..Limits::default() };
        let flood = format!("<x>{}</x>", "<y/>".repeat(5_000));
        assert_eq!(read_under(&with(&flood), &limits).verdict, Verdict::Refuse(Code::XmlLimit));
    }
}

#[test]
fn users_that_cannot_be_counted_hold_the_package() {
    let report = read(&zip(&course_and("users.xml", "<users><user id=\"1\"></user><user")));
    assert_eq!(report.verdict, Verdict::Hold(vec![Code::PersonalData, Code::UsersUndeclared]));
    assert_eq!(report.backup.user_count, 1);
}

#[test]
fn lying_metadata_is_dropped_with_a_warning() {
    let report = accepted_with(
        &with(
            "<backup_date>-5</backup_date><original_course_startdate>99999999999999</original_course_startdate>\
             <original_course_id>99999999999999999999999</original_course_id>\
             <original_course_enddate>tomorrow</original_course_enddate><include_files>perhaps</include_files>",
        ),
        &[Code::BadValue],
    );
    assert_eq!(report.finding_counts[&Code::BadValue], 5);
    assert_eq!(
        (report.backup.backup_date, report.course.start_date, report.course.end_date),
        (None, None, None)
    );
    assert_eq!((report.backup.original_course_id, report.backup.include_files), (None, None));
}

#[test]
fn directories_that_point_elsewhere_are_ignored() {
    let contents = CONTENTS.replace("activities/page_7", "activities/../../etc");
    let report =
        accepted_with(&zip(&course_with(&backup_xml("", "course", &contents, ""))), &[Code::BadValue]);
    assert_eq!(report.course.activity_count, 1);
    let contents = CONTENTS.replace("<modulename>page<", "<modulename>../page<");
    let report =
        accepted_with(&zip(&course_with(&backup_xml("", "course", &contents, ""))), &[Code::BadValue]);
    assert_eq!(report.course.activity_counts["(unknown)"], 1);
}

#[test]
fn long_titles_are_cut_and_floods_counted() {
    // These floods compress so well that the ratio would refuse them first.
    let limits = Limits { member_ratio: u64::MAX, ..Limits::default() };
    let long = "ü".repeat(1_000_000);
    let contents = CONTENTS.replace("Leaves", &long);
    let report = read_under(&zip(&course_with(&backup_xml("", "course", &contents, ""))), &limits);
    assert_eq!((report.verdict, report.finding_counts[&Code::TextCut]), (Verdict::Accept, 1));
    assert_eq!(report.course.sections[0].activities[0].title.chars().count(), 1_024);

    let one = "<activity><moduleid>7</moduleid><sectionid>3</sectionid><modulename>page</modulename>\
               <title>T</title><directory>activities/page_7</directory></activity>";
    let contents = CONTENTS.replace("<activities>", &format!("<activities>{}", one.repeat(30_000)));
    let report = read_under(&zip(&course_with(&backup_xml("", "course", &contents, ""))), &limits);
    assert_eq!((report.verdict, report.finding_counts[&Code::OutlineTooLong]), (Verdict::Accept, 1));
    assert_eq!(report.course.activity_count, 30_001);
    assert_eq!(report.course.activity_counts["page"], 30_001);
    assert_eq!(report.course.sections[0].activities.len(), 2_000);
}

#[test]
fn kept_text_is_limited_in_all() {
    let mut tree = course();
    let summary = "s".repeat(4_000);
    for id in 100..400 {
        let section = format!("<section><number>1</number><summary>{summary}</summary></section>");
        tree.push(file(&format!("sections/section_{id}/section.xml"), section));
    }
    let limits = Limits { kept_text: 100_000, ..Limits::default() };
    let report = read_under(&zip(&tree), &limits);
    assert_eq!(report.verdict, Verdict::Accept);
    assert!(report.finding_counts[&Code::TextCut] > 200);
    assert!(serde_json::to_string(&report).unwrap().len() < 200_000);
}

#[test]
fn processing_instructions_and_comments_do_nothing() {
    accepted_with(
        &with(
            "<?xml-stylesheet href=\"http://127.0.0.1/\"?><!-- hello --><x xmlns:xi=\"x\"><xi:include/></x>",
        ),
        &[],
    );
    accepted_with(
        &zip(&course_and("course/course.xml", format!("{PROLOGUE}<!-- a --><course></course><!-- b -->\n"))),
        &[],
    );
}
