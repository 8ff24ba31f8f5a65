//! The first words of a text.

/// Characters of a title that is made from a text: what Moodle takes of a label.
const CHARS: usize = 50;

/// The first words of `html` as plain text; `None` if there are none.
pub(super) fn first_words(html: &str) -> Option<String> {
    let mut out = String::new();
    let mut count = 0;
    let mut blank = false;
    for letter in plain(html) {
        if letter.is_whitespace() || letter == '\u{a0}' {
            blank = count > 0;
            continue;
        }
        if count >= CHARS {
            out.push('…');
            return Some(out);
        }
        if std::mem::take(&mut blank) {
            out.push(' ');
            count += 1;
        }
        out.push(letter);
        count += 1;
    }
    if out.is_empty() { None } else { Some(out) }
}

/// The letters of `html` outside of tags, blanks in place of tags.
fn plain(html: &str) -> impl Iterator<Item = char> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let letter = rest.chars().next()?;
        let (given, length) = match letter {
            '<' => (' ', rest.find('>').map_or(rest.len(), |end| end + 1)),
            '&' => reference(rest).unwrap_or(('&', 1)),
            other => (other, other.len_utf8()),
        };
        rest = &rest[length..];
        Some(given)
    })
}

/// A reference at the start of `text` that is common in titles, and its length.
fn reference(text: &str) -> Option<(char, usize)> {
    // The longest is six letters between & and ;.
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| !letter.is_control())?
        }
    };
    Some((letter, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_first_words_without_tags() {
        for (html, words) in [
            ("", None),
            ("<p> &nbsp; </p>", None),
            ("<h2>Week&nbsp;1:</h2>\n<p>Leaves &amp; <b>roots</b></p>", Some("Week 1: Leaves & roots")),
            ("5 < 6 &unknown; &#65;&#x42;", Some("5")),
            ("&unknown; &#65;&#x42; &#0;", Some("&unknown; AB &#0;")),
            ("unclosed <img src=\"", Some("unclosed")),
            ("&ü;&", Some("&ü;&")),
        ] {
            assert_eq!(first_words(html).as_deref(), words, "{html}");
        }
        let long = first_words(&"word ".repeat(100)).unwrap();
        assert!(long.ends_with('…') && long.chars().count() <= CHARS + 2, "{long}");
    }
}
