//! XML that lies or floods (H21 to H26, H32).

use std::fmt::Write as _;

use hub_package::Code;

use crate::archives::{CONTENTS, backup_xml, course_and, course_with, file, tgz, zip};
use crate::port;
use crate::table::{Row, letters, note, refuse, zip_of_pieces};

const PROLOGUE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = doctypes();
    rows.extend(entities());
    rows.extend(floods());
    rows.extend(encodings());
    rows.extend(malformed());
    rows.extend(lies());
    rows
}

/// A package whose `moodle_backup.xml` has `more` behind the information it needs.
fn with(more: &str) -> Vec<u8> {
    zip(&course_with(&backup_xml(more, "course", CONTENTS, "")))
}

/// The same, where `more` is so long that it is made piece by piece.
fn around(before: &str, more: (&str, usize), after: &str) -> Vec<u8> {
    let whole = backup_xml("<!-- here -->", "course", CONTENTS, "");
    let (head, tail) = whole.split_once("<!-- here -->").unwrap();
    let (head, tail) = (format!("{head}{before}"), format!("{after}{tail}"));
    let pieces = [(head.as_bytes(), 1), (more.0.as_bytes(), more.1), (tail.as_bytes(), 1)];
    zip_of_pieces("moodle_backup.xml", &pieces)
}

/// A package whose `moodle_backup.xml` was changed.
fn changed(from: &str, to: &str) -> Vec<u8> {
    zip(&course_with(&backup_xml("", "course", CONTENTS, "").replacen(from, to, 1)))
}

const LAUGHS: &str = "<!DOCTYPE lolz [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\
    <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";

/// Makes a text when the archive is made, not before.
type MakesText = fn() -> String;

fn doctypes() -> Vec<Row> {
    let types: [(&str, MakesText); 7] = [
        ("entities that multiply", || LAUGHS.to_owned()),
        ("a long entity for many uses", || format!("<!DOCTYPE x [<!ENTITY a \"{}\">]>", "a".repeat(50_000))),
        ("an entity of a local file", || {
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>".to_owned()
        }),
        ("an entity from the network", || {
            format!("<!DOCTYPE x [<!ENTITY a SYSTEM \"http://127.0.0.1:{}/\">]>", port())
        }),
        ("a parameter entity from the network", || {
            format!("<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:{}/\"> %p;]>", port())
        }),
        ("a definition from the network", || {
            format!("<!DOCTYPE x SYSTEM \"http://127.0.0.1:{}/x.dtd\">", port())
        }),
        ("nothing in it", || "<!DOCTYPE moodle_backup>".to_owned()),
    ];
    let mut rows = Vec::new();
    for (name, doctype) in types {
        rows.push(refuse("H21", format!("moodle_backup.xml: {name}"), Code::XmlDoctype, "", move || {
            changed("<moodle_backup>", &format!("{}<moodle_backup>", doctype()))
        }));
    }
    for member in [
        "course/course.xml",
        "sections/section_3/section.xml",
        "activities/page_7/module.xml",
        "activities/page_7/page.xml",
        "users.xml",
        "files.xml",
        "questions.xml",
        "groups.xml",
        "course/blocks/html_1/block.xml",
    ] {
        rows.push(refuse(
            "H21",
            format!("{member}: entities that multiply"),
            Code::XmlDoctype,
            "",
            move || zip(&course_and(member, format!("{PROLOGUE}{LAUGHS}<x>&d;</x>"))),
        ));
    }
    rows.push(refuse("H21", "moodle.xml: entities that multiply", Code::XmlDoctype, "", || {
        zip(&vec![file("moodle.xml", format!("{PROLOGUE}{LAUGHS}<MOODLE_BACKUP>&d;</MOODLE_BACKUP>"))])
    }));
    rows.push(refuse("H21", "imsmanifest.xml: entities that multiply", Code::XmlDoctype, "", || {
        zip(&vec![file("imsmanifest.xml", format!("{PROLOGUE}{LAUGHS}<manifest>&d;</manifest>"))])
    }));
    rows.push(refuse("H21", "users.xml: a document type without an end", Code::XmlDoctype, "", || {
        zip(&course_and("users.xml", "<!DOCTYPE x [ never closed"))
    }));
    rows.push(note("H21", "an include of a local file and a style sheet", &[], || {
        with(
            "<?xml-stylesheet href=\"file:///etc/passwd\"?><x xmlns:xi=\"http://www.w3.org/2001/XInclude\">\
              <xi:include href=\"file:///etc/passwd\"/></x>",
        )
    }));
    rows
}

