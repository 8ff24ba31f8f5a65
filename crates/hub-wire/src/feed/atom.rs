//! Atom 1.0 (RFC 4287).

use super::{element, escape, time};

/// A feed. Addresses are absolute, times in seconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtomFeed {
    /// Permanent, unique name of the feed: an address or `urn:`.
    pub id: String,
    /// Title.
    pub title: String,
    /// One line more, if any.
    pub subtitle: Option<String>,
    /// When something in it last changed.
    pub updated: i64,
    /// Where this feed is.
    pub self_url: String,
    /// The page that shows the same to people.
    pub page_url: String,
    /// Language code, if all is in one.
    pub language: Option<String>,
    /// The entries, newest first.
    pub entries: Vec<AtomEntry>,
}

/// One course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtomEntry {
    /// Permanent, unique name of the entry.
    pub id: String,
    /// Title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// When it last changed.
    pub updated: i64,
    /// When it was first listed.
    pub published: Option<i64>,
    /// Names of its authors. RFC 4287 wants one; without any the feed's title stands in.
    pub authors: Vec<String>,
    /// Plain text.
    pub summary: String,
    /// Tags.
    pub categories: Vec<String>,
    /// Words about its licence.
    pub rights: Option<String>,
    /// Language code.
    pub language: Option<String>,
}

/// RFC 3339 in UTC.
const TIME: &str = "%Y-%m-%dT%H:%M:%SZ";

/// The whole document.
pub fn atom(feed: &AtomFeed) -> String {
    let mut out = String::with_capacity(1024 + feed.entries.len() * 1024);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    language(&mut out, feed.language.as_deref());
    out.push_str(">\n");
    element(&mut out, "id", &feed.id);
    element(&mut out, "title", &feed.title);
    if let Some(subtitle) = &feed.subtitle {
        element(&mut out, "subtitle", subtitle);
    }
    element(&mut out, "updated", &time(feed.updated, TIME));
    link(&mut out, "self", "application/atom+xml", &feed.self_url);
    link(&mut out, "alternate", "text/html", &feed.page_url);
    for entry in &feed.entries {
        write_entry(&mut out, entry, &feed.title);
    }
    out.push_str("</feed>\n");
    out
}

fn write_entry(out: &mut String, entry: &AtomEntry, feed_title: &str) {
    out.push_str("<entry");
    language(out, entry.language.as_deref());
    out.push_str(">\n");
    element(out, "id", &entry.id);
    element(out, "title", &entry.title);
    element(out, "updated", &time(entry.updated, TIME));
    if let Some(published) = entry.published {
        element(out, "published", &time(published, TIME));
    }
    link(out, "alternate", "text/html", &entry.url);
    let named = entry.authors.iter().map(String::as_str).filter(|name| !name.trim().is_empty());
    let mut authors: Vec<&str> = named.collect();
    if authors.is_empty() {
        authors.push(feed_title);
    }
    for author in authors {
        out.push_str("<author>");
        out.push_str("<name>");
        escape(out, author);
        out.push_str("</name></author>\n");
    }
    for category in &entry.categories {
        out.push_str("<category term=\"");
        escape(out, category);
        out.push_str("\"/>\n");
    }
    if let Some(rights) = &entry.rights {
        element(out, "rights", rights);
    }
    element(out, "summary type=\"text\"", &entry.summary);
    out.push_str("</entry>\n");
}

fn language(out: &mut String, language: Option<&str>) {
    if let Some(language) = language {
        out.push_str(" xml:lang=\"");
        // Moodle writes `pt_br`, XML `pt-br`.
        escape(out, &language.replace('_', "-"));
        out.push('"');
    }
}

fn link(out: &mut String, relation: &str, media_type: &str, url: &str) {
    out.push_str("<link rel=\"");
    out.push_str(relation);
    out.push_str("\" type=\"");
    out.push_str(media_type);
    out.push_str("\" href=\"");
    escape(out, url);
    out.push_str("\"/>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_has_what_the_standard_asks_for() {
        let feed = AtomFeed {
            id: "https://hub.example/feeds/atom?q=a&b".to_owned(),
            title: "Botany & more".to_owned(),
            updated: 1_511_222_400,
            self_url: "https://hub.example/feeds/atom?q=a&b".to_owned(),
            page_url: "https://hub.example/search?q=a&b".to_owned(),
            language: Some("pt_br".to_owned()),
            entries: vec![AtomEntry {
                id: "https://hub.example/courses/57".to_owned(),
                title: "Mosses <1>".to_owned(),
                url: "https://hub.example/courses/57-mosses".to_owned(),
                updated: 1_511_222_400,
                summary: "About\u{1} mosses".to_owned(),
                categories: vec!["green \"things\"".to_owned()],
                ..AtomEntry::default()
            }],
            ..AtomFeed::default()
        };
        assert_eq!(
            atom(&feed),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"pt-br\">\n\
             <id>https://hub.example/feeds/atom?q=a&amp;b</id>\n\
             <title>Botany &amp; more</title>\n\
             <updated>2017-11-21T00:00:00Z</updated>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"https://hub.example/feeds/atom?q=a&amp;b\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"https://hub.example/search?q=a&amp;b\"/>\n\
             <entry>\n\
             <id>https://hub.example/courses/57</id>\n\
             <title>Mosses &lt;1&gt;</title>\n\
             <updated>2017-11-21T00:00:00Z</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"https://hub.example/courses/57-mosses\"/>\n\
             <author><name>Botany &amp; more</name></author>\n\
             <category term=\"green &quot;things&quot;\"/>\n\
             <summary type=\"text\">About mosses</summary>\n\
             </entry>\n</feed>\n"
        );
    }
}
