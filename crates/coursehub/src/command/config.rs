//! `coursehub config`.

use crate::args::{ConfigCommand, Place, Serve};
use crate::configuration::Configuration;
use crate::print;

/// Runs it.
///
/// # Errors
/// All that is wrong with the configuration.
pub fn run(command: &ConfigCommand, place: &Place) -> anyhow::Result<()> {
    let configuration = Configuration::load(place, &Serve::default())?;
    match command {
        ConfigCommand::Check => {
            let file = configuration.file.as_ref().map(|path| format!(" with {}", path.display()));
            print::out(&format!("The configuration is right{}.", file.unwrap_or_default()));
        }
        ConfigCommand::Print => print::out(&configuration.printed()),
    }
    Ok(())
}
