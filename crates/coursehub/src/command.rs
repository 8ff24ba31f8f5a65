//! Every command: opens what it needs, calls a use case, shows what it gave.

mod admin;
mod audit;
mod config;
mod course;
mod directory;
mod doctor;
mod index;
mod inspect;
mod invitation;
mod mail;
mod papers;
mod settings;
mod site;
mod vocabulary;

use anyhow::Context as _;

use crate::args::{Cli, Command, Serve};
use crate::configuration::Configuration;
use crate::{demo, hub, print, serve};

/// Threads that answer requests. More than this many cores are rarely a hub's, and each thread costs memory.
const MOST_THREADS: usize = 8;

/// Runs a command to its end.
///
/// # Errors
/// What went wrong, why, and what to do.
pub fn run(cli: Cli) -> anyhow::Result<()> {
    match cli.command {
        Command::Inspect(command) => inspect::run(&command),
        Command::Completions { shell } => papers::completions(shell),
        Command::Man => papers::manual(),
        Command::Config(command) => config::run(&command, &cli.place),
        Command::Demo(command) => runtime(true)?.block_on(demo::run(&command)),
        Command::Serve(command) => {
            let configuration = Configuration::load(&cli.place, &command)?;
            runtime(true)?.block_on(serve::run(&configuration))
        }
        command => {
            let configuration = Configuration::load(&cli.place, &Serve::default())?;
            runtime(false)?.block_on(beside(command, &configuration))
        }
    }
}

/// The commands that work on a hub's data, also beside a running `serve`.
async fn beside(command: Command, configuration: &Configuration) -> anyhow::Result<()> {
    match command {
        Command::Doctor(command) => return doctor::run(&command, configuration).await,
        Command::Reindex => return index::run(configuration).await,
        _ => {}
    }
    let app = hub::open(configuration).await?;
    let done = match command {
        Command::Admin(command) => admin::run(&app, command).await,
        Command::Site(command) => site::run(&app, command).await,
        Command::Course(command) => course::run(&app, command).await,
        Command::Settings(command) => settings::run(&app, command).await,
        Command::Invitation(command) => invitation::run(&app, command).await,
        Command::Vocabulary(command) => vocabulary::run(&app, command).await,
        Command::Mail(command) => mail::run(&app, command).await,
        Command::Directory(command) => directory::run(&app, &command).await,
        Command::Audit(command) => audit::run(&app, command).await,
        Command::Migrate => {
            // Opening a hub brings its tables to this version.
            print::out(&format!("The {} database is at the version of this program.", app.db.engine()));
            Ok(())
        }
        other => anyhow::bail!("{other:?} does not work on a hub's data"),
    };
    app.db.close().await;
    done
}

fn runtime(is_serving: bool) -> anyhow::Result<tokio::runtime::Runtime> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut builder = if is_serving {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        builder.worker_threads(cores.clamp(1, MOST_THREADS));
        builder
    } else {
        tokio::runtime::Builder::new_current_thread()
    };
    builder.enable_all().build().context("the runtime cannot be started")
}

/// "Done: …" or "Already so: …".
fn say(changed: bool, what: &str) {
    print::out(&if changed { what.to_owned() } else { format!("Already so: {what}") });
}
