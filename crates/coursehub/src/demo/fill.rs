//! Fills the demo: sites register, staff decides, sites publish, jobs read what came.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use hub_app::course::{edit, look};
use hub_app::outside::fetch::Table;
use hub_app::site::staff;
use hub_app::{App, account, hub, settings};
use hub_core::SiteId;
use hub_core::listing::PackageState;
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_sample::course::Course;
use hub_sample::courses;
use hub_sample::picture;
use hub_sample::site::{Answer, Kind, Outcome, SimulatedSite};
use hub_sample::sites::{self, Disclosure, ExampleSite, Publication, Standing};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::print;

/// What the hub says of itself.
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
    // The browsers of the demo's sites have no scripts; switched on again when they are done.
    ("captcha", "off"),
];

/// Whose hub it is: the address to sign in with.
pub const OWNER: &str = "librarians@hub.example";

/// Courses that the demo's staff points out, and why.
const FEATURED: &[(&str, &str)] = &[
    ("BOT-PHOTO", "Clear texts, and experiments that work on a window sill"),
    ("FAN-KHATT", "A craft explained by somebody who practises it"),
    ("CN-AGUA", "One drop's journey, told so that children ask for more"),
];

/// Publications prepared at once: painting and packing keep a core busy each.
const AT_ONCE: usize = 4;

/// What is in the hub now.
pub struct Filled {
    /// The sites, still listening.
    pub sites: Vec<Arc<SimulatedSite>>,
    /// Courses anybody can see.
    pub listed: i64,
    /// Publications that wait for staff.
    pub waiting: usize,
    /// The owner's, new in each demo.
    pub password: Secret,
}

/// Fills the hub.
///
/// # Errors
/// If a site is not taken, or a publication.
pub async fn fill(app: &App, names: &Table) -> anyhow::Result<Filled> {
    for (key, value) in SETTINGS {
        settings::set(app, Actor::CommandLine, key, value).await?;
    }
    // A hub without an owner says on every page that it is being set up; and who looks at a hub wants to see its desk.
    let password = app.rng.token();
    let owner = account::Person { email: OWNER, name: "", password: &password };
    account::create(app, Actor::CommandLine, &owner, Role::Owner).await?;
    let mut sites = Vec::new();
    for example in sites::all() {
        let site = register(app, names, example).await.with_context(|| example.name.to_owned())?;
        sites.push((example, Arc::new(site)));
    }
    publish_all(app, &sites).await?;
    all_is_read(app).await?;
    feature(app).await?;
    all_is_found(app).await?;
    settings::set(app, Actor::CommandLine, "captcha", "proof_of_work").await?;
    let waiting = look::list(app, Some("waiting"), 1000).await?.len();
    let listed = hub::counts(app).await?.courses;
    Ok(Filled { sites: sites.into_iter().map(|(_, site)| site).collect(), listed, waiting, password })
}

/// A site registers as its administrator would, then staff gives it its standing.
async fn register(app: &App, names: &Table, example: &ExampleSite) -> anyhow::Result<SimulatedSite> {
    let mut options = example.options();
    // Plain http: the simulated sites have no certificates.
    options.wwwroot = Some(format!("http://{}", example.host));
    let site = SimulatedSite::start(options).await?;
    names.lead_to(example.host, site.address().port());
    match site.register(app.address.as_str()).await? {
        Outcome::Confirmed | Outcome::Updated => {}
        Outcome::Page(page) => anyhow::bail!("the registration ended on {} ({})", page.url, page.status),
    }
    let id = id_of(app, &site).await?;
    match example.standing {
        Standing::Untrusted => {}
        Standing::Trusted => drop(staff::trust(app, Actor::CommandLine, id).await?),
        Standing::Prioritised => drop(staff::prioritise(app, Actor::CommandLine, id).await?),
    }
    if example.disclosure != Disclosure::NotDisplayed {
        staff::show_in_list(app, Actor::CommandLine, id).await?;
    }
    // The first call with the new token: the hub has seen the way back.
    site.update_site_info(app.address.as_str()).await?;
    Ok(site)
}

