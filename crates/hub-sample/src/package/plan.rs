//! Which id everything in a package has, decided once before anything is written.

use sha1::{Digest, Sha1};

use super::Origin;
use crate::course::{Activity, Attached, Course, Quiz, Section};
use crate::picture;

/// A course with its ids.
pub(super) struct Plan<'a> {
    pub(super) course: &'a Course,
    pub(super) origin: &'a Origin,
    pub(super) context_id: i64,
    pub(super) grade_category_id: i64,
    pub(super) grade_item_id: i64,
    pub(super) sections: Vec<PlannedSection<'a>>,
    pub(super) files: Vec<PlannedFile>,
    pub(super) course_file_ids: Vec<i64>,
}

/// A section with its ids.
pub(super) struct PlannedSection<'a> {
    pub(super) id: i64,
    pub(super) number: i64,
    pub(super) section: &'a Section,
    pub(super) activities: Vec<PlannedActivity<'a>>,
}

/// An activity with its ids.
pub(super) struct PlannedActivity<'a> {
    pub(super) activity: &'a Activity,
    /// The course module; Moodle's `moduleid`. The instance has the same number.
    pub(super) id: i64,
    pub(super) context_id: i64,
    pub(super) section_id: i64,
    pub(super) section_number: i64,
    /// The grade item and its place in the gradebook, for what is graded.
    pub(super) grade_item: Option<(i64, i64)>,
    pub(super) file_ids: Vec<i64>,
}

/// A row of `files.xml`; a row named `.` is the folder of the area.
pub(super) struct PlannedFile {
    pub(super) id: i64,
    pub(super) context_id: i64,
    pub(super) component: &'static str,
    pub(super) area: &'static str,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) sha1: String,
    /// The main file of its area, which a file activity opens (`sortorder` 1).
    pub(super) is_main: bool,
}

/// Ids leave this much room per course, so that two courses of a site share none.
const IDS_PER_COURSE: i64 = 10_000;
/// Moodle numbers contexts of courses and modules alike; the site's own and the categories' come first.
const FIRST_CONTEXT: i64 = 20;

impl<'a> Plan<'a> {
    /// Numbers everything in `course`.
    pub(super) fn new(course: &'a Course, origin: &'a Origin) -> Self {
        let first = origin.course_id * IDS_PER_COURSE;
        let mut plan = Self {
            course,
            origin,
            context_id: first + FIRST_CONTEXT,
            grade_category_id: first + 1,
            grade_item_id: first + 1,
            sections: Vec::new(),
            files: Vec::new(),
            course_file_ids: Vec::new(),
        };
        let cover = picture::cover(course);
        plan.course_file_ids = plan.add_files(
            plan.context_id,
            ("course", "overviewfiles"),
            &[Attached::new(cover.file_name, cover.bytes)],
        );
        let mut module_id = first;
        let mut graded = 1;
        for (number, section) in (0..).zip(&course.sections) {
            let mut planned =
                PlannedSection { id: first + number + 1, number, section, activities: Vec::new() };
            for activity in &section.activities {
                module_id += 1;
                let context_id = plan.context_id + (module_id - first);
                let file_ids = match activity {
                    Activity::Page(page) => plan.add_files(context_id, ("mod_page", "content"), &page.files),
                    Activity::File { file, .. } => {
                        plan.add_files(context_id, ("mod_resource", "content"), std::slice::from_ref(file))
                    }
                    Activity::Folder { files, .. } => {
                        plan.add_files(context_id, ("mod_folder", "content"), files)
                    }
                    _ => Vec::new(),
                };
                let grade_item =
                    matches!(activity, Activity::Quiz(_) | Activity::Assignment { .. }).then(|| {
                        graded += 1;
                        (first + graded, graded)
                    });
                planned.activities.push(PlannedActivity {
                    activity,
                    id: module_id,
                    context_id,
                    section_id: planned.id,
                    section_number: number,
                    grade_item,
                    file_ids,
                });
            }
            plan.sections.push(planned);
        }
        plan
    }

    /// Every activity in order.
    pub(super) fn activities(&self) -> impl Iterator<Item = &PlannedActivity<'a>> {
        self.sections.iter().flat_map(|section| &section.activities)
    }

    /// Every quiz that has questions, in order.
    pub(super) fn question_categories(&self) -> impl Iterator<Item = (&PlannedActivity<'a>, &'a Quiz)> {
        self.activities().filter_map(|planned| match planned.activity {
            Activity::Quiz(quiz) if !quiz.questions.is_empty() => Some((planned, quiz)),
            _ => None,
        })
    }

    fn add_files(
        &mut self,
        context_id: i64,
        area: (&'static str, &'static str),
        files: &[Attached],
    ) -> Vec<i64> {
        if files.is_empty() {
            return Vec::new();
        }
        let folder = Attached::new(".", Vec::new());
        let mut ids = Vec::new();
        for (index, file) in files.iter().chain(std::iter::once(&folder)).enumerate() {
            let id =
                self.origin.course_id * IDS_PER_COURSE + i64::try_from(self.files.len()).unwrap_or(0) + 1;
            self.files.push(PlannedFile {
                id,
                context_id,
                component: area.0,
                area: area.1,
                name: file.file_name.clone(),
                bytes: file.bytes.clone(),
                sha1: sha1_hex(&file.bytes),
                is_main: area.0 == "mod_resource" && index == 0,
            });
            ids.push(id);
        }
        ids
    }
}

impl PlannedActivity<'_> {
    /// Its folder in the package.
    pub(super) fn directory(&self) -> String {
        format!("activities/{}", self.key())
    }

    /// Its name in the settings, `quiz_12`.
    pub(super) fn key(&self) -> String {
        format!("{}_{}", self.activity.module(), self.id)
    }

    /// The question category of a quiz: one per quiz, numbered like it.
    pub(super) fn question_category_id(&self) -> i64 {
        self.id
    }

    /// The id of the question at `slot`, counted from 1. A quiz has at most 999.
    pub(super) fn question_id(&self, slot: i64) -> i64 {
        self.id * 1000 + slot
    }
}

impl PlannedFile {
    /// Whether it is the row of a folder, which has no contents of its own.
    pub(super) fn is_folder(&self) -> bool {
        self.name == "."
    }

    /// Its type, guessed by the extension as Moodle does.
    pub(super) fn mime_type(&self) -> &'static str {
        let extension = self.name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        match extension.as_str() {
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "gif" => "image/gif",
            "svg" => "image/svg+xml",
            "webp" => "image/webp",
            "pdf" => "application/pdf",
            "txt" => "text/plain",
            "csv" => "text/csv",
            "md" => "text/markdown",
            "html" | "htm" => "text/html",
            "zip" => "application/zip",
            "mp3" => "audio/mp3",
            "mp4" => "video/mp4",
            _ => "document/unknown",
        }
    }
}

/// SHA-1 in lower hex: the name of a file's contents in a package.
pub(super) fn sha1_hex(bytes: &[u8]) -> String {
    hex::encode(Sha1::digest(bytes))
}
