//! What the report says about honest packages.

use hub_package::{BackupType, Code, Report, Section, Verdict};

use crate::archives::{CONTENTS, backup_xml, course, course_and, course_with, file, tgz, zip};
use crate::{accepted_with, held, read, refused};

fn setting(name: &str, value: &str) -> String {
    format!("<setting><level>root</level><name>{name}</name><value>{value}</value></setting>")
}

#[test]
fn zip_and_tar_of_one_tree_give_the_same_facts() {
    let tree = course();
    let (zipped, tarred) = (read(&zip(&tree)), read(&tgz(&tree)));
    assert_eq!((zipped.course, zipped.backup, zipped.kind), (tarred.course, tarred.backup, tarred.kind));
    assert_eq!((zipped.verdict, zipped.findings), (tarred.verdict, tarred.findings));
}

#[test]
fn the_same_bytes_give_an_equal_report_and_it_survives_json() {
    for bytes in [zip(&course_and("README.md", "x")), tgz(&course()), b"nothing".to_vec()] {
        let report = read(&bytes);
        assert_eq!(report, read(&bytes));
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    }
}

#[test]
fn the_json_has_the_names_others_rely_on() {
    let json: serde_json::Value = serde_json::to_value(read(&tgz(&course_and("README.md", "x")))).unwrap();
    for (name, expected) in [
        ("verdict", "\"accepted\""),
        ("kind", "\"moodle2\""),
        ("container", "\"tar.gz\""),
        ("moodle_release", "\"4.5.8 (Build: 20251208)\""),
        ("backup_type", "\"course\""),
        ("mode", "10"),
        ("fullname", "\"Botany\""),
        ("shortname", "\"BOT\""),
        ("format", "\"topics\""),
        ("section_count", "1"),
        ("activity_count", "1"),
        ("activity_counts", "{\"page\":1}"),
        ("user_count", "0"),
        ("question_count", "0"),
        ("file_rows", "0"),
        ("file_blobs", "0"),
    ] {
        assert_eq!(json[name].to_string(), expected, "{name}");
    }
    for name in ["sha256", "size_bytes", "unpacked_bytes", "codes", "limits", "reader_version"] {
        assert!(!json[name].is_null(), "{name}");
    }
    assert_eq!(json["sections"][0]["activities"][0]["module"], "page");
    assert_eq!(json["sections"][0]["activities"][0]["title"], "Leaves");
    assert!(json["sections"][0]["title"].is_null() && json["sections"][0]["number"] == 0);
    let finding = &json["findings"][0];
    assert_eq!((&finding["code"], &finding["severity"]), (&"foreign_members".into(), &"warning".into()));
    assert!(finding["where"].is_null() && finding["evidence"] == "1: README.md");
}

#[test]
fn unnamed_sections_are_unnamed_and_numbers_can_be_names() {
    let titles = |name: &str, title: &str| {
        let section = format!("<section><number>3</number><name>{name}</name></section>");
        let contents = CONTENTS.replace("<title>0</title>", &format!("<title>{title}</title>"));
        let mut tree = course_with(&backup_xml("", "course", &contents, ""));
        tree.retain(|(name, _)| !name.starts_with("sections/"));
        tree.push(file("sections/section_3/section.xml", section));
        read(&zip(&tree)).course.sections[0].title.clone()
    };
    assert_eq!(titles("$@NULL@$", "3"), None);
    assert_eq!(titles("", "3"), None);
    assert_eq!(titles("3", "3"), Some("3".into()));
    assert_eq!(titles("Roots", "Roots"), Some("Roots".into()));
    assert_eq!(titles("$@NULL@$ ", "3"), Some("$@NULL@$".into()));
}

#[test]
fn sections_stand_by_number_and_activities_by_sequence() {
    let activity = |id: u32, section: u32| {
        format!(
            "<activity><moduleid>{id}</moduleid><sectionid>{section}</sectionid><modulename>page</modulename>\
             <title>A{id}</title><directory>activities/page_{id}</directory></activity>"
        )
    };
    let section = |id: u32| {
        format!(
            "<section><sectionid>{id}</sectionid><title>S{id}</title><directory>sections/section_{id}</directory></section>"
        )
    };
    let contents = format!(
        "<activities>{}{}{}{}</activities><sections>{}{}</sections>",
        activity(1, 20),
        activity(2, 20),
        activity(3, 10),
        activity(4, 99),
        section(20),
        section(10)
    );
    let mut tree = vec![
        file("moodle_backup.xml", backup_xml("", "course", &contents, "")),
        file("course/course.xml", "<course></course>"),
        file(
            "sections/section_10/section.xml",
            "<section><number>2</number><name>Late</name><visible>0</visible></section>",
        ),
        file(
            "sections/section_20/section.xml",
            "<section><number>1</number><name>Early</name><sequence>2,1</sequence></section>",
        ),
    ];
    for id in 1..=4 {
        let module = format!("<module id=\"{id}\"><visible>{}</visible></module>", id % 2);
        tree.push(file(&format!("activities/page_{id}/module.xml"), module));
    }
    let report = accepted_with(&zip(&tree), &[]);
    let course = report.course;
    let titles =
        |section: &Section| section.activities.iter().map(|one| one.title.clone()).collect::<Vec<_>>();
    assert_eq!(course.sections[0].title.as_deref(), Some("Early"));
    assert_eq!(titles(&course.sections[0]), ["A2", "A1"]);
    assert_eq!(titles(&course.sections[1]), ["A3"]);
    assert_eq!((course.sections[0].visible, course.sections[1].visible), (None, Some(false)));
    assert_eq!(course.sections[0].activities[0].visible, Some(false));
    assert_eq!(course.sections[0].activities[1].visible, Some(true));
    assert_eq!(course.other_activities[0].title, "A4");
}

