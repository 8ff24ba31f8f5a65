//! `moodle_backup.xml` (package notes, section 3).

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};

use super::{Fields, count};
use crate::code::Code;
use crate::member;
use crate::report::{Backup, BackupType};
use crate::xml::{Step, Xml, XmlError};

/// What `moodle_backup.xml` says.
#[derive(Debug, Default)]
pub(crate) struct BackupFacts {
    pub(crate) backup: Backup,
    pub(crate) fullname: Option<String>,
    pub(crate) shortname: Option<String>,
    /// Title of the `course` entry: the short name again.
    pub(crate) course_title: Option<String>,
    pub(crate) format: Option<String>,
    pub(crate) start_date: Option<i64>,
    pub(crate) end_date: Option<i64>,
    /// The `files` setting, since 3.8.
    pub(crate) files_setting: Option<bool>,
    pub(crate) sections: Vec<ListedSection>,
    pub(crate) section_count: u64,
    pub(crate) activities: Vec<ListedActivity>,
    pub(crate) activity_count: u64,
    pub(crate) activity_counts: BTreeMap<String, u64>,
    /// Hashes of the directories the listed parts should have, sections and activities alike.
    pub(crate) directories: Vec<u64>,
    details: u32,
    informations: u32,
    settings: u64,
}

/// An entry of `contents/sections`.
#[derive(Debug, Default)]
pub(crate) struct ListedSection {
    pub(crate) id: Option<u64>,
    pub(crate) title: Option<String>,
    /// The course module of a subsection activity that this section belongs to.
    pub(crate) parent: Option<u64>,
}

/// An entry of `contents/activities`.
#[derive(Debug, Default)]
pub(crate) struct ListedActivity {
    pub(crate) module_id: Option<u64>,
    pub(crate) section_id: Option<u64>,
    pub(crate) module: Option<String>,
    pub(crate) title: Option<String>,
}

/// The entry or setting that is being read.
#[derive(Default)]
struct Current {
    section: ListedSection,
    activity: ListedActivity,
    directory: Option<String>,
    level: Option<String>,
    name: Option<String>,
    value: Option<String>,
}

impl BackupFacts {
    /// Reads the document. `key` hashes directories as [`crate::gather`] does.
    pub(crate) fn read(
        xml: &mut Xml<'_>,
        fields: &mut Fields<'_>,
        key: &RandomState,
    ) -> Result<Self, XmlError> {
        let mut facts = Self::default();
        let mut current = Current::default();
        while let Some(step) = xml.next()? {
            match step {
                Step::Open => facts.open(xml, fields, &mut current)?,
                Step::Close => facts.close(xml, fields, &mut current, key),
            }
        }
        if facts.informations == 0 {
            return Err(XmlError::Malformed("no information element".into()));
        }
        facts.note_floods(fields);
        Ok(facts)
    }

    fn open(
        &mut self,
        xml: &mut Xml<'_>,
        fields: &Fields<'_>,
        current: &mut Current,
    ) -> Result<(), XmlError> {
        let twice = |counter: &mut u32, what: &str| {
            *counter += 1;
            if *counter > 1 { Err(XmlError::Malformed(format!("two {what} elements"))) } else { Ok(()) }
        };
        match xml.path() {
            "moodle_backup/information" => twice(&mut self.informations, "information")?,
            "moodle_backup/information/details/detail" => twice(&mut self.details, "detail")?,
            "moodle_backup/information/contents/sections/section"
            | "moodle_backup/information/contents/activities/activity"
            | "moodle_backup/information/settings/setting" => *current = Current::default(),
            path if path == "moodle_backup" || path.starts_with("moodle_backup/") => {}
            _ => return Err(XmlError::Malformed("the root element is not moodle_backup".into())),
        }
        xml.keep(fields.limits.text_chars * 4);
        Ok(())
    }

    fn close(&mut self, xml: &Xml<'_>, fields: &mut Fields<'_>, current: &mut Current, key: &RandomState) {
        let Some(path) = xml.path().strip_prefix("moodle_backup/information/") else { return };
        match path.split_once('/') {
            None => self.information(path, xml, fields),
            Some(("details", path)) => self.detail(path, xml, fields),
            Some(("contents", path)) => self.contents(path, xml, fields, current, key),
            Some(("settings", path)) => self.setting(path, xml, current),
            _ => {}
        }
    }

    fn information(&mut self, element: &str, xml: &Xml<'_>, fields: &mut Fields<'_>) {
        let backup = &mut self.backup;
        match element {
            "moodle_release" => backup.moodle_release = fields.word(xml),
            "moodle_version" => backup.moodle_version = fields.word(xml),
            "backup_release" => backup.backup_release = fields.word(xml),
            "backup_version" => backup.backup_version = fields.word(xml),
            "backup_date" => backup.backup_date = fields.time(xml),
            "include_files" => backup.include_files = fields.flag(xml),
            "original_wwwroot" => backup.original_wwwroot = fields.word(xml),
            "original_site_identifier_hash" => backup.original_site_identifier_hash = fields.word(xml),
            "original_course_id" => backup.original_course_id = fields.number(xml),
            "original_course_format" => self.format = fields.plugin(xml),
            "original_course_fullname" => self.fullname = fields.title(xml),
            "original_course_shortname" => self.shortname = fields.title(xml),
            "original_course_startdate" => self.start_date = fields.time(xml),
            "original_course_enddate" => self.end_date = fields.time(xml),
            _ => {}
        }
    }

