//! Every address of the pages, built from the hub's own address. The hub may live under a path
//! (`https://x.example/hub`), so nothing else may write an address.

use std::borrow::Borrow;

use hub_core::address::HubAddress;
use hub_core::page::Page;
use hub_core::text::slug;
use hub_core::{CourseId, SiteId, VersionId};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::view::search::{OWN, Search};

/// What may stand in a path segment as it is (RFC 3986, unreserved characters).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Text as one segment of a path or one value of a query.
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

/// Path of a course's page, without the hub's own path.
pub fn course_path(id: CourseId, title: &str) -> String {
    match slug(title).as_str() {
        "" => format!("/courses/{id}"),
        slug => format!("/courses/{id}-{}", encoded(slug)),
    }
}

/// Addresses of one hub. Those returned are paths from the root of its host, to be used in links, unless the name
/// says `absolute`. Ids are taken by value or by reference, as templates hand them over.
#[derive(Clone, Debug)]
pub struct Urls {
    hub: HubAddress,
}

impl Urls {
    /// Of the hub at this address.
    pub fn new(hub: HubAddress) -> Self {
        Self { hub }
    }

    /// The hub's own address, to be typed into a Moodle.
    pub fn hub(&self) -> &str {
        self.hub.as_str()
    }

    /// Where cookies are valid: the hub's path, or `/`.
    pub fn cookie_path(&self) -> &str {
        if self.hub.path().is_empty() { "/" } else { self.hub.path() }
    }

    /// Whether cookies may be marked for TLS only.
    pub fn is_https(&self) -> bool {
        self.hub.is_https()
    }

    /// A link to a path of the hub, which starts with `/`.
    pub fn to(&self, path: &str) -> String {
        format!("{}{path}", self.hub.path())
    }

    /// The whole address of a path of the hub.
    pub fn absolute(&self, path: &str) -> String {
        self.hub.join(path)
    }

    /// A link to one thing below a path of the hub.
    pub fn below(&self, path: &str, what: impl std::fmt::Display) -> String {
        self.to(&format!("{path}/{what}"))
    }

    /// The form by which a course or site is reported.
    pub fn report(&self, path: &str, id: impl std::fmt::Display) -> String {
        self.to(&format!("{path}/{id}/report"))
    }

    /// Front page.
    pub fn front(&self) -> String {
        self.to("/")
    }

    /// The search itself, without a question: where search forms go.
    pub fn search_form(&self) -> String {
        self.to("/search")
    }

    /// Results of a search.
    pub fn search(&self, search: &Search) -> String {
        self.to(&search.path())
    }

    /// Results of one filter: all courses of a subject, of a language.
    pub fn search_by(&self, parameter: &str, value: &str) -> String {
        self.to(&format!("/search?{parameter}={}", encoded(value)))
    }

    /// Search of one value of an own facet.
    pub fn search_by_own(&self, facet: &str, value: &str) -> String {
        self.search_by(&format!("{OWN}{facet}"), value)
    }

    /// Atom feed of a search.
    pub fn atom(&self, search: &Search) -> String {
        self.to(&format!("/feeds/atom{}", search.feed_query()))
    }

    /// RSS feed of a search.
    pub fn rss(&self, search: &Search) -> String {
        self.to(&format!("/feeds/rss{}", search.feed_query()))
    }

    /// A course's page.
    pub fn course(&self, id: impl Borrow<CourseId>, title: &str) -> String {
        self.to(&course_path(*id.borrow(), title))
    }

    /// One version of a course; `number` counts from 1 inside the course.
    pub fn version(&self, id: impl Borrow<CourseId>, number: impl Borrow<i64>) -> String {
        let (id, number) = (id.borrow(), number.borrow());
        self.to(&format!("/courses/{id}/versions/{number}"))
    }

    /// A version's package, at the address every classic client knows.
    pub fn download(&self, id: impl Borrow<VersionId>) -> String {
        self.to(&format!("/local/hub/webservice/download.php?filetype=backup&courseid={}", id.borrow()))
    }

    /// A counted way to the course on its own site, or to its demonstration.
    pub fn visit(&self, id: impl Borrow<VersionId>) -> String {
        self.to(&format!("/?redirectcourseid={}", id.borrow()))
    }

    /// A screenshot as large as it is kept; the first is number 1.
    pub fn screenshot(&self, id: impl Borrow<VersionId>, number: impl Borrow<i64>) -> String {
        self.to(&screenshot_path(*id.borrow(), *number.borrow()))
    }