#[test]
fn a_subsection_stands_under_its_activity() {
    let contents = "<activities>\
        <activity><moduleid>7</moduleid><sectionid>3</sectionid><modulename>subsection</modulename><title>Inner</title>\
        <directory>activities/subsection_7</directory><insubsection></insubsection></activity>\
        <activity><moduleid>8</moduleid><sectionid>4</sectionid><modulename>page</modulename><title>Deep</title>\
        <directory>activities/page_8</directory><insubsection>1</insubsection></activity></activities><sections>\
        <section><sectionid>3</sectionid><title>0</title><directory>sections/section_3</directory></section>\
        <section><sectionid>4</sectionid><title>Inner</title><directory>sections/section_4</directory>\
        <parentcmid>7</parentcmid><modname>subsection</modname></section>\
        <section><sectionid>5</sectionid><title>Lost</title><directory>sections/section_5</directory>\
        <parentcmid>99</parentcmid><modname>subsection</modname></section></sections>";
    let mut tree = course_with(&backup_xml("", "course", contents, ""));
    tree.push(file("activities/subsection_7/module.xml", "<module></module>"));
    tree.push(file("activities/page_8/module.xml", "<module></module>"));
    tree.push(file(
        "sections/section_4/section.xml",
        "<section><number>1</number><name>Inner</name></section>",
    ));
    tree.push(file(
        "sections/section_5/section.xml",
        "<section><number>2</number><name>Lost</name></section>",
    ));
    let report = accepted_with(&zip(&tree), &[]);
    let course = report.course;
    assert_eq!((course.section_count, course.sections.len()), (3, 2));
    let inner = course.sections[0].activities[0].subsection.as_ref().unwrap();
    assert_eq!((inner.title.as_deref(), inner.activities[0].title.as_str()), (Some("Inner"), "Deep"));
    assert_eq!(course.sections[1].title.as_deref(), Some("Lost"));
}

#[test]
fn a_course_without_activities_is_a_course() {
    let contents = CONTENTS.split_once("<sections>").unwrap().1;
    let report = accepted_with(
        &zip(&course_with(&backup_xml("", "course", &format!("<sections>{contents}"), ""))),
        &[],
    );
    assert_eq!((report.course.activity_count, report.course.section_count), (0, 1));
}

#[test]
fn two_names_of_a_course_are_name_and_alias() {
    let report = accepted_with(
        &zip(&course_and("course/course.xml", "<course><fullname> Botany copy 1 </fullname></course>")),
        &[Code::NameDiffers],
    );
    assert_eq!(report.course.fullname.as_deref(), Some("Botany"));
    assert_eq!(report.course.alias.as_deref(), Some("Botany copy 1"));
}

#[test]
fn the_course_xml_gives_what_the_backup_lacks() {
    let xml = "<course id=\"2\"><shortname>X</shortname><fullname>Y</fullname><summary>&lt;p&gt;Hi&lt;/p&gt;</summary>\
        <summaryformat>1</summaryformat><format>weeks</format><startdate>1700000000</startdate><lang>de</lang>\
        <category id=\"1\"><name>Nature</name></category><tags><tag id=\"1\"><name>leaf</name><rawname>Leaf</rawname></tag></tags>\
        <plugin_format_x><unknown>1</unknown></plugin_format_x></course>";
    let bare = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><moodle_backup><information></information></moodle_backup>";
    let report =
        accepted_with(&zip(&vec![file("moodle_backup.xml", bare), file("course/course.xml", xml)]), &[]);
    let course = report.course;
    assert_eq!((course.fullname.as_deref(), course.shortname.as_deref()), (Some("Y"), Some("X")));
    assert_eq!((course.summary.as_deref(), course.summary_format), (Some("<p>Hi</p>"), Some(1)));
    assert_eq!((course.format.as_deref(), course.language.as_deref()), (Some("weeks"), Some("de")));
    assert_eq!(
        (course.category.as_deref(), course.tags, course.start_date),
        (Some("Nature"), vec!["Leaf".to_owned()], Some(1_700_000_000))
    );
}

