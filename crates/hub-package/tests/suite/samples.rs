//! The shared sample packages, whose facts were found by an independent script. They are not part of the
//! project: `COURSEHUB_SAMPLES` says where they are, and without them these tests say that they were skipped.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use hub_package::{Cancel, Code, Kind, Limits, Packing, Report, Verdict};

/// The folder of the samples, if it is there.
pub(crate) fn folder() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/samples");
    let folder = std::env::var_os("COURSEHUB_SAMPLES").map_or_else(|| PathBuf::from(beside), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    note_skip(&format!("COURSEHUB_SAMPLES: no folder {}", folder.display()));
    None
}

/// Says what is missing, also in the list that the test command counts skipped tests by.
fn note_skip(what: &str) {
    eprintln!("skipped: {what}");
    let Some(list) = std::env::var_os("COURSEHUB_TEST_SKIPS") else { return };
    if let Ok(mut file) = std::fs::OpenOptions::new().append(true).create(true).open(list) {
        let _ = writeln!(file, "{what}");
    }
}

fn read(path: &Path) -> Report {
    hub_package::read(File::open(path).unwrap(), &Limits::default(), &Cancel::never()).unwrap()
}

/// What is known of a Moodle backup.
struct Backup {
    file: &'static str,
    sha256: &'static str,
    container: Packing,
    release: &'static str,
    branch: &'static str,
    mode: u32,
    fullname: &'static str,
    sections: u64,
    activities: &'static [(&'static str, u64)],
    users: u64,
    files: (u64, u64),
    questions: u64,
    unpacked: u64,
    members: u64,
    verdict: fn() -> Verdict,
    others: &'static [Code],
}

const ACCEPT: fn() -> Verdict = || Verdict::Accept;
const USERS: fn() -> Verdict = || Verdict::Hold(vec![Code::PersonalData]);
const ACTIVITY: fn() -> Verdict = || Verdict::Hold(vec![Code::NotACourse]);

fn check(known: &Backup) {
    let Some(folder) = folder() else { return };
    let report = read(&folder.join(known.file));
    assert_eq!(report.verdict, (known.verdict)(), "{:?}", report.findings);
    let others: Vec<Code> = report
        .finding_counts
        .keys()
        .copied()
        .filter(|code| !matches!(code, Code::PersonalData | Code::NotACourse))
        .collect();
    assert_eq!(others, known.others, "{:?}", report.findings);
    assert_eq!((report.kind, report.container), (Kind::Moodle2, known.container));
    assert_eq!(report.sha256, known.sha256);
    assert_eq!(report.size_bytes, std::fs::metadata(folder.join(known.file)).unwrap().len());
    assert_eq!((report.unpacked_bytes, report.members), (known.unpacked, known.members));
    let backup = &report.backup;
    assert_eq!(backup.moodle_release.as_deref(), Some(known.release));
    assert_eq!(backup.moodle_branch.as_deref(), Some(known.branch));
    assert_eq!(backup.mode, Some(known.mode));
    assert_eq!((backup.user_count, backup.users_included), (known.users, Some(known.users > 0)));
    assert_eq!((backup.file_rows, backup.file_blobs), known.files);
    assert_eq!(backup.question_count, known.questions);
    let course = &report.course;
    assert_eq!(course.fullname.as_deref(), Some(known.fullname));
    assert_eq!((course.section_count, course.sections.len() as u64), (known.sections, known.sections));
    assert_eq!(course.activity_count, known.activities.iter().map(|(_, count)| count).sum::<u64>());
    let counts: Vec<(&str, u64)> =
        course.activity_counts.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    assert_eq!(counts, known.activities);
    let shown: usize = course.sections.iter().map(|section| section.activities.len()).sum();
    assert_eq!((shown + course.other_activities.len()) as u64, course.activity_count);
}

#[test]
fn a_zip_of_2_6dev() {
    check(&Backup {
        file: "moodle26dev-zip-course.mbz",
        sha256: "0199850d38e50abedb2c34e97f21603725b5938aecd75c11c4cc783cbd81fc7a",
        container: Packing::Zip,
        release: "2.6dev (Build: 20130614)",
        branch: "2.6",
        mode: 10,
        fullname: "Course Import",
        sections: 11,
        activities: &[("glossary", 1)],
        users: 0,
        files: (0, 0),
        questions: 0,
        unpacked: 29_066,
        members: 75,
        verdict: ACCEPT,
        others: &[],
    });
}

#[test]
fn a_handmade_tar_of_2_6() {
    check(&Backup {
        file: "moodle26-tgz-noindex-restrictions.mbz",
        sha256: "10e63ac98f88962319e3c94c5982269d6b05bddb7f486bbff5c48bba5c92b4e6",
        container: Packing::TarGz,
        release: "2.6.2 (Build: 20140310)",
        branch: "2.6",
        mode: 10,
        fullname: "MDL-44070 Moodle 2.6 backup",
        sections: 4,
        activities: &[("forum", 1), ("page", 14), ("quiz", 1)],
        users: 0,
        files: (0, 0),
        questions: 1,
        unpacked: 63_381,
        members: 123,
        verdict: ACCEPT,
        others: &[],
    });
}

