//! How long staff's pages take over a corpus: each asked for again and again by one browser of a signed-in owner.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use hub_app::App;
use hub_app::account::sign_in::Browser;
use hub_app::account::{self, Person};
use hub_core::rights::Actor;
use hub_core::secret::Secret;

use crate::connection::Connection;
use crate::corpus::open;
use crate::served::Hub;

/// Which corpus is measured.
#[derive(clap::Args)]
pub struct Options {
    /// The data folder of the corpus.
    #[arg(long)]
    data: PathBuf,
    /// The PostgreSQL database of the corpus instead of the SQLite file in the data folder.
    #[arg(long)]
    database_url: Option<String>,
    /// The hub's program.
    #[arg(long, default_value = "target/release/coursehub")]
    program: PathBuf,
    /// How often each page is asked for.
    #[arg(long, default_value_t = 200)]
    times: usize,
    /// Only pages with this in their address.
    #[arg(long, default_value = "")]
    only: String,
}

/// Staff's lists as somebody at work asks for them: the usual orders from both ends, filters, and words that are
/// frequent, rare and nowhere. `{page}` walks over the pages.
const PAGES: &[&str] = &[
    "/moderate",
    "/moderate?kind=waiting_course",
    "/moderate/queue",
    "/moderate/queue?language=de",
    "/moderate/reports",
    "/moderate/appeals",
    "/moderate/messages",
    "/admin/sites",
    "/admin/sites?page={page}",
    "/admin/sites?sort=name&page={page}",
    "/admin/sites?sort=country&page={page}",
    "/admin/sites?sort=courses&down=1&page={page}",
    "/admin/sites?sort=waiting&down=1&page={page}",
    "/admin/sites?sort=seen&down=1&page={page}",
    "/admin/sites?q=school+11",
    "/admin/sites?q=nowhere",
    "/admin/sites?courses=no",
    "/admin/sites?country=DE&trusted=yes",
    "/admin/courses",
    "/admin/courses?page={page}",
    "/admin/courses?sort=title&page={page}",
    "/admin/courses?sort=site&page={page}",
    "/admin/courses?sort=size&dir=down&page={page}",
    "/admin/courses?sort=state&page={page}",
    "/admin/courses?state=queue",
    "/admin/courses?licence=cc&language=de",
    "/admin/courses?q=publisher+11",
    "/admin/courses?q=publisher+11&sort=title",
    "/admin/courses?q=nowhere",
    "/admin/accounts",
    "/admin/accounts?q=teacher+11",
    "/admin/audit",
    "/admin/audit?act=course.",
    "/admin/audit?q=nowhere",
    "/admin/mail",
];
/// `{page}` goes up to this: as far as 5,000 sites fill pages of 50.
const LAST_PAGE: usize = 100;
/// The owner of the corpus.
const EMAIL: &str = "owner@hub.example";
const PASSWORD: &str = "the owner of the corpus signs in";

/// Prints the median and the 99th percentile of each page, in milliseconds, and the bytes of its answer.
pub async fn measure(options: &Options) -> Result<()> {
    let app = open(&options.data, options.database_url.as_deref()).await?;
    // What is published is in the search before the clock runs.
    hub_app::search::catch_up(&app).await?;
    let session = sign_in(&app).await?;
    app.db.close().await;
    drop(app);
    let hub = Hub::serve(&options.program, &options.data, options.database_url.as_deref())?;
    println!("{:<52} {:>8} {:>8} {:>8}", "page", "bytes", "median", "p99");
    for page in PAGES.iter().filter(|page| page.contains(&options.only)) {
        time(&hub, page, &session, options.times)?;
    }
    Ok(())
}

async fn sign_in(app: &App) -> Result<Secret> {
    let browser = Browser { user_agent: "hub-load", address: IpAddr::V4(Ipv4Addr::LOCALHOST) };
    let password = Secret::new(PASSWORD.to_owned());
    hub_app::settings::set(app, Actor::CommandLine, "set_up", "done").await?;
    if let Some(link) = account::set_up::open_link(app).await? {
        let owner = Person { email: EMAIL, name: "Owner", password: &password };
        return Ok(account::set_up::take(app, &link, &owner, browser).await?);
    }
    Ok(account::sign_in::sign_in(app, EMAIL, &password, browser).await?)
}

fn time(hub: &Hub, page: &str, session: &Secret, times: usize) -> Result<()> {
    let mut connection = Connection::open(hub.address)?;
    let (mut took, mut bytes) = (Vec::with_capacity(times), 0);
    for number in 0..times {
        let path = page.replace("{page}", &(1 + (number * 37) % LAST_PAGE).to_string());
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nUser-Agent: hub-load\r\nAccept: text/html\r\nCookie: session={}\r\n\r\n",
            hub.address,
            session.expose()
        );
        let began = Instant::now();
        bytes = connection.exchange(request.as_bytes()).with_context(|| path.clone())?;
        took.push(began.elapsed());
    }
    took.sort_unstable();
    let at = |percent: usize| ms(took[(took.len() * percent / 100).min(took.len() - 1)]);
    println!("{page:<52} {bytes:>8} {:>8.1} {:>8.1}", at(50), at(99));
    Ok(())
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
