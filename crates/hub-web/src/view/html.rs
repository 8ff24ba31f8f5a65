//! Markup that may stand in a page as it is.

use std::fmt;

use askama::filters::HtmlSafe;
use hub_app::outside::html::CleanHtml as Cleaned;

/// Markup from outside, cleaned by the hub's one cleaner. Templates print it without `|safe`.
///
/// Headings in it stand below those of the page: a page has one of the first order, and it is ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CleanHtml(String);

impl CleanHtml {
    /// Whether nothing would be seen.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl From<Cleaned> for CleanHtml {
    fn from(cleaned: Cleaned) -> Self {
        let mut html = cleaned.as_str().to_owned();
        // In cleaned markup these characters begin elements only.
        for (from, to) in [("h2", "h4"), ("h1", "h3")] {
            for edge in ["<", "</"] {
                html = html.replace(&format!("{edge}{from}"), &format!("{edge}{to}"));
            }
        }
        Self(html)
    }
}

impl fmt::Display for CleanHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for CleanHtml {}

/// Cleaned markup for samples.
#[cfg(any(test, debug_assertions))]
pub fn html(raw: &str) -> CleanHtml {
    Cleaned::from_html(raw).into()
}

/// Markup written by our own code from our own constants and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing(pub(crate) String);

impl Drawing {
    /// Pairs of bars, the second in front of the first, in the order of the page.
    pub fn bars(pairs: &[[i64; 2]]) -> Self {
        let most = pairs.iter().flatten().copied().max().unwrap_or_default().max(1);
        let height = |count: i64| count.max(0) * 100 / most;
        let bar = |(at, [back, front]): (i64, &[i64; 2])| {
            let (x, back, front) = (at * 40, height(*back), height(*front));
            format!(
                r#"<rect class="back" x="{}" y="{}" width="28" height="{back}"/><rect class="front" x="{}" y="{}" width="14" height="{front}"/>"#,
                x + 6,
                100 - back,
                x + 13,
                100 - front
            )
        };
        let bars: String = (0..).zip(pairs).map(bar).collect();
        let width = pairs.len().max(1) * 40;
        Self(format!(r#"<svg class="bars" viewBox="0 0 {width} 101" aria-hidden="true">{bars}</svg>"#))
    }
}

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
    fn headings_from_outside_stand_below_ours() {
        let html = CleanHtml::from(Cleaned::from_html("<h1>One</h1><h2>Two</h2><p>&lt;h1</p>"));
        assert_eq!(html.to_string(), "<h3>One</h3><h4>Two</h4><p>&lt;h1</p>");
    }

    #[test]
    fn a_data_block_cannot_be_left() {
        let block = DataBlock::of(&serde_json::json!({ "name": "</script><script>alert(1)" }));
        assert!(!block.to_string().contains('<'));
    }
}
