//! What the hub's staff wants done about what the reader found.

use hub_core::finding::Action;
use hub_core::listing::PackageState;
use hub_core::policy::Policy;
use hub_core::scan::Concern;
use hub_package::{Code, Report, Severity, Verdict};

/// What a code does by default (package notes, section 15).
pub fn default_action(code: Code) -> Action {
    match code.severity() {
        Severity::Info => Action::Allow,
        Severity::Warning => Action::Warn,
        Severity::Hold => Action::Hold,
        Severity::Refuse => Action::Refuse,
    }
}

/// Whether staff may decide what a code does. After a refusal by the reader nothing more of the package is known.
pub fn may_be_changed(code: Code) -> bool {
    code.severity() != Severity::Refuse
}

/// A finding that staff decides about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its code.
    pub code: &'static str,
    /// What is wrong, in English.
    pub sentence: &'static str,
    /// What it does by default.
    pub by_default: Action,
}

/// All findings that staff decides about, worst first.
pub fn known() -> impl Iterator<Item = Known> {
    let mut codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| may_be_changed(*code)).collect();
    codes.sort_by_key(|code| std::cmp::Reverse(default_action(*code)));
    codes.into_iter().map(|code| Known {
        code: code.as_str(),
        sentence: code.sentence(),
        by_default: default_action(code),
    })
}

/// What a code does on this hub.
pub fn action(policy: &Policy, code: Code) -> Action {
    let decided = policy.findings.of(code.as_str()).filter(|_| may_be_changed(code));
    decided.unwrap_or_else(|| default_action(code))
}

/// Whether a finding holds the package of a trusted site too: people's data. Of everything else a trusted site is
/// believed to have meant it, until staff has looked.
fn holds_everybody(code: Code) -> bool {
    matches!(code, Code::PersonalData | Code::UsersUndeclared | Code::UserRows | Code::UserFiles)
}

/// What becomes of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// Where it stands.
    pub package: PackageState,
    /// Codes of findings that would hold it if its site were not trusted: staff looks afterwards.
    pub look: Vec<String>,
}

/// What becomes of a package with this report, by the hub's policy. What the malware scanner is concerned about holds
/// every package. `trusted`: its course is listed without a look.
pub fn rule(policy: &Policy, report: &Report, concern: Option<Concern<'_>>, trusted: bool) -> Ruling {
    let found = |wanted: Action| {
        report.finding_counts.keys().copied().filter(move |code| action(policy, *code) == wanted)
    };
    // The finding that the reader itself ended with says more than another one.
    let refused = match &report.verdict {
        Verdict::Refuse(code) => Some(*code),
        _ => found(Action::Refuse).next(),
    };
    if let Some(code) = refused {
        return Ruling { package: PackageState::Refused { code: code.to_string() }, look: Vec::new() };
    }
    let scanned = concern.map(|concern| concern.code.to_owned());
    let holds_all = scanned.is_some() || found(Action::Hold).any(holds_everybody);
    let codes: Vec<String> =
        scanned.into_iter().chain(found(Action::Hold).map(|code| code.to_string())).collect();
    let passes = codes.is_empty() || (trusted && !holds_all);
    if passes {
        Ruling { package: PackageState::Ready, look: codes }
    } else {
        Ruling { package: PackageState::Held { codes }, look: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use hub_core::finding::Actions;
    use hub_core::scan::{Outcome, Scan};
    use hub_package::{Cancel, Limits};

    use super::*;

    fn report(codes: &[Code]) -> Report {
        let mut report =
            hub_package::read(Cursor::new(b"no package".to_vec()), &Limits::default(), &Cancel::never())
                .unwrap();
        report.verdict = Verdict::Accept;
        report.finding_counts = codes.iter().map(|code| (*code, 1)).collect();
        report
    }

    #[test]
    fn by_default_a_package_is_held_for_what_the_reader_would_hold() {
        let held = PackageState::Held { codes: vec!["contents_mismatch".into(), "personal_data".into()] };
        let mut codes =
            rule(&Policy::default(), &report(&[Code::PersonalData, Code::ContentsMismatch]), None, false)
                .package
                .codes();
        codes.sort();
        assert_eq!(codes, held.codes());
        assert_eq!(
            rule(&Policy::default(), &report(&[Code::TrailingData]), None, false).package,
            PackageState::Ready
        );
    }

    #[test]
    fn a_trusted_site_is_listed_and_looked_at_afterwards_unless_it_is_about_people() {
        let of = |codes: &[Code]| rule(&Policy::default(), &report(codes), None, true);
        let ruling = of(&[Code::ContentsMismatch]);
        assert_eq!(ruling, Ruling { package: PackageState::Ready, look: vec!["contents_mismatch".into()] });
        let ruling = of(&[Code::ContentsMismatch, Code::UserRows]);
        assert_eq!((ruling.package.name(), ruling.look), ("held", Vec::new()));
        assert_eq!(of(&[Code::TrailingData]).look, Vec::<String>::new());
    }

    #[test]
    fn what_the_scanner_knows_holds_every_package() {
        let scan = Scan {
            outcome: Outcome::Found,
            name: "Made.Up".to_owned(),
            signatures: String::new(),
            scanned_at: jiff::Timestamp::UNIX_EPOCH,
        };
        let ruling = rule(&Policy::default(), &report(&[Code::ContentsMismatch]), scan.concern(), true);
        assert_eq!(ruling.package.codes(), ["malware", "contents_mismatch"]);
        let refused = rule(&Policy::default(), &report(&[Code::BombRatio]), scan.concern(), true);
        assert_eq!(refused.package.name(), "refused");
    }

    #[test]
    fn staff_decides_what_a_finding_does() {
        let findings = "foreign_members=hold, contents_mismatch=allow, trailing_data=refuse";
        let policy = Policy { findings: Actions::parse(findings).unwrap(), ..Policy::default() };
        let name = |code| rule(&policy, &report(&[code]), None, false).package.name().to_owned();
        assert_eq!(name(Code::ForeignMembers), "held");
        assert_eq!(name(Code::ContentsMismatch), "ready");
        assert_eq!(name(Code::TrailingData), "refused");
    }

    #[test]
    fn what_the_reader_refuses_cannot_be_allowed() {
        let policy = Policy { findings: Actions::parse("bomb_ratio=allow").unwrap(), ..Policy::default() };
        assert_eq!(rule(&policy, &report(&[Code::BombRatio]), None, true).package.name(), "refused");
    }
}
