//! Workflow 2: a site registers.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use hub_sample::site::{Family, Outcome, SimulatedSite, SiteOptions};
use hub_testkit::{Engine, HubOptions, TestHub};
use tokio::net::{TcpListener, TcpStream};

use super::{Hub, workflow};
use crate::program::get;

const PASSWORD: &str = "rosebud";

workflow! {
    async fn workflow_02_register_a_site(hub) {
        hub.run(&["settings", "set", "registration_password", PASSWORD]);
        hub.set("registration", "password").await;
        what_is_wrong_is_named(&hub).await;
        let site = the_browser_comes_back_with_a_token(&hub).await;
        staff_learns_of_it(&hub, &site);
        odd_data_stops_nobody(&hub).await;
    }
}

async fn new_site(password: &str) -> SimulatedSite {
    let mut options = SiteOptions::new(Family::ExtUnpatched, "Lake school");
    password.clone_into(&mut options.info.password);
    SimulatedSite::start(options).await.unwrap()
}

async fn what_is_wrong_is_named(hub: &Hub) {
    let site = new_site("guessed").await;
    let Outcome::Page(page) = site.register(hub.url()).await.unwrap() else { panic!("it is registered") };
    assert_eq!(page.status, 422);
    assert!(page.body.contains("The password of this hub is missing or wrong."), "{}", page.body);
    assert!(page.body.contains(&format!("href=\"{}", site.wwwroot())), "no link back: {}", page.body);
    let site = new_site(PASSWORD).await;
    let nameless = site.registration_address(hub.url()).replace("name=Lake%20school", "name");
    let page = get(&nameless);
    assert_eq!(page.status, 422);
    assert!(page.text().contains("Name of your site"), "{}", page.text());
    assert!(hub.rows(&["site", "list"]).is_empty(), "something was stored");
    assert!(hub.mails("site_new").is_empty());
}

async fn the_browser_comes_back_with_a_token(hub: &Hub) -> SimulatedSite {
    let site = new_site(PASSWORD).await;
    let page = site.browser().open(&site.registration_address(hub.url())).await.unwrap();
    let confirmation = format!("{}/admin/registration/confirmregistration.php", site.wwwroot());
    assert!(page.url.as_str().starts_with(&confirmation), "{}", page.url);
    let given: HashMap<String, String> = page.url.query_pairs().into_owned().collect();
    let row = site.hub(hub.url()).unwrap();
    assert_eq!(given.len(), 4, "{given:?}");
    assert_eq!(given["newtoken"].len(), 32);
    assert_eq!(given["newtoken"], row.token);
    assert_eq!(given["token"], row.secret, "the site's own secret comes back");
    assert_eq!(given["url"], hub.url());
    assert_eq!(given["hubname"], hub.run(&["settings", "get", "name"]).trim());
    let info = site.get_info(hub.url()).await.unwrap();
    assert_eq!(info["url"], hub.url());
    site
}

fn staff_learns_of_it(hub: &Hub, site: &SimulatedSite) {
    let mails = hub.mails("site_new");
    assert_eq!(mails.len(), 1, "{mails:?}");
    assert_eq!(mails[0]["recipient"], "staff@hub.example");
    assert!(hub.mail(&mails[0]).contains(site.wwwroot()));
    let rows = hub.rows(&["site", "list"]);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["trusted"], false);
    assert_eq!(rows[0]["state"], "active");
    let id = hub.id_of(site);
    let said = &hub.json(&["site", "show", &id])["said"];
    let info = site.info();
    for (field, value) in [
        ("name", &info.name),
        ("description", &info.description),
        ("contact_name", &info.contact_name),
        ("contact_email", &info.contact_email),
        ("language", &info.language),
        ("country", &info.country_code),
        ("moodle_release", &info.moodle_release),
    ] {
        assert_eq!(said[field], **value, "{field}");
    }
    let shown = hub.run(&["site", "show", &id]);
    assert!(shown.contains("courses 12, users 340, posts 77"), "{shown}");
    assert!(shown.contains("not given: enrolments"), "-1 is no number: {shown}");
}

async fn odd_data_stops_nobody(hub: &Hub) {
    let site = new_site(PASSWORD).await;
    let odd = site
        .registration_address(hub.url())
        .replace("language=en", "language=qtz_lake")
        .replace("courses=12&", "courses=12.0000&");
    let page = site.browser().open(&odd).await.unwrap();
    assert!(page.url.as_str().starts_with(site.wwwroot()), "{} {}", page.url, page.body);
    let said = &hub.json(&["site", "show", &hub.id_of(&site)])["said"];
    assert_eq!(said["counters"]["courses"], 12);
    assert_eq!(said["counters"]["participants_average"], 27, "{said}");
}

/// Addresses whose names only a hub of its own can look up.
async fn addresses_of_every_kind(engine: Engine) {
    let loopback = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let names = ["school.example", "xn--bcher-kva.example"];
    let names = names.map(|name| (name.to_owned(), loopback)).to_vec();
    let hub = TestHub::start_with(engine, HubOptions { names, ..HubOptions::default() }).await;
    for (number, (wwwroot, path, slash)) in [
        ("http://School.Example:{port}/Moodle", "/Moodle", ""),
        ("http://school.example:{port}/m", "/m", "/"),
        ("http://bücher.example:{port}", "", ""),
    ]
    .into_iter()
    .enumerate()
    {
        let mut options = SiteOptions::new(Family::ExtUnpatched, wwwroot);
        options.wwwroot = Some(wwwroot.to_owned());
        path.clone_into(&mut options.path);
        let site = SimulatedSite::start(options).await.unwrap();
        for _ in 0..2 {
            let address = site.registration_address(&hub.url()) + slash;
            let page = site.browser().open(&address).await.unwrap();
            assert_eq!(page.status, 200, "{wwwroot}: {}", page.body);
            assert!(site.is_registered(&hub.url()), "{wwwroot}");
            site.forget_confirmation(&hub.url());
        }
        assert_eq!(hub.sites().await.len(), number + 1, "one row each: {wwwroot}");
    }
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Six")).await.unwrap();
    let port = site.address().port();
    let listener = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await.unwrap();
    tokio::spawn(async move {
        while let Ok((mut from, _)) = listener.accept().await {
            let mut to = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
            tokio::spawn(async move { tokio::io::copy_bidirectional(&mut from, &mut to).await });
        }
    });
    let mut address = url::Url::parse(&site.registration_address(&hub.url())).unwrap();
    let six = format!("http://[::1]:{port}");
    let pairs: Vec<(String, String)> = address
        .query_pairs()
        .map(
            |(name, value)| {
                if name == "url" { ("url".to_owned(), six.clone()) } else { (name.into(), value.into()) }
            },
        )
        .collect();
    address.query_pairs_mut().clear().extend_pairs(pairs);
    let answer = get(address.as_str());
    assert!(answer.header("location").starts_with(&format!("{six}/admin/registration/")), "{answer:?}");
    assert_eq!(hub.sites().await.len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workflow_02_addresses_of_every_kind_on_sqlite() {
    addresses_of_every_kind(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workflow_02_addresses_of_every_kind_on_postgres() {
    if !Engine::postgres_is_left_out() {
        addresses_of_every_kind(Engine::Postgres).await;
    }
}
