//! Logs go to standard error, so that standard output stays a command's answer.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// What `serve` tells if `COURSEHUB_LOG` does not say otherwise. The libraries tell of their own upkeep.
const SERVE: &str = "info,tantivy=warn,sqlx=warn,hyper=warn,lettre=warn";
/// What a command tells besides its answer.
const COMMAND: &str = "error";

/// Begins logging. `COURSEHUB_LOG` holds directives such as `debug` or `hub_app=debug,info`.
pub fn begin(is_serving: bool) {
    let usual = if is_serving { SERVE } else { COMMAND };
    let filter = EnvFilter::try_from_env("COURSEHUB_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // A second start in one process does not happen; if it did, the first one's logs go on.
    let _ = logs.try_init();
}
