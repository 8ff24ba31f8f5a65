//! `coursehub demo`: a hub in a temporary folder, filled through its own doors.
//!
//! The example sites are simulated Moodle sites: they listen on this machine, register with the hub and publish to it
//! over HTTP, as real ones do. What the hub's staff would do comes through the same use cases as on the command line.

mod fill;

use std::fs::Permissions;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Instant;

use anyhow::Context as _;
use hub_app::App;
use hub_app::outside::fetch::{Fetcher, NetworkPolicy, Resolver, Table};
use tokio::net::TcpListener;

use crate::args::Demo;
use crate::configuration::Configuration;
use crate::serve::{self, Serving, StopSignals};
use crate::{hub, print};

/// Runs the demo until SIGINT or SIGTERM; its folder is gone afterwards.
///
/// # Errors
/// If the hub cannot be started or filled.
pub async fn run(command: &Demo) -> anyhow::Result<()> {
    let began = Instant::now();
    let folder = tempfile::Builder::new()
        .prefix("coursehub-demo-")
        .permissions(Permissions::from_mode(0o700))
        .tempdir()
        .context("a temporary folder cannot be made; is there space in TMPDIR?")?;
    let configuration = Configuration::bare(folder.path())?;
    let listener = listen(command.listen).await?;
    let index = serve::open_index(&configuration)?;
    let address = serve::address(&configuration, &listener)?;
    let names = Table::default();
    let app = hub::assemble(&configuration, index, address, fetcher(&names)?).await?;
    hub::note_served(&configuration, &app.address)?;
    let mut signals = StopSignals::hear()?;
    let serving = Serving::start(&app, listener);
    print::out(&format!("CourseHub is at {}", app.address));
    print::out("Filling it with example sites and courses; you can look meanwhile.\n");
    // Dropping the sites would close their doors, and the hub may ask them again.
    let filled = tokio::select! {
        filled = fill::fill(&app, &names) => Some(filled?),
        () = signals.next() => None,
    };
    if let Some(filled) = &filled {
        print::out(&farewell(&app, filled, folder.path(), began));
        signals.next().await;
    }
    tokio::select! {
        () = serving.stop() => {}
        () = signals.next() => {}
    }
    app.db.close().await;
    folder.close().context("the temporary folder could not be removed")
}

/// The address asked for, else the usual one, else any.
async fn listen(asked: Option<SocketAddr>) -> anyhow::Result<TcpListener> {
    let usual = SocketAddr::from(([127, 0, 0, 1], 8080));
    let wanted = asked.unwrap_or(usual);
    match TcpListener::bind(wanted).await {
        Ok(listener) => Ok(listener),
        Err(_) if asked.is_none() => Ok(TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?),
        Err(error) => Err(error).with_context(|| {
            format!("cannot listen on {wanted}; is another program there? Choose another with --listen")
        }),
    }
}

/// Asks nobody but the example sites, who are on this machine.
fn fetcher(names: &Table) -> anyhow::Result<Fetcher> {
    let policy = NetworkPolicy { allow_private: vec!["127.0.0.0/8".parse()?], ..NetworkPolicy::default() };
    Ok(Fetcher::with_resolver(policy, Resolver::Table(names.clone())))
}

fn farewell(app: &App, filled: &fill::Filled, data: &Path, began: Instant) -> String {
    let address = &app.address;
    let sites = filled.sites.len();
    let (listed, waiting, seconds) = (filled.listed, filled.waiting, began.elapsed().as_secs_f32());
    let program = std::env::args().next().unwrap_or_else(|| "coursehub".to_owned());
    let (data, owner, password) = (data.display(), fill::OWNER, filled.password.expose());
    let sign_in = address.join("/sign-in");
    format!(
        "\nDone in {seconds:.1} s: {sites} sites, {listed} courses listed, {waiting} publications wait for review.\n\n\
         Look around    {address}\n\
         Be its staff   {sign_in}\n\
         \u{20}              {owner}, password {password}\n\
         On the command line: {program} course list --state waiting --data {data}\n\n\
         The example sites are simulated: links to them lead nowhere. Ctrl-C ends the demo and removes its data.\n"
    )
}
