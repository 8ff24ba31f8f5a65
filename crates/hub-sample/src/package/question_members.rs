//! `questions.xml` in the form before Moodle 4.0, which 3.3 writes and every later version still restores.
//!
//! Each quiz has its own category in its module's context: the one place that means the same before and after
//! Moodle 5.0, which moved all question banks into modules.

use super::plan::{Plan, PlannedActivity, sha1_hex};
use super::xml::Xml;
use crate::course::{Answer, Question, QuestionKind};

/// Moodle's context level of an activity.
const MODULE_LEVEL: &str = "70";

/// The member's bytes.
pub(super) fn write(plan: &Plan<'_>) -> Vec<u8> {
    let mut xml = Xml::new("question_categories", &[]);
    for (planned, quiz) in plan.question_categories() {
        xml.open("question_category", &[("id", planned.question_category_id())]);
        xml.text("name", format!("Default for {}", quiz.name));
        xml.number("contextid", planned.context_id);
        xml.text("contextlevel", MODULE_LEVEL);
        xml.number("contextinstanceid", planned.id);
        xml.text("info", "");
        xml.text("infoformat", "0");
        xml.text("stamp", stamp(plan, "category", planned.id));
        xml.fields(&[("parent", "0"), ("sortorder", "999")]);
        xml.open("questions", &[]);
        for (slot, question) in (1..).zip(&quiz.questions) {
            write_question(&mut xml, plan, planned, slot, question);
        }
        xml.close();
        xml.close();
    }
    xml.finish()
}

/// Moodle's unique marks: host, time, six letters. Unique per course and object, always the same.
fn stamp(plan: &Plan<'_>, what: &str, id: i64) -> String {
    let seed = format!("{what} {id} {} {}", plan.origin.wwwroot, plan.course.short_name);
    let host = plan.origin.wwwroot.split("://").nth(1).unwrap_or("localhost");
    format!("{host}+171120100000+{}", &sha1_hex(seed.as_bytes())[..6])
}

fn write_question(
    xml: &mut Xml,
    plan: &Plan<'_>,
    planned: &PlannedActivity<'_>,
    slot: i64,
    question: &Question,
) {
    let id = planned.question_id(slot);
    xml.open("question", &[("id", id)]);
    xml.text("parent", "0");
    xml.text("name", question.bank_name());
    xml.text("questiontext", &question.text_html);
    xml.text("questiontextformat", "1");
    xml.text("generalfeedback", &question.feedback_html);
    xml.text("generalfeedbackformat", "1");
    xml.text("defaultmark", "1.0000000");
    xml.text(
        "penalty",
        match question.kind {
            QuestionKind::TrueFalse { .. } => "1.0000000",
            QuestionKind::Essay => "0.0000000",
            _ => "0.3333333",
        },
    );
    xml.text("qtype", question.type_name());
    xml.text("length", "1");
    xml.text("stamp", stamp(plan, "question", id));
    xml.text("version", stamp(plan, "question version", id));
    xml.text("hidden", "0");
    xml.number("timecreated", plan.origin.course_started_at());
    xml.number("timemodified", plan.origin.backed_up_at);
    // User 2 is a Moodle's first administrator; no user is in the package.
    xml.fields(&[("createdby", "2"), ("modifiedby", "2")]);
    match &question.kind {
        QuestionKind::MultipleChoice { answers } => multiple_choice(xml, id, answers),
        QuestionKind::TrueFalse { is_true } => true_false(xml, id, *is_true),
        QuestionKind::ShortAnswer { accepted } => {
            xml.open("plugin_qtype_shortanswer_question", &[]);
            let rows: Vec<_> = accepted.iter().map(|text| (text.as_str(), "0", 1.0, "")).collect();
            answers(xml, id, &rows);
            xml.open("shortanswer", &[("id", id)]);
            xml.text("usecase", "0");
            xml.close();
            xml.close();
        }
        QuestionKind::Numerical { value, tolerance } => numerical(xml, id, *value, *tolerance),
        QuestionKind::Matching { pairs } => matching(xml, id, pairs),
        QuestionKind::Essay => essay(xml, id),
    }
    xml.empty(&["question_hints", "tags"]);
    xml.close();
}

/// The id of an answer or a pair: `number` counts from 1 inside the question.
fn part_id(question_id: i64, number: i64) -> i64 {
    question_id * 100 + number
}

