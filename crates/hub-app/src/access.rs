//! What a visitor and a Moodle can do right now. Every answer is asked of the function that decides when somebody
//! comes; nothing here knows a rule.

use hub_core::policy::Entrance;
use hub_core::quota::{self, QuotaError};
use hub_core::visibility::{Sight, Viewer, may_read};

use crate::App;
use crate::caller::has_public_reader;

/// The answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// What stands between a visitor and the pages; `None`: nothing.
    pub visitor: Option<Sight>,
    /// Whether searches have feeds for visitors.
    pub feeds: bool,
    /// Whether a Moodle that is not registered may search and take courses.
    pub search: bool,
    /// What a Moodle meets that wants to register; `None` while nothing is taken.
    pub entrance: Option<Entrance>,
    /// How many courses a registered Moodle may publish in 24 hours; `None`: any number.
    pub courses_per_day: Option<u32>,
    /// Whether it may publish any.
    pub publishes: bool,
}

/// Asks.
pub fn now(app: &App) -> Access {
    let policy = app.policy();
    let visitor = may_read(Viewer::Stranger, &policy);
    let changes = app.may_change().is_ok();
    let courses_per_day = quota::limit(None, policy.courses_per_site_per_day);
    Access {
        visitor,
        feeds: policy.feeds && visitor.is_none(),
        search: has_public_reader(&policy),
        entrance: changes.then(|| policy.entrance(false)),
        courses_per_day,
        publishes: changes && quota::check(courses_per_day, 0, 1) != Err(QuotaError::None),
    }
}
