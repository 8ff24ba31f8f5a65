//! Conformance tests of the classic protocol notes, section 13: addresses that people and their feed readers kept
//! (section 11), over a TCP socket to a served hub.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::time::Duration;

use hub_app::course::decide::{Decision, decide};
use hub_core::VersionId;
use hub_core::rights::{Actor, Role};
use hub_sample::site::{Kind, SimulatedSite, Wire};
use hub_testkit::{TestHub, conformance_test, example_course};
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use quick_xml::events::Event;
use reqwest::{Client, Response, StatusCode};

async fn get(hub: &TestHub, path: &str) -> Response {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    client.get(format!("{}{path}", hub.url())).send().await.unwrap()
}

fn location(answer: &Response) -> Option<String> {
    answer.headers().get("location").map(|value| value.to_str().unwrap().to_owned())
}

/// Publishes a course with these members besides the needed ones, and gives its id.
async fn publish(hub: &TestHub, site: &SimulatedSite, members: &[(&str, Wire)]) -> i64 {
    let mut course: Vec<(String, Wire)> = [
        ("shortname", "ALG1"),
        ("fullname", "Algebra"),
        ("description", "First course"),
        ("language", "en"),
        ("publishername", "Ana Ruiz"),
        ("publisheremail", "ana@school.example"),
        ("contributornames", ""),
        ("coverage", "maths"),
        ("creatorname", "Carl Gauß"),
        ("licenceshortname", "cc"),
        ("subject", "field1010101"),
        ("audience", "students"),
        ("educationallevel", "secondary"),
        ("creatornotes", ""),
        ("creatornotesformat", "1"),
    ]
    .map(|(name, value)| (name.to_owned(), Wire::from(value)))
    .to_vec();
    for (name, value) in members {
        course.retain(|(known, _)| known != name);
        course.push(((*name).to_owned(), value.clone()));
    }
    let courses = [("courses", Wire::List(vec![Wire::Struct(course)]))];
    site.call_as_site(&hub.url(), "hub_register_courses", &courses).await.unwrap()[0].as_i64().unwrap()
}

/// Publishes an advert of this number and name.
async fn advertise(hub: &TestHub, site: &SimulatedSite, number: i64, members: &[(&str, Wire)]) -> i64 {
    let mut all = vec![("sitecourseid", Wire::Int(number)), ("enrollable", Wire::Bool(true))];
    all.extend_from_slice(members);
    publish(hub, site, &all).await
}

const TAUGHT: &str = "https://school.example/course/view.php?id=42";
const SHOWN: &str = "https://demo.example/course/view.php?id=7";

conformance_test! {
    async fn conformance_42_a_kept_link_leads_to_the_course_itself(hub) {
        let site = hub.trusted_site("Lake school").await;
        let advert = advertise(&hub, &site, 1, &[("courseurl", Wire::from(TAUGHT))]).await;
        let both = [("courseurl", Wire::from(TAUGHT)), ("demourl", Wire::from(SHOWN))];
        let both = advertise(&hub, &site, 2, &both).await;
        let bare = advertise(&hub, &site, 3, &[]).await;
        let course = example_course("BOT-PHOTO");
        let members = [("sitecourseid", Wire::Int(4)), ("enrollable", Wire::Bool(false)), ("demourl", Wire::from(SHOWN))];
        let share = publish(&hub, &site, &members).await;
        assert_eq!(site.upload_backup(&hub.url(), share, &site.back_up(&course)).await.unwrap().status, 200);
        hub.settle().await;
        for (id, wanted) in [(advert, TAUGHT), (both, TAUGHT), (share, SHOWN)] {
            for address in [
                format!("/?redirectcourseid={id}"),
                format!("/index.php?redirectcourseid={id}"),
                format!("/?redirectcourseid={id}&rss=1"),
                format!("/?redirectcourseid={id}&sesskey=aB3dE5fG7h"),
                // Nothing in the address says where to.
                format!("/?redirectcourseid={id}&courseurl=https://evil.example/&url=https://evil.example/"),
            ] {
                let answer = get(&hub, &address).await;
                assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{address}");
                assert_eq!(location(&answer).as_deref(), Some(wanted), "{address}");
            }
        }
        // Neither address: its own page instead of a page that says so.
        let own = location(&get(&hub, &format!("/?redirectcourseid={bare}")).await).unwrap();
        assert!(own.contains(&format!("/courses/{bare}-")), "{own}");
    }
}

