//! One pass over a package.

use std::hash::BuildHasher;
use std::io::{Read, Seek};

use crate::cancel::Cancel;
use crate::code::Code;
use crate::container::gzip::Gzip;
use crate::container::meter::Meter;
use crate::container::{tar, zip};
use crate::door::{self, Container, Guess};
use crate::finding::Findings;
use crate::gather::{Facts, Gather};
use crate::kinds;
use crate::limits::Limits;
use crate::moodle::release;
use crate::outline;
use crate::plugin;
use crate::policy;
use crate::privacy::Claims;
use crate::read::{READER_VERSION, Unreadable};
use crate::report::{Backup, Course, Kind, Packing, Report};
use crate::stop::Stop;
use crate::upload::{Clock, Upload};
use crate::verdict::Verdict;

/// Reads `source` and reports on it.
pub(crate) fn run<S: Read + Seek>(
    mut source: S,
    limits: &Limits,
    cancel: &Cancel,
) -> Result<Report, Unreadable> {
    let mut upload = Upload::open(&mut source, Clock::start(limits.wall_time, cancel))?;
    let mut pass = Pass {
        meter: Meter::new(limits, upload.size()),
        gather: Gather::new(limits, upload.size()),
        packing: Packing::None,
        complete: false,
    };
    match pass.walk(&mut upload, limits) {
        Ok(()) => {}
        Err(Stop::Refuse(refusal)) => {
            pass.gather.note(refusal.code, refusal.place.as_deref(), &refusal.evidence);
        }
        Err(Stop::Unreadable(error)) => return Err(error),
    }
    let size_bytes = upload.size();
    let sha256 = upload.finish()?;
    Ok(pass.report(limits, size_bytes, &sha256))
}

/// What is known while the bytes go by.
struct Pass<'l> {
    meter: Meter<'l>,
    gather: Gather<'l>,
    packing: Packing,
    /// The archive was read to its end.
    complete: bool,
}

