//! How a command fails: what, why, and the exit code.

use std::fmt;
use std::io::Write as _;
use std::process::ExitCode;

use hub_app::AppError;
use hub_core::policy::SettingError;

/// What was typed cannot be meant: exit code 2, as for arguments that cannot be parsed.
#[derive(Debug)]
pub struct WrongUse(pub String);

impl fmt::Display for WrongUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongUse {}

/// Prints an error with its causes and gives the exit code.
pub fn report(error: &anyhow::Error) -> ExitCode {
    let mut stderr = std::io::stderr().lock();
    let mut text = format!("error: {error}\n");
    let mut last = error.to_string();
    for cause in error.chain().skip(1) {
        let words = cause.to_string();
        // Some libraries repeat their cause inside their own text.
        if !last.contains(&words) {
            text.push_str("  because: ");
            text.push_str(&words);
            text.push('\n');
        }
        last = words;
    }
    // Nobody is left to tell if standard error is closed.
    let _ = stderr.write_all(text.as_bytes());
    ExitCode::from(code(error))
}

fn code(error: &anyhow::Error) -> u8 {
    let is_wrong_use = |cause: &(dyn std::error::Error + 'static)| {
        cause.is::<WrongUse>()
            || cause.is::<SettingError>()
            || matches!(cause.downcast_ref::<AppError>(), Some(AppError::Setting(_) | AppError::Invalid(_)))
    };
    if error.chain().any(is_wrong_use) { 2 } else { 1 }
}
