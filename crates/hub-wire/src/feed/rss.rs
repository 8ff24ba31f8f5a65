//! RSS 2.0 as readers of the classic hub's feeds know it (section 11).

use super::{element, escape, time};

/// A channel. Addresses are absolute, times in seconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RssChannel {
    /// Title.
    pub title: String,
    /// The page that shows the same to people.
    pub url: String,
    /// A line about it.
    pub description: String,
    /// Where this channel is.
    pub self_url: String,
    /// Language code, if all is in one.
    pub language: Option<String>,
    /// The items, newest first; ten on the classic hub.
    pub items: Vec<RssItem>,
}

/// One course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RssItem {
    /// Title.
    pub title: String,
    /// Its page: on the classic hub `HUB/index.php?courseid=N&rss=1`.
    pub url: String,
    /// Permanent, unique name; not an address.
    pub guid: String,
    /// Who made it. Goes into `dc:creator`, since RSS's own `author` must be a mail address.
    pub creator: String,
    /// When it last changed.
    pub published: i64,
    /// Description as **cleaned HTML**.
    pub description_html: String,
    /// Tags.
    pub categories: Vec<String>,
}

/// RFC 822 with four digits of year, in GMT.
const TIME: &str = "%a, %d %b %Y %H:%M:%S GMT";

/// The whole document.
pub fn rss(channel: &RssChannel) -> String {
    let mut out = String::with_capacity(1024 + channel.items.len() * 1024);
    out.push_str(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" \
         xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n",
    );
    element(&mut out, "title", &channel.title);
    element(&mut out, "link", &channel.url);
    element(&mut out, "description", &channel.description);
    if let Some(language) = &channel.language {
        element(&mut out, "language", &language.replace('_', "-"));
    }
    if !channel.self_url.is_empty() {
        out.push_str("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"");
        escape(&mut out, &channel.self_url);
        out.push_str("\"/>\n");
    }
    for item in &channel.items {
        write_item(&mut out, item);
    }
    out.push_str("</channel>\n</rss>\n");
    out
}

fn write_item(out: &mut String, item: &RssItem) {
    out.push_str("<item>\n");
    element(out, "title", &item.title);
    element(out, "link", &item.url);
    element(out, "guid isPermaLink=\"false\"", &item.guid);
    element(out, "pubDate", &time(item.published, TIME));
    if !item.creator.is_empty() {
        element(out, "dc:creator", &item.creator);
    }
    for category in &item.categories {
        element(out, "category", category);
    }
    element(out, "description", &item.description_html);
    out.push_str("</item>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_has_what_the_standard_asks_for() {
        let channel = RssChannel {
            title: "Hub".to_owned(),
            url: "https://hub.example".to_owned(),
            description: "Newest".to_owned(),
            items: vec![RssItem {
                title: "A & b".to_owned(),
                url: "https://hub.example/index.php?courseid=57&rss=1".to_owned(),
                guid: "hub.example:57".to_owned(),
                creator: "Ana Ruiz".to_owned(),
                published: 1_511_222_400,
                description_html: "<p>First</p>".to_owned(),
                categories: vec!["maths".to_owned()],
            }],
            ..RssChannel::default()
        };
        let written = rss(&channel);
        assert!(written.ends_with(
            "<channel>\n<title>Hub</title>\n<link>https://hub.example</link>\n<description>Newest</description>\n\
             <item>\n<title>A &amp; b</title>\n\
             <link>https://hub.example/index.php?courseid=57&amp;rss=1</link>\n\
             <guid isPermaLink=\"false\">hub.example:57</guid>\n\
             <pubDate>Tue, 21 Nov 2017 00:00:00 GMT</pubDate>\n\
             <dc:creator>Ana Ruiz</dc:creator>\n<category>maths</category>\n\
             <description>&lt;p&gt;First&lt;/p&gt;</description>\n</item>\n</channel>\n</rss>\n"
        ));
    }
}
