//! The members that belong to the course as a whole: `course/`, `sections/`, and the lists at the root.

use super::Member;
use super::plan::Plan;
use super::xml::{NULL, Xml};

/// The student role of a standard Moodle, which enrolment methods refer to.
const STUDENT_ROLE: i64 = 5;
/// Highest grade of a graded quiz and of an assignment in an example course.
pub(super) const QUIZ_GRADE: i64 = 10;
pub(super) const ASSIGNMENT_GRADE: i64 = 100;

/// Every member that does not belong to one activity, except the manifest and the files' contents.
pub(super) fn write(plan: &Plan<'_>) -> Vec<Member> {
    let mut members = vec![
        Member::new("course/course.xml", course(plan)),
        Member::new("course/enrolments.xml", enrolments(plan)),
        Member::new(
            "course/inforef.xml",
            inforef(&plan.course_file_ids, |xml| {
                reference(xml, "roleref", "role", STUDENT_ROLE);
            }),
        ),
        Member::new("course/roles.xml", roles()),
        Member::new("course/filters.xml", filters()),
        Member::new("course/calendar.xml", wrappers("events", &[])),
        Member::new("course/completiondefaults.xml", wrappers("course_completion_defaults", &[])),
        Member::new(
            "course/competencies.xml",
            wrappers("course_competencies", &["competencies", "user_competencies"]),
        ),
        Member::new("badges.xml", wrappers("badges", &[])),
        Member::new("completion.xml", wrappers("course_completion", &[])),
        Member::new("grade_history.xml", wrappers("grade_history", &["grade_grades"])),
        Member::new("groups.xml", wrappers("groups", &["groupings"])),
        Member::new("outcomes.xml", wrappers("outcomes_definition", &[])),
        Member::new("scales.xml", wrappers("scales_definition", &[])),
        Member::new("moodle_backup.log", Vec::new()),
        Member::new("roles.xml", roles_definition()),
        Member::new("gradebook.xml", gradebook(plan)),
        Member::new("files.xml", files(plan)),
    ];
    for section in &plan.sections {
        let directory = format!("sections/section_{}", section.id);
        members.push(Member::new(format!("{directory}/section.xml"), section_member(plan, section)));
        members.push(Member::new(format!("{directory}/inforef.xml"), inforef(&[], |_| {})));
    }
    members
}

/// A document of one root with empty wrappers inside.
pub(super) fn wrappers(root: &'static str, names: &[&'static str]) -> Vec<u8> {
    let mut xml = Xml::new(root, &[]);
    xml.empty(names);
    xml.finish()
}

/// `roles.xml` of a course or an activity: nothing overridden, nobody assigned.
pub(super) fn roles() -> Vec<u8> {
    wrappers("roles", &["role_overrides", "role_assignments"])
}

/// `filters.xml` of a course or an activity: as the site has them.
pub(super) fn filters() -> Vec<u8> {
    wrappers("filters", &["filter_actives", "filter_configs"])
}

/// `inforef.xml`: what else of the package this part needs. Moodle restores a file only if it stands here.
pub(super) fn inforef(file_ids: &[i64], more: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::new("inforef", &[]);
    if !file_ids.is_empty() {
        xml.open("fileref", &[]);
        for id in file_ids {
            xml.open("file", &[]);
            xml.number("id", *id);
            xml.close();
        }
        xml.close();
    }
    more(&mut xml);
    xml.finish()
}

/// One reference inside an `inforef.xml`.
pub(super) fn reference(xml: &mut Xml, list: &'static str, item: &'static str, id: i64) {
    xml.open(list, &[]);
    xml.open(item, &[]);
    xml.number("id", id);
    xml.close();
    xml.close();
}

