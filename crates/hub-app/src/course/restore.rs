//! Will a course restore on somebody's Moodle?

use hub_package::restore::{self, Answer, Reason, Target};
use hub_package::{Branch, Origin, Report};

/// The Moodle that somebody asks about, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Its release, such as `4.5`.
    pub release: String,
    /// Components installed there beside what comes with Moodle, parted by blanks or commas; empty if nobody knows.
    pub plugins: String,
}

/// What a Moodle makes of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// `yes`, `without_parts`, `cannot_tell` or `no`.
    pub answer: &'static str,
    /// Why, what matters most first.
    pub reasons: Vec<Why>,
}

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Its word: `missing`, `made_by_newer`.
    pub word: &'static str,
    /// What it is about: a component, a release.
    pub about: String,
    /// How many parts of the course it touches.
    pub uses: i64,
}

/// What a course needs of a Moodle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Plug-ins that do not come with today's Moodle.
    pub plugins: Vec<String>,
    /// The branch it was made with, such as `4.5`: it restores there and on later ones.
    pub branch: String,
}

impl Needs {
    /// The needs of a package.
    pub fn of(report: &Report) -> Self {
        let foreign = report.requirements.iter().filter(|needed| needed.origin != Origin::Standard);
        Self {
            plugins: foreign.map(|needed| needed.component.clone()).collect(),
            branch: report.backup.moodle_branch.clone().unwrap_or_default(),
        }
    }
}

/// Judges a package by its report. `None` if what was typed is no release.
pub fn judge(report: &Report, asked: &Asked) -> Option<Judged> {
    let branch = Branch::parse(&asked.release)?;
    let parts = asked.plugins.split(|char: char| char.is_whitespace() || char == ',' || char == ';');
    let plugins = parts.filter(|name| !name.is_empty()).map(str::to_lowercase);
    let plugins = Some(plugins.collect()).filter(|_| !asked.plugins.trim().is_empty());
    let judgement = restore::judge(report, &Target { branch, plugins });
    let answer = match judgement.answer {
        Answer::Yes => "yes",
        Answer::WithoutParts => "without_parts",
        Answer::CannotTell => "cannot_tell",
        Answer::No => "no",
    };
    Some(Judged { answer, reasons: judgement.reasons.iter().map(why).collect() })
}

fn why(reason: &Reason) -> Why {
    let count = |uses: u64| i64::try_from(uses).unwrap_or(i64::MAX);
    let (word, about, uses) = match reason {
        Reason::Refused { .. } => ("refused", String::new(), 0),
        Reason::NotACourse { .. } => ("not_a_course", String::new(), 0),
        Reason::Cartridge { version } => ("cartridge", version.clone(), 0),
        Reason::TooOld { first } => ("too_old", first.clone(), 0),
        Reason::MadeByNewer { made } => ("made_by_newer", made.clone(), 0),
        Reason::MadeByUnknown => ("made_by_unknown", String::new(), 0),
        Reason::Missing { component, uses, .. } => ("missing", component.clone(), count(*uses)),
        Reason::Unknown { component, uses } => ("unknown", component.clone(), count(*uses)),
        Reason::Theme { component } => ("theme", component.clone(), 0),
        Reason::Local { component } => ("local", component.clone(), 0),
        Reason::Converts => ("converts", String::new(), 0),
        Reason::IntoACourse { .. } => ("into_a_course", String::new(), 0),
    };
    Why { word, about, uses }
}
