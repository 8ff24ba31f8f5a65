//! What a site says about a course in `hub_register_courses` (sections 6.3 and 6.9).

use crate::Value;
use crate::param::{Fields, Kind, ParamError, Place, structs};

/// How many activities or blocks of one type a course has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentCount {
    /// `activity` or `block`.
    pub moduletype: String,
    /// Moodle's name of the type: `forum`, `quiz`, `html`.
    pub modulename: String,
    /// How many.
    pub contentcount: i64,
}

/// A course as its site describes it. Texts are not cut to any length; a text that was null is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseMetadata {
    /// The course's id on its site.
    pub sitecourseid: i64,
    /// Its name.
    pub fullname: String,
    /// Its short name.
    pub shortname: String,
    /// Its description, without tags.
    pub description: String,
    /// Language code, perhaps with a region.
    pub language: String,
    /// Who publishes it.
    pub publishername: String,
    /// Where to write to the publisher.
    pub publisheremail: String,
    /// Who else worked on it.
    pub contributornames: String,
    /// Tags, separated by commas.
    pub coverage: String,
    /// Who made it.
    pub creatorname: String,
    /// Short name of the licence.
    pub licenceshortname: String,
    /// Subject code of Appendix A; from mebis ids joined by commas.
    pub subject: String,
    /// `educators`, `students` or `admins`.
    pub audience: String,
    /// One of section 9.3.
    pub educationallevel: String,
    /// Notes of the creator as **raw HTML** from a stranger: clean it before it is shown.
    pub creatornotes: String,
    /// 1 HTML, 0 Moodle, 2 plain, 4 Markdown.
    pub creatornotesformat: i64,
    /// Address of a demonstration; sent when a course is shared.
    pub demourl: Option<String>,
    /// Address of the course; sent when it is advertised.
    pub courseurl: Option<String>,
    /// True: advertised. False: shared, a backup follows.
    pub enrollable: bool,
    /// How many screenshots the course will have after the uploads that follow.
    pub screenshots: Option<i64>,
    /// Whether all stored screenshots shall go now.
    pub deletescreenshots: bool,
    /// What is in the course; empty when nothing was said.
    pub contents: Vec<ContentCount>,
    /// The names of its outcomes, tags dropped (section 12, row 23).
    pub outcomes: Vec<String>,
    /// What only mebis sites send.
    pub mebis: Option<MebisMetadata>,
}

/// The further members of the mebis dialect, those that were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MebisMetadata {
    /// Whether a backup follows; mebis defaults to true.
    pub share: bool,
    /// JSON that holds a **secret** of the course's LTI tool.
    pub ltitool: Option<String>,
    /// JSON.
    pub schooltype: Option<String>,
    /// JSON.
    pub schoolyear: Option<String>,
    /// Whether to publish without a name.
    pub withanon: bool,
    /// Tags, separated by commas.
    pub tags: Option<String>,
    /// Name of the licence.
    pub license: Option<String>,
    /// The members `legalinfo_...`, in this order: foreignstuff, foreinstuffchanged (spelt so),
    /// ownstuff, audioandimages, privatedata, termsofuse.
    pub legalinfo: [bool; 6],
}

const MEBIS_ONLY: [&str; 13] = [
    "share",
    "ltitool",
    "schooltype",
    "schoolyear",
    "withanon",
    "tags",
    "license",
    "legalinfo_foreignstuff",
    "legalinfo_foreinstuffchanged",
    "legalinfo_ownstuff",
    "legalinfo_audioandimages",
    "legalinfo_privatedata",
    "legalinfo_termsofuse",
];

impl CourseMetadata {
    /// Reads the list of courses.
    pub(super) fn list(value: Value, place: &Place<'_>) -> Result<Vec<Self>, ParamError> {
        structs(value, place, Self::read)
    }

