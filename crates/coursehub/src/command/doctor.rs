//! `coursehub doctor`: looks for what could be wrong and says what to do.

use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use hub_app::App;
use hub_app::course::look::NO_FILE;
use hub_app::outside::crypto::Sha256Hex;
use hub_core::site::SiteState;

use crate::args::Doctor;
use crate::configuration::{Configuration, Origin};
use crate::{hub, print};

/// How a check ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Ok,
    Warn,
    Fail,
}

impl Outcome {
    fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }
}

/// What was looked at, how it stands, and what to do about it.
struct Check {
    id: &'static str,
    outcome: Outcome,
    what: String,
}

fn check(id: &'static str, outcome: Outcome, what: impl Into<String>) -> Check {
    Check { id, outcome, what: what.into() }
}

/// An error with its causes in one line.
fn words(error: &anyhow::Error) -> String {
    format!("{error:#}")
}

/// Runs it.
///
/// # Errors
/// If something keeps the hub from working.
pub async fn run(command: &Doctor, configuration: &Configuration) -> anyhow::Result<()> {
    let mut checks = vec![folder(configuration), key(configuration), space(configuration)];
    match hub::open(configuration).await {
        Ok(app) => {
            checks.push(check(
                "database",
                Outcome::Ok,
                format!("{} answers, its tables are this version's", app.db.engine()),
            ));
            checks.push(index(&app, configuration).await);
            checks.push(blobs(&app).await);
            checks.push(address(&app, configuration));
            checks.push(proxy(&app, configuration));
            checks.push(mail(&app).await);
            checks.push(scanner(&app).await);
            checks.push(jobs(&app).await);
            checks.push(clock(&app).await);
            checks.push(owner(&app).await);
            checks.push(sites(&app).await);
            checks.push(files_to_come(&app).await);
            app.db.close().await;
        }
        Err(error) => checks.push(check("database", Outcome::Fail, words(&error))),
    }
    let failed = checks.iter().filter(|check| check.outcome == Outcome::Fail).count();
    let rows = checks
        .into_iter()
        .map(|check| vec![print::text(check.id), print::text(check.outcome.word()), print::text(check.what)]);
    print::list(command.form, &[("id", "check"), ("outcome", "is"), ("what", "what")], rows.collect(), "");
    anyhow::ensure!(failed == 0, "{} failed", print::count(failed, "check", "checks"));
    Ok(())
}

fn folder(configuration: &Configuration) -> Check {
    let (id, path) = ("data folder", &configuration.data);
    let shown = path.display();
    match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => match hub::create_folder(path) {
            Ok(()) => {
                check(id, Outcome::Warn, format!("{shown} was not there and was made; is it the right one?"))
            }
            Err(error) => check(id, Outcome::Fail, words(&error)),
        },
        Err(error) => check(id, Outcome::Fail, format!("{shown} cannot be looked at: {error}")),
        Ok(metadata) if !metadata.is_dir() => check(id, Outcome::Fail, format!("{shown} is no folder")),
        Ok(metadata) => {
            let probe = tempfile::NamedTempFile::new_in(path);
            let mode = metadata.permissions().mode() & 0o777;
            match probe {
                Err(error) => {
                    check(id, Outcome::Fail, format!("{shown} cannot be written by this user: {error}"))
                }
                Ok(_) if mode & 0o077 != 0 => check(
                    id,
                    Outcome::Warn,
                    format!("others may look into {shown} (mode {mode:o}): chmod 700 {shown}"),
                ),
                Ok(_) => check(id, Outcome::Ok, format!("{shown} is this user's alone")),
            }
        }
    }
}

fn key(configuration: &Configuration) -> Check {
    let path = configuration.data.join("key");
    if std::env::var_os("COURSEHUB_KEY").is_some() {
        return check("key", Outcome::Ok, "given by COURSEHUB_KEY");
    }
    match std::fs::metadata(&path) {
        Ok(metadata) if metadata.permissions().mode() & 0o077 != 0 => {
            let shown = path.display();
            check("key", Outcome::Warn, format!("others may read the key: chmod 600 {shown}"))
        }
        Ok(_) => check("key", Outcome::Ok, "present; keep a copy of it with the backups"),
        Err(_) => check("key", Outcome::Ok, "made at the first start"),
    }
}

/// Below this many bytes uploads of the usual size begin to fail.
const LITTLE_SPACE: u64 = 5_000_000_000;
/// Below this many bytes the database cannot work.
const NO_SPACE: u64 = 200_000_000;

