//! The recordings as they lie in their files: one exchange after the other, heads as text, bodies as far as they were
//! kept.

use std::path::Path;

/// Names and values, in the order of the wire.
pub type Headers = Vec<(String, String)>;

/// A header by its name, whatever its case.
pub fn header<'h>(headers: &'h Headers, name: &str) -> Option<&'h str> {
    headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
}

/// One request and its reply.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The line above it: `browser -> hub.example`.
    pub between: String,
    /// `GET`, `POST`, `HEAD`.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Of the request.
    pub headers: Headers,
    /// Of the request; places of binary parts are held by a line in brackets.
    pub body: String,
    /// Of the reply.
    pub status: u16,
    /// Of the reply.
    pub reply_headers: Headers,
    /// Of the reply; a line in brackets stands for what was left out.
    pub reply: String,
}

impl Exchange {
    /// Whether the hub is asked, by a site or by a browser.
    pub fn is_to_hub(&self) -> bool {
        self.between.ends_with("-> hub.example") && !self.is_probe()
    }

    /// Whether a hub looks if a site is there. The recorded site at the hub's own address was the hub.
    pub fn is_probe(&self) -> bool {
        self.between.starts_with("hub ->")
            || (header(&self.headers, "User-Agent") == Some("MoodleBot/1.0")
                && matches!(self.target.as_str(), "/" | "/elsewhere"))
    }

    /// Whether a browser sent it.
    pub fn is_of_browser(&self) -> bool {
        self.between.starts_with("browser")
    }

    /// Whether the reply is a page that a person reads, or a feed, whose text was left out or is the hub's own.
    pub fn is_page(&self) -> bool {
        let kind = header(&self.reply_headers, "Content-Type").unwrap_or_default();
        (self.reply.starts_with("[HTML body") && self.status != 303) || kind == "application/xml"
    }
}

/// The exchanges of a file.
pub fn read(path: &Path) -> Vec<Exchange> {
    let text = String::from_utf8(std::fs::read(path).unwrap()).expect("recordings are UTF-8");
    let text = format!("\n{text}");
    text.split("\n### ").skip(1).filter_map(exchange).collect()
}

fn exchange(part: &str) -> Option<Exchange> {
    let (between, rest) = part.split_once('\n')?;
    if rest.contains("(request headers and body left out)") || rest.starts_with("==") {
        return None;
    }
    let (request, reply) = rest.split_once("\n--- response\n")?;
    let (line, headers, body) = message(request);
    let (status_line, reply_headers, reply) = message(reply);
    let mut line = line.split(' ');
    Some(Exchange {
        between: between.trim().to_owned(),
        method: line.next()?.to_owned(),
        target: line.next()?.to_owned(),
        body: whole(&headers, body),
        headers,
        status: status_line.split(' ').nth(1)?.parse().ok()?,
        reply_headers,
        reply: reply.trim_end().to_owned(),
    })
}

fn message(text: &str) -> (&str, Headers, &str) {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let (first, lines) = head.split_once('\n').unwrap_or((head, ""));
    let pair =
        |line: &str| line.split_once(':').map(|(name, value)| (name.to_owned(), value.trim().to_owned()));
    (first, lines.lines().filter_map(pair).collect(), body)
}

/// As many bytes as were sent; a body with parts left out ends at its last boundary.
fn whole(headers: &Headers, body: &str) -> String {
    let length = header(headers, "Content-Length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let multipart = header(headers, "Content-Type").is_some_and(|kind| kind.starts_with("multipart/"));
    if multipart { body.trim_end().to_owned() } else { body.get(..length).unwrap_or(body).to_owned() }
}
