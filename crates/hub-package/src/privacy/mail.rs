//! Counts e-mail addresses in texts. None of them is kept.

use std::sync::LazyLock;

use memchr::memmem;

/// How an address writes its sign where a text hides it from machines, or encodes it.
const SIGNS: &[&str] =
    &["&#64;", "&#x40;", "&commat;", "%40", "(at)", "[at]", "{at}", "(AT)", "[AT]", " at ", "\u{ff20}"];

/// Endings that make `logo@2x.png` the name of a file.
const FILES: &[&str] =
    &["css", "gif", "htm", "html", "jpeg", "jpg", "js", "json", "pdf", "png", "svg", "webp"];

/// Mailboxes of nobody, in domains that are there for examples (RFC 2606).
const NOBODY: &[&str] = &[
    "email",
    "example",
    "foo",
    "login",
    "me",
    "name",
    "someone",
    "somebody",
    "test",
    "user",
    "username",
    "you",
    "your.name",
];

/// Bytes that are looked at before and behind a sign: the longest mailbox and more than most domains (RFC 5321,
/// 4.5.3.1).
const BEFORE: usize = 66;
const BEHIND: usize = 256;

/// Addresses in `text`.
pub(crate) fn count(text: &str) -> u64 {
    static FINDERS: LazyLock<Vec<memmem::Finder<'static>>> =
        LazyLock::new(|| SIGNS.iter().map(memmem::Finder::new).collect());
    // Most texts are numbers.
    if text.len() < 6 || !text.contains('.') && !text.contains(" dot ") {
        return 0;
    }
    let mut found = 0;
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        found += u64::from(is_address(before(text, at), behind(text, at + 1)));
    }
    // Nearly no text has one of the others.
    for (sign, finder) in SIGNS.iter().zip(FINDERS.iter()) {
        for at in finder.find_iter(text.as_bytes()) {
            let (before, after) = (before(text, at), behind(text, at + sign.len()));
            found += u64::from(if *sign == " at " {
                is_spelt_out(after) && is_address(before, &after.replacen(" dot ", ".", 3))
            } else {
                is_address(before.trim_end_matches(' '), after.trim_start_matches(' '))
            });
        }
    }
    found
}

fn before(text: &str, at: usize) -> &str {
    &text[text.ceil_char_boundary(at.saturating_sub(BEFORE))..at]
}

fn behind(text: &str, at: usize) -> &str {
    &text[at..text.floor_char_boundary(at + BEHIND)]
}

/// `anna at school dot org`: a domain of words.
fn is_spelt_out(after: &str) -> bool {
    let mut words = after.split(' ');
    words.next().is_some_and(|word| !word.is_empty()) && words.next() == Some("dot")
}

/// Whether a mailbox stands before the sign and a domain behind it.
fn is_address(before: &str, after: &str) -> bool {
    let in_local =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-' | '\'');
    let local = &before[before.trim_end_matches(in_local).len()..];
    let local = local.trim_start_matches(['.', '\'', '-']);
    if local.is_empty() || local.ends_with('.') || local.len() > 64 || local == "git" {
        return false;
    }
    let in_domain = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-');
    let domain = &after[..after.len() - after.trim_start_matches(in_domain).len()];
    let domain = domain.trim_end_matches(['.', '-']);
    let Some((rest, top)) = domain.rsplit_once('.') else { return false };
    let top_fits =
        top.chars().count() >= 2 && top.chars().all(char::is_alphabetic) || top.starts_with("xn--");
    if rest.is_empty() || !top_fits || domain.contains("..") {
        return false;
    }
    let (local, domain) = (local.to_lowercase(), domain.to_lowercase());
    let file = FILES.iter().any(|ending| domain.ends_with(&format!(".{ending}")));
    let example = ["example.com", "example.org", "example.net"].contains(&domain.as_str())
        && NOBODY.contains(&local.as_str());
    // What Moodle's anonymiser writes.
    let anonymous = matches!(domain.as_str(), "doesntexist.com" | "doesntexist.invalid");
    !file && !example && !anonymous
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_counted_in_the_forms_people_write() {
        for text in [
            "anna@schule.de",
            "<a href=\"mailto:anna.maria+x@mail.schule.example\">me</a>",
            "Ask anna@schule.de.",
            "anna&#64;schule.de",
            "anna (at) schule.de",
            "anna[at]schule.de",
            "anna at schule dot de",
            "mailto:anna%40schule.de",
            "müller@straße.de",
            "anna@xn--strae-oqa.xn--p1ai",
            "'anna@schule.de'",
        ] {
            assert_eq!(count(text), 1, "{text}");
        }
        assert_eq!(count("a@b.de, c@d.fr; e@f.org"), 3);
    }

    #[test]
    fn other_signs_are_no_addresses() {
        for text in [
            "@@PLUGINFILE@@/x.png",
            "$@NULL@$",
            "$@COURSEVIEWBYID*12@$",
            "@media print",
            "logo@2x.png",
            "git@github.com:x/y",
            "https://medium.com/@anna.b/x",
            "user@example.com",
            "f @ g.h",
            "a@b",
            "anon7@doesntexist.com",
            "look at the dot",
            "meet at noon dot",
            "package@1.2.3",
            "the cat (at) home",
        ] {
            assert_eq!(count(text), 0, "{text}");
        }
    }
}
