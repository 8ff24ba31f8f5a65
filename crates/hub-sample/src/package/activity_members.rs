//! The members of one activity: `activities/<module>_<id>/`.

use std::fmt::Write;

use super::course_members::{
    ASSIGNMENT_GRADE, GradeItem, QUIZ_GRADE, filters, grade_item, inforef, reference, roles, total_grade,
    wrappers,
};
use super::plan::{Plan, PlannedActivity};
use super::xml::{NULL, Xml};
use super::{MODULE_VERSION, Member};
use crate::course::{Activity, Book, Page, Quiz};

/// Every member of one activity.
pub(super) fn write(plan: &Plan<'_>, planned: &PlannedActivity<'_>) -> Vec<Member> {
    let directory = planned.directory();
    let module = planned.activity.module();
    let mut members = vec![
        Member::new(format!("{directory}/module.xml"), module_member(plan, planned)),
        Member::new(format!("{directory}/{module}.xml"), instance(plan, planned)),
        Member::new(format!("{directory}/grades.xml"), grades(plan, planned)),
        Member::new(format!("{directory}/inforef.xml"), references(planned)),
        Member::new(format!("{directory}/roles.xml"), roles()),
        Member::new(format!("{directory}/filters.xml"), filters()),
        Member::new(format!("{directory}/calendar.xml"), wrappers("events", &[])),
        Member::new(
            format!("{directory}/competencies.xml"),
            wrappers("course_module_competencies", &["competencies"]),
        ),
        Member::new(format!("{directory}/grade_history.xml"), wrappers("grade_history", &["grade_grades"])),
    ];
    if matches!(planned.activity, Activity::Assignment { .. }) {
        members.push(Member::new(format!("{directory}/grading.xml"), wrappers("areas", &[])));
    }
    members
}

fn module_member(plan: &Plan<'_>, planned: &PlannedActivity<'_>) -> Vec<u8> {
    let mut xml = Xml::new("module", &[("id", planned.id), ("version", MODULE_VERSION)]);
    xml.text("modulename", planned.activity.module());
    xml.number("sectionid", planned.section_id);
    xml.number("sectionnumber", planned.section_number);
    xml.text("idnumber", "");
    xml.number("added", plan.origin.course_started_at());
    xml.fields(&[
        ("score", "0"),
        ("indent", "0"),
        ("visible", "1"),
        ("visibleoncoursepage", "1"),
        ("visibleold", "1"),
        ("groupmode", "0"),
        ("groupingid", "0"),
        ("completion", "0"),
        ("completiongradeitemnumber", NULL),
        ("completionview", "0"),
        ("completionexpected", "0"),
        ("availability", NULL),
        ("showdescription", "0"),
    ]);
    xml.empty(&["tags"]);
    xml.finish()
}

/// The grade item of a graded activity. A quiz without questions is worth nothing but keeps its item, as in Moodle.
fn grades(plan: &Plan<'_>, planned: &PlannedActivity<'_>) -> Vec<u8> {
    let mut xml = Xml::new("activity_gradebook", &[]);
    xml.open("grade_items", &[]);
    if let Some((id, sort_order)) = planned.grade_item {
        let max = match planned.activity {
            Activity::Quiz(_) => 10.0,
            _ => 100.0,
        };
        grade_item(
            &mut xml,
            plan,
            &GradeItem {
                id,
                category: plan.grade_category_id.to_string(),
                name: &planned.activity.name(),
                kind: "mod",
                module: planned.activity.module(),
                instance: planned.id,
                number: "0",
                id_number: "",
                max,
                weight: max / total_grade(plan),
                sort_order,
            },
        );
    }
    xml.close();
    xml.empty(&["grade_letters"]);
    xml.finish()
}

fn references(planned: &PlannedActivity<'_>) -> Vec<u8> {
    inforef(&planned.file_ids, |xml| {
        if let Some((id, _)) = planned.grade_item {
            reference(xml, "grade_itemref", "grade_item", id);
        }
        if let Activity::Quiz(quiz) = planned.activity
            && !quiz.questions.is_empty()
        {
            reference(xml, "question_categoryref", "question_category", planned.question_category_id());
        }
    })
}

