//! What "Managing sites" and "Managing courses" of the classic hub could do, done on the command line; the effect is
//! read from the public pages and by an old client.

use hub_sample::course::{Course, Section};
use hub_sample::site::{Family, Kind, Outcome, SimulatedSite, SiteOptions};
use hub_testkit::Engine;

use crate::program::{Data, Served, page, soon};

/// A hub with two sites of old Moodles, and somebody who only searches.
struct Stage {
    // Before its data: what is dropped first stops first.
    hub: Served,
    data: Data,
    abbey: SimulatedSite,
    zephyr: SimulatedSite,
    visitor: SimulatedSite,
}

impl Stage {
    async fn set(engine: Engine) -> Self {
        let site = |family, name: &str| {
            let mut options = SiteOptions::new(family, name);
            "linked".clone_into(&mut options.info.privacy);
            options.info.contact_email = format!("{}@school.example", name.to_lowercase());
            SimulatedSite::start(options)
        };
        let abbey = site(Family::ExtUnpatched, "Abbey").await.unwrap();
        let zephyr = site(Family::Zend, "Zephyr").await.unwrap();
        let visitor = site(Family::ExtPatched, "Visitor").await.unwrap();
        let data = Data::on(engine).await;
        let hub = data.serve(&[&abbey, &zephyr]);
        for site in [&abbey, &zephyr] {
            assert_eq!(site.register(&hub.url).await.unwrap(), Outcome::Confirmed);
        }
        Self { hub, data, abbey, zephyr, visitor }
    }

    fn run(&self, args: &[&str]) -> String {
        self.data.run(args).ok()
    }

    async fn page(&self, path: &str) -> (u16, String) {
        page(&format!("{}{path}", self.hub.url)).await
    }

    /// The titles an old client finds, adverts and shares.
    async fn found(&self, words: &str) -> Vec<String> {
        let mut titles = Vec::new();
        for kind in [Kind::Advert, Kind::Share] {
            let found = self.visitor.search(&self.hub.url, words, kind, &[]).await.unwrap();
            titles.extend(found.courses.iter().map(|course| course["fullname"].as_str().unwrap().to_owned()));
        }
        titles
    }

    async fn is_found(&self, title: &str) -> bool {
        self.found("").await.iter().any(|found| found == title)
    }
}

fn course(short_name: &str, title: &str) -> Course {
    Course::new(short_name, title, "en")
        .summary("<p>How things grow.</p>")
        .section(Section::new("Leaves").page("A leaf", "<p>It is green.</p>"))
}

/// Where words stand on a page.
fn place(body: &str, words: &str) -> usize {
    body.find(words).unwrap_or_else(|| panic!("no {words} on the page"))
}