conformance_test! {
    async fn conformance_42_an_unknown_or_unseen_course_leads_nowhere(hub) {
        let leads_nowhere = async |address: &str, status: StatusCode| {
            let answer = get(&hub, address).await;
            assert_eq!((answer.status(), location(&answer)), (status, None), "{address}");
        };
        for unknown in ["4711", "0", "-1", "99999999999999999999", "2147483648"] {
            let answer = get(&hub, &format!("/?redirectcourseid={unknown}")).await;
            assert_eq!(location(&answer), None, "{unknown}");
        }
        leads_nowhere("/?redirectcourseid=4711", StatusCode::NOT_FOUND).await;
        // Not a course at all: the front page.
        for odd in ["https://evil.example/", "//evil.example", "", "1%20or%201"] {
            leads_nowhere(&format!("/?redirectcourseid={odd}"), StatusCode::OK).await;
        }
        let link = |id: i64| format!("/?redirectcourseid={id}");
        let site = hub.trusted_site("Lake school").await;
        let untrusted = hub.site("Hill school").await;
        let address = [("courseurl", Wire::from(TAUGHT))];
        let waiting = advertise(&hub, &untrusted, 1, &address).await;
        leads_nowhere(&link(waiting), StatusCode::NOT_FOUND).await;
        let members = [("sitecourseid", Wire::Int(2)), ("demourl", Wire::from(SHOWN))];
        let without_file = publish(&hub, &site, &members).await;
        leads_nowhere(&link(without_file), StatusCode::NOT_FOUND).await;
        let listed = advertise(&hub, &site, 3, &address).await;
        assert_eq!(location(&get(&hub, &link(listed)).await).as_deref(), Some(TAUGHT));
        hub.set("reading", "members").await;
        leads_nowhere(&link(listed), StatusCode::FORBIDDEN).await;
        hub.set("reading", "everyone").await;
        hub.set("enabled", "off").await;
        leads_nowhere(&link(listed), StatusCode::SERVICE_UNAVAILABLE).await;
        hub.set("enabled", "on").await;
        let hide = Decision::Hide { reason: "copyright".to_owned() };
        decide(&hub.app, Actor::CommandLine, VersionId(listed), &hide).await.unwrap();
        leads_nowhere(&link(listed), StatusCode::NOT_FOUND).await;
        decide(&hub.app, Actor::CommandLine, VersionId(listed), &Decision::Unhide).await.unwrap();
        site.unregister_courses(&hub.url(), &[listed]).await.unwrap();
        leads_nowhere(&link(listed), StatusCode::GONE).await;
    }
}

/// A feed as a reader takes it: the channel's own members, and those of each item; every name once.
struct Feed {
    channel: Vec<(String, String)>,
    items: Vec<Vec<(String, String)>>,
}

fn of<'m>(members: &'m [(String, String)], name: &str) -> &'m str {
    &members.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no {name} in {members:?}")).1
}

