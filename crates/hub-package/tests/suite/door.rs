//! What is turned away by what it is.

use hub_package::door::{self, Container};
use hub_package::{Cancel, Code, Kind, Limits, Packing, Unreadable, Verdict};

use crate::archives::{Member, course, end_record, file, gzip, tar, tar_entries, tgz, zip, zip_of};
use crate::{read, read_under, refused};

#[test]
fn what_is_no_package_is_refused_by_seven_different_names() {
    let mut bare_tar = tar(&tar_entries(&course()));
    bare_tar.truncate(4096);
    for (bytes, code) in [
        (end_record(0, 0, 0, b""), Code::EmptyArchive),
        (Vec::new(), Code::EmptyFile),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Code::NotAPackage),
        (b"<!DOCTYPE html><html><title>Log in</title>".to_vec(), Code::HtmlPage),
        (b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(), Code::OtherArchive),
        (bare_tar, Code::BareTar),
        (gzip(b"dear diary"), Code::GzipNotTar),
    ] {
        let report = refused(&bytes, code);
        assert_eq!(report.size_bytes, bytes.len() as u64);
        assert_eq!(report.sha256.len(), 64);
    }
}

#[test]
fn the_door_and_the_reader_agree_about_first_bytes() {
    assert_eq!(door::sniff(&zip(&course())), Container::Zip);
    assert_eq!(door::sniff(&tgz(&course())), Container::Gzip);
    assert_eq!(read(&zip(&course())).container, Packing::Zip);
    assert_eq!(read(&tgz(&course())).container, Packing::TarGz);
    assert_eq!(read(&gzip(&[b'x'; 2_000])).container, Packing::Gzip);
}

#[test]
fn a_packed_folder_is_refused_with_the_folders_name() {
    let nested: Vec<_> =
        course().into_iter().map(|(name, data)| (format!("my course/{name}"), data)).collect();
    for bytes in [zip(&nested), tgz(&nested)] {
        let report = refused(&bytes, Code::Nested);
        assert_eq!(report.kind, Kind::Nested);
        assert_eq!(report.findings[0].place.as_deref(), Some("my course"));
    }
}

#[test]
fn relatives_are_named_and_refused() {
    let manifest = |attributes: &str, inside: &str| {
        vec![file(
            "imsmanifest.xml",
            format!("<?xml version=\"1.0\"?><manifest {attributes}>{inside}</manifest>"),
        )]
    };
    let cartridge = "xmlns = 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1'";
    let scorm = "xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" \
                 xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\"";
    let scorm_2004 = "xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\"";
    let schema =
        "<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>";
    for (tree, kind, version, code) in [
        (manifest(cartridge, ""), Kind::Imscc, Some("1.3"), Code::CommonCartridge),
        (manifest(scorm, ""), Kind::Scorm, Some("1.2"), Code::ScormPackage),
        (manifest(scorm_2004, ""), Kind::Scorm, Some("2004"), Code::ScormPackage),
        (manifest("", schema), Kind::Scorm, Some("2004"), Code::ScormPackage),
        (manifest("", ""), Kind::Imscp, None, Code::ImsContentPackage),
        (vec![file("h5p.json", "{}"), file("content/content.json", "{}")], Kind::H5p, None, Code::H5pPackage),
        (vec![file("moodle.xml", "<MOODLE_BACKUP>")], Kind::Moodle1, None, Code::Moodle1Backup),
        (vec![file("h5p.json", "{}")], Kind::Unknown, None, Code::NoMoodleBackup),
        (vec![file("readme.txt", "hello")], Kind::Unknown, None, Code::NoMoodleBackup),
    ] {
        let report = refused(&zip(&tree), code);
        assert_eq!((report.kind, report.kind_version.as_deref()), (kind, version));
    }
}

#[test]
fn a_moodle_backup_wins_over_what_else_is_in_it() {
    let mut tree = course();
    tree.push(file("imsmanifest.xml", "<manifest/>"));
    tree.push(file("h5p.json", "{}"));
    let report = read(&zip(&tree));
    assert_eq!((report.kind, report.verdict), (Kind::Moodle2, Verdict::Accept));
}

#[test]
fn an_upload_above_the_limit_is_refused_unread() {
    let bytes = zip_of(&[Member::new("a", b"b")]);
    let limits = Limits { upload: 10, ..Limits::default() };
    let report = read_under(&bytes, &limits);
    assert_eq!((report.verdict, report.members), (Verdict::Refuse(Code::TooLarge), 0));
    assert_eq!(report.limits, limits);
}

#[test]
fn a_cancelled_or_late_reading_gives_no_report() {
    let bytes = zip(&course());
    let cancel = Cancel::new();
    cancel.clone().cancel();
    let outcome = hub_package::read(std::io::Cursor::new(&bytes), &Limits::default(), &cancel);
    assert!(matches!(outcome, Err(Unreadable::Cancelled)));
    let limits = Limits { wall_time: std::time::Duration::ZERO, ..Limits::default() };
    let outcome = hub_package::read(std::io::Cursor::new(&bytes), &limits, &Cancel::never());
    assert!(matches!(outcome, Err(Unreadable::OutOfTime)));
}
