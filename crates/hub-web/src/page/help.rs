//! Help in place: connecting a Moodle and publishing, for the generation of Moodle that somebody has, with this hub's own
//! addresses filled in; and the questions that everybody asks.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use hub_app::App;
use hub_core::policy::Registration;

use super::about::registration_key;
use super::visitor::Visitor;
use crate::view::ui::Ui;

/// Moodles that take the same steps. Which they are: docs/MOODLE.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generation {
    /// 2.0 to 2.8: hubs are part of Moodle, called community hubs.
    CommunityHubs,
    /// 2.9 to 3.3: hubs are part of Moodle.
    Hubs,
    /// 3.4 to 4.0: by plug-ins.
    PlugIns,
    /// 4.1 and later: by plug-ins, and XML-RPC by another.
    PlugInsAndXmlRpc,
}

impl Generation {
    /// All, the oldest first.
    pub const ALL: [Self; 4] = [Self::CommunityHubs, Self::Hubs, Self::PlugIns, Self::PlugInsAndXmlRpc];

    /// The first release of it, as addresses name it.
    pub fn first_release(self) -> &'static str {
        match self {
            Self::CommunityHubs => "2.0",
            Self::Hubs => "2.9",
            Self::PlugIns => "3.4",
            Self::PlugInsAndXmlRpc => "4.1",
        }
    }

    /// The generation of a release; `None` for what is no release.
    pub fn of_release(release: &str) -> Option<Self> {
        let (major, minor) = release.split_once('.')?;
        let release = (major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?);
        Some(match release {
            (0..=1, _) => return None,
            (2, 0..=8) => Self::CommunityHubs,
            (2, _) | (3, 0..=3) => Self::Hubs,
            (3, _) | (4, 0) => Self::PlugIns,
            _ => Self::PlugInsAndXmlRpc,
        })
    }

    /// Key of its name.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::CommunityHubs => "help-generation-0",
            Self::Hubs => "help-generation-1",
            Self::PlugIns => "help-generation-2",
            Self::PlugInsAndXmlRpc => "help-generation-3",
        }
    }

    /// Keys of the steps before the hub's address is typed.
    pub(crate) fn steps(self) -> &'static [&'static str] {
        match self {
            Self::CommunityHubs => &["help-connect-open-0"],
            Self::Hubs => &["help-connect-open-1"],
            Self::PlugIns => &["help-connect-plugins", "help-connect-open-2"],
            Self::PlugInsAndXmlRpc => &["help-connect-plugins", "help-connect-xmlrpc", "help-connect-open-2"],
        }
    }

    /// Key of the sentence on who may publish there.
    fn right_key(self) -> &'static str {
        match self {
            Self::CommunityHubs | Self::Hubs => "help-publish-right-old",
            Self::PlugIns | Self::PlugInsAndXmlRpc => "help-publish-right-new",
        }
    }
}

/// The questions.
#[derive(Template)]
#[template(path = "page/help/questions.html")]
pub struct QuestionsPage {
    /// What every page has.
    pub ui: Ui,
}

/// How to connect a Moodle.
#[derive(Template)]
#[template(path = "page/help/connect.html")]
pub struct ConnectPage {
    /// What every page has.
    pub ui: Ui,
    /// The Moodle in question.
    pub generation: Generation,
    /// Who may register.
    pub registration: Registration,
}

impl ConnectPage {
    fn registration_key(&self) -> &'static str {
        registration_key(self.registration)
    }

    fn password_key(&self) -> Option<&'static str> {
        match self.registration {
            Registration::Password => Some("help-connect-password"),
            Registration::Invitation => Some("help-connect-invitation"),
            Registration::Open | Registration::Approval | Registration::Closed => None,
        }
    }
}

/// How to publish a course.
#[derive(Template)]
#[template(path = "page/help/publish.html")]
pub struct PublishPage {
    /// What every page has.
    pub ui: Ui,
    /// The Moodle in question.
    pub generation: Generation,
}

/// Moodles of most who ask are of the newest generation.
pub(crate) fn asked(query: Option<&str>) -> Generation {
    let pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let release = pairs.into_iter().find(|(name, _)| name == "moodle").map(|(_, release)| release);
    release.and_then(|release| Generation::of_release(&release)).unwrap_or(Generation::PlugInsAndXmlRpc)
}

/// Answers `/help`.
pub async fn questions(visitor: Visitor) -> Response {
    visitor.page(&QuestionsPage { ui: visitor.ui.clone() })
}

/// Answers `/help/connect`.
pub async fn connect(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    visitor.page(&ConnectPage {
        ui: visitor.ui.clone(),
        generation: asked(query.as_deref()),
        registration: app.policy().registration,
    })
}

/// Answers `/help/publish`.
pub async fn publish(visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    visitor.page(&PublishPage { ui: visitor.ui.clone(), generation: asked(query.as_deref()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_release_has_its_steps() {
        for (release, generation) in [
            ("2.0", Some(Generation::CommunityHubs)),
            ("2.8", Some(Generation::CommunityHubs)),
            ("2.9", Some(Generation::Hubs)),
            ("3.3", Some(Generation::Hubs)),
            ("3.11", Some(Generation::PlugIns)),
            ("4.0", Some(Generation::PlugIns)),
            ("4.5", Some(Generation::PlugInsAndXmlRpc)),
            ("5.2", Some(Generation::PlugInsAndXmlRpc)),
            ("1.9", None),
            ("", None),
        ] {
            assert_eq!(Generation::of_release(release), generation, "{release}");
        }
        for generation in Generation::ALL {
            assert_eq!(Generation::of_release(generation.first_release()), Some(generation));
        }
    }
}