fn entities() -> Vec<Row> {
    let entity = |name: &str, text: &'static str| {
        refuse("H21", format!("an entity: {name}"), Code::XmlEntity, "&", move || with(text))
    };
    let bad = |name: &str, text: &'static str| {
        refuse("H24", format!("a reference: {name}"), Code::XmlMalformed, "a reference", move || with(text))
    };
    vec![
        entity("unknown", "<x>&lol;</x>"),
        entity("of HTML", "<x>&nbsp;</x>"),
        entity("in an attribute", "<x a=\"&xxe;\"/>"),
        refuse("H21", "an unknown entity in course.xml", Code::XmlEntity, "&xxe;", || {
            zip(&course_and("course/course.xml", "<course><fullname>&xxe;</fullname></course>"))
        }),
        bad("to zero", "<x>&#0;</x>"),
        bad("to half a character", "<x>&#xD800;</x>"),
        bad("to what is no character", "<x>&#xFFFF;</x>"),
        bad("beyond all characters", "<x>&#x110000;</x>"),
        bad("that overflows", "<x>&#99999999999999999999;</x>"),
    ]
}

fn floods() -> Vec<Row> {
    let long = |name: &str, before: &'static str, after: &'static str| {
        refuse(
            "H22",
            format!("moodle_backup.xml: {name} of 11 MB"),
            Code::XmlLimit,
            "a text longer than",
            move || around(before, (&letters(1_000_000), 11), after),
        )
    };
    let limit = |name: &str, says: &'static str, inside: fn() -> String| {
        refuse("H22", format!("moodle_backup.xml: {name}"), Code::XmlLimit, says, move || with(&inside()))
    };
    let deep = |depth: usize| format!("{}{}", "<x>".repeat(depth), "</x>".repeat(depth));
    vec![
        long("a text that is kept", "<original_wwwroot>", "</original_wwwroot>"),
        long("a text that is skipped", "<x>", "</x>"),
        long("a comment", "<!--", "-->"),
        long("a CDATA", "<x><![CDATA[", "]]></x>"),
        long("an instruction", "<?x ", "?>"),
        long("an attribute", "<x a=\"", "\"/>"),
        long("a tag", "<", "/>"),
        refuse(
            "H22",
            "moodle_backup.xml: 11 MB of text in pieces",
            Code::XmlLimit,
            "a text longer than",
            || {
                let piece = format!("{}<!-- and --><![CDATA[more]]>", letters(1_000_000));
                around("<x>", (&piece, 11), "</x>")
            },
        ),
        refuse("H22", "moodle_backup.xml: 33 MB of elements", Code::XmlLimit, "longer than 33554432", || {
            around("", (&format!("<x>{}</x>", letters(1_000_000)), 34), "")
        }),
        limit("a name of 257 bytes", "a name longer than", || format!("<{}/>", "x".repeat(257))),
        limit("a name of a megabyte", "a name longer than", || format!("<{}/>", letters(1_000_000))),
        limit("an attribute's name of 257 bytes", "a name longer than", || {
            format!("<x {}=\"\"/>", "a".repeat(257))
        }),
        limit("33 attributes", "more than 32 attributes", || attributes(33)),
        limit("100 000 attributes", "more than 32 attributes", || attributes(100_000)),
        refuse("H23", "moodle_backup.xml: 65 elements deep", Code::XmlLimit, "deeper than 64", move || {
            with(&deep(63))
        }),
        refuse(
            "H23",
            "moodle_backup.xml: 10 000 elements deep",
            Code::XmlLimit,
            "deeper than 64",
            move || with(&deep(10_000)),
        ),
        refuse("H23", "moodle_backup.xml: 300 000 open elements", Code::XmlLimit, "deeper than 64", || {
            with(&"<x>".repeat(300_000))
        }),
        refuse(
            "H23",
            "moodle_backup.xml: ten million elements",
            Code::BombRatio,
            "moodle_backup.xml",
            || around("", (&"<x/>".repeat(100_000), 100), ""),
        ),
        note("H22", "page.xml: a text of 11 MB that is skipped", &[Code::MemberUnreadable], || {
            let text = letters(1_000_000);
            let pieces = [(&b"<activity><x>"[..], 1), (text.as_bytes(), 11), (b"</x></activity>", 1)];
            zip_of_pieces("activities/page_7/page.xml", &pieces)
        }),
        note("H23", "page.xml: 10 000 elements deep", &[Code::MemberUnreadable], move || {
            zip(&course_and("activities/page_7/page.xml", deep(10_000)))
        }),
        note("H22", "course.xml: a summary of 300 kB", &[Code::TextCut], || {
            let text = format!("<course><summary>{}</summary></course>", letters(300_000));
            zip(&course_and("course/course.xml", text))
        }),
    ]
}