fn course(plan: &Plan<'_>) -> Vec<u8> {
    let (course, origin) = (plan.course, plan.origin);
    let mut xml = Xml::new("course", &[("id", origin.course_id), ("contextid", plan.context_id)]);
    xml.text("shortname", &course.short_name);
    xml.text("fullname", &course.full_name);
    xml.text("idnumber", "");
    xml.text("summary", &course.summary_html);
    xml.fields(&[("summaryformat", "1"), ("format", "topics"), ("showgrades", "1"), ("newsitems", "5")]);
    xml.number("startdate", origin.course_started_at());
    xml.fields(&[
        ("enddate", "0"),
        ("marker", "0"),
        ("maxbytes", "0"),
        ("legacyfiles", "0"),
        ("showreports", "0"),
        ("visible", "1"),
        ("groupmode", "0"),
        ("groupmodeforce", "0"),
        ("defaultgroupingid", "0"),
    ]);
    xml.text("lang", &course.language);
    xml.text("theme", "");
    xml.number("timecreated", origin.course_started_at());
    xml.number("timemodified", origin.backed_up_at);
    xml.fields(&[
        ("requested", "0"),
        ("enablecompletion", "0"),
        ("completionnotify", "0"),
        ("hiddensections", "0"),
        ("coursedisplay", "0"),
    ]);
    xml.open("category", &[("id", 1)]);
    xml.text("name", "Miscellaneous");
    xml.nulls(&["description"]);
    xml.close();
    xml.open("tags", &[]);
    for (id, tag) in (1..).zip(&course.tags) {
        xml.open("tag", &[("id", id)]);
        xml.text("name", tag.to_lowercase());
        xml.text("rawname", tag);
        xml.close();
    }
    xml.finish()
}

/// The enrolment methods of a new course: manual, and guest switched off without a key.
fn enrolments(plan: &Plan<'_>) -> Vec<u8> {
    let methods = [("manual", "0", "86400", STUDENT_ROLE, NULL), ("guest", "1", "0", 0, "")];
    let mut xml = Xml::new("enrolments", &[]);
    xml.open("enrols", &[]);
    for (id, (method, status, threshold, role, password)) in (1..).zip(methods) {
        xml.open("enrol", &[("id", id)]);
        xml.fields(&[
            ("enrol", method),
            ("status", status),
            ("name", NULL),
            ("enrolperiod", "0"),
            ("enrolstartdate", "0"),
            ("enrolenddate", "0"),
            ("expirynotify", "0"),
            ("expirythreshold", threshold),
            ("notifyall", "0"),
            ("password", password),
        ]);
        xml.nulls(&["cost", "currency"]);
        xml.number("roleid", role);
        xml.nulls(&[
            "customint1",
            "customint2",
            "customint3",
            "customint4",
            "customint5",
            "customint6",
            "customint7",
            "customint8",
            "customchar1",
            "customchar2",
            "customchar3",
            "customdec1",
            "customdec2",
            "customtext1",
            "customtext2",
            "customtext3",
            "customtext4",
        ]);
        xml.number("timecreated", plan.origin.course_started_at());
        xml.number("timemodified", plan.origin.course_started_at());
        xml.empty(&["user_enrolments"]);
        xml.close();
    }
    xml.finish()
}

fn roles_definition() -> Vec<u8> {
    let mut xml = Xml::new("roles_definition", &[]);
    xml.open("role", &[("id", STUDENT_ROLE)]);
    xml.fields(&[
        ("name", ""),
        ("shortname", "student"),
        ("nameincourse", NULL),
        ("description", ""),
        ("sortorder", "5"),
        ("archetype", "student"),
    ]);
    xml.finish()
}

fn section_member(plan: &Plan<'_>, planned: &super::plan::PlannedSection<'_>) -> Vec<u8> {
    let mut xml = Xml::new("section", &[("id", planned.id)]);
    xml.number("number", planned.number);
    xml.text("name", if planned.section.name.is_empty() { NULL } else { &planned.section.name });
    xml.text("summary", &planned.section.summary_html);
    xml.text("summaryformat", "1");
    let sequence: Vec<_> = planned.activities.iter().map(|activity| activity.id.to_string()).collect();
    xml.text("sequence", sequence.join(","));
    xml.text("visible", "1");
    xml.nulls(&["availabilityjson"]);
    // 3.4 and later; 3.3 passes over it.
    xml.number("timemodified", plan.origin.backed_up_at);
    xml.finish()
}

fn gradebook(plan: &Plan<'_>) -> Vec<u8> {
    let origin = plan.origin;
    let mut xml = Xml::new("gradebook", &[]);
    xml.empty(&["attributes"]);
    xml.open("grade_categories", &[]);
    xml.open("grade_category", &[("id", plan.grade_category_id)]);
    xml.nulls(&["parent"]);
    xml.text("depth", "1");
    xml.text("path", format!("/{}/", plan.grade_category_id));
    // "?" stands for the course's own category; 13 is the natural aggregation.
    xml.fields(&[
        ("fullname", "?"),
        ("aggregation", "13"),
        ("keephigh", "0"),
        ("droplow", "0"),
        ("aggregateonlygraded", "1"),
        ("aggregateoutcomes", "0"),
    ]);
    xml.number("timecreated", origin.course_started_at());
    xml.number("timemodified", origin.course_started_at());
    xml.text("hidden", "0");
    xml.close();
    xml.close();
    xml.open("grade_items", &[]);
    grade_item(
        &mut xml,
        plan,
        &GradeItem {
            id: plan.grade_item_id,
            category: NULL.to_owned(),
            name: NULL,
            kind: "course",
            module: NULL,
            instance: plan.grade_category_id,
            number: NULL,
            id_number: NULL,
            max: total_grade(plan),
            weight: 0.0,
            sort_order: 1,
        },
    );
    xml.close();
    xml.empty(&["grade_letters"]);
    xml.open("grade_settings", &[]);
    xml.open_with("grade_setting", &[("id", "")]);
    xml.fields(&[("name", "minmaxtouse"), ("value", "1")]);
    xml.finish()
}

