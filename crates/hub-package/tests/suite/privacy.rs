//! People and secrets (package notes, section 7; tests 22 to 26 of section 16).

use std::fmt::Write as _;

use hub_package::{Code, EvidenceKind, PrivacyLevel, Report, Verdict};

use crate::archives::{CONTENTS, Tree, backup_xml, course_and, course_with, file, tgz, zip};
use crate::read;

/// The places where Moodle's own backups hold rows about users, as they are written down.
const PLACES: &str = include_str!("../../../../docs/PRIVACY-PLACES.md");

fn setting(name: &str, value: &str) -> String {
    format!("<setting><level>root</level><name>{name}</name><value>{value}</value></setting>")
}

/// A course whose backup claims to have users or not, with more members.
fn claiming(users: &str, anonymised: &str, more: &[(&str, &str)]) -> Report {
    let settings = setting("users", users) + &setting("anonymize", anonymised);
    let mut tree = course_with(&backup_xml("", "course", CONTENTS, &settings));
    for (name, contents) in more {
        tree.retain(|(known, _)| known != name);
        tree.push(file(name, contents));
    }
    read(&zip(&tree))
}

/// `row` at the end of `path`, with what is around it.
pub(crate) fn nested(path: &str, row: &str) -> String {
    let names: Vec<&str> = path.split('/').collect();
    let (last, around) = names.split_last().unwrap();
    let open = around.iter().fold(String::new(), |open, name| open + "<" + name + ">");
    let close = around.iter().rev().fold(String::new(), |close, name| close + "</" + name + ">");
    format!("{open}<{last} id=\"31\">{row}</{last}>{close}")
}

fn count(report: &Report, kind: EvidenceKind) -> u64 {
    report.privacy_evidence.iter().filter(|one| one.kind == kind).map(|one| one.count).sum()
}

/// Asserts that the package is held for rows about users in `member` alone.
#[track_caller]
pub(crate) fn holds_rows(report: &Report, member: &str, rows: u64, what: &str) {
    assert_eq!(report.privacy, PrivacyLevel::Personal, "{what}");
    assert_eq!(report.verdict, Verdict::Hold(vec![Code::UserRows]), "{what}: {:?}", report.findings);
    assert_eq!(count(report, EvidenceKind::UserRows), rows, "{what}: {:?}", report.privacy_evidence);
    let finding = report.findings.iter().find(|finding| finding.code == Code::UserRows).unwrap();
    assert_eq!(finding.place.as_deref(), Some(member), "{what}");
}

#[test]
fn every_place_that_is_written_down_is_found() {
    let mut lines = 0;
    for line in PLACES.lines().skip_while(|line| !line.starts_with("|---")).skip(1) {
        let Some(cells) = line.strip_prefix("| `") else { break };
        let cells: Vec<&str> = cells.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
        let [member, row, columns, ..] = cells.as_slice() else { panic!("{line}") };
        lines += 1;
        let member = member.replace("_*/", "_7/").replace("/*/", "/html_7/");
        let row = row.replace("*/", "around/plugin_of_some_name/");
        for column in columns.split(", ") {
            let filled = |value: &str| {
                let fields = format!("<{column}>{value}</{column}><timemodified>1700000000</timemodified>");
                zip(&course_and(&member, nested(&row, &fields)))
            };
            holds_rows(&read(&filled("17")), &member, 1, line);
            for nobody in ["", "0", "$@NULL@$"] {
                let report = read(&filled(nobody));
                assert_eq!(
                    (report.privacy, report.findings.len()),
                    (PrivacyLevel::None, 0),
                    "{line} {nobody}"
                );
            }
        }
    }
    assert_eq!(lines, 77);
}

#[test]
fn events_of_courses_and_activities_are_nobodys() {
    let event = |kind: &str, course: &str| {
        let row = format!(
            "<name>Due</name><userid>2</userid><courseid>{course}</courseid><eventtype>{kind}</eventtype>"
        );
        read(&zip(&course_and("activities/page_7/calendar.xml", nested("events/event", &row)))).privacy
    };
    assert_eq!((event("due", "5"), event("course", "5"), event("group", "5")), Default::default());
    assert_eq!((event("due", "0"), event("user", "0")), (PrivacyLevel::Personal, PrivacyLevel::Personal));
}

const ANONYMOUS: &str = "<user id=\"3\"><username>anon3</username><firstname>anonfirstname3</firstname>\
    <lastname>anonlastname3</lastname><email>anon3@doesntexist.com</email></user>";

