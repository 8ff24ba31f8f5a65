//! What sites, publishers and visitors do, and the hub by itself. Nothing is compared here: the whole record is, at the
//! end of the walk.

use std::time::Duration;

use hub_app::jobs::Job;
use hub_core::VersionId;
use hub_core::need::NeedKind;
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_db::link::LinkTrouble;
use hub_sample::site::{Family, Front, Leave, Outcome, SimulatedSite, SiteOptions};
use hub_testkit::{TestHub, example_course};

use super::courses::{advert, text_of};
use super::walk::kept;

const COMMAND_LINE: Actor = Actor::CommandLine;

pub async fn all(hub: &TestHub) {
    registrations(hub).await;
    moves(hub).await;
    copies(hub).await;
    requests(hub).await;
    publications(hub).await;
    packages(hub).await;
    links(hub).await;
    purged(hub).await;
    commands(hub).await;
}

async fn new_site(name: &str) -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, name)).await.unwrap()
}

/// Asks for an address as a browser does that follows nothing; gives the status.
async fn ask(address: &str) -> u16 {
    client().get(address).send().await.unwrap().status().as_u16()
}

async fn post(address: &str, fields: &[(&str, &str)]) -> u16 {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = client().post(address).header("content-type", "application/x-www-form-urlencoded");
    request.body(body).send().await.unwrap().status().as_u16()
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}

/// An address with another value of one parameter.
pub fn with(address: &str, name: &str, value: &str) -> String {
    let mut url = url::Url::parse(address).unwrap();
    let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    pairs.iter_mut().filter(|(known, _)| known == name).for_each(|pair| value.clone_into(&mut pair.1));
    url.query_pairs_mut().clear().extend_pairs(pairs);
    url.to_string()
}

/// The link of the newest mail of a kind that begins with this path.
async fn mailed(hub: &TestHub, kind: &str, path: &str) -> String {
    let body = hub.mails_of(kind).await.pop().unwrap().body;
    let start = format!("{}{path}", hub.url());
    body.split_whitespace().find(|word| word.starts_with(&start)).unwrap().to_owned()
}

async fn registrations(hub: &TestHub) {
    let mut site = new_site("River school").await;
    let address = site.registration_address(&hub.url());
    // The way back of the first one is stopped; somebody presses the button of its page.
    assert_eq!(ask(&address).await, 303);
    let page = mailed(hub, "site_registered", "/registrations/").await;
    assert_eq!(post(&page, &[]).await, 303);
    assert_eq!(ask(&address).await, 303, "once more");
    assert!(matches!(site.register(&hub.url()).await.unwrap(), Outcome::Confirmed));
    let mut info = site.info().clone();
    "Olga".clone_into(&mut info.contact_name);
    site.set_info(info);
    site.update_site_info(&hub.url()).await.unwrap();
    kept(site).unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();

    hub.set("registration", "invitation").await;
    let new = hub_app::invitation::NewInvitation { note: "River".to_owned(), uses: Some(1), days: Some(7) };
    let (_, code) = hub_app::invitation::make(&hub.app, COMMAND_LINE, &new).await.unwrap();
    let mut invited = new_site("Invited school").await;
    let mut info = invited.info().clone();
    code.expose().clone_into(&mut info.password);
    invited.set_info(info);
    assert!(matches!(kept(invited).register(&hub.url()).await.unwrap(), Outcome::Confirmed));
    hub.set("registration", "open").await;
}

async fn moves(hub: &TestHub) {
    let moved = kept(hub.site("Harbour school").await.moved().await.unwrap());
    moved.forget_confirmation(&hub.url());
    let Outcome::Page(asked) = moved.register(&hub.url()).await.unwrap() else { panic!("nobody asked") };
    moved.press(&hub.url(), &asked, "action", "moved").await.unwrap();

    let (old, newcomer) = (kept(hub.site("Tower school").await), kept(hub.site("Bridge school").await));
    let address = with(&newcomer.registration_address(&hub.url()), "url", old.wwwroot());
    assert_eq!(ask(&address).await, 409);
    let link = mailed(hub, "replacement_link", "/registrations/replace/").await;
    assert_eq!(post(&link, &[("freshmoodletokenconf", "1")]).await, 303);
}

/// A copy leaves for both; the original calls on.
async fn copies(hub: &TestHub) {
    let site = kept(hub.site("Mill school").await);
    let copy = kept(site.copy().await.unwrap());
    copy.update_site_info(&hub.url()).await.unwrap();
    hub.change_site(site, |row| row.cloned_at = None).await;
    copy.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
    hub.advance(Duration::from_hours(2));
    assert!(site.get_info(&hub.url()).await.is_err());
}

async fn requests(hub: &TestHub) {
    hub.set("registration", "approval").await;
    let site = kept(new_site("Island school").await);
    site.register(&hub.url()).await.unwrap();
    let other = with(&site.registration_address(&hub.url()), "token", "Another0secret0of0somebody0elses");
    assert_eq!(ask(&other).await, 409);
    hub.set("registration", "open").await;
}

