//! Markup that may stand in a page as it is.

use std::collections::HashSet;
use std::fmt;
use std::sync::LazyLock;

use askama::filters::HtmlSafe;

/// Markup cleaned of everything that could run, load or navigate by itself. The only way to show markup that came
/// from outside; templates print it without `|safe`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CleanHtml(String);

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::default();
    builder
        .tags(HashSet::from([
            "a",
            "b",
            "blockquote",
            "br",
            "code",
            "dd",
            "del",
            "div",
            "dl",
            "dt",
            "em",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "li",
            "ol",
            "p",
            "pre",
            "q",
            "s",
            "span",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "u",
            "ul",
        ]))
        // Pictures and everything else from other hosts would tell those hosts who reads.
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("nofollow ugc noopener noreferrer"))
        .generic_attributes(HashSet::from(["lang", "dir"]));
    builder
});

impl CleanHtml {
    /// Keeps text, structure and links of `raw`.
    pub fn clean(raw: &str) -> Self {
        Self(CLEANER.clean(raw).to_string())
    }

    /// Whether nothing would be seen.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Display for CleanHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for CleanHtml {}

/// Markup written by our own code from our own constants and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing(pub(super) String);

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Drawing {}

/// A JSON value inside `<script type="application/ld+json">`: `<` is written as an escape, so that no text in it can
/// end the element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataBlock(String);

impl DataBlock {
    /// The value as text.
    pub fn of(value: &serde_json::Value) -> Self {
        Self(value.to_string().replace('<', "\\u003c"))
    }
}

impl fmt::Display for DataBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for DataBlock {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_or_loads_survives() {
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<iframe src=https://e.example></iframe>",
            "<p style=\"background:url(https://e.example)\">x</p>",
            "<svg onload=alert(1)>",
            "<form action=https://e.example><input></form>",
        ] {
            let clean = CleanHtml::clean(hostile).to_string();
            for word in ["script", "alert", "onerror", "iframe", "style", "img", "svg", "form"] {
                assert!(!clean.contains(word), "{hostile} became {clean}");
            }
        }
        assert_eq!(CleanHtml::clean("<p>One <b>two</b></p>").to_string(), "<p>One <b>two</b></p>");
    }

    #[test]
    fn a_data_block_cannot_be_left() {
        let block = DataBlock::of(&serde_json::json!({ "name": "</script><script>alert(1)" }));
        assert!(!block.to_string().contains('<'));
    }
}