/// Package notes, section 16, test 23.
#[test]
fn accounts_are_told_of_whatever_the_settings_say() {
    let users =
        format!("<users>{}</users>", ANONYMOUS.replace("anon3", "ada").replace("lastname3", "Lovelace"));
    let report = claiming("0", "0", &[("users.xml", &users)]);
    assert_eq!(report.verdict, Verdict::Hold(vec![Code::PersonalData, Code::UsersUndeclared]));
    assert_eq!((report.privacy, count(&report, EvidenceKind::Accounts)), (PrivacyLevel::Personal, 1));
}

/// Package notes, section 16, test 24.
#[test]
fn only_accounts_that_are_all_anonymous_are_anonymised() {
    let grades = nested(
        "activity_gradebook/grade_items/grade_item/grade_grades/grade_grade",
        "<userid>3</userid><finalgrade>7</finalgrade>",
    );
    let with = |users: &str, claim: &str| {
        let users = format!("<users>{users}</users>");
        claiming("1", claim, &[("users.xml", &users), ("activities/page_7/grades.xml", &grades)])
    };
    let second = ANONYMOUS.replace('3', "");
    let invalid = ANONYMOUS.replace("doesntexist.com", "doesntexist.invalid");
    for claim in ["0", "1"] {
        let report = with(&format!("{ANONYMOUS}{second}{invalid}"), claim);
        assert_eq!((report.privacy, report.verdict), (PrivacyLevel::Anonymised, Verdict::Accept));
        assert_eq!(report.findings[0].code, Code::AnonymisedUsers);
        assert_eq!(report.findings[0].evidence, "3 user accounts, 1 rows about users, 0 files of users");
    }
    for (field, real) in [
        ("anon3<", "anonym<"),
        ("anonfirstname3", "Ada"),
        ("anonlastname3", "anonlastname3b"),
        ("doesntexist.com", "doesntexist.org"),
        ("<lastname>anonlastname3</lastname>", ""),
    ] {
        let report = with(&format!("{ANONYMOUS}{}", ANONYMOUS.replace(field, real)), "1");
        assert_eq!(report.privacy, PrivacyLevel::Personal, "{real}");
        assert_eq!(report.verdict, Verdict::Hold(vec![Code::PersonalData]), "{real}");
        assert!(
            report.findings[0].evidence.ends_with("said to be anonymised, but 1 accounts are not"),
            "{real}"
        );
    }
}

fn file_row(component: &str, area: &str, name: &str) -> String {
    format!(
        "<file id=\"1\"><contenthash>da39a3ee5e6b4b0d3255bfef95601890afd80709</contenthash><contextid>5</contextid>\
         <component>{component}</component><filearea>{area}</filearea><itemid>0</itemid><filepath>/</filepath>\
         <filename>{name}</filename><userid>2</userid><filesize>0</filesize><author>$@NULL@$</author>\
         <license>cc</license></file>"
    )
}

fn with_files(rows: &str, more: &[(&str, &str)]) -> Report {
    let files = format!("<files>{rows}</files>");
    let blob = ("files/da/da39a3ee5e6b4b0d3255bfef95601890afd80709", "");
    claiming("0", "0", &[&[("files.xml", files.as_str()), blob], more].concat())
}

#[test]
fn files_of_users_hold_the_package() {
    for (component, area) in [
        ("user", "icon"),
        ("assignsubmission_file", "submission_files"),
        ("assignfeedback_editpdf", "download"),
        ("mod_forum", "attachment"),
        ("mod_data", "content"),
        ("mod_workshop", "submission_attachment"),
        ("question", "response_attachments"),
        ("backup", "course"),
        ("grade", "feedback"),
        ("mod_studyjournal", "submission"),
    ] {
        let report = with_files(&file_row(component, area, "a.png"), &[]);
        assert_eq!(report.privacy, PrivacyLevel::Personal, "{component}");
        assert_eq!(report.verdict, Verdict::Hold(vec![Code::UserFiles]), "{component}");
        let directory = with_files(&file_row(component, area, "."), &[]);
        assert_eq!(
            (directory.privacy, directory.verdict),
            (PrivacyLevel::None, Verdict::Accept),
            "{component}"
        );
    }
    for (component, area) in [
        ("mod_forum", "intro"),
        ("mod_assign", "introattachment"),
        ("course", "overviewfiles"),
        ("question", "questiontext"),
        ("mod_folder", "content"),
        ("mod_workshop", "instructauthors"),
    ] {
        assert_eq!(
            with_files(&file_row(component, area, "a.png"), &[]).privacy,
            PrivacyLevel::None,
            "{component}"
        );
    }
    let example = nested("activity/workshop/examplesubmissions/examplesubmission", "<title>Good</title>");
    let workshop = file_row("mod_workshop", "submission_content", "a.png");
    let report = with_files(&workshop, &[("activities/workshop_7/workshop.xml", &example)]);
    assert_eq!(report.privacy, PrivacyLevel::None);
    let picture = file_row("user", "icon", "f1.png");
    let users = format!("<users>{ANONYMOUS}</users>");
    assert_eq!(with_files(&picture, &[("users.xml", &users)]).privacy, PrivacyLevel::Personal);
}

