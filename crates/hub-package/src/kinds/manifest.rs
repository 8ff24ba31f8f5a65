//! `imsmanifest.xml`: which of its relatives a package is, and its outline (package notes, section 11).
//!
//! An item with items inside is a section, an item without is an activity of the section around it. Prefixes of
//! names vary and are not looked at; the root's namespaces tell the kind.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::Found;
use crate::moodle::{Fields, count};
use crate::report::{Activity, Kind, Section};
use crate::xml::{Step, Xml, XmlError};

/// Namespace of Common Cartridge 1.0; later versions carry theirs in the path.
const CARTRIDGE_1_0: &str = "http://www.imsglobal.org/xsd/imscc/imscp_v1p1";

/// Later namespaces: `…/imsccv1p1/imscp_v1p1` and so on.
const CARTRIDGES: &[(&str, &str)] = &[("/imsccv1p1/", "1.1"), ("/imsccv1p2/", "1.2"), ("/imsccv1p3/", "1.3")];

/// Titles of organisations that are kept.
const ORGANIZATIONS: usize = 50;

/// Beginnings of resource types, and the module they are (see [`super`]).
const MODULES: &[(&str, &str)] = &[
    ("webcontent", "webcontent"),
    ("associatedcontent/", "webcontent"),
    ("imswl_", "weblink"),
    ("imsdt_", "discussion"),
    ("imsbasiclti_", "lti"),
    ("assignment_", "assignment"),
];

/// What a manifest tells.
#[derive(Debug)]
pub(crate) struct Manifest {
    pub(crate) kind: Kind,
    pub(crate) version: Option<String>,
    pub(crate) found: Box<Found>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self { kind: Kind::Imscp, version: None, found: Box::default() }
    }
}

/// Reads into `manifest`, which keeps what came before an error.
pub(crate) fn read(
    xml: &mut Xml<'_>,
    fields: &mut Fields<'_>,
    manifest: &mut Manifest,
) -> Result<(), XmlError> {
    let mut reader = Reader {
        manifest,
        key: RandomState::new(),
        stack: Vec::new(),
        items: Vec::new(),
        open_sections: Vec::new(),
        references: HashMap::new(),
        organization_title: None,
        scos: 0,
    };
    let outcome = reader.run(xml, fields);
    reader.finish();
    outcome
}

/// Elements that matter, by their names without prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Manifest,
    Metadata,
    Schema,
    SchemaVersion,
    Lom,
    General,
    Title,
    Description,
    Language,
    /// A text in a language.
    Text,
    Organizations,
    Organization,
    Item,
    Resources,
    Resource,
    Other,
}

impl Tag {
    fn of(name: &str) -> Self {
        match name.rsplit(':').next().unwrap_or(name) {
            "manifest" => Self::Manifest,
            "metadata" => Self::Metadata,
            "schema" => Self::Schema,
            "schemaversion" => Self::SchemaVersion,
            "lom" => Self::Lom,
            "general" => Self::General,
            "title" => Self::Title,
            "description" => Self::Description,
            "language" => Self::Language,
            "string" | "langstring" => Self::Text,
            "organizations" => Self::Organizations,
            "organization" => Self::Organization,
            "item" => Self::Item,
            "resources" => Self::Resources,
            "resource" => Self::Resource,
            _ => Self::Other,
        }
    }
}

/// An item that is open.
#[derive(Default)]
struct Item {
    title: Option<String>,
    reference: Option<u64>,
    visible: Option<bool>,
    parent: bool,
    /// It opened a section of its own.
    section: bool,
}

struct Reader<'m> {
    manifest: &'m mut Manifest,
    key: RandomState,
    stack: Vec<Tag>,
    items: Vec<Item>,
    /// Sections that are open: their places among those of the course, `None` for those that are not kept.
    open_sections: Vec<Option<usize>>,
    /// Activities by the hash of the resource they open; resources come later.
    references: HashMap<u64, Vec<(usize, usize)>>,
    organization_title: Option<String>,
    scos: u64,
}