    /// A screenshot as large as it is kept, whole address.
    pub fn screenshot_absolute(&self, id: impl Borrow<VersionId>, number: i64) -> String {
        self.absolute(&screenshot_path(*id.borrow(), number))
    }

    /// The first screenshot of a version in the size of cards.
    pub fn card(&self, id: impl Borrow<VersionId>) -> String {
        self.to(&format!("/pictures/{}", id.borrow()))
    }

    /// The hub's logo.
    pub fn logo(&self) -> String {
        self.to("/local/hub/webservice/download.php?filetype=hubscreenshot")
    }

    /// Site list.
    pub fn sites(&self) -> String {
        self.to("/sites")
    }

    /// A site's page.
    pub fn site(&self, id: impl Borrow<SiteId>) -> String {
        self.to(&format!("/sites/{}", id.borrow()))
    }

    /// About this hub.
    pub fn about(&self) -> String {
        self.to("/about")
    }

    /// Where one signs in.
    pub fn sign_in(&self) -> String {
        self.to("/sign-in")
    }

    /// Where one writes to the hub's staff.
    pub fn contact(&self) -> String {
        self.to("/contact")
    }

    /// Where one writes about a course.
    pub fn course_contact(&self, id: impl Borrow<CourseId>) -> String {
        self.to(&format!("/courses/{}/contact", id.borrow()))
    }

    /// Where one writes to a site.
    pub fn site_contact(&self, id: impl Borrow<SiteId>) -> String {
        self.to(&format!("/sites/{}/contact", id.borrow()))
    }

    /// A conversation, for staff.
    pub fn conversation(&self, id: i64) -> String {
        self.to(&format!("/moderate/messages/{id}"))
    }

    /// Help: the questions that everybody asks.
    pub fn help(&self) -> String {
        self.to("/help")
    }

    /// How to connect a Moodle.
    pub fn connect(&self) -> String {
        self.to("/help/connect")
    }

    /// How to publish a course.
    pub fn help_publish(&self) -> String {
        self.to("/help/publish")
    }

    /// A page of help for Moodles of a release.
    pub fn help_for(&self, page: &str, release: &str) -> String {
        self.to(&format!("/help/{page}?moodle={release}"))
    }

    /// A group of settings.
    pub fn settings(&self, group: &str) -> String {
        self.to(&format!("/admin/settings/{group}"))
    }

    /// A page that staff writes.
    pub fn page(&self, page: impl Borrow<Page>) -> String {
        self.to(&format!("/{}", page.borrow().name()))
    }

    /// Where staff writes it.
    pub fn write_page(&self, page: impl Borrow<Page>) -> String {
        self.to(&format!("/admin/pages/{}", page.borrow().name()))
    }

    /// An edition of the publishers' agreement.
    pub fn agreement(&self, edition: impl Borrow<i64>) -> String {
        self.to(&format!("/agreement/{}", edition.borrow()))
    }

    /// Where the classic registration form goes.
    pub fn registration(&self) -> String {
        self.to("/local/hub/siteregistration.php")
    }

    /// An asset under the hash of its content.
    pub fn asset(&self, name: &str) -> String {
        self.to(&crate::page::asset::path(name))
    }
}

fn screenshot_path(id: VersionId, number: i64) -> String {
    format!(
        "/local/hub/webservice/download.php?filetype=screenshot&courseid={id}&screenshotnumber={number}&imagewidth=original"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn urls(hub: &str) -> Urls {
        Urls::new(HubAddress::parse(hub).unwrap())
    }

    #[test]
    fn links_keep_the_path_of_the_hub() {
        let urls = urls("https://X.example:8443/Hub/");
        assert_eq!(urls.front(), "/Hub/");
        assert_eq!(urls.course(CourseId(7), "Plants & light"), "/Hub/courses/7-plants-light");
        assert_eq!(urls.absolute("/about"), "https://X.example:8443/Hub/about");
        assert_eq!(urls.cookie_path(), "/Hub");
    }

    #[test]
    fn a_title_of_any_script_becomes_a_safe_address() {
        assert_eq!(course_path(CourseId(7), "???"), "/courses/7");
        let path = course_path(CourseId(7), "دورة المياه");
        assert!(path.is_ascii() && path.starts_with("/courses/7-%D8"), "{path}");
    }
}
