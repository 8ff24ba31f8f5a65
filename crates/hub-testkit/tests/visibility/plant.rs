//! A hub with a course in every state that matters, and everybody who may ask for them.

use hub_app::App;
use hub_core::course::{CourseText, Kind, Version};
use hub_core::listing::{Listing, PackageState};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_core::site::{Disclosure, SiteState};
use hub_core::{CourseId, SiteId, VersionId};
use hub_sample::site::{Kind as SentKind, Leave, SimulatedSite};
use hub_testkit::{TestHub, example_course};

/// A word in every planted title and in no query.
pub const IN_TITLES: &str = "Zaubergarten";
/// A word in the texts that wait as a change of a listed advert, and nowhere else.
pub const IN_CHANGES: &str = "Umgegraben";

/// One course with one version.
#[derive(Clone, Debug)]
pub struct Planted {
    pub id: VersionId,
    /// A word of its own, in its title.
    pub mark: String,
    pub kind: Kind,
    pub listing: Listing,
    pub package: PackageState,
    pub site: SiteId,
    pub state: SiteState,
    /// Published before the site came back with another secret: its present token owns nothing of it.
    pub former: bool,
    pub was_listed: bool,
    /// Whether another text waits for staff, with [`IN_CHANGES`] in its title.
    pub change_waits: bool,
}

impl Planted {
    /// Where its publisher says that the course is.
    pub fn elsewhere(&self) -> String {
        format!("https://elsewhere.example/{}", self.mark)
    }
}

/// Somebody with or without a token.
#[derive(Clone, Debug)]
pub struct Caller {
    pub name: &'static str,
    pub token: String,
    /// Whose token it is, while it opens anything.
    pub site: Option<SiteId>,
}

/// All of it.
pub struct Garden {
    pub hub: TestHub,
    pub callers: Vec<Caller>,
    pub planted: Vec<Planted>,
    /// Of the site that is shown in the list.
    pub shown_site: SiteId,
    _sites: Vec<SimulatedSite>,
}

pub fn listings() -> Vec<Listing> {
    vec![
        Listing::Draft,
        Listing::Waiting,
        Listing::Listed,
        Listing::Refused { reason: "no".to_owned() },
        Listing::Hidden { reason: "no".to_owned() },
        Listing::Withdrawn,
        Listing::Removed,
    ]
}

pub fn packages() -> Vec<PackageState> {
    vec![
        PackageState::None,
        PackageState::Reading,
        PackageState::Ready,
        PackageState::Held { codes: vec!["personal_data".to_owned()] },
        PackageState::Refused { code: "not_a_package".to_owned() },
    ]
}

/// A version past all rules, in a course of its own. `like` lends its package, if the version is to have one, and its
/// pictures.
pub async fn plant(
    app: &App,
    site: Option<SiteId>,
    kind: Kind,
    states: (&Listing, &PackageState),
    was_listed: bool,
    like: Option<&Version>,
) -> VersionId {
    let now = app.clock.now();
    let mut tx = app.db.begin().await.unwrap();
    let id = hub_db::version::next_id(tx.cx()).await.unwrap();
    let course = CourseId(id.get());
    let owner = site.map(|site| (site, 1));
    hub_db::course::insert(tx.cx(), course, owner, site.map(|_| 1000 + id.get()), now).await.unwrap();
    let elsewhere = format!("https://elsewhere.example/m{id}x");
    let text = CourseText {
        title: format!("{IN_TITLES} m{id}x"),
        short_name: format!("M{id}"),
        description: "Planted".to_owned(),
        language: "en".to_owned(),
        course_url: if kind == Kind::Advert { elsewhere.clone() } else { String::new() },
        demo_url: if kind == Kind::Share { elsewhere } else { String::new() },
        ..CourseText::default()
    };
    let text_id = hub_db::version::insert_text(tx.cx(), id, &text, now).await.unwrap();
    let first = if was_listed { &Listing::Listed } else { &Listing::Draft };
    hub_db::version::insert(tx.cx(), id, course, kind, first, text_id, now).await.unwrap();
    if let Some(like) = like {
        hub_db::screenshot::copy(tx.cx(), like.text_id, text_id).await.unwrap();
    }
    let mut version = hub_db::version::lock(tx.cx(), id).await.unwrap().unwrap();
    version.listing = states.0.clone();
    version.package = states.1.clone();
    if let Some(like) = like.filter(|_| *states.1 != PackageState::None) {
        version.package_sha256.clone_from(&like.package_sha256);
        version.size_bytes = like.size_bytes;
    }
    hub_db::version::update(tx.cx(), &version, now).await.unwrap();
    hub_db::change::append(tx.cx(), hub_core::act::Changed::Course(course), now).await.unwrap();
    tx.commit().await.unwrap();
    id
}

