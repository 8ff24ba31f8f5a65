//! Builds a course backup (`.mbz`) as Moodle 3.3 writes it, so that 3.3 and every later Moodle restores it.
//!
//! The same course and origin always give the same bytes. Nothing of users is inside, as in everything that is
//! published. The form follows the mbz notes (sections 1 to 9) and real backups of Moodle 2.7 to 5.2.
//!
//! ```
//! use hub_sample::course::{Course, Section};
//! use hub_sample::package::{Container, Origin, build};
//!
//! let course = Course::new("BOT-1", "Botany", "en").section(Section::new("Leaves").page("A leaf", "<p>…</p>"));
//! let bytes = build(&course, &Origin::default(), Container::TarGz);
//! assert_eq!(bytes[..2], [0x1f, 0x8b]);
//! ```
//!
//! [`members`] gives the parts before packing, for who wants to bend one, and [`pack`] puts them together.

mod activity_members;
mod archive;
mod course_members;
mod manifest;
mod plan;
mod question_members;
mod xml;

#[cfg(test)]
mod tests;

use crate::course::Course;
use plan::Plan;

/// The Moodle the package says it comes from. The last release that could publish to hubs by itself.
const MOODLE_VERSION: &str = "2017051500";
const MOODLE_RELEASE: &str = "3.3 (Build: 20170515)";
const BACKUP_VERSION: &str = "2017051500";
const BACKUP_RELEASE: &str = "3.3";
/// Version of the activity modules in that release.
const MODULE_VERSION: i64 = 2_017_051_500;

/// Where a package says it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Address of the site, without trailing slash.
    pub wwwroot: String,
    /// The site's own identifier; the package carries its MD5.
    pub site_identifier: String,
    /// The course's id on the site, from 1.
    pub course_id: i64,
    /// When the backup was made, Unix seconds.
    pub backed_up_at: i64,
}

impl Default for Origin {
    /// Course 2 (the first real one of a Moodle) of `https://school.example`, backed up on 20 November 2017.
    fn default() -> Self {
        Self {
            wwwroot: "https://school.example".to_owned(),
            site_identifier: "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xYschool.example".to_owned(),
            course_id: 2,
            backed_up_at: 1_511_172_000,
        }
    }
}

impl Origin {
    /// When the course began: 80 days before the backup, which is about a term.
    fn course_started_at(&self) -> i64 {
        self.backed_up_at - 80 * 86_400
    }
}

/// How the members are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// gzip'd tar with an index, as Moodle 2.9 and later.
    TarGz,
    /// zip, as Moodle up to 2.8.
    Zip,
}

/// One file inside a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its path, `/` between folders.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Member {
    /// A member of that path and content.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

/// The backup of `course`.
pub fn build(course: &Course, origin: &Origin, container: Container) -> Vec<u8> {
    pack(&members(course, origin), origin, container)
}

/// The members of the backup of `course`, in the order Moodle packs them: by name, the log last.
pub fn members(course: &Course, origin: &Origin) -> Vec<Member> {
    let plan = Plan::new(course, origin);
    let mut members = course_members::write(&plan);
    for planned in plan.activities() {
        members.extend(activity_members::write(&plan, planned));
    }
    members.push(Member::new("questions.xml", question_members::write(&plan)));
    members.push(Member::new("moodle_backup.xml", manifest::write(&plan)));
    for file in plan.files.iter().filter(|file| !file.is_folder()) {
        members.push(Member::new(format!("files/{}/{}", &file.sha1[..2], file.sha1), file.bytes.clone()));
    }
    members.sort_by(|a, b| {
        let is_log = |member: &Member| member.path == "moodle_backup.log";
        is_log(a).cmp(&is_log(b)).then_with(|| a.path.cmp(&b.path))
    });
    // The same content twice in a course is stored once.
    members.dedup_by(|a, b| a.path == b.path);
    members
}

/// Packs members in the given order; times are the origin's.
pub fn pack(members: &[Member], origin: &Origin, container: Container) -> Vec<u8> {
    match container {
        Container::TarGz => archive::tar_gz(members, origin.backed_up_at),
        Container::Zip => archive::zip(members),
    }
}

/// The name Moodle gives the backup (mbz notes, section 3): `backup-moodle2-course-2-bot-1-20171120-1000-nu.mbz`.
pub fn file_name(course: &Course, origin: &Origin) -> String {
    let short_name: String = course
        .short_name
        .to_lowercase()
        .chars()
        .map(|character| if character.is_alphanumeric() || character == '-' { character } else { '_' })
        .collect();
    let at = jiff::Timestamp::from_second(origin.backed_up_at).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let at = at.strftime("%Y%m%d-%H%M");
    format!("backup-moodle2-course-{}-{short_name}-{at}-nu.mbz", origin.course_id)
}