/// Package notes, section 16, test 25.
#[test]
fn secrets_are_told_by_place_and_name_and_never_by_value() {
    const VALUE: &str = "Kolibri-4711";
    for (member, path, name, code) in [
        ("course/enrolments.xml", "enrolments/enrols/enrol", "password", Code::SecretEnrolmentKey),
        ("course/enrolments.xml", "enrolments/enrols/enrol/plugin/tool", "secret", Code::SecretOfTool),
        ("groups.xml", "groups/group", "enrolmentkey", Code::SecretEnrolmentKey),
        ("activities/quiz_7/quiz.xml", "activity/quiz", "password", Code::SecretActivityPassword),
        ("activities/quiz_7/quiz.xml", "activity/quiz/seb", "quitpassword", Code::SecretActivityPassword),
        ("activities/lesson_7/lesson.xml", "activity/lesson", "password", Code::SecretActivityPassword),
        (
            "activities/bigbluebuttonbn_7/bigbluebuttonbn.xml",
            "activity/b",
            "moderatorpass",
            Code::SecretMeetingPassword,
        ),
        ("activities/zoom_7/zoom.xml", "activity/zoom", "password", Code::SecretMeetingPassword),
        ("activities/lti_7/lti.xml", "activity/lti", "resourcekey", Code::SecretOfTool),
        ("activities/lti_7/lti.xml", "activity/lti", "servicesalt", Code::SecretOfTool),
        ("activities/unheardof_7/unheardof.xml", "activity/unheardof", "api_key", Code::SecretOfTool),
        ("course/blocks/thing_7/block.xml", "block", "token", Code::SecretOfTool),
        ("sections/section_3/section.xml", "section/plugin", "accesscode", Code::SecretOther),
    ] {
        let with = |attribute: &str, value: &str| {
            let row = format!("<{name}{attribute}>{value}</{name}>");
            let report = read(&zip(&course_and(member, nested(path, &row))));
            assert!(!serde_json::to_string(&report).unwrap().contains("Kolibri"), "{member}");
            report
        };
        let report = with("", VALUE);
        assert_eq!((report.verdict, report.privacy), (Verdict::Accept, PrivacyLevel::Traces), "{member}");
        let finding = &report.findings[0];
        assert_eq!((finding.code, finding.place.as_deref()), (code, Some(member)));
        assert_eq!((report.findings.len(), finding.evidence.as_str()), (1, name), "{member}");
        for none in ["", "$@NULL@$", "0", " "] {
            assert_eq!(with("", none).privacy, PrivacyLevel::None, "{member} {none}");
        }
        assert_eq!(with(" encrypted=\"true\"", VALUE).privacy, PrivacyLevel::None, "{member}");
    }
    let pair = nested(
        "activity/lti/ltitype/configs/config",
        &format!("<name>password</name><value>{VALUE}</value>"),
    );
    let report = read(&zip(&course_and("activities/lti_7/lti.xml", pair)));
    assert_eq!(report.finding_counts.keys().collect::<Vec<_>>(), [&Code::SecretOfTool]);
}

#[test]
fn addresses_and_authors_are_counted_and_not_kept() {
    let text = "&lt;p&gt;Write to &lt;a href=\"mailto:kestrel@hovers.example\"&gt;Kestrel&lt;/a&gt; or merlin@perches.example&lt;/p&gt;";
    let page = nested(
        "activity/debate/rounds/round",
        &format!("<motion>{text}</motion><content>@@PLUGINFILE@@/logo@2x.png</content>"),
    );
    let report = read(&zip(&course_and("activities/debate_7/debate.xml", page)));
    assert_eq!((report.privacy, report.verdict.clone()), (PrivacyLevel::Traces, Verdict::Accept));
    assert_eq!(count(&report, EvidenceKind::EmailAddresses), 2);
    assert_eq!(report.findings[0].evidence, "motion: 2");
    let json = serde_json::to_string(&report).unwrap();
    assert!(!json.contains("hovers") && !json.contains("merlin"));

    let row = |author: &str| file_row("course", "summary", "a.png").replace("$@NULL@$", author);
    let rows = [row("Merlin Perch"), row("Kestrel"), row("Merlin Perch"), row("")].concat();
    let report = with_files(&rows, &[]);
    assert_eq!((report.privacy, count(&report, EvidenceKind::AuthorNames)), (PrivacyLevel::Traces, 2));
    assert!(!serde_json::to_string(&report).unwrap().contains("Merlin"));
}