    fn detail(&mut self, path: &str, xml: &Xml<'_>, fields: &mut Fields<'_>) {
        match path {
            "detail/type" => {
                self.backup.backup_type = match xml.text().0.trim() {
                    "course" => Some(BackupType::Course),
                    "section" => Some(BackupType::Section),
                    "activity" => Some(BackupType::Activity),
                    _ => None,
                };
            }
            "detail/mode" => self.backup.mode = fields.small(xml),
            "detail/interactive" => self.backup.interactive = fields.flag(xml),
            _ => {}
        }
    }

    fn contents(
        &mut self,
        path: &str,
        xml: &Xml<'_>,
        fields: &mut Fields<'_>,
        current: &mut Current,
        key: &RandomState,
    ) {
        let kept_activities = self.activities.len() < fields.limits.kept_activities;
        let kept_sections = (self.sections.len() as u64) < fields.limits.sections;
        match path {
            "course/title" => self.course_title = fields.title(xml),
            "activities/activity/moduleid" => current.activity.module_id = fields.number(xml),
            "activities/activity/sectionid" => current.activity.section_id = fields.number(xml),
            "activities/activity/modulename" => current.activity.module = fields.plugin(xml),
            "activities/activity/title" if kept_activities => current.activity.title = fields.title(xml),
            "sections/section/sectionid" => current.section.id = fields.number(xml),
            "sections/section/title" if kept_sections => current.section.title = fields.title(xml),
            "sections/section/parentcmid" => current.section.parent = fields.number(xml),
            "activities/activity/directory" | "sections/section/directory" => {
                current.directory = fields.word(xml);
            }
            "activities/activity" => self.end_activity(fields, current, key, kept_activities),
            "sections/section" => self.end_section(fields, current, key, kept_sections),
            _ => {}
        }
    }

    fn end_activity(
        &mut self,
        fields: &mut Fields<'_>,
        current: &mut Current,
        key: &RandomState,
        kept: bool,
    ) {
        self.activity_count += 1;
        let activity = std::mem::take(&mut current.activity);
        count(&mut self.activity_counts, activity.module.as_deref().unwrap_or("(unknown)"));
        let expected = current.directory.take().filter(|directory| {
            member::activity_directory(directory).is_some_and(|(module, id)| {
                Some(module) == activity.module.as_deref() && Some(id) == activity.module_id
            })
        });
        self.add_directory(expected, fields, key, self.activity_count <= fields.limits.activities);
        if kept {
            self.activities.push(activity);
        }
    }

    fn end_section(&mut self, fields: &mut Fields<'_>, current: &mut Current, key: &RandomState, kept: bool) {
        self.section_count += 1;
        let section = std::mem::take(&mut current.section);
        let expected = current.directory.take().filter(|directory| {
            member::section_directory(directory).is_some_and(|id| Some(id) == section.id)
        });
        self.add_directory(expected, fields, key, kept);
        if kept {
            self.sections.push(section);
        }
    }

    fn add_directory(
        &mut self,
        expected: Option<String>,
        fields: &mut Fields<'_>,
        key: &RandomState,
        kept: bool,
    ) {
        match expected {
            Some(directory) if kept => self.directories.push(key.hash_one(directory.as_str())),
            Some(_) => {}
            None => {
                let evidence = "a directory that does not fit its entry";
                fields.findings.add(Code::BadValue, Some(fields.place), evidence);
            }
        }
    }

    fn setting(&mut self, path: &str, xml: &Xml<'_>, current: &mut Current) {
        match path {
            "setting/level" => current.level = Some(xml.text().0.trim().to_owned()),
            "setting/name" => current.name = Some(xml.text().0.trim().to_owned()),
            "setting/value" => current.value = Some(xml.text().0.trim().to_owned()),
            "setting" => {
                self.settings += 1;
                let on = match (current.level.as_deref(), current.value.as_deref()) {
                    (Some("root"), Some("1")) => Some(true),
                    (Some("root"), Some("0" | "")) => Some(false),
                    _ => return,
                };
                match current.name.as_deref() {
                    Some("users") => self.backup.users_included = on,
                    Some("anonymize") => self.backup.anonymised = on,
                    Some("files") => self.files_setting = on,
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn note_floods(&self, fields: &mut Fields<'_>) {
        for (what, count, limit) in [
            ("activities", self.activity_count, fields.limits.activities),
            ("sections", self.section_count, fields.limits.sections),
            ("settings", self.settings, fields.limits.settings),
        ] {
            if count > limit {
                let evidence = format!("{count} {what}; the limit is {limit}");
                fields.findings.add(Code::OutlineTooLong, Some(fields.place), &evidence);
            }
        }
    }
}
