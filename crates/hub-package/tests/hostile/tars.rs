//! Tars that lie (H6 to H8, H17 to H19).

use hub_package::Code;

use crate::archives::{checksum, course, entry, gzip, header, tar, tar_entries, tar_file, tgz_with};
use crate::table::{Row, cut, note, refuse};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = kinds();
    rows.extend(extensions());
    rows.extend(headers());
    rows.extend(sizes());
    rows.extend(ends());
    rows
}

fn kinds() -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, kind) in [
        ("a symbolic link", b'2'),
        ("a character device", b'3'),
        ("a block device", b'4'),
        ("a pipe", b'6'),
        ("a reserved type", b'7'),
        ("a volume label", b'V'),
        ("a dumped directory", b'D'),
        ("a part of a multi-volume file", b'M'),
        ("a type nobody knows", b'Z'),
        ("a type that is no letter", 0x1b),
    ] {
        rows.push(refuse("H6", format!("tar: {name}"), Code::UnsafeEntryType, "tar entry type", move || {
            tgz_with(entry(&header("course/x", kind, 0, "/etc/passwd"), b""))
        }));
    }
    let link = |name: &str, from: &'static str, to: &'static str| {
        refuse("H7", format!("tar: a hard link {name}"), Code::UnsafeEntryType, "a hard link to", move || {
            tgz_with(entry(&header(from, b'1', 0, to), b""))
        })
    };
    let twice = |name: &str, more: fn() -> Vec<u8>| {
        refuse("H8", format!("tar: {name}"), Code::DuplicateName, "", move || tgz_with(more()))
    };
    rows.extend([
        link("to /etc/passwd", "files.xml", "/etc/passwd"),
        link("to another member", "course/x.xml", "files.xml"),
        link("to itself before it exists", "course/x.xml", "course/x.xml"),
        link("to what stands above", "files.xml", "../files.xml"),
        refuse("H7", "tar: a hard link before its file", Code::UnsafeEntryType, "a hard link to", || {
            let mut all = tar_entries(&course());
            all.insert(0, entry(&header("files.xml", b'1', 0, "files.xml"), b""));
            gzip(&tar(&all))
        }),
        note("H7", "tar: a hard link of a file to itself", &[Code::DuplicateLink], || {
            tgz_with(entry(&header("files.xml", b'1', 0, "./files.xml"), b""))
        }),
        twice("a file again with other contents", || tar_file("files.xml", b"<files/>")),
        twice("another ./moodle_backup.xml", || tar_file("./moodle_backup.xml", b"<evil/>")),
        twice("a directory named as a file", || entry(&header("files.xml", b'5', 0, ""), b"")),
        refuse("H8", "tar: another moodle_backup.xml in front", Code::DuplicateName, "", || {
            let mut all = tar_entries(&course());
            let mut evil = course();
            let backup = evil.iter_mut().find(|(name, _)| name == "moodle_backup.xml").unwrap();
            backup.1.extend(b"<!-- evil -->");
            all.insert(0, tar_file("moodle_backup.xml", &backup.1));
            gzip(&tar(&all))
        }),
        refuse(
            "H8",
            "tar: a file named as a directory",
            Code::DuplicateName,
            "a file and a directory",
            || {
                let mut all = vec![entry(&header("files.xml/", b'5', 0, ""), b"")];
                all.extend(tar_entries(&course()));
                gzip(&tar(&all))
            },
        ),
        note("H8", "tar: the same file twice", &[Code::DuplicateMember], || {
            tgz_with(tar_file("files.xml", b"<files></files>"))
        }),
    ]);
    rows
}

/// A PAX record with its own length in front.
fn record(key: &str, value: &str) -> Vec<u8> {
    let rest = format!(" {key}={value}\n");
    let length =
        (rest.len()..rest.len() + 9).find(|length| length.to_string().len() + rest.len() == *length).unwrap();
    format!("{length}{rest}").into_bytes()
}

