//! Where a request comes from: who is connected, or, if that is a proxy the operator trusts, whom it speaks for.
//!
//! Only `trusted_proxies` of the configuration makes a header count. Nothing a request says ever becomes this hub's own
//! address: that is configured.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use hub_app::App;
use hub_app::outside::fetch::Cidr;

/// Who sent a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Client {
    /// Its address.
    pub(crate) address: IpAddr,
    /// Whether a trusted proxy brought the request, so that what its headers say of the connection counts.
    pub(crate) is_behind_proxy: bool,
}

impl FromRequestParts<App> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        // Without a socket there is nobody to tell apart; only tests of a bare router come so.
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |connected| connected.0.ip());
        Ok(client(peer, &parts.headers, &app.trusted_proxies))
    }
}

/// The client of a request that `peer` sent. Behind a trusted proxy it is the last hop of `X-Forwarded-For` that is no
/// trusted proxy itself: what stands before it may have been written by the client. `Forwarded` (RFC 7239) is read where
/// there is no `X-Forwarded-For`, which nearly all proxies write and the fewest take away together with `Forwarded`.
fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[Cidr]) -> Client {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut address = peer.to_canonical();
    let is_behind_proxy = is_trusted(address);
    if is_behind_proxy {
        for hop in hops(headers).iter().rev() {
            // "unknown", or a name the proxy made up: the address before it is the last that is known.
            let Some(before) = hop_address(hop) else { break };
            address = before;
            if !is_trusted(address) {
                break;
            }
        }
    }
    Client { address, is_behind_proxy }
}

/// Whom the request passed, the client first.
fn hops(headers: &HeaderMap) -> Vec<String> {
    let elements = |name: &str| -> Vec<String> {
        let lines = headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        lines.flat_map(|line| line.split(',').map(|hop| hop.trim().to_owned()).collect::<Vec<_>>()).collect()
    };
    let listed = elements("x-forwarded-for");
    if !listed.is_empty() {
        return listed;
    }
    let nodes = elements("forwarded").into_iter().map(|element| {
        let mut pairs = element.split(';').filter_map(|pair| pair.trim().split_once('='));
        let node = pairs.find(|(name, _)| name.eq_ignore_ascii_case("for")).map(|(_, node)| node);
        node.unwrap_or_default().trim_matches('"').to_owned()
    });
    nodes.collect()
}

/// The address of a hop: bare, with a port, or in brackets.
fn hop_address(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(inside, _)| inside);
    let bare = bare.unwrap_or(hop).parse::<IpAddr>().ok();
    bare.or_else(|| hop.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
        .map(|found| found.to_canonical())
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, HeaderValue};

    use super::*;

    fn seen(peer: &str, headers: &[(&'static str, &'static str)], trusted: &[&str]) -> (String, bool) {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        let trusted: Vec<Cidr> = trusted.iter().map(|network| network.parse().unwrap()).collect();
        let client = client(peer.parse().unwrap(), &map, &trusted);
        (client.address.to_string(), client.is_behind_proxy)
    }

    #[test]
    fn nobody_is_believed_who_is_not_trusted() {
        for trusted in [&[][..], &["10.0.0.0/8"]] {
            for header in [("x-forwarded-for", "198.51.100.7"), ("forwarded", "for=198.51.100.7")] {
                assert_eq!(seen("192.0.2.1", &[header], trusted), ("192.0.2.1".to_owned(), false));
            }
        }
    }

    #[test]
    fn the_last_hop_that_is_no_trusted_proxy_is_the_client() {
        let proxies = ["10.0.0.0/8", "::1/128", "127.0.0.1"];
        for (peer, header, expected) in [
            ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
            ("::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7"),
            ("::1", "2001:db8::7", "2001:db8::7"),
            ("127.0.0.1", "198.51.100.7, 10.1.1.1", "198.51.100.7"),
            ("127.0.0.1", "203.0.113.1, 198.51.100.7, 10.1.1.1", "198.51.100.7"),
            ("127.0.0.1", "10.9.9.9, 10.1.1.1", "10.9.9.9"),
            ("127.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
            ("127.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"),
            ("127.0.0.1", "[2001:db8::7]", "2001:db8::7"),
            ("127.0.0.1", "::ffff:198.51.100.7", "198.51.100.7"),
            ("127.0.0.1", "198.51.100.7, unknown", "127.0.0.1"),
            ("127.0.0.1", "198.51.100.7, unknown, 10.1.1.1", "10.1.1.1"),
            ("127.0.0.1", "", "127.0.0.1"),
            ("127.0.0.1", "<script>", "127.0.0.1"),
        ] {
            let found = seen(peer, &[("x-forwarded-for", header)], &proxies);
            assert_eq!(found, (expected.to_owned(), true), "{peer}: {header}");
        }
    }

    #[test]
    fn several_lines_are_one_list() {
        let lines = [("x-forwarded-for", "203.0.113.1"), ("x-forwarded-for", "198.51.100.7, 10.1.1.1")];
        assert_eq!(seen("10.0.0.1", &lines, &["10.0.0.0/8"]).0, "198.51.100.7");
    }

    #[test]
    fn the_standard_header_is_read_where_the_usual_one_is_not() {
        for (header, expected) in [
            ("for=198.51.100.7", "198.51.100.7"),
            ("for=203.0.113.1, For=198.51.100.7;proto=https;by=10.1.1.1", "198.51.100.7"),
            ("proto=https; for=\"[2001:db8::7]:4711\"", "2001:db8::7"),
            ("for=_hidden", "10.0.0.1"),
            ("proto=https", "10.0.0.1"),
        ] {
            assert_eq!(seen("10.0.0.1", &[("forwarded", header)], &["10.0.0.0/8"]).0, expected, "{header}");
        }
        let both = [("forwarded", "for=203.0.113.1"), ("x-forwarded-for", "198.51.100.7")];
        assert_eq!(
            seen("10.0.0.1", &both, &["10.0.0.0/8"]).0,
            "198.51.100.7",
            "the client may have sent the other"
        );
    }
}