/// The list of answers: text, its format, share of the mark, feedback.
fn answers(xml: &mut Xml, question_id: i64, rows: &[(&str, &str, f64, &str)]) {
    xml.open("answers", &[]);
    for (number, (text, format, fraction, feedback)) in (1..).zip(rows) {
        xml.open("answer", &[("id", part_id(question_id, number))]);
        xml.fields(&[("answertext", text), ("answerformat", format)]);
        xml.text("fraction", format!("{fraction:.7}"));
        xml.fields(&[("feedback", feedback), ("feedbackformat", "1")]);
        xml.close();
    }
    xml.close();
}

/// What a question shows when it is right, partly right or wrong.
fn combined_feedback(xml: &mut Xml) {
    xml.fields(&[
        ("correctfeedback", ""),
        ("correctfeedbackformat", "1"),
        ("partiallycorrectfeedback", ""),
        ("partiallycorrectfeedbackformat", "1"),
        ("incorrectfeedback", ""),
        ("incorrectfeedbackformat", "1"),
    ]);
}

#[expect(clippy::cast_precision_loss, reason = "a question has a handful of answers")]
fn multiple_choice(xml: &mut Xml, id: i64, choices: &[Answer]) {
    let right = choices.iter().filter(|answer| answer.is_right).count();
    // With several right answers a wrong tick costs what a right one brings.
    let share = 1.0 / right.max(1) as f64;
    let wrong = if right > 1 { -share } else { 0.0 };
    let rows: Vec<_> = choices
        .iter()
        .map(|answer| {
            let fraction = if answer.is_right { share } else { wrong };
            (answer.text_html.as_str(), "1", fraction, answer.feedback_html.as_str())
        })
        .collect();
    xml.open("plugin_qtype_multichoice_question", &[]);
    answers(xml, id, &rows);
    xml.open("multichoice", &[("id", id)]);
    xml.text("layout", "0");
    xml.text("single", if right > 1 { "0" } else { "1" });
    xml.text("shuffleanswers", "1");
    combined_feedback(xml);
    xml.fields(&[("answernumbering", "abc"), ("shownumcorrect", "1")]);
    xml.close();
    xml.close();
}

fn true_false(xml: &mut Xml, id: i64, is_true: bool) {
    let (truth, falsehood) = if is_true { (1.0, 0.0) } else { (0.0, 1.0) };
    xml.open("plugin_qtype_truefalse_question", &[]);
    answers(xml, id, &[("True", "0", truth, ""), ("False", "0", falsehood, "")]);
    xml.open("truefalse", &[("id", id)]);
    xml.number("trueanswer", part_id(id, 1));
    xml.number("falseanswer", part_id(id, 2));
    xml.close();
    xml.close();
}

fn numerical(xml: &mut Xml, id: i64, value: f64, tolerance: f64) {
    xml.open("plugin_qtype_numerical_question", &[]);
    answers(xml, id, &[(&value.to_string(), "0", 1.0, "")]);
    xml.empty(&["numerical_units"]);
    xml.open("numerical_options", &[]);
    xml.open("numerical_option", &[("id", id)]);
    xml.fields(&[
        ("instructions", ""),
        ("instructionsformat", "0"),
        ("showunits", "3"),
        ("unitsleft", "0"),
        ("unitgradingtype", "0"),
        ("unitpenalty", "0.1000000"),
    ]);
    xml.close();
    xml.close();
    xml.open("numerical_records", &[]);
    xml.open("numerical_record", &[("id", id)]);
    xml.number("answer", part_id(id, 1));
    xml.text("tolerance", tolerance.to_string());
    xml.close();
    xml.close();
    xml.close();
}

fn matching(xml: &mut Xml, id: i64, pairs: &[(String, String)]) {
    xml.open("plugin_qtype_match_question", &[]);
    xml.open("matchoptions", &[("id", id)]);
    xml.text("shuffleanswers", "1");
    combined_feedback(xml);
    xml.text("shownumcorrect", "1");
    xml.close();
    xml.open("matches", &[]);
    for (number, (question, answer)) in (1..).zip(pairs) {
        xml.open("match", &[("id", part_id(id, number))]);
        xml.fields(&[("questiontext", question), ("questiontextformat", "1"), ("answertext", answer)]);
        xml.close();
    }
    xml.close();
    xml.close();
}

fn essay(xml: &mut Xml, id: i64) {
    xml.open("plugin_qtype_essay_question", &[]);
    xml.open("essay", &[("id", id)]);
    xml.fields(&[
        ("responseformat", "editor"),
        ("responserequired", "1"),
        ("responsefieldlines", "15"),
        ("attachments", "0"),
        ("attachmentsrequired", "0"),
        ("graderinfo", ""),
        ("graderinfoformat", "1"),
        ("responsetemplate", ""),
        ("responsetemplateformat", "1"),
    ]);
    xml.close();
    xml.close();
}
