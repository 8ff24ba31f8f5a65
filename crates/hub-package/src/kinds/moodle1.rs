//! `moodle.xml` of a Moodle 1 backup (package notes, section 10): one file, all names in capital letters.

use std::collections::HashMap;

use super::Found;
use super::words::first_words;
use crate::code::Code;
use crate::moodle::{Fields, count};
use crate::report::{Activity, BackupType, Section};
use crate::xml::{Step, Xml, XmlError};

/// Reads into `found`, which keeps what came before an error.
pub(crate) fn read(xml: &mut Xml<'_>, fields: &mut Fields<'_>, found: &mut Found) -> Result<(), XmlError> {
    found.backup.backup_type = Some(BackupType::Course);
    let mut reader = Reader { found, current: Current::default(), places: HashMap::new(), modules: 0 };
    let outcome = reader.run(xml, fields);
    reader.finish();
    outcome
}

struct Reader<'f> {
    found: &'f mut Found,
    current: Current,
    /// Where an activity stands, by its module and its number there: its name comes later.
    places: HashMap<(String, u64), (usize, usize)>,
    /// Entries of `MODULES`.
    modules: u64,
}

/// The section, activity or module that is being read.
#[derive(Default)]
struct Current {
    section: Section,
    id: Option<u64>,
    module: Option<String>,
    instance: Option<u64>,
    name: Option<String>,
    visible: Option<bool>,
}

