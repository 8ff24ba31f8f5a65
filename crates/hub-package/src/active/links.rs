//! Links that work only for whoever wrote them: counted while a package goes by, judged at its end, because the
//! source site's address often stands in one of the last members.

use std::collections::BTreeMap;

use super::address::Address;
use super::hosts;
use crate::code::Code;
use crate::finding::Findings;

/// Places that are told apart; links to further ones are counted together and judged by nothing.
const PLACES: usize = 4_096;

/// Characters of an example that are kept.
const EXAMPLE_CHARS: usize = 200;

/// Places of one code that are reported.
const REPORTED: usize = 20;

/// How often links lead to which hosts.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// By host, port and first part of the path.
    places: BTreeMap<(String, String, String), Seen>,
    /// The member that is being read.
    member: String,
}

#[derive(Debug)]
struct Seen {
    count: u64,
    example: String,
    member: String,
}

impl Links {
    /// The member that the next links stand in.
    pub(crate) fn enter(&mut self, member: &str) {
        self.member.clear();
        self.member.push_str(member);
    }

    /// Counts one address.
    pub(super) fn see(&mut self, address: &Address) {
        let (host, port, path) = match address {
            Address::Web { host, port, path } => (host.as_str(), port.as_str(), path.as_str()),
            Address::LocalFile => ("file:", "", ""),
            _ => return,
        };
        let key = (cut(host), port.to_owned(), cut(first_part(path)));
        if let Some(seen) = self.places.get_mut(&key) {
            seen.count += 1;
        } else if self.places.len() < PLACES {
            let example =
                if port.is_empty() { format!("{host}{path}") } else { format!("{host}:{port}{path}") };
            let member = self.member.clone();
            self.places.insert(key, Seen { count: 1, example: cut(&example), member });
        }
    }

    /// Reports the links that strangers cannot follow: one finding per host.
    pub(crate) fn judge(self, source_site: Option<&str>, findings: &mut Findings) {
        let source = source_site.map(Address::parse);
        let mut hosts: BTreeMap<(Code, String), Seen> = BTreeMap::new();
        for ((host, port, part), seen) in self.places {
            let own = matches!(&source, Some(Address::Web { host: site, port: site_port, path })
                if *site == host && *site_port == port && (first_part(path).is_empty() || first_part(path) == part));
            let code = if own {
                Code::SourceSiteLink
            } else if host == "file:" || hosts::is_private(&host) {
                Code::PrivateLink
            } else {
                continue;
            };
            match hosts.entry((code, host)) {
                std::collections::btree_map::Entry::Occupied(mut known) => {
                    known.get_mut().count += seen.count;
                }
                std::collections::btree_map::Entry::Vacant(free) => {
                    free.insert(seen);
                }
            }
        }
        let mut reported: BTreeMap<Code, usize> = BTreeMap::new();
        for ((code, _), seen) in hosts {
            let number = reported.entry(code).or_default();
            *number += 1;
            if *number <= REPORTED {
                let word = if seen.count == 1 { "link" } else { "links" };
                let evidence =
                    format!("{} {word}, for instance {}", seen.count, super::quote::text(&seen.example));
                findings.add(
                    code,
                    Some(&seen.member).filter(|member| !member.is_empty()).map(String::as_str),
                    &evidence,
                );
            }
        }
    }
}

fn cut(text: &str) -> String {
    text.chars().take(EXAMPLE_CHARS).collect()
}

/// `/moodle/mod/x.php` → `moodle`.
fn first_part(path: &str) -> &str {
    path.split('/').find(|part| !part.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(addresses: &[&str], source: Option<&str>) -> Vec<(Code, String)> {
        let mut links = Links::default();
        links.enter("activities/page_1/page.xml");
        for address in addresses {
            links.see(&Address::parse(address));
        }
        let mut findings = Findings::new(100);
        links.judge(source, &mut findings);
        findings.finish().0.into_iter().map(|finding| (finding.code, finding.evidence)).collect()
    }

    #[test]
    fn links_into_a_house_are_counted_by_host() {
        assert_eq!(
            judged(
                &["http://localhost/a?key=1", "http://localhost/b", "https://example.org/", "file:///C:/x"],
                None
            ),
            [
                (Code::PrivateLink, "1 link, for instance file:".into()),
                (Code::PrivateLink, "2 links, for instance localhost/a".into()),
            ]
        );
    }

    #[test]
    fn links_to_the_source_site_are_told_from_those_to_its_neighbours() {
        let site = Some("https://school.example/moodle");
        assert_eq!(
            judged(
                &[
                    "https://school.example/moodle/course/view.php?id=3",
                    "https://school.example/",
                    "//school.example/news"
                ],
                site
            ),
            [(Code::SourceSiteLink, "1 link, for instance school.example/moodle/course/view.php".into())]
        );
        // A private source site is told once, as what it is.
        assert_eq!(judged(&["http://localhost:8080/x"], Some("http://localhost:8080")).len(), 1);
        assert_eq!(judged(&["http://localhost/x"], Some("http://localhost:8080"))[0].0, Code::PrivateLink);
    }

    #[test]
    fn a_flood_of_places_is_bounded() {
        let addresses: Vec<String> = (0..10_000).map(|number| format!("http://host{number}/")).collect();
        let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
        assert_eq!(judged(&addresses, None).len(), REPORTED);
    }
}
