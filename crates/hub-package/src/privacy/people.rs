//! The user accounts of `users.xml`, and whether they are anonymous.

use super::words::is_filled;

/// The accounts seen so far.
#[derive(Debug, Default)]
pub(super) struct Accounts {
    pub(super) rows: u64,
    pub(super) anonymous: u64,
    /// What the current account's fields said.
    fits: [bool; 4],
}

impl Accounts {
    /// An account begins.
    pub(super) fn begin(&mut self) {
        self.rows += 1;
        self.fits = [false; 4];
    }

    /// A field of it, in what Moodle's anonymiser makes of them (package notes, section 7).
    pub(super) fn field(&mut self, name: &str, value: &str) {
        let numbered = |start: &str| {
            value.strip_prefix(start).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
        };
        match name {
            "username" => self.fits[0] = numbered("anon"),
            "firstname" => self.fits[1] = numbered("anonfirstname"),
            "lastname" => self.fits[2] = numbered("anonlastname"),
            "email" => {
                self.fits[3] = ["@doesntexist.com", "@doesntexist.invalid"].iter().any(|domain| {
                    value
                        .strip_suffix(domain)
                        .and_then(|local| local.strip_prefix("anon"))
                        .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
                });
            }
            _ => {}
        }
    }

    /// The account ends.
    pub(super) fn end(&mut self) {
        self.anonymous += u64::from(self.fits == [true; 4]);
    }
}

/// Whether the row of `files.xml` is a file that only users bring (package notes, section 7; the areas are those
/// that the structure steps of each activity annotate for rows of users).
pub(crate) fn is_user_file(component: &str, area: &str) -> bool {
    match component {
        "user" | "backup" => true,
        "mod_forum" => matches!(area, "attachment" | "post"),
        "mod_data" => area == "content",
        "mod_lesson" => matches!(area, "essay_responses" | "essay_answers"),
        "mod_assignment" => matches!(area, "submission" | "response"),
        "mod_wiki" => area == "attachments",
        "mod_glossary" => matches!(area, "attachment" | "entry"),
        "question" => area.starts_with("response_"),
        "grade" => matches!(area, "feedback" | "historyfeedback"),
        _ if is_workshop_file(component, area) => false,
        _ => {
            // Where assignments keep what was handed in; other activities use the same words.
            component.starts_with("assignsubmission_")
                || component.starts_with("assignfeedback_")
                || component.starts_with("mod_")
                    && matches!(area, "submission" | "submissions" | "submission_files")
        }
    }
}

/// Submissions to a workshop, and those that its teacher gives as examples, stand in the same areas.
pub(super) fn is_workshop_file(component: &str, area: &str) -> bool {
    component == "mod_workshop" && (area.starts_with("submission_") || area.starts_with("overallfeedback_"))
}

/// One row of `files.xml`.
#[derive(Debug, Default)]
pub(super) struct FileRow {
    pub(super) component: String,
    pub(super) area: String,
    pub(super) directory: bool,
}

impl FileRow {
    pub(super) fn field(&mut self, name: &str, value: &str) {
        match name {
            "component" => value.clone_into(&mut self.component),
            "filearea" => value.clone_into(&mut self.area),
            "filename" => self.directory = value == ".",
            _ => {}
        }
    }
}

/// One event of a calendar.
#[derive(Debug, Default)]
pub(super) struct EventRow {
    kind: String,
    course: String,
}

impl EventRow {
    pub(super) fn field(&mut self, name: &str, value: &str) {
        match name {
            "eventtype" => value.clone_into(&mut self.kind),
            "courseid" => value.clone_into(&mut self.course),
            _ => {}
        }
    }

    /// Whether it belongs to one user. Those of a course and its activities carry the number of whoever made
    /// them; a user's own, and a user's exception to a date, belong to no course (structure step
    /// `backup_calendarevents_structure_step`).
    pub(super) fn is_own(&self) -> bool {
        self.kind == "user" || !is_filled(&self.course)
    }
}