#[test]
fn only_whole_courses_are_taken_without_a_look() {
    let of = |kind: &str| course_with(&backup_xml("", kind, CONTENTS, ""));
    let report = held(&zip(&of("activity")), Code::NotACourse);
    assert_eq!(report.backup.backup_type, Some(BackupType::Activity));
    held(&zip(&of("section")), Code::NotACourse);
    accepted_with(&zip(&of("something")), &[]);
    let mut without = of("course");
    without.retain(|(name, _)| name != "course/course.xml");
    refused(&zip(&without), Code::CourseMissing);
    let mut nameless = of("");
    nameless.retain(|(name, _)| name != "course/course.xml");
    refused(&zip(&nameless), Code::NoBackupDetails);
    let front = backup_xml("", "course", CONTENTS, "").replace("topics", "site");
    refused(&zip(&course_with(&front)), Code::FrontPage);
}

#[test]
fn user_accounts_hold_the_package_whatever_it_says() {
    let users = "<users><user id=\"3\"><username>ada</username><roles><user/></roles></user></users>";
    let with = |claimed: &str, users: &str| {
        let mut tree = course_with(&backup_xml("", "course", CONTENTS, &setting("users", claimed)));
        if !users.is_empty() {
            tree.push(file("users.xml", users));
        }
        read(&zip(&tree))
    };
    let report = with("1", users);
    assert_eq!(report.verdict, Verdict::Hold(vec![Code::PersonalData]));
    assert_eq!((report.backup.users_included, report.backup.user_count), (Some(true), 1));
    assert!(!serde_json::to_string(&report).unwrap().contains("ada"));
    assert_eq!(with("0", users).verdict, Verdict::Hold(vec![Code::PersonalData, Code::UsersUndeclared]));
    assert_eq!(with("1", "").verdict, Verdict::Hold(vec![Code::PersonalData]));
    assert_eq!(with("0", "<users></users>").verdict, Verdict::Accept);
}

#[test]
fn files_without_contents_hold_the_package() {
    let files = "<files><file id=\"1\"><filename>.</filename></file><file id=\"2\"><filename>a.png</filename>\
        <repositorytype>$@NULL@$</repositorytype></file></files>";
    let external = files.replace("$@NULL@$", "url");
    let with = |information: &str, settings: &str, files: &str, blob: bool| {
        let mut tree = course_with(&backup_xml(information, "course", CONTENTS, settings));
        tree.retain(|(name, _)| name != "files.xml");
        tree.push(file("files.xml", files));
        if blob {
            tree.push(file("files/da/da39a3ee5e6b4b0d3255bfef95601890afd80709", ""));
        }
        read(&zip(&tree))
    };
    let report = with("", "", files, true);
    assert_eq!((report.verdict, report.backup.file_rows, report.backup.file_blobs), (Verdict::Accept, 1, 1));
    let held = Verdict::Hold(vec![Code::ContentMissing]);
    assert_eq!(with("", "", files, false).verdict, held);
    assert_eq!(with("<include_files>0</include_files>", "", files, true).verdict, held);
    assert_eq!(with("", &setting("files", "0"), files, true).verdict, held);
    assert_eq!(
        with("<include_files>0</include_files>", "", "<files></files>", false).verdict,
        Verdict::Accept
    );
    assert_eq!(with("", "", &external, false).verdict, Verdict::Accept);
}

#[test]
fn parts_that_are_listed_but_absent_hold_the_package() {
    let mut tree = course();
    tree.retain(|(name, _)| !name.starts_with("activities/"));
    let report = read(&zip(&tree));
    assert_eq!(report.verdict, Verdict::Hold(vec![Code::ContentsMismatch]));
    assert_eq!(report.findings[0].evidence, "1 of 2 sections and activities");
}

#[test]
fn questions_are_counted_in_old_and_new_form() {
    let old = "<question_categories><question_category><questions><question id=\"1\"><qtype>essay</qtype></question>\
        <question id=\"2\"></question></questions></question_category></question_categories>";
    let new = "<question_categories><question_category><question_bank_entries><question_bank_entry><question_version>\
        <question_versions><questions><question id=\"1\"><qtype>essay</qtype></question></questions></question_versions>\
        </question_version></question_bank_entry></question_bank_entries></question_category></question_categories>";
    for xml in [old, new] {
        assert_eq!(read(&zip(&course_and("questions.xml", xml))).backup.question_count, 1);
    }
}

#[test]
fn blocks_are_counted_by_name() {
    let mut tree = course();
    for name in [
        "course/blocks/html_1/block.xml",
        "course/blocks/html_2/block.xml",
        "activities/page_7/blocks/tags_3/block.xml",
    ] {
        tree.push(file(name, "<block></block>"));
    }
    let counts = read(&zip(&tree)).course.block_counts;
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), [("html".to_owned(), 2), ("tags".to_owned(), 1)]);
}
