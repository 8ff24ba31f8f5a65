//! Use cases of courses: publishing, files, decisions of staff, what is shown.

pub mod decide;
pub mod download;
pub mod edit;
pub mod publish;
mod screenshots;
pub mod upload;
pub mod withdraw;
