//! Writes the corpora to begin with: `cargo run --example seeds` in this folder. All of it is made here.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use hub_package_fuzz::archive::{self, Sizes};
use hub_package_fuzz::package::{BACKUP, COURSE, FILES, LEAF, MODULE, PAGE, SECTION};

/// Larger seeds would only slow the fuzzer down.
const SEED_BYTES: usize = 4 * 1024;

/// A name and contents.
type Seed = (&'static str, Vec<u8>);

fn main() -> std::io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for (target, seeds) in [
        ("zip", zips()),
        ("tar_gz", tars()),
        ("moodle_backup", backups()),
        ("course_members", members()),
        ("files_xml", files_xml()),
        ("blob", blobs()),
        ("imsmanifest", manifests()),
        ("h5p_json", h5p()),
        ("html", html()),
        ("file", files()),
    ] {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder)?;
        for (name, contents) in seeds {
            assert!(contents.len() < SEED_BYTES, "{target}, {name}: {} bytes", contents.len());
            fs::write(folder.join(format!("seed-{name}")), contents)?;
        }
    }
    Ok(())
}

/// As little as Moodle recognises.
const SHORT_BACKUP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<moodle_backup><information><details><detail><type>course</type></detail></details></information></moodle_backup>"#;

fn zips() -> Vec<Seed> {
    let course = [
        ("moodle_backup.xml", BACKUP.as_bytes()),
        ("course/course.xml", COURSE.as_bytes()),
        ("sections/section_3/section.xml", SECTION.as_bytes()),
        ("activities/page_7/page.xml", PAGE.as_bytes()),
    ];
    let small = [("moodle_backup.xml", SHORT_BACKUP.as_bytes()), ("files/", b"")];
    vec![
        ("course", archive::zip(&course, Sizes::Before)),
        ("course-descriptors", archive::zip(&course, Sizes::Behind)),
        ("small", archive::zip(&small, Sizes::Before)),
        ("empty", archive::zip(&[], Sizes::Before)),
    ]
}

fn tars() -> Vec<Seed> {
    let small = [("moodle_backup.xml", SHORT_BACKUP.as_bytes()), ("files.xml", b"<files/>")];
    let index = "Moodle archive file index. Count: 1\ncourse/course.xml\tf\t17\t?\n";
    let index = [(".ARCHIVE_INDEX", index.as_bytes()), ("course/course.xml", b"<course></course>")];
    let comment = b"18 comment=leaves\n";
    let mut odd = archive::header("pax", b'x', comment.len(), "").to_vec();
    odd.extend(comment);
    odd.resize(1024, 0);
    odd.extend(archive::header("./course/", b'5', 0, ""));
    odd.extend(archive::tar(&[("./a", b"")]));
    let end = odd.len() - 1024;
    odd.splice(end..end, archive::header("./a", b'1', 0, "./a"));
    vec![
        ("small", archive::tar(&small)),
        ("index", archive::tar(&index)),
        ("odd", odd),
        ("empty", archive::tar(&[])),
    ]
}

fn backups() -> Vec<Seed> {
    let subsection = r#"<?xml version="1.0" encoding="UTF-8"?>
<moodle_backup><information><contents>
<activities>
<activity><moduleid>7</moduleid><sectionid>3</sectionid><modulename>subsection</modulename>
<directory>activities/subsection_7</directory></activity>
<activity><moduleid>8</moduleid><modulename>quiz</modulename></activity>
</activities>
<sections>
<section><sectionid>3</sectionid><title>One</title></section>
<section><sectionid>4</sectionid><parentcmid>7</parentcmid><title>Two</title></section>
</sections>
</contents><settings>
<setting><level>root</level><name>users</name><value>1</value></setting>
<setting><level>root</level><name>anonymize</name><value>1</value></setting>
</settings></information></moodle_backup>"#;
    vec![("course", BACKUP.into()), ("short", SHORT_BACKUP.into()), ("subsection", subsection.into())]
}

