//! What pages show, as plain display data: pages are filled from these, whatever the use cases return.

pub mod browser;
pub mod captcha;
pub mod course;
pub mod cover;
pub mod desk;
pub mod difference;
pub mod field;
pub mod html;
pub mod icon;
pub mod mail_choices;
pub mod marks;
pub mod parts;
pub mod search;
pub mod sign_in_ways;
pub mod terms;
pub mod ui;
