//! What the sites know of their publications, and what the hub must therefore show.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, OnceLock};

use hub_sample::course::{Course, Section};
use hub_sample::package::{Container, Origin, build};
use hub_sample::site::{Kind, Wire};

/// Bytes of a backup; all sites of all chains send the same for a course of the same number.
pub type Backup = Arc<[u8]>;

/// One course as a site sent it.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The course's id on its site.
    pub site_course_id: i64,
    pub kind: Kind,
    pub title: String,
    pub description: String,
    /// The backup of a share.
    pub backup: Backup,
    /// The hub's id, once it is known.
    pub id: Option<i64>,
    /// The hub acknowledged the backup.
    pub is_uploaded: bool,
    /// The site gave up on this one: a backup that was cut off is not sent again.
    pub is_given_up: bool,
}

/// Two courses sent in one call: both are published, or none.
#[derive(Clone, Debug)]
pub struct Pair {
    pub courses: [Sent; 2],
    /// The hub answered with their ids.
    pub is_acknowledged: bool,
}

/// Everything a site sent, by the number of the call.
pub type Ledger = BTreeMap<i64, Pair>;

impl Pair {
    /// The pair of that number: adverts and shares in turn.
    pub fn new(number: i64) -> Self {
        let kind = if number % 2 == 0 { Kind::Advert } else { Kind::Share };
        Self { courses: [0, 1].map(|half| Sent::new(2 * number + half + 2, kind)), is_acknowledged: false }
    }

    /// The parameter of `hub_register_courses`.
    pub fn parameter(&self) -> Wire {
        Wire::List(self.courses.iter().map(Sent::fields).collect())
    }
}

impl Sent {
    fn new(site_course_id: i64, kind: Kind) -> Self {
        let title = format!("Course {site_course_id}");
        let description = format!("What course {site_course_id} is about. ").repeat(10).trim().to_owned();
        let backup = if kind == Kind::Share { backup(site_course_id, &title) } else { Backup::default() };
        Self {
            site_course_id,
            kind,
            title,
            description,
            backup,
            id: None,
            is_uploaded: false,
            is_given_up: false,
        }
    }

    /// The least the hub takes (classic protocol notes, section 6.3).
    fn fields(&self) -> Wire {
        let text = |value: &str| Wire::Text(value.to_owned());
        let (address, is_advert) = match self.kind {
            Kind::Advert => ("courseurl", true),
            Kind::Share => ("demourl", false),
        };
        Wire::object([
            ("fullname", text(&self.title)),
            ("shortname", text(&format!("C{}", self.site_course_id))),
            ("description", text(&self.description)),
            ("language", text("en")),
            ("publishername", text("Ada Green")),
            ("publisheremail", text("ada@school.example")),
            ("contributornames", text("")),
            ("coverage", text("one,two")),
            ("creatorname", text("Ada Green")),
            ("licenceshortname", text("cc")),
            ("subject", text("")),
            ("audience", text("students")),
            ("educationallevel", text("secondary")),
            ("creatornotes", text("<p>Notes</p>")),
            ("creatornotesformat", Wire::Int(1)),
            ("sitecourseid", Wire::Int(self.site_course_id)),
            (address, text("https://school.example/page")),
            ("enrollable", Wire::Bool(is_advert)),
            ("screenshots", Wire::Int(0)),
        ])
    }

    /// Whether anybody must see it by now.
    pub fn is_public(&self) -> bool {
        self.id.is_some() && (self.kind == Kind::Advert || self.is_uploaded)
    }
}

/// The backup of that course, packed once: packing takes longer than publishing.
fn backup(site_course_id: i64, title: &str) -> Backup {
    static PACKED: Mutex<BTreeMap<i64, Arc<OnceLock<Backup>>>> = Mutex::new(BTreeMap::new());
    let place = Arc::clone(PACKED.lock().unwrap().entry(site_course_id).or_default());
    Arc::clone(place.get_or_init(|| pack(site_course_id, title).into()))
}

/// A backup that takes several writes of the staging folder's buffer (256 KiB): text that hardly compresses.
fn pack(site_course_id: i64, title: &str) -> Vec<u8> {
    let mut noise = String::with_capacity(700_000);
    let mut state = site_course_id.unsigned_abs() + 1;
    while noise.len() < 700_000 {
        // Xorshift by Marsaglia, 2003.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        write!(noise, "{state:016x}").unwrap();
    }
    let section = Section::new("Noise").page("Noise", format!("<p>{noise}</p>"));
    let course = Course::new(format!("C{site_course_id}"), title, "en").section(section);
    let origin = Origin { course_id: site_course_id, ..Origin::default() };
    build(&course, &origin, Container::TarGz)
}