#[test]
fn a_text_that_is_cut_for_the_report_is_searched_further() {
    let name = format!("{} kestrel@hovers.example", "Botany ".repeat(3_000));
    let course = format!("<course id=\"2\"><shortname>BOT</shortname><fullname>{name}</fullname></course>");
    let mut tree = course_and("course/course.xml", course);
    for (member, contents) in &mut tree {
        if member == "moodle_backup.xml" {
            let xml = String::from_utf8(contents.clone()).unwrap();
            *contents = xml.replace("<original_course_fullname>Botany", "<original_course_fullname>").into();
        }
    }
    let report = read(&zip(&tree));
    assert_eq!(count(&report, EvidenceKind::EmailAddresses), 1);
    assert_eq!(report.course.fullname.unwrap().chars().count(), 1_024);
}

/// Package notes, section 16, test 26.
#[test]
fn the_address_of_the_source_site_stands_in_its_own_field_only() {
    let root = "<original_wwwroot>http://moodle.inside.kestrel.lan</original_wwwroot>";
    let tree = course_with(&backup_xml(root, "course", CONTENTS, ""));
    let mut json = serde_json::to_value(read(&zip(&tree))).unwrap();
    assert_eq!(json["original_wwwroot"].take(), "http://moodle.inside.kestrel.lan");
    assert!(!json.to_string().contains("kestrel"));
}

/// Package notes, section 16, test 22.
#[test]
fn nothing_of_a_hundred_and_seventeen_people_is_in_the_report() {
    let Some(folder) = crate::samples::folder() else { return };
    let bytes = std::fs::read(folder.join("moodle33-tgz-117users-studentquiz.mbz")).unwrap();
    let report = read(&bytes);
    assert_eq!((report.privacy, count(&report, EvidenceKind::Accounts)), (PrivacyLevel::Personal, 117));
    // Every filled `userid` of the package, by grep.
    assert_eq!(count(&report, EvidenceKind::UserRows), 346);
    let json = serde_json::to_string(&report).unwrap();
    let mut known = 0;
    for user in users_of(&bytes).split("</user>") {
        for field in ["username", "email", "idnumber"] {
            let Some((_, rest)) = user.split_once(&format!("<{field}>")) else { continue };
            let value = rest.split('<').next().unwrap();
            if value.len() > 5 && !value.contains('$') {
                known += 1;
                assert!(!json.contains(value), "a {field}");
            }
        }
    }
    assert!(known > 200, "{known}");
}

/// `users.xml` of a tar.gz.
fn users_of(bytes: &[u8]) -> String {
    let mut tar = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes), &mut tar).unwrap();
    let mut rest = &tar[..];
    loop {
        let name = rest[..100].split(|byte| *byte == 0).next().unwrap();
        let size = usize::from_str_radix(std::str::from_utf8(&rest[124..135]).unwrap(), 8).unwrap();
        if name == b"users.xml" {
            return String::from_utf8(rest[512..512 + size].to_vec()).unwrap();
        }
        rest = &rest[512 + size.next_multiple_of(512)..];
    }
}

#[test]
fn a_flood_of_places_is_counted_together() {
    let mut rows = String::new();
    for n in 0..1_000 {
        write!(rows, "<row{n}><userid>5</userid><a>1</a></row{n}>").unwrap();
    }
    let xml = format!("<activity><page><rows>{rows}</rows></page></activity>");
    let report = read(&tgz(&course_and("activities/page_7/page.xml", xml)));
    assert!(report.privacy_evidence.len() <= 301, "{}", report.privacy_evidence.len());
    assert_eq!(count(&report, EvidenceKind::UserRows), 1_000);
    let secrets: String = "<a><password>x1</password></a>".repeat(5_000);
    let tree: Tree =
        course_and("activities/page_7/page.xml", format!("<activity><page>{secrets}</page></activity>"));
    let report = read(&zip(&tree));
    assert_eq!(count(&report, EvidenceKind::Secrets), 5_000);
}
