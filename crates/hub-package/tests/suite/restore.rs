//! Which plug-ins a package needs, and what a given Moodle makes of it (package notes, sections 6 and 8).

use std::fmt::Write as _;

use hub_package::restore::{Answer, Judgement, Reason, Target, judge};
use hub_package::{Branch, Origin, Report};

use crate::archives::{Tree, backup_xml, file, tgz, zip};
use crate::{kinds, read, samples};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A course made with Moodle `made` that needs these components, in the ways in which backups show them.
fn tree(made: &str, kind: &str, components: &[&str]) -> Tree {
    let (mut activities, mut questions, mut course) = (String::new(), String::new(), String::new());
    let (mut format, mut members) = ("topics", Tree::new());
    for (number, component) in components.iter().enumerate() {
        let (kind, name) = component.split_once('_').unwrap();
        match kind {
            "mod" => {
                let directory = format!("activities/{name}_{number}");
                write!(
                    activities,
                    "<activity><moduleid>{number}</moduleid><sectionid>3</sectionid><modulename>{name}</modulename>\
                     <title>One</title><directory>{directory}</directory></activity>"
                )
                .unwrap();
                members.push(file(&format!("{directory}/module.xml"), "<module><visible>1</visible></module>"));
            }
            "qtype" => write!(questions, "<question id=\"{number}\"><qtype>{name}</qtype></question>").unwrap(),
            "format" => format = name,
            "theme" => write!(course, "<theme>{name}</theme>").unwrap(),
            "block" => {
                members.push(file(&format!("course/blocks/{name}_{number}/block.xml"), "<block></block>"));
            }
            "filter" => members.push(file(
                "course/filters.xml",
                format!("<filters><filter_actives><filter_active><filter>{name}</filter></filter_active></filter_actives></filters>"),
            )),
            "enrol" => members.push(file(
                "course/enrolments.xml",
                format!("<enrolments><enrols><enrol id=\"1\"><enrol>{name}</enrol></enrol></enrols></enrolments>"),
            )),
            _ => write!(course, "<plugin_{component}_course><value>4</value></plugin_{component}_course>").unwrap(),
        }
    }
    let contents = format!(
        "<activities>{activities}</activities><sections><section><sectionid>3</sectionid><title>0</title>\
         <directory>sections/section_3</directory></section></sections>"
    );
    let backup = backup_xml("", kind, &contents, "")
        .replace("4.5.8 (Build: 20251208)", made)
        .replace("2024100708", "1")
        .replace("<original_course_format>topics", &format!("<original_course_format>{format}"));
    members.push(file("moodle_backup.xml", backup));
    members.push(file(
        "course/course.xml",
        format!("<course id=\"2\"><fullname>Botany</fullname>{course}</course>"),
    ));
    members.push(file("sections/section_3/section.xml", "<section id=\"3\"><number>0</number></section>"));
    let questions = format!(
        "<question_categories><question_category id=\"1\"><questions>{questions}</questions></question_category></question_categories>"
    );
    members.push(file("questions.xml", questions));
    members
}

fn target(release: &str, plugins: Option<&str>) -> Target {
    let plugins = plugins.map(|plugins| plugins.split_ascii_whitespace().map(str::to_owned).collect());
    Target { branch: Branch::parse(release).unwrap(), plugins }
}

