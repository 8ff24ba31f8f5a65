//! Pages of the hub's staff that are about the hub as a whole: the record of acts, vocabularies, mails; and what each
//! person wants to be mailed.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "desk/audit.rs"]
mod audit;

/// What a reader sees: without head, tags and runs of blanks.
fn text(html: &str) -> String {
    let body = html.split_once("<main").map_or(html, |(_, body)| body);
    let mut text = String::new();
    let mut inside = true;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
