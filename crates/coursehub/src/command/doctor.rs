//! `coursehub doctor`: looks for what could be wrong and says what to do.

use crate::args::Doctor;
use crate::configuration::Configuration;

/// Runs it.
///
/// # Errors
/// If something is wrong that keeps the hub from working.
pub async fn run(_command: &Doctor, _configuration: &Configuration) -> anyhow::Result<()> {
    anyhow::bail!("not yet")
}
