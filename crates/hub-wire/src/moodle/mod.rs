//! The functions of the classic hub (section 6) as typed requests and replies.
//!
//! [`Function::from_name`] and [`Service::holds`] come first, then [`Request::from_positional`] for
//! XML-RPC or [`Request::from_named`] for REST; the answer is a [`Reply`].

mod course_metadata;
mod course_record;
mod form_info;
mod function;
mod get_courses;
mod hub_info;
mod reply;
mod request;
mod site_info;

pub use course_metadata::{ContentCount, CourseMetadata, MebisMetadata};
pub use course_record::{Comment, CourseAddress, CourseList, CourseRecord, OwnerView, Rating};
pub use form_info::{FormInfo, SearchOption, Tag, TagTypes};
pub use function::{Function, Service};
pub use get_courses::{CourseOptions, Dialect, GetCourses, OrderBy};
pub use hub_info::{HubContact, HubInfo};
pub use reply::Reply;
pub use request::Request;
pub use site_info::SiteInfo;