impl Feed {
    /// Reads RSS 2.0 and fails for anything that its specification requires and is not there.
    fn read(text: &str) -> Self {
        let mut reader = quick_xml::Reader::from_str(text);
        let (mut feed, mut path, mut value) =
            (Self { channel: Vec::new(), items: Vec::new() }, Vec::new(), String::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    path.push(start.name().as_ref().to_owned());
                    if path.len() == 1 {
                        assert_eq!(path, ["rss"]);
                        let version = start.try_get_attribute("version").unwrap().unwrap();
                        assert_eq!(version.value, "2.0");
                    }
                    if path == ["rss", "channel", "item"] {
                        feed.items.push(Vec::new());
                    }
                    value.clear();
                }
                Event::Text(text) => value.push_str(&text),
                Event::GeneralRef(name) => value.push(match name.as_ref() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("XML has no {other}"),
                }),
                Event::End(_) => {
                    let name = path.pop().unwrap();
                    let members =
                        if path == ["rss", "channel", "item"] { feed.items.last_mut() } else { None };
                    let own = (path == ["rss", "channel"]).then_some(&mut feed.channel);
                    if let Some(members) = members.or(own) {
                        members.push((name, std::mem::take(&mut value)));
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert!(path.is_empty(), "every element is closed");
        for needed in ["title", "link", "description"] {
            assert!(!of(&feed.channel, needed).is_empty() || needed == "description", "{needed}");
        }
        feed
    }

    fn all(&self, name: &str) -> Vec<&str> {
        self.items.iter().map(|item| of(item, name)).collect()
    }
}

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

async fn feed(hub: &TestHub, of: &str) -> Feed {
    let answer = get(hub, &format!("/rss/file.php/2/{TOKEN}/local_hub/{of}")).await;
    assert_eq!(answer.status(), StatusCode::OK, "{of}");
    assert_eq!(answer.headers()["content-type"], "application/rss+xml; charset=utf-8");
    Feed::read(&answer.text().await.unwrap())
}

conformance_test! {
    async fn conformance_44_the_classic_feed_has_the_ten_newest_courses(hub) {
        let site = hub.trusted_site("Lake school").await;
        let mut ids = Vec::new();
        for number in 1..=12 {
            let name = format!("Course {number} & more");
            let description = "1 < 2 & \"so on\"\nsecond line";
            let members = [("fullname", Wire::from(name.as_str())), ("description", Wire::from(description))];
            ids.push(advertise(&hub, &site, number, &members).await);
            hub.advance(Duration::from_mins(1));
        }
        hub.settle().await;
        let newest = feed(&hub, "all/all/all/all/all/all/0/newest/rss.xml").await;
        let titles: Vec<String> = (3..=12).rev().map(|number| format!("Course {number} & more")).collect();
        assert_eq!(newest.all("title"), titles, "ten, the newest first");
        let links: Vec<String> =
            ids[2..].iter().rev().map(|id| format!("{}/index.php?courseid={id}&rss=1", hub.url())).collect();
        assert_eq!(newest.all("link"), links);
        assert_eq!(newest.all("dc:creator"), vec!["Carl Gauß"; 10], "RSS's own author must be a mail address");
        assert_eq!(newest.all("description")[0], "1 &lt; 2 &amp; \"so on\"<br>second line", "as HTML");
        let found = site.search(&hub.url(), "", Kind::Advert, &[]).await.unwrap();
        for (id, date) in ids[2..].iter().rev().zip(newest.all("pubDate")) {
            let date: Timestamp = rfc2822::parse(date).unwrap().timestamp();
            assert_eq!(found.course(*id).unwrap()["timemodified"], date.as_second());
        }
        let mut names = newest.all("guid");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 10, "each item has a name of its own");
        // The link leads to the course, for feed visitors too.
        let page = location(&get(&hub, &format!("/index.php?courseid={}&rss=1", ids[11])).await).unwrap();
        assert!(page.contains(&format!("/courses/{}-", ids[11])), "{page}");

        // A course that is published again keeps its name in the feed, and so is not read twice.
        let before = newest.all("guid")[0].to_owned();
        let members = [("fullname", Wire::from("Renamed")), ("description", Wire::from("d"))];
        assert_eq!(advertise(&hub, &site, 12, &members).await, ids[11]);
        hub.settle().await;
        let renamed = feed(&hub, "all/all/all/all/all/all/0/newest/rss.xml").await;
        assert_eq!((renamed.all("title")[0], renamed.all("guid")[0]), ("Renamed", before.as_str()));
    }
}

conformance_test! {
    async fn conformance_44_every_part_of_the_feeds_address_is_read(hub) {
        let site = hub.trusted_site("Lake school").await;
        let text = |value: &str| Wire::from(value);
        advertise(&hub, &site, 1, &[("fullname", text("Advert/one")), ("audience", text("educators"))]).await;
        hub.advance(Duration::from_mins(1));
        let odd = [
            ("fullname", text("Zwei")), ("educationallevel", text("tertiary")), ("subject", text("field1020103")),
            ("licenceshortname", text("cc-4.0")), ("language", text("de")),
        ];
        advertise(&hub, &site, 2, &odd).await;
        hub.advance(Duration::from_mins(1));
        let course = example_course("BOT-PHOTO");
        let share = publish(&hub, &site, &[("sitecourseid", Wire::Int(3)), ("fullname", text("Share"))]).await;
        assert_eq!(site.upload_backup(&hub.url(), share, &site.back_up(&course)).await.unwrap().status, 200);
        hub.settle().await;
        for (address, wanted) in [
            ("all/all/all/all/all/all/0/newest/rss.xml", ["Share", "Zwei", "Advert/one"].as_slice()),
            ("all/all/all/all/all/all/0/eldest/rss.xml", &["Advert/one", "Zwei", "Share"]),
            ("all/all/all/all/all/all/0/fullname/rss.xml", &["Advert/one", "Share", "Zwei"]),
            ("1/all/all/all/all/all/0/newest/rss.xml", &["Share"]),
            ("0/all/all/all/all/all/0/newest/rss.xml", &["Zwei", "Advert/one"]),
            ("all/educators/all/all/all/all/0/newest/rss.xml", &["Advert/one"]),
            ("all/all/tertiary/all/all/all/0/newest/rss.xml", &["Zwei"]),
            ("all/all/all/field102/all/all/0/newest/rss.xml", &["Zwei"]),
            ("all/all/all/all/cc-4.0/all/0/newest/rss.xml", &["Zwei"]),
            ("all/all/all/all/all/de/0/newest/rss.xml", &["Zwei"]),
            ("all/all/all/all/all/all/advert%2Fone/newest/rss.xml", &["Advert/one"]),
            ("all/all/all/all/all/all/nosuchword/newest/rss.xml", &[]),
            // The link in the pages' head has no order.
            ("all/all/all/all/all/all/0/rss.xml", &["Share", "Zwei", "Advert/one"]),
            ("all/all/all/all/all/all/0/unheard/rss.xml", &["Share", "Zwei", "Advert/one"]),
        ] {
            assert_eq!(feed(&hub, address).await.all("title"), wanted, "{address}");
        }
        // Any context and any user token will do.
        let whole = get(&hub, "/rss/file.php/77/nouser/local_hub/all/all/all/all/all/all/0/newest/rss.xml").await;
        assert_eq!(Feed::read(&whole.text().await.unwrap()).items.len(), 3);
    }
}

