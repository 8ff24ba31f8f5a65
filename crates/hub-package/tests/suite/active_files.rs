//! Files that can run are found by their bytes, and by their names where these are known.

use hub_package::active::{self, Sighting};
use hub_package::{Code, Verdict};
use proptest::prelude::*;

use crate::archives::{course, tgz, zip};

fn codes(name: &str, bytes: &[u8]) -> Vec<Code> {
    let mut codes: Vec<Code> =
        active::file(name, bytes).into_iter().map(|sighting: Sighting| sighting.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The first bytes of a program for Windows, whose header stands where byte 60 says.
fn windows_program() -> Vec<u8> {
    let mut bytes = b"MZ".to_vec();
    bytes.resize(60, 0);
    bytes.extend([128, 0, 0, 0]);
    bytes.resize(128, 0);
    bytes.extend(b"PE\0\0rest");
    bytes
}

/// A zip with these names; contents do not matter here.
fn zip_of_names(names: &[&str]) -> Vec<u8> {
    zip(&names.iter().map(|name| ((*name).to_owned(), b"x".to_vec())).collect::<Vec<_>>())
}

fn wide(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn programs_are_known_by_their_first_bytes() {
    let mut ole = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    ole.resize(70_000, 7);
    ole.extend("_VBA_PROJECT".encode_utf16().flat_map(u16::to_le_bytes));
    ole.resize(90_000, 7);
    for (code, bytes) in [
        (Code::ExecutableFile, windows_program()),
        (Code::ExecutableFile, windows_program()[..70].to_vec()),
        (Code::ExecutableFile, b"\x7fELF\x02\x01\x01".to_vec()),
        (Code::ExecutableFile, b"\xcf\xfa\xed\xfe\x07\0\0\x01".to_vec()),
        (Code::ExecutableFile, b"\xca\xfe\xba\xbe\0\0\0\x02".to_vec()),
        (Code::ExecutableFile, b"\xca\xfe\xba\xbe\0\0\0\x3d".to_vec()),
        (Code::ExecutableFile, b"dex\n035\0".to_vec()),
        (Code::ExecutableFile, b"#!/bin/sh\nrm -rf ~\n".to_vec()),
        (Code::ExecutableFile, b"#! /usr/bin/env bash\n".to_vec()),
        (Code::ExecutableFile, b"@ECHO OFF\r\ndel *\r\n".to_vec()),
        (Code::ExecutableFile, b"\x4c\0\0\0\x01\x14\x02\0\0\0".to_vec()),
        (Code::ExecutableFile, b"!<arch>\ndebian-binary   1".to_vec()),
        (Code::ExecutableFile, zip_of_names(&["META-INF/MANIFEST.MF", "org/Main.class"])),
        (Code::ExecutableFile, zip_of_names(&["AndroidManifest.xml", "res/a.xml"])),
        (Code::ScriptFile, b"#!/usr/bin/python3\nprint(1)\n".to_vec()),
        (Code::ScriptFile, b"\0asm\x01\0\0\0".to_vec()),
        (Code::FlashFile, b"CWS\x0a\0\x10\0\0x".to_vec()),
        (Code::FlashFile, b"FWS\x05\0\x10\0\0".to_vec()),
        (
            Code::OfficeMacros,
            zip_of_names(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
        ),
        (Code::OfficeMacros, zip_of_names(&["xl/macrosheets/sheet1.xml"])),
        (Code::OfficeMacros, zip_of_names(&["mimetype", "Basic/Standard/Module1.xml"])),
        (Code::OfficeMacros, ole),
    ] {
        assert_eq!(codes("", &bytes), [code], "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
    }
}

#[test]
fn honest_files_are_no_programs() {
    for bytes in [
        &b""[..],
        b"MZ is how the name begins",
        b"#!not a path",
        b"#heading\n! text",
        b"@echo is a command",
        b"FWS\0\0",
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"GIF89a",
        b"Plain text about <script> and onclick=alert(1).",
        b"a < b\n<not markup",
        b"<",
        b"< p >",
        b"<?xml version=\"1.0\"?><quiz><question type=\"essay\"><text><![CDATA[<script>x</script>]]></text></question></quiz>",
        b"<?php echo '<script>'; ?>",
        b"function f() { document.write('<script>alert(1)</script>') }",
    ] {
        assert_eq!(codes("", bytes), [], "{}", String::from_utf8_lossy(bytes));
    }
    for names in [
        &["[Content_Types].xml", "word/document.xml"][..],
        &["mimetype", "META-INF/manifest.xml", "Basic/script-lc.xml"],
        &["META-INF/container.xml", "OEBPS/a.xhtml"],
        &["META-INF/MANIFEST.MF", "geogebra.xml"],
    ] {
        assert_eq!(codes("", &zip_of_names(names)), [], "{names:?}");
    }
}

#[test]
fn names_tell_what_bytes_do_not() {
    for (name, code) in [
        ("setup.EXE", Code::ExecutableFile),
        ("run.bat", Code::ExecutableFile),
        ("x.ps1 ", Code::ExecutableFile),
        ("x.cmd.", Code::ExecutableFile),
        ("game.jar", Code::ExecutableFile),
        ("photo.jpg.scr", Code::ExecutableFile),
        ("a.js", Code::ScriptFile),
        ("a.swf", Code::FlashFile),
        ("a.xlsm", Code::OfficeMacros),
        ("a.html", Code::HtmlFile),
    ] {
        assert_eq!(codes(name, b"anything"), [code], "{name}");
    }
    for name in ["a.pdf", "exe", "a.exe.pdf", "notes.txt", ".html.txt", "a.docx", "a.json", ""] {
        assert_eq!(codes(name, b"anything"), [], "{name}");
    }
    // Told once, though bytes and name agree.
    assert_eq!(active::file("setup.exe", &windows_program()).len(), 1);
}

#[test]
fn pages_and_drawings_are_searched() {
    let svg = |inner: &str| {
        format!("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>")
    };
    for (bytes, expected) in [
        (b"<!DOCTYPE html><html><body>x</body></html>".to_vec(), &[Code::HtmlFile][..]),
        (b"\n <HTML><script>x</script>".to_vec(), &[Code::ActiveScript, Code::HtmlFile]),
        (b"\xef\xbb\xbf<p onclick=x>".to_vec(), &[Code::ActiveHandler, Code::HtmlFile]),
        (b"<!-- x --><img src=x onerror=y>".to_vec(), &[Code::ActiveHandler, Code::HtmlFile]),
        (wide("<html><body onload=x>"), &[Code::ActiveHandler, Code::HtmlFile]),
        (
            b"<?xml version='1.0'?><x:html xmlns:x='http://www.w3.org/1999/xhtml'><x:script>a</x:script></x:html>".to_vec(),
            &[Code::ActiveScript, Code::HtmlFile],
        ),
        (svg("<circle r=\"1\"/>").into_bytes(), &[]),
        (svg("<style><![CDATA[.a>.b{fill:red}]]></style><text>a</text>").into_bytes(), &[]),
        (svg("<script>alert(1)</script>").into_bytes(), &[Code::ActiveScript]),
        (svg("<script><![CDATA[alert(1)]]></script>").into_bytes(), &[Code::ActiveScript]),
        (svg("<script href=\"a.js\"/>").into_bytes(), &[Code::ActiveScript]),
        (svg("<g onload=\"x\"/>").into_bytes(), &[Code::ActiveHandler]),
        (svg("<a href=\"javascript:x\"/>").into_bytes(), &[Code::ActiveAddress]),
        (svg("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>").into_bytes(), &[Code::SvgForeignObject, Code::HtmlFile]),
        (
            b"<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script>x</s:script></s:svg>".to_vec(),
            &[Code::ActiveScript],
        ),
        (
            b"<!DOCTYPE svg [<!ENTITY x \"&#60;script>alert(1)&#60;/script>\">]><svg>&x;</svg>".to_vec(),
            &[Code::ActiveSvg],
        ),
        (
            b"<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]><svg xmlns=\"&ns_svg;\"/>".to_vec(),
            &[],
        ),
        (b"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>".to_vec(), &[Code::ActiveSvg]),
        (b"<!DOCTYPE svg [<!ENTITY % p '<!ENTITY a \"b\">'>%p;]><svg>&a;</svg>".to_vec(), &[Code::ActiveSvg]),
        (b"<?xml-stylesheet href=\"javascript:x\"?><svg/>".to_vec(), &[Code::ActiveSvg]),
        (wide("<svg onload='x'/>"), &[Code::ActiveHandler]),
    ] {
        assert_eq!(codes("", &bytes), expected, "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_page_that_is_too_long_says_so() {
    let long = format!("<html>{}<script>x</script>", "<p>text</p>".repeat(500_000));
    assert_eq!(codes("", long.as_bytes()), [Code::ScanIncomplete, Code::HtmlFile]);
}

#[test]
fn a_program_in_a_course_is_held_and_a_page_is_not() {
    let blob = "files/aa/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    let with = |bytes: &[u8]| {
        let mut tree = course();
        tree.push((blob.to_owned(), bytes.to_vec()));
        crate::read(&tgz(&tree))
    };
    let report = with(&windows_program());
    assert_eq!(report.verdict, Verdict::Hold(vec![Code::ExecutableFile]));
    assert_eq!(report.findings[0].place.as_deref(), Some(blob));
    let report = with(b"<html><a href='http://localhost/x'>x</a><p onclick='go()'>");
    assert_eq!(report.verdict, Verdict::Accept);
    for code in [Code::HtmlFile, Code::ActiveHandler, Code::PrivateLink] {
        assert_eq!(report.finding_counts[&code], 1, "{:?}", report.findings);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_looked_at(
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"MZ", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"<svg>", b"\xff\xfe<\0", b"#!/"]),
        rest in prop::collection::vec(any::<u8>(), 0..3_000),
    ) {
        let bytes = [start, &rest].concat();
        let seen = active::file("", &bytes);
        prop_assert_eq!(seen, active::file("", &bytes));
    }
}
