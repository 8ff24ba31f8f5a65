//! `coursehub demo`: a hub in a temporary folder, filled through its own doors. Simulated Moodle sites speak HTTP to the
//! listening socket: they register, advertise, share, and send screenshots and packages as real ones do.

use std::net::Ipv4Addr;

use anyhow::{Context as _, anyhow, ensure};
use hub_app::outside::blobs::Blobs;
use hub_app::outside::clock::Clock;
use hub_app::outside::crypto::DataKey;
use hub_app::outside::fetch::{Fetcher, NetworkPolicy, Resolver, Table};
use hub_app::outside::random::Rng;
use hub_app::site::staff;
use hub_app::{App, AppConfig, course, settings};
use hub_core::address::{HubAddress, SiteAddress};
use hub_core::rights::Actor;
use hub_core::{SiteId, VersionId};
use hub_db::Db;
use hub_sample::course::Course;
use hub_sample::site::SimulatedSite;
use hub_sample::sites::{Disclosure, ExampleSite, Standing};
use tokio::net::TcpListener;

use crate::args::Demo;
use crate::serve::{Serving, asked_to_stop};
use crate::{hub, print};

/// What the demo's hub is called and says of itself.
const SETTINGS: &[(&str, &str)] = &[
    ("name", "Open Course Library"),
    (
        "description",
        "Courses that teachers made and give away. Look inside before you take one; restore it in your own Moodle. \
         *This is a demonstration: sites and people are invented, the courses are real.*",
    ),
    ("contact_name", "The librarians"),
    ("contact_email", "librarians@hub.example"),
    ("courses_per_site_per_day", ""),
];

/// Courses the demo's staff points out, and why.
const FEATURED: &[(&str, &str)] = &[
    ("BOT-PHOTO", "Clear texts, and experiments that work on a window sill"),
    ("FAN-KHATT", "A craft explained by somebody who practises it"),
    ("CN-AGUA", "One drop's journey, told so that children ask for more"),
];

/// Runs the demo until SIGINT or SIGTERM; nothing is kept.
///
/// # Errors
/// If the address is taken or a part of the hub fails.
pub async fn run(command: &Demo) -> anyhow::Result<()> {
    let listener = TcpListener::bind(command.listen).await.with_context(|| {
        format!("cannot listen on {}; is another program there? Choose another with --listen", command.listen)
    })?;
    let folder = tempfile::Builder::new().prefix("coursehub-demo-").tempdir()?;
    let address = HubAddress::parse(&format!("http://{}", listener.local_addr()?))?;
    let app = open(folder.path(), address).await?;
    let serving = Serving::start(app.clone(), listener);
    print::out(&format!("CourseHub is at {}\nFilling it with example sites and courses:", app.address));
    tokio::select! {
        filled = fill(&app) => filled?,
        stopped = asked_to_stop() => return stopped,
    }
    print::out(&format!(
        "Ready: {}\nTry a search, open a course, take its package. Beside it, in another window:\n  \
         coursehub course list --state waiting --data {data}\n  coursehub site list --data {data}\n\
         Ctrl-C ends the demo; nothing is kept.",
        app.address,
        data = folder.path().display()
    ));
    asked_to_stop().await?;
    serving.stop().await;
    app.db.close().await;
    Ok(())
}

/// A hub that can reach its example sites: their invented host names lead to this machine.
async fn open(data: &std::path::Path, address: HubAddress) -> anyhow::Result<App> {
    let names = hub_sample::sites::all()
        .iter()
        .fold(Table::default(), |table, site| table.with(site.host, &[Ipv4Addr::LOCALHOST.into()]));
    let network = NetworkPolicy {
        allow_private: vec!["127.0.0.0/8".parse().map_err(|_| anyhow!("loopback is a network"))?],
        allow_ports: (1..=u16::MAX).collect(),
    };
    let rng = Rng::system();
    let parts = AppConfig {
        db: Db::open_sqlite(&data.join("hub.sqlite")).await?,
        blobs: Blobs::in_folder(data)?,
        index: hub_search::Index::open(&data.join("index"))?,
        key: DataKey::load(data, None, &rng)?,
        clock: Clock::System,
        rng,
        fetch: Fetcher::with_resolver(network, Resolver::Table(names)),
        mailer: None,
        address,
        aliases: Vec::new(),
    };
    let app = App::start(parts).await?;
    hub::note_served_at(data, "SQLite", &app.address)?;
    Ok(app)
}

