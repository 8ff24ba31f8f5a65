//! What the hub does not call for a registering site.

use std::net::{IpAddr, Ipv4Addr};

use hub_app::outside::fetch::NetworkPolicy;
use hub_sample::site::{Family, Front, SimulatedSite, SiteOptions};
use hub_testkit::{HubOptions, db_test};

use super::{ask, with};

/// As a hub in the open internet is, with two names that lead into private networks.
fn strict() -> HubOptions {
    let names = [
        ("intranet.example", "10.0.0.7"),
        ("loop.example", "127.0.0.1"),
        ("metadata.example", "169.254.169.254"),
        ("six.example", "64:ff9b::7f00:1"),
    ];
    let names = names.map(|(name, address)| (name.to_owned(), address.parse().unwrap())).to_vec();
    HubOptions { network: Some(NetworkPolicy::default()), names, ..HubOptions::default() }
}

async fn site() -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap()
}

db_test! {
    async fn private_networks_are_never_called_however_they_are_written(hub = strict()) {
        let site = site().await;
        let registration = site.registration_address(&hub.url());
        for address in [
            "http://127.0.0.1",
            "http://127.1",
            "http://2130706433",
            "http://0x7f.0.0.1",
            "http://localhost",
            "http://10.1.2.3",
            "http://192.168.0.1:8080/moodle",
            "http://169.254.169.254/latest",
            "http://[::1]",
            "http://[::ffff:127.0.0.1]",
            "http://[::ffff:10.0.0.1]",
            "http://[64:ff9b::7f00:1]",
            "http://[64:ff9b:1::1]",
            "http://[fd00::1]",
            "http://intranet.example",
            "http://loop.example/moodle",
            "http://metadata.example",
            "http://six.example",
        ] {
            let answer = ask(&with(&registration, "url", Some(address))).await;
            assert_eq!(answer.status, 422, "{address}");
            let said = ["a private network that this hub does not enter", "leads nowhere in the public internet"];
            assert!(said.iter().any(|text| answer.body.contains(text)), "{address}: {}", answer.body);
            assert!(!answer.body.contains("10.0.0.7"), "what a name leads to is told nobody");
        }
        assert!(hub.sites().await.is_empty());
        assert!(site.received().is_empty());
    }
}

db_test! {
    async fn other_ports_are_not_called(hub = strict()) {
        let site = site().await;
        let registration = site.registration_address(&hub.url());
        for address in ["http://93.184.216.34:22", "http://93.184.216.34:3306/moodle", "https://93.184.216.34:25"] {
            let answer = ask(&with(&registration, "url", Some(address))).await;
            assert_eq!(answer.status, 422, "{address}");
            assert!(answer.body.contains("This hub does not connect to that port."), "{address}: {}", answer.body);
        }
        assert!(hub.sites().await.is_empty());
    }
}

db_test! {
    async fn a_redirect_is_no_way_into_a_private_network(
        hub = HubOptions {
            names: vec![("school.example".to_owned(), IpAddr::V4(Ipv4Addr::LOCALHOST))],
            ..HubOptions::default()
        }
    ) {
        let site = site().await;
        for location in ["http://10.0.0.1/admin", "http://[::ffff:127.0.0.1]/", "file:///etc/passwd"] {
            site.set_front(Front { head: 302, get: 302, location: Some(location.to_owned()) });
            let answer = ask(&site.registration_address(&hub.url())).await;
            assert_eq!(answer.status, 422, "{location}");
        }
        assert!(hub.sites().await.is_empty());
    }
}

db_test! {
    async fn an_update_of_a_registered_site_is_not_probed(hub) {
        let site = hub.site("Lake school").await;
        let before = site.received().len();
        site.set_front(Front { head: 503, get: 503, location: None });
        assert_eq!(site.update_site_info(&hub.url()).await.unwrap(), serde_json::json!(true));
        assert_eq!(site.received().len(), before, "a site behind a firewall stays registered");
    }
}
