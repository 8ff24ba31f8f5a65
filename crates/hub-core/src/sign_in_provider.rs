//! Providers that people sign in through (OpenID Connect): whom they let in, and what they never decide. A role is
//! always the hub's own matter: whoever comes for the first time is a member.

use crate::ids::ProviderId;
use crate::policy::domains;

/// Who may come through a provider.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum LetsIn {
    /// People who have an account here, and no others.
    #[default]
    Accounts,
    /// Others too, if their mail address is in one of these domains; they become members.
    Domains(Vec<String>),
    /// Everybody whom the provider knows; they become members.
    Anybody,
}

impl LetsIn {
    /// The words of forms and of the record.
    pub const NAMES: [&'static str; 3] = ["accounts", "domains", "anybody"];

    /// Its word.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Domains(_) => "domains",
            Self::Anybody => "anybody",
        }
    }

    /// Of a word and the domains that stand beside it, separated by commas or blanks; `None` for another word, for what
    /// is no domain, and for domains of which there are none.
    pub fn parse(name: &str, listed: &str) -> Option<Self> {
        match name {
            "accounts" => Some(Self::Accounts),
            "anybody" => Some(Self::Anybody),
            "domains" => domains(listed).filter(|listed| !listed.is_empty()).map(Self::Domains),
            _ => None,
        }
    }

    /// The domains, if it is by them.
    pub fn domains(&self) -> &[String] {
        if let Self::Domains(domains) = self { domains } else { &[] }
    }

    /// Whether somebody with this mail address gets an account.
    pub fn makes_account_of(&self, email: &str) -> bool {
        match self {
            Self::Accounts => false,
            Self::Anybody => true,
            Self::Domains(domains) => {
                let domain = email.rsplit_once('@').map(|(_, domain)| domain.to_lowercase());
                domain.is_some_and(|domain| domains.contains(&domain))
            }
        }
    }
}

/// A provider, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Its id.
    pub id: ProviderId,
    /// What people call it: "School account".
    pub label: String,
    /// Its address, exactly as it calls itself (OpenID Connect Discovery 1.0, 3).
    pub issuer: String,
    /// What it calls this hub; empty until staff filled it in.
    pub client_id: String,
    /// What is asked of it besides `openid`, separated by blanks.
    pub scopes: String,
    /// Who may come.
    pub lets_in: LetsIn,
    /// Whether a mail address that it verified links an account that has the same one (never one of staff).
    pub trusts_addresses: bool,
    /// Whether people are offered it.
    pub is_on: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_let_in_whole_domains_in_any_case() {
        let lets_in = LetsIn::parse("domains", "@School.example, uni.example").unwrap();
        assert!(lets_in.makes_account_of("Ada@SCHOOL.example"));
        for other in ["ada@evil-school.example", "ada@mail.school.example", "ada@school.example.evil", "ada"]
        {
            assert!(!lets_in.makes_account_of(other), "{other}");
        }
    }

    #[test]
    fn nobody_gets_an_account_where_accounts_are_for_those_who_have_one() {
        assert!(!LetsIn::default().makes_account_of("ada@school.example"));
        assert!(LetsIn::Anybody.makes_account_of("ada@school.example"));
    }

    #[test]
    fn domains_without_one_are_refused() {
        for listed in ["", " , ", "school", "a..b"] {
            assert_eq!(LetsIn::parse("domains", listed), None, "{listed:?}");
        }
        for name in LetsIn::NAMES {
            assert_eq!(LetsIn::parse(name, "school.example").unwrap().name(), name);
        }
    }
}