#[test]
fn one_activity_of_2_8() {
    check(&Backup {
        file: "moodle28-zip-activity-quiz.mbz",
        sha256: "70b1b722bad9011982280eefdcada2e9c7b274087ba2e48268e4c64fc5f739ea",
        container: Packing::Zip,
        release: "2.8.5+ (Build: 20150319)",
        branch: "2.8",
        mode: 10,
        fullname: "Backup test",
        sections: 0,
        activities: &[("quiz", 1)],
        users: 0,
        files: (0, 0),
        questions: 2,
        unpacked: 17_545,
        members: 20,
        verdict: ACTIVITY,
        others: &[],
    });
}

#[test]
fn files_of_3_2() {
    check(&Backup {
        file: "moodle32-tgz-files-scorm-imscp.mbz",
        sha256: "cedd1556829d2e92df77103b75bb6834f18f49c452a8a05c47d06c3cf9985ca9",
        container: Packing::TarGz,
        release: "3.2.4+ (Build: 20170720)",
        branch: "3.2",
        mode: 10,
        fullname: "Deadlock Backup",
        sections: 5,
        activities: &[("folder", 1), ("forum", 1), ("imscp", 1), ("scorm", 1)],
        users: 0,
        files: (26, 26),
        questions: 0,
        unpacked: 395_167,
        members: 125,
        verdict: ACCEPT,
        // Eight pages of an IMS content package.
        others: &[Code::AuthorNames, Code::HtmlFile],
    });
}

#[test]
fn dot_slash_names_and_a_link_of_3_2() {
    check(&Backup {
        file: "moodle32-tgz-dotslash-hardlink-activity.mbz",
        sha256: "2d3119fa712c6135536a23f4a4bbade5d68ef7103926c88e3f8df23a8ae516a1",
        container: Packing::TarGz,
        release: "3.2+ (Build: 20161215)",
        branch: "3.2",
        mode: 10,
        fullname: "Scratch",
        sections: 0,
        activities: &[("quiz", 1)],
        users: 0,
        files: (0, 0),
        questions: 14,
        unpacked: 69_191,
        members: 22,
        verdict: ACTIVITY,
        others: &[Code::IndexMismatch, Code::DuplicateLink],
    });
}

#[test]
fn a_hundred_and_seventeen_users_of_3_3() {
    check(&Backup {
        file: "moodle33-tgz-117users-studentquiz.mbz",
        sha256: "460e5846686af3ae128ea34353d99e3f1ae6e057ce083e4a4ae4a2783448c05a",
        container: Packing::TarGz,
        release: "3.3.2+ (Build: 20170928)",
        branch: "3.3",
        mode: 10,
        fullname: "Moodle Development",
        sections: 12,
        activities: &[
            ("assign", 10),
            ("forum", 1),
            ("page", 50),
            ("quiz", 4),
            ("resource", 3),
            ("studentquiz", 2),
        ],
        users: 117,
        files: (0, 0),
        questions: 5,
        unpacked: 692_190,
        members: 913,
        verdict: USERS,
        others: &[Code::IndexMismatch, Code::NameDiffers],
    });
}

#[test]
fn three_users_of_4_1dev() {
    check(&Backup {
        file: "moodle41dev-tgz-3users.mbz",
        sha256: "c7369a4106c43123268fa23f2af19f0b0b012c0811fea2b84c664e44f63ee62c",
        container: Packing::TarGz,
        release: "4.1dev (Build: 20220707)",
        branch: "4.1",
        mode: 10,
        fullname: "Course 1",
        sections: 6,
        activities: &[("assign", 1)],
        users: 3,
        files: (0, 0),
        questions: 0,
        unpacked: 42_751,
        members: 58,
        verdict: USERS,
        others: &[],
    });
}

#[test]
fn a_third_party_question_type_of_2_7() {
    check(&Backup {
        file: "moodle27-zip-gapfill.mbz",
        sha256: "a563a91d8bd56bba758f0b2abecf86808df16fb04fcf285618027866480a90b0",
        container: Packing::Zip,
        release: "2.7.2+ (Build: 20141002)",
        branch: "2.7",
        mode: 10,
        fullname: "Gapfill Question Type V1.5 Demo Course",
        sections: 4,
        activities: &[("label", 1), ("page", 2), ("quiz", 5)],
        users: 0,
        files: (6, 2),
        questions: 63,
        unpacked: 395_854,
        members: 82,
        verdict: ACCEPT,
        others: &[Code::AuthorNames],
    });
}

