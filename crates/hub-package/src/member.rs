//! Which members of a Moodle backup there are (package notes, section 4): a closed set of names, taken exactly.

use crate::moodle::is_plugin_name;

/// What a member is by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Member<'n> {
    /// `moodle_backup.xml`.
    Backup,
    /// `.ARCHIVE_INDEX`.
    Index,
    /// `course/course.xml`.
    Course,
    /// `sections/section_<id>/section.xml`.
    Section(u64),
    /// `activities/<mod>_<id>/module.xml`.
    Module,
    /// `users.xml`.
    Users,
    /// `files.xml`.
    Files,
    /// `questions.xml`.
    Questions,
    /// `files/<xx>/<sha1>`: the contents of a file.
    Blob,
    /// A block's `block.xml`, with the block's name.
    Block(&'n str),
    /// `imsmanifest.xml`.
    Manifest,
    /// `h5p.json`.
    H5p,
    /// `content/content.json`.
    H5pContent,
    /// `moodle.xml`.
    Moodle1,
    /// Another member of a Moodle backup.
    Other,
    /// No member of a Moodle backup.
    Foreign,
}

/// Members at the root that nothing is read from yet.
const ROOT: &[&str] = &[
    "badges.xml",
    "completion.xml",
    "grade_history.xml",
    "gradebook.xml",
    "groups.xml",
    "moodle_backup.log",
    "outcomes.xml",
    "roles.xml",
    "scales.xml",
];

impl<'n> Member<'n> {
    /// What the file `name` is.
    pub(crate) fn of(name: &'n str) -> Self {
        match name {
            "moodle_backup.xml" => return Self::Backup,
            ".ARCHIVE_INDEX" => return Self::Index,
            "course/course.xml" => return Self::Course,
            "users.xml" => return Self::Users,
            "files.xml" => return Self::Files,
            "questions.xml" => return Self::Questions,
            "imsmanifest.xml" => return Self::Manifest,
            "h5p.json" => return Self::H5p,
            "content/content.json" => return Self::H5pContent,
            "moodle.xml" => return Self::Moodle1,
            _ if ROOT.contains(&name) => return Self::Other,
            _ => {}
        }
        let Some((top, rest)) = name.split_once('/') else { return Self::Foreign };
        match top {
            "files" if is_blob(rest) => Self::Blob,
            "course" => Self::of_part(rest),
            "sections" | "activities" => match part_directory(name) {
                Some(directory) => Self::in_part(name, directory),
                None => Self::Foreign,
            },
            _ => Self::Foreign,
        }
    }

    fn in_part(name: &'n str, directory: &'n str) -> Self {
        let rest = &name[directory.len() + 1..];
        match (section_directory(directory), rest) {
            (Some(id), "section.xml") => Self::Section(id),
            (None, "module.xml") => Self::Module,
            _ => Self::of_part(rest),
        }
    }

    /// A member inside `course/`, a section or an activity.
    fn of_part(rest: &'n str) -> Self {
        match rest.split('/').collect::<Vec<_>>().as_slice() {
            [_] => Self::Other,
            ["blocks", block, "block.xml"] => block_name(block).map_or(Self::Foreign, Self::Block),
            ["blocks", block, _] if block_name(block).is_some() => Self::Other,
            _ => Self::Foreign,
        }
    }
}

/// The activity or section directory that `name` stands in, if it does.
pub(crate) fn part_directory(name: &str) -> Option<&str> {
    let (slash, _) = name.match_indices('/').nth(1)?;
    let directory = &name[..slash];
    (section_directory(directory).is_some() || activity_directory(directory).is_some()).then_some(directory)
}

/// `sections/section_<id>` → id.
pub(crate) fn section_directory(directory: &str) -> Option<u64> {
    number(directory.strip_prefix("sections/section_")?)
}

/// `activities/<mod>_<id>` → module and id.
pub(crate) fn activity_directory(directory: &str) -> Option<(&str, u64)> {
    let (module, id) = directory.strip_prefix("activities/")?.rsplit_once('_')?;
    is_plugin_name(module).then_some((module, number(id)?))
}

/// `<block>_<id>` → block.
fn block_name(directory: &str) -> Option<&str> {
    let (block, id) = directory.rsplit_once('_')?;
    (is_plugin_name(block) && number(id).is_some()).then_some(block)
}

fn number(digits: &str) -> Option<u64> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// `<xx>/<sha1>` where `xx` begins the hash.
fn is_blob(rest: &str) -> bool {
    let hex = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    match rest.split_once('/') {
        Some((start, hash)) => start.len() == 2 && hash.len() == 40 && hash.starts_with(start) && hex(hash),
        None => false,
    }
}

/// Whether a member's name says that it is XML; Moodle writes its endings in small letters.
pub(crate) fn is_xml(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending == "xml")
}

/// Leavings of operating systems, which Moodle ignores too.
pub(crate) fn is_leaving(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.ends_with(".DS_Store") || name.ends_with("Thumbs.db")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_known_by_their_exact_names() {
        for (name, expected) in [
            ("moodle_backup.xml", Member::Backup),
            ("Moodle_backup.xml", Member::Foreign),
            ("course/course.xml", Member::Course),
            ("course/inforef.xml", Member::Other),
            ("course/blocks/html_12/block.xml", Member::Block("html")),
            ("course/blocks/html_12/roles.xml", Member::Other),
            ("course/x/y.xml", Member::Foreign),
            ("sections/section_12/section.xml", Member::Section(12)),
            ("sections/section_12/inforef.xml", Member::Other),
            ("sections/section_x/section.xml", Member::Foreign),
            ("activities/quiz_7/module.xml", Member::Module),
            ("activities/quiz_7/quiz.xml", Member::Other),
            ("activities/my_mod_7/blocks/html_1/block.xml", Member::Block("html")),
            ("activities/Quiz_7/module.xml", Member::Foreign),
            ("activities/quiz_7/a/b/c.xml", Member::Foreign),
            ("activities/quiz_99999999999999999999/module.xml", Member::Foreign),
            ("files/da/da39a3ee5e6b4b0d3255bfef95601890afd80709", Member::Blob),
            ("files/db/da39a3ee5e6b4b0d3255bfef95601890afd80709", Member::Foreign),
            ("README.md", Member::Foreign),
        ] {
            assert_eq!(Member::of(name), expected, "{name}");
        }
    }
}
