//! `coursehub inspect`: the report of a package, without a hub.

use std::fmt::Write as _;
use std::fs::File;

use anyhow::Context as _;
use hub_package::restore::{self, Answer, Judgement, Target};
use hub_package::{Activity, Branch, Cancel, Limits, Origin, Report, Section, Verdict};

use crate::args::Inspect;
use crate::failure::WrongUse;
use crate::print::{self, Sheet};

/// Runs it. The verdict does not change the exit code: a refused package was inspected as asked.
///
/// # Errors
/// If the file cannot be read.
pub fn run(command: &Inspect) -> anyhow::Result<()> {
    let name = command.file.display();
    let file = File::open(&command.file).with_context(|| format!("{name} cannot be read"))?;
    let is_file = file.metadata().is_ok_and(|metadata| metadata.is_file());
    anyhow::ensure!(is_file, "{name} is not a file");
    let report = hub_package::read(file, &Limits::default(), &Cancel::never())
        .with_context(|| format!("{name} cannot be read"))?;
    let judgement = target(command)?.map(|target| restore::judge(&report, &target));
    match (command.json, judgement) {
        (true, None) => print::json(&report),
        (true, Some(judgement)) => print::json(&Judged { report: &report, restore: &judgement }),
        (false, None) => print::out(&shown(&report)),
        (false, Some(judgement)) => print::out(&format!("{}\n{}", restores(&judgement), shown(&report))),
    }
    Ok(())
}

/// A report with what a Moodle makes of it.
#[derive(serde::Serialize)]
struct Judged<'a> {
    #[serde(flatten)]
    report: &'a Report,
    restore: &'a Judgement,
}

/// The Moodle that was asked about.
fn target(command: &Inspect) -> anyhow::Result<Option<Target>> {
    let Some(release) = &command.on else { return Ok(None) };
    let branch = Branch::parse(release)
        .ok_or_else(|| WrongUse(format!("--on {release} is no release of Moodle such as 4.5")))?;
    let plugins = match &command.plugins {
        None => None,
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("{} cannot be read", path.display()))?;
            Some(
                text.split([',', ' ', '\t', '\r', '\n'])
                    .filter(|name| !name.is_empty())
                    .map(str::to_owned)
                    .collect(),
            )
        }
    };
    Ok(Some(Target { branch, plugins }))
}

/// A judgement for people.
fn restores(judgement: &Judgement) -> String {
    let mut text = match judgement.answer {
        Answer::Yes => "It restores there.\n",
        Answer::WithoutParts => "It restores there, without these parts.\n",
        Answer::CannotTell => "Whether it restores there cannot be told.\n",
        Answer::No => "It does not restore there.\n",
    }
    .to_owned();
    for reason in &judgement.reasons {
        let _ = writeln!(text, "  {}", print::one_line(&reason.to_string()));
    }
    text
}

/// The report for people.
pub fn shown(report: &Report) -> String {
    let mut sheet = Sheet::default();
    let (backup, course) = (&report.backup, &report.course);
    let plain = |text: &Option<String>| text.as_deref().map(hub_app::plain_text).unwrap_or_default();
    sheet
        .line("Verdict", verdict(&report.verdict))
        .line("Course", plain(&course.fullname))
        .line("Short name", plain(&course.shortname))
        .line("Moodle", backup.moodle_release.as_deref().unwrap_or_default())
        .line("Size", size(report))
        .line("Packed as", packed(report))
        .line("SHA-256", &report.sha256)
        .line("Files", files(report))
        .line("Users inside", users(report))
        .line("About people", word(&report.privacy))
        .line("Needs", needs(report))
        .line("Contents", contents(report));
    let mut text = sheet.text();
    if !report.findings.is_empty() {
        text.push_str("\nFindings\n");
        for finding in &report.findings {
            text.push_str(&finding_line(finding));
        }
    }
    if !course.sections.is_empty() {
        text.push_str("\nOutline\n");
        for section in &course.sections {
            outline(&mut text, section, 1);
        }
    }
    text
}