/// `<module>.xml`: the activity itself.
fn instance(plan: &Plan<'_>, planned: &PlannedActivity<'_>) -> Vec<u8> {
    let module = planned.activity.module();
    let mut xml = Xml::nameless();
    xml.open_with(
        "activity",
        &[
            ("id", &planned.id.to_string()),
            ("moduleid", &planned.id.to_string()),
            ("modulename", module),
            ("contextid", &planned.context_id.to_string()),
        ],
    );
    xml.open(module, &[("id", planned.id)]);
    let changed = plan.origin.backed_up_at;
    match planned.activity {
        Activity::Page(page) => self::page(&mut xml, page, changed),
        Activity::Label { html } => {
            described(&mut xml, &planned.activity.name(), html);
            xml.number("timemodified", changed);
        }
        Activity::Url { name, url, intro } => {
            described(&mut xml, name, intro);
            xml.text("externalurl", url);
            xml.fields(&[
                ("display", "0"),
                ("displayoptions", "a:1:{s:10:\"printintro\";i:1;}"),
                ("parameters", "a:0:{}"),
            ]);
            xml.number("timemodified", changed);
        }
        Activity::Forum { name, intro, kind } => forum(&mut xml, kind.code(), name, intro, changed),
        Activity::Quiz(quiz) => self::quiz(&mut xml, planned, quiz, changed),
        Activity::Assignment { name, intro } => assignment(&mut xml, planned.id, name, intro, changed),
        Activity::Book(book) => self::book(&mut xml, planned.id, book, changed),
        Activity::Glossary { name, intro, entries } => glossary(&mut xml, name, intro, entries, changed),
        Activity::Choice { name, question, options } => {
            choice(&mut xml, planned.id, name, question, options, changed);
        }
        Activity::File { name, intro, .. } => {
            described(&mut xml, name, intro);
            xml.fields(&[
                ("tobemigrated", "0"),
                ("legacyfiles", "0"),
                ("legacyfileslast", NULL),
                ("display", "0"),
                ("displayoptions", "a:1:{s:10:\"printintro\";i:1;}"),
                ("filterfiles", "0"),
                ("revision", "1"),
            ]);
            xml.number("timemodified", changed);
        }
        Activity::Folder { name, intro, .. } => {
            described(&mut xml, name, intro);
            xml.text("revision", "1");
            xml.number("timemodified", changed);
            xml.fields(&[("display", "0"), ("showexpanded", "1")]);
        }
    }
    xml.finish()
}

/// The three fields every activity begins with (a forum has its type before them).
fn described(xml: &mut Xml, name: &str, intro: &str) {
    xml.fields(&[("name", name), ("intro", intro), ("introformat", "1")]);
}

fn page(xml: &mut Xml, page: &Page, changed: i64) {
    described(xml, &page.name, &page.intro);
    xml.text("content", &page.content_html);
    xml.fields(&[
        ("contentformat", "1"),
        ("legacyfiles", "0"),
        ("legacyfileslast", NULL),
        ("display", "5"),
        ("displayoptions", "a:2:{s:12:\"printheading\";s:1:\"1\";s:10:\"printintro\";s:1:\"0\";}"),
        ("revision", "1"),
    ]);
    xml.number("timemodified", changed);
}

fn forum(xml: &mut Xml, kind: &str, name: &str, intro: &str, changed: i64) {
    xml.text("type", kind);
    described(xml, name, intro);
    xml.fields(&[
        ("assessed", "0"),
        ("assesstimestart", "0"),
        ("assesstimefinish", "0"),
        ("scale", "0"),
        ("maxbytes", "512000"),
        ("maxattachments", "9"),
        ("forcesubscribe", if kind == "news" { "1" } else { "0" }),
        ("trackingtype", "1"),
        ("rsstype", "0"),
        ("rssarticles", "0"),
    ]);
    xml.number("timemodified", changed);
    xml.fields(&[
        ("warnafter", "0"),
        ("blockafter", "0"),
        ("blockperiod", "0"),
        ("completiondiscussions", "0"),
        ("completionreplies", "0"),
        ("completionposts", "0"),
        ("displaywordcount", "0"),
        ("lockdiscussionafter", "0"),
    ]);
    xml.empty(&["discussions", "subscriptions", "digests", "readposts", "trackedprefs"]);
}