fn space(configuration: &Configuration) -> Check {
    let free = match rustix::fs::statvfs(&configuration.data) {
        Ok(disk) => disk.f_bavail.saturating_mul(disk.f_frsize),
        Err(error) => return check("disk space", Outcome::Warn, format!("it cannot be told: {error}")),
    };
    let shown = print::size(i64::try_from(free).unwrap_or(i64::MAX));
    match free {
        0..NO_SPACE => {
            check("disk space", Outcome::Fail, format!("{shown} left: nothing can be stored; make room"))
        }
        NO_SPACE..LITTLE_SPACE => check(
            "disk space",
            Outcome::Warn,
            format!("{shown} left; large uploads will fail soon, make room"),
        ),
        _ => check("disk space", Outcome::Ok, format!("{shown} left")),
    }
}

async fn index(app: &App, configuration: &Configuration) -> Check {
    let id = "search index";
    let folder = configuration.data.join("index");
    let is_served = hub_search::Index::is_open(&folder);
    let held = hub_search::Index::last_sequence_in(&folder);
    let last = match app.db.read().await {
        Ok(mut conn) => hub_db::change::last(conn.cx()).await,
        Err(error) => Err(error),
    };
    match (held, last) {
        (Err(error), _) => {
            check(id, Outcome::Warn, format!("it cannot be read ({error}); coursehub reindex builds it anew"))
        }
        (_, Err(error)) => check(id, Outcome::Fail, format!("the change feed cannot be read: {error}")),
        (Ok(None), Ok(_)) => check(id, Outcome::Ok, "built at the next start of coursehub serve"),
        (Ok(Some(held)), Ok(last)) if held >= last => check(id, Outcome::Ok, "holds every change"),
        (Ok(Some(held)), Ok(last)) => {
            let behind = last - held;
            let what = format!("{behind} changes behind");
            match (is_served, behind) {
                (true, ..1000) => check(id, Outcome::Ok, format!("{what}; the running hub is at it")),
                (true, _) => check(
                    id,
                    Outcome::Warn,
                    format!("{what}; if that grows, look at the log of coursehub serve"),
                ),
                (false, _) => {
                    check(id, Outcome::Ok, format!("{what}; read at the next start of coursehub serve"))
                }
            }
        }
    }
}

async fn blobs(app: &App) -> Check {
    let id = "files";
    let written = app.blobs.stage_bytes(b"coursehub doctor").await;
    let nobody = Sha256Hex::of(b"coursehub doctor asks whether the store answers");
    match (written, app.blobs.exists(&nobody).await) {
        (Err(error), _) | (_, Err(error)) => check(id, Outcome::Fail, words(&anyhow::Error::from(error))),
        (Ok(_), Ok(_)) => check(id, Outcome::Ok, "packages and pictures can be stored"),
    }
}

fn address(app: &App, configuration: &Configuration) -> Check {
    let id = "address";
    let address = &app.address;
    let host = url::Url::parse(address.as_str()).ok().and_then(|url| url.host_str().map(str::to_owned));
    let is_here = host.as_deref().is_some_and(|host| matches!(host, "localhost" | "127.0.0.1" | "[::1]"));
    if let Some(alias) = app.aliases.iter().find(|alias| alias.key() == address.key()) {
        return check(id, Outcome::Warn, format!("{alias} is an alias of itself; take it out of aliases"));
    }
    match (is_here, address.is_https()) {
        (true, _)
            if !configuration.listen.ip().is_loopback() || configuration.origin("url") != Origin::Default =>
        {
            check(
                id,
                Outcome::Warn,
                format!("{address} leads others to their own machine; set url to the public address"),
            )
        }
        (true, _) => check(
            id,
            Outcome::Warn,
            format!("{address} can be reached from this machine only; set url when others shall come"),
        ),
        (false, false) => check(
            id,
            Outcome::Warn,
            format!("{address} is not protected; put a proxy with TLS in front and set url to https://"),
        ),
        (false, true) => check(id, Outcome::Ok, address.as_str()),
    }
}

/// A public address on a hub that listens for this machine only: somebody stands before it.
fn proxy(app: &App, configuration: &Configuration) -> Check {
    let id = "proxy";
    let host = url::Url::parse(app.address.as_str()).ok().and_then(|url| url.host_str().map(str::to_owned));
    let is_here = host.as_deref().is_some_and(|host| matches!(host, "localhost" | "127.0.0.1" | "[::1]"));
    let trusted = configuration.trusted_proxies.len();
    match (configuration.listen.ip().is_loopback() && !is_here, trusted) {
        (true, 0) => check(
            id,
            Outcome::Warn,
            "the web server before this hub is not in trusted_proxies: wrong passwords of all its visitors count as \
             one's",
        ),
        (false, 0) => check(id, Outcome::Ok, "none is trusted; visitors are who connects"),
        (_, trusted) => {
            check(id, Outcome::Ok, format!("{} trusted", print::count(trusted, "network", "networks")))
        }
    }
}

/// How long a mail server may take to answer.
const MAIL_TIME: Duration = Duration::from_secs(10);