#[test]
fn ten_megabytes_of_questions_of_4_1() {
    check(&Backup {
        file: "moodle41-tgz-stack-demo-77quizzes.mbz",
        sha256: "e650fa757c444e2ecaf28ca18e5ed07a25bf158d8a42c611bf978b1e94e2aa82",
        container: Packing::TarGz,
        release: "4.1.11 (Build: 20240610)",
        branch: "4.1",
        mode: 10,
        fullname: "Demonstrating STACK (v4.4.7)",
        sections: 9,
        activities: &[("page", 2), ("quiz", 74), ("resource", 1)],
        users: 0,
        files: (12, 3),
        questions: 736,
        unpacked: 11_784_924,
        members: 828,
        verdict: ACCEPT,
        // The author's address stands in a question and a section, an applet of GeoGebra 3.2 and a script in
        // questions.
        others: &[Code::EmailAddresses, Code::AuthorNames, Code::ActiveScript, Code::ActiveObject],
    });
}

#[test]
fn an_asynchronous_backup_of_4_5() {
    check(&Backup {
        file: "moodle45-tgz-async-mode70.mbz",
        sha256: "c80e0faa20da48a26a0b12882b326917f17e5e076820faf34d3236106df6bb7f",
        container: Packing::TarGz,
        release: "4.5.8 (Build: 20251208)",
        branch: "4.5",
        mode: 70,
        fullname: "Password Cracking",
        sections: 2,
        activities: &[("forum", 1), ("quiz", 1)],
        users: 0,
        files: (0, 0),
        questions: 4,
        unpacked: 45_498,
        members: 52,
        verdict: ACCEPT,
        others: &[],
    });
}

#[test]
fn a_small_course_of_5_2() {
    check(&Backup {
        file: "moodle52-tgz-minimal.mbz",
        sha256: "05e4a62a92326d19a04c68e7e2f8481bcc950bf6f14bd94b8445fbfbb6c2cd93",
        container: Packing::TarGz,
        release: "5.2.1+ (Build: 20260714)",
        branch: "5.2",
        mode: 10,
        fullname: "OER Fixture Course",
        sections: 3,
        activities: &[("forum", 2), ("label", 1)],
        users: 0,
        files: (0, 0),
        questions: 0,
        unpacked: 29_208,
        members: 66,
        verdict: ACCEPT,
        others: &[],
    });
}

#[test]
fn thirty_five_links_of_5_2() {
    check(&Backup {
        file: "moodle52-tgz-svg-duplicate-hardlinks.mbz",
        sha256: "08269a7016947b01842bc8bb3dfcd4f336803dc733c38df32d4795294cccac58",
        container: Packing::TarGz,
        release: "5.2.1+ (Build: 20260714)",
        branch: "5.2",
        mode: 10,
        fullname: "OER Fixture Course With Image",
        sections: 6,
        activities: &[],
        users: 0,
        files: (1, 1),
        questions: 0,
        unpacked: 22_536,
        members: 87,
        verdict: ACCEPT,
        others: &[Code::IndexMismatch, Code::DuplicateLink],
    });
}

#[test]
fn relatives_and_strangers_are_refused_by_name() {
    let Some(folder) = folder() else { return };
    for (file, kind, version, code, members, unpacked) in [
        ("cc11-py4e.imscc", Kind::Imscc, Some("1.1"), Code::CommonCartridge, 175, 295_125),
        ("h5p-greeting-card.h5p", Kind::H5p, None, Code::H5pPackage, 9, 3_678),
        ("validscorm.zip", Kind::Imscp, None, Code::ImsContentPackage, 1, 39),
        ("passwordis1.zip", Kind::Unknown, None, Code::Encrypted, 0, 0),
        ("test_win8_cz.zip", Kind::Unknown, None, Code::NoMoodleBackup, 3, 12),
        ("test_osx_1074.zip", Kind::Unknown, None, Code::NoMoodleBackup, 7, 24),
    ] {
        let report = read(&folder.join(file));
        assert_eq!(report.verdict, Verdict::Refuse(code), "{file}");
        assert_eq!(
            (report.kind, report.kind_version.as_deref(), report.container),
            (kind, version, Packing::Zip),
            "{file}"
        );
        assert_eq!((report.members, report.unpacked_bytes), (members, unpacked), "{file}");
    }
}

#[test]
fn every_sample_has_its_test() {
    let Some(folder) = folder() else { return };
    let count = std::fs::read_dir(folder).unwrap().filter(|entry| {
        entry.as_ref().unwrap().path().extension().is_some_and(|extension| extension != "md")
    });
    assert_eq!(count.count(), 18);
}

/// Package notes, section 16, test 39.
#[test]
fn no_cut_sample_is_accepted() {
    let Some(folder) = folder() else { return };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        if bytes.len() > 400_000 {
            // The same code paths as the others, at two seconds a sample.
            continue;
        }
        for step in 1..64 {
            let cut = &bytes[..bytes.len() * step / 64];
            let report = crate::read(cut);
            let Verdict::Refuse(code) = report.verdict else { panic!("{} cut at {step}/64", path.display()) };
            let known = matches!(code, Code::Truncated | Code::Corrupt) || cut.len() < 4;
            assert!(known, "{} cut at {step}/64: {:?}", path.display(), report.findings);
        }
    }
}