/// Everything the classic hub's administrator could do with sites and courses.
async fn everything_is_managed(engine: Engine) {
    let stage = Stage::set(engine).await;
    courses_are_managed(&stage).await;
    sites_are_listed_and_prioritised(&stage).await;
    sites_are_trusted(&stage).await;
    sites_are_corrected_and_suspended(&stage).await;
    sites_are_deleted(&stage).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sites_and_courses_are_managed_on_sqlite() {
    everything_is_managed(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sites_and_courses_are_managed_on_postgres() {
    if !Engine::postgres_is_left_out() {
        everything_is_managed(Engine::Postgres).await;
    }
}

/// The numbers of the two sites.
const ABBEY: &str = "1";
const ZEPHYR: &str = "2";

/// "Visible" and "Prioritise" of the classic "Managing sites".
async fn sites_are_listed_and_prioritised(stage: &Stage) {
    let hub = &stage.hub.url;
    let sites = stage.data.json(&["site", "list"]);
    let names: Vec<&str> =
        sites.as_array().unwrap().iter().map(|site| site["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Abbey", "Zephyr"]);

    // New sites are not in the public list until staff shows them.
    let list = stage.page("/sites").await.1;
    assert!(!list.contains("Abbey") && !list.contains("Zephyr"));
    stage.run(&["site", "show-in-list", ABBEY]);
    stage.run(&["site", "show-in-list", ZEPHYR]);
    soon("both sites are in the list", || async {
        let list = stage.page("/sites").await.1;
        list.contains("Abbey") && list.contains("Zephyr")
    })
    .await;
    stage.run(&["site", "hide-from-list", ABBEY]);
    soon("one site is hidden", || async { !stage.page("/sites").await.1.contains("Abbey") }).await;
    assert_eq!(stage.page("/sites/1").await.0, 404);
    stage.run(&["site", "show-in-list", ABBEY]);
    soon("it is shown again", || async { stage.page("/sites/1").await.0 == 200 }).await;

    // A prioritised site is first in the list, and trusted.
    let list = stage.page("/sites").await.1;
    assert!(place(&list, "Abbey") < place(&list, "Zephyr"));
    assert!(stage.run(&["site", "prioritise", ZEPHYR]).contains("first"));
    assert!(stage.run(&["site", "prioritise", ZEPHYR]).starts_with("Already so"));
    soon("the prioritised site is first", || async {
        let list = stage.page("/sites").await.1;
        list.find("Zephyr") < list.find("Abbey")
    })
    .await;
    assert!(stage.data.run(&["site", "untrust", ZEPHYR]).failed(1).contains("unprioritise"));
    stage.zephyr.publish_advert(hub, &course("SAIL", "Sails"), 0).await.unwrap();
    soon("a prioritised site's course is listed at once", || stage.is_found("Sails")).await;
    stage.run(&["site", "unprioritise", ZEPHYR]);
    soon("the list is by name again", || async {
        let list = stage.page("/sites").await.1;
        list.find("Abbey") < list.find("Zephyr")
    })
    .await;
    assert_eq!(stage.data.json(&["site", "show", ZEPHYR])["trusted"], true, "it stays trusted");
}

/// "Trust" of the classic "Managing sites": what waited and what comes.
async fn sites_are_trusted(stage: &Stage) {
    let hub = &stage.hub.url;
    let waiting = stage.abbey.publish_advert(hub, &course("MINT", "Mint"), 0).await.unwrap();
    assert!(!stage.is_found("Mint").await);
    assert!(stage.run(&["site", "trust", ABBEY]).contains("1 publication waits still"));
    assert!(!stage.is_found("Mint").await, "trust is for what comes");
    assert!(stage.run(&["site", "trust", ABBEY, "--accept-waiting"]).contains(&waiting.to_string()));
    soon("what waited is listed", || stage.is_found("Mint")).await;
    stage.abbey.publish_share(hub, &course("HONEY", "Honey"), 1).await.unwrap();
    soon("a trusted site's share is listed", || stage.is_found("Honey")).await;
    let front = stage.page("/").await.1;
    assert!(front.contains("Honey") && front.contains("Mint"));

    assert!(stage.run(&["site", "untrust", ABBEY]).contains("waits for you"));
    let later = stage.abbey.publish_advert(hub, &course("SAGE", "Sage"), 0).await.unwrap();
    let own = stage.abbey.check_status(hub).await.unwrap();
    assert_eq!(own.course(later).unwrap()["privacy"], 0, "the next one waits");
    assert!(stage.is_found("Honey").await, "what was listed stays");
    stage.run(&["site", "trust", ABBEY, "--accept-waiting"]);
    soon("it is listed", || stage.is_found("Sage")).await;
}

/// "Settings" of the classic "Managing sites": what staff corrects, and the site's own limit; and suspension.
async fn sites_are_corrected_and_suspended(stage: &Stage) {
    let hub = &stage.hub.url;
    stage.run(&["site", "set", ABBEY, "name", "Abbey School"]);
    stage.run(&["site", "set", ABBEY, "description", "Where herbs are grown since 1204"]);
    soon("the corrected name", || async { stage.page("/sites").await.1.contains("Abbey School") }).await;
    soon("the corrected description", || async { stage.page("/sites/1").await.1.contains("since 1204") })
        .await;
    stage.run(&["site", "set", ABBEY, "courses_per_day", "0"]);
    let refused = stage.abbey.publish_advert(hub, &course("MUSIC", "Music"), 0).await.unwrap_err();
    assert!(refused.to_string().contains("errornopublication"), "{refused}");
    stage.run(&["site", "set", ABBEY, "courses_per_day", ""]);
    stage.abbey.publish_advert(hub, &course("MUSIC", "Music"), 0).await.unwrap();

    stage.run(&["site", "suspend", ABBEY]);
    soon("its courses are out of sight", || async { !stage.is_found("Honey").await }).await;
    let refused = stage.abbey.check_status(hub).await.unwrap_err();
    assert_eq!(refused.error_code(), Some("accessexception"));
    stage.run(&["site", "resume", ABBEY]);
    soon("its courses are back", || stage.is_found("Honey")).await;
    stage.abbey.check_status(hub).await.unwrap();
}

/// "Delete" of the classic "Managing sites", with its courses and without; the contact is told by mail.
async fn sites_are_deleted(stage: &Stage) {
    let hub = &stage.hub.url;
    let mails = || stage.data.json(&["mail", "list"]).as_array().unwrap().clone();
    let before = mails().len();
    assert!(stage.run(&["site", "delete", ABBEY, "--with-courses"]).contains("deleted"));
    assert!(stage.run(&["site", "delete", ABBEY]).starts_with("Already so"));
    let fault = stage.abbey.check_status(hub).await.unwrap_err();
    assert_eq!(fault.error_code(), Some("invalidtoken"));
    assert!(fault.to_string().contains("register again"), "{fault}");
    soon("its courses are gone", || async { stage.found("").await == ["Sails"] }).await;
    soon("it is not in the list", || async { !stage.page("/sites").await.1.contains("Abbey") }).await;
    assert!(stage.run(&["site", "delete", ZEPHYR]).contains("its courses stay"));
    let fault = stage.zephyr.check_status(hub).await.unwrap_err();
    assert_eq!(fault.error_code(), Some("invalidtoken"));
    soon("it is not in the list", || async { !stage.page("/sites").await.1.contains("Zephyr") }).await;
    assert_eq!(stage.found("").await, ["Sails"]);

    let mails = mails();
    assert_eq!(mails.len(), before + 2);
    for (mail, site, recipient) in [
        (&mails[1], &stage.abbey, "abbey@school.example"),
        (&mails[0], &stage.zephyr, "zephyr@school.example"),
    ] {
        assert_eq!(mail["kind"], "site_deleted");
        assert_eq!(mail["recipient"], recipient);
        let text = stage.run(&["mail", "show", &mail["id"].to_string()]);
        let link = format!("{}/admin/registration/index.php?huburl=", site.wwwroot());
        assert!(text.contains(&link), "no clean-up link: {text}");
    }
}

/// "Visible", "Settings" and "Delete" of the classic "Managing courses".
async fn courses_are_managed(stage: &Stage) {
    let hub = &stage.hub.url;
    let advert = stage.abbey.publish_advert(hub, &course("HERBS", "Herbs"), 1).await.unwrap();
    let share = stage.zephyr.publish_share(hub, &course("WIND", "Wind"), 1).await.unwrap();
    let (advert_id, share_id) = (advert.to_string(), share.to_string());

    // What waits is in the queue, and listed when staff says so.
    let queue = || stage.data.json(&["course", "list", "--state", "waiting"]).as_array().unwrap().len();
    soon("both wait", || async { queue() == 2 }).await;
    assert_eq!(stage.found("").await, Vec::<String>::new());
    assert_eq!(stage.page(&format!("/courses/{share}")).await.0, 404);
    assert!(stage.run(&["course", "accept", &advert_id]).contains("listed"));
    assert!(stage.run(&["course", "accept", &share_id]).contains("listed"));
    soon("both are found", || async { stage.found("").await.len() == 2 }).await;
    let (status, body) = stage.page(&format!("/courses/{share}")).await;
    assert_eq!(status, 200);
    assert!(body.contains("Wind"));

    // Settings: what staff corrects is what pages and Moodles show.
    stage.run(&["course", "set", &share_id, "title", "Wind and weather"]);
    stage.run(&["course", "set", &share_id, "tags", "sky, air"]);
    soon("the corrected title", || stage.is_found("Wind and weather")).await;
    soon("a corrected tag is found", || async { stage.found("sky").await == ["Wind and weather"] }).await;
    assert!(stage.page(&format!("/courses/{share}")).await.1.contains("Wind and weather"));

    // Visible: hidden with a reason, its owner still sees it, and back again.
    stage.run(&["course", "hide", &share_id, "--reason", "the pictures are not free"]);
    soon("it is hidden", || async { !stage.is_found("Wind and weather").await }).await;
    assert_eq!(stage.page(&format!("/courses/{share}")).await.0, 404);
    let own = stage.zephyr.check_status(hub).await.unwrap();
    assert_eq!(own.course(share).unwrap()["privacy"], 0);
    assert!(stage.run(&["course", "show", &share_id]).contains("the pictures are not free"));
    stage.run(&["course", "unhide", &share_id]);
    soon("it is back", || stage.is_found("Wind and weather")).await;

    // An untrusted site's change waits until staff takes it.
    stage.abbey.publish_advert(hub, &course("HERBS", "Herbs and spices"), 0).await.unwrap();
    assert!(stage.is_found("Herbs").await && !stage.is_found("Herbs and spices").await);
    let shown = stage.run(&["course", "show", &advert_id]);
    assert!(shown.contains("- Herbs\n") && shown.contains("+ Herbs and spices"), "{shown}");
    stage.run(&["course", "accept", &advert_id]);
    soon("the change is shown", || stage.is_found("Herbs and spices")).await;

    // Delete: gone for everybody, and the page says so.
    stage.run(&["course", "delete", &share_id]);
    soon("it is not found", || async { stage.found("").await == ["Herbs and spices"] }).await;
    assert_eq!(stage.page(&format!("/courses/{share}")).await.0, 410);
    assert_eq!(stage.visitor.download_backup(hub, share).await.unwrap().status, 410);
    let own = stage.zephyr.check_status(hub).await.unwrap();
    assert!(own.course(share).is_none(), "its publisher's Moodle says that it is not listed");
}
