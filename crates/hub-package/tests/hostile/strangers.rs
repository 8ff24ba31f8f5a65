//! What is no package at all, or pretends to be two things (H28, H29, H31).

use hub_package::Code;

use crate::archives::{course, end_record, file, tar, tar_entries, tgz, zip};
use crate::table::{Row, refuse};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    let first: [(&str, &[u8], Code, &'static str); 15] = [
        ("nothing", b"", Code::EmptyFile, ""),
        ("a PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Code::NotAPackage, ""),
        ("a GIF", b"GIF89a\x01\0\x01\0\0\0\0;", Code::NotAPackage, ""),
        ("a sign-in page", b"<!DOCTYPE html><html><title>Log in</title></html>", Code::HtmlPage, ""),
        ("a 7z archive", b"7z\xbc\xaf\x27\x1c\0\x04", Code::OtherArchive, ""),
        ("a rar archive", b"Rar!\x1a\x07\x01\0", Code::OtherArchive, ""),
        ("an xz file", b"\xfd7zXZ\0\0\x04", Code::OtherArchive, ""),
        ("a zstd file", b"\x28\xb5\x2f\xfd\0\0", Code::OtherArchive, ""),
        ("a bzip2 file", b"BZh91AY&SY", Code::OtherArchive, ""),
        ("a PDF", b"%PDF-1.7\n", Code::NotAPackage, ""),
        ("a Windows program", b"MZ\x90\0\x03\0\0\0", Code::NotAPackage, ""),
        ("a Linux program", b"\x7fELF\x02\x01\x01\0", Code::NotAPackage, ""),
        ("a bare moodle_backup.xml", b"<?xml version=\"1.0\"?><moodle_backup/>", Code::NotAPackage, ""),
        ("a text", b"please upload my course", Code::NotAPackage, ""),
        ("four zero bytes", b"\0\0\0\0", Code::NotAPackage, ""),
    ];
    for (name, bytes, code, says) in first {
        let bytes = bytes.to_vec();
        rows.push(refuse("H31", name, code, says, move || bytes.clone()));
    }
    rows.extend([
        refuse("H31", "an empty zip", Code::EmptyArchive, "", || end_record(0, 0, 0, b"")),
        refuse("H31", "a tar without gzip", Code::BareTar, "", || tar(&tar_entries(&course()))),
        refuse("H31", "an empty tar.gz", Code::EmptyArchive, "", || crate::archives::gzip(&tar(&[]))),
        refuse("H28", "a GIF in front of a zip", Code::NotAPackage, "", || {
            [b"GIF89a\x01\0\x01\0\0\0\0;", zip(&course()).as_slice()].concat()
        }),
        refuse("H28", "a web page in front of a zip", Code::HtmlPage, "", || {
            [b"<html><script>alert(1)</script></html>", zip(&course()).as_slice()].concat()
        }),
        refuse("H28", "a program in front of a zip", Code::NotAPackage, "", || {
            [b"MZ\x90\0\x03\0\0\0", zip(&course()).as_slice()].concat()
        }),
        refuse("H28", "a PDF with a tar.gz behind it", Code::NotAPackage, "", || {
            [b"%PDF-1.7\n%%EOF\n", tgz(&course()).as_slice()].concat()
        }),
        refuse("H28", "a zip with a web page behind it", Code::ZipInconsistent, "after the end", || {
            [zip(&course()).as_slice(), b"<html><script>alert(1)</script></html>"].concat()
        }),
        refuse("H31", "a zip of a folder", Code::Nested, "my course", || {
            zip(&course().into_iter().map(|(name, data)| (format!("my course/{name}"), data)).collect())
        }),
        refuse("H31", "a tar.gz of a folder", Code::Nested, "my course", || {
            tgz(&course().into_iter().map(|(name, data)| (format!("my course/{name}"), data)).collect())
        }),
        refuse("H31", "a zip of two folders with packages", Code::NoMoodleBackup, "", || {
            let both = ["a", "b"].into_iter().flat_map(|top| {
                course().into_iter().map(move |(name, data)| (format!("{top}/{name}"), data))
            });
            zip(&both.collect())
        }),
        refuse("H29", "a zip of a program", Code::NoMoodleBackup, "", || {
            zip(&vec![file("setup.exe", b"MZ\x90\0\x03\0\0\0")])
        }),
    ]);
    rows
}
