//! Which plug-ins a package needs, and which of them come with Moodle (package notes, section 8).

mod standard;
mod watch;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::moodle::is_plugin_name;
use crate::report::Course;

pub(crate) use watch::Plugins;

/// A branch of Moodle such as 4.5: the newest of one series of releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Branch {
    major: u16,
    minor: u16,
}

impl Branch {
    /// Made of its two numbers.
    pub const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor }
    }

    /// The branch at the beginning of a release such as `4.5`, `3.11.4+ (Build: 20211115)` or `5.0dev`. `None` if it
    /// begins with no two numbers.
    pub fn parse(release: &str) -> Option<Self> {
        let release = release.trim_start();
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let major = digits(release);
        let rest = release.get(major..)?.strip_prefix('.')?;
        let minor = digits(rest);
        Some(Self { major: release[..major].parse().ok()?, minor: rest[..minor].parse().ok()? })
    }
}

impl fmt::Display for Branch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// Where a plug-in comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// It comes with Moodle.
    Standard,
    /// It came with Moodle once.
    Former,
    /// It never came with Moodle.
    ThirdParty,
}

/// A plug-in that a package needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// Its name as Moodle's components have it: `mod_quiz`, `qtype_stack`.
    pub component: String,
    /// How many activities, questions, blocks or other parts need it.
    pub uses: u64,
    /// Where it comes from.
    pub origin: Origin,
    /// First branch that ships it, such as `3.9`; `None` for one of others, and if it is not known.
    pub since: Option<String>,
    /// Last branch that ships it; `None` if the newest does, and if it is not known.
    pub until: Option<String>,
}

impl Requirement {
    fn of(component: String, uses: u64) -> Self {
        let (kind, name) = component.split_once('_').unwrap_or((&component, ""));
        let shipped = standard::shipped(kind, name);
        let text = |branch: Option<Branch>| branch.map(|branch| branch.to_string());
        Self {
            origin: match shipped {
                Some(shipped) if shipped.still => Origin::Standard,
                Some(_) => Origin::Former,
                None => Origin::ThirdParty,
            },
            since: shipped.and_then(|shipped| text(shipped.since)),
            until: shipped.and_then(|shipped| text(shipped.until)),
            component,
            uses,
        }
    }

    /// Type of the plug-in: `mod`, `qtype`.
    pub fn kind(&self) -> &str {
        self.component.split_once('_').map_or("", |(kind, _)| kind)
    }

    /// Its name without the type: `quiz`.
    pub fn name(&self) -> &str {
        self.component.split_once('_').map_or("", |(_, name)| name)
    }

    /// Whether a Moodle of this branch has it without anybody adding it; `None` if that is not known.
    pub fn is_shipped_with(&self, branch: Branch) -> Option<bool> {
        let parsed = |text: &Option<String>| text.as_deref().and_then(Branch::parse);
        let from = parsed(&self.since).map(|since| since <= branch);
        let to = parsed(&self.until).map(|until| branch <= until);
        match (self.origin, from, to) {
            (Origin::ThirdParty, ..) | (_, Some(false), _) | (_, _, Some(false)) => Some(false),
            (Origin::Standard, Some(true), _) | (Origin::Former, Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }
}

/// What a course and its members need, by component. The root of everything that is `(other)` is left out.
pub(crate) fn requirements(course: &Course, seen: Plugins) -> (Vec<Requirement>, BTreeMap<String, u64>) {
    let (mut uses, questions) = seen.into_parts();
    let mut add = |kind: &str, name: &str, count: u64| {
        if is_plugin_name(name) {
            *uses.entry(format!("{kind}_{name}")).or_default() += count;
        }
    };
    for (module, count) in &course.activity_counts {
        add("mod", module, *count);
    }
    for (block, count) in &course.block_counts {
        add("block", block, *count);
    }
    for (kind, count) in &questions {
        add("qtype", kind, *count);
    }
    // The front page of a site is a course of the format `site`, which is no plug-in.
    if let Some(format) = course.format.as_deref().filter(|format| *format != "site") {
        add("format", format, 1);
    }
    let requirements = uses.into_iter().map(|(component, uses)| Requirement::of(component, uses)).collect();
    (requirements, questions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_gives_its_branch() {
        for (release, branch) in [
            ("4.5", Some((4, 5))),
            (" 3.11.4+ (Build: 20211115)", Some((3, 11))),
            ("5.0dev", Some((5, 0))),
            ("Workplace 4.5", None),
            ("45", None),
            ("4.", None),
            ("99999999.1", None),
        ] {
            assert_eq!(
                Branch::parse(release),
                branch.map(|(major, minor)| Branch::new(major, minor)),
                "{release}"
            );
        }
        assert!(Branch::new(3, 9) < Branch::new(3, 10));
    }

    #[test]
    fn what_ships_with_a_branch_is_told_and_what_is_not_known_is_not() {
        let of = |component: &str, branch| {
            Requirement::of(component.to_owned(), 1).is_shipped_with(Branch::parse(branch).unwrap())
        };
        assert_eq!(of("mod_quiz", "2.0"), Some(true));
        assert_eq!((of("mod_chat", "4.5"), of("mod_chat", "5.0")), (Some(true), Some(false)));
        assert_eq!((of("mod_h5pactivity", "3.8"), of("mod_h5pactivity", "3.9")), (Some(false), Some(true)));
        assert_eq!(of("qtype_stack", "4.5"), Some(false));
        assert_eq!(of("block_community", "3.5"), None);
        assert_eq!(of("tool_monitor", "3.5"), None);
    }
}
