//! Pages of the classic registration: what the person in front of a registering Moodle sees when the hub cannot
//! simply send the browser back.

pub mod captcha;
pub mod comparison;
pub mod message;
pub mod problems;
pub mod return_page;

pub use captcha::CaptchaPage;
pub use comparison::{CompareRow, ComparisonPage, Conflict, SiteFacts};
pub use message::{Message, MessagePage};
pub use problems::{Problem, ProblemsPage, Wrong};
pub use return_page::{ReturnPage, ReturnState};
