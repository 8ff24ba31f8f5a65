//! What the reader found in a package, for those who decide on it.

use hub_core::finding::Action;
use hub_core::policy::Policy;
use hub_core::scan::Scan;
use hub_package::{Finding, PrivacyLevel, Report, Severity, Unseen, UnseenKind};

use super::ruling::action;
use crate::course::restore::Needs;

/// Places of one problem that are shown; their number is exact.
const PLACES: usize = 8;
/// Items that nobody can be shown, told by name; their number is exact.
const UNSEEN: usize = 50;

/// What a package holds and what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageEvidence {
    /// Name of the course at the time of the backup, plain text.
    pub name: String,
    /// Release of the Moodle it was made with.
    pub release: String,
    /// `course`, `section` or `activity`; empty if it does not say.
    pub backup_type: &'static str,
    /// Mode of the backup, see [`hub_package::Backup::mode`].
    pub mode: Option<u32>,
    /// Sections.
    pub sections: i64,
    /// Activities.
    pub activities: i64,
    /// Questions.
    pub questions: i64,
    /// User accounts.
    pub users: i64,
    /// Files by name, and distinct contents.
    pub files: (i64, i64),
    /// Bytes inflated.
    pub unpacked_bytes: i64,
    /// How much about people is in it: `none`, `traces`, `anonymised` or `personal`.
    pub privacy: &'static str,
    /// Plug-ins that do not come with today's Moodle.
    pub plugins: Vec<String>,
    /// Files whose contents are missing or changed.
    pub broken_files: i64,
    /// How many items of the package nobody can be shown: films, documents, what is locked or packed deeper.
    pub unseen_count: i64,
    /// The first of them.
    pub unseen: Vec<UnseenItem>,
    /// What the malware scanner said.
    pub scan: Option<Scan>,
    /// Problems, worst first.
    pub problems: Vec<Problem>,
}

/// Something in a package that nobody can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnseenItem {
    /// `video`, `audio`, `document`, `picture`, `archive`, `encrypted` or `damaged`.
    pub kind: &'static str,
    /// Its name, or its place if that is not known.
    pub name: String,
    /// Bytes; 0 if not known.
    pub size_bytes: i64,
}

/// Everything of one kind that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The code of the finding.
    pub code: &'static str,
    /// What it does on this hub.
    pub action: Action,
    /// What is wrong, in English.
    pub sentence: &'static str,
    /// What the publisher can do, in English.
    pub advice: &'static str,
    /// How often.
    pub count: i64,
    /// Where, with what was seen; the first of them.
    pub places: Vec<Place>,
}

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The member; empty if it is about the whole.
    pub member: String,
    /// What was seen, escaped and short.
    pub seen: String,
}

impl PackageEvidence {
    /// The evidence of a report and a scan under a policy.
    pub fn of(policy: &Policy, report: &Report, scan: Option<Scan>) -> Self {
        let backup_type = match report.backup.backup_type {
            Some(hub_package::BackupType::Course) => "course",
            Some(hub_package::BackupType::Section) => "section",
            Some(hub_package::BackupType::Activity) => "activity",
            None => "",
        };
        Self {
            name: report.course.fullname.as_deref().map(crate::plain_text).unwrap_or_default(),
            release: report.backup.moodle_release.clone().unwrap_or_default(),
            backup_type,
            mode: report.backup.mode,
            sections: count(report.course.section_count),
            activities: count(report.course.activity_count),
            questions: count(report.backup.question_count),
            users: count(report.backup.user_count),
            files: (count(report.backup.file_rows), count(report.backup.file_blobs)),
            unpacked_bytes: count(report.unpacked_bytes),
            privacy: match report.privacy {
                PrivacyLevel::None => "none",
                PrivacyLevel::Traces => "traces",
                PrivacyLevel::Anonymised => "anonymised",
                PrivacyLevel::Personal => "personal",
            },
            plugins: Needs::of(report).plugins,
            broken_files: count(report.files.missing.saturating_add(report.files.hash_mismatch)),
            unseen_count: count(report.unseen_count),
            unseen: report.unseen.iter().take(UNSEEN).map(UnseenItem::of).collect(),
            problems: scanned(scan.as_ref()).into_iter().chain(problems(policy, report)).collect(),
            scan,
        }
    }

    /// Reads a stored report. `None` for one of another time that cannot be read any more.
    pub fn read(policy: &Policy, json: &str, scan: Option<Scan>) -> Option<Self> {
        serde_json::from_str(json).ok().map(|report| Self::of(policy, &report, scan))
    }
}

/// How many items a stored report says nobody can be shown. Reports of older readers say nothing, which is none.
pub(crate) fn unseen_count(json: &str) -> u64 {
    #[derive(serde::Deserialize)]
    struct Counts {
        #[serde(default)]
        unseen_count: u64,
    }
    serde_json::from_str::<Counts>(json).map_or(0, |counts| counts.unseen_count)
}

impl UnseenItem {
    fn of(item: &Unseen) -> Self {
        Self {
            kind: match item.kind {
                UnseenKind::Video => "video",
                UnseenKind::Audio => "audio",
                UnseenKind::Document => "document",
                UnseenKind::Picture => "picture",
                UnseenKind::Archive => "archive",
                UnseenKind::Encrypted => "encrypted",
                UnseenKind::Damaged => "damaged",
            },
            name: item.name.clone().unwrap_or_else(|| item.place.clone()),
            size_bytes: count(item.size_bytes),
        }
    }
}

/// As a number of the database and the pages; no honest count is near the end.
fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn scanned(scan: Option<&Scan>) -> Option<Problem> {
    let concern = scan?.concern()?;
    Some(Problem {
        code: concern.code,
        action: Action::Hold,
        sentence: concern.sentence,
        advice: concern.advice,
        count: 1,
        places: vec![Place { member: String::new(), seen: concern.seen.to_owned() }],
    })
}

fn problems(policy: &Policy, report: &Report) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    let told = report.findings.iter().filter(|finding| finding.severity > Severity::Info);
    for finding in told {
        match problems.iter_mut().find(|problem| problem.code == finding.code.as_str()) {
            Some(problem) => problem.add(finding),
            None => problems.push(Problem::new(policy, report, finding)),
        }
    }
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.action));
    problems
}

impl Problem {
    fn new(policy: &Policy, report: &Report, finding: &Finding) -> Self {
        let mut problem = Self {
            code: finding.code.as_str(),
            action: action(policy, finding.code),
            sentence: finding.code.sentence(),
            advice: finding.code.advice(),
            count: count(report.finding_counts.get(&finding.code).copied().unwrap_or(1)),
            places: Vec::new(),
        };
        problem.add(finding);
        problem
    }

    fn add(&mut self, finding: &Finding) {
        if self.places.len() < PLACES {
            let member = finding.place.clone().unwrap_or_default();
            self.places.push(Place { member, seen: finding.evidence.clone() });
        }
    }
}