/// One finding: code, place, what was seen, what to do.
pub fn finding_line(finding: &hub_package::Finding) -> String {
    let place = finding.place.as_ref().map(|place| format!(" in {place}")).unwrap_or_default();
    let seen = if finding.evidence.is_empty() { String::new() } else { format!(": {}", finding.evidence) };
    let severity = word(&finding.severity);
    format!("  {severity:<8} {}{place}{seen}\n           {}\n", finding.code, finding.advice)
}

fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Accept => "accepted".to_owned(),
        Verdict::Hold(codes) => {
            let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
            format!("held back until somebody has looked at it ({})", codes.join(", "))
        }
        Verdict::Refuse(code) => format!("refused ({code})"),
    }
}

fn size(report: &Report) -> String {
    let bytes = |bytes: u64| print::size(i64::try_from(bytes).unwrap_or(i64::MAX));
    format!(
        "{}, {} unpacked, {} members",
        bytes(report.size_bytes),
        bytes(report.unpacked_bytes),
        report.members
    )
}

/// The word that a value has in JSON.
fn word(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(value).ok();
    json.as_ref().and_then(|word| word.as_str()).unwrap_or_default().to_owned()
}

/// The plug-ins that do not come with Moodle any more, or never did; the others are in the JSON.
fn needs(report: &Report) -> String {
    let foreign = report.requirements.iter().filter(|needed| needed.origin != Origin::Standard);
    let foreign: Vec<String> = foreign
        .map(|needed| match &needed.until {
            Some(until) => format!("{} (in Moodle until {until})", needed.component),
            None => needed.component.clone(),
        })
        .collect();
    if foreign.is_empty() { "nothing that Moodle lacks".to_owned() } else { foreign.join(", ") }
}

fn packed(report: &Report) -> String {
    let by_hand = if report.handmade { ", by hand" } else { "" };
    format!("{}, {}{by_hand}", word(&report.container), word(&report.kind))
}

/// What there is to say of the files beside their number; nothing if all is well and none says its licence.
fn files(report: &Report) -> String {
    let files = &report.files;
    let counted = [
        (files.missing, "missing"),
        (files.orphan, "that nothing names"),
        (files.hash_mismatch, "changed"),
        (files.size_mismatch, "of another size"),
        (files.external, "kept elsewhere"),
    ];
    let wrong = counted.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    let licences = files.licences.iter().map(|(name, count)| format!("{count} {name}"));
    let licences = licences.collect::<Vec<_>>().join(", ");
    let licences = Some(format!("licences {licences}")).filter(|_| !files.licences.is_empty());
    wrong.chain(licences).collect::<Vec<_>>().join("\n")
}

fn users(report: &Report) -> String {
    if report.backup.user_count > 0 {
        format!("{} accounts", report.backup.user_count)
    } else {
        "none".to_owned()
    }
}

fn contents(report: &Report) -> String {
    let course = &report.course;
    let mut kinds: Vec<(&String, &u64)> = course.activity_counts.iter().collect();
    kinds.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), (*name).clone()));
    let kinds: Vec<String> = kinds.iter().map(|(name, count)| format!("{count} {name}")).collect();
    let totals = format!(
        "{} sections, {} activities, {} questions, {} files",
        course.section_count, course.activity_count, report.backup.question_count, report.backup.file_rows
    );
    if kinds.is_empty() { totals } else { format!("{totals}\n{}", kinds.join(", ")) }
}

fn outline(text: &mut String, section: &Section, depth: usize) {
    let indent = "  ".repeat(depth);
    let number = section.number.map(|number| format!("{number}. ")).unwrap_or_default();
    let title = section.title.as_deref().map(hub_app::plain_text).unwrap_or_default();
    let _ = writeln!(text, "{indent}{}", print::one_line(&format!("{number}{title}")));
    for activity in &section.activities {
        activity_line(text, activity, depth + 1);
    }
}

fn activity_line(text: &mut String, activity: &Activity, depth: usize) {
    let indent = "  ".repeat(depth);
    let title = print::one_line(&hub_app::plain_text(&activity.title));
    let _ = writeln!(text, "{indent}{} ({})", title, print::one_line(&activity.module));
    if let Some(inner) = &activity.subsection {
        outline(text, inner, depth + 1);
    }
}
