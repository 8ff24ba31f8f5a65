//! The use cases of the hub: one public function each; jobs; blobs, mail and outgoing requests.
//!
//! A door parses what came, calls one use case with who is acting, and answers. A use case owns its transaction:
//! load and lock, permission, decide (in `hub-core`), write, change + job + audit, commit, wake. Nothing waits for
//! the network, a mail server, a file or a password hash between begin and commit.

pub mod access;
pub mod account;
pub mod address_check;
mod app;
pub mod audit;
mod blob;
pub mod caller;
pub mod captcha;
pub mod contact;
pub mod course;
mod error;
pub mod guesses;
pub mod hub;
pub mod invitation;
pub mod jobs;
mod kept;
pub mod machine;
pub mod mail;
pub mod moderation;
pub mod outside;
pub mod package;
pub mod pages;
mod plain_text;
pub mod said;
pub mod search;
pub mod settings;
pub mod site;
mod stream;
pub mod vocabulary;

pub use app::{App, AppConfig, Inner};
pub use error::{AppError, FieldError, FieldErrors, Missing, error_chain};
pub use plain_text::plain_text;
pub use stream::FileStream;
