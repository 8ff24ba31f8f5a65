//! What a visitor and a Moodle can do right now, as sentences.

use hub_app::access::Access;
use hub_core::policy::Entrance;
use hub_core::visibility::Sight;

use crate::view::ui::Ui;

/// One sentence, and whether it says yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whether something is possible.
    pub yes: bool,
    /// The sentence.
    pub text: String,
}

/// The sentences, visitors first.
pub fn lines(ui: &Ui, access: &Access) -> Vec<Line> {
    let line = |yes, key: &str| Line { yes, text: ui.t(key).into_owned() };
    vec![
        match access.visitor {
            None => line(true, "access-visitor-open"),
            Some(Sight::MembersOnly) => line(false, "access-visitor-members"),
            Some(_) => line(false, "access-visitor-off"),
        },
        if access.feeds { line(true, "access-feeds-on") } else { line(false, "access-feeds-off") },
        if access.search { line(true, "access-search-on") } else { line(false, "access-search-off") },
        match access.entrance {
            Some(Entrance::Open) => line(true, "access-register-open"),
            Some(Entrance::Password) => line(true, "access-register-password"),
            Some(Entrance::Invitation) => line(true, "access-register-invitation"),
            Some(Entrance::Waits) => line(true, "access-register-waits"),
            Some(Entrance::Closed) => line(false, "access-register-closed"),
            None => line(false, "access-register-none"),
        },
        match (access.publishes, access.courses_per_day) {
            (true, None) => line(true, "access-publish-any"),
            (true, Some(count)) => {
                let text = ui.with("access-publish-some", "count", count).into_owned();
                Line { yes: true, text }
            }
            (false, _) => line(false, "access-publish-none"),
        },
    ]
}
