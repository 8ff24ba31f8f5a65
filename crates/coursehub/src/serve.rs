//! `coursehub serve`: everything at once, until it is told to stop.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use hub_app::App;
use hub_app::jobs::Job;
use hub_app::outside::fetch::Fetcher;
use hub_core::VersionId;
use hub_core::address::HubAddress;
use jiff::SignedDuration;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::Notify;
use tokio::task::JoinSet;

use crate::configuration::Configuration;
use crate::{hub, print};

/// Workers that run jobs: one reads a long package, others send mails meanwhile.
const WORKERS: usize = 3;
/// How long requests and jobs under way may take after the signal to stop; a job that is cut off runs again.
const STOP_WITHIN: Duration = Duration::from_secs(20);

/// Runs the hub until SIGINT or SIGTERM.
///
/// # Errors
/// If the address is taken, another `serve` has the data folder, or a part of the hub cannot be opened.
pub async fn run(configuration: &Configuration) -> anyhow::Result<()> {
    let index = open_index(configuration)?;
    let listener = TcpListener::bind(configuration.listen).await.with_context(|| {
        format!(
            "cannot listen on {}; is another program there? Choose another with --listen",
            configuration.listen
        )
    })?;
    let address = address(configuration, &listener)?;
    let fetch = Fetcher::new(configuration.network.clone());
    let app = hub::assemble(configuration, index, address, fetch).await?;
    hub::note_served(configuration, &app.address)?;
    app.blobs.sweep_staging().await?;
    let mut signals = StopSignals::hear()?;
    let serving = Serving::start(&app, listener);
    print::out(&format!("CourseHub is at {}", app.address));
    if let Some(link) = hub_app::account::set_up::open_link(&app).await? {
        let link = app.address.join(&format!("/setup/{}", link.expose()));
        print::out(&format!("No owner yet. To set the hub up, open {link}"));
    }
    signals.next().await;
    tracing::info!("Stopping");
    tokio::select! {
        () = serving.stop() => {}
        () = signals.next() => {}
    }
    Ok(())
}

/// The index belongs to one `serve`; its lock tells whether another is running.
///
/// # Errors
/// If another `serve` has it, or the folder cannot be written.
pub fn open_index(configuration: &Configuration) -> anyhow::Result<hub_search::Opened> {
    hub::create_folder(&configuration.data)?;
    match hub_search::Index::open(&configuration.data.join("index")) {
        Err(hub_search::Error::Locked { .. }) => bail!(
            "another `coursehub serve` is running on {}; stop it first, or choose another folder with --data",
            configuration.data.display()
        ),
        other => Ok(other?),
    }
}

/// The configured address, else where it listens.
///
/// # Errors
/// If the socket does not tell where it listens.
pub fn address(configuration: &Configuration, listener: &TcpListener) -> anyhow::Result<HubAddress> {
    if let Some(url) = &configuration.url {
        return Ok(url.clone());
    }
    let mut listen = listener.local_addr()?;
    if listen.ip().is_unspecified() {
        tracing::warn!(
            "Without --url the hub tells sites an address of this machine only; give its public one"
        );
        listen.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    Ok(HubAddress::parse(&format!("http://{listen}"))?)
}

/// A hub at work: its socket, its workers and who follows the change feed.
pub struct Serving {
    tasks: JoinSet<()>,
    stop: Arc<Notify>,
}

impl Serving {
    /// Starts everything.
    pub fn start(app: &App, listener: TcpListener) -> Self {
        let stop = Arc::new(Notify::new());
        let mut tasks = JoinSet::new();
        for _ in 0..WORKERS {
            tasks.spawn(hub_app::jobs::work(app.clone(), Arc::clone(&stop)));
        }
        tasks.spawn(hub_app::search::follow(app.clone(), Arc::clone(&stop)));
        tasks.spawn(hub_app::course::views::follow(app.clone(), Arc::clone(&stop)));
        tasks.spawn(keep_house(app.clone(), Arc::clone(&stop)));
        let (router, stopped) = (hub_web::router(app), Arc::clone(&stop));
        tasks.spawn(async move {
            let stopped = async move { stopped.notified().await };
            if let Err(error) = hub_web::serve(listener, router, stopped).await {
                tracing::error!(%error, "The listening socket failed");
            }
        });
        Self { tasks, stop }
    }

    /// Lets requests and jobs under way end, for a while.
    pub async fn stop(mut self) {
        let all_ended = async {
            while !self.tasks.is_empty() {
                // Who is at work when it rings does not hear it: rung until all have.
                self.stop.notify_waiters();
                let _ = tokio::time::timeout(Duration::from_millis(50), self.tasks.join_next()).await;
            }
        };
        if tokio::time::timeout(STOP_WITHIN, all_ended).await.is_err() {
            tracing::warn!(
                "Requests or jobs did not end in time and were cut off; jobs run again at the next start"
            );
        }
    }
}

/// The first housekeeping comes a little after the start, then once a day.
const FIRST_HOUSEKEEPING: SignedDuration = SignedDuration::from_secs(60);
const HOUSEKEEPING_EVERY: Duration = Duration::from_hours(24);

/// Asks for the daily housekeeping, and for mails that waited for a mail server.
async fn keep_house(app: App, stop: Arc<Notify>) {
    loop {
        if let Err(error) = ask_for_housekeeping(&app).await {
            tracing::error!(error = format!("{error:#}"), "The daily housekeeping could not be asked for");
        }
        tokio::select! {
            () = stop.notified() => return,
            () = tokio::time::sleep(HOUSEKEEPING_EVERY) => {}
        }
    }
}

async fn ask_for_housekeeping(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    if app.mailer()?.is_some() {
        hub_app::mail::take_up_waiting(app).await?;
    }
    hub_app::mail::digest::plan(app).await?;
    let mut tx = app.db.begin().await?;
    let first = now + FIRST_HOUSEKEEPING;
    Job::WithdrawDrafts.enqueue_once(tx.cx(), "withdraw_drafts", first, now).await?;
    Job::PurgeBlobs.enqueue_once(tx.cx(), "purge_blobs", first, now).await?;
    Job::PurgeRemoved.enqueue_once(tx.cx(), "purge_removed", first, now).await?;
    Job::FindNeeds.enqueue_once(tx.cx(), "find_needs", first, now).await?;
    Job::ReadAgain { after: String::new() }.enqueue_once(tx.cx(), "read_again", first, now).await?;
    Job::ScanAgain { after: String::new() }.enqueue_once(tx.cx(), "scan_again", first, now).await?;
    Job::CheckLinks { after: VersionId(0) }.enqueue_once(tx.cx(), "check_links", first, now).await?;
    Ok(tx.commit().await?)
}

/// SIGINT (Ctrl-C) and SIGTERM. Heard from the moment this exists: one that comes before would end the program at once,
/// with requests and jobs cut off.
pub struct StopSignals {
    interrupt: Signal,
    terminate: Signal,
}

impl StopSignals {
    /// Hears them from now on.
    ///
    /// # Errors
    /// If signals cannot be heard.
    pub fn hear() -> anyhow::Result<Self> {
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    /// Waits for the next.
    pub async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}