impl Garden {
    pub async fn plant(hub: TestHub) -> Self {
        hub.set("courses_per_answer", "1000").await;
        let owner = hub.trusted_site("Owner").await;
        let untrusted = hub.site("Untrusted").await;
        let suspended = hub.site("Suspended").await;
        let left = hub.site("Left").await;
        let succeeded = hub.site("Succeeded").await;
        let like = published(&hub, &owner).await;
        let mut planted = Vec::new();
        for (site, state, every_package) in [
            (&owner, SiteState::Active, true),
            (&untrusted, SiteState::Active, false),
            (&suspended, SiteState::Suspended, false),
            (&left, SiteState::Left, false),
            (&succeeded, SiteState::Active, false),
        ] {
            let former = site.wwwroot() == succeeded.wwwroot();
            let site = hub.row_of(site).await.id;
            for (kind, listing, package, was_listed) in states(every_package) {
                let id =
                    plant(&hub.app, Some(site), kind, (&listing, &package), was_listed, Some(&like)).await;
                let change_waits =
                    kind == Kind::Advert && matches!(listing, Listing::Listed | Listing::Hidden { .. });
                if change_waits {
                    change(&hub.app, id).await;
                }
                let mark = format!("m{id}x");
                planted.push(Planted {
                    id,
                    mark,
                    kind,
                    listing,
                    package,
                    site,
                    state,
                    former,
                    was_listed,
                    change_waits,
                });
            }
        }
        succeeded.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        succeeded.register(&hub.url()).await.unwrap();
        let successor = hub.row_of(&succeeded).await;
        assert_eq!(successor.identity, 2);
        let token = |site: &SimulatedSite| site.hub(&hub.url()).unwrap().token;
        let (own, untrusted_own) = (hub.row_of(&owner).await.id, hub.row_of(&untrusted).await.id);
        let directory = hub_app::machine::issue_directory_token(&hub.app, Actor::CommandLine).await.unwrap();
        let stranger = |name, token: String| Caller { name, token, site: None };
        let callers = vec![
            stranger("nobody", String::new()),
            stranger("publichub", "publichub".to_owned()),
            stranger("directory", Secret::expose(&directory).to_owned()),
            Caller { name: "owner", token: token(&owner), site: Some(own) },
            Caller { name: "untrusted", token: token(&untrusted), site: Some(untrusted_own) },
            Caller { name: "successor", token: token(&succeeded), site: Some(successor.id) },
            stranger("suspended", token(&suspended)),
            stranger("left", token(&left)),
        ];
        left.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        hub.change_site(&suspended, |site| site.state = SiteState::Suspended).await;
        hub.change_site(&owner, |site| {
            site.in_directory = true;
            site.info.disclosure = Disclosure::Linked;
        })
        .await;
        hub.settle().await;
        Self {
            hub,
            callers,
            planted,
            shown_site: own,
            _sites: vec![owner, untrusted, suspended, left, succeeded],
        }
    }
}

/// Another text for a version, which waits for staff.
async fn change(app: &App, id: VersionId) {
    let now = app.clock.now();
    let mut tx = app.db.begin().await.unwrap();
    let mut version = hub_db::version::lock(tx.cx(), id).await.unwrap().unwrap();
    let text = CourseText { title: format!("{} {IN_CHANGES}", version.text.title), ..version.text.clone() };
    version.waiting_text_id = Some(hub_db::version::insert_text(tx.cx(), id, &text, now).await.unwrap());
    hub_db::version::update(tx.cx(), &version, now).await.unwrap();
    hub_db::change::append(tx.cx(), hub_core::act::Changed::Course(version.course_id), now).await.unwrap();
    tx.commit().await.unwrap();
}

/// A share that came by the real doors, with a picture. It is taken back: only what is planted is looked at.
async fn published(hub: &TestHub, site: &SimulatedSite) -> Version {
    let course = example_course("BOT-PHOTO");
    let id = site.register_course(&hub.url(), &course, SentKind::Share, 1).await.unwrap();
    let picture = hub_sample::picture::screenshot(&course, 1);
    assert_eq!(site.upload_screenshot(&hub.url(), id, 1, &picture).await.unwrap().status, 200);
    assert_eq!(site.upload_backup(&hub.url(), id, &site.back_up(&course)).await.unwrap().status, 200);
    hub.settle().await;
    let mut conn = hub.app.db.read().await.unwrap();
    let version = hub_db::version::by_id(conn.cx(), VersionId(id)).await.unwrap().unwrap();
    assert_eq!((&version.listing, &version.package), (&Listing::Listed, &PackageState::Ready));
    drop(conn);
    site.unregister_courses(&hub.url(), &[id]).await.unwrap();
    version
}

/// Every listing state, with every state of the package or only with packages that are ready.
fn states(every_package: bool) -> Vec<(Kind, Listing, PackageState, bool)> {
    let mut states = Vec::new();
    for listing in listings() {
        for package in packages() {
            if every_package || package == PackageState::Ready {
                states.push((Kind::Share, listing.clone(), package, true));
            }
        }
        states.push((Kind::Advert, listing.clone(), PackageState::None, true));
        if listing.is_gone() {
            states.push((Kind::Advert, listing.clone(), PackageState::None, false));
            states.push((Kind::Share, listing, PackageState::Ready, false));
        }
    }
    states
}