/// A judgement in few words: the answer, and each reason by its name and what it is about.
fn words(judgement: &Judgement) -> String {
    let mut words = serde_json::to_value(judgement.answer).unwrap().as_str().unwrap().to_owned();
    for reason in &judgement.reasons {
        let json = serde_json::to_value(reason).unwrap();
        let about = ["component", "made", "first", "kind", "version", "code", "backup_type"];
        let about = about.iter().find_map(|key| json[key].as_str()).unwrap_or("");
        write!(words, " {} {about}", json["why"].as_str().unwrap()).unwrap();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Made with, packed as and of what type | what it needs | the Moodle | what is installed there beside what it comes
/// with (`?` if nobody knows) | what is to be said.
const CASES: &str = "\
    4.5 zip course | mod_quiz qtype_multichoice | 4.5 | | yes
    4.5 zip course | mod_quiz qtype_multichoice | 4.5 | ? | yes
    4.5 zip course | mod_quiz qtype_multichoice | 5.0 | | yes
    4.5 zip course | mod_quiz qtype_multichoice | 5.2 | ? | yes
    4.5 zip course | mod_quiz | 4.4 | | cannot_tell made_by_newer 4.5
    4.5 zip course | mod_quiz | 3.11 | | cannot_tell made_by_newer 4.5
    3.9 zip course | mod_quiz | 3.10 | | yes
    3.10 zip course | mod_quiz | 3.9 | | cannot_tell made_by_newer 3.10
    2.0 zip course | mod_forum | 2.0 | | yes
    2.0 zip course | mod_forum | 5.2 | | yes
    2.9 tgz course | mod_forum | 2.9 | | yes
    2.9 tgz course | mod_forum | 2.5 | | no too_old 2.6
    2.6 tgz course | mod_forum | 2.6 | | yes
    2.6 tgz course | mod_forum | 2.0 | | no too_old 2.6
    2.5 zip course | mod_forum | 2.5 | | yes
    2.5 zip course | mod_forum | 1.9 | | no too_old 2.0
    Workplace zip course | mod_forum | 4.5 | | cannot_tell made_by_unknown
    3.0 zip course | mod_questionnaire | 4.5 | | without_parts missing mod_questionnaire
    3.0 zip course | mod_questionnaire | 4.5 | ? | cannot_tell unknown mod_questionnaire
    3.0 zip course | mod_questionnaire | 4.5 | mod_questionnaire | yes
    3.0 zip course | mod_quiz qtype_stack | 4.5 | | without_parts missing qtype_stack
    3.0 zip course | mod_quiz qtype_stack | 4.5 | ? | cannot_tell unknown qtype_stack
    3.0 zip course | mod_quiz qtype_stack | 4.5 | qtype_stack mod_hvp | yes
    3.0 zip course | qtype_stack qtype_gapfill | 4.5 | qtype_stack | without_parts missing qtype_gapfill
    3.0 zip course | mod_hvp qtype_stack | 4.5 | | without_parts missing mod_hvp missing qtype_stack
    3.0 zip course | format_topcoll | 4.5 | | without_parts missing format_topcoll
    3.0 zip course | format_topcoll | 4.5 | ? | cannot_tell unknown format_topcoll
    3.0 zip course | format_topcoll | 4.5 | format_topcoll | yes
    2.4 zip course | format_scorm | 2.4 | | yes
    2.4 zip course | format_scorm | 2.6 | | without_parts missing format_scorm
    2.6 zip course | format_singleactivity | 2.6 | | yes
    2.6 zip course | format_site | 2.6 | | no refused front_page
    4.0 zip course | mod_chat | 4.5 | | yes
    4.0 zip course | mod_chat | 5.0 | | without_parts missing mod_chat
    4.0 zip course | mod_chat | 5.0 | ? | cannot_tell unknown mod_chat
    4.0 zip course | mod_chat mod_survey | 5.0 | mod_chat mod_survey | yes
    3.0 zip course | mod_assignment | 4.1 | | yes
    3.0 zip course | mod_assignment | 4.2 | | without_parts missing mod_assignment
    3.9 zip course | mod_h5pactivity | 3.9 | | yes
    3.9 zip course | mod_h5pactivity | 4.5 | ? | yes
    3.9 zip course | mod_h5pactivity | 3.8 | | cannot_tell made_by_newer 3.9 missing mod_h5pactivity
    3.8 zip course | mod_h5pactivity | 3.8 | ? | without_parts missing mod_h5pactivity
    3.8 zip course | mod_bigbluebuttonbn | 3.8 | mod_bigbluebuttonbn | yes
    3.8 zip course | mod_bigbluebuttonbn | 3.9 | | without_parts missing mod_bigbluebuttonbn
    3.8 zip course | mod_bigbluebuttonbn | 4.0 | | yes
    4.5 zip course | mod_subsection | 4.5 | | yes
    4.5 zip course | mod_subsection | 4.4 | | cannot_tell made_by_newer 4.5 missing mod_subsection
    5.0 zip course | mod_qbank | 5.1 | | yes
    5.0 zip course | mod_qbank | 4.5 | | cannot_tell made_by_newer 5.0 missing mod_qbank
    3.11 zip course | qtype_ordering | 4.3 | qtype_ordering | yes
    3.11 zip course | qtype_ordering | 4.3 | | without_parts missing qtype_ordering
    3.11 zip course | qtype_ordering | 4.4 | | yes
    2.9 zip course | qtype_ddwtos | 3.0 | | yes
    2.9 zip course | qtype_ddwtos | 2.9 | | without_parts missing qtype_ddwtos
    4.1 zip course | theme_moove | 4.5 | | yes theme theme_moove
    4.1 zip course | theme_moove | 4.5 | ? | yes theme theme_moove
    4.1 zip course | theme_moove | 4.5 | theme_moove | yes
    4.1 zip course | theme_boost | 4.5 | | yes
    3.1 zip course | theme_clean | 4.5 | | yes theme theme_clean
    4.1 zip course | local_mail | 4.5 | | yes local local_mail
    4.1 zip course | local_mail | 4.5 | ? | yes local local_mail
    4.1 zip course | local_mail | 4.5 | local_mail | yes local local_mail
    4.1 zip course | theme_moove local_mail mod_hvp | 4.5 | | without_parts missing mod_hvp theme theme_moove local local_mail
    4.1 zip course | block_html | 4.5 | | yes
    4.1 zip course | block_xp | 4.5 | | without_parts missing block_xp
    4.1 zip course | block_xp | 4.5 | ? | cannot_tell unknown block_xp
    4.1 zip course | block_xp | 4.5 | block_xp | yes
    2.3 zip course | block_community | 4.5 | | yes
    4.1 zip course | filter_filtercodes | 4.5 | | yes
    4.1 zip course | enrol_wallet | 4.5 | | yes
    4.1 zip course | quizaccess_proctoring | 4.5 | | without_parts missing quizaccess_proctoring
    4.1 zip course | quizaccess_seb | 4.5 | | yes
    4.1 zip course | availability_xp | 4.5 | | without_parts missing availability_xp
    4.1 zip section | mod_page | 4.5 | | yes into_a_course section
    4.1 zip activity | mod_page | 4.5 | | yes into_a_course activity
    4.1 zip activity | mod_hvp | 4.5 | | without_parts missing mod_hvp into_a_course activity
    4.1 zip course | | 4.5 | | yes";

#[test]
fn a_moodle_restores_what_the_table_says() {
    let mut wrong = Vec::new();
    for line in CASES.lines() {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let [package, needed, on, plugins, expected] = columns[..] else { panic!("{line}") };
        let [made, container, kind] = package.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let tree = tree(made, kind, &needed.split_ascii_whitespace().collect::<Vec<_>>());
        let report = read(&if container == "zip" { zip(&tree) } else { tgz(&tree) });
        let said = words(&judge(&report, &target(on, (plugins != "?").then_some(plugins))));
        if said != expected {
            wrong.push(format!("{line}: {said}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(CASES.lines().count() >= 60);
}

#[test]
fn packages_of_other_kinds_are_told_by_what_they_are() {
    let one = |name: &str, contents: &str| read(&zip(&vec![file(name, contents)]));
    let said = |report: &Report, on: &str| words(&judge(report, &target(on, None)));
    let moodle1 = one("moodle.xml", &kinds::moodle1("", ""));
    assert_eq!(said(&moodle1, "2.1"), "yes converts");
    assert_eq!(said(&moodle1, "4.5"), "yes converts");
    assert_eq!(said(&moodle1, "2.0"), "no too_old 2.1");
    let cartridge = |version: &str| {
        let namespace = match version {
            "1.0" => "http://www.imsglobal.org/xsd/imscc/imscp_v1p1".to_owned(),
            _ => format!("http://www.imsglobal.org/xsd/imsccv1p{}/imscp_v1p1", &version[2..]),
        };
        one(
            "imsmanifest.xml",
            &format!(
                "{XML}<manifest xmlns=\"{namespace}\"><metadata><schema>IMS Common Cartridge</schema>\
                 <schemaversion>{version}.0</schemaversion></metadata></manifest>"
            ),
        )
    };
    assert_eq!(said(&cartridge("1.0"), "4.5"), "yes");
    assert_eq!(said(&cartridge("1.1"), "4.5"), "yes");
    assert_eq!(said(&cartridge("1.3"), "4.5"), "no cartridge 1.3");
    let h5p = zip(&vec![
        file("h5p.json", "{\"title\":\"Card\",\"mainLibrary\":\"H5P.Card\",\"language\":\"en\"}"),
        file("content/content.json", "{}"),
    ]);
    assert_eq!(said(&read(&h5p), "4.5"), "no not_a_course h5p");
    assert_eq!(said(&read(b"nothing"), "4.5"), "no refused not_a_package");
}

#[test]
fn what_is_needed_is_counted_and_empty_parts_of_plug_ins_are_not() {
    let mut tree = tree(
        "4.5",
        "course",
        &["mod_quiz", "mod_quiz", "mod_hvp", "qtype_stack", "qtype_stack", "theme_boost"],
    );
    tree.push(file(
        "activities/quiz_0/quiz.xml",
        "<activity><quiz id=\"1\"><preferredbehaviour>deferredfeedback</preferredbehaviour>\
         <subplugin_quizaccess_seb_quiz></subplugin_quizaccess_seb_quiz>\
         <subplugin_quizaccess_other_quiz><quizaccess_others></quizaccess_others></subplugin_quizaccess_other_quiz>\
         <subplugin_quizaccess_onesession_quiz><quizaccess_onesession><enabled>1</enabled></quizaccess_onesession>\
         </subplugin_quizaccess_onesession_quiz></quiz></activity>",
    ));
    tree.retain(|(name, _)| name != "activities/quiz_1/module.xml");
    tree.push(file(
        "activities/quiz_1/module.xml",
        "<module><availability>{\"op\":\"&amp;\",\"c\":[{\"type\":\"date\",\"d\":\"&gt;=\"},\
         {\"type\" : \"relativedate\"}]}</availability></module>",
    ));
    let report = read(&zip(&tree));
    let (standard, third_party) = (Origin::Standard, Origin::ThirdParty);
    let needed: Vec<(&str, u64, Origin)> =
        report.requirements.iter().map(|one| (one.component.as_str(), one.uses, one.origin)).collect();
    assert_eq!(
        needed,
        [
            ("availability_date", 1, standard),
            ("availability_relativedate", 1, third_party),
            ("format_topics", 1, standard),
            ("mod_hvp", 1, third_party),
            ("mod_quiz", 2, standard),
            ("qbehaviour_deferredfeedback", 1, standard),
            ("qtype_stack", 2, third_party),
            ("quizaccess_onesession", 1, third_party),
            ("theme_boost", 1, standard),
        ]
    );
    assert_eq!(report.backup.question_counts, [("stack".to_owned(), 2)].into());
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["requirements"][7]["origin"], "third_party");
    assert_eq!(json["requirements"][8]["since"], "3.2");
    assert_eq!(json["question_counts"]["stack"], 2);
}

#[test]
fn the_samples_need_what_was_seen_in_them() {
    let Some(folder) = samples::folder() else { return };
    let third_party = |name: &str| -> Vec<String> {
        let report = read(&std::fs::read(folder.join(name)).unwrap());
        let foreign = report.requirements.iter().filter(|needed| needed.origin == Origin::ThirdParty);
        foreign.map(|needed| needed.component.clone()).collect()
    };
    assert_eq!(third_party("moodle27-zip-gapfill.mbz"), ["qtype_gapfill"]);
    assert!(third_party("moodle33-tgz-117users-studentquiz.mbz").contains(&"mod_studentquiz".to_owned()));
    assert!(third_party("moodle41-tgz-stack-demo-77quizzes.mbz").contains(&"qtype_stack".to_owned()));
    assert_eq!(third_party("moodle52-tgz-minimal.mbz"), [] as [&str; 0]);
}

#[test]
fn each_reason_is_a_sentence() {
    let report = read(&zip(&tree("5.0", "activity", &["mod_qbank", "mod_hvp", "theme_moove", "local_mail"])));
    let judgement = judge(&report, &target("4.5", Some("")));
    assert_eq!(judgement.answer, Answer::CannotTell);
    let sentences: Vec<String> = judgement.reasons.iter().map(Reason::to_string).collect();
    let all = sentences.join("\n");
    assert!(sentences.iter().all(|sentence| sentence.ends_with('.')), "{all}");
    assert!(all.contains("course themes enabled") && all.contains("its data is not in the package"), "{all}");
    assert!(
        all.contains(
            "Without mod_qbank, which 1 of its parts need (it comes with Moodle 5.0 and later): these"
        ),
        "{all}"
    );
}
