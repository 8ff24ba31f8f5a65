//! Web and mail addresses as Moodle's URL and EMAIL types see them (section 5).

/// Whether a text is an address a Moodle client may send.
///
/// A scheme of http, https, ftp or mailto, or none; a user name but no password; a host of dotted names,
/// an IPv4 number, one label, or (wider than Moodle) a bracketed IPv6 number or letters beyond ASCII;
/// then port, path, query and fragment of address characters. Relative addresses pass.
pub(super) fn is_url(text: &str) -> bool {
    if let Some(rest) = strip_scheme(text, "mailto:") {
        let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
        return is_email(address) && is_tail(query);
    }
    let after = ["http://", "https://", "ftp://"].into_iter().find_map(|scheme| strip_scheme(text, scheme));
    let rest = after.unwrap_or(text);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let authority_is_good = if authority.is_empty() { after.is_none() } else { is_authority(authority) };
    authority_is_good && is_tail(tail)
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(scheme.len())?;
    start.eq_ignore_ascii_case(scheme).then_some(rest)
}

fn is_authority(text: &str) -> bool {
    let host = match text.rsplit_once('@') {
        Some((user, host)) => {
            if user.is_empty() || !user.bytes().all(|byte| is_unreserved(byte) || byte == b'%') {
                return false;
            }
            host
        }
        None => text,
    };
    if let Some(rest) = host.strip_prefix('[') {
        let Some((address, port)) = rest.split_once(']') else { return false };
        return address.parse::<std::net::Ipv6Addr>().is_ok()
            && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port));
    }
    match host.split_once(':') {
        Some((host, port)) => is_host(host) && is_port(port),
        None => is_host(host),
    }
}

fn is_port(text: &str) -> bool {
    !text.is_empty() && text.len() <= 5 && text.parse::<u16>().is_ok_and(|port| port > 0)
}

fn is_host(text: &str) -> bool {
    let text = text.strip_suffix('.').unwrap_or(text);
    !text.is_empty()
        && text.len() <= 253
        && text.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|character| {
                    character.is_ascii_alphanumeric()
                        || matches!(character, '-' | '_')
                        || (!character.is_ascii() && character.is_alphanumeric())
                })
        })
}

/// Path, query and fragment: address characters and complete percent escapes.
fn is_tail(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let good = match byte {
            b'%' => {
                let mut is_digit = || bytes.next().is_some_and(|digit| digit.is_ascii_hexdigit());
                is_digit() && is_digit()
            }
            b'/' | b'?' | b'#' | b':' | b'@' | b'&' | b'=' | b'+' | b'$' | b',' | b';' => true,
            _ => is_unreserved(byte),
        };
        if !good {
            return false;
        }
    }
    true
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')')
}

/// One address in ASCII whose host has a dot, as Moodle asks for.
pub(super) fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let name_is_good = !name.is_empty()
        && name.len() <= 64
        && name.split('.').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte))
        });
    name_is_good && host.is_ascii() && host.contains('.') && !host.ends_with('.') && is_host(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_sites_pass() {
        for text in [
            "http://school.example",
            "https://School.example:8443/moodle",
            "http://localhost/moodle/course/view.php?id=2&x=%C3%A9#top",
            "https://192.0.2.7:8080/",
            "http://[2001:db8::1]:8080/moodle",
            "https://bücher.example/",
            "http://ana@school.example/",
            "ftp://files.example/a.mbz",
            "mailto:ana@school.example?subject=x",
            "/course/view.php?id=2",
            "course/view.php",
            "view.php?id=2",
        ] {
            assert!(is_url(text), "{text}");
        }
    }

    #[test]
    fn addresses_that_could_harm_do_not_pass() {
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "http://ana:secret@school.example/",
            "http://school.example/a b",
            "http://school.example/é",
            "http://school.example/\"onclick",
            "http://school.example/a[0]",
            "http://",
            "http:///path",
            "http://school.example:port/",
            "http://school.example:/",
            "http://[::1",
            "http://-x.example",
            "http://a..b",
            "http://school.example/%zz",
            "http://school.example/%C3%",
            "file:///etc/passwd",
        ] {
            assert!(!is_url(text), "{text}");
        }
    }

    #[test]
    fn mail_addresses_are_one_and_ascii() {
        for text in ["ana@school.example", "a.b+c@mail.school.example", "o'neil@school.example"] {
            assert!(is_email(text), "{text}");
        }
        for text in [
            "ana",
            "ana@",
            "@school.example",
            "a@b@",
            "a b@school.example",
            "ana@school",
            "é@x.example",
            "a@x.example,b@x.example",
            "a..b@x.example",
            "a@x.example\nBcc: b@x.example",
            "a@-x.example",
        ] {
            assert!(!is_email(text), "{text}");
        }
    }
}