fn quiz(xml: &mut Xml, planned: &PlannedActivity<'_>, quiz: &Quiz, changed: i64) {
    described(xml, &quiz.name, &quiz.intro);
    // The review options are what a new quiz of Moodle 3.3 has: everything after the attempt.
    xml.fields(&[
        ("timeopen", "0"),
        ("timeclose", "0"),
        ("timelimit", "0"),
        ("overduehandling", "autosubmit"),
        ("graceperiod", "0"),
        ("preferredbehaviour", "deferredfeedback"),
        ("canredoquestions", "0"),
        ("attempts_number", "0"),
        ("attemptonlast", "0"),
        ("grademethod", "1"),
        ("decimalpoints", "2"),
        ("questiondecimalpoints", "-1"),
        ("reviewattempt", "69904"),
        ("reviewcorrectness", "4368"),
        ("reviewmarks", "4368"),
        ("reviewspecificfeedback", "4368"),
        ("reviewgeneralfeedback", "4368"),
        ("reviewrightanswer", "4368"),
        ("reviewoverallfeedback", "4368"),
        ("questionsperpage", "1"),
        ("navmethod", "free"),
        ("shuffleanswers", "1"),
    ]);
    xml.text("sumgrades", format!("{}.00000", quiz.questions.len()));
    xml.text("grade", format!("{QUIZ_GRADE}.00000"));
    xml.text("timecreated", "0");
    xml.number("timemodified", changed);
    xml.fields(&[
        ("password", ""),
        ("subnet", ""),
        ("browsersecurity", "-"),
        ("delay1", "0"),
        ("delay2", "0"),
        ("showuserpicture", "0"),
        ("showblocks", "0"),
        ("completionattemptsexhausted", "0"),
        ("completionpass", "0"),
        ("allowofflineattempts", "0"),
    ]);
    xml.open("question_instances", &[]);
    for slot in (1..).take(quiz.questions.len()) {
        xml.open("question_instance", &[("id", planned.question_id(slot))]);
        xml.number("slot", slot);
        xml.number("page", slot);
        xml.text("requireprevious", "0");
        xml.number("questionid", planned.question_id(slot));
        xml.text("maxmark", "1.0000000");
        xml.close();
    }
    xml.close();
    xml.open("sections", &[]);
    xml.open("section", &[("id", planned.id)]);
    xml.fields(&[("firstslot", "1"), ("heading", ""), ("shufflequestions", "0")]);
    xml.close();
    xml.close();
    xml.open("feedbacks", &[]);
    xml.open("feedback", &[("id", planned.id)]);
    xml.fields(&[("feedbacktext", ""), ("feedbacktextformat", "1"), ("mingrade", "0.00000")]);
    xml.text("maxgrade", format!("{}.00000", QUIZ_GRADE + 1));
    xml.close();
    xml.close();
    xml.empty(&["overrides", "grades", "attempts"]);
}

/// How work is handed in and commented: plug-in, its kind, setting, value.
const ASSIGNMENT_PLUGINS: [(&str, &str, &str, &str); 9] = [
    ("onlinetext", "assignsubmission", "enabled", "1"),
    ("onlinetext", "assignsubmission", "wordlimit", "0"),
    ("onlinetext", "assignsubmission", "wordlimitenabled", "0"),
    ("file", "assignsubmission", "enabled", "1"),
    ("file", "assignsubmission", "maxfilesubmissions", "5"),
    ("file", "assignsubmission", "maxsubmissionsizebytes", "0"),
    ("comments", "assignsubmission", "enabled", "1"),
    ("comments", "assignfeedback", "enabled", "1"),
    ("comments", "assignfeedback", "commentinline", "0"),
];

