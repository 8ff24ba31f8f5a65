//! Fills a data folder with courses, past the hub's sockets: ten thousand publications one by one would measure the
//! disk. Texts go in by the use case that publishes; the site, its token, packages and decisions are written as rows.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use hub_app::course::publish::{Publication, publish};
use hub_app::jobs::{self, Job};
use hub_app::outside::blobs::Blobs;
use hub_app::outside::clock::Clock;
use hub_app::outside::crypto::{DataKey, Sha256Hex, md5_hex, token_hash};
use hub_app::outside::fetch::{Fetcher, NetworkPolicy};
use hub_app::outside::random::Rng;
use hub_app::{App, AppConfig};
use hub_core::address::{HubAddress, SiteAddress};
use hub_core::course::{ContentCount, CourseText, Kind};
use hub_core::listing::{Listing, PackageState};
use hub_core::moderation::{AbuseCategory, AbuseSubject};
use hub_core::rights::{Role, Scope};
use hub_core::secret::Secret;
use hub_core::site::{Disclosure, Site, SiteInfo, SiteState};
use hub_core::{CourseId, SiteId, VersionId};
use hub_db::abuse_report::NewAbuseReport;
use hub_db::account::NewAccount;
use hub_db::blob::Use;
use hub_db::site::SecretKept;
use hub_package::READER_VERSION;

use crate::words::{Numbers, Vocabulary};

/// Characters of a description, the mean of real hubs.
const DESCRIPTION: usize = 560;
/// Courses of one site.
const PER_SITE: usize = 200;
/// Accounts of the mixed corpus.
const ACCOUNTS: usize = 20_000;
/// Open reports of the mixed corpus.
const REPORTS: usize = 500;
/// Courses published in one transaction.
const BATCH: usize = 100;

/// Where the corpus goes.
#[derive(clap::Args)]
pub struct Options {
    /// The data folder, as `coursehub serve --data` takes it; must not hold a hub yet.
    #[arg(long)]
    data: PathBuf,
    /// A PostgreSQL database instead of the SQLite file in the data folder.
    #[arg(long)]
    database_url: Option<String>,
    /// How many courses.
    #[arg(long, default_value_t = 10_000)]
    courses: usize,
    /// Courses of one site.
    #[arg(long, default_value_t = PER_SITE)]
    per_site: usize,
    /// Publications and sites in all states, as staff's lists have them, instead of all public; with accounts, open
    /// reports and what the daily look finds.
    #[arg(long)]
    mixed: bool,
}

/// Makes the corpus and its index; prints the token of the first site.
pub async fn make(options: &Options) -> Result<()> {
    std::fs::create_dir_all(&options.data)?;
    let app = open(&options.data, options.database_url.as_deref()).await?;
    let vocabulary = Vocabulary::new();
    let mut numbers = Numbers::new(1);
    let mut first_token = None;
    let per_site = options.per_site.max(1);
    for from in (0..options.courses).step_by(per_site) {
        let (site, token) = add_site(&app, from / per_site).await?;
        first_token.get_or_insert(token);
        let until = options.courses.min(from + per_site);
        for batch in (from..until).step_by(BATCH) {
            let publications: Vec<Publication> =
                (batch..until.min(batch + BATCH)).map(|n| course(&vocabulary, &mut numbers, n)).collect();
            let shares: Vec<bool> = publications.iter().map(|one| one.kind == Kind::Share).collect();
            let ids = publish(&app, site, publications).await?;
            let shares = ids.into_iter().zip(shares).filter_map(|(id, is_share)| is_share.then_some(id));
            let shares: Vec<VersionId> = shares.collect();
            let ids = shares.clone();
            list_shares(&app, shares).await?;
            if options.mixed {
                mix(&app, &mut numbers, ids).await?;
            }
        }
        if options.mixed {
            mix_site(&app, &mut numbers, site).await?;
        }
    }
    if options.mixed {
        add_people(&app, &mut numbers).await?;
        find_needs(&app).await?;
    }
    hub_app::search::catch_up(&app).await?;
    println!("courses {}", app.index.course_count());
    println!("token {}", first_token.as_ref().map(Secret::expose).unwrap_or_default());
    app.db.close().await;
    Ok(())
}

