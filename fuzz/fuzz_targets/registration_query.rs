//! Any query as a registration, a download and a feed address: no panic, and addresses built from what
//! was read carry it back unchanged.

#![no_main]

use hub_wire::feed::RssPath;
use hub_wire::form;
use hub_wire::registration::{Registration, WayBack};
use hub_wire::upload::Download;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|query: &[u8]| {
    let _ = Download::parse(query);
    if let Ok(text) = std::str::from_utf8(query) {
        let _ = RssPath::parse(text);
    }
    let Ok(registration) = Registration::parse(query, b"") else { return };
    let (Some(hub_url), Some(secret)) = (registration.huburl.value(), registration.token.value()) else {
        return;
    };
    let hub_name = registration.name.value().map_or("", String::as_str);
    let way = WayBack { site_url: "https://school.example", hub_url, secret, hub_name };
    let address = way.confirm("0123abc");
    assert!(address.is_ascii() && !address.contains([' ', '"', '<', '>', '\r', '\n']));
    let (_, back) = address.split_once('?').expect("the address has a query");
    let found: Vec<_> = form::pairs(back.as_bytes()).collect();
    assert_eq!(found[1].1, hub_url.as_str());
    assert_eq!(found[2].1, secret.as_str());
    assert_eq!(found[3].1, hub_name);
});