fn attributes(count: usize) -> String {
    let all: Vec<String> = (0..count).map(|n| format!("a{n}=\"\"")).collect();
    format!("<x {}/>", all.join(" "))
}

fn encodings() -> Vec<Row> {
    let course = |bytes: Vec<u8>| zip(&course_and("course/course.xml", bytes));
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| "<course></course>".encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let encoding = |name: &str, build: Box<dyn Fn() -> Vec<u8>>| {
        refuse("H24", format!("course.xml: {name}"), Code::XmlEncoding, "", build)
    };
    let declared = |declaration: &'static str| {
        Box::new(move || course(format!("{declaration}<course></course>").into_bytes()))
    };
    let in_backup = |name: &str, says: &'static str, bad: &'static [u8]| {
        refuse("H24", format!("moodle_backup.xml: {name}"), Code::XmlMalformed, says, move || {
            let mut tree = course_with(&backup_xml("<x>ZZ</x>", "course", CONTENTS, ""));
            let backup = tree.iter_mut().find(|(name, _)| name == "moodle_backup.xml").unwrap();
            let at = backup.1.windows(2).position(|window| window == b"ZZ").unwrap();
            backup.1.splice(at..at + 2, bad.iter().copied());
            zip(&tree)
        })
    };
    vec![
        encoding("UTF-16 with a mark", {
            Box::new(move || course([vec![0xff, 0xfe], utf16(u16::to_le_bytes)].concat()))
        }),
        encoding("big-endian UTF-16 with a mark", {
            Box::new(move || course([vec![0xfe, 0xff], utf16(u16::to_be_bytes)].concat()))
        }),
        encoding("UTF-16 without a mark", Box::new(move || course(utf16(u16::to_le_bytes)))),
        encoding("big-endian UTF-16 without a mark", Box::new(move || course(utf16(u16::to_be_bytes)))),
        encoding("UTF-32", {
            Box::new(move || course("<course/>".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()))
        }),
        encoding("Latin-1", declared("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>")),
        encoding("UTF-7", declared("<?xml version=\"1.0\" encoding=\"UTF-7\"?>")),
        encoding("XML 1.1", declared("<?xml version=\"1.1\" encoding=\"UTF-8\"?>")),
        in_backup("half a character", "", b"\xc3("),
        in_backup("an over-long zero", "", b"\xc0\x80"),
        in_backup("half of a pair of UTF-16", "", b"\xed\xa0\x80"),
        in_backup("beyond all characters", "", b"\xf7\xbf\xbf\xbf"),
        in_backup("a zero byte", "a character that XML forbids", b"\0"),
        in_backup("a control character", "a character that XML forbids", b"\x1b[2J"),
        in_backup("what is no character", "a character that XML forbids", "\u{ffff}".as_bytes()),
        in_backup("a control character in a comment", "a character that XML forbids", b"<!-- \x01 -->"),
        in_backup("a control character in an attribute", "that XML forbids", b"<y a=\"\x01\"/>"),
        note("H24", "course.xml: half a character", &[Code::MemberUnreadable], move || {
            course(b"<course><fullname>\xff\xfe</fullname></course>".to_vec())
        }),
    ]
}