fn members() -> Vec<Seed> {
    let course = r#"0<course id="2">
<fullname>Botany</fullname><shortname>B</shortname><lang>de</lang><startdate>1</startdate><enddate>0</enddate>
<summary>Die Blätter der Bäume sind grün.</summary><summaryformat>1</summaryformat><format>weeks</format>
<category id="1"><name>Biology</name></category><tags><tag id="1"><rawname>leaf</rawname></tag></tags>
<plugin_local_x_course><a>1</a></plugin_local_x_course>
</course>"#;
    let page = r#"3<activity moduleid="7" modulename="page" contextid="22"><page id="1"><name>A</name>
<intro>&lt;a href="http://school.example/mod/page/view.php?id=1"&gt;x&lt;/a&gt;</intro><introformat>1</introformat>
<content><![CDATA[<script src=//cdn.example/a.js></script>]]></content>
<userid>5</userid><externalurl>javascript:1</externalurl><password>x</password>
<configdata>PHNjcmlwdD4=</configdata><json>{"a":"\u003cscript\u003e"}</json>
</page></activity>"#;
    vec![
        ("course", ["0", COURSE].concat().into()),
        ("course-full", course.into()),
        ("section", ["1", SECTION].concat().into()),
        ("module", ["2", MODULE].concat().into()),
        ("page", ["3", PAGE].concat().into()),
        ("page-active", page.into()),
    ]
}

fn files_xml() -> Vec<Seed> {
    let picture = r#"<files>
<file id="1"><contenthash>98798241748efaccb230386437b7873a478f5bd4</contenthash><contextid>21</contextid>
<component>course</component><filearea>overviewfiles</filearea><itemid>0</itemid><filepath>/a/</filepath>
<filename>a.png</filename><filesize>5</filesize><mimetype>image/png</mimetype>
<author>A</author><license>cc</license></file>
<file id="2"><contenthash>da39a3ee5e6b4b0d3255bfef95601890afd80709</contenthash><filename>.</filename></file>
</files>"#;
    let user = r#"<files>
<file id="1"><contenthash>98798241748efaccb230386437b7873a478f5bd4</contenthash><userid>5</userid>
<component>assignsubmission_file</component><filearea>submission_files</filearea><filename>rosa.exe</filename>
<repositorytype>dropbox</repositorytype></file>
</files>"#;
    vec![("page", FILES.into()), ("picture", picture.into()), ("user", user.into())]
}

fn blobs() -> Vec<Seed> {
    // The header of a frame of 3 by 2 points, without the points.
    let mut jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
    jpeg.extend(b"\xff\xc0\0\x0b\x08\0\x02\0\x03\x01\x01\x11\0\xff\xd9");
    let page = [("index.html", &b"<script>1</script>"[..]), ("a.js", b"1"), ("b/", b"")];
    let document = [
        ("[Content_Types].xml", &b"<Types/>"[..]),
        ("word/vbaProject.bin", b"x"),
        ("word/media/a.png", &png()),
    ];
    vec![
        ("png", png()),
        ("jpeg", jpeg),
        ("gif", b"GIF89a\x03\0\x02\0\0\0\0;".to_vec()),
        ("webp", b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x02\0\0\x01\0\0".to_vec()),
        ("zip", archive::zip(&page, Sizes::Before)),
        ("zip-descriptors", archive::zip(&document, Sizes::Behind)),
        ("drawing", br#"<svg xmlns="http://www.w3.org/2000/svg"><a onclick="b()"/></svg>"#.to_vec()),
    ]
}

/// A picture of one grey point, with padding: more than the 512 bytes that a file is told by.
fn png() -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(&[0, 128]).expect("writing to memory");
    let points = packer.finish().expect("writing to memory");
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
    for (kind, data) in [(b"IHDR", &header[..]), (b"IDAT", points.as_slice()), (b"IEND", &[])] {
        let body = [&kind[..], data].concat();
        png.extend(u32::try_from(data.len()).expect("a short text").to_be_bytes());
        png.extend(&body);
        png.extend(crc32fast::hash(&body).to_be_bytes());
    }
    png.resize(600, 0);
    png
}

fn manifests() -> Vec<Seed> {
    let cartridge = r#"<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
 xmlns:l="http://ltsc.ieee.org/xsd/LOM/manifest">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion><l:lom><l:general>
<l:title><l:string language="en">Seas</l:string></l:title><l:language>en</l:language>
<l:description><l:string>Water.</l:string></l:description></l:general></l:lom></metadata>
<organizations><organization identifier="o"><title>O</title><item identifier="root">
<item identifier="a"><title>Tides</title><item identifier="b" identifierref="r1"><title>Moon</title></item></item>
<item identifier="c" identifierref="r2" isvisible="false"><title>Test</title></item>
</item></organization></organizations>
<resources><resource identifier="r1" type="webcontent" href="a.html"/>
<resource identifier="r2" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"/></resources>
</manifest>"#;
    let scorm = r#"<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations><organization><title>Seas</title>
<item identifier="a" identifierref="r"><title>Moon</title></item></organization></organizations>
<resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="a.html"/></resources>
</manifest>"#;
    vec![("cartridge", cartridge.into()), ("scorm", scorm.into()), ("first-line", b"<manifest>".to_vec())]
}

fn h5p() -> Vec<Seed> {
    let whole = r#"{"title": "Leaves", "language": "en", "mainLibrary": "H5P.Accordion", "license": "U",
"authors": [{"name": "x", "role": "Author"}], "embedTypes": ["div"], "extra": {"a": [null, true, -1.5e3]},
"preloadedDependencies": [{"machineName": "H5P.Accordion", "majorVersion": "1", "minorVersion": 0}]}"#;
    let escapes = r#"{"title":"\u00fc\ud83c\udf3f\n","language":"und","authors":null}"#;
    vec![("whole", whole.into()), ("escapes", escapes.into())]
}

fn html() -> Vec<Seed> {
    let active = r#"<p onclick=a()>x<script src="//cdn.example/a.js">1</script>
<iframe srcdoc="&lt;script&gt;b()&lt;/script&gt;" src='https://a.example/x?y=1'></iframe>
<a href="java&#10;script:b()">c</a><form action=https://b.example/><input type=password></form>
<object data=a.swf></object><meta http-equiv=refresh content="0;url=c"><base href=//d.example/>"#;
    let foreign = r#"<svg><title><style><a title="</style><img src onerror=e()>"></title><foreignObject>
<math><mi><annotation-xml encoding="text/html"><![CDATA[<p>]]></annotation-xml></mi></math></foreignObject>
<use xlink:href="data:image/svg+xml,x"/><animate attributeName=href to=javascript:f()></svg>
<noscript><img src=http://g.example/p.gif width=1 height=1></noscript><select><template><plaintext>"#;
    let style = r#"<style>@import url(//h.example/a.css);
p{background:url('http://i.example/b');behavior:url(c);width:expression(d)}</style>
<link rel=stylesheet href=https://j.example/a.css><div style="position:fixed;top:0">
<a href="file:///C:/a">k</a> <a href="http://192.168.0.1/pluginfile.php/1/x">l</a> user:x@m.example"#;
    vec![("active", active.into()), ("foreign", foreign.into()), ("style", style.into())]
}

fn files() -> Vec<Seed> {
    let program = [b"a.exe\nMZ", &[0; 58][..], &[64, 0, 0, 0], b"PE\0\0"].concat();
    let ole_mark = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    let macros = [b"a.xls\n", &ole_mark[..], b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"].concat();
    let document = [("word/vbaProject.bin", &b"x"[..]), ("META-INF/MANIFEST.MF", b""), ("A.class", b"")];
    let pdf = "a.pdf\n%PDF-1.7\n1 0 obj<</S/JavaScript/JS(a)/EmbeddedFile/Launch>>endobj";
    let page = "a.txt\n<!DOCTYPE html><html><body onload=a()><script>b()</script>";
    let wide = "\u{feff}<html><script>1</script>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let drawing = r#"a.svg
<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "<script/>">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>"#;
    vec![
        ("program", program),
        ("macros", macros),
        ("zip", [b"a.docm\n".to_vec(), archive::zip(&document, Sizes::Before)].concat()),
        ("pdf", pdf.into()),
        ("html", page.into()),
        ("html-wide", [b"a\n".to_vec(), wide].concat()),
        ("drawing", drawing.into()),
        ("script", b"a\n#!/usr/bin/env bash\nrm x".to_vec()),
        ("leaf", [b"leaf.txt\n", LEAF.1].concat()),
    ]
}
