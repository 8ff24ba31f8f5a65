//! What findings in packages do on this hub, where that is other than by default.

use std::collections::BTreeMap;
use std::fmt;

/// What a finding does to a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Nothing; it stands in the report.
    Allow,
    /// Publisher and staff see it.
    Warn,
    /// A person looks before the package is listed.
    Hold,
    /// The package is not taken.
    Refuse,
}

impl Action {
    /// All, mildest first.
    pub const ALL: [Self; 4] = [Self::Allow, Self::Warn, Self::Hold, Self::Refuse];

    /// Its word in settings and texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Hold => "hold",
            Self::Refuse => "refuse",
        }
    }

    /// The action of a word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }
}

/// Actions by the code of a finding, such as `secret=hold, plugin_needed=allow`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actions(BTreeMap<String, Action>);

/// Codes that a setting may name; the reader knows about a hundred.
const MOST: usize = 500;

impl Actions {
    /// Reads `code=action` separated by commas; `None` if that is not what it is.
    pub fn parse(text: &str) -> Option<Self> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let read = |part: &str| {
            let (code, action) = part.split_once('=')?;
            let code = code.trim();
            let is_code = (1..=64).contains(&code.len())
                && code.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
            is_code.then_some((code.to_owned(), Action::from_name(action.trim())?))
        };
        let actions: BTreeMap<_, _> = parts.map(read).collect::<Option<_>>()?;
        (actions.len() <= MOST).then_some(Self(actions))
    }

    /// What staff decided for a code.
    pub fn of(&self, code: &str) -> Option<Action> {
        self.0.get(code).copied()
    }

    /// All of them, by code.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Action)> {
        self.0.iter().map(|(code, action)| (code.as_str(), *action))
    }
}

impl fmt::Display for Actions {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, (code, action)) in self.iter().enumerate() {
            let comma = if number == 0 { "" } else { ", " };
            write!(to, "{comma}{code}={}", action.name())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_read_and_written_in_the_order_of_their_codes() {
        let actions = Actions::parse(" secret=hold,plugin_needed = allow ").unwrap();
        assert_eq!(actions.of("secret"), Some(Action::Hold));
        assert_eq!(actions.of("other"), None);
        assert_eq!(actions.to_string(), "plugin_needed=allow, secret=hold");
        assert_eq!(Actions::parse(""), Some(Actions::default()));
        for wrong in ["secret", "secret=forbid", "Secret=hold", "=hold", "a b=hold"] {
            assert_eq!(Actions::parse(wrong), None, "{wrong}");
        }
    }
}