async fn publications(hub: &TestHub) {
    let site = kept(hub.trusted_site("Garden school").await);
    let mut course = example_course("MATH-LIN1");
    let id = site.publish_advert(&hub.url(), &course, 1).await.unwrap();
    course.full_name.push_str(", new");
    site.publish_advert(&hub.url(), &course, 0).await.unwrap();
    hub.change_site(site, |row| row.trusted = false).await;
    course.full_name.push_str(" again");
    site.publish_advert(&hub.url(), &course, 0).await.unwrap();
    site.unregister_courses(&hub.url(), &[id]).await.unwrap();
}

async fn packages(hub: &TestHub) {
    let site = kept(hub.trusted_site("Library school").await);
    site.publish_share(&hub.url(), &example_course("BOT-PHOTO"), 0).await.unwrap();
    hub.settle().await;
    // What a reader before this one saw nothing of.
    let course = hub_testkit::small_course(8);
    let id = site.register_course(&hub.url(), &course, hub_sample::site::Kind::Share, 0).await.unwrap();
    let mut bytes = site.back_up(&course);
    bytes.extend_from_slice(b"and more");
    site.upload_backup(&hub.url(), id, &bytes).await.unwrap();
    hub.settle().await;
    hub.as_an_older_reader_saw_it(VersionId(id)).await;
    hub.set("findings", "trailing_data=hold").await;
    a_day_later(hub, Job::ReadAgain { after: String::new() }).await;
    hub.set("findings", "").await;
    // One whose digest is lost is never read.
    let course = hub_testkit::small_course(7);
    let id = site.publish_share(&hub.url(), &course, 0).await.unwrap();
    let mut tx = hub.app.db.begin().await.unwrap();
    let mut version = hub_db::version::by_id(tx.cx(), VersionId(id)).await.unwrap().unwrap();
    version.package_sha256 = None;
    hub_db::version::update(tx.cx(), &version, hub.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    hub.settle().await;
}

/// A day goes by, and the daily look at links with it.
async fn a_day_later(hub: &TestHub, job: Job) {
    hub.advance(Duration::from_hours(24));
    let mut tx = hub.app.db.begin().await.unwrap();
    job.enqueue(tx.cx(), hub.app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    hub.settle().await;
}

async fn links(hub: &TestHub) {
    let site = kept(hub.trusted_site("Wind school").await);
    let id = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
    site.set_front(Front { head: 404, get: 404, location: None });
    // It was looked at in vain on all days but one that make it dead.
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    let version = hub_db::version::by_id(tx.cx(), VersionId(id)).await.unwrap().unwrap();
    let trouble = LinkTrouble {
        version: version.id,
        url: version.text.course_url,
        why: "it answers with status 404".to_owned(),
        failures: hub_core::need::DEAD_LINK_FAILURES - 1,
        since: now,
        checked_at: now,
    };
    hub_db::link::put(tx.cx(), &trouble).await.unwrap();
    tx.commit().await.unwrap();
    a_day_later(hub, Job::CheckLinks { after: VersionId(0) }).await;
    site.set_front(Front::default());
    a_day_later(hub, Job::CheckLinks { after: VersionId(0) }).await;
}

async fn purged(hub: &TestHub) {
    let id = advert(hub, hub_core::listing::Listing::Listed, "Forgotten").await;
    let owner = hub.signed_in(Role::Owner).await;
    let fields = [("act", "delete"), ("text", &*text_of(hub, id).await), ("reason", "A reason")];
    owner.post(&format!("/admin/courses/{id}/decide"), &fields).await;
    hub.advance(Duration::from_hours(24 * 400));
    a_day_later(hub, Job::PurgeRemoved).await;
}

/// What only the command line does.
async fn commands(hub: &TestHub) {
    let (app, origin) = (&hub.app, hub_sample::package::Origin::default());
    let package = hub_sample::package::build(
        &hub_testkit::small_course(8),
        &origin,
        hub_sample::package::Container::TarGz,
    );
    let file = hub.folder().join("added.mbz");
    std::fs::write(&file, package).unwrap();
    let added = hub_app::course::add::add(app, COMMAND_LINE, &file, &[], |_| {}).await.unwrap();
    assert!(!added.was_there);

    let site = kept(hub.trusted_site("Orchard school").await);
    let id = VersionId(site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap());
    let owner = hub.signed_in(Role::Owner).await;
    owner.post(&format!("/admin/courses/{id}/edit"), &[("title", "Lines"), ("keep", "title")]).await;
    assert!(hub_app::course::locks::unlock(app, COMMAND_LINE, id, "title").await.unwrap());

    hub_app::moderation::wake_up(app, COMMAND_LINE, (NeedKind::NoLicence, id.get())).await.unwrap();
    hub_app::machine::issue_directory_token(app, COMMAND_LINE).await.unwrap();
    hub_app::search::ask_for_reindex(app, COMMAND_LINE).await.unwrap();
    let password = Secret::new("another long password");
    hub.account(Role::Curator).await;
    hub_app::account::reset_password(app, COMMAND_LINE, "curator@hub.example", &password).await.unwrap();
}
