//! Names that point elsewhere or are too long, in both containers (H5, H8, H10).

use hub_package::Code;

use crate::archives::{Member, checksum, entry, header, tar_file, tgz_with, zip_with};
use crate::table::{Row, note, refuse};

/// Names, and what is said of them.
const UNSAFE: &[(&str, &str)] = &[
    ("../evil.xml", "it holds . or .."),
    ("course/../../evil.xml", "it holds . or .."),
    ("./../evil.xml", "it holds . or .."),
    ("course/./course.xml", "it holds . or .."),
    ("course/..", "it holds . or .."),
    ("/etc/passwd", "it is absolute"),
    ("//server/share/evil", "it is absolute"),
    ("\\\\server\\share\\evil", "it holds a backslash"),
    ("..\\evil.xml", "it holds a backslash"),
    ("course\\course.xml", "it holds a backslash"),
    ("C:/windows/evil.exe", "it begins with a drive letter"),
    ("c:evil.exe", "it begins with a drive letter"),
    ("course//course.xml", "a component is empty"),
    ("course/a\nb.xml", "it holds a control character"),
    ("course/\u{1b}[2Jx", "it holds a control character"),
    ("course/\u{7f}", "it holds a control character"),
];

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, says) in UNSAFE {
        let shown = name.escape_debug();
        rows.push(refuse("H5", format!("zip: the name {shown}"), Code::UnsafeName, says, move || {
            zip_with(Member::new(name, b"x"))
        }));
        rows.push(refuse("H5", format!("tar: the name {shown}"), Code::UnsafeName, says, move || {
            tgz_with(tar_file(name, b"x"))
        }));
    }
    rows.extend(odd());
    rows.extend(long());
    rows
}

fn odd() -> Vec<Row> {
    vec![
        refuse("H5", "zip: a name with a zero byte", Code::UnsafeName, "control", || {
            zip_with(Member::new("moodle_backup.xml\0.png", b"x"))
        }),
        refuse("H5", "zip: an empty name", Code::UnsafeName, "it is empty", || {
            zip_with(Member::new("", b"x"))
        }),
        refuse("H5", "zip: a directory named ..", Code::UnsafeName, "..", || {
            zip_with(Member::stored("../", b""))
        }),
        refuse("H5", "zip: a directory named /", Code::UnsafeName, "", || zip_with(Member::stored("/", b""))),
        refuse("H5", "tar: a directory named ..", Code::UnsafeName, "..", || {
            tgz_with(entry(&header("../", b'5', 0, ""), b""))
        }),
        refuse("H5", "tar: an empty name", Code::UnsafeName, "it is empty", || {
            tgz_with(entry(&header("", b'0', 0, ""), b""))
        }),
        refuse(
            "H5",
            "tar: a file whose name ends in a slash",
            Code::UnsafeName,
            "a component is empty",
            || tgz_with(tar_file("course/", b"x")),
        ),
        refuse("H5", "tar: a prefix of ..", Code::UnsafeName, "it holds . or ..", || {
            prefixed("module.xml", "../../../..")
        }),
        refuse("H5", "tar: a prefix of /", Code::UnsafeName, "it is absolute", || {
            prefixed("module.xml", "/etc")
        }),
        note("H10", "zip: a name with a mark that turns the text around", &[Code::ForeignMembers], || {
            zip_with(Member::new("course/\u{202e}gnp.exe", b"x"))
        }),
        note("H10", "zip: a name that is not UTF-8", &[Code::ForeignMembers], || {
            let mut member = Member::new("x", b"x");
            (member.name, member.local_name) = (vec![0x81, 0x9a], vec![0x81, 0x9a]);
            zip_with(member)
        }),
        note("H8", "tar: names that differ in case only", &[Code::CaseOnlyDifference], || {
            tgz_with(tar_file("Moodle_Backup.xml", b"<evil/>"))
        }),
        note("H8", "zip: names that differ in case only", &[Code::CaseOnlyDifference], || {
            zip_with(Member::new("MOODLE_BACKUP.XML", b"<evil/>"))
        }),
    ]
}

fn long() -> Vec<Row> {
    vec![
        refuse("H10", "zip: a name of 256 bytes", Code::NameTooLong, "256 bytes", || {
            zip_with(Member::new(&"n".repeat(256), b"x"))
        }),
        refuse("H10", "zip: a name of 17 components", Code::NameTooLong, "17 components", || {
            zip_with(Member::new(&["a"; 17].join("/"), b"x"))
        }),
        refuse("H10", "zip: a directory of 17 components", Code::NameTooLong, "17 components", || {
            zip_with(Member::stored(&"a/".repeat(17), b""))
        }),
        refuse("H10", "tar: a name of 17 components", Code::NameTooLong, "17 components", || {
            tgz_with(tar_file(&["b"; 17].join("/"), b"x"))
        }),
        refuse("H10", "tar: a name of 256 bytes with its prefix", Code::NameTooLong, "256 bytes", || {
            prefixed(&"n".repeat(100), &"p".repeat(155))
        }),
        refuse("H10", "tar: a hundred components by the prefix", Code::NameTooLong, "components", || {
            prefixed(&["c"; 30].join("/"), &["p"; 70].join("/"))
        }),
    ]
}

fn prefixed(name: &str, prefix: &str) -> Vec<u8> {
    let mut block = header(name, b'0', 0, "");
    block[345..345 + prefix.len()].copy_from_slice(prefix.as_bytes());
    checksum(&mut block);
    tgz_with(entry(&block, b""))
}
