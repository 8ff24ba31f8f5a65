//! `coursehub reindex`.

use std::io::{IsTerminal as _, Write as _};

use hub_app::outside::fetch::Fetcher;
use hub_app::search;
use hub_core::rights::Actor;

use crate::configuration::Configuration;
use crate::{hub, print};

/// Builds the index anew: itself if no `serve` runs, else by asking every running one, which goes on answering
/// meanwhile (searches find what is in the index already).
///
/// # Errors
/// If the index cannot be written or the database not be read.
pub async fn run(configuration: &Configuration) -> anyhow::Result<()> {
    hub::create_folder(&configuration.data)?;
    let opened = match hub_search::Index::open(&configuration.data.join("index")) {
        Err(hub_search::Error::Locked { .. }) => None,
        other => Some(other?),
    };
    let Some(opened) = opened else {
        let app = hub::open(configuration).await?;
        search::ask_for_reindex(&app, Actor::CommandLine).await?;
        print::out("The running hub builds its search index anew, from now on and beside its other work.");
        app.db.close().await;
        return Ok(());
    };
    let address = hub::listening_address(configuration)?;
    let fetch = Fetcher::new(configuration.network.clone());
    let app = hub::assemble(configuration, opened, address, fetch).await?;
    let is_watched = std::io::stderr().is_terminal();
    let done = search::reindex(&app, |done| {
        if is_watched {
            // Progress nobody can read is no reason to stop.
            let _ = write!(std::io::stderr().lock(), "\r{} ", print::count(done, "course", "courses"));
        }
    })
    .await?;
    if is_watched {
        print::remark("");
    }
    app.index.release_writer()?;
    print::out(&format!("The search index was built anew from {}.", print::count(done, "course", "courses")));
    app.db.close().await;
    Ok(())
}
