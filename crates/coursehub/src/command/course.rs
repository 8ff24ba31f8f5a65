//! `coursehub course`.

use hub_app::App;

use crate::args::CourseCommand;

/// Runs it.
///
/// # Errors
/// What the use case refused.
pub async fn run(_app: &App, _command: CourseCommand) -> anyhow::Result<()> {
    anyhow::bail!("not yet")
}