async fn mail(app: &App) -> Check {
    let id = "mail";
    let mailer = match app.mailer() {
        Ok(Some(mailer)) => mailer,
        Ok(None) => {
            return check(id, Outcome::Warn, "no mail_url: mails wait, coursehub mail list shows them");
        }
        Err(_) => {
            let why = "the setting mail_server was sealed with another key; set it again";
            return check(id, Outcome::Fail, why);
        }
    };
    match tokio::time::timeout(MAIL_TIME, mailer.reach()).await {
        Ok(Ok(())) => check(id, Outcome::Ok, "the mail server answers"),
        Ok(Err(error)) => {
            check(id, Outcome::Fail, format!("the mail server: {error}; mails wait until it answers"))
        }
        Err(_) => {
            check(id, Outcome::Fail, "the mail server does not answer within 10 seconds; look at mail_url")
        }
    }
}

async fn scanner(app: &App) -> Check {
    let id = "malware scanner";
    let Some(clamd) = &app.clamd else {
        return check(id, Outcome::Ok, "none: packages are not scanned; clamd names one");
    };
    match clamd.version().await {
        Ok(signatures) => check(id, Outcome::Ok, format!("{signatures} answers at {}", clamd.shown())),
        Err(error) => check(id, Outcome::Fail, format!("{error}; packages wait until it does")),
    }
}

async fn jobs(app: &App) -> Check {
    let counted = match app.db.read().await {
        Ok(mut conn) => hub_db::job::count(conn.cx()).await,
        Err(error) => Err(error),
    };
    match counted {
        Err(error) => check("jobs", Outcome::Fail, format!("they cannot be counted: {error}")),
        Ok((waiting, 0)) => check("jobs", Outcome::Ok, format!("{waiting} wait")),
        Ok((waiting, dead)) => check(
            "jobs",
            Outcome::Warn,
            format!("{waiting} wait, {dead} given up; the log of coursehub serve says why"),
        ),
    }
}

async fn clock(app: &App) -> Check {
    let now = app.clock.now();
    let newest =
        hub_app::course::look::list(app, None, 1).await.ok().and_then(|rows| rows.into_iter().next());
    let ahead = newest.filter(|row| row.version.created_at > now);
    match ahead {
        Some(row) => {
            let at = row.version.created_at;
            check(
                "clock",
                Outcome::Fail,
                format!("it is {now}, but a course was sent at {at}; set this machine's clock"),
            )
        }
        None => check("clock", Outcome::Ok, now.strftime("%Y-%m-%d %H:%M:%S UTC").to_string()),
    }
}

async fn owner(app: &App) -> Check {
    match hub_app::account::has_owner(app).await {
        Ok(true) => check("set-up", Outcome::Ok, "the hub has an owner"),
        Ok(false) => check(
            "set-up",
            Outcome::Warn,
            "no owner yet: coursehub admin create YOU@EXAMPLE.ORG --role owner --password-stdin",
        ),
        Err(error) => check("set-up", Outcome::Fail, error.to_string()),
    }
}

/// Sites looked at.
const MOST_SITES: i64 = 10_000;

async fn sites(app: &App) -> Check {
    let sites = match hub_app::site::staff::list(app, hub_core::SiteId(0), MOST_SITES).await {
        Ok(sites) => sites,
        Err(error) => return check("sites", Outcome::Fail, error.to_string()),
    };
    let now = app.clock.now();
    let lost = sites.iter().filter(|site| site.return_not_seen(now)).count();
    let cloned =
        sites.iter().filter(|site| site.cloned_at.is_some() && site.state == SiteState::Active).count();
    let mut troubles = Vec::new();
    if lost > 0 {
        troubles.push(format!("{} registered, return not seen", print::count(lost, "site", "sites")));
    }
    if cloned > 0 {
        troubles.push(format!("{} of which two copies use one token", print::count(cloned, "site", "sites")));
    }
    if troubles.is_empty() {
        check("sites", Outcome::Ok, print::count(sites.len(), "site", "sites"))
    } else {
        check("sites", Outcome::Warn, format!("{}; coursehub site list, site show", troubles.join(", ")))
    }
}

/// Publications looked at.
const MOST_DRAFTS: i64 = 10_000;

async fn files_to_come(app: &App) -> Check {
    match hub_app::course::look::list(app, Some(NO_FILE), MOST_DRAFTS).await {
        Err(error) => check("files to come", Outcome::Fail, error.to_string()),
        Ok(rows) if rows.is_empty() => check("files to come", Outcome::Ok, "none is late"),
        Ok(rows) => {
            let what = print::count(rows.len(), "course has", "courses have");
            let hours = hub_core::listing::FILE_WITHIN_HOURS;
            let advice = "coursehub course list --state no-file";
            check("files to come", Outcome::Warn, format!("{what} no file after {hours} hours; {advice}"))
        }
    }
}
