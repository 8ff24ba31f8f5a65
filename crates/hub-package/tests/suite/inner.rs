//! What the reader sees in zips that are files of a course, and what people look at: pictures, and what cannot be shown.

use std::fmt::Write as _;

use hub_package::{Code, FileUse, Report, UnseenKind, Verdict};
use sha1::{Digest, Sha1};

use crate::archives::{Member, course_and, file, tgz, zip, zip_of};
use crate::{read, samples};

/// A PNG of 7 × 5 pixels up to where its header ends, with noise behind it so that it is no short file.
fn png(pixels: (u32, u32), noise: u8) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR".to_vec();
    bytes.extend(pixels.0.to_be_bytes());
    bytes.extend(pixels.1.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0]);
    bytes.extend([noise; 1_000]);
    bytes
}

fn sha1(contents: &[u8]) -> String {
    Sha1::digest(contents).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

fn place(contents: &[u8]) -> String {
    let hash = sha1(contents);
    format!("files/{}/{hash}", &hash[..2])
}

fn row(contents: &[u8], component: &str, area: &str, name: &str, media_type: &str) -> String {
    format!(
        "<file id=\"1\"><contenthash>{}</contenthash><contextid>40</contextid><component>{component}</component>\
         <filearea>{area}</filearea><itemid>3</itemid><filepath>/photos/</filepath><filename>{name}</filename>\
         <filesize>{}</filesize><mimetype>{media_type}</mimetype></file>",
        sha1(contents),
        contents.len()
    )
}

/// The small course with these files, as tar.gz and as zip.
fn reports(files: &[(&[u8], String)]) -> [Report; 2] {
    let rows: String = files.iter().map(|(_, row)| row.as_str()).collect();
    let mut tree = course_and("files.xml", format!("<files>{rows}</files>"));
    tree.extend(files.iter().map(|(contents, _)| file(&place(contents), contents)));
    [read(&tgz(&tree)), read(&zip(&tree))]
}

/// The course with one zip that a teacher put into a folder.
fn with_zip(bytes: &[u8]) -> Report {
    let [report, other] =
        reports(&[(bytes, row(bytes, "mod_folder", "content", "material.zip", "application/zip"))]);
    assert_eq!((&report.findings, &report.pictures), (&other.findings, &other.pictures));
    assert_eq!((&report.unseen, &report.verdict), (&other.unseen, &other.verdict));
    report
}

fn codes(report: &Report) -> Vec<Code> {
    report.finding_counts.keys().copied().collect()
}

fn unseen(report: &Report) -> Vec<(UnseenKind, &str)> {
    report.unseen.iter().map(|item| (item.kind, item.name.as_deref().unwrap_or(""))).collect()
}

#[test]
fn pictures_are_told_with_their_size_and_where_the_course_uses_them() {
    let leaf = png((640, 480), 1);
    for report in reports(&[(&leaf, row(&leaf, "mod_page", "content", "leaf.png", "image/png"))]) {
        assert_eq!(report.picture_count, 1);
        let picture = &report.pictures[0];
        assert_eq!(picture.place, place(&leaf));
        assert_eq!((picture.sha1.as_str(), picture.size_bytes), (sha1(&leaf).as_str(), leaf.len() as u64));
        assert_eq!((picture.media_type.as_str(), picture.pixels), ("image/png", Some((640, 480))));
        let expected = FileUse {
            name: "photos/leaf.png".into(),
            component: "mod_page".into(),
            area: "content".into(),
            context_id: Some(40),
            item_id: Some(3),
        };
        assert_eq!(picture.uses, [expected]);
        assert_eq!(report.unseen_count, 0);
    }
}

#[test]
fn a_picture_of_a_user_is_shown_to_staff_without_its_name() {
    let face = png((100, 100), 2);
    for report in reports(&[(&face, row(&face, "user", "icon", "Anna-Example.png", "image/png"))]) {
        assert_eq!((report.picture_count, report.pictures[0].uses.len()), (1, 0));
        assert!(!serde_json::to_string(&report).unwrap().contains("Anna"));
    }
}

#[test]
fn zips_inside_are_looked_into_for_pictures_scripts_and_programs() {
    let leaf = png((7, 5), 3);
    let page = b"<!DOCTYPE html><title>x</title><script>alert(1)</script>";
    let film = [&b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41"[..], &[0; 600]].concat();
    let inner = zip_of(&[
        Member::new("images/", b""),
        Member::new("images/leaf.png", &leaf),
        Member::new("index.html", page).with_descriptor(),
        Member::stored("setup.exe", b"MZ no program, but Windows would try"),
        Member::new("film.mp4", &film),
        Member::new("deeper.zip", &zip_of(&[Member::new("a.txt", b"x")])),
    ]);
    let report = with_zip(&inner);
    assert_eq!(report.pictures[0].place, format!("{}!images/leaf.png", place(&inner)));
    assert_eq!(report.pictures[0].pixels, Some((7, 5)));
    assert_eq!(report.pictures[0].sha1, sha1(&leaf));
    assert_eq!(codes(&report), [Code::ActiveScript, Code::HtmlFile, Code::ExecutableFile]);
    assert_eq!(report.verdict, Verdict::Hold(vec![Code::ExecutableFile]));
    let script = report.findings.iter().find(|finding| finding.code == Code::ActiveScript).unwrap();
    assert_eq!(script.place.as_deref(), Some(format!("{}!index.html", place(&inner)).as_str()));
    assert!(script.evidence.starts_with("material.zip: "), "{}", script.evidence);
    assert_eq!(unseen(&report), [(UnseenKind::Video, "film.mp4"), (UnseenKind::Archive, "deeper.zip")]);
}

#[test]
fn names_in_zips_of_users_are_not_told() {
    let page = b"<!DOCTYPE html><title>x</title><script>alert(1)</script>";
    let leaf = png((7, 5), 4);
    let inner = zip_of(&[
        Member::new("Anna Example.html", page),
        Member::new("Anna Example.png", &leaf),
        Member::new("Anna Example.exe", b"MZ"),
        Member::new("Anna Example.pdf", b"%PDF-1.7 ..."),
    ]);
    let area = ("assignsubmission_file", "submission_files");
    for report in reports(&[(&inner, row(&inner, area.0, area.1, "Anna Example.zip", "application/zip"))]) {
        assert_eq!(report.finding_counts[&Code::ActiveScript], 1);
        assert_eq!((report.picture_count, report.unseen_count), (1, 1));
        assert!(!serde_json::to_string(&report).unwrap().contains("Anna"), "{report:?}");
    }
}

#[test]
fn a_zip_that_two_readers_would_read_differently_is_not_called_seen() {
    let honest = [Member::new("a.txt", b"first"), Member::new("b.txt", b"second")];
    let offset = u32::try_from(honest[0].local().len()).unwrap();
    let locals = [honest[0].local(), honest[1].local()].concat();
    let close = |bytes: Vec<u8>, directory: Vec<u8>, count| crate::archives::close(bytes, &directory, count);
    let directory = [honest[0].central(0), honest[1].central(offset)].concat();
    let mut other_name = honest[1].clone();
    other_name.name = b"c.txt".to_vec();
    let mut wrong_crc = honest[0].clone();
    (wrong_crc.crc, wrong_crc.local_crc) = (1, 1);
    let cases = [
        ("a member the directory does not list", close(locals.clone(), honest[0].central(0), 1)),
        (
            "another name",
            close(locals.clone(), [honest[0].central(0), other_name.central(offset)].concat(), 2),
        ),
        ("a member twice", close(locals.clone(), [honest[0].central(0), honest[0].central(0)].concat(), 2)),
        ("more than there are", close(locals.clone(), [&directory[..], &honest[0].central(0)].concat(), 3)),
        ("a gap", close([honest[0].local(), vec![0; 9], honest[1].local()].concat(), directory.clone(), 2)),
        ("something behind it", [close(locals.clone(), directory.clone(), 2), b"more".to_vec()].concat()),
        ("a wrong checksum", zip_of(&[wrong_crc])),
        ("half of it", close(locals, directory, 2)[..60].to_vec()),
        ("a stored member of unknown size", zip_of(&[Member::stored("a", b"text").with_descriptor()])),
    ];
    assert_eq!(codes(&with_zip(&zip_of(&honest))), []);
    for (what, bytes) in cases {
        let report = with_zip(&bytes);
        assert_eq!(codes(&report), [Code::InnerUnreadable], "{what}: {:?}", report.findings);
        assert_eq!(unseen(&report), [(UnseenKind::Damaged, "material.zip")], "{what}");
        assert_eq!(report.verdict, Verdict::Accept, "{what}");
    }
}

#[test]
fn no_part_of_a_cut_zip_is_a_panic_or_seen() {
    let inner = zip_of(&[Member::new("a.txt", b"first"), Member::new("b.txt", b"second").with_descriptor()]);
    for length in 4..inner.len() {
        let report = with_zip(&inner[..length]);
        assert_eq!(codes(&report), [Code::InnerUnreadable], "{length}");
    }
}

#[test]
fn a_bomb_in_a_zip_inside_is_stopped_and_held() {
    let inner = zip_of(&[Member::new("zeros.bin", &vec![0; 64 << 20])]);
    let report = with_zip(&inner);
    assert_eq!(report.verdict, Verdict::Hold(vec![Code::InnerBomb]), "{:?}", report.findings);
    assert!(report.findings[0].evidence.contains("the limit is"), "{}", report.findings[0].evidence);
}

#[test]
fn files_behind_a_password_are_counted_as_unseen() {
    let Some(folder) = samples::folder() else { return };
    let bytes = std::fs::read(folder.join("passwordis1.zip")).unwrap();
    let report = with_zip(&bytes);
    assert_eq!(codes(&report), [Code::InnerUnreadable]);
    assert!(report.unseen.iter().all(|item| item.kind == UnseenKind::Encrypted), "{:?}", report.unseen);
    assert!(report.unseen_count > 0);
}

#[test]
fn zips_of_other_tools_are_looked_into_without_trouble() {
    let Some(folder) = samples::folder() else { return };
    for name in [
        "h5p-greeting-card.h5p",
        "cc11-py4e.imscc",
        "test_osx_1074.zip",
        "test_win8_cz.zip",
        "validscorm.zip",
    ] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let report = with_zip(&bytes);
        assert!(!report.finding_counts.contains_key(&Code::InnerUnreadable), "{name}: {:?}", report.findings);
    }
}

#[test]
fn films_recordings_documents_and_drawings_cannot_be_shown() {
    let long = |start: &[u8]| [start, &[b' '; 600]].concat();
    let cases = [
        (long(b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41"), UnseenKind::Video),
        (long(b"ID3\x03\0\0\0\0\0\0"), UnseenKind::Audio),
        (long(b"%PDF-1.7\n"), UnseenKind::Document),
        (long(b"Rar!\x1a\x07\0"), UnseenKind::Archive),
        (long(b"<svg xmlns=\"http://www.w3.org/2000/svg\">"), UnseenKind::Picture),
        (long(b"II*\0\x08\0\0\0"), UnseenKind::Picture),
    ];
    for (contents, kind) in cases {
        for report in reports(&[(&contents, row(&contents, "mod_folder", "content", "file.bin", ""))]) {
            assert_eq!(unseen(&report), [(kind, "file.bin")]);
            assert_eq!(report.unseen[0].size_bytes, contents.len() as u64);
        }
    }
}

#[test]
fn a_pdf_that_does_more_than_show_pages_is_told() {
    for (name, active) in [("/JavaScript (app.alert(1))", true), ("/Launch", true), ("/Page /Parent", false)]
    {
        let contents = format!("%PDF-1.7\n{}1 0 obj << {name} >> endobj", "%\n".repeat(40_000));
        for report in
            reports(&[(contents.as_bytes(), row(contents.as_bytes(), "mod_folder", "content", "a.pdf", ""))])
        {
            assert_eq!(report.finding_counts.contains_key(&Code::PdfActive), active, "{name}");
        }
    }
}

#[test]
fn packages_of_other_kinds_tell_their_pictures_and_pages_too() {
    let leaf = png((7, 5), 6);
    let bytes = zip_of(&[
        Member::new(
            "imsmanifest.xml",
            b"<manifest><metadata><schema>ADL SCORM</schema></metadata></manifest>",
        ),
        Member::new("index.html", b"<html><body onload=\"go()\">x</body></html>"),
        Member::new("leaf.png", &leaf),
    ]);
    let report = read(&bytes);
    assert_eq!(report.verdict, Verdict::Refuse(Code::ScormPackage));
    assert_eq!(report.pictures[0].place, "leaf.png");
    assert!(report.finding_counts.contains_key(&Code::ActiveHandler), "{:?}", report.findings);
}
