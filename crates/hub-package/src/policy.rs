//! What the facts mean under the default policy (package notes, sections 7 and 15).

use crate::code::Code;
use crate::finding::Findings;
use crate::gather::Facts;
use crate::index::Index;
use crate::report::{BackupType, Kind, Packing};

/// The kind of package and its version.
pub(crate) fn kind(facts: &Facts) -> (Kind, Option<String>) {
    let roots = &facts.roots;
    if roots.moodle2 {
        return (Kind::Moodle2, None);
    }
    if roots.moodle1.is_some() {
        return (Kind::Moodle1, None);
    }
    if let Some(manifest) = &roots.manifest {
        return (manifest.kind, manifest.version.clone());
    }
    if roots.h5p.is_some() && roots.h5p_content {
        return (Kind::H5p, None);
    }
    if roots.aicc.is_complete() {
        return (Kind::Aicc, None);
    }
    if roots.nested.is_some() && !roots.nested_twice {
        return (Kind::Nested, None);
    }
    (Kind::Unknown, None)
}

/// Only Moodle 2 packages are taken now; says what the others are.
pub(crate) fn judge_kind(kind: Kind, facts: &Facts, findings: &mut Findings) {
    let code = match kind {
        Kind::Moodle2 => return,
        Kind::Moodle1 => Code::Moodle1Backup,
        Kind::Imscc => Code::CommonCartridge,
        Kind::Scorm => Code::ScormPackage,
        Kind::Imscp => Code::ImsContentPackage,
        Kind::H5p => Code::H5pPackage,
        Kind::Aicc => Code::AiccPackage,
        Kind::Nested => Code::Nested,
        Kind::Unknown => Code::NoMoodleBackup,
    };
    findings.add(code, facts.roots.nested.as_deref().filter(|_| kind == Kind::Nested), "");
}

/// Whether a Moodle 2 package was packed by hand.
pub(crate) fn is_handmade(facts: &Facts, packing: Packing) -> bool {
    // Moodle writes the index into every tar and into no zip.
    let odd_index = (facts.index == Index::Missing) == (packing == Packing::TarGz);
    facts.dotted || facts.foreign > 0 || odd_index
}

/// Judges a Moodle 2 package that was read to its end.
pub(crate) fn judge_backup(facts: &Facts, packing: Packing, findings: &mut Findings) {
    if !facts.recognised {
        findings.add(Code::NotRecognisedByMoodle, Some("moodle_backup.xml"), "");
        return;
    }
    if facts.foreign > 0 {
        let names = facts.foreign_names.join(", ");
        findings.add(Code::ForeignMembers, None, &format!("{}: {names}", facts.foreign));
    }
    // In a zip the index is a leaving of the tar that somebody packed again.
    if packing == Packing::TarGz {
        judge_index(facts, findings);
    }
    judge_type(facts, findings);
    judge_contents(facts, findings);
}

fn judge_index(facts: &Facts, findings: &mut Findings) {
    let evidence = match facts.index {
        Index::Missing => return,
        Index::Lists(index) if index == facts.own_index => return,
        Index::Lists(index) => {
            format!("{} entries listed, {} in the archive", index.count(), facts.own_index.count())
        }
        Index::Unreadable => "it cannot be read".into(),
    };
    findings.add(Code::IndexMismatch, Some(".ARCHIVE_INDEX"), &evidence);
}

fn judge_type(facts: &Facts, findings: &mut Findings) {
    let Some(listed) = &facts.backup else { return };
    match listed.backup.backup_type {
        Some(BackupType::Activity) => findings.add(Code::NotACourse, None, "one activity"),
        Some(BackupType::Section) => findings.add(Code::NotACourse, None, "one section"),
        Some(BackupType::Course) if !facts.course_seen => findings.add(Code::CourseMissing, None, ""),
        // A package that does not say what it is but has a course is one.
        None if !facts.course_seen => findings.add(Code::NoBackupDetails, Some("moodle_backup.xml"), ""),
        Some(BackupType::Course) | None => {}
    }
}

/// The front page is a course of the format `site` to Moodle.
pub(crate) fn judge_format(format: Option<&str>, findings: &mut Findings) {
    if format == Some("site") {
        findings.add(Code::FrontPage, None, "");
    }
}

fn judge_contents(facts: &Facts, findings: &mut Findings) {
    let Some(listed) = &facts.backup else { return };
    let missing =
        listed.directories.iter().filter(|directory| !facts.directories.contains(directory)).count();
    if missing > 0 {
        let evidence = format!("{missing} of {} sections and activities", listed.directories.len());
        findings.add(Code::ContentsMismatch, None, &evidence);
    }
    // Modes 20, 40 and 80 are made for the same site and carry no contents of files.
    let without_files = listed.backup.include_files == Some(false)
        || listed.files_setting == Some(false)
        || matches!(listed.backup.mode, Some(20 | 40 | 80));
    let own_rows = facts.file_rows.files - facts.file_rows.external;
    if own_rows > 0 && (without_files || facts.contents.count() == 0) {
        findings.add(Code::ContentMissing, Some("files.xml"), &format!("{own_rows} files"));
    }
}