pub async fn open(data: &Path, database_url: Option<&str>) -> Result<App> {
    let rng = Rng::system();
    let url = database_url
        .map_or_else(|| format!("sqlite:{}", data.join("hub.sqlite").display()), ToOwned::to_owned);
    let config = AppConfig {
        db: hub_db::Db::open(&url).await?,
        blobs: Blobs::in_folder(data)?,
        index: hub_search::Index::open(&data.join("index"))?,
        key: DataKey::load(data, None, &rng)?,
        clock: Clock::System,
        rng,
        fetch: Fetcher::new(NetworkPolicy::default()),
        mailer: None,
        mail_authorities: hub_app::outside::mail::Authorities::default(),
        clamd: None,
        address: HubAddress::parse("http://127.0.0.1:8080")?,
        aliases: Vec::new(),
        trusted_proxies: Vec::new(),
    };
    Ok(App::start(config).await?)
}

/// A registered, trusted site in the public list, without a quota, and its token.
async fn add_site(app: &App, number: usize) -> Result<(SiteId, Secret)> {
    let now = app.clock.now();
    let token = app.rng.token();
    let md5 = md5_hex(&format!("secret of site {number}"));
    let secret = SecretKept {
        hash: Sha256Hex::of(md5.expose().as_bytes()).as_str().to_owned(),
        md5_sealed: String::new(),
        backup_identifier_sealed: String::new(),
    };
    let site = Site {
        id: SiteId(0),
        state: SiteState::Active,
        address: SiteAddress::parse(&format!("https://site{number}.example"))?,
        info: SiteInfo {
            name: format!("Site {number}"),
            disclosure: Disclosure::Linked,
            ..SiteInfo::default()
        },
        trusted: true,
        prioritised: false,
        in_directory: true,
        courses_per_day: Some(None),
        identity: 1,
        waiting_name: None,
        waiting_address: None,
        registered_at: now,
        updated_at: now,
        handshake_at: None,
        last_seen_at: None,
        left_at: None,
        cloned_at: None,
        notes: String::new(),
    };
    let mut tx = app.db.begin().await?;
    let id = hub_db::site::insert(tx.cx(), &site, &secret).await.context("the data folder holds a corpus")?;
    hub_db::token::insert(tx.cx(), token_hash(&token).as_str(), Scope::Site, Some(id), now).await?;
    tx.commit().await?;
    Ok((id, token))
}

/// Some of the publications in other states than listed.
async fn mix(app: &App, numbers: &mut Numbers, ids: Vec<VersionId>) -> Result<()> {
    let now = app.clock.now();
    let reason = || "not a course".to_owned();
    let mut tx = app.db.begin().await?;
    for id in ids {
        let mut version = hub_db::version::by_id(tx.cx(), id).await?.context("it was published just now")?;
        version.listing = match numbers.below(10) {
            0 | 1 => Listing::Waiting,
            2 => Listing::Hidden { reason: reason() },
            3 => Listing::Refused { reason: reason() },
            4 => Listing::Removed,
            5 => Listing::Withdrawn,
            _ => continue,
        };
        hub_db::version::update(tx.cx(), &version, now).await?;
    }
    Ok(tx.commit().await?)
}

/// A site as one of thousands: with a country, a language and a Moodle of its own.
async fn mix_site(app: &App, numbers: &mut Numbers, id: SiteId) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let mut site = hub_db::site::by_id(tx.cx(), id).await?.context("it was added just now")?;
    site.info.name = format!("{} school {id}", numbers.pick(&["Lake", "Hill", "River", "Forest"]));
    site.info.description = "A school of the corpus. ".repeat(1 + numbers.below(20));
    site.info.country = (*numbers.pick(&["DE", "FR", "ES", "CH", "EG", ""])).to_owned();
    site.info.language = (*numbers.pick(&["de", "fr", "es", "ar", "en"])).to_owned();
    site.info.moodle_release = (*numbers.pick(&["2.9.1", "3.3.3", "3.11.2", "4.1", "4.5.1+"])).to_owned();
    site.trusted = numbers.below(3) > 0;
    site.last_seen_at = Some(site.registered_at);
    site.state = if numbers.below(20) == 0 { SiteState::Suspended } else { SiteState::Active };
    hub_db::site::update(tx.cx(), &site).await?;
    Ok(tx.commit().await?)
}