impl Reader<'_> {
    fn run(&mut self, xml: &mut Xml<'_>, fields: &mut Fields<'_>) -> Result<(), XmlError> {
        while let Some(step) = xml.next()? {
            if step == Step::Open {
                self.stack.push(Tag::of(xml.name()));
                self.open(xml, fields);
                let keep = if self.is_text() { fields.limits.text_chars * 4 } else { 0 };
                xml.keep(keep);
            } else {
                self.close(xml, fields);
                self.stack.pop();
            }
        }
        Ok(())
    }

    /// The current element has a text that is wanted.
    fn is_text(&self) -> bool {
        matches!(
            self.stack.last(),
            Some(Tag::Schema | Tag::SchemaVersion | Tag::Title | Tag::Text | Tag::Language)
        )
    }

    fn open(&mut self, xml: &Xml<'_>, fields: &mut Fields<'_>) {
        match self.stack.as_slice() {
            [_] => (self.manifest.kind, self.manifest.version) = by_namespaces(xml),
            [_, Tag::Organizations, Tag::Organization] => {
                let relative = &mut self.manifest.found.relative;
                *relative.organization_count.get_or_insert(0) += 1;
                self.organization_title = None;
                self.open_sections.clear();
                self.items.clear();
            }
            [_, Tag::Organizations, Tag::Organization, inner @ ..]
                if inner.iter().all(|tag| *tag == Tag::Item) =>
            {
                self.open_item(xml, fields);
            }
            [_, Tag::Resources, Tag::Resource] => self.resource(xml),
            _ => {}
        }
    }

    fn open_item(&mut self, xml: &Xml<'_>, fields: &Fields<'_>) {
        if let Some(around) = self.items.last_mut() {
            around.parent = true;
            // An item without a title only holds the others, as the root of a Common Cartridge does.
            if !around.section && around.title.is_some() {
                around.section = true;
                let title = around.title.clone();
                self.open_section(title, fields);
            }
        }
        let reference = xml.attribute("identifierref").filter(|reference| !reference.is_empty());
        self.items.push(Item {
            reference: reference.map(|reference| self.key.hash_one(reference)),
            visible: xml.attribute("isvisible").map(|visible| !matches!(visible, "false" | "0")),
            ..Item::default()
        });
    }

    /// Opens a section inside of the open ones; its title begins with theirs.
    fn open_section(&mut self, title: Option<String>, fields: &Fields<'_>) {
        let course = &mut self.manifest.found.course;
        let around = self.open_sections.last().copied().flatten();
        let outer = around.and_then(|at| course.sections[at].title.as_deref()).unwrap_or_default();
        let depth = self.items.iter().filter(|item| item.section).count();
        let title = match title {
            Some(title) if depth > 1 && !outer.is_empty() => {
                Some(format!("{outer} / {title}").chars().take(fields.limits.title_chars).collect())
            }
            other => other,
        };
        course.section_count += 1;
        let kept = (course.sections.len() as u64) < fields.limits.sections
            && course.sections.len() < fields.limits.kept_activities;
        if kept {
            let number = Some(course.section_count - 1);
            course.sections.push(Section { number, title, ..Section::default() });
        }
        self.open_sections.push(kept.then(|| course.sections.len() - 1));
    }

    fn close(&mut self, xml: &Xml<'_>, fields: &mut Fields<'_>) {
        use Tag::{
            Description, General, Item, Language, Lom, Metadata, Organization, Organizations, Schema,
            SchemaVersion, Text, Title,
        };
        let course = &mut self.manifest.found.course;
        match self.stack.as_slice() {
            [_, Metadata, Schema] => self.schema(xml.text().0.trim()),
            [_, Metadata, SchemaVersion] => self.schema_version(xml, fields),
            [_, Metadata, Lom, General, Title, Text] if course.fullname.is_none() => {
                course.fullname = fields.title(xml);
            }
            [_, Metadata, Lom, General, Description, Text] if course.summary.is_none() => {
                course.summary = fields.word(xml);
                course.summary_format = course.summary.is_some().then_some(2);
            }
            [_, Metadata, Lom, General, Language] if course.language.is_none() => {
                course.language = fields.word(xml);
            }
            [_, Organizations, Organization, Title] => {
                self.organization_title = fields.title(xml);
                let kept = &mut self.manifest.found.relative.organizations;
                if kept.len() < ORGANIZATIONS {
                    kept.extend(self.organization_title.clone());
                }
            }
            [_, Organizations, Organization, .., Item, Title] => {
                let title = fields.title(xml);
                if let Some(item) = self.items.last_mut() {
                    item.title = title;
                }
            }
            [_, Organizations, Organization, inner @ ..]
                if !inner.is_empty() && inner.iter().all(|tag| *tag == Item) =>
            {
                self.close_item(fields);
            }
            _ => {}
        }
    }

    fn close_item(&mut self, fields: &Fields<'_>) {
        let Some(item) = self.items.pop() else { return };
        if item.section {
            self.open_sections.pop();
        }
        if item.parent {
            return;
        }
        let kept = self.manifest.found.course.activity_count < fields.limits.kept_activities as u64;
        self.manifest.found.course.activity_count += 1;
        if !kept {
            count(&mut self.manifest.found.course.activity_counts, "(other)");
            return;
        }
        if self.open_sections.is_empty() {
            let title = self.organization_title.clone();
            self.open_section(title, fields);
        }
        let Some(Some(at)) = self.open_sections.last().copied() else { return };
        let activities = &mut self.manifest.found.course.sections[at].activities;
        let module = if item.reference.is_some() { "other" } else { "heading" };
        if let Some(reference) = item.reference {
            self.references.entry(reference).or_default().push((at, activities.len()));
        }
        activities.push(Activity {
            module: module.into(),
            title: item.title.unwrap_or_default(),
            visible: item.visible,
            ..Activity::default()
        });
    }

    fn resource(&mut self, xml: &Xml<'_>) {
        let kind = xml.attribute("type").unwrap_or_default();
        let short: String = kind.chars().take(100).collect();
        let relative = &mut self.manifest.found.relative;
        count(&mut relative.resource_counts, if short.is_empty() { "(none)" } else { &short });
        // adlcp:scormtype in SCORM 1.2, adlcp:scormType in SCORM 2004.
        let scorm = xml
            .attributes()
            .iter()
            .find(|(key, _)| key.rsplit(':').next().is_some_and(|key| key.eq_ignore_ascii_case("scormtype")))
            .map(|(_, value)| value.as_str());
        let is_sco = scorm.is_some_and(|value| value.eq_ignore_ascii_case("sco"));
        self.scos += u64::from(is_sco);
        let module = match scorm {
            Some(_) if is_sco => "sco",
            Some(_) => "asset",
            None => module_of(kind),
        };
        let hash = xml.attribute("identifier").map(|identifier| self.key.hash_one(identifier));
        for (section, activity) in hash.and_then(|hash| self.references.remove(&hash)).unwrap_or_default() {
            let sections = &mut self.manifest.found.course.sections;
            module.clone_into(&mut sections[section].activities[activity].module);
        }
    }

    fn schema(&mut self, schema: &str) {
        if self.manifest.kind == Kind::Imscp
            && matches!(schema, "IMS Common Cartridge" | "IMS Thin Common Cartridge")
        {
            self.manifest.kind = Kind::Imscc;
        } else if self.manifest.kind == Kind::Imscp && schema.eq_ignore_ascii_case("ADL SCORM") {
            self.manifest.kind = Kind::Scorm;
        }
    }

    fn schema_version(&mut self, xml: &Xml<'_>, fields: &mut Fields<'_>) {
        let Some(version) = fields.word(xml) else { return };
        let manifest = &mut *self.manifest;
        match manifest.kind {
            // Common Cartridge says 1.1.0 where the namespace says 1.1.
            Kind::Imscc if manifest.version.is_none() => {
                let short = version.strip_suffix(".0").filter(|short| short.contains('.'));
                manifest.version = Some(short.unwrap_or(&version).to_owned());
            }
            Kind::Imscp | Kind::Scorm if version == "CAM 1.3" || version.starts_with("2004 ") => {
                (manifest.kind, manifest.version) = (Kind::Scorm, Some("2004".into()));
            }
            Kind::Scorm if manifest.version.is_none() => manifest.version = Some(version.clone()),
            _ => {}
        }
        manifest.found.relative.schema_version = Some(version);
    }

    fn finish(&mut self) {
        let Manifest { kind, found, .. } = &mut *self.manifest;
        let Found { course, relative, .. } = &mut **found;
        if *kind == Kind::Scorm {
            relative.sco_count = Some(self.scos);
        }
        if course.fullname.is_none() {
            course.fullname = relative.organizations.first().cloned();
        }
        for activity in course.sections.iter().flat_map(|section| &section.activities) {
            count(&mut course.activity_counts, &activity.module);
        }
    }
}

