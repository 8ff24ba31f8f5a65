//! Registration in all its flows, over TCP to a served hub.

#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    missing_docs,
    reason = "in a test a panic is the message"
)]

mod addresses;
mod clones;
mod coming_back;
mod conformance;
mod firewall;
mod guessing;
mod machines;
mod mails;
mod policies;
mod probes;
mod smtp;
mod staff;
mod takeovers;
mod way_back;

use std::collections::HashMap;

use hub_sample::site::{Outcome, Page, SimulatedSite};
use hub_testkit::TestHub;
use reqwest::Url;
use reqwest::header::{HeaderMap, LOCATION};

/// An answer that no redirect was followed for.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn location(&self) -> Url {
        let location = self.headers.get(LOCATION).map(|value| value.to_str().unwrap().to_owned());
        Url::parse(&location.unwrap_or_else(|| panic!("{} without Location: {}", self.status, self.body)))
            .unwrap()
    }
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}

async fn answer(request: reqwest::RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Answer { status, headers, body: response.text().await.unwrap() }
}

/// Asks for an address as a browser does, without following.
pub async fn ask(address: &str) -> Answer {
    answer(client().get(address)).await
}

/// As [`ask`], with a `Host` of one's own.
pub async fn ask_as(host: &str, address: &str) -> Answer {
    answer(client().get(address).header("host", host)).await
}

/// Posts fields as a browser does, without following.
pub async fn post(address: &str, fields: &[(&str, &str)]) -> Answer {
    let body = reqwest::Url::parse_with_params("http://x/", fields).unwrap();
    let request = client().post(address).header("content-type", "application/x-www-form-urlencoded");
    answer(request.body(body.query().unwrap_or_default().to_owned())).await
}

/// The parameters of an address.
pub fn parameters(url: &Url) -> HashMap<String, String> {
    url.query_pairs().into_owned().collect()
}

/// `address` with one parameter changed, added or, with `None`, left out.
pub fn with(address: &str, name: &str, value: Option<&str>) -> String {
    let mut url = Url::parse(address).unwrap();
    let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    match (pairs.iter_mut().find(|(known, _)| known == name), value) {
        (Some(pair), Some(value)) => value.clone_into(&mut pair.1),
        (None, Some(value)) => pairs.push((name.to_owned(), value.to_owned())),
        (_, None) => pairs.retain(|(known, _)| known != name),
    }
    url.query_pairs_mut().clear().extend_pairs(pairs);
    url.to_string()
}

/// Where a registration ended that was not simply confirmed.
pub fn page(outcome: Outcome) -> Page {
    match outcome {
        Outcome::Page(page) => page,
        other => panic!("no page but {other:?}"),
    }
}

/// Registers and must succeed.
pub async fn registered(hub: &TestHub, site: &SimulatedSite) {
    let outcome = site.register(&hub.url()).await.unwrap();
    assert!(matches!(outcome, Outcome::Confirmed), "{outcome:?}");
}

/// The token a site uses.
pub fn token(hub: &TestHub, site: &SimulatedSite) -> String {
    site.hub(&hub.url()).unwrap().token
}

/// The first address in a mail or page that begins with `start`.
pub fn link(text: &str, start: &str) -> String {
    let at = text.find(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    let rest = &text[at..];
    rest[..rest.find(|c: char| c.is_whitespace() || "\"<".contains(c)).unwrap_or(rest.len())].to_owned()
}