/// Accounts of people and what they reported.
async fn add_people(app: &App, numbers: &mut Numbers) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    for number in 0..ACCOUNTS {
        let email = format!("person{number}@school.example");
        let new = NewAccount {
            email: &email,
            email_key: &email,
            name: &format!("Teacher {number}"),
            role: Role::Member,
            password_hash: "",
        };
        hub_db::account::insert(tx.cx(), new, now).await?;
    }
    for _ in 0..REPORTS {
        let new = NewAbuseReport {
            subject: AbuseSubject::Course(CourseId(1 + i64::try_from(numbers.below(1000))?)),
            category: AbuseCategory::Other,
            body: "What is wrong, in the words of a visitor.",
            email_sealed: "",
            reporter: "",
            language: "en",
        };
        hub_db::abuse_report::insert(tx.cx(), new, now).await?;
    }
    Ok(tx.commit().await?)
}

/// The daily look, now.
async fn find_needs(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    Job::FindNeeds.enqueue(tx.cx(), now).await?;
    tx.commit().await?;
    while jobs::run_next(app).await? {}
    Ok(())
}

/// Shares as they are once their package is read. The packages themselves are not there: no search reads them.
async fn list_shares(app: &App, ids: Vec<VersionId>) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    for id in ids {
        let mut version = hub_db::version::by_id(tx.cx(), id).await?.context("it was published just now")?;
        let sha256 = Sha256Hex::of(format!("package {id}").as_bytes());
        let size_bytes = 1_000_000 + id.get() * 997;
        hub_db::blob::put(tx.cx(), sha256.as_str(), size_bytes, now).await?;
        hub_db::blob::add_use(tx.cx(), sha256.as_str(), Use::Package(id)).await?;
        // As if this reader had read it: what an older one read is read again, which would be measured along.
        hub_db::report::put(tx.cx(), sha256.as_str(), i64::from(READER_VERSION), "{}", now).await?;
        version.package = PackageState::Ready;
        version.package_sha256 = Some(sha256.as_str().to_owned());
        version.size_bytes = Some(size_bytes);
        version.listing = Listing::Listed;
        hub_db::version::update(tx.cx(), &version, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Every second course is a share.
fn course(vocabulary: &Vocabulary, numbers: &mut Numbers, number: usize) -> Publication {
    let text = |numbers: &mut Numbers, characters: usize| {
        let mut text = String::new();
        while text.len() < characters {
            if !text.is_empty() {
                text.push_str(if numbers.below(11) == 0 { ". " } else { " " });
            }
            text.push_str(vocabulary.draw(numbers));
        }
        text.truncate(characters);
        text
    };
    let contents = [("forum", 3), ("quiz", 4), ("page", 9), ("assign", 5), ("url", 6)].map(|(name, most)| {
        ContentCount {
            module_type: "activity".to_owned(),
            module_name: name.to_owned(),
            count: i64::try_from(1 + numbers.below(most)).unwrap_or(1),
        }
    });
    let title: Vec<&str> = (0..4).map(|_| vocabulary.draw_rare(numbers)).collect();
    let kind = if number.is_multiple_of(2) { Kind::Advert } else { Kind::Share };
    let course_text = CourseText {
        title: title.join(" "),
        short_name: format!("C{number}"),
        description: text(numbers, DESCRIPTION),
        language: (*numbers.pick(&["en", "en", "en", "de", "es", "fr"])).to_owned(),
        publisher_name: format!("Publisher {}", number % 700),
        creator_name: format!("Creator {}", number % 1500),
        tags: (0..3).map(|_| vocabulary.draw_rare(numbers).to_owned()).collect(),
        licence: (*numbers.pick(&["cc", "cc-sa", "allrightsreserved"])).to_owned(),
        audience: (*numbers.pick(&["educators", "students", "admins"])).to_owned(),
        level: (*numbers.pick(&["primary", "secondary", "tertiary"])).to_owned(),
        creator_notes: format!("<p>{}</p>", text(numbers, 120)),
        creator_notes_format: 1,
        course_url: format!("https://site{}.example/course/view.php?id={number}", number / PER_SITE),
        contents: contents.to_vec(),
        ..CourseText::default()
    };
    let site_course_id = i64::try_from(number + 2).unwrap_or(i64::MAX);
    Publication { site_course_id, kind, text: course_text, delete_screenshots: false }
}