fn assignment(xml: &mut Xml, id: i64, name: &str, intro: &str, changed: i64) {
    described(xml, name, intro);
    xml.fields(&[
        ("alwaysshowdescription", "1"),
        ("submissiondrafts", "0"),
        ("sendnotifications", "0"),
        ("sendlatenotifications", "0"),
        ("sendstudentnotifications", "1"),
        ("duedate", "0"),
        ("cutoffdate", "0"),
        ("gradingduedate", "0"),
        ("allowsubmissionsfromdate", "0"),
    ]);
    xml.number("grade", ASSIGNMENT_GRADE);
    xml.number("timemodified", changed);
    xml.fields(&[
        ("completionsubmit", "0"),
        ("requiresubmissionstatement", "0"),
        ("teamsubmission", "0"),
        ("requireallteammemberssubmit", "0"),
        ("teamsubmissiongroupingid", "0"),
        ("blindmarking", "0"),
        ("revealidentities", "0"),
        ("attemptreopenmethod", "none"),
        ("maxattempts", "-1"),
        ("markingworkflow", "0"),
        ("markingallocation", "0"),
        ("preventsubmissionnotingroup", "0"),
    ]);
    xml.empty(&["userflags", "submissions", "grades"]);
    xml.open("plugin_configs", &[]);
    for (number, (plugin, subtype, setting, value)) in (1..).zip(ASSIGNMENT_PLUGINS) {
        xml.open("plugin_config", &[("id", id * 100 + number)]);
        xml.fields(&[("plugin", plugin), ("subtype", subtype), ("name", setting), ("value", value)]);
        xml.close();
    }
    xml.close();
    xml.empty(&["overrides"]);
}

fn book(xml: &mut Xml, id: i64, book: &Book, changed: i64) {
    described(xml, &book.name, &book.intro);
    xml.fields(&[("numbering", "1"), ("navstyle", "1"), ("customtitles", "0")]);
    xml.number("timecreated", changed);
    xml.number("timemodified", changed);
    xml.open("chapters", &[]);
    for (number, chapter) in (1..).zip(&book.chapters) {
        xml.open("chapter", &[("id", id * 1000 + number)]);
        xml.number("pagenum", number);
        // Moodle refuses a book whose first chapter is a subchapter.
        xml.text("subchapter", if chapter.is_subchapter && number > 1 { "1" } else { "0" });
        xml.text("title", &chapter.title);
        xml.text("content", &chapter.content_html);
        xml.fields(&[("contentformat", "1"), ("hidden", "0")]);
        xml.number("timemcreated", changed); // Moodle's own spelling
        xml.number("timemodified", changed);
        xml.text("importsrc", "");
        xml.close();
    }
    xml.close();
}

fn glossary(xml: &mut Xml, name: &str, intro: &str, entries: &[(String, String)], changed: i64) {
    let plain = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut list = String::new();
    for (word, meaning) in entries {
        let _ = write!(list, "<dt>{}</dt><dd>{}</dd>", plain(word), plain(meaning));
    }
    let intro = if list.is_empty() { intro.to_owned() } else { format!("{intro}\n<dl>{list}</dl>") };
    described(xml, name, &intro);
    xml.fields(&[
        ("allowduplicatedentries", "0"),
        ("displayformat", "dictionary"),
        ("mainglossary", "0"),
        ("showspecial", "1"),
        ("showalphabet", "1"),
        ("showall", "1"),
        ("allowcomments", "0"),
        ("allowprintview", "1"),
        ("usedynalink", "0"),
        ("defaultapproval", "1"),
        ("globalglossary", "0"),
        ("entbypage", "10"),
        ("editalways", "0"),
        ("rsstype", "0"),
        ("rssarticles", "0"),
        ("assessed", "0"),
        ("assesstimestart", "0"),
        ("assesstimefinish", "0"),
        ("scale", "0"),
    ]);
    xml.number("timecreated", changed);
    xml.number("timemodified", changed);
    xml.text("completionentries", "0");
    xml.empty(&["entries", "categories"]);
}

fn choice(xml: &mut Xml, id: i64, name: &str, question: &str, options: &[String], changed: i64) {
    described(xml, name, question);
    xml.fields(&[
        ("publish", "0"),
        ("showresults", "1"),
        ("display", "0"),
        ("allowupdate", "1"),
        ("allowmultiple", "0"),
        ("showunanswered", "0"),
        ("includeinactive", "0"),
        ("limitanswers", "0"),
        ("timeopen", "0"),
        ("timeclose", "0"),
        ("showpreview", "0"),
    ]);
    xml.number("timemodified", changed);
    xml.text("completionsubmit", "0");
    xml.open("options", &[]);
    for (number, option) in (1..).zip(options) {
        xml.open("option", &[("id", id * 100 + number)]);
        xml.text("text", option);
        xml.text("maxanswers", "0");
        xml.number("timemodified", changed);
        xml.close();
    }
    xml.close();
    xml.empty(&["answers"]);
}
