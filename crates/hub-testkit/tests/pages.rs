//! The public pages of a served hub, read as a visitor reads them, over a TCP socket.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use hub_app::course::decide::{Decision, decide};
use hub_core::VersionId;
use hub_core::rights::Actor;
use hub_core::site::Disclosure;
use hub_sample::course::Course;
use hub_sample::package::{self, Container, Member, Origin};
use hub_sample::site::{Kind, SimulatedSite};
use hub_testkit::{Engine, HubOptions, TestHub, db_test, example_course};
use reqwest::{Client, Response, StatusCode};

/// A browser that follows no redirect by itself.
fn browser() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}

async fn get(hub: &TestHub, path: &str) -> Response {
    browser().get(format!("{}{path}", hub.url())).send().await.unwrap()
}

async fn page(hub: &TestHub, path: &str) -> String {
    let answer = get(hub, path).await;
    let status = answer.status();
    let html = answer.text().await.unwrap();
    assert_eq!(status, StatusCode::OK, "{path}: {html}");
    html
}

/// What a reader sees: without head, tags and runs of blanks.
fn text(html: &str) -> String {
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let mut text = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn location(answer: &Response) -> &str {
    answer.headers()["location"].to_str().unwrap()
}

/// A course with names of its own.
fn small_course(short_name: &str, full_name: &str) -> Course {
    let mut course = hub_testkit::small_course(1);
    (course.short_name, course.full_name) = (short_name.to_owned(), full_name.to_owned());
    course
}

async fn share(hub: &TestHub, site: &SimulatedSite, course: &Course) -> i64 {
    let id = site.publish_share(&hub.url(), course, 2).await.unwrap();
    hub.settle().await;
    id
}

async fn show_in_list(hub: &TestHub, site: &SimulatedSite, disclosure: Disclosure) {
    hub.change_site(site, |row| {
        row.in_directory = true;
        row.info.disclosure = disclosure;
    })
    .await;
    hub.settle().await;
}

db_test! {
    async fn a_shared_course_is_found_seen_and_taken(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("BOT-PHOTO");
        let id = share(&hub, &site, &course).await;
        let front = page(&hub, "/").await;
        assert!(text(&front).contains(&course.full_name), "{}", text(&front));
        assert!(text(&front).contains("1 course 1 site 1 language"), "{}", text(&front));
        let words = course.full_name.split(' ').next().unwrap();
        let results = page(&hub, &format!("/search?q={words}&kind=share")).await;
        assert!(results.contains(&format!("/courses/{id}-")), "{results}");
        assert!(text(&results).contains("1 course"), "{}", text(&results));
        let address = results.split("/courses/").nth(1).unwrap().split('"').next().unwrap();
        let html = page(&hub, &format!("/courses/{address}")).await;
        let seen = text(&html);
        for part in [
            course.full_name.as_str(),
            course.creator.as_str(),
            "Download the course",
            "Inside this course",
            &course.sections[1].name,
            "Checksum (SHA-256)",
            "Made with Moodle 3.3",
            "To name the source, copy this line",
        ] {
            assert!(seen.contains(part), "no {part} in {seen}");
        }
        assert!(html.contains("application/ld+json") && html.contains("property=\"og:image\""), "{html}");
        let notes = seen.find("Notes from the author").unwrap();
        assert!(notes < seen.find("Download the course").unwrap(), "notes stand above the button");
        let file = get(&hub, &format!("/local/hub/webservice/download.php?filetype=backup&courseid={id}")).await;
        assert!(html.contains(&format!("filetype=backup&#38;courseid={id}")), "the button leads to the file");
        assert!(file.bytes().await.unwrap().to_vec() == site.back_up(&course));
        let picture = get(&hub, &format!("/pictures/{id}")).await;
        assert_eq!(picture.status(), StatusCode::OK);
        assert!(picture.headers()["content-type"].to_str().unwrap().starts_with("image/"));
    }
}

db_test! {
    async fn a_course_has_one_address_and_all_others_lead_there(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = small_course("ALG1", "Algebra & more");
        let first = share(&hub, &site, &course).await;
        let second = share(&hub, &site, &course).await;
        let own = format!("/courses/{first}-algebra-more");
        for other in [format!("/courses/{second}"), format!("/courses/{first}-older-title"), format!("/?courseid={second}&rss=1"), format!("/index.php?courseid={first}")] {
            let answer = get(&hub, &other).await;
            assert!(answer.status().is_redirection(), "{other}: {}", answer.status());
            assert_eq!(location(&answer), own, "{other}");
        }
        let older = text(&page(&hub, &format!("/courses/{first}/versions/1")).await);
        assert!(older.contains("You are looking at an older version. The newest is version 2."), "{older}");
        let newest = text(&page(&hub, &own).await);
        assert!(newest.contains("Version 2") && newest.contains("Version 1"), "{newest}");
        assert_eq!(get(&hub, &format!("/courses/{first}/versions/9")).await.status(), StatusCode::NOT_FOUND);
    }
}

db_test! {
    async fn what_is_not_listed_is_unknown_and_what_was_withdrawn_is_gone(hub) {
        let site = hub.site("Lake school").await;
        let id = share(&hub, &site, &small_course("ALG1", "Algebra")).await;
        for path in [format!("/courses/{id}"), format!("/?courseid={id}"), format!("/?redirectcourseid={id}"), format!("/pictures/{id}")] {
            assert_eq!(get(&hub, &path).await.status(), StatusCode::NOT_FOUND, "{path} while it waits");
        }
        assert!(!page(&hub, "/search").await.contains("Algebra"));
        decide(&hub.app, Actor::CommandLine, VersionId(id), &Decision::Accept { despite_findings: false }).await.unwrap();
        hub.settle().await;
        page(&hub, &format!("/courses/{id}-algebra")).await;
        site.unregister_courses(&hub.url(), &[id]).await.unwrap();
        hub.settle().await;
        let gone = get(&hub, &format!("/courses/{id}-algebra")).await;
        assert_eq!(gone.status(), StatusCode::GONE);
        assert_eq!(gone.headers()["cache-control"], "no-store");
        let gone = gone.text().await.unwrap();
        assert!(text(&gone).contains("This course is no longer here") && gone.contains("name=\"q\""), "{gone}");
        assert!(!page(&hub, "/search").await.contains("Algebra"));
    }
}

db_test! {
    async fn a_counted_link_leads_only_to_what_a_listed_course_names(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = small_course("ALG1", "Algebra");
        let id = site.publish_advert(&hub.url(), &course, 0).await.unwrap();
        hub.settle().await;
        let answer = get(&hub, &format!("/?redirectcourseid={id}")).await;
        assert!(location(&answer).starts_with(site.wwwroot()), "{}", location(&answer));
        assert_eq!(get(&hub, "/?redirectcourseid=4711").await.status(), StatusCode::NOT_FOUND);
        let seen = text(&page(&hub, &format!("/courses/{id}-algebra")).await);
        assert!(seen.contains("Visit the course") && !seen.contains("Download the course"), "{seen}");
    }
}

db_test! {
    async fn the_site_list_shows_who_agreed_prioritised_first_then_by_name(hub) {
        for (name, disclosure) in [
            ("Zoo school", Disclosure::Linked),
            ("Äpfel school", Disclosure::Named),
            ("Apple school", Disclosure::Linked),
            ("Quiet school", Disclosure::NotDisplayed),
            ("Best school", Disclosure::Linked),
        ] {
            let site = hub.trusted_site(name).await;
            show_in_list(&hub, &site, disclosure).await;
            hub.change_site(&site, |row| row.prioritised = name == "Best school").await;
        }
        hub.trusted_site("Not shown school").await;
        let list = text(&page(&hub, "/sites").await);
        let at = |name: &str| list.find(name).unwrap_or_else(|| panic!("no {name} in {list}"));
        assert!(at("Best school") < at("Äpfel school") && at("Äpfel school") < at("Apple school"), "{list}");
        assert!(at("Apple school") < at("Zoo school") && at("Recommended") < at("Best school"), "{list}");
        assert!(!list.contains("Quiet school") && !list.contains("Not shown school"), "{list}");
        let found = text(&page(&hub, "/sites?q=apf").await);
        assert!(found.contains("Äpfel school") && !found.contains("Zoo school"), "{found}");
    }
}

db_test! {
    async fn a_site_page_links_only_a_site_that_wants_it(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        share(&hub, &site, &small_course("ALG1", "Algebra")).await;
        assert_eq!(get(&hub, &format!("/sites/{id}")).await.status(), StatusCode::NOT_FOUND);
        show_in_list(&hub, &site, Disclosure::Named).await;
        let named = page(&hub, &format!("/sites/{id}")).await;
        assert!(text(&named).contains("Algebra") && !named.contains(site.wwwroot()), "{named}");
        show_in_list(&hub, &site, Disclosure::Linked).await;
        assert!(page(&hub, &format!("/sites/{id}")).await.contains(site.wwwroot()));
        assert!(page(&hub, "/search?q=algebra").await.contains("Lake school"));
    }
}

/// Every page and feed there is, for an existing course and site.
const DOORS: [&str; 12] = [
    "/",
    "/search",
    "/search?q=algebra",
    "/courses/1-algebra",
    "/courses/1/versions/1",
    "/?courseid=1",
    "/?redirectcourseid=1",
    "/sites",
    "/sites/1",
    "/about",
    "/feeds/atom",
    "/feeds/rss",
];

db_test! {
    async fn a_private_hub_shows_strangers_a_way_in_and_a_closed_one_says_so(hub) {
        let site = hub.trusted_site("Lake school").await;
        share(&hub, &site, &small_course("ALG1", "Algebra")).await;
        show_in_list(&hub, &site, Disclosure::Linked).await;
        hub.set("reading", "members").await;
        for door in DOORS {
            let answer = get(&hub, door).await;
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{door}");
            let html = answer.text().await.unwrap();
            assert!(html.contains("This hub is for members"), "{door}: {html}");
            assert!(!html.contains("Algebra") && !html.contains("Lake school"), "{door} tells");
        }
        hub.set("enabled", "off").await;
        for door in DOORS {
            let answer = get(&hub, door).await;
            assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE, "{door}");
            assert!(answer.text().await.unwrap().contains("This hub is switched off"), "{door}");
        }
    }
}

