//! Hosts that are known by name, as data.

/// Services whose frames show media or exercises and are usual in courses. A host counts with its subdomains.
/// Collected from the list of sites that YouTube-like players of Moodle's media plug-ins serve, the providers of
/// H5P's "Iframe Embedder" documentation, and the oEmbed registry (<https://oembed.com/providers.json>).
const EMBEDS: &[&str] = &[
    "archive.org",
    "bilibili.com",
    "canva.com",
    "dailymotion.com",
    "desmos.com",
    "docs.google.com",
    "drive.google.com",
    "echo360.org",
    "edpuzzle.com",
    "embed.ted.com",
    "ted.com",
    "flickr.com",
    "genial.ly",
    "genially.com",
    "geogebra.org",
    "h5p.com",
    "h5p.org",
    "issuu.com",
    "kaltura.com",
    "learningapps.org",
    "loom.com",
    "maps.google.com",
    "mentimeter.com",
    "openstreetmap.org",
    "padlet.com",
    "panopto.com",
    "panopto.eu",
    "phet.colorado.edu",
    "prezi.com",
    "quizlet.com",
    "scratch.mit.edu",
    "screenpal.com",
    "sketchfab.com",
    "slideshare.net",
    "soundcloud.com",
    "spotify.com",
    "thinglink.com",
    "upload.wikimedia.org",
    "commons.wikimedia.org",
    "vimeo.com",
    "wordwall.net",
    "youku.com",
    "youtu.be",
    "youtube-nocookie.com",
    "youtube.com",
];

/// Services that measure who reads. The names stand in the public lists of trackers, for instance
/// <https://github.com/duckduckgo/tracker-radar> and EasyPrivacy.
const TRACKERS: &[&str] = &[
    "addthis.com",
    "adnxs.com",
    "ads-twitter.com",
    "amazon-adsystem.com",
    "amplitude.com",
    "analytics.tiktok.com",
    "analytics.twitter.com",
    "bat.bing.com",
    "chartbeat.com",
    "chartbeat.net",
    "clarity.ms",
    "cnzz.com",
    "connect.facebook.net",
    "counter.yadro.ru",
    "crazyegg.com",
    "criteo.com",
    "ct.pinterest.com",
    "demdex.net",
    "doubleclick.net",
    "etracker.com",
    "etracker.de",
    "fullstory.com",
    "google-analytics.com",
    "googleadservices.com",
    "googlesyndication.com",
    "googletagmanager.com",
    "histats.com",
    "hm.baidu.com",
    "hotjar.com",
    "ioam.de",
    "js-agent.newrelic.com",
    "matomo.cloud",
    "mc.yandex.ru",
    "met.vgwort.de",
    "mixpanel.com",
    "mouseflow.com",
    "nr-data.net",
    "omtrdc.net",
    "outbrain.com",
    "piwik.pro",
    "pixel.wp.com",
    "plausible.io",
    "px.ads.linkedin.com",
    "quantserve.com",
    "scorecardresearch.com",
    "segment.com",
    "segment.io",
    "sharethis.com",
    "sitemeter.com",
    "snap.licdn.com",
    "statcounter.com",
    "stats.wp.com",
    "taboola.com",
    "top-fwz1.mail.ru",
    "xiti.com",
];

/// Pages that are trackers on any host: those of Matomo and its predecessor, and Facebook's pixel.
const TRACKER_PATHS: &[(&str, &str)] =
    &[("", "matomo.php"), ("", "piwik.php"), ("facebook.com", "tr"), ("google.com", "pagead")];

/// Endings of names that exist inside one house only: `.local` (RFC 6762), `.localhost` and `.internal` (reserved
/// by RFC 6761 and ICANN), `.home.arpa` (RFC 8375), and what routers and administrators use without a reservation.
const PRIVATE_ENDINGS: &[&str] =
    &["local", "localhost", "localdomain", "lan", "internal", "intranet", "corp", "home", "home.arpa"];

/// Whether `host` is a known service for frames. Forms that collect answers are none, wherever they live.
pub(super) fn is_embed(host: &str, path: &str) -> bool {
    let known = EMBEDS.iter().any(|known| is_within(host, known));
    // Google's maps stand on its main hosts in every country.
    let maps = path.starts_with("/maps") && host.split('.').any(|label| label == "google");
    (known && !path.starts_with("/forms")) || maps
}

/// Whether an address measures readers.
pub(super) fn is_tracker(host: &str, path: &str) -> bool {
    TRACKERS.iter().any(|known| is_within(host, known))
        || TRACKER_PATHS.iter().any(|(known, page)| {
            (known.is_empty() || is_within(host, known)) && path.split('/').any(|part| part == *page)
        })
}

/// Whether `host` exists only inside somebody's house.
pub(super) fn is_private(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    if let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return address.parse::<std::net::Ipv6Addr>().is_ok_and(|address| {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        });
    }
    if let Ok(address) = host.parse::<std::net::Ipv4Addr>() {
        let shared = matches!(address.octets(), [100, 64..=127, ..]);
        return address.is_private()
            || address.is_loopback()
            || address.is_link_local()
            || address.is_unspecified()
            || shared;
    }
    if !host.contains('.') {
        // A slip of the pen such as `http://http://example.org` or an unfinished `http://www` is no host.
        return is_name(host) && !matches!(host, "http" | "https" | "www" | "example" | "ftp");
    }
    PRIVATE_ENDINGS.iter().any(|ending| is_within(host, ending))
}

fn is_name(host: &str) -> bool {
    !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether `host` is `domain` or stands below it.
fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_count_with_their_subdomains_only() {
        assert!(is_embed("www.youtube.com", "/embed/x") && is_embed("player.vimeo.com", "/video/1"));
        assert!(!is_embed("youtube.com.evil.example", "/") && !is_embed("notyoutube.com", "/"));
        assert!(is_embed("www.google.de", "/maps/embed") && !is_embed("www.google.de", "/"));
        assert!(!is_embed("docs.google.com", "/forms/d/e/1"));
        assert!(
            is_tracker("www.google-analytics.com", "/collect")
                && is_tracker("stats.school.example", "/matomo.php")
        );
        assert!(is_tracker("www.facebook.com", "/tr") && !is_tracker("www.facebook.com", "/school"));
    }

    #[test]
    fn private_hosts_are_those_nobody_else_reaches() {
        for host in [
            "localhost",
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.10",
            "172.16.0.1",
            "172.31.9.9",
            "169.254.1.1",
            "100.64.0.1",
            "moodle",
            "moodle.local",
            "srv01.school.lan",
            "x.internal",
            "[::1]",
            "[fd00::1]",
            "[fe80::1]",
            "nas.home.arpa",
            "0.0.0.0",
            "moodle.localhost",
        ] {
            assert!(is_private(host), "{host}");
        }
        for host in [
            "example.org",
            "172.32.0.1",
            "11.0.0.1",
            "192.169.0.1",
            "8.8.8.8",
            "local.example",
            "planet.example",
            "[2001:db8::1]",
            "www",
            "",
            "…",
            "http",
            "moodle.org",
            "intranet.school.example",
        ] {
            assert!(!is_private(host), "{host}");
        }
    }
}