fn malformed() -> Vec<Row> {
    let bad = |name: &str, from: &'static str, to: &'static str| {
        refuse("H25", format!("moodle_backup.xml: {name}"), Code::XmlMalformed, "", move || changed(from, to))
    };
    let strange = |name: &str, from: &'static str, to: &'static str| {
        refuse("H25", format!("moodle_backup.xml: {name}"), Code::NotRecognisedByMoodle, "", move || {
            changed(from, to)
        })
    };
    vec![
        bad("no end", "</moodle_backup>", ""),
        bad("another end than beginning", "</information>", "</informatiom>"),
        bad("two roots", "</moodle_backup>", "</moodle_backup><moodle_backup></moodle_backup>"),
        bad("text after the root", "</moodle_backup>", "</moodle_backup>text"),
        bad("two information elements", "</information>", "</information><information></information>"),
        bad("two details", "</details>", "<detail></detail></details>"),
        bad("a name that begins with a digit", "<contents>", "<1contents>"),
        bad("an attribute twice", "<contents>", "<contents a=\"1\" a=\"2\">"),
        bad("a < in an attribute", "<contents>", "<contents a=\"<\">"),
        bad("a lone &", "<contents>", "<contents>& "),
        bad("a second declaration", "<contents>", "<contents><?xml version=\"1.0\"?>"),
        bad("an attribute without quotes", "<contents>", "<contents a=1>"),
        bad("a CDATA without an end", "<contents>", "<contents><![CDATA["),
        strange("no encoding", " encoding=\"UTF-8\"", ""),
        strange("no information among the first bytes", "<information>", {
            "<!-- a comment that is longer than what Moodle looks at before it believes what a file is, which are two \
             hundred bytes from the very first on, so that this one hides the rest of it --><information>"
        }),
        refuse("H31", "moodle_backup.xml of nothing", Code::NotRecognisedByMoodle, "", || {
            zip(&course_with(""))
        }),
        refuse("H31", "moodle_backup.xml of something else", Code::NotRecognisedByMoodle, "", || {
            zip(&course_with("<html>moodle</html>"))
        }),
        refuse("H31", "nothing but an empty moodle_backup.xml", Code::NotRecognisedByMoodle, "", || {
            tgz(&vec![file("moodle_backup.xml", "")])
        }),
        note("H25", "course.xml: not closed", &[Code::MemberUnreadable], || {
            zip(&course_and("course/course.xml", "<course><fullname>Other"))
        }),
    ]
}

fn lies() -> Vec<Row> {
    vec![
        note("H26", "numbers and dates that make no sense", &[Code::BadValue], || {
            with(
                "<backup_date>-5</backup_date><original_course_startdate>99999999999999</original_course_startdate>\
                  <original_course_id>99999999999999999999999</original_course_id>",
            )
        }),
        note("H26", "a directory that points elsewhere", &[Code::BadValue], || {
            changed("activities/page_7", "activities/../../etc")
        }),
        note("H26", "an activity that is not in the archive", &[Code::ContentsMismatch], || {
            changed(
                "<activities>",
                "<activities><activity><moduleid>8</moduleid><sectionid>3</sectionid><modulename>page\
                </modulename><title>T</title><directory>activities/page_8</directory></activity>",
            )
        }),
        note("H26", "a title of 40 kB", &[Code::TextCut], || changed("Leaves", &letters(40_000))),
        note("H26", "25 000 activities", &[Code::OutlineTooLong], || {
            let mut all = String::from("<activities>");
            for n in 0..25_000_u64 {
                let title = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
                let _ = write!(
                    all,
                    "<activity><moduleid>{n}</moduleid><sectionid>3</sectionid><modulename>page</modulename>\
                     <title>{title}</title><directory>activities/page_{n}</directory></activity>"
                );
            }
            changed("<activities>", &all)
        }),
        note("H32", "a block's settings that build an object", &[], || {
            let evil = "TzoxMToiRXZpbFxPYmplY3QiOjA6e30=";
            zip(&course_and(
                "course/blocks/html_1/block.xml",
                format!("<block><configdata>{evil}</configdata></block>"),
            ))
        }),
        note("H27", "a title with a script", &[], || {
            changed("Leaves", "&lt;script&gt;alert(1)&lt;/script&gt;=cmd|' /C calc'!A0")
        }),
        refuse("H31", "a course without course.xml", Code::CourseMissing, "", || {
            let mut tree = crate::archives::course();
            tree.retain(|(name, _)| name != "course/course.xml");
            zip(&tree)
        }),
        refuse("H31", "a backup of a front page", Code::FrontPage, "", || {
            changed("_format>topics", "_format>site")
        }),
    ]
}