db_test! {
    async fn the_visitor_chooses_the_language_and_keeps_it(hub) {
        let client = browser();
        let url = hub.url();
        let ask = |accept: &str, cookie: &str| {
            client.get(format!("{url}/about")).header("accept-language", accept).header("cookie", cookie).send()
        };
        let german = ask("fr;q=0.2, de", "").await.unwrap().text().await.unwrap();
        assert!(german.contains("<html lang=\"de\" dir=\"ltr\">"), "{german}");
        let arabic = ask("de", "lang=ar").await.unwrap().text().await.unwrap();
        assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"), "{arabic}");
        let chosen = get(&hub, "/search?q=leaf&lang=es").await;
        let cookie = chosen.headers()["set-cookie"].to_str().unwrap().to_owned();
        assert!(cookie.starts_with("lang=es; Path=/;") && cookie.contains("SameSite=Lax"), "{cookie}");
        let html = chosen.text().await.unwrap();
        assert!(html.contains("lang=\"es\"") && html.contains("/search?q=leaf&#38;lang=de"), "{html}");
        assert!(get(&hub, "/about?lang=tlh").await.headers().get("set-cookie").is_none());
    }
}

db_test! {
    async fn a_page_that_has_not_changed_is_not_sent_again(hub) {
        let first = get(&hub, "/about").await;
        let tag = first.headers()["etag"].clone();
        assert_eq!(first.headers()["cache-control"], "no-cache");
        let again = browser().get(format!("{}/about", hub.url())).header("if-none-match", &tag).send().await.unwrap();
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        hub.set("name", "Hub of the valley").await;
        let changed = browser().get(format!("{}/about", hub.url())).header("if-none-match", &tag).send().await.unwrap();
        assert_eq!(changed.status(), StatusCode::OK);
        let html = changed.text().await.unwrap();
        let style = html.split("stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        let asset = get(&hub, style).await;
        assert_eq!(asset.headers()["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!(get(&hub, "/assets/0000/hub.css").await.headers()["cache-control"], "no-cache");
        assert_eq!(get(&hub, "/assets/0000/none.css").await.status(), StatusCode::NOT_FOUND);
    }
}

db_test! {
    async fn every_answer_keeps_scripts_out_and_addresses_in(hub) {
        for path in ["/", "/search?q=<script>alert(1)</script>", "/nothing/here", "/about", "/courses/zzz", "/sites/zzz"] {
            let answer = get(&hub, path).await;
            let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
            assert_eq!(answer.headers()["referrer-policy"], "no-referrer", "{path}");
            assert!(!answer.text().await.unwrap().contains("<script>alert"), "{path}");
        }
        let missing = get(&hub, "/nothing/here").await;
        assert_eq!(missing.status(), StatusCode::NOT_FOUND);
        assert!(text(&missing.text().await.unwrap()).contains("There is nothing here"));
    }
}

db_test! {
    async fn a_search_has_feeds_also_at_the_classic_address(hub) {
        let site = hub.trusted_site("Lake school").await;
        for number in 1..=11 {
            let course = small_course(&format!("C{number}"), &format!("Course {number} & more"));
            site.publish_advert(&hub.url(), &course, 0).await.unwrap();
        }
        hub.settle().await;
        let atom = get(&hub, "/feeds/atom?q=course").await;
        assert_eq!(atom.headers()["content-type"], "application/atom+xml; charset=utf-8");
        let atom = atom.text().await.unwrap();
        assert_eq!(atom.matches("</entry>").count(), 11, "{atom}");
        assert!(atom.contains("11 &amp; more") && atom.contains("/courses/"), "{atom}");
        let classic = "/rss/file.php/1/0123456789abcdef0123456789abcdef/local_hub/all/all/all/all/all/all/0/newest/rss.xml";
        let rss = get(&hub, classic).await;
        assert_eq!(rss.headers()["content-type"], "application/rss+xml; charset=utf-8");
        let rss = rss.text().await.unwrap();
        assert_eq!(rss.matches("</item>").count(), 10, "{rss}");
        let shares = classic.replace("local_hub/all/", "local_hub/1/");
        assert_eq!(get(&hub, &shares).await.text().await.unwrap().matches("</item>").count(), 0);
        assert_eq!(get(&hub, "/rss/file.php/1/2/forum/rss.xml").await.status(), StatusCode::NOT_FOUND);
        hub.set("feeds", "off").await;
        assert_eq!(get(&hub, "/feeds/atom").await.status(), StatusCode::NOT_FOUND);
        assert!(!page(&hub, "/search").await.contains("/feeds/"));
    }
}

db_test! {
    async fn a_classic_search_address_leads_to_the_same_search(hub) {
        let answer = get(&hub, "/?search=leaf&subject=field1010903&licence=all&language=all&downloadable=1&submitbutton=x").await;
        assert_eq!(location(&answer), "/search?q=leaf&kind=share&subject=field1010903");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hub_below_a_path_with_capitals_links_below_it() {
    let options = HubOptions { path: "/Hub".to_owned(), ..HubOptions::default() };
    let hub = TestHub::start_with(Engine::Sqlite, options).await;
    let site = hub.trusted_site("Lake school").await;
    let id = share(&hub, &site, &small_course("ALG1", "Algebra")).await;
    for path in ["", "/", "/search", "/sites", "/about", &format!("/courses/{id}-algebra")] {
        let html = page(&hub, path).await;
        for attribute in ["href=\"/", "src=\"/", "action=\"/"] {
            for rest in html.split(attribute).skip(1) {
                assert!(rest.starts_with("Hub/"), "{path} links to /{}", rest.split('"').next().unwrap());
            }
        }
    }
    let answer = get(&hub, &format!("/courses/{id}")).await;
    assert_eq!(location(&answer), format!("/Hub/courses/{id}-algebra"));
    let chosen = get(&hub, "/about?lang=fr").await;
    assert!(chosen.headers()["set-cookie"].to_str().unwrap().contains("Path=/Hub;"));
}

db_test! {
    async fn an_older_share_is_what_is_left_when_the_newest_is_withdrawn(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = small_course("ALG1", "Algebra");
        let first = share(&hub, &site, &course).await;
        let second = share(&hub, &site, &course).await;
        site.unregister_courses(&hub.url(), &[second]).await.unwrap();
        hub.settle().await;
        let html = page(&hub, &format!("/courses/{first}-algebra")).await;
        assert!(html.contains(&format!("courseid={first}\"")) && !html.contains(&format!("courseid={second}\"")));
        assert_eq!(get(&hub, &format!("/courses/{first}/versions/2")).await.status(), StatusCode::GONE);
        let advert = site.register_course(&hub.url(), &course, Kind::Advert, 0).await.unwrap();
        hub.settle().await;
        let both = page(&hub, &format!("/courses/{first}-algebra")).await;
        assert!(both.contains(&format!("redirectcourseid={advert}")), "{both}");
    }
}

db_test! {
    async fn the_page_of_a_members_only_hub_leads_to_nothing_that_is_not_there(hub) {
        hub.set("reading", "members").await;
        let answer = get(&hub, "/search").await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN);
        let html = answer.text().await.unwrap();
        assert!(text(&html).contains("Search it from inside a Moodle that is connected to it, or ask the people who run it."));
        for link in html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let path = link.split('#').next().unwrap();
            if path.starts_with('/') {
                assert_ne!(get(&hub, &path.replace("&#38;", "&")).await.status(), StatusCode::NOT_FOUND, "{link}");
            }
        }
    }
}

db_test! {
    async fn a_hub_that_nobody_owns_says_that_it_is_being_set_up(hub) {
        let banner = "This hub is still being set up.";
        assert!(text(&page(&hub, "/").await).contains(banner));
        let password = hub_core::secret::Secret::new("a password of some length");
        let owner = hub_core::rights::Role::Owner;
        let ada = hub_app::account::Person { email: "ada@hub.example", name: "Ada", password: &password };
        hub_app::account::create(&hub.app, Actor::CommandLine, &ada, owner).await.unwrap();
        assert!(!text(&page(&hub, "/").await).contains(banner));
    }
}

db_test! {
    async fn every_request_has_an_id_of_the_hubs_own_which_error_pages_show(hub) {
        let id = |answer: &Response| answer.headers()["x-request-id"].to_str().unwrap().to_owned();
        let asked = |path: &str| browser().get(format!("{}{path}", hub.url())).header("x-request-id", "mine").send();
        let (first, second) = (asked("/").await.unwrap(), asked("/healthz").await.unwrap());
        assert_ne!(id(&first), id(&second));
        hub.app.db.close().await;
        let failed = asked("/sites").await.unwrap();
        assert_eq!(failed.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let shown = id(&failed);
        assert!(failed.text().await.unwrap().contains(&shown) && shown != "mine", "{shown}");
    }
}

db_test! {
    async fn a_course_counts_who_looks_at_it_but_not_staff_robots_or_other_pages(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = share(&hub, &site, &example_course("BOT-PHOTO")).await;
        let path = location(&get(&hub, &format!("/courses/{id}")).await).to_owned();
        let as_agent = async |path: &str, agent: &str| {
            let asked = browser().get(format!("{}{path}", hub.url())).header("user-agent", agent).send().await;
            asked.unwrap().status()
        };
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let path = path.strip_prefix(&hub.url()).unwrap_or(&path);
        assert_eq!(as_agent(path, firefox).await, StatusCode::OK);
        assert_eq!(as_agent(path, firefox).await, StatusCode::OK);
        assert_eq!(as_agent(path, "Mozilla/5.0 (compatible; bingbot/2.0)").await, StatusCode::OK);
        assert_eq!(as_agent(path, "curl/8.14.1").await, StatusCode::OK);
        assert_eq!(as_agent("/search?q=botany", firefox).await, StatusCode::OK);
        hub_app::course::views::write(&hub.app).await.unwrap();
        assert_eq!(as_agent(path, firefox).await, StatusCode::OK);
        let views = async || hub_app::course::look::show(&hub.app, VersionId(id)).await.unwrap().views;
        assert_eq!(views().await, 2, "the third is written later");
        hub_app::course::views::write(&hub.app).await.unwrap();
        assert_eq!(views().await, 3);
    }
}

db_test! {
    async fn a_visitor_learns_whether_a_course_restores_on_their_moodle(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = small_course("PLANTS", "Plants");
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        let origin = Origin::default();
        let mut members = package::members(&course, &origin);
        members.retain(|member| member.path != "course/course.xml");
        let theme = "<course id=\"2\"><fullname>Plants</fullname><theme>moove</theme>\
            <plugin_local_mail_course><folder>4</folder></plugin_local_mail_course></course>";
        members.push(Member::new("course/course.xml", theme));
        let bytes = package::pack(&members, &origin, Container::TarGz);
        assert_eq!(site.upload_backup(&hub.url(), id, &bytes).await.unwrap().status, 200);
        hub.settle().await;
        let path = location(&get(&hub, &format!("/courses/{id}")).await).trim_start_matches(&hub.url()).to_owned();
        let html = page(&hub, &path).await;
        assert!(text(&html).contains("Will it restore on mine?"), "{html}");
        assert!(text(&html).contains("Needs plug-ins local_mail , theme_moove"), "{}", text(&html));
        assert!(html.contains(&format!("{path}#restore\"")), "{html}");
        let asked = async |query: &str| text(&page(&hub, &format!("{path}?{query}")).await);

        let said = asked("on=5.2").await;
        assert!(said.contains("Yes, it restores on Moodle 5.2."), "{said}");
        assert!(said.contains("it needs theme_moove installed and course themes enabled"), "{said}");
        assert!(said.contains("local_mail must be installed and set up; its data is not in the package"), "{said}");
        let said = asked("on=2.0").await;
        assert!(said.contains("No, it does not restore on Moodle 2.0.") && said.contains("needs Moodle 2.6"), "{said}");
        assert!(asked("on=mine").await.contains("no release of Moodle such as 4.5"));
        // What is typed stands on the page as text.
        let html = page(&hub, &format!("{path}?on=4.5&plugins=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")).await;
        assert!(!html.contains("<script>alert") && html.contains("script&#62;alert(1)"), "{html}");
    }
}
