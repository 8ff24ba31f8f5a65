//! Gzip streams that lie (H4).

use hub_package::Code;

use crate::archives::{course, crc, gzip, tar, tar_entries, tgz, zip};
use crate::table::{Row, note, refuse};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = heads();
    rows.extend(streams());
    rows
}

/// The course with another gzip header: flags, and what follows the ten fixed bytes.
fn headed(flags: u8, fields: &[u8]) -> Vec<u8> {
    let honest = tgz(&course());
    let mut bytes = honest[..10].to_vec();
    bytes[3] = flags;
    bytes.extend(fields);
    bytes.extend(&honest[10..]);
    bytes
}

fn heads() -> Vec<Row> {
    vec![
        refuse("H4", "gzip: an unknown method", Code::UnsupportedCompression, "gzip method 7", || {
            let mut bytes = tgz(&course());
            bytes[2] = 7;
            bytes
        }),
        refuse("H4", "gzip: reserved flags", Code::Corrupt, "unknown flags", || headed(0x80, b"")),
        refuse("H4", "gzip: a name of 70 kB", Code::Corrupt, "longer than 64 KiB", || {
            headed(0b1000, &vec![b'n'; 70_000])
        }),
        refuse("H4", "gzip: a comment of 70 kB", Code::Corrupt, "longer than 64 KiB", || {
            headed(0b1_0000, &vec![b'c'; 70_000])
        }),
        refuse("H4", "gzip: a name without an end", Code::Truncated, "inside the gzip header", || {
            [&tgz(&course())[..3], &[0b1000, 0, 0, 0, 0, 0, 3], b"name"].concat()
        }),
        refuse("H4", "gzip: an extra field longer than the file", Code::Truncated, "gzip header", || {
            [&tgz(&course())[..3], &[0b100, 0, 0, 0, 0, 0, 3, 0xff, 0xff], &[0; 100]].concat()
        }),
        refuse("H4", "gzip: an extra field that swallows the data", Code::Corrupt, "", || {
            headed(0b100, &[40, 0])
        }),
        refuse("H4", "gzip: a wrong checksum of the header", Code::Corrupt, "header's checksum", || {
            let mut head = tgz(&course())[..10].to_vec();
            head[3] = 0b10;
            let wrong = u16::try_from(crc(&head) & 0xffff).unwrap() ^ 1;
            headed(0b10, &wrong.to_le_bytes())
        }),
        refuse("H19", "gzip: nothing but its header", Code::Truncated, "", || tgz(&course())[..10].to_vec()),
        refuse("H19", "gzip: three bytes", Code::Truncated, "inside the gzip header", || {
            tgz(&course())[..3].to_vec()
        }),
    ]
}

fn streams() -> Vec<Row> {
    let flip = |from_end: usize| {
        move || {
            let mut bytes = tgz(&course());
            let at = bytes.len() - from_end;
            bytes[at] ^= 1;
            bytes
        }
    };
    vec![
        refuse("H4", "gzip: a wrong checksum", Code::Corrupt, "the gzip checksum is wrong", flip(8)),
        refuse("H4", "gzip: a wrong length", Code::Corrupt, "the gzip length is wrong", flip(4)),
        refuse("H4", "gzip: no length", Code::Truncated, "inside the gzip trailer", || {
            let bytes = tgz(&course());
            bytes[..bytes.len() - 4].to_vec()
        }),
        refuse("H4", "gzip: two streams", Code::GzipMultiMember, "", || {
            [tgz(&course()), gzip(b"more")].concat()
        }),
        refuse("H4", "gzip: the tar over two streams", Code::GzipMultiMember, "", || {
            let whole = tar(&tar_entries(&course()));
            [gzip(&whole[..1_000]), gzip(&whole[1_000..])].concat()
        }),
        refuse("H4", "gzip: a thousand streams", Code::GzipMultiMember, "", || {
            [tgz(&course()), gzip(b"").repeat(1_000)].concat()
        }),
        refuse("H4", "gzip: a stream of nothing before the tar", Code::GzipMultiMember, "", || {
            [gzip(b""), tgz(&course())].concat()
        }),
        refuse("H31", "gzip: a text", Code::GzipNotTar, "", || gzip(b"dear diary")),
        refuse("H3", "gzip: a gzip", Code::GzipNotTar, "", || gzip(&tgz(&course()))),
        refuse("H3", "gzip: a zip", Code::GzipNotTar, "", || gzip(&zip(&course()))),
        refuse("H4", "gzip: an unknown deflate block", Code::Corrupt, "is damaged", || {
            let mut bytes = tgz(&course());
            bytes[10] = 0xff;
            bytes
        }),
        refuse("H4", "gzip: a code table that is none", Code::Corrupt, "is damaged", || {
            let mut bytes = tgz(&course());
            bytes[10..16].copy_from_slice(&[0b101, 0xff, 0xff, 0xff, 0xff, 0xff]);
            bytes
        }),
        note("H4", "gzip: bytes after its end", &[Code::TrailingData], || {
            [tgz(&course()).as_slice(), b"something"].concat()
        }),
    ]
}
