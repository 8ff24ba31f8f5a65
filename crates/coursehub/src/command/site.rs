//! `coursehub site`.

use hub_app::App;

use crate::args::SiteCommand;

/// Runs it.
///
/// # Errors
/// What the use case refused.
pub async fn run(_app: &App, _command: SiteCommand) -> anyhow::Result<()> {
    anyhow::bail!("not yet")
}