async fn fill(app: &App) -> anyhow::Result<()> {
    for (key, value) in SETTINGS {
        settings::set(app, Actor::CommandLine, key, value).await?;
    }
    let courses = hub_sample::courses::all();
    let mut published = Vec::new();
    for example in hub_sample::sites::all() {
        let site = register(app, example).await?;
        let before = published.len();
        publish(app, &site, example, &courses, &mut published).await?;
        let state = if example.standing == Standing::Untrusted { "waiting for review" } else { "listed" };
        let count = published.len() - before;
        print::out(&format!(
            "  {}, Moodle {}: {count} publications, {state}",
            example.name, example.moodle_release
        ));
    }
    all_read(app).await?;
    for (short_name, reason) in FEATURED {
        if let Some((_, id)) = published.iter().find(|(name, _)| name == short_name) {
            course::edit::set(app, Actor::CommandLine, *id, "featured", reason).await?;
        }
    }
    Ok(())
}

/// Registers a site through the hub's door, then does what its staff would do.
async fn register(app: &App, example: &ExampleSite) -> anyhow::Result<SimulatedSite> {
    let mut options = example.options();
    options.wwwroot = Some(format!("http://{}:{{port}}", example.host));
    let site = SimulatedSite::start(options).await?;
    let outcome = site.register(app.address.as_str()).await?;
    ensure!(site.is_registered(app.address.as_str()), "{} could not register: {outcome:?}", example.name);
    let id = id_of(app, &site).await?;
    let staff = Actor::CommandLine;
    match example.standing {
        Standing::Untrusted => {}
        Standing::Trusted => drop(staff::trust(app, staff, id).await?),
        Standing::Prioritised => drop(staff::prioritise(app, staff, id).await?),
    }
    if example.disclosure != Disclosure::NotDisplayed {
        staff::show_in_list(app, staff, id).await?;
    }
    // The first call with the new token: the hub has seen the way back.
    site.update_site_info(app.address.as_str()).await?;
    Ok(site)
}

async fn id_of(app: &App, site: &SimulatedSite) -> anyhow::Result<SiteId> {
    let address = SiteAddress::parse(site.wwwroot())?;
    let sites = staff::list(app, SiteId(0), 1000).await?;
    let found = sites.into_iter().find(|row| row.address.key() == address.key());
    found.map(|row| row.id).ok_or_else(|| anyhow!("{address} is not among the hub's sites"))
}

async fn publish(
    app: &App,
    site: &SimulatedSite,
    example: &ExampleSite,
    courses: &[Course],
    published: &mut Vec<(&'static str, VersionId)>,
) -> anyhow::Result<()> {
    let hub = app.address.as_str();
    for publication in example.publications {
        let course = courses.iter().find(|course| course.short_name == publication.course);
        let course = course.ok_or_else(|| anyhow!("there is no example course {}", publication.course))?;
        if publication.published_as.is_shared() {
            let id = site.publish_share(hub, course, publication.screenshots).await?;
            published.push((publication.course, VersionId(id)));
        }
        if publication.published_as.is_advertised() {
            let id = site.publish_advert(hub, course, publication.screenshots).await?;
            published.push((publication.course, VersionId(id)));
        }
    }
    Ok(())
}

/// Waits until every package was read and the index knows it.
async fn all_read(app: &App) -> anyhow::Result<()> {
    loop {
        let (waiting, _) = hub_db::job::count(app.db.read().await?.cx()).await?;
        // Mails wait for a mail server the demo does not have; the housekeeping waits for its hour.
        let due = hub_db::job::next_due(app.db.read().await?.cx()).await?;
        let now = hub_db::millis(app.clock.now());
        if waiting == 0 || due.is_none_or(|due| due > now) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}
