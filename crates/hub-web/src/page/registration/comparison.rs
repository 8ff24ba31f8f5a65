//! Two registrations side by side: the one the hub has and the one that arrives (protocol notes, 3.5).

use askama::Template;
use hub_core::address::SiteAddress;
use hub_core::site::SiteInfo;

use crate::view::ui::Ui;

/// Why the two meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// A known identifier arrives from another address: moved, or copied.
    OtherAddress,
    /// A known address with another identifier: the old contact confirms by a one-time link that it is replaced.
    OtherIdentifier,
}

/// What is compared of a site.
#[derive(Clone, Debug, Default)]
pub struct SiteFacts {
    /// Name.
    pub name: String,
    /// Address.
    pub address: String,
    /// Description.
    pub description: String,
    /// Administrator's name.
    pub contact_name: String,
    /// Administrator's mail address, as far as it may be shown here.
    pub contact_email: String,
    /// Moodle's version.
    pub moodle_version: String,
    /// Moodle's release.
    pub moodle_release: String,
}

impl SiteFacts {
    /// What a site says of itself.
    pub fn of(info: &SiteInfo, address: &SiteAddress) -> Self {
        Self {
            name: info.name.clone(),
            address: address.as_str().to_owned(),
            description: info.description.clone(),
            contact_name: info.contact_name.clone(),
            contact_email: info.contact_email.clone(),
            moodle_version: info.moodle_version.clone(),
            moodle_release: info.moodle_release.clone(),
        }
    }
}

/// One line of the comparison.
#[derive(Clone, Debug)]
pub struct CompareRow {
    /// Key of what is compared.
    pub label_key: &'static str,
    /// As the hub has it.
    pub registered: String,
    /// As it arrives.
    pub arriving: String,
}

impl CompareRow {
    /// All lines, in the order they are read.
    pub fn all(registered: SiteFacts, arriving: SiteFacts) -> Vec<Self> {
        let row = |label_key, registered, arriving| Self { label_key, registered, arriving };
        vec![
            row("compare-address", registered.address, arriving.address),
            row("compare-name", registered.name, arriving.name),
            row("compare-description", registered.description, arriving.description),
            row("compare-contact", registered.contact_name, arriving.contact_name),
            row("compare-email", registered.contact_email, arriving.contact_email),
            row("compare-release", registered.moodle_release, arriving.moodle_release),
            row("compare-version", registered.moodle_version, arriving.moodle_version),
        ]
    }

    /// Whether the two are not the same.
    pub fn differs(&self) -> bool {
        self.registered != self.arriving
    }
}

struct Choice {
    title_key: &'static str,
    effect_key: &'static str,
    button_key: &'static str,
    look: &'static str,
    name: &'static str,
    value: &'static str,
}

/// The comparison with its buttons.
#[derive(Template)]
#[template(path = "page/registration/comparison.html")]
pub struct ComparisonPage {
    /// What every page has.
    pub ui: Ui,
    conflict: Conflict,
    rows: Vec<CompareRow>,
    /// Where the buttons go.
    pub action: String,
    /// What they send besides the choice.
    pub hidden: Vec<(String, String)>,
}

impl ComparisonPage {
    /// Compares two sites. The buttons post `hidden` and the choice to `action`: `action=moved` or `action=copied`
    /// where the address differs, `freshmoodletokenconf=1` where the identifier does (classic names).
    pub fn new(
        ui: Ui,
        conflict: Conflict,
        registered: SiteFacts,
        arriving: SiteFacts,
        action: String,
        hidden: Vec<(String, String)>,
    ) -> Self {
        Self { ui, conflict, rows: CompareRow::all(registered, arriving), action, hidden }
    }

    fn title_key(&self) -> &'static str {
        match self.conflict {
            Conflict::OtherAddress => "compare-moved-title",
            Conflict::OtherIdentifier => "compare-replace-title",
        }
    }

    fn why_key(&self) -> &'static str {
        match self.conflict {
            Conflict::OtherAddress => "compare-moved-why",
            Conflict::OtherIdentifier => "compare-replace-why",
        }
    }

    fn choices(&self) -> Vec<Choice> {
        match self.conflict {
            Conflict::OtherAddress => vec![
                Choice {
                    title_key: "compare-moved",
                    effect_key: "compare-moved-effect",
                    button_key: "compare-moved-do",
                    look: "primary",
                    name: "action",
                    value: "moved",
                },
                Choice {
                    title_key: "compare-copied",
                    effect_key: "compare-copied-effect",
                    button_key: "compare-copied-do",
                    look: "secondary",
                    name: "action",
                    value: "copied",
                },
            ],
            Conflict::OtherIdentifier => vec![Choice {
                title_key: "compare-replace",
                effect_key: "compare-replace-effect",
                button_key: "compare-replace-do",
                look: "danger",
                name: "freshmoodletokenconf",
                value: "1",
            }],
        }
    }
}
