//! What was seen of people and secrets, as a level, evidence and findings.

use std::fmt::Write as _;

use super::Privacy;
use super::level::{EvidenceKind, PrivacyEvidence, PrivacyLevel};
use crate::code::Code;
use crate::finding::Findings;

/// What the package says about users, and what became of reading them.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one claim")]
pub(crate) struct Claims {
    /// The `users` setting.
    pub(crate) users: bool,
    /// The `anonymize` setting.
    pub(crate) anonymised: bool,
    /// There is a `users.xml`.
    pub(crate) seen: bool,
    /// It cannot be read to its end.
    pub(crate) unreadable: bool,
}

impl Privacy {
    /// How much about people is in the package, with the evidence.
    pub(crate) fn level(&mut self, claims: Claims) -> (PrivacyLevel, Vec<PrivacyEvidence>) {
        self.close_counts();
        let level = self.grade(claims);
        let evidence = self.evidence.iter().map(|((kind, place, element), seen)| PrivacyEvidence {
            kind: *kind,
            place: crate::finding::printable(place),
            element: crate::finding::printable(element),
            count: seen.count,
        });
        (level, evidence.collect())
    }

    /// Adds what is known only at the end.
    fn close_counts(&mut self) {
        let real = self.accounts.rows - self.accounts.anonymous;
        for (kind, count) in
            [(EvidenceKind::Accounts, real), (EvidenceKind::AnonymousAccounts, self.accounts.anonymous)]
        {
            if count > 0 {
                self.note_at(kind, "users.xml".into(), "users/user".into(), "users.xml", count);
            }
        }
        if self.workshop_files > 0 && self.examples == 0 {
            let (element, count) = ("mod_workshop/submission_*".into(), self.workshop_files);
            self.note_at(EvidenceKind::UserFiles, "files.xml".into(), element, "files.xml", count);
        }
        let authors = self.authors.len() as u64;
        if authors > 0 {
            let element = "files/file/author".into();
            self.note_at(EvidenceKind::AuthorNames, "files.xml".into(), element, "files.xml", authors);
        }
    }

    fn total(&self, kind: EvidenceKind) -> u64 {
        self.evidence.iter().filter(|(key, _)| key.0 == kind).map(|(_, seen)| seen.count).sum()
    }

    /// Pictures of people, which Moodle's anonymiser leaves as they are (step `backup_annotate_all_user_files`).
    fn pictures(&self) -> u64 {
        let of_user = |key: &&(EvidenceKind, String, String)| {
            key.0 == EvidenceKind::UserFiles && key.2.starts_with("user/")
        };
        self.evidence.keys().filter(of_user).map(|key| self.evidence[key].count).sum()
    }

    fn is_anonymised(&self) -> bool {
        self.accounts.rows > 0 && self.accounts.anonymous == self.accounts.rows && self.pictures() == 0
    }

    fn grade(&self, claims: Claims) -> PrivacyLevel {
        let unknown = claims.unreadable || claims.users && self.accounts.rows == 0;
        if unknown {
            return PrivacyLevel::Personal;
        }
        if self.is_anonymised() {
            return PrivacyLevel::Anonymised;
        }
        let users =
            self.accounts.rows + self.total(EvidenceKind::UserRows) + self.total(EvidenceKind::UserFiles);
        match (users, self.evidence.is_empty()) {
            (0, true) => PrivacyLevel::None,
            (0, false) => PrivacyLevel::Traces,
            _ => PrivacyLevel::Personal,
        }
    }

    /// The findings; [`Privacy::level`] comes first.
    pub(crate) fn judge(&self, claims: Claims, findings: &mut Findings) {
        self.judge_accounts(claims, findings);
        if self.accounts.rows == 0 && !claims.users {
            // With accounts, the rows are theirs and are told of with them.
            self.judge_kind(EvidenceKind::UserRows, Code::UserRows, findings);
            self.judge_kind(EvidenceKind::UserFiles, Code::UserFiles, findings);
        }
        self.judge_secrets(findings);
        self.judge_kind(EvidenceKind::EmailAddresses, Code::EmailAddresses, findings);
        self.judge_kind(EvidenceKind::AuthorNames, Code::AuthorNames, findings);
    }

    fn judge_accounts(&self, claims: Claims, findings: &mut Findings) {
        let place = claims.seen.then_some("users.xml");
        let rows = self.accounts.rows;
        if claims.users || rows > 0 || claims.unreadable {
            let (bound, files) = (self.total(EvidenceKind::UserRows), self.total(EvidenceKind::UserFiles));
            let mut evidence = if claims.unreadable {
                "users.xml cannot be read to its end".to_owned()
            } else {
                format!("{rows} user accounts, {bound} rows about users, {files} files of users")
            };
            let real = rows - self.accounts.anonymous;
            if claims.anonymised && real > 0 {
                // Writing to a String cannot fail.
                let _ = write!(evidence, "; said to be anonymised, but {real} accounts are not");
            }
            let code = match self.grade(claims) {
                PrivacyLevel::Anonymised => Code::AnonymisedUsers,
                _ => Code::PersonalData,
            };
            findings.add(code, place, &evidence);
        }
        if !claims.users && rows > 0 {
            findings.add(Code::UsersUndeclared, place, &format!("{rows} user accounts"));
        }
    }

    /// One finding for each place where evidence of `kind` was seen.
    fn judge_kind(&self, kind: EvidenceKind, code: Code, findings: &mut Findings) {
        for ((found, place, element), seen) in &self.evidence {
            if *found != kind {
                continue;
            }
            let member = if place == "(other)" { None } else { Some(seen.member.as_str()) };
            let count = seen.count;
            let evidence = match kind {
                EvidenceKind::AuthorNames => format!("different names: {count}"),
                EvidenceKind::UserFiles => format!("{element}: {count}"),
                _ => format!("{}: {count}", element.rsplit('/').next().unwrap_or(element)),
            };
            findings.add(code, member, &evidence);
        }
    }

    fn judge_secrets(&self, findings: &mut Findings) {
        for ((code, member, name), count) in &self.secrets {
            let evidence = if *count == 1 { name.clone() } else { format!("{name}: {count} times") };
            let member = Some(member.as_str()).filter(|member| !member.is_empty());
            findings.add(*code, member, &evidence);
        }
    }
}
