//! What an upload door can say by the first bytes alone.
//!
//! Moodle itself decides by the first two bytes (`1f 8b` is a gzip'd tar, all else goes to its zip reader), so
//! nothing that starts otherwise can ever be restored (package notes, sections 1 and 2). File name and
//! declared type are only hints and are not looked at.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How many first bytes [`sniff`] wants to see; fewer are fine if the file is shorter.
pub const FIRST_BYTES: usize = 512;

/// What the first bytes of an upload announce.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Container {
    /// A zip with at least one member.
    Zip,
    /// A zip without members: a package of nothing.
    EmptyZip,
    /// A gzip stream; whether a tar is in it is known only after inflating.
    Gzip,
    /// Neither zip nor gzip; what it looks like instead.
    NotAPackage(Guess),
}

/// What a file that is no package looks like. `Display` gives words for a message, article included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guess {
    /// No bytes at all.
    Empty,
    /// A tar without gzip around it.
    Tar,
    /// 7-Zip.
    SevenZip,
    /// RAR.
    Rar,
    /// xz.
    Xz,
    /// Zstandard.
    Zstd,
    /// bzip2.
    Bzip2,
    /// One part of a zip split over several files.
    SplitZip,
    /// A web page, very often the sign-in page that was saved instead of the file.
    Html,
    /// An XML document, perhaps the `moodle_backup.xml` of a package without the rest.
    Xml,
    /// A PDF document.
    Pdf,
    /// A PNG, JPEG, GIF or WebP picture.
    Picture,
    /// A program for Windows or Linux.
    Program,
    /// Plain text.
    Text,
    /// Nothing known.
    Unknown,
}

impl fmt::Display for Guess {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Empty => "an empty file",
            Self::Tar => "a tar archive without gzip",
            Self::SevenZip => "a 7-Zip archive",
            Self::Rar => "a RAR archive",
            Self::Xz => "an xz archive",
            Self::Zstd => "a Zstandard archive",
            Self::Bzip2 => "a bzip2 archive",
            Self::SplitZip => "one part of a split zip archive",
            Self::Html => "a web page",
            Self::Xml => "an XML document",
            Self::Pdf => "a PDF document",
            Self::Picture => "a picture",
            Self::Program => "a program",
            Self::Text => "a text",
            Self::Unknown => "a file of another kind",
        })
    }
}

/// Signatures at the start of a file, the longer ones first where one begins another.
const STARTS: &[(&[u8], Guess)] = &[
    (b"PK\x07\x08", Guess::SplitZip),
    (b"7z\xbc\xaf\x27\x1c", Guess::SevenZip),
    (b"Rar!", Guess::Rar),
    (b"\xfd7zXZ\0", Guess::Xz),
    (b"\x28\xb5\x2f\xfd", Guess::Zstd),
    (b"BZh", Guess::Bzip2),
    (b"%PDF", Guess::Pdf),
    (b"\x89PNG", Guess::Picture),
    (b"\xff\xd8\xff", Guess::Picture),
    (b"GIF8", Guess::Picture),
    (b"RIFF", Guess::Picture),
    (b"MZ", Guess::Program),
    (b"\x7fELF", Guess::Program),
];

/// Says what the first bytes of a file announce. Costs nothing, promises nothing about the rest.
pub fn sniff(first_bytes: &[u8]) -> Container {
    if first_bytes.starts_with(b"PK\x03\x04") {
        Container::Zip
    } else if first_bytes.starts_with(b"PK\x05\x06") {
        Container::EmptyZip
    } else if first_bytes.starts_with(b"\x1f\x8b") {
        Container::Gzip
    } else {
        Container::NotAPackage(guess(first_bytes))
    }
}

fn guess(bytes: &[u8]) -> Guess {
    if bytes.is_empty() {
        return Guess::Empty;
    }
    if let Some((_, guess)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return *guess;
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Guess::Tar;
    }
    guess_text(bytes)
}

fn guess_text(bytes: &[u8]) -> Guess {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let head = &bytes[..bytes.len().min(FIRST_BYTES)].to_ascii_lowercase();
    let holds = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    if head.starts_with(b"<!doctype html") || head.starts_with(b"<html") || holds(b"<html") || holds(b"<body")
    {
        Guess::Html
    } else if head.starts_with(b"<?xml") || head.starts_with(b"<moodle_backup") {
        Guess::Xml
    } else if !head.is_empty()
        && head.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\r' | b'\n'))
    {
        Guess::Text
    } else {
        Guess::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_zip_and_gzip_pass_the_door() {
        assert_eq!(sniff(b"PK\x03\x04\x14\0"), Container::Zip);
        assert_eq!(sniff(b"PK\x05\x06\0\0"), Container::EmptyZip);
        assert_eq!(sniff(b"\x1f\x8b\x08\0"), Container::Gzip);
        let mut tar = vec![b'a'; 512];
        tar[257..262].copy_from_slice(b"ustar");
        let others: &[(&[u8], Guess)] = &[
            (b"", Guess::Empty),
            (&tar, Guess::Tar),
            (b"7z\xbc\xaf\x27\x1c\0\x04", Guess::SevenZip),
            (b"Rar!\x1a\x07", Guess::Rar),
            (b"\xfd7zXZ\0\0", Guess::Xz),
            (b"\x28\xb5\x2f\xfd\x04", Guess::Zstd),
            (b"BZh91AY", Guess::Bzip2),
            (b"PK\x07\x08PK\x03\x04", Guess::SplitZip),
            (b"\n <!DOCTYPE html>\n<title>Log in</title>", Guess::Html),
            (b"<?xml version=\"1.0\"?><html>", Guess::Html),
            (b"<?xml version=\"1.0\"?><moodle_backup>", Guess::Xml),
            (b"\x89PNG\r\n\x1a\n", Guess::Picture),
            (b"%PDF-1.7", Guess::Pdf),
            (b"hello", Guess::Text),
            (b"\0\0\0\0", Guess::Unknown),
            (b"P", Guess::Text),
            (b"xPK\x03\x04", Guess::Unknown),
        ];
        for (bytes, guess) in others {
            assert_eq!(sniff(bytes), Container::NotAPackage(*guess), "{bytes:?}");
        }
    }
}
