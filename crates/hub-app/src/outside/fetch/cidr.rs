//! Networks as operators write them.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// A network: `10.0.0.0/8`, `fd00::/8`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cidr {
    network: IpAddr,
    prefix: u8,
}

/// Why a text names no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CidrError {
    /// No address, or no number after the slash.
    #[error("{0:?} is no network; write it like 10.0.0.0/8 or fd00::/8")]
    Malformed(String),
    /// A longer prefix than the address has bits.
    #[error("{0:?}: the number after the slash is at most {1}")]
    Prefix(String, u8),
    /// Bits behind the prefix are set: probably not the network that was meant.
    #[error("{0:?} has bits set behind the prefix; did you mean {1}?")]
    HostBits(String, Cidr),
}

impl Cidr {
    /// Whether `address` lies in the network. IPv4 and IPv6 are apart: `10.0.0.0/8` does not name
    /// `::ffff:10.0.0.1`.
    pub fn contains(&self, address: IpAddr) -> bool {
        address.is_ipv4() == self.network.is_ipv4() && masked(address, self.prefix) == self.network
    }
}

/// `address` with all bits behind the prefix cleared.
fn masked(address: IpAddr, prefix: u8) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let mask = u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0);
            Ipv4Addr::from_bits(v4.to_bits() & mask).into()
        }
        IpAddr::V6(v6) => {
            let mask = u128::MAX.checked_shl(128 - u32::from(prefix)).unwrap_or(0);
            Ipv6Addr::from_bits(v6.to_bits() & mask).into()
        }
    }
}

impl FromStr for Cidr {
    type Err = CidrError;

    fn from_str(text: &str) -> Result<Self, CidrError> {
        let malformed = || CidrError::Malformed(text.to_owned());
        let (address, prefix) = match text.trim().split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text.trim(), None),
        };
        let address: IpAddr = address.parse().map_err(|_| malformed())?;
        let bits = if address.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            Some(prefix) => prefix.parse().map_err(|_| malformed())?,
            None => bits,
        };
        if prefix > bits {
            return Err(CidrError::Prefix(text.to_owned(), bits));
        }
        let cidr = Self { network: masked(address, prefix), prefix };
        if cidr.network != address {
            return Err(CidrError::HostBits(text.to_owned(), cidr));
        }
        Ok(cidr)
    }
}

impl TryFrom<String> for Cidr {
    type Error = CidrError;

    fn try_from(text: String) -> Result<Self, CidrError> {
        text.parse()
    }
}

impl From<Cidr> for String {
    fn from(cidr: Cidr) -> Self {
        cidr.to_string()
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.network, self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cidr(text: &str) -> Cidr {
        text.parse().unwrap()
    }

    #[test]
    fn a_network_contains_its_addresses_and_no_others() {
        for (network, inside, outside) in [
            ("10.0.0.0/8", "10.255.255.255", "11.0.0.0"),
            ("172.16.0.0/12", "172.31.0.1", "172.32.0.1"),
            ("192.168.7.9", "192.168.7.9", "192.168.7.8"),
            ("0.0.0.0/0", "8.8.8.8", "::1"),
            ("fd00::/8", "fdff::1", "fc00::1"),
            ("::1", "::1", "::2"),
            ("::/0", "2001:db8::1", "8.8.8.8"),
            ("10.0.0.0/8", "10.0.0.1", "::ffff:10.0.0.1"),
        ] {
            assert!(cidr(network).contains(inside.parse().unwrap()), "{inside} in {network}");
            assert!(!cidr(network).contains(outside.parse().unwrap()), "{outside} not in {network}");
        }
    }

    #[test]
    fn a_network_is_written_as_it_is_read() {
        for text in ["10.0.0.0/8", "192.168.7.9/32", "fd00::/8", "::/0"] {
            assert_eq!(cidr(text).to_string(), text);
            assert_eq!(serde_json::from_str::<Cidr>(&format!("{text:?}")).unwrap(), cidr(text));
        }
        assert_eq!(cidr(" 10.1.2.3 ").to_string(), "10.1.2.3/32");
    }

    #[test]
    fn a_mistake_is_explained() {
        for (text, expected) in [
            ("school", "\"school\" is no network; write it like 10.0.0.0/8 or fd00::/8"),
            ("10.0.0.0/", "\"10.0.0.0/\" is no network; write it like 10.0.0.0/8 or fd00::/8"),
            ("10.0.0.0/33", "\"10.0.0.0/33\": the number after the slash is at most 32"),
            ("10.1.2.3/8", "\"10.1.2.3/8\" has bits set behind the prefix; did you mean 10.0.0.0/8?"),
        ] {
            assert_eq!(text.parse::<Cidr>().unwrap_err().to_string(), expected);
        }
    }
}
