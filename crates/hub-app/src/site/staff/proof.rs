//! Evidence that whoever administers a site's registration also administers its address: a code of ours, found there
//! or in the domain's records.

use std::time::Duration;

use hub_core::SiteId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::site::Site;
use hub_db::site_proof::Proof;
use url::{Host, Url};

use super::{lock, still_here};
use crate::outside::fetch::{FetchError, Fetched, Limits};
use crate::{App, AppError, Missing};

/// Characters of a code.
const CODE: usize = 24;
/// A file with nothing but the code in it.
const FILE: Limits = Limits { total: Duration::from_secs(5), max_bytes: 4_096, max_redirects: 3 };
/// A front page; Moodle's have some hundred kB.
const PAGE: Limits = Limits { total: Duration::from_secs(8), max_bytes: 4_000_000, max_redirects: 3 };
/// The name of the meta element.
const META: &str = "coursehub-proof";
/// The label before the site's host that has the text record (underscored as RFC 8552 asks).
const LABEL: &str = "_coursehub";

/// Where a code may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// In a file of the site.
    File,
    /// In a meta element of its front page.
    Meta,
    /// In a text record of its domain.
    Dns,
}

impl Method {
    /// The word in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Meta => "meta",
            Self::Dns => "dns",
        }
    }
}

/// What the site's administrator is told to do: one of these is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The code.
    pub code: String,
    /// The address of the file, which must hold the code.
    pub file: String,
    /// The meta element for the front page (Moodle: *Additional HTML*, within HEAD).
    pub meta: String,
    /// The name whose text record must be the code; `None` where the address has no name.
    pub record: Option<String>,
}

/// Why a code was not found somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// Nothing came back.
    NoAnswer(FetchError),
    /// The address leads on to another host, which proves nothing.
    OtherHost {
        /// That host.
        host: String,
    },
    /// The site answers with something else.
    Status {
        /// What was asked for.
        address: String,
        /// The status.
        status: u16,
    },
    /// The file has something else in it.
    OtherFile {
        /// Its address.
        address: String,
    },
    /// The front page has no element with the code.
    NoElement,
    /// The name has no record with the code.
    NoRecord {
        /// The name.
        name: String,
    },
}

/// What came of looking for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// Where it was found first; evidence from now on.
    pub found: Option<Method>,
    /// Where it was not found, with why.
    pub not_found: Vec<(Method, NotFound)>,
}

