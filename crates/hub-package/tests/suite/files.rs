//! The files of a backup: rows and contents joined (package notes, section 9).

use std::fmt::Write as _;

use hub_package::{Code, Report, TypeCount, Verdict};
use sha1::{Digest, Sha1};

use crate::archives::{Tree, course_and, file, tgz, zip};
use crate::{read, samples};

const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00";

fn sha1(contents: &[u8]) -> String {
    Sha1::digest(contents).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// A row of `files.xml`.
fn row(hash: &str, area: (&str, &str), name: &str, size: usize, licence: &str, repository: &str) -> String {
    let (component, area) = area;
    format!(
        "<file id=\"1\"><contenthash>{hash}</contenthash><component>{component}</component><filearea>{area}</filearea>\
         <filename>{name}</filename><filesize>{size}</filesize><license>{licence}</license>\
         <author>Anna Example</author><repositorytype>{repository}</repositorytype></file>"
    )
}

fn blob(contents: &[u8]) -> (String, Vec<u8>) {
    let hash = sha1(contents);
    file(&format!("files/{}/{hash}", &hash[..2]), contents)
}

const CONTENT: (&str, &str) = ("mod_resource", "content");
const NULL: &str = "$@NULL@$";

/// The small course with these rows and contents.
fn with_files(rows: &[String], blobs: Vec<(String, Vec<u8>)>) -> Tree {
    let mut tree = course_and("files.xml", format!("<files>{}</files>", rows.concat()));
    tree.extend(blobs);
    tree
}

fn count(report: &Report, code: Code) -> u64 {
    report.finding_counts.get(&code).copied().unwrap_or(0)
}

#[test]
fn rows_and_contents_that_fit_are_told_by_licence_type_and_size() {
    let text = vec![b'x'; 300];
    let rows = [
        row(&sha1(PNG), CONTENT, "leaf.png", PNG.len(), "cc-4.0", NULL),
        row(&sha1(PNG), ("mod_page", "intro"), "again.png", PNG.len(), "cc-4.0", NULL),
        row(&sha1(&text), CONTENT, "long.txt", 300, NULL, NULL),
        row(&sha1(b""), CONTENT, ".", 0, NULL, NULL),
        row(&sha1(b"far"), CONTENT, "far.txt", 3, "public", "dropbox"),
        row(&sha1(b""), CONTENT, "empty.txt", 0, "public", NULL),
    ];
    let tree = with_files(&rows, vec![blob(PNG), blob(&text)]);
    for report in [read(&zip(&tree)), read(&tgz(&tree))] {
        let files = &report.files;
        assert_eq!((report.backup.file_rows, report.backup.file_blobs), (5, 2));
        assert_eq!((files.missing, files.orphan, files.hash_mismatch, files.size_mismatch), (0, 0, 0, 0));
        assert_eq!((files.external, files.blob_bytes), (1, PNG.len() as u64 + 300));
        assert_eq!(files.row_bytes, 2 * PNG.len() as u64 + 303);
        let licences: Vec<(&str, u64)> =
            files.licences.iter().map(|(name, count)| (name.as_str(), *count)).collect();
        assert_eq!(licences, [("(none)", 1), ("cc-4.0", 2), ("public", 2)]);
        assert_eq!(files.types["image/png"], TypeCount { contents: 1, bytes: PNG.len() as u64 });
        assert_eq!(files.types["(unknown)"], TypeCount { contents: 1, bytes: 300 });
        let largest: Vec<&str> = files.largest.iter().map(|large| large.name.as_str()).collect();
        assert_eq!(largest, ["long.txt", "leaf.png", "again.png", "far.txt", "empty.txt"]);
        assert_eq!(report.verdict, Verdict::Accept);
        let json = serde_json::to_string(&report).unwrap();
        assert!(!json.contains("Anna"), "authors are not told");
    }
}

#[test]
fn missing_changed_and_orphaned_contents_are_told() {
    let rows = [
        row(&sha1(PNG), CONTENT, "leaf.png", PNG.len(), NULL, NULL),
        row(&sha1(b"gone"), CONTENT, "gone.txt", 4, NULL, NULL),
        row(&sha1(b"gone"), CONTENT, "gone too.txt", 4, NULL, NULL),
        row(&sha1(b"short"), CONTENT, "short.txt", 500, NULL, NULL),
        "<file id=\"9\"><contenthash>no hash</contenthash><filename>odd</filename></file>".to_owned(),
    ];
    let mut changed = blob(PNG);
    let last = changed.1.len() - 1;
    changed.1[last] ^= 1;
    let name = changed.0.clone();
    let report = read(&zip(&with_files(&rows, vec![changed, blob(b"short"), blob(b"nobody's")])));
    let files = &report.files;
    assert_eq!((files.missing, files.orphan, files.hash_mismatch, files.size_mismatch), (2, 1, 1, 1));
    let flipped = report.findings.iter().find(|finding| finding.code == Code::FileHashMismatch).unwrap();
    assert_eq!(flipped.place.as_deref(), Some(name.as_str()));
    for code in [Code::FileHashMismatch, Code::FileMissing, Code::FileSizeMismatch] {
        assert_eq!(count(&report, code), 1, "{code}");
    }
    assert_eq!(report.verdict, Verdict::Accept);
}

#[test]
fn files_of_users_are_counted_and_never_named() {
    let rows = [
        row(
            &sha1(b"essay"),
            ("assignsubmission_file", "submission_files"),
            "Anna's essay.txt",
            5,
            NULL,
            NULL,
        ),
        row(&sha1(PNG), CONTENT, "leaf.png", PNG.len(), NULL, NULL),
    ];
    let report = read(&zip(&with_files(&rows, vec![blob(b"essay"), blob(PNG)])));
    assert_eq!(report.backup.file_rows, 2);
    let named: Vec<&str> = report.files.largest.iter().map(|large| large.name.as_str()).collect();
    assert_eq!(named, ["leaf.png"]);
    assert!(!serde_json::to_string(&report).unwrap().contains("essay.txt"));
}

#[test]
fn a_backup_without_contents_is_told_so_once() {
    let rows = [row(&sha1(PNG), CONTENT, "leaf.png", PNG.len(), NULL, NULL)];
    let report = read(&zip(&with_files(&rows, Vec::new())));
    assert_eq!((report.files.missing, count(&report, Code::ContentMissing)), (1, 1));
    assert_eq!(count(&report, Code::FileMissing), 0);
}

#[test]
fn a_thousand_files_keep_half_of_them_largest_first() {
    let rows: Vec<String> = (0..1_000)
        .map(|number: usize| {
            row(&sha1(&number.to_le_bytes()), CONTENT, &format!("{number}.txt"), number, NULL, NULL)
        })
        .collect();
    let report = read(&zip(&with_files(&rows, vec![blob(PNG)])));
    assert_eq!(report.files.largest.len(), 500);
    assert_eq!((report.files.largest[0].size_bytes, report.files.largest[499].size_bytes), (999, 500));
    assert_eq!((report.files.missing, report.files.orphan), (999, 1));
}

#[test]
fn the_samples_hold_what_their_rows_name() {
    let Some(folder) = samples::folder() else { return };
    for name in
        ["moodle27-zip-gapfill.mbz", "moodle32-tgz-files-scorm-imscp.mbz", "moodle45-tgz-async-mode70.mbz"]
    {
        let report = read(&std::fs::read(folder.join(name)).unwrap());
        let files = &report.files;
        assert_eq!(
            (files.missing, files.orphan, files.hash_mismatch, files.size_mismatch),
            (0, 0, 0, 0),
            "{name}"
        );
        assert_eq!(files.licences.values().sum::<u64>(), report.backup.file_rows, "{name}");
        assert_eq!(
            files.types.values().map(|kind| kind.contents).sum::<u64>(),
            report.backup.file_blobs,
            "{name}"
        );
    }
}
