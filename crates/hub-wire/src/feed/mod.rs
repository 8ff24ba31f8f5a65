//! Feeds of a search: Atom 1.0, the classic RSS 2.0, and the classic address of the latter (section 11).
//!
//! Writers only, from plain structs; texts are escaped here, HTML in them is the caller's to clean.

mod atom;
mod rss;
mod rss_path;

pub use atom::{AtomEntry, AtomFeed, atom};
pub use rss::{RssChannel, RssItem, rss};
pub use rss_path::{RssPath, RssPathError};

/// Appends `<name>text</name>` and a line end.
fn element(out: &mut String, name: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape(out, text);
    // An element may have been opened with attributes; only its name closes it.
    out.push_str("</");
    out.push_str(name.split(' ').next().unwrap_or(name));
    out.push_str(">\n");
}

/// Escapes text for element content and attribute values; characters XML forbids are left out.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            other if crate::xmlrpc::is_legal_character(other) => out.push(other),
            _ => {}
        }
    }
}

/// A time in seconds since 1970 as `pattern` says; times a calendar does not reach become 1970.
fn time(seconds: i64, pattern: &str) -> String {
    let timestamp = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    timestamp.strftime(pattern).to_string()
}