/// What an item is that opens a resource of this type.
fn module_of(kind: &str) -> &'static str {
    if kind.starts_with("imsqti_") {
        return if kind.ends_with("question-bank") { "question_bank" } else { "assessment" };
    }
    MODULES.iter().find(|(start, _)| kind.starts_with(start)).map_or("other", |(_, module)| module)
}

/// The root's own namespace decides for Common Cartridge, any declared one for SCORM.
fn by_namespaces(xml: &Xml<'_>) -> (Kind, Option<String>) {
    let own = match xml.name().split_once(':') {
        Some((prefix, _)) => xml.attribute(&format!("xmlns:{prefix}")),
        None => xml.attribute("xmlns"),
    };
    let own = own.unwrap_or_default();
    if own == CARTRIDGE_1_0 {
        return (Kind::Imscc, Some("1.0".into()));
    }
    if let Some((_, version)) = CARTRIDGES.iter().find(|(part, _)| own.contains(part)) {
        return (Kind::Imscc, Some((*version).into()));
    }
    let declares = |namespace: &str| {
        xml.attributes().iter().any(|(key, value)| key.starts_with("xmlns") && value.contains(namespace))
    };
    if declares("adlcp_rootv1p2") {
        (Kind::Scorm, Some("1.2".into()))
    } else if declares("adlcp_v1p3") {
        (Kind::Scorm, Some("2004".into()))
    } else {
        (Kind::Imscp, None)
    }
}
