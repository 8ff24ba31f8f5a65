//! Markup quoted as evidence: rebuilt from what was read, without what may be private.

use super::tag::Tag;

/// Characters of one value that are quoted.
const VALUE_CHARS: usize = 160;

/// `<name key="value">` with the given attributes only.
pub(super) fn tag(tag: &Tag, keys: &[&str]) -> String {
    let mut out = format!("<{}", String::from_utf8_lossy(&tag.name));
    for key in keys {
        if let Some(value) = tag.get(key) {
            out.push(' ');
            out.push_str(key);
            if !value.is_empty() {
                out.push_str("=\"");
                out.push_str(&text(value));
                out.push('"');
            }
        }
    }
    out.push('>');
    out
}

/// A text of a package, cut, without queries of addresses (they may hold keys of a session) and without the names
/// of mailboxes.
pub(super) fn text(raw: &str) -> String {
    let mut out = String::new();
    let cut: String = raw.trim().chars().take(VALUE_CHARS).collect();
    for word in cut.split_inclusive([' ', '\n', '\t', '"', '\'', '(', ')', '<', '>', ',', ';']) {
        let (word, gap) = match word.char_indices().next_back() {
            Some((at, last)) if last.is_whitespace() || last.is_ascii_punctuation() && last != '/' => {
                word.split_at(at)
            }
            _ => (word, ""),
        };
        out.push_str(&masked(word));
        out.push_str(gap);
    }
    if raw.trim().chars().nth(VALUE_CHARS).is_some() {
        out.push('…');
    }
    out
}

fn masked(word: &str) -> String {
    let is_web = word.contains("//");
    let word = match word.find('?') {
        Some(at) if is_web && at + 1 < word.len() => format!("{}?…", &word[..at]),
        _ => word.to_owned(),
    };
    match word.split_once('@') {
        // Moodle's own tokens and those of question types begin or end with the sign.
        Some((name, host))
            if host.contains('.')
                && name.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '_' | '-' | '.')) =>
        {
            let scheme = name
                .find("//")
                .map_or_else(|| name.strip_prefix("mailto:").map_or("", |_| "mailto:"), |at| &name[..at + 2]);
            format!("{scheme}…@{host}")
        }
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_and_mailboxes_are_left_out() {
        assert_eq!(text("https://a.example/x.php?sesskey=abc"), "https://a.example/x.php?…");
        assert_eq!(text("mailto:jane.doe@school.example"), "mailto:…@school.example");
        assert_eq!(text("write('jane@school.example')"), "write('…@school.example')");
        assert_eq!(text("https://user:key@a.example/"), "https://…@a.example/");
        assert_eq!(text("@@PLUGINFILE@@/a.png"), "@@PLUGINFILE@@/a.png");
        assert_eq!(text("$@COURSEVIEWBYID*1@$"), "$@COURSEVIEWBYID*1@$");
        assert_eq!(text("new String('{@a0@}')"), "new String('{@a0@}')");
        assert_eq!(text("alert(1)"), "alert(1)");
        assert_eq!(text(&"x".repeat(500)).chars().count(), VALUE_CHARS + 1);
    }
}