/// Gives the code that a site has to show; the same at every call.
///
/// # Errors
/// `Conflict` if the site has left.
pub async fn ask_proof(app: &App, actor: Actor, id: SiteId) -> Result<Asked, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let site = lock(&mut tx, id).await?;
    still_here(&site)?;
    if let Some(proof) = hub_db::site_proof::of_site(tx.cx(), id).await? {
        return Ok(asked(&site, &proof));
    }
    let code: String = app.rng.token().expose().chars().take(CODE).collect::<String>().to_ascii_lowercase();
    hub_db::site_proof::put_code(tx.cx(), id, &code, now).await?;
    let act = Act::new("site.proof_asked", Thing::Site(id))
        .before(serde_json::json!({ "proof": null }))
        .after(serde_json::json!({ "proof": "asked" }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    Ok(asked(&site, &Proof { code, made_at: now, checked_at: None, seen: None }))
}

pub(super) fn asked(site: &Site, proof: &Proof) -> Asked {
    let code = &proof.code;
    Asked {
        code: code.clone(),
        file: file_address(site, code),
        meta: format!("<meta name=\"{META}\" content=\"{code}\">"),
        record: record_name(site),
    }
}

fn file_address(site: &Site, code: &str) -> String {
    format!("{}/coursehub-{code}.txt", site.address.as_str().trim_end_matches('/'))
}

/// The name that has the record; addresses of digits have none.
fn record_name(site: &Site) -> Option<String> {
    let url = Url::parse(site.address.as_str()).ok()?;
    match url.host()? {
        Host::Domain(name) => Some(format!("{LABEL}.{}", name.trim_end_matches('.'))),
        Host::Ipv4(_) | Host::Ipv6(_) => None,
    }
}

/// Looks for the code at the site's address and in its domain, by the guarded fetcher. What was seen before stays evidence with its date
/// when the code is gone.
///
/// # Errors
/// `Conflict` if no code was asked for.
pub async fn look_for_proof(app: &App, actor: Actor, id: SiteId) -> Result<Looked, AppError> {
    let mut conn = app.db.read().await?;
    let site = hub_db::site::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Site))?;
    let proof = hub_db::site_proof::of_site(conn.cx(), id).await?;
    drop(conn);
    let Some(proof) = proof else {
        return Err(AppError::Conflict("no code was given to this site yet".to_owned()));
    };
    let mut looked = Looked { found: None, not_found: Vec::new() };
    for method in [Method::File, Method::Meta, Method::Dns] {
        if method == Method::Dns && record_name(&site).is_none() {
            continue;
        }
        match look(app, &site, &proof.code, method).await {
            Ok(()) => {
                looked.found = Some(method);
                break;
            }
            Err(why) => looked.not_found.push((method, why)),
        }
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let seen = looked.found.map(|method| (method.name(), site.address.as_str()));
    hub_db::site_proof::checked(tx.cx(), id, seen, now).await?;
    let before = proof.seen.map(|seen| serde_json::json!({ "method": seen.method, "address": seen.address }));
    let after = seen.map(|(method, address)| serde_json::json!({ "method": method, "address": address }));
    let act = Act::new("site.proof_looked_for", Thing::Site(id))
        .before(serde_json::json!({ "proof": before }))
        .after(serde_json::json!({ "found": after }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    Ok(looked)
}

async fn look(app: &App, site: &Site, code: &str, method: Method) -> Result<(), NotFound> {
    match method {
        Method::File => {
            let address = file_address(site, code);
            let text = page(app, &address, FILE).await?;
            if text.trim() == code { Ok(()) } else { Err(NotFound::OtherFile { address }) }
        }
        Method::Meta => {
            let text = page(app, site.address.as_str(), PAGE).await?;
            if proofs(&text).any(|found| found == code) { Ok(()) } else { Err(NotFound::NoElement) }
        }
        Method::Dns => {
            let Some(name) = record_name(site) else {
                return Err(NotFound::NoRecord { name: site.address.as_str().to_owned() });
            };
            let records = app.fetch.text_records(&name).await.map_err(NotFound::NoAnswer)?;
            if records.iter().any(|record| record.trim() == code) {
                Ok(())
            } else {
                Err(NotFound::NoRecord { name })
            }
        }
    }
}

/// The text at an address of the site itself.
async fn page(app: &App, address: &str, limits: Limits) -> Result<String, NotFound> {
    let broken =
        |error: url::ParseError| NotFound::NoAnswer(FetchError::Broken { detail: error.to_string() });
    let url = Url::parse(address).map_err(broken)?;
    let answer = app.fetch.get(&url, limits).await.map_err(NotFound::NoAnswer)?;
    if answer.url.host_str() != url.host_str() {
        return Err(NotFound::OtherHost { host: answer.url.host_str().unwrap_or_default().to_owned() });
    }
    if answer.status != 200 {
        return Err(NotFound::Status { address: address.to_owned(), status: answer.status });
    }
    Ok(text_of(&answer))
}

fn text_of(answer: &Fetched) -> String {
    String::from_utf8_lossy(&answer.body).into_owned()
}

/// The contents of all meta elements of our name. Comments are not elements.
fn proofs(page: &str) -> impl Iterator<Item = &str> {
    let page = page.split("<body").next().unwrap_or_default();
    let live = page.split("<!--").enumerate().map(|(index, part)| match index {
        0 => part,
        _ => part.split_once("-->").map_or("", |(_, after)| after),
    });
    let elements = live.flat_map(|part| part.split("<meta").skip(1));
    elements.filter_map(|element| {
        let attributes = element.split('>').next().unwrap_or_default();
        (attribute(attributes, "name") == Some(META)).then(|| attribute(attributes, "content")).flatten()
    })
}

/// The quoted value of an attribute.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    while let Some((before, after)) = rest.split_once('=') {
        let found = before.trim().rsplit(char::is_whitespace).next().unwrap_or_default();
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, next) = after[1..].split_once(quote)?;
        if found.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_live_element_of_the_head_is_a_proof() {
        let found = |page: &str| proofs(page).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(found("<head><meta name=\"coursehub-proof\" content=\"abc\"></head>"), ["abc"]);
        assert_eq!(found("<head><meta content='abc' name='coursehub-proof' />"), ["abc"]);
        assert!(found("<head><!-- <meta name=\"coursehub-proof\" content=\"abc\"> --></head>").is_empty());
        assert!(found("<head></head><body><meta name=\"coursehub-proof\" content=\"abc\">").is_empty());
        assert!(found("<meta name=\"other\" content=\"abc\"><meta name=coursehub-proof>").is_empty());
    }
}
