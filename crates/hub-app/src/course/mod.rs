//! Use cases of courses: publishing, files, decisions of staff, what is shown.

pub mod add;
pub mod bulk;
pub mod correct;
pub mod decide;
pub mod download;
pub mod edit;
pub mod find;
pub mod for_moodle;
pub mod history;
pub mod locks;
pub mod look;
pub mod own;
pub mod pictures;
pub mod publish;
pub mod relocate;
pub mod restore;
pub mod screenshot;
mod screenshots;
pub mod show;
pub mod upload;
pub mod views;
pub mod withdraw;
