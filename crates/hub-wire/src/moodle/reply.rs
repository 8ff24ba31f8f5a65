//! Results of the functions.

use super::{CourseList, FormInfo, HubInfo};
use crate::Value;

/// The result of a function, one variant for each.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// `hub_get_info`
    Info(HubInfo),
    /// `hub_update_site_info`: true.
    SiteUpdated,
    /// `hub_register_courses`: the hub's ids, in the order of the courses sent.
    Registered(Vec<i64>),
    /// `hub_get_courses`
    Courses(CourseList),
    /// `hub_unregister_courses`: 1.
    CoursesUnregistered,
    /// `hub_unregister_site`: 1.
    SiteUnregistered,
    /// `hub_get_forminfo`
    FormInfo(FormInfo),
    /// `hub_site_is_registered`
    SiteIsRegistered(bool),
}

impl Reply {
    /// The value to be written by [`crate::xmlrpc::response`] or [`crate::moodle_rest::response`].
    pub fn into_value(self) -> Value {
        match self {
            Self::Info(info) => info.into_value(),
            Self::SiteUpdated => Value::Bool(true),
            Self::Registered(ids) => Value::List(ids.into_iter().map(Value::Int).collect()),
            Self::Courses(list) => list.into_value(),
            Self::CoursesUnregistered | Self::SiteUnregistered => Value::Int(1),
            Self::FormInfo(info) => info.into_value(),
            Self::SiteIsRegistered(registered) => Value::Bool(registered),
        }
    }
}