impl Reader<'_> {
    fn run(&mut self, xml: &mut Xml<'_>, fields: &mut Fields<'_>) -> Result<(), XmlError> {
        while let Some(step) = xml.next()? {
            if step == Step::Open {
                self.open(xml, fields)?;
                continue;
            }
            let Some(path) = xml.path().strip_prefix("MOODLE_BACKUP/") else { continue };
            match path.split_once('/') {
                Some(("INFO", path)) => self.information(path, xml, fields),
                Some(("COURSE", path)) => match path.split_once('/') {
                    Some(("HEADER", path)) => self.header(path, xml, fields),
                    Some(("SECTIONS", path)) => self.sections(path, xml, fields),
                    Some(("MODULES", path)) => self.modules(path, xml, fields),
                    Some(("USERS", "USER")) => self.found.backup.user_count += 1,
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, xml: &mut Xml<'_>, fields: &Fields<'_>) -> Result<(), XmlError> {
        if xml.depth() == 1 && xml.name() != "MOODLE_BACKUP" {
            return Err(XmlError::Malformed("the root element is not MOODLE_BACKUP".into()));
        }
        match xml.path() {
            "MOODLE_BACKUP/COURSE/SECTIONS/SECTION" => self.current = Current::default(),
            "MOODLE_BACKUP/COURSE/SECTIONS/SECTION/MODS/MOD" | "MOODLE_BACKUP/COURSE/MODULES/MOD" => {
                let section = std::mem::take(&mut self.current.section);
                self.current = Current { section, ..Current::default() };
            }
            _ => {}
        }
        let chars = match xml.path() {
            "MOODLE_BACKUP/COURSE/HEADER/SUMMARY" => fields.limits.summary_chars,
            path if path.starts_with("MOODLE_BACKUP/COURSE/USERS/") => 0,
            _ => fields.limits.text_chars,
        };
        xml.keep(chars * 4);
        Ok(())
    }

    fn information(&mut self, path: &str, xml: &Xml<'_>, fields: &mut Fields<'_>) {
        let backup = &mut self.found.backup;
        match path {
            "MOODLE_RELEASE" => backup.moodle_release = fields.word(xml),
            "MOODLE_VERSION" => backup.moodle_version = fields.word(xml),
            "BACKUP_RELEASE" => backup.backup_release = fields.word(xml),
            "BACKUP_VERSION" => backup.backup_version = fields.word(xml),
            "DATE" => backup.backup_date = fields.time(xml),
            "ORIGINAL_WWWROOT" => backup.original_wwwroot = fields.word(xml),
            "DETAILS/USERS" => {
                backup.users_included = match xml.text().0.trim() {
                    "all" | "course" => Some(true),
                    "none" => Some(false),
                    _ => None,
                };
            }
            _ => {}
        }
    }

    fn header(&mut self, path: &str, xml: &Xml<'_>, fields: &mut Fields<'_>) {
        let course = &mut self.found.course;
        match path {
            "ID" => self.found.backup.original_course_id = fields.number(xml),
            "FULLNAME" => course.fullname = fields.title(xml),
            "SHORTNAME" => course.shortname = fields.title(xml),
            "SUMMARY" => {
                let chars = fields.limits.summary_chars;
                course.summary = fields.text(xml, chars).filter(|text| !text.trim().is_empty());
                course.summary_format = course.summary.is_some().then_some(1);
            }
            "FORMAT" => course.format = fields.plugin(xml),
            "LANG" => course.language = fields.word(xml),
            "CATEGORY/NAME" => course.category = fields.title(xml),
            "STARTDATE" => course.start_date = fields.time(xml),
            // Whoever knows it enrols; its value is never kept.
            "PASSWORD" if !xml.text().0.trim().is_empty() => {
                fields.findings.add(Code::SecretEnrolmentKey, Some(fields.place), "HEADER/PASSWORD");
            }
            _ => {}
        }
    }

    fn sections(&mut self, path: &str, xml: &Xml<'_>, fields: &mut Fields<'_>) {
        match path {
            "SECTION/NUMBER" => self.current.section.number = fields.number(xml),
            "SECTION/VISIBLE" => self.current.section.visible = fields.flag(xml),
            "SECTION/SUMMARY" => {
                let summary = fields.text(xml, fields.limits.text_chars);
                let section = &mut self.current.section;
                section.title = summary.as_deref().and_then(first_words);
                section.summary = summary.filter(|text| !text.trim().is_empty());
            }
            "SECTION/MODS/MOD/ID" => self.current.id = fields.number(xml),
            "SECTION/MODS/MOD/TYPE" => self.current.module = fields.plugin(xml),
            "SECTION/MODS/MOD/INSTANCE" => self.current.instance = fields.number(xml),
            "SECTION/MODS/MOD/VISIBLE" => self.current.visible = fields.flag(xml),
            "SECTION/MODS/MOD" => self.end_activity(fields),
            "SECTION" => {
                let course = &mut self.found.course;
                course.section_count += 1;
                if (course.sections.len() as u64) < fields.limits.sections {
                    course.sections.push(std::mem::take(&mut self.current.section));
                }
            }
            _ => {}
        }
    }

    /// An activity's place is known, its name is not yet.
    fn end_activity(&mut self, fields: &Fields<'_>) {
        let course = &mut self.found.course;
        let module = self.current.module.take().unwrap_or_else(|| "unknown".into());
        course.activity_count += 1;
        count(&mut course.activity_counts, &module);
        if course.activity_count > fields.limits.kept_activities as u64 {
            return;
        }
        let place = (course.sections.len(), self.current.section.activities.len());
        if let Some(instance) = self.current.instance {
            self.places.insert((module.clone(), instance), place);
        }
        self.current.section.activities.push(Activity {
            module,
            module_id: self.current.id,
            visible: self.current.visible,
            ..Activity::default()
        });
    }

    fn modules(&mut self, path: &str, xml: &Xml<'_>, fields: &mut Fields<'_>) {
        match path {
            "MOD/ID" => self.current.instance = fields.number(xml),
            "MOD/MODTYPE" => self.current.module = fields.plugin(xml),
            "MOD/NAME" => self.current.name = fields.title(xml),
            "MOD" => self.end_module(fields),
            _ => {}
        }
    }

    fn end_module(&mut self, fields: &Fields<'_>) {
        let course = &mut self.found.course;
        if self.modules == 0 {
            // What was counted so far are places of activities; what counts are the activities.
            course.activity_count = 0;
            course.activity_counts.clear();
        }
        self.modules += 1;
        let module = self.current.module.take().unwrap_or_else(|| "unknown".into());
        let title = self.current.name.take().unwrap_or_default();
        course.activity_count += 1;
        count(&mut course.activity_counts, &module);
        let place = self.current.instance.and_then(|instance| {
            let (section, activity) = self.places.get(&(module.clone(), instance))?;
            course.sections.get_mut(*section)?.activities.get_mut(*activity)
        });
        match place {
            Some(activity) => activity.title = title,
            None if course.other_activities.len() < fields.limits.kept_activities => {
                course.other_activities.push(Activity { module, title, ..Activity::default() });
            }
            None => {}
        }
    }

    fn finish(&mut self) {
        self.found.course.sections.sort_by_key(|section| section.number.unwrap_or(u64::MAX));
    }
}
