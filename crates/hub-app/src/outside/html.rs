//! HTML from strangers, made harmless.
//!
//! Harmless also to the one who cleans: the time an HTML5 parser needs grows with length times depth (64 KB of `<ul><li>`
//! took 1.3 s, of `<div>` 0.9 s, optimised). What is longer or deeper than any text of a person is shown as the plain
//! text it is; nothing is lost and the rest is cleaned in milliseconds.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use url::Url;

/// Bytes of a text whose markup is looked at.
pub const MAX_MARKUP_BYTES: usize = 64 * 1024;
/// Elements of one name that may be open inside each other.
const MAX_DEPTH: usize = 200;
/// What links from strangers say to browsers and search engines.
const LINK_RELATION: &str = "noopener nofollow ugc";

/// Elements that text may have. No pictures: they would call other servers from our pages. No classes, styles or ids:
/// they would dress foreign text as ours.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// HTML that can stand in a page of ours: only elements of text, links to http, https and mail, no script, no style.
/// The only type that templates print unescaped.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct CleanHtml(String);

impl CleanHtml {
    /// Cleans a fragment of HTML. Links lose everything but their target and title and get
    /// `rel="noopener nofollow ugc"`; relative ones lose their target, since they would lead into our pages.
    pub fn from_html(html: &str) -> Self {
        if html.len() > MAX_MARKUP_BYTES {
            return Self::from_text(html);
        }
        Self::cleaned(html).unwrap_or_else(|| Self::from_text(html))
    }

    /// `html` cleaned, or nothing if it is nested too deeply.
    pub(super) fn cleaned(html: &str) -> Option<Self> {
        (!is_nested_too_deeply(html)).then(|| Self(POLICY.clean(html).to_string()))
    }

    /// Plain text: every character as it is, paragraphs at empty lines, breaks at the others, links where an http or
    /// https address stands.
    pub fn from_text(text: &str) -> Self {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut html = String::new();
        for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            let lines: Vec<String> = paragraph.lines().map(with_links).collect();
            html.extend(["<p>", &lines.join("<br>"), "</p>"]);
        }
        Self(html)
    }

    /// HTML that was cleaned before it was stored. Only for what [`as_str`](Self::as_str) gave out once.
    pub fn from_stored(html: String) -> Self {
        Self(html)
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left to show.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Display for CleanHtml {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

static POLICY: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let attributes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("a", HashSet::from(["href", "hreflang"])),
        ("bdo", HashSet::from(["dir"])),
        ("col", HashSet::from(["span"])),
        ("colgroup", HashSet::from(["span"])),
        ("ol", HashSet::from(["start", "reversed"])),
        ("td", HashSet::from(["colspan", "rowspan", "headers"])),
        ("th", HashSet::from(["colspan", "rowspan", "headers", "scope"])),
    ]);
    let mut policy = Builder::empty();
    policy
        .tags(ELEMENTS.iter().copied().collect())
        // Their contents are no text for readers.
        .clean_content_tags(HashSet::from([
            "script", "style", "iframe", "noscript", "template", "textarea", "title",
        ]))
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["lang", "dir", "title"]))
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some(LINK_RELATION))
        .strip_comments(true);
    policy
});

/// One line, escaped, with its http and https addresses as links.
fn with_links(line: &str) -> String {
    let word = |word: &str| {
        // The sentence's own punctuation is not the address's.
        let address = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'', '»']);
        let is_address = (address.starts_with("https://") || address.starts_with("http://"))
            && Url::parse(address).is_ok();
        if !is_address {
            return escaped(word);
        }
        let (address, rest) = (escaped(address), escaped(&word[address.len()..]));
        format!("<a href=\"{address}\" rel=\"{LINK_RELATION}\">{address}</a>{rest}")
    };
    line.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Text as it may stand between tags and in quoted attributes.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
    html
}

/// Whether a parser would take longer for it than for any text of a person.
pub(crate) fn is_costly(html: &str) -> bool {
    html.len() > MAX_MARKUP_BYTES || is_nested_too_deeply(html)
}

/// Whether more elements of one name are open than any author opens. Counts start and end tags as they stand, which is
/// not quite what a parser sees, but enough to keep it from working on thousands of open elements.
fn is_nested_too_deeply(html: &str) -> bool {
    // End by themselves where their like begins, and are often not closed; inside each other only with those
    // that are counted.
    const SELF_ENDING: &[&str] = &[
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "br", "hr", "img",
        "input", "wbr", "col", "link", "meta", "source", "rt", "rp",
    ];
    let mut open: HashMap<String, usize> = HashMap::new();
    for tag in html.split('<').skip(1) {
        let (closes, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name: String = tag
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .take(20)
            .collect::<String>()
            .to_ascii_lowercase();
        if name.is_empty() || SELF_ENDING.contains(&name.as_str()) {
            continue;
        }
        let count = open.entry(name).or_default();
        *count = if closes { count.saturating_sub(1) } else { *count + 1 };
        if *count > MAX_DEPTH {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests;