    fn read(fields: &mut Fields<'_>) -> Result<Self, ParamError> {
        let mebis = MebisMetadata::read(fields)?;
        let subject_kind = if mebis.is_some() { Kind::Text } else { Kind::AlphaNum };
        // A mebis form may leave these out; the classic hub insists on them.
        let loose = mebis.is_some();
        Ok(Self {
            sitecourseid: fields.required_int("sitecourseid")?,
            fullname: fields.required_text("fullname", Kind::Text)?,
            shortname: fields.required_text("shortname", Kind::Text)?,
            description: fields.required_text("description", Kind::Text)?,
            language: if loose {
                fields.filled_text("language", Kind::AlphaNumExt)?.unwrap_or_else(|| "de".to_owned())
            } else {
                fields.required_text("language", Kind::AlphaNumExt)?
            },
            publishername: fields.required_text("publishername", Kind::Text)?,
            publisheremail: fields.required_text("publisheremail", Kind::Email)?,
            contributornames: fields.required_text("contributornames", Kind::Text)?,
            coverage: text(fields, "coverage", Kind::Text, loose)?,
            creatorname: fields.required_text("creatorname", Kind::Text)?,
            licenceshortname: text(fields, "licenceshortname", Kind::Licence, loose)?,
            subject: text(fields, "subject", subject_kind, loose)?,
            audience: fields.required_text("audience", Kind::Alpha)?,
            educationallevel: text(fields, "educationallevel", Kind::Alpha, loose)?,
            creatornotes: fields.required_text("creatornotes", Kind::Raw)?,
            creatornotesformat: fields.required_int("creatornotesformat")?,
            demourl: fields.filled_text("demourl", Kind::Url)?,
            courseurl: fields.filled_text("courseurl", Kind::Url)?,
            enrollable: fields.optional_bool("enrollable")?.unwrap_or(false),
            screenshots: fields.optional_int("screenshots")?,
            deletescreenshots: fields.optional_bool("deletescreenshots")?.unwrap_or(false),
            contents: fields.structs("contents", read_content)?,
            outcomes: fields.structs("outcomes", read_outcome)?,
            mebis,
        })
    }
}

impl MebisMetadata {
    /// The mebis members, or `None` if not one of them is there.
    fn read(fields: &mut Fields<'_>) -> Result<Option<Self>, ParamError> {
        if !MEBIS_ONLY.iter().any(|name| fields.has(name)) {
            return Ok(None);
        }
        let mut legalinfo = [false; 6];
        for (slot, name) in legalinfo.iter_mut().zip(&MEBIS_ONLY[7..]) {
            *slot = fields.optional_bool(name)?.unwrap_or(false);
        }
        Ok(Some(Self {
            share: fields.optional_bool("share")?.unwrap_or(true),
            ltitool: fields.filled_text("ltitool", Kind::Text)?,
            schooltype: fields.filled_text("schooltype", Kind::Text)?,
            schoolyear: fields.filled_text("schoolyear", Kind::Text)?,
            withanon: fields.optional_bool("withanon")?.unwrap_or(false),
            tags: fields.filled_text("tags", Kind::Text)?,
            license: fields.filled_text("license", Kind::Text)?,
            legalinfo,
        }))
    }
}

fn text(fields: &mut Fields<'_>, name: &str, kind: Kind, may_miss: bool) -> Result<String, ParamError> {
    if may_miss && !fields.has(name) {
        return Ok(String::new());
    }
    fields.required_text(name, kind)
}

fn read_content(fields: &mut Fields<'_>) -> Result<ContentCount, ParamError> {
    Ok(ContentCount {
        moduletype: fields.required_text("moduletype", Kind::Alpha)?,
        modulename: fields.required_text("modulename", Kind::Text)?,
        contentcount: fields.required_int("contentcount")?,
    })
}

fn read_outcome(fields: &mut Fields<'_>) -> Result<String, ParamError> {
    fields.require(&["fullname"])?;
    Ok(fields.cleaned_text("fullname", Kind::Text)?.unwrap_or_default())
}
