//! What an address in an attribute leads to, read as browsers do (WHATWG URL standard, section 4.4), without
//! ever resolving it.

use super::hosts;

/// Characters of an address that are looked at.
const LOOKED_AT: usize = 4_096;

/// Schemes that only wrap another address; browsers once opened what they wrap.
const WRAPPERS: &[&str] = &["feed", "view-source", "jar", "pcast", "firefoxurl"];

/// Schemes that run what follows: the living one and those of old browsers.
const SCRIPTS: &[&str] = &["javascript", "vbscript", "vbs", "livescript", "mocha", "jscript"];

/// Types of `data:` that a browser opens as a document able to run script.
const DOCUMENTS: &[&str] = &["html", "xml", "svg", "script", "xsl"];

/// What an address leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// Within the site or the package, empty, or one of Moodle's tokens.
    Own,
    /// It runs script.
    Script,
    /// A document inside the address; `svg` may be a mere picture.
    Document { svg: bool },
    /// Another host, in lower case.
    Web { host: String, port: String, path: String },
    /// A file on the computer of whoever wrote it.
    LocalFile,
    /// Any other scheme.
    Other,
}

impl Address {
    /// Reads the value of an attribute.
    pub(super) fn parse(value: &str) -> Self {
        let mut rest = compact(value);
        if is_drive(&rest) {
            return Self::LocalFile;
        }
        for _ in 0..4 {
            let Some((scheme, after)) = split_scheme(&rest) else {
                let slashes = rest.chars().take_while(|letter| matches!(letter, '/' | '\\')).count();
                return if slashes >= 2 { web(&rest[slashes..]) } else { Self::Own };
            };
            let scheme = scheme.to_ascii_lowercase();
            if WRAPPERS.contains(&scheme.as_str()) {
                rest = after.to_owned();
                continue;
            }
            return of_scheme(&scheme, after);
        }
        Self::Other
    }

    /// Whether it is on another host that measures readers.
    pub(super) fn is_tracker(&self) -> bool {
        matches!(self, Self::Web { host, path, .. } if hosts::is_tracker(host, path))
    }

    /// Whether it is a known service for frames.
    pub(super) fn is_embed(&self) -> bool {
        matches!(self, Self::Web { host, path, .. } if hosts::is_embed(host, path))
    }

    /// Whether it is on another host.
    pub(super) fn is_elsewhere(&self) -> bool {
        matches!(self, Self::Web { .. })
    }
}

fn of_scheme(scheme: &str, after: &str) -> Address {
    if SCRIPTS.contains(&scheme) {
        return Address::Script;
    }
    match scheme {
        "http" | "https" | "ftp" | "ws" | "wss" => {
            let inner = after.trim_start_matches(['/', '\\']);
            // `https:page` is a page beside this one.
            if inner.len() == after.len() { Address::Own } else { web(inner) }
        }
        "data" => {
            let kind = after.split([',', ';']).next().unwrap_or_default().to_ascii_lowercase();
            if DOCUMENTS.iter().any(|word| kind.contains(word)) {
                Address::Document { svg: kind.contains("svg") }
            } else {
                Address::Other
            }
        }
        "file" => Address::LocalFile,
        _ => Address::Other,
    }
}

fn web(rest: &str) -> Address {
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let authority = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (host, port),
        _ => (authority, ""),
    };
    if host.is_empty() {
        return Address::Own;
    }
    let path = tail[..tail.find(['?', '#']).unwrap_or(tail.len())].replace('\\', "/");
    Address::Web { host: host.to_lowercase(), port: port.to_owned(), path }
}

/// The address without what browsers drop from it, and without blanks and marks that old ones dropped.
fn compact(value: &str) -> String {
    let is_mark = |letter: char| {
        letter.is_control()
            || letter.is_whitespace()
            || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}' | '\u{feff}' | '\u{fffd}')
    };
    value.chars().filter(|letter| !is_mark(*letter)).take(LOOKED_AT).collect()
}

fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, after) = address.split_once(':')?;
    let mut bytes = scheme.bytes();
    let letter = bytes.next()?.is_ascii_alphabetic();
    let more = bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-'));
    (letter && more).then_some((scheme, after))
}

/// `C:\…`, which people paste for a link.
fn is_drive(address: &str) -> bool {
    matches!(address.as_bytes(), [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_is_seen_through_blanks_marks_and_wrappers() {
        for value in [
            "javascript:alert(1)",
            " JaVaScRiPt:x",
            "java\tscript:x",
            "java\nscr\nipt:x",
            "\u{1}javascript:x",
            "java\u{0}script:x",
            "javascript\u{200b}:x",
            "vbscript:x",
            "feed:javascript:x",
            "view-source:javascript:x",
            "java\u{fffd}script:x",
            "\u{a0}javascript:x",
            "livescript:x",
        ] {
            assert_eq!(Address::parse(value), Address::Script, "{value:?}");
        }
        for value in [
            "javascript",
            "/javascript:x",
            "#javascript:",
            "?q=javascript:x",
            "javascripts:x",
            "x javascript:y",
        ] {
            assert_ne!(Address::parse(value), Address::Script, "{value:?}");
        }
    }

    #[test]
    fn hosts_are_found_as_browsers_find_them() {
        let web = |host: &str, port: &str, path: &str| Address::Web {
            host: host.into(),
            port: port.into(),
            path: path.into(),
        };
        assert_eq!(Address::parse("https://Example.org:8443/a/b?x=1#y"), web("example.org", "8443", "/a/b"));
        assert_eq!(Address::parse("//example.org"), web("example.org", "", ""));
        assert_eq!(Address::parse("\\\\example.org\\x"), web("example.org", "", "/x"));
        assert_eq!(Address::parse("https:\\\\u:p@example.org/x"), web("example.org", "", "/x"));
        assert_eq!(Address::parse("http://[::1]:80/"), web("[::1]", "80", "/"));
        for own in [
            "",
            "page.html",
            "/mod/x",
            "@@PLUGINFILE@@/a.png",
            "$@COURSEVIEWBYID*12@$",
            "#a",
            "http://",
            "https:x",
        ] {
            assert_eq!(Address::parse(own), Address::Own, "{own}");
        }
        assert_eq!(Address::parse("file:///C:/x.doc"), Address::LocalFile);
        assert_eq!(Address::parse("C:\\Users\\x.doc"), Address::LocalFile);
        assert_eq!(Address::parse("mailto:a@b.c"), Address::Other);
        assert_eq!(Address::parse("data:text/html,x"), Address::Document { svg: false });
        assert_eq!(Address::parse("data:image/svg+xml;base64,x"), Address::Document { svg: true });
        assert_eq!(Address::parse("data:image/png;base64,x"), Address::Other);
    }
}
