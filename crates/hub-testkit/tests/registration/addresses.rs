//! Addresses of sites in all their spellings: each is one site, reached and sent back to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use hub_sample::site::{Family, Outcome, SimulatedSite, SiteOptions};
use hub_testkit::{HubOptions, TestHub, db_test};
use tokio::net::{TcpListener, TcpStream};

use super::{ask, page, parameters, registered, with};

fn names() -> HubOptions {
    let loopback = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let names = ["school.example", "xn--bcher-kva.example", "other.example"];
    HubOptions { names: names.map(|name| (name.to_owned(), loopback)).to_vec(), ..HubOptions::default() }
}

async fn site_at(wwwroot: &str, path: &str) -> SimulatedSite {
    let mut options = SiteOptions::new(Family::ExtUnpatched, wwwroot);
    options.wwwroot = Some(wwwroot.to_owned());
    path.clone_into(&mut options.path);
    SimulatedSite::start(options).await.unwrap()
}

async fn only_address(hub: &TestHub) -> String {
    let sites = hub.sites().await;
    assert_eq!(sites.len(), 1, "{sites:?}");
    sites[0].address.as_str().to_owned()
}

db_test! {
    async fn a_host_with_capitals_is_one_site_in_every_spelling(hub = names()) {
        let site = site_at("http://School.Example:{port}/Moodle", "/Moodle").await;
        registered(&hub, &site).await;
        assert_eq!(only_address(&hub).await, site.wwwroot(), "kept as it was written");
        site.forget_confirmation(&hub.url());
        let plain = site.wwwroot().replace("School.Example", "school.example");
        let answer = ask(&with(&site.registration_address(&hub.url()), "url", Some(&plain))).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert!(answer.location().as_str().starts_with(&plain));
        assert_eq!(only_address(&hub).await, plain, "the way back follows the newest spelling");
    }
}

db_test! {
    async fn the_path_counts_with_its_case(hub = names()) {
        let site = site_at("http://school.example:{port}/Moodle", "/Moodle").await;
        registered(&hub, &site).await;
        let lower = site.wwwroot().replace("/Moodle", "/moodle");
        // The probe finds nothing there, so it is seen to be another address.
        let answer = ask(&with(&site.registration_address(&hub.url()), "url", Some(&lower))).await;
        assert_eq!(answer.status, 422, "{}", answer.body);
        assert_eq!(only_address(&hub).await, site.wwwroot());
    }
}

db_test! {
    async fn ports_and_schemes_make_other_sites(hub = names()) {
        let (one, two) = (site_at("http://school.example:{port}", "").await, site_at("http://school.example:{port}", "").await);
        registered(&hub, &one).await;
        registered(&hub, &two).await;
        assert_eq!(hub.sites().await.len(), 2);
    }
}

db_test! {
    async fn a_trailing_slash_is_no_other_site(hub = names()) {
        let site = site_at("http://school.example:{port}/m", "/m").await;
        registered(&hub, &site).await;
        site.forget_confirmation(&hub.url());
        let slashed = format!("{}/", site.wwwroot());
        let answer = ask(&with(&site.registration_address(&hub.url()), "url", Some(&slashed))).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let back = answer.location();
        assert!(back.as_str().starts_with(&format!("{}/admin/", site.wwwroot())), "{back}");
        assert_eq!(only_address(&hub).await, site.wwwroot());
    }
}

db_test! {
    async fn an_international_name_is_one_site_in_both_spellings(hub = names()) {
        let site = site_at("http://bücher.example:{port}", "").await;
        registered(&hub, &site).await;
        assert_eq!(only_address(&hub).await, site.wwwroot());
        site.forget_confirmation(&hub.url());
        let ascii = site.wwwroot().replace("bücher", "xn--bcher-kva");
        let answer = ask(&with(&site.registration_address(&hub.url()), "url", Some(&ascii))).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert_eq!(only_address(&hub).await, ascii);
    }
}

db_test! {
    async fn an_ipv6_address_is_a_site(hub) {
        let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Six")).await.unwrap();
        let port = site.address().port();
        let listener = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await.expect("a loopback port of IPv6");
        tokio::spawn(async move {
            while let Ok((mut from, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let mut to = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
                    let _ = tokio::io::copy_bidirectional(&mut from, &mut to).await;
                });
            }
        });
        let address = format!("http://[::1]:{port}/");
        let registration = with(&site.registration_address(&hub.url()), "url", Some(&address));
        let answer = ask(&registration).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert!(answer.location().as_str().starts_with(&format!("http://[::1]:{port}/admin/registration/")));
        assert_eq!(only_address(&hub).await, address.trim_end_matches('/'));
        let long = with(&registration, "url", Some(&format!("http://[0:0:0:0:0:0:0:1]:{port}")));
        assert_eq!(ask(&long).await.status, 303);
        assert_eq!(hub.sites().await.len(), 1, "every spelling of it is the same site");
    }
}

db_test! {
    async fn a_site_with_port_and_path_gets_its_way_back_below_the_path(hub = names()) {
        let site = site_at("http://other.example:{port}/a/b", "/a/b").await;
        assert_eq!(site.register(&hub.url()).await.unwrap(), Outcome::Confirmed);
        assert!(site.received().iter().any(|got| got.target.starts_with("/a/b/admin/registration/confirm")));
    }
}

db_test! {
    async fn a_slash_after_the_hubs_address_is_echoed_and_served(hub) {
        // Sites of 2010 keep it, and call below it with doubled slashes.
        let site = hub_site(&hub).await;
        let typed = format!("{}/", hub.url());
        let address = site.registration_address(&hub.url()).replacen("/local", "//local", 1);
        let answer = ask(&with(&address, "huburl", Some(&typed))).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert_eq!(parameters(&answer.location())["url"], typed);
        let service = format!("{typed}/local/hub/webservice/webservices.php?wsfunction=hub_get_info&wstoken=publichub\
            &moodlewsrestformat=json");
        assert_eq!(ask(&service).await.status, 200);
    }
}

async fn hub_site(hub: &TestHub) -> SimulatedSite {
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Old")).await.unwrap();
    site.registration_address(&hub.url());
    site
}

db_test! {
    async fn addresses_that_are_none_are_refused_with_their_reason(hub) {
        let site = hub_site(&hub).await;
        for (address, text) in [
            ("school.example", "This is not a web address."),
            ("ftp://school.example", "Only addresses with http:// and https:// can be used."),
            ("http://ana@school.example", "An address with a user name or password cannot be used."),
            (&format!("http://school.example/{}", "x".repeat(300)), "This has more than 255 characters."),
        ] {
            let answer = ask(&with(&site.registration_address(&hub.url()), "url", Some(address))).await;
            assert_eq!(answer.status, 422, "{address}");
            assert!(answer.body.contains(text), "{address}: {}", answer.body);
            assert!(answer.body.contains("Address of your site"), "{address}");
        }
        assert!(hub.sites().await.is_empty());
        let page = page(site.register(&format!("{}/", hub.url())).await.map(|outcome| match outcome {
            Outcome::Confirmed => Outcome::Page(hub_sample::site::Page {
                url: site.wwwroot().parse().unwrap(), status: 200, body: String::new(), way: Vec::new(),
            }),
            other => other,
        }).unwrap());
        assert_eq!(page.status, 200);
    }
}