impl Pass<'_> {
    fn walk(&mut self, upload: &mut Upload<'_>, limits: &Limits) -> Result<(), Stop> {
        if upload.size() > limits.upload {
            let evidence = format!("{} bytes; the limit is {}", upload.size(), limits.upload);
            return Err(Stop::refuse(Code::TooLarge, evidence));
        }
        match door::sniff(upload.peek(door::FIRST_BYTES)?) {
            Container::NotAPackage(guess) => return Err(Stop::refuse(code_of(guess), guess.to_string())),
            Container::Zip | Container::EmptyZip => {
                self.packing = Packing::Zip;
                zip::walk(upload, &mut self.meter, &mut self.gather, limits)?;
            }
            Container::Gzip => {
                self.packing = Packing::Gzip;
                let mut gzip = Gzip::open(upload)?;
                self.packing = Packing::TarGz;
                let outcome = tar::walk(&mut gzip, &mut self.meter, &mut self.gather);
                if let Err(Stop::Refuse(refusal)) = &outcome
                    && refusal.code == Code::GzipNotTar
                {
                    self.packing = Packing::Gzip;
                }
                outcome?;
                if gzip.trailing() > 0 {
                    let evidence = format!("{} bytes after the end of the gzip stream", gzip.trailing());
                    self.gather.note(Code::TrailingData, None, &evidence);
                }
            }
        }
        if self.gather.members() == 0 {
            return Err(Stop::refuse(Code::EmptyArchive, ""));
        }
        self.complete = true;
        Ok(())
    }

    fn report(self, limits: &Limits, size_bytes: u64, sha256: &[u8]) -> Report {
        let Self { meter, gather, packing, complete } = self;
        let members = gather.members();
        let key = gather.key();
        let (mut facts, mut findings) = gather.into_parts();
        let (kind, kind_version) = policy::kind(&facts);
        if complete {
            policy::judge_kind(kind, &facts, &mut findings);
        }
        if complete && kind == Kind::Moodle2 {
            policy::judge_backup(&facts, packing, &mut findings);
        }
        let claims = claims(&facts);
        let (privacy, privacy_evidence) = facts.watches.privacy.level(claims);
        if complete && kind == Kind::Moodle2 && facts.recognised {
            facts.watches.privacy.judge(claims, &mut findings);
        }
        let mut course = outline::course(&mut facts, |directory| key.hash_one(directory));
        let found = kinds::take(kind, &mut facts.roots).unwrap_or_default();
        if kind != Kind::Moodle2 {
            course = Course { languages: course.languages, ..found.course };
        }
        if let Some(alias) = &course.alias {
            findings.add(Code::NameDiffers, Some("course/course.xml"), alias);
        }
        let source = facts.backup.as_ref().and_then(|listed| listed.backup.original_wwwroot.as_deref());
        std::mem::take(&mut facts.watches.active).judge(source, &mut findings);
        policy::judge_format(course.format.as_deref(), &mut findings);
        let promises = complete
            && kind == Kind::Moodle2
            && !findings.has(Code::ContentMissing)
            && !findings.has(Code::NotRecognisedByMoodle);
        let handmade = kind == Kind::Moodle2 && policy::is_handmade(&facts, packing);
        let mut backup = match kind {
            Kind::Moodle1 => of_moodle1(found.backup, &mut findings),
            _ => backup(&mut facts),
        };
        let seen = std::mem::take(&mut facts.watches.plugins);
        let (requirements, question_counts) =
            if kind == Kind::Moodle2 { plugin::requirements(&course, seen) } else { Default::default() };
        backup.question_counts = question_counts;
        let contents = std::mem::take(&mut facts.contents);
        let (files, shown) = contents.join(std::mem::take(&mut facts.file_rows), promises, &mut findings);
        let (findings, finding_counts) = findings.finish();
        Report {
            reader_version: READER_VERSION,
            verdict: Verdict::of(&findings),
            kind,
            kind_version,
            container: packing,
            handmade,
            sha256: hexadecimal(sha256),
            size_bytes,
            unpacked_bytes: meter.contents(),
            members,
            backup,
            course,
            privacy,
            privacy_evidence,
            requirements,
            files,
            pictures: shown.pictures,
            picture_count: shown.picture_count,
            unseen: shown.unseen,
            unseen_count: shown.unseen_count,
            relative: found.relative,
            findings,
            finding_counts,
            limits: limits.clone(),
        }
    }
}

/// What the package says about users.
fn claims(facts: &Facts) -> Claims {
    let says = facts.backup.as_ref().map(|listed| &listed.backup);
    Claims {
        users: says.and_then(|backup| backup.users_included) == Some(true),
        anonymised: says.and_then(|backup| backup.anonymised) == Some(true),
        seen: facts.users_seen,
        unreadable: facts.users_unreadable,
    }
}

/// What the backup says about itself, with what was counted.
fn backup(facts: &mut Facts) -> Backup {
    let mut backup = facts.backup.take().unwrap_or_default().backup;
    backup.moodle_branch =
        release::branch(backup.moodle_release.as_deref(), backup.moodle_version.as_deref());
    backup.user_count = facts.user_rows;
    backup.file_rows = facts.file_rows.files;
    backup.file_blobs = facts.contents.count();
    backup.question_count = facts.questions;
    backup
}

/// What a Moodle 1 backup says about itself. People in it are said beside the refusal.
fn of_moodle1(backup: Backup, findings: &mut Findings) -> Backup {
    if backup.user_count > 0 {
        let evidence = format!("{} user accounts", backup.user_count);
        findings.add(Code::PersonalData, Some("moodle.xml"), &evidence);
    }
    let moodle_branch = release::branch(backup.moodle_release.as_deref(), backup.moodle_version.as_deref());
    Backup { moodle_branch, ..backup }
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
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
