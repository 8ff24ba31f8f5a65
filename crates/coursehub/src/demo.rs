//! `coursehub demo`.

use crate::args::Demo;

/// Runs it.
///
/// # Errors
/// If the hub cannot be started.
pub async fn run(_command: &Demo) -> anyhow::Result<()> {
    anyhow::bail!("not yet")
}