fn pax(kind: u8, records: &[u8]) -> Vec<u8> {
    let head = entry(&header("PaxHeaders/x", kind, records.len() as u64, ""), records);
    tgz_with([head, tar_file("course/x.xml", b"<x/>")].concat())
}

fn extensions() -> Vec<Row> {
    let mut rows = Vec::new();
    for (key, value) in [
        ("path", "../evil"),
        ("linkpath", "/etc/passwd"),
        ("size", "4096"),
        ("hdrcharset", "BINARY"),
        ("GNU.sparse.major", "1"),
        ("GNU.sparse.realsize", "10000000000"),
    ] {
        for (kind, scope) in [(b'x', "one"), (b'g', "all")] {
            rows.push(refuse(
                "H17",
                format!("tar: PAX {key} for {scope}"),
                Code::TarExtensions,
                key,
                move || pax(kind, &[record("mtime", "1700000000"), record(key, value)].concat()),
            ));
        }
    }
    let ill = |name: &str, records: &'static [u8]| {
        refuse(
            "H17",
            format!("tar: a PAX record {name}"),
            Code::Corrupt,
            "a malformed PAX header",
            move || pax(b'x', records),
        )
    };
    let gnu = |name: &str, kind: u8, says: &'static str| {
        refuse("H17", format!("tar: {name}"), Code::TarExtensions, says, move || {
            tgz_with(entry(&header("././@LongLink", kind, 5, ""), b"name\0"))
        })
    };
    rows.extend([
        ill("that is longer than the header", b"99 path=a\n"),
        ill("without a length", b"path=a\n"),
        ill("of length nothing", b"0 path=a\n"),
        ill("without a key", b"7 path\n"),
        ill("whose length overflows", b"99999999999999999999 path=a\n"),
        refuse("H17", "tar: a PAX header of 70 kB", Code::TarExtensions, "above 64 KiB", || {
            pax(b'x', &vec![b' '; 70_000])
        }),
        refuse("H17", "tar: a PAX header of 8 GB", Code::TarExtensions, "above 64 KiB", || {
            tgz_with(entry(&header("x", b'x', 0o77_777_777_777, ""), b""))
        }),
        gnu("a GNU long name", b'L', "a GNU long name"),
        gnu("a GNU long link", b'K', "a GNU long name"),
        gnu("a GNU sparse file", b'S', "a GNU sparse file"),
        refuse("H17", "tar: a GNU header with extra fields", Code::TarExtensions, "extra fields", || {
            changed(|block| {
                block[257..265].copy_from_slice(b"ustar  \0");
                block[345..350].copy_from_slice(b"01234");
            })
        }),
        refuse("H17", "tar: the old format without magic", Code::TarExtensions, "the old v7 format", || {
            let mut block = header("moodle_backup.xml", b'0', 0, "");
            block[257..265].fill(0);
            checksum(&mut block);
            gzip(&tar(&[entry(&block, b"")]))
        }),
        note("H17", "tar: PAX headers that change nothing", &[Code::TarExtensionsPresent], || {
            pax(b'x', &record("mtime", "1700000000.5"))
        }),
    ]);
    rows
}

/// The course and one more header, changed, its checksum right again.
fn changed(change: impl Fn(&mut [u8; 512])) -> Vec<u8> {
    let mut block = header("course/x.xml", b'0', 4, "");
    change(&mut block);
    checksum(&mut block);
    tgz_with(entry(&block, b"<x/>"))
}

