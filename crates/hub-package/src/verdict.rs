//! What the findings add up to.

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::finding::{Finding, Severity};

/// What to do with a package under the default policy (package notes, section 15).
///
/// As JSON: `"verdict": "accepted" | "held" | "refused"` and `"codes": [...]` side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Words", try_from = "Words")]
pub enum Verdict {
    /// May be listed, perhaps with warnings.
    Accept,
    /// A person must look first; the codes say at what, each once.
    Hold(Vec<Code>),
    /// Not taken, for this first and worst reason.
    Refuse(Code),
}

impl Verdict {
    /// The verdict of `findings`, which stand worst first: one refusal refuses, else one hold holds.
    pub(crate) fn of(findings: &[Finding]) -> Self {
        if let Some(refusal) = findings.iter().find(|finding| finding.severity == Severity::Refuse) {
            return Self::Refuse(refusal.code);
        }
        let mut codes: Vec<Code> = Vec::new();
        for finding in findings.iter().filter(|finding| finding.severity == Severity::Hold) {
            if !codes.contains(&finding.code) {
                codes.push(finding.code);
            }
        }
        if codes.is_empty() { Self::Accept } else { Self::Hold(codes) }
    }
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Word {
    Accepted,
    Held,
    Refused,
}

#[derive(Clone, Serialize, Deserialize)]
struct Words {
    verdict: Word,
    codes: Vec<Code>,
}

impl From<Verdict> for Words {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Accept => Self { verdict: Word::Accepted, codes: Vec::new() },
            Verdict::Hold(codes) => Self { verdict: Word::Held, codes },
            Verdict::Refuse(code) => Self { verdict: Word::Refused, codes: vec![code] },
        }
    }
}

impl TryFrom<Words> for Verdict {
    type Error = &'static str;

    fn try_from(words: Words) -> Result<Self, Self::Error> {
        match (words.verdict, words.codes.as_slice()) {
            (Word::Accepted, _) => Ok(Self::Accept),
            (Word::Held, _) => Ok(Self::Hold(words.codes)),
            (Word::Refused, [code]) => Ok(Self::Refuse(*code)),
            (Word::Refused, _) => Err("a refusal has exactly one code"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(code: Code) -> Finding {
        Finding::new(code, None, "")
    }

    #[test]
    fn one_refusal_outweighs_every_hold() {
        assert_eq!(Verdict::of(&[]), Verdict::Accept);
        assert_eq!(Verdict::of(&[finding(Code::TrailingData)]), Verdict::Accept);
        let held = [finding(Code::PersonalData), finding(Code::PersonalData)];
        assert_eq!(Verdict::of(&held), Verdict::Hold(vec![Code::PersonalData]));
        let refused = [finding(Code::PersonalData), finding(Code::FrontPage)];
        assert_eq!(Verdict::of(&refused), Verdict::Refuse(Code::FrontPage));
    }

    #[test]
    fn a_verdict_survives_json() {
        for verdict in
            [Verdict::Accept, Verdict::Hold(vec![Code::PersonalData]), Verdict::Refuse(Code::BombRatio)]
        {
            let json = serde_json::to_string(&verdict).unwrap();
            assert_eq!(serde_json::from_str::<Verdict>(&json).unwrap(), verdict, "{json}");
        }
        assert_eq!(
            serde_json::to_string(&Verdict::Refuse(Code::BombRatio)).unwrap(),
            r#"{"verdict":"refused","codes":["bomb_ratio"]}"#
        );
    }
}
