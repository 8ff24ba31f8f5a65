//! What kind of address an IP address is.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The kinds of the IANA special-purpose address registries (RFC 6890 and its updates, as of 2024), as far as
/// they matter to somebody who must not be led into a private network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressClass {
    /// Anybody's.
    Public,
    /// 0.0.0.0/8 and `::`, which reach this machine.
    Unspecified,
    /// 127.0.0.0/8, `::1`.
    Loopback,
    /// RFC 1918; unique local and site-local IPv6.
    Private,
    /// 100.64.0.0/10, between a provider and its customers.
    CarrierShared,
    /// 169.254.0.0/16 (with the metadata services of clouds), `fe80::/10`.
    LinkLocal,
    /// Addresses of many.
    Multicast,
    /// Only for texts such as this.
    Documentation,
    /// 198.18.0.0/15, `2001:2::/48`.
    Benchmark,
    /// IPv6 forms of IPv4 addresses, and tunnels, that lead to who knows where.
    Embedded,
    /// All the rest that is nobody's.
    Reserved,
}

impl AddressClass {
    /// The kind of `address`.
    pub fn of(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(v4) => of_v4(v4),
            IpAddr::V6(v6) => of_v6(v6),
        }
    }
}

fn of_v4(address: Ipv4Addr) -> AddressClass {
    match address.octets() {
        [0, ..] => AddressClass::Unspecified,
        [127, ..] => AddressClass::Loopback,
        [10, ..] | [172, 16..=31, ..] | [192, 168, ..] => AddressClass::Private,
        [100, 64..=127, ..] => AddressClass::CarrierShared,
        [169, 254, ..] => AddressClass::LinkLocal,
        [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _] => AddressClass::Documentation,
        [198, 18..=19, ..] => AddressClass::Benchmark,
        [224..=239, ..] => AddressClass::Multicast,
        // IETF assignments, the retired 6to4 relays, class E with the broadcast address.
        [192, 0, 0, _] | [192, 88, 99, _] | [240..=255, ..] => AddressClass::Reserved,
        _ => AddressClass::Public,
    }
}

/// Only 2000::/3 is given to anybody, so everything else is refused without being listed; the names are for the
/// words of the refusal.
#[expect(clippy::match_same_arms, reason = "the order decides, and each range keeps its reason")]
fn of_v6(address: Ipv6Addr) -> AddressClass {
    match address.segments() {
        [0, 0, 0, 0, 0, 0, 0, 0] => AddressClass::Unspecified,
        [0, 0, 0, 0, 0, 0, 0, 1] => AddressClass::Loopback,
        // IPv4-mapped, IPv4-translated (RFC 2765) and IPv4-compatible. No site is reached so, whatever the inner one.
        [0, 0, 0, 0, 0, 0xffff | 0, ..] | [0, 0, 0, 0, 0xffff, 0, ..] => AddressClass::Embedded,
        // What a DNS64 resolver answers on networks without IPv4: as good as the address inside (RFC 6052).
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => of_embedded(high, low),
        // Local translation prefixes (RFC 8215); where the IPv4 address is inside them is anybody's choice.
        [0x64, 0xff9b, 1, ..] => AddressClass::Embedded,
        // 6to4 (RFC 3056).
        [0x2002, high, low, ..] => of_embedded(high, low),
        // Teredo (RFC 4380), retired; hides the IPv4 address of the client.
        [0x2001, 0, ..] => AddressClass::Embedded,
        [0x2001, 2, 0, ..] => AddressClass::Benchmark,
        [0x2001, 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => AddressClass::Documentation,
        // The rest of the IETF's 2001::/23.
        [0x2001, 0..=0x1ff, ..] => AddressClass::Reserved,
        [0x2000..=0x3fff, ..] => AddressClass::Public,
        [0xfe80..=0xfebf, ..] => AddressClass::LinkLocal,
        [0xfc00..=0xfdff | 0xfec0..=0xfeff, ..] => AddressClass::Private,
        [0xff00..=0xffff, ..] => AddressClass::Multicast,
        _ => AddressClass::Reserved,
    }
}

fn of_embedded(high: u16, low: u16) -> AddressClass {
    of_v4(Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low)))
}

