//! Text out of HTML: what the index reads of notes, and what classic clients get as description.

use crate::outside::html::is_costly;

/// The text of a piece of HTML, without tags and with its character references read. Text that only looks like HTML
/// (`a < b`) keeps its characters, and so does what is longer or deeper than any text of a person.
pub fn plain_text(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.to_owned();
    }
    if is_costly(html) {
        return html.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let mut cleaner = ammonia::Builder::empty();
    cleaner.clean_content_tags(["script", "style"].into_iter().collect());
    // Words of neighbouring paragraphs must not grow together.
    let spaced = html.replace("</", " </").replace("<br", " <br");
    let text = cleaner.clean(&spaced).to_string();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::plain_text;

    #[test]
    fn tags_and_scripts_go_and_the_text_stays() {
        assert_eq!(
            plain_text("<p>Use it &amp; share</p><script>alert(1)</script><p>freely</p>"),
            "Use it & share freely"
        );
        assert_eq!(plain_text("3 < 4 & 5"), "3 < 4 & 5");
    }
}