fn headers() -> Vec<Row> {
    let corrupt = |name: &str, says: &'static str, change: fn(&mut [u8; 512])| {
        refuse("H18", format!("tar: {name}"), Code::Corrupt, says, move || {
            let mut block = header("course/x.xml", b'0', 4, "");
            change(&mut block);
            tgz_with(entry(&block, b"<x/>"))
        })
    };
    vec![
        corrupt("a header whose name was changed", "checksum is wrong", |block| block[0] ^= 1),
        corrupt("a header whose size was changed", "checksum is wrong", |block| block[134] ^= 1),
        corrupt("a header without a checksum", "checksum is wrong", |block| block[148..156].fill(0)),
        corrupt("a checksum that is no number", "checksum is wrong", |block| block[148..156].fill(b'x')),
        corrupt("a header in the middle without magic", "without its magic word", |block| {
            block[257..265].fill(0);
            checksum(block);
        }),
        corrupt("a magic word of another version", "without its magic word", |block| {
            block[257..265].copy_from_slice(b"ustar\x0099");
            checksum(block);
        }),
        corrupt("member data in place of a header", "without its magic word", |block| block.fill(b'd')),
        refuse("H18", "tar: a directory with a size", Code::Corrupt, "no file has a size", || {
            tgz_with(entry(&header("course", b'5', 512, ""), &[b'x'; 512]))
        }),
        refuse("H18", "tar: a hard link with a size", Code::Corrupt, "no file has a size", || {
            tgz_with(entry(&header("files.xml", b'1', 512, "files.xml"), &[b'x'; 512]))
        }),
        refuse("H18", "tar: a zero block between members", Code::Corrupt, "a zero block stands", || {
            let mut all = tar_entries(&course());
            all.insert(2, vec![0; 512]);
            gzip(&tar(&all))
        }),
    ]
}

fn sizes() -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, field) in [
        ("a negative size", b"-0000000001\0"),
        ("a size in hexadecimal", b"0x000000010\0"),
        ("a size with an 8", b"00000000018\0"),
        ("a size of blanks", b"            "),
        ("a size of zero bytes", b"\0\0\0\0\0\0\0\0\0\0\0\0"),
        ("two sizes in one field", b"4 1000000000"),
    ] {
        rows.push(refuse(
            "H18",
            format!("tar: {name}"),
            Code::Corrupt,
            "a tar size is not octal",
            move || changed(|block| block[124..136].copy_from_slice(field)),
        ));
    }
    for (name, field) in [
        ("a base-256 size", [0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4]),
        ("a base-256 size of 2^63", [0x80, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0]),
        ("a negative base-256 size", [0xff; 12]),
    ] {
        rows.push(refuse("H17", format!("tar: {name}"), Code::TarExtensions, "a base-256 size", move || {
            changed(|block| block[124..136].copy_from_slice(&field))
        }));
    }
    rows.push(refuse(
        "H18",
        "tar: a size of 8 GB and four bytes",
        Code::Truncated,
        "inside a member",
        || changed(|block| block[124..136].copy_from_slice(b"77777777777\0")),
    ));
    rows.push(refuse("H18", "tar: a size of 64 GB in twelve digits", Code::Truncated, "", || {
        changed(|block| block[124..136].copy_from_slice(b"777777777777"))
    }));
    rows
}

fn ends() -> Vec<Row> {
    let upto = |length: usize| move || gzip(&tar(&tar_entries(&course()))[..length]);
    vec![
        refuse("H19", "tar: the end inside the first header", Code::GzipNotTar, "", upto(300)),
        refuse("H19", "tar: the end inside a member", Code::Truncated, "inside a member", upto(540)),
        refuse("H19", "tar: the end inside the padding", Code::Truncated, "padding", upto(900)),
        refuse(
            "H19",
            "tar: the end inside the second header",
            Code::Truncated,
            "inside a header",
            upto(1_100),
        ),
        note("H19", "tar: no closing blocks", &[Code::TarEndMissing], || {
            gzip(&tar_entries(&course()).concat())
        }),
        cut("tar.gz: the last byte missing", || {
            let mut bytes = gzip(&tar(&tar_entries(&course())));
            bytes.pop();
            bytes
        }),
        cut("tar.gz: the half of it", || {
            let bytes = gzip(&tar(&tar_entries(&course())));
            bytes[..bytes.len() / 2].to_vec()
        }),
    ]
}