impl fmt::Display for AddressClass {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Public => "a public address",
            Self::Unspecified | Self::Loopback => "the hub's own machine",
            Self::Private => "a private network",
            Self::CarrierShared => "a provider's inner network",
            Self::LinkLocal => "a local link",
            Self::Multicast => "a group of machines",
            Self::Documentation => "an address for documentation only",
            Self::Benchmark => "an address for measurements only",
            Self::Embedded => "an IPv4 address hidden in an IPv6 one",
            Self::Reserved => "a reserved address",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(text: &str) -> AddressClass {
        AddressClass::of(text.parse().unwrap())
    }

    #[test]
    fn every_special_range_is_known_to_its_first_and_last_address() {
        for (class_of_range, ranges) in [
            (AddressClass::Unspecified, &["0.0.0.0", "0.255.255.255", "::"][..]),
            (AddressClass::Loopback, &["127.0.0.0", "127.255.255.255", "::1"]),
            (AddressClass::Private, &["10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255"]),
            (AddressClass::Private, &["192.168.0.0", "192.168.255.255", "fc00::", "fdff:ffff::1"]),
            (AddressClass::Private, &["fec0::1", "feff:ffff::1"]),
            (AddressClass::CarrierShared, &["100.64.0.0", "100.127.255.255"]),
            (AddressClass::LinkLocal, &["169.254.0.0", "169.254.169.254", "fe80::1", "febf:ffff::1"]),
            (AddressClass::Multicast, &["224.0.0.0", "239.255.255.255", "ff00::", "ff02::1"]),
            (AddressClass::Documentation, &["192.0.2.0", "198.51.100.255", "203.0.113.7"]),
            (AddressClass::Documentation, &["2001:db8::1", "2001:db8:ffff::", "3fff::", "3fff:fff::1"]),
            (AddressClass::Benchmark, &["198.18.0.0", "198.19.255.255", "2001:2::1"]),
            (AddressClass::Reserved, &["192.0.0.1", "192.88.99.1", "240.0.0.0", "255.255.255.255"]),
            (AddressClass::Reserved, &["100::1", "5f00::1", "2001:20::1", "2001:1ff::1", "4000::", "1fff::"]),
        ] {
            for address in ranges {
                assert_eq!(class(address), class_of_range, "{address}");
            }
        }
    }

    #[test]
    fn the_neighbours_of_special_ranges_are_public() {
        for address in [
            "1.0.0.0",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "192.0.3.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2000::",
            "2001:200::",
            "2001:db7::1",
            "2001:db9::1",
            "2003::1",
            "2606:4700::1",
            "3ffe::1",
            "3fff:1000::",
        ] {
            assert_eq!(class(address), AddressClass::Public, "{address}");
        }
    }

    #[test]
    fn an_ipv4_address_cannot_hide_in_an_ipv6_one() {
        for address in [
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "::2",
            "::ffff:0:10.0.0.1",
            "64:ff9b:1::a00:1",
            "64:ff9b:1:ffff::8.8.8.8",
            "2001:0:7f00:1::",
            "2001::1",
        ] {
            assert_eq!(class(address), AddressClass::Embedded, "{address}");
        }
        assert_eq!(class("64:ff9b::127.0.0.1"), AddressClass::Loopback);
        assert_eq!(class("64:ff9b::10.1.2.3"), AddressClass::Private);
        assert_eq!(class("64:ff9b::8.8.8.8"), AddressClass::Public);
        assert_eq!(class("64:ff9b:0:1::8.8.8.8"), AddressClass::Reserved);
        assert_eq!(class("2002:7f00:1::1"), AddressClass::Loopback);
        assert_eq!(class("2002:a9fe:a9fe::"), AddressClass::LinkLocal);
        assert_eq!(class("2002:808:808::1"), AddressClass::Public);
    }
}