/// The sum of all highest grades.
#[expect(clippy::cast_precision_loss, reason = "a course has a few hundred points")]
pub(super) fn total_grade(plan: &Plan<'_>) -> f64 {
    use crate::course::Activity;
    let points: i64 = plan
        .activities()
        .map(|planned| match planned.activity {
            Activity::Quiz(_) => QUIZ_GRADE,
            Activity::Assignment { .. } => ASSIGNMENT_GRADE,
            _ => 0,
        })
        .sum();
    points as f64
}

/// What distinguishes one grade item from another.
pub(super) struct GradeItem<'a> {
    pub(super) id: i64,
    pub(super) category: String,
    pub(super) name: &'a str,
    pub(super) kind: &'a str,
    pub(super) module: &'a str,
    pub(super) instance: i64,
    pub(super) number: &'a str,
    pub(super) id_number: &'a str,
    pub(super) max: f64,
    pub(super) weight: f64,
    pub(super) sort_order: i64,
}

/// Writes a grade item without anybody's grades.
pub(super) fn grade_item(xml: &mut Xml, plan: &Plan<'_>, item: &GradeItem<'_>) {
    xml.open("grade_item", &[("id", item.id)]);
    xml.fields(&[
        ("categoryid", item.category.as_str()),
        ("itemname", item.name),
        ("itemtype", item.kind),
        ("itemmodule", item.module),
    ]);
    xml.number("iteminstance", item.instance);
    xml.fields(&[
        ("itemnumber", item.number),
        ("iteminfo", NULL),
        ("idnumber", item.id_number),
        ("calculation", NULL),
        ("gradetype", "1"),
    ]);
    xml.text("grademax", format!("{:.5}", item.max));
    xml.fields(&[
        ("grademin", "0.00000"),
        ("scaleid", NULL),
        ("outcomeid", NULL),
        ("gradepass", "0.00000"),
        ("multfactor", "1.00000"),
        ("plusfactor", "0.00000"),
        ("aggregationcoef", "0.00000"),
    ]);
    xml.text("aggregationcoef2", format!("{:.5}", item.weight));
    xml.text("weightoverride", "0");
    xml.number("sortorder", item.sort_order);
    xml.fields(&[
        ("display", "0"),
        ("decimals", NULL),
        ("hidden", "0"),
        ("locked", "0"),
        ("locktime", "0"),
        ("needsupdate", "0"),
    ]);
    xml.number("timecreated", plan.origin.course_started_at());
    xml.number("timemodified", plan.origin.course_started_at());
    xml.empty(&["grade_grades"]);
    xml.close();
}

fn files(plan: &Plan<'_>) -> Vec<u8> {
    let mut xml = Xml::new("files", &[]);
    for file in &plan.files {
        xml.open("file", &[("id", file.id)]);
        xml.text("contenthash", &file.sha1);
        xml.number("contextid", file.context_id);
        xml.fields(&[
            ("component", file.component),
            ("filearea", file.area),
            ("itemid", "0"),
            ("filepath", "/"),
            ("filename", &file.name),
            ("userid", NULL),
        ]);
        xml.number("filesize", i64::try_from(file.bytes.len()).unwrap_or(i64::MAX));
        xml.text("mimetype", if file.is_folder() { NULL } else { file.mime_type() });
        xml.text("status", "0");
        xml.number("timecreated", plan.origin.course_started_at());
        xml.number("timemodified", plan.origin.course_started_at());
        if file.is_folder() {
            xml.nulls(&["source", "author", "license"]);
        } else {
            xml.text("source", &file.name);
            xml.text("author", &plan.course.creator);
            xml.text("license", plan.course.licence.code());
        }
        xml.text("sortorder", if file.is_main { "1" } else { "0" });
        xml.nulls(&["repositorytype", "repositoryid", "reference"]);
        xml.close();
    }
    xml.finish()
}