conformance_test! {
    async fn conformance_44_no_secret_opens_a_feed_of_what_is_not_visible(hub) {
        hub.set("registration_password", "rosebud").await;
        let (site, untrusted) = (hub.trusted_site("Lake school").await, hub.site("Hill school").await);
        let token = site.hub(&hub.url()).unwrap().token;
        advertise(&hub, &site, 1, &[("fullname", Wire::from("Seen"))]).await;
        advertise(&hub, &untrusted, 1, &[("fullname", Wire::from("Waits"))]).await;
        let hidden = advertise(&hub, &site, 2, &[("fullname", Wire::from("Hidden"))]).await;
        let hide = Decision::Hide { reason: "copyright".to_owned() };
        decide(&hub.app, Actor::CommandLine, VersionId(hidden), &hide).await.unwrap();
        hub.settle().await;
        for secret in ["", "wrong", "rosebud", "publichub", &token] {
            let address = format!("all/all/all/all/all/all/0/newest/rss.xml?rsssecret={secret}");
            assert_eq!(feed(&hub, &address).await.all("title"), ["Seen"], "{secret}");
        }
    }
}

conformance_test! {
    async fn conformance_43_must_be_logged_signs_in_first_and_then_shows_the_course(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = advertise(&hub, &site, 1, &[]).await;
        hub.settle().await;
        let asked = format!("/?courseid={id}&mustbelogged=1");
        for address in [asked.clone(), format!("/index.php?mustbelogged=1&courseid={id}")] {
            let answer = get(&hub, &address).await;
            assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{address}");
            let to = location(&answer).unwrap();
            assert!(to.ends_with(&format!("/sign-in?back=%2F%3Fcourseid%3D{id}")), "{to}");
            // The form takes the way back along.
            let below = &to[to.find("/sign-in").unwrap()..];
            let form = get(&hub, below).await.text().await.unwrap();
            assert!(form.contains(&format!("value=\"/?courseid={id}\"")), "{form}");
        }
        let member = hub.signed_in(Role::Member).await;
        for address in [format!("/?courseid={id}"), asked] {
            let answer = member.get(&address).await;
            assert!(location(&answer).unwrap().contains(&format!("/courses/{id}-")), "{address}");
        }
        // Without the word nobody is asked to sign in, and a number that no course has is told as one.
        for (address, status) in [
            (format!("/?courseid={id}&mustbelogged=0"), StatusCode::SEE_OTHER),
            ("/?mustbelogged=1".to_owned(), StatusCode::OK),
        ] {
            let answer = get(&hub, &address).await;
            assert_eq!(answer.status(), status, "{address}");
            assert!(location(&answer).is_none_or(|to| to.contains("/courses/")), "{address}");
        }
        assert_eq!(member.get("/?courseid=999999&mustbelogged=1").await.status(), StatusCode::NOT_FOUND);
    }
}

/// Numbers of section 13 whose doors are not built yet: the importer.
const NOT_YET: [u32; 1] = [48];

/// The sources of all tests of this crate.
fn sources(folder: &std::path::Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|end| end == "rs") {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_number_of_the_notes_has_a_test() {
    let mut text = String::new();
    sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"), &mut text);
    for number in 1..=50 {
        let there = text.contains(&format!("async fn conformance_{number:02}_"));
        assert_eq!(there, !NOT_YET.contains(&number), "conformance test {number}");
    }
}
