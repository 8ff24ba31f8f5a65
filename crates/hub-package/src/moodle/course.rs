//! `course/course.xml`, `sections/section_*/section.xml` and `activities/*/module.xml` (package notes, section 4).

use super::Fields;
use crate::xml::{Step, Xml, XmlError};

/// Tags of a course that are kept.
const TAGS: usize = 100;

/// What `course.xml` says.
#[derive(Debug, Default)]
pub(crate) struct CourseFacts {
    pub(crate) fullname: Option<String>,
    pub(crate) shortname: Option<String>,
    pub(crate) summary: Option<String>,
    pub(crate) summary_format: Option<u32>,
    pub(crate) format: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) start_date: Option<i64>,
    pub(crate) end_date: Option<i64>,
}

impl CourseFacts {
    /// Reads the document. Children of a third-party format stand among the others and are skipped.
    pub(crate) fn read(xml: &mut Xml<'_>, fields: &mut Fields<'_>) -> Result<Self, XmlError> {
        let mut facts = Self::default();
        while let Some(step) = xml.next()? {
            if step == Step::Open {
                check_root(xml, "course")?;
                let keep = match xml.path() {
                    "course/summary" => fields.limits.summary_chars,
                    _ => fields.limits.text_chars,
                };
                xml.keep(keep * 4);
                continue;
            }
            match xml.path() {
                "course/fullname" => facts.fullname = fields.title(xml),
                "course/shortname" => facts.shortname = fields.title(xml),
                "course/summary" => facts.summary = summary(xml, fields, fields.limits.summary_chars),
                "course/summaryformat" => facts.summary_format = fields.small(xml),
                "course/format" => facts.format = fields.plugin(xml),
                "course/lang" => facts.language = fields.word(xml),
                "course/category/name" => facts.category = fields.title(xml),
                "course/tags/tag/rawname" if facts.tags.len() < TAGS => facts.tags.extend(fields.title(xml)),
                "course/startdate" => facts.start_date = fields.time(xml),
                "course/enddate" => facts.end_date = fields.time(xml),
                _ => {}
            }
        }
        Ok(facts)
    }
}

/// What one `section.xml` says.
#[derive(Debug, Default)]
pub(crate) struct SectionFacts {
    pub(crate) number: Option<u64>,
    pub(crate) name: Option<String>,
    pub(crate) summary: Option<String>,
    pub(crate) visible: Option<bool>,
    /// Course modules in order of display.
    pub(crate) sequence: Vec<u64>,
}

impl SectionFacts {
    /// Reads the document.
    pub(crate) fn read(xml: &mut Xml<'_>, fields: &mut Fields<'_>) -> Result<Self, XmlError> {
        let mut facts = Self::default();
        while let Some(step) = xml.next()? {
            if step == Step::Open {
                check_root(xml, "section")?;
                // The sequence of a full section is longer than other texts; it is kept as numbers.
                let keep = if xml.path() == "section/sequence" { 16 } else { 4 };
                xml.keep(fields.limits.text_chars * keep);
                continue;
            }
            match xml.path() {
                "section/number" => facts.number = fields.number(xml),
                "section/name" => facts.name = fields.title(xml),
                "section/summary" => facts.summary = summary(xml, fields, fields.limits.text_chars),
                "section/visible" => facts.visible = fields.flag(xml),
                "section/sequence" => facts.sequence = sequence(xml, fields),
                _ => {}
            }
        }
        Ok(facts)
    }
}

/// What one `module.xml` says.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ModuleFacts {
    pub(crate) visible: Option<bool>,
    pub(crate) section_id: Option<u64>,
}

impl ModuleFacts {
    /// Reads the document.
    pub(crate) fn read(xml: &mut Xml<'_>, fields: &mut Fields<'_>) -> Result<Self, XmlError> {
        let mut facts = Self::default();
        while let Some(step) = xml.next()? {
            if step == Step::Open {
                check_root(xml, "module")?;
                xml.keep(fields.limits.text_chars);
                continue;
            }
            match xml.path() {
                "module/visible" => facts.visible = fields.flag(xml),
                "module/sectionid" => facts.section_id = fields.number(xml),
                _ => {}
            }
        }
        Ok(facts)
    }
}

fn check_root(xml: &Xml<'_>, root: &str) -> Result<(), XmlError> {
    if xml.depth() == 1 && xml.path() != root {
        return Err(XmlError::Malformed(format!("the root element is not {root}")));
    }
    Ok(())
}

fn summary(xml: &Xml<'_>, fields: &mut Fields<'_>, chars: usize) -> Option<String> {
    fields.text(xml, chars).filter(|text| !text.trim().is_empty())
}

fn sequence(xml: &Xml<'_>, fields: &mut Fields<'_>) -> Vec<u64> {
    let mut numbers: Vec<u64> = xml.text().0.split(',').filter_map(|id| id.trim().parse().ok()).collect();
    numbers.truncate(fields.limits.kept_activities.min(*fields.text_left / size_of::<u64>()));
    *fields.text_left -= numbers.len() * size_of::<u64>();
    numbers
}
