//! `coursehub inspect`: the report of a package, without a hub.

use std::fmt::Write as _;
use std::fs::File;

use anyhow::Context as _;
use hub_package::{Activity, Cancel, Limits, Report, Section, Verdict};

use crate::args::Inspect;
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
    if command.json {
        print::json(&report);
    } else {
        print::out(&shown(&report));
    }
    Ok(())
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
        .line("Users inside", users(report))
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
    let severity = serde_json::to_value(finding.severity).ok();
    let severity = severity.as_ref().and_then(|word| word.as_str()).unwrap_or("info").to_owned();
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

fn packed(report: &Report) -> String {
    let word = |value: serde_json::Result<serde_json::Value>| {
        value.ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let by_hand = if report.handmade { ", by hand" } else { "" };
    format!(
        "{}, {}{by_hand}",
        word(serde_json::to_value(report.container)),
        word(serde_json::to_value(report.kind))
    )
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
