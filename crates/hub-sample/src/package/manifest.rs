//! `moodle_backup.xml`: what the package says about itself (mbz notes, section 3).

use md5::{Digest, Md5};

use super::plan::Plan;
use super::xml::Xml;
use super::{BACKUP_RELEASE, BACKUP_VERSION, MOODLE_RELEASE, MOODLE_VERSION, file_name};

/// Root settings of Moodle 3.3 in its order; a published package has nothing of users.
const ROOT_SETTINGS: [(&str, &str); 16] = [
    ("imscc11", "0"),
    ("users", "0"),
    ("anonymize", "0"),
    ("role_assignments", "0"),
    ("activities", "1"),
    ("blocks", "1"),
    ("filters", "1"),
    ("comments", "0"),
    ("badges", "1"),
    ("calendarevents", "1"),
    ("userscompletion", "0"),
    ("logs", "0"),
    ("grade_histories", "0"),
    ("questionbank", "1"),
    ("groups", "1"),
    ("competencies", "1"),
];

/// The member's bytes.
pub(super) fn write(plan: &Plan<'_>) -> Vec<u8> {
    let mut xml = Xml::new("moodle_backup", &[]);
    xml.open("information", &[]);
    information(&mut xml, plan);
    contents(&mut xml, plan);
    settings(&mut xml, plan);
    xml.finish()
}

fn information(xml: &mut Xml, plan: &Plan<'_>) {
    let (course, origin) = (plan.course, plan.origin);
    xml.text("name", file_name(course, origin));
    xml.text("moodle_version", MOODLE_VERSION);
    xml.text("moodle_release", MOODLE_RELEASE);
    xml.text("backup_version", BACKUP_VERSION);
    xml.text("backup_release", BACKUP_RELEASE);
    xml.number("backup_date", origin.backed_up_at);
    xml.fields(&[
        ("mnet_remoteusers", "0"),
        ("include_files", "1"),
        ("include_file_references_to_external_content", "0"),
    ]);
    xml.text("original_wwwroot", &origin.wwwroot);
    xml.text("original_site_identifier_hash", hex::encode(Md5::digest(&origin.site_identifier)));
    xml.number("original_course_id", origin.course_id);
    xml.text("original_course_format", "topics");
    xml.text("original_course_fullname", &course.full_name);
    xml.text("original_course_shortname", &course.short_name);
    xml.number("original_course_startdate", origin.course_started_at());
    xml.number("original_course_enddate", 0);
    xml.number("original_course_contextid", plan.context_id);
    xml.number("original_system_contextid", 1);
    let backup_id = hex::encode(Md5::digest(format!("{} {}", origin.wwwroot, file_name(course, origin))));
    xml.open("details", &[]);
    xml.open_with("detail", &[("backup_id", &backup_id)]);
    xml.fields(&[
        ("type", "course"),
        ("format", "moodle2"),
        ("interactive", "1"),
        ("mode", "10"),
        ("execution", "1"),
        ("executiontime", "0"),
    ]);
    xml.close();
    xml.close();
}

fn contents(xml: &mut Xml, plan: &Plan<'_>) {
    xml.open("contents", &[]);
    // Without activities Moodle leaves the list out (mbz notes, section 3).
    if plan.activities().next().is_some() {
        xml.open("activities", &[]);
        for planned in plan.activities() {
            xml.open("activity", &[]);
            xml.number("moduleid", planned.id);
            xml.number("sectionid", planned.section_id);
            xml.text("modulename", planned.activity.module());
            xml.text("title", planned.activity.name());
            xml.text("directory", planned.directory());
            xml.close();
        }
        xml.close();
    }
    if !plan.sections.is_empty() {
        xml.open("sections", &[]);
        for section in &plan.sections {
            xml.open("section", &[]);
            xml.number("sectionid", section.id);
            if section.section.name.is_empty() {
                xml.number("title", section.number);
            } else {
                xml.text("title", &section.section.name);
            }
            xml.text("directory", format!("sections/section_{}", section.id));
            xml.close();
        }
        xml.close();
    }
    xml.open("course", &[]);
    xml.number("courseid", plan.origin.course_id);
    xml.text("title", &plan.course.short_name);
    xml.text("directory", "course");
    xml.close();
    xml.close();
}

fn settings(xml: &mut Xml, plan: &Plan<'_>) {
    xml.open("settings", &[]);
    let file_name = file_name(plan.course, plan.origin);
    for (name, value) in std::iter::once(("filename", file_name.as_str())).chain(ROOT_SETTINGS) {
        xml.open("setting", &[]);
        xml.fields(&[("level", "root"), ("name", name), ("value", value)]);
        xml.close();
    }
    for section in &plan.sections {
        two_settings(xml, "section", &format!("section_{}", section.id));
        for planned in &section.activities {
            two_settings(xml, "activity", &planned.key());
        }
    }
    xml.close();
}

/// What a section or an activity has: it is in, its users' data is not.
fn two_settings(xml: &mut Xml, level: &'static str, key: &str) {
    for (what, value) in [("included", "1"), ("userinfo", "0")] {
        xml.open("setting", &[]);
        xml.fields(&[("level", level), (level, key), ("name", &format!("{key}_{what}")), ("value", value)]);
        xml.close();
    }
}
