//! `coursehub directory`.

use hub_app::App;
use hub_core::rights::Actor;

use crate::args::DirectoryCommand;
use crate::print;

/// Runs it.
///
/// # Errors
/// If the token cannot be stored.
pub async fn run(app: &App, command: &DirectoryCommand) -> anyhow::Result<()> {
    match command {
        DirectoryCommand::Token => {
            let token = hub_app::machine::issue_directory_token(app, Actor::CommandLine).await?;
            print::out(token.expose());
            print::remark(
                "Shown once. It reads the hub's information (hub_get_info) and nothing else; the one before has ended.",
            );
        }
    }
    Ok(())
}
