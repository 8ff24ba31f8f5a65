//! One pass over a package.

use std::io::{self, Read, Seek};

use crate::cancel::Cancel;
use crate::code::Code;
use crate::door::{self, Container, Guess};
use crate::finding::Findings;
use crate::limits::Limits;
use crate::read::{READER_VERSION, Unreadable};
use crate::report::{Backup, Course, Kind, Packing, Report};
use crate::upload::{Clock, Upload};
use crate::verdict::Verdict;

/// Reads `source` and reports on it.
pub(crate) fn run<S: Read + Seek>(
    mut source: S,
    limits: &Limits,
    cancel: &Cancel,
) -> Result<Report, Unreadable> {
    let mut upload = Upload::open(&mut source, Clock::start(limits.wall_time, cancel))?;
    let size_bytes = upload.size();
    let mut findings = Findings::new(limits.findings_per_code);
    match door::sniff(upload.peek(door::FIRST_BYTES)?) {
        Container::NotAPackage(guess) => findings.add(code_of(guess), None, &guess.to_string()),
        Container::EmptyZip => findings.add(Code::EmptyArchive, None, ""),
        Container::Zip | Container::Gzip => {
            return Err(Unreadable::Io(io::Error::new(
                io::ErrorKind::Unsupported,
                "archives are not read yet",
            )));
        }
    }
    let sha256 = upload.finish()?;
    let (findings, finding_counts) = findings.finish();
    Ok(Report {
        reader_version: READER_VERSION,
        verdict: Verdict::of(&findings),
        kind: Kind::Unknown,
        kind_version: None,
        container: Packing::None,
        handmade: false,
        sha256: hexadecimal(&sha256),
        size_bytes,
        unpacked_bytes: 0,
        members: 0,
        backup: Backup::default(),
        course: Course::default(),
        findings,
        finding_counts,
        limits: limits.clone(),
    })
}

fn code_of(guess: Guess) -> Code {
    match guess {
        Guess::Empty => Code::EmptyFile,
        Guess::Tar => Code::BareTar,
        Guess::Html => Code::HtmlPage,
        Guess::SplitZip => Code::ZipSplit,
        Guess::SevenZip | Guess::Rar | Guess::Xz | Guess::Zstd | Guess::Bzip2 => Code::OtherArchive,
        Guess::Xml | Guess::Pdf | Guess::Picture | Guess::Program | Guess::Text | Guess::Unknown => {
            Code::NotAPackage
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
