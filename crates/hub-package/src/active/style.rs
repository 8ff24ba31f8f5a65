//! What a style sheet or a `style` attribute does beyond looks.

use super::address::Address;

/// Addresses of one style that are looked at.
const ADDRESSES: usize = 200;

/// What a style holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing a style can do")]
pub(super) struct Style {
    /// It loads a style sheet from another host.
    pub(super) imports: bool,
    /// It runs script, at least in old browsers.
    pub(super) runs: bool,
    /// It loads something from a host that measures readers.
    pub(super) tracks: bool,
    /// What it belongs to cannot be seen.
    pub(super) hides: bool,
}

impl Style {
    /// Reads a style sheet or the declarations of an attribute.
    pub(super) fn read(css: &str) -> Self {
        let plain = plain(css);
        let mut style = Self {
            imports: imports_elsewhere(&plain),
            runs: plain.contains("expression(")
                || plain.contains("-moz-binding:")
                || plain.match_indices("behavior:").any(|(at, _)| {
                    !plain[..at].ends_with(|before: char| before == '-' || before.is_ascii_alphanumeric())
                }),
            tracks: false,
            hides: hides(&plain),
        };
        for (at, _) in plain.match_indices("url(").take(ADDRESSES) {
            let address = Address::parse(argument(&plain[at + 4..]));
            style.runs |= address == Address::Script;
            style.tracks |= address.is_tracker();
        }
        style
    }
}

/// `@import` of an address on another host.
fn imports_elsewhere(plain: &str) -> bool {
    plain.match_indices("@import").take(ADDRESSES).any(|(at, word)| {
        let rest = &plain[at + word.len()..];
        let rest = rest.strip_prefix("url(").unwrap_or(rest);
        let address = Address::parse(argument(rest));
        address.is_elsewhere() || address == Address::Script || matches!(address, Address::Document { .. })
    })
}

/// Whether the declarations make something invisible, or one pixel small.
fn hides(plain: &str) -> bool {
    let has = |property: &str| {
        plain.match_indices(property).any(|(at, _)| {
            let alone =
                !plain[..at].ends_with(|before: char| before == '-' || before.is_ascii_alphanumeric());
            let rest = &plain[at + property.len()..];
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let small = matches!(rest[..digits].parse::<u32>(), Ok(0..=2));
            let unit = &rest[digits..];
            alone && small && (unit.is_empty() || unit.starts_with("px") || unit.starts_with([';', '!']))
        })
    };
    plain.contains("display:none") || plain.contains("visibility:hidden") || (has("width:") && has("height:"))
}

/// What stands between a parenthesis or quotation marks.
fn argument(rest: &str) -> &str {
    let rest = rest.trim_start_matches(['"', '\'']);
    &rest[..rest.find([')', '"', '\'', ';']).unwrap_or(rest.len())]
}

/// Lower case without blanks, comments and escapes, since these may stand nearly anywhere (CSS Syntax, 4.3).
fn plain(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(letter) = rest.chars().next() {
        if let Some(inner) = rest.strip_prefix("/*") {
            rest = inner.find("*/").map_or("", |end| &inner[end + 2..]);
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        if letter == '\\' {
            let (escaped, after) = unescape(rest);
            rest = after;
            out.extend(escaped.map(|escaped| escaped.to_ascii_lowercase()));
        } else if !letter.is_whitespace() && !letter.is_control() {
            // The full-width letters of old East Asian input once counted too.
            let letter = match letter {
                '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
                other => other,
            };
            out.push(letter.to_ascii_lowercase());
        }
    }
    out
}

/// One escape after its backslash.
fn unescape(rest: &str) -> (Option<char>, &str) {
    let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    if digits == 0 {
        // A backslash before a line's end joins the lines.
        return match rest.chars().next() {
            Some(letter) => {
                let kept = Some(letter).filter(|letter| !letter.is_control());
                (kept, &rest[letter.len_utf8()..])
            }
            None => (None, rest),
        };
    }
    let letter = u32::from_str_radix(&rest[..digits], 16).ok().and_then(char::from_u32);
    let after = &rest[digits..];
    let after = after.strip_prefix(|next: char| next.is_ascii_whitespace()).unwrap_or(after);
    (letter.filter(|letter| !letter.is_control()), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_in_styles_is_seen_through_comments_and_escapes() {
        for css in [
            "width: expression(alert(1))",
            "width:exp/**/ression(x)",
            "width:\\65 xpression(x)",
            "behavior:url(x.htc)",
            "-moz-binding:url(x)",
            "background:url( 'javascript:x' )",
            "background:url(\"java\\73 cript:x\")",
            "width:\u{ff45}xpression(x)",
            "-\\6d oz-binding : url(x)",
        ] {
            assert!(Style::read(css).runs, "{css}");
        }
        for css in [
            "scroll-behavior: smooth",
            "overscroll-behavior:none",
            "background:url(a.png)",
            "content:'a'",
            "",
        ] {
            assert_eq!(Style::read(css), Style::default(), "{css}");
        }
    }

    #[test]
    fn imports_count_when_they_come_from_elsewhere() {
        for css in [
            "@import url(https://x.example/a.css);",
            "@IMPORT '//x.example/a.css'",
            "@\\69mport \"http://x.example\"",
            "@import/**/url('//x.example')",
        ] {
            assert!(Style::read(css).imports, "{css}");
        }
        for css in ["@import url(a.css)", "@import '@@PLUGINFILE@@/a.css';", ".import{}"] {
            assert!(!Style::read(css).imports, "{css}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_hidden() {
        for css in ["display : none", "visibility:hidden", "width:1px;height:1px", "height:0;width:0px"] {
            assert!(Style::read(css).hides, "{css}");
        }
        for css in [
            "width:100px;height:1px",
            "width:1em;height:1em",
            "max-width:1px;max-height:1px",
            "width:100%",
            "line-height:1;width:10px",
            "width:1.5em;height:1.5em",
        ] {
            assert!(!Style::read(css).hides, "{css}");
        }
    }
}
