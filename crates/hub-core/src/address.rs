//! The address of a site and of the hub itself: compared as the web compares them, kept as they were written.

use std::fmt;

use url::Url;

/// The `wwwroot` of a registered site.
///
/// `as_str` is what the site wrote, without trailing slashes: its own pages compare strings, so links back to it
/// are built from this. `key` is what two addresses are compared by: scheme and host in lower case, the host in
/// its ASCII form (IDNA), the default port dropped, the path with its case kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct SiteAddress {
    written: String,
    key: String,
}

/// Why an address was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was given.
    #[error("an address is needed, such as https://moodle.example.org")]
    Empty,
    /// It cannot be read as an address.
    #[error("this is not a web address; it should look like https://moodle.example.org")]
    NotAnAddress,
    /// Only http and https are spoken.
    #[error("only http:// and https:// addresses can be used")]
    Scheme,
    /// A user name or password inside an address would be shown to others.
    #[error("an address with a user name or password cannot be used")]
    Credentials,
    /// Longer than the column of the classic hub.
    #[error("an address can have at most {MAX_CHARS} characters")]
    TooLong,
}

/// Characters, column `url` of the classic hub (protocol notes, 10.1).
pub const MAX_CHARS: usize = 255;

impl SiteAddress {
    /// Reads a `wwwroot`; query and fragment are not part of it and are dropped.
    pub fn parse(raw: &str) -> Result<Self, AddressError> {
        let written = raw.trim().trim_end_matches('/');
        if written.is_empty() {
            return Err(AddressError::Empty);
        }
        if written.chars().count() > MAX_CHARS {
            return Err(AddressError::TooLong);
        }
        let url = Url::parse(written).map_err(|_| AddressError::NotAnAddress)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(AddressError::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressError::Credentials);
        }
        if url.host_str().is_none_or(str::is_empty) {
            return Err(AddressError::NotAnAddress);
        }
        let end = written.find(['?', '#']).unwrap_or(written.len());
        let written = written[..end].trim_end_matches('/').to_owned();
        Ok(Self { key: key_of(&url), written })
    }

    /// As the site wrote it, without trailing slashes.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// What two addresses are compared by.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The parsed form; always succeeds for an address that was parsed once.
    pub fn to_url(&self) -> Option<Url> {
        Url::parse(&self.written).ok()
    }

    /// Whether `other` lies on this site: the same key or a path below it. Publications carry addresses of
    /// single course pages.
    pub fn contains(&self, other: &str) -> bool {
        let Ok(url) = Url::parse(other.trim()) else { return false };
        let other = key_of(&url);
        other.strip_prefix(&self.key).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    }
}

fn key_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}://{host}{port}{}", url.scheme(), url.path().trim_end_matches('/'))
}

impl fmt::Display for SiteAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

/// The hub's own address: what links, mails and replies are built from, with capitals, port and path as given.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct HubAddress(SiteAddress);

impl HubAddress {
    /// Reads the public address of the hub.
    pub fn parse(raw: &str) -> Result<Self, AddressError> {
        SiteAddress::parse(raw).map(Self)
    }

    /// Without trailing slash.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What two addresses are compared by.
    pub fn key(&self) -> &str {
        self.0.key()
    }

    /// The path below which all doors lie: empty or `/hub`, never with a trailing slash.
    pub fn path(&self) -> &str {
        let text = self.0.as_str();
        let after_scheme = text.find("://").map_or(0, |at| at + 3);
        text[after_scheme..].find('/').map_or("", |at| &text[after_scheme + at..])
    }

    /// An absolute address: `path` starts with `/`.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.as_str())
    }

    /// Whether the page is reached over TLS.
    pub fn is_https(&self) -> bool {
        self.key().starts_with("https:")
    }
}

impl fmt::Display for HubAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(raw: &str) -> String {
        SiteAddress::parse(raw).unwrap().key().to_owned()
    }

    #[test]
    fn hosts_are_compared_without_case_and_paths_with_case() {
        assert_eq!(key("HTTP://School.Example/Moodle/"), "http://school.example/Moodle");
        assert_ne!(key("http://school.example/moodle"), key("http://school.example/Moodle"));
        assert_eq!(key("https://school.example:443"), key("https://school.example/"));
        assert_ne!(key("http://school.example:8080"), key("http://school.example"));
        assert_eq!(key("https://bücher.example"), key("https://xn--bcher-kva.example"));
        assert_eq!(key("http://[2001:DB8::1]:8080/m"), "http://[2001:db8::1]:8080/m");
    }

    #[test]
    fn what_was_written_is_kept_for_the_way_back() {
        assert_eq!(
            SiteAddress::parse("http://School.Example/M//").unwrap().as_str(),
            "http://School.Example/M"
        );
    }

    #[test]
    fn addresses_that_lead_elsewhere_are_refused() {
        assert_eq!(SiteAddress::parse(""), Err(AddressError::Empty));
        assert_eq!(SiteAddress::parse("school.example"), Err(AddressError::NotAnAddress));
        assert_eq!(SiteAddress::parse("javascript:alert(1)"), Err(AddressError::Scheme));
        assert_eq!(SiteAddress::parse("http://ana:pw@school.example"), Err(AddressError::Credentials));
        assert_eq!(
            SiteAddress::parse(&format!("http://a.example/{}", "x".repeat(300))),
            Err(AddressError::TooLong)
        );
    }

    #[test]
    fn a_course_page_lies_on_its_site() {
        let site = SiteAddress::parse("http://school.example/moodle").unwrap();
        assert!(site.contains("http://SCHOOL.example/moodle/course/view.php?id=3"));
        assert!(!site.contains("http://school.example/moodle2/course/view.php?id=3"));
        assert!(!site.contains("http://school.example.evil.example/moodle"));
    }

    #[test]
    fn the_hub_may_live_under_a_path_with_capitals_and_a_port() {
        let hub = HubAddress::parse("https://Hub.Example:8443/Kurse/").unwrap();
        assert_eq!(hub.path(), "/Kurse");
        assert_eq!(hub.join("/search"), "https://Hub.Example:8443/Kurse/search");
        assert_eq!(HubAddress::parse("http://hub.example").unwrap().path(), "");
    }
}