async fn id_of(app: &App, site: &SimulatedSite) -> anyhow::Result<SiteId> {
    let all = staff::list(app, SiteId(0), 1000).await?;
    let found = all.iter().find(|known| known.address.as_str() == site.wwwroot());
    Ok(found.context("the site registered, but the hub does not know it")?.id)
}

/// Every site publishes its courses, several at once.
async fn publish_all(app: &App, sites: &[(&ExampleSite, Arc<SimulatedSite>)]) -> anyhow::Result<()> {
    let mut courses = courses::all();
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let mut tasks = JoinSet::new();
    for (example, site) in sites {
        let mut own = Vec::new();
        for publication in example.publications {
            let at = courses.iter().position(|course| course.short_name == publication.course);
            let at = at.with_context(|| format!("there is no course {}", publication.course))?;
            own.push((*publication, courses.swap_remove(at)));
        }
        let (hub, site, places, name) =
            (app.address.as_str().to_owned(), Arc::clone(site), Arc::clone(&places), example.name);
        tasks.spawn(async move {
            let count = own.len();
            for (publication, course) in own {
                let _place = places.acquire().await?;
                let title = course.full_name.clone();
                publish(&hub, &site, publication, course)
                    .await
                    .with_context(|| format!("{name}: {title}"))?;
            }
            print::out(&format!("  {name}: {}", print::count(count, "course", "courses")));
            anyhow::Ok(())
        });
    }
    while let Some(done) = tasks.join_next().await {
        done??;
    }
    Ok(())
}

async fn publish(
    hub: &str,
    site: &Arc<SimulatedSite>,
    publication: Publication,
    course: Course,
) -> anyhow::Result<()> {
    let course = Arc::new(course);
    let kinds = [
        (Kind::Advert, publication.published_as.is_advertised()),
        (Kind::Share, publication.published_as.is_shared()),
    ];
    for (kind, _) in kinds.into_iter().filter(|(_, wanted)| *wanted) {
        let id = site.register_course(hub, &course, kind, publication.screenshots).await?;
        for number in 1..=publication.screenshots {
            let painted = Arc::clone(&course);
            let picture = tokio::task::spawn_blocking(move || picture::screenshot(&painted, number)).await?;
            taken(&site.upload_screenshot(hub, id, number, &picture).await?)?;
        }
        if kind == Kind::Share {
            let (packer, packed) = (Arc::clone(site), Arc::clone(&course));
            let bytes = tokio::task::spawn_blocking(move || packer.back_up(&packed)).await?;
            taken(&site.upload_backup(hub, id, &bytes).await?)?;
        }
    }
    Ok(())
}

/// The clients of Moodle look at no answer of an upload; the demo does.
fn taken(answer: &Answer) -> anyhow::Result<()> {
    let text = String::from_utf8_lossy(&answer.body);
    anyhow::ensure!(answer.status == 200, "the hub answered an upload with {}: {text}", answer.status);
    Ok(())
}

/// How often the demo looks whether the hub has come so far.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Waits until every package has been read.
async fn all_is_read(app: &App) -> anyhow::Result<()> {
    loop {
        let versions = look::list(app, None, 1000).await?;
        if versions.iter().all(|row| row.version.package != PackageState::Reading) {
            return Ok(());
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Waits until every listed course is found by search.
async fn all_is_found(app: &App) -> anyhow::Result<()> {
    let listed = look::list(app, Some("listed"), 1000).await?;
    let courses: BTreeSet<_> = listed.iter().map(|row| row.version.course_id).collect();
    while app.index.course_count() < u64::try_from(courses.len())? {
        tokio::time::sleep(LOOK_EVERY).await;
    }
    Ok(())
}

async fn feature(app: &App) -> anyhow::Result<()> {
    let rows = look::list(app, Some("listed"), 1000).await?;
    for (short_name, reason) in FEATURED {
        let row = rows.iter().find(|row| row.version.text.short_name == *short_name);
        let id = row.with_context(|| format!("{short_name} is not listed"))?.version.id;
        edit::set(app, Actor::CommandLine, id, "featured", reason).await?;
    }
    Ok(())
}
