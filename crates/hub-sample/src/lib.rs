//! Everything needed to pretend: example courses, the package builder and a simulated Moodle site.
//!
//! * [`course`] is the model an example course is written in; [`courses`] are the examples themselves.
//! * [`sites`] are the example sites: who they are and which course each publishes.
//! * [`package`] turns a [`course::Course`] into a backup that Moodle restores (`.mbz`), the same bytes every time.
//! * [`picture`] paints covers and screenshots for a course.
//! * [`site`] is a Moodle site as a hub sees one: it listens on a loopback port, keeps its registrations, and
//!   sends what the classic clients send, byte for byte.
//!
//! The demo, the tests and the load generator are built on this crate. It speaks to a hub over HTTP only and
//! knows nothing of how the hub works inside, so what works here works for a real site.

pub mod course;
pub mod courses;
pub mod package;
pub mod picture;
pub mod site;
pub mod sites;
