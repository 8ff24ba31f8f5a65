//! The HTML of a mail, made from its plain text: paragraphs, line breaks and links, nothing else.

use std::fmt::Write as _;

/// A whole HTML document of a plain text. Styles are inline, because many mail programs drop others.
pub(super) fn document(hub: &str, language: &str, right_to_left: bool, text: &str) -> String {
    let direction = if right_to_left { "rtl" } else { "ltr" };
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"></head>\n\
         <body style=\"margin:0;padding:24px;font:16px/1.5 sans-serif;color:#1b1b1f;background:#ffffff\">\n\
         <div dir=\"{direction}\" style=\"max-width:38em;margin:0 auto\">\n\
         <p style=\"font-weight:bold;border-bottom:1px solid #c5c5cc;padding-bottom:8px\">{}</p>\n",
        escaped(hub)
    );
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let lines = paragraph.lines().map(line).collect::<Vec<_>>().join("<br>\n");
        // Writing to a string cannot fail.
        let _ = writeln!(html, "<p>{lines}</p>");
    }
    html + "</div>\n</body></html>\n"
}

fn line(text: &str) -> String {
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Addresses stand alone between spaces in our texts. A reader's own words may hold some, too; they are links as in
/// any mail program, shown as what they are. Isolation marks around a filled-in address are no part of it.
fn word(text: &str) -> String {
    const ISOLATION: [char; 2] = ['\u{2068}', '\u{2069}'];
    let address = text.trim_matches(ISOLATION).trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
    if address.starts_with("https://") || address.starts_with("http://") {
        let shown = escaped(address);
        let link = format!("<a href=\"{shown}\" dir=\"ltr\">{shown}</a>");
        return escaped(text).replacen(&shown, &link, 1);
    }
    escaped(text)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_text_and_links_lead_somewhere() {
        let html =
            document("A & B", "en", false, "<script>x</script>\n\nSee https://h.example/?a=1&b=\"2.\nend\n");
        assert!(html.contains("A &amp; B") && !html.contains("<script"), "{html}");
        assert!(html.contains("<a href=\"https://h.example/?a=1&amp;b=&quot;2\" dir=\"ltr\">"), "{html}");
        assert!(html.contains(".<br>\nend</p>"), "{html}");
    }

    #[test]
    fn arabic_runs_from_right_to_left() {
        let html = document("Hub", "ar", true, "\u{2068}https://h.example\u{2069}");
        assert!(html.contains("lang=\"ar\" dir=\"rtl\""), "{html}");
        assert!(html.contains("href=\"https://h.example\""), "{html}");
    }
}
