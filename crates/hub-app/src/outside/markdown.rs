//! Texts of publishers and of the hub's operator, in the formats they come in, as HTML that can be shown.

use std::fmt;

use pulldown_cmark::{Options, Parser, html};

use super::html::{CleanHtml, MAX_MARKUP_BYTES};

/// Moodle's text formats (`FORMAT_*` of its weblib; classic field `creatornotesformat`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// 0, "Moodle auto-format": text with some HTML, line breaks count.
    Moodle,
    /// 1.
    Html,
    /// 2: no markup at all.
    Plain,
    /// 4.
    Markdown,
}

impl TextFormat {
    /// The format of a number; numbers Moodle does not know are read as it reads them, as 0.
    pub fn from_code(code: i64) -> Self {
        match code {
            1 => Self::Html,
            2 => Self::Plain,
            4 => Self::Markdown,
            _ => Self::Moodle,
        }
    }

    /// `text` as HTML that can be shown.
    pub fn render(self, text: &str) -> CleanHtml {
        match self {
            Self::Html => CleanHtml::from_html(text),
            Self::Plain => CleanHtml::from_text(text),
            // Without any markup it is plain text; with some, its line breaks count between the blocks it has.
            Self::Moodle if !text.contains('<') => CleanHtml::from_text(&decoded(text)),
            Self::Moodle => CleanHtml::from_html(&with_breaks(text)),
            Self::Markdown => markdown(text),
        }
    }
}

/// CommonMark with tables and strike-through; HTML inside it is cleaned like any other. A text that grows beyond measure
/// (a few characters can ask for thousands of table cells or nested quotes) is shown as plain text.
pub fn markdown(text: &str) -> CleanHtml {
    let mut page = Page(String::new());
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let written = text.len() <= MAX_MARKUP_BYTES && html::write_html_fmt(&mut page, parser).is_ok();
    let cleaned = if written { CleanHtml::cleaned(&page.0) } else { None };
    cleaned.unwrap_or_else(|| CleanHtml::from_text(text))
}

/// What Markdown is written to: refuses to grow beyond four times what markup may have.
struct Page(String);

impl fmt::Write for Page {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.0.len() + text.len() > 4 * MAX_MARKUP_BYTES {
            return Err(fmt::Error);
        }
        self.0.push_str(text);
        Ok(())
    }
}

/// Auto-format is HTML even where it has no elements: `&amp;` means `&`.
fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

/// Line breaks as `<br>`, except beside blocks, which break by themselves.
fn with_breaks(text: &str) -> String {
    const BLOCKS: &[&str] = &[
        "p",
        "div",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "pre",
        "blockquote",
        "br",
        "caption",
    ];
    let is_block = |tag: &str| {
        let name = tag.trim_start_matches('<').trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name))
    };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut html = String::new();
    let mut lines = text.trim().lines().peekable();
    while let Some(line) = lines.next() {
        html.push_str(line);
        let Some(next) = lines.peek() else { break };
        let after_block =
            line.trim_end().ends_with('>') && line.rfind('<').is_some_and(|at| is_block(&line[at..]));
        let before_block = next.trim_start().starts_with('<') && is_block(next.trim_start());
        html.push_str(if after_block || before_block { "\n" } else { "<br>\n" });
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(code: i64, text: &str) -> String {
        TextFormat::from_code(code).render(text).as_str().to_owned()
    }

    #[test]
    fn plain_text_shows_every_character_it_has() {
        assert_eq!(
            render(2, "a <b>c</b> & d\nnext\r\n\r\nparagraph"),
            "<p>a &lt;b&gt;c&lt;/b&gt; &amp; d<br>next</p><p>paragraph</p>"
        );
        assert_eq!(render(2, "  \n\n "), "");
        assert_eq!(render(2, "&amp;"), "<p>&amp;amp;</p>");
    }

    #[test]
    fn addresses_in_plain_text_become_links() {
        let link =
            |address: &str| format!("<a href=\"{address}\" rel=\"noopener nofollow ugc\">{address}</a>");
        for code in [0, 2] {
            assert_eq!(
                render(code, "see https://a.example/x. And http://b.example, or c.example"),
                format!(
                    "<p>see {}. And {}, or c.example</p>",
                    link("https://a.example/x"),
                    link("http://b.example")
                )
            );
        }
        let nasty = render(2, "https://a.example/\"onclick=alert(1) javascript:alert(1) https://<script>");
        assert!(
            !nasty.contains("<script>") && !nasty.contains("\" onclick") && !nasty.contains("\"javascript"),
            "{nasty}"
        );
    }

    #[test]
    fn moodles_auto_format_keeps_lines_and_markup() {
        assert_eq!(render(0, "one\ntwo"), "<p>one<br>two</p>");
        assert_eq!(render(0, "Fish &amp; chips"), "<p>Fish &amp; chips</p>");
        assert_eq!(render(0, "a <b>bold</b>\nline"), "a <b>bold</b><br>\nline");
        assert_eq!(
            render(0, "<p>a</p>\n<ul>\n<li>x</li>\n</ul>\nend"),
            "<p>a</p>\n<ul>\n<li>x</li>\n</ul>\nend"
        );
        assert_eq!(render(0, "a<script>\nalert(1)</script>"), "a");
        assert_eq!(
            render(0, "&lt;script&gt;alert(1)&lt;/script&gt;"),
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
        );
        assert_eq!(render(99, "one\ntwo"), render(0, "one\ntwo"));
        assert_eq!(render(-1, "x"), "<p>x</p>");
    }

    #[test]
    fn html_and_markdown_are_cleaned() {
        assert_eq!(render(1, "<p onclick=x>a\nb</p>"), "<p>a\nb</p>");
        assert_eq!(
            render(4, "# Plants\n\n*Light* and ~~dark~~ <script>alert(1)</script>\n\n|a|b|\n|-|-|\n|1|2|\n")
                .replace('\n', ""),
            "<h1>Plants</h1><p><em>Light</em> and <del>dark</del> </p><table><thead><tr><th>a</th><th>b</th></tr></thead>\
             <tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
        );
        assert_eq!(
            render(4, "![x](https://tracker.example/a.png)[y](javascript:alert(1))").trim_end(),
            "<p><a rel=\"noopener nofollow ugc\">y</a></p>"
        );
    }
}
