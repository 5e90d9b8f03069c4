//! Whether a host or an IP address is public, and which registrable domain a host belongs to.

use std::net::IpAddr;

/// Reserved endings ([RFC 2606](https://www.rfc-editor.org/rfc/rfc2606), [RFC 6761](https://www.rfc-editor.org/rfc/rfc6761)).
const RESERVED: [&str; 8] = ["example", "test", "invalid", "localhost", "example.com", "example.net", "example.org", "onion"];

/// The registrable domain of `host`, such as `acme.co.uk`; `host` itself where there is none.
#[must_use]
pub fn domain(host: &str) -> &str {
    crate::rules::registered(host)
}

/// Whether `host` is reserved for examples and tests.
pub(super) fn is_reserved(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    RESERVED.iter().any(|name| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

/// Whether `ip` is an address of the public internet: not private, not local, and not reserved
/// ([IANA's registries](https://www.iana.org/assignments/iana-ipv4-special-registry/)). Anything that is not certainly public is not contacted.
#[must_use]
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            let is_special = ip.is_private()
                || ip.is_loopback()
                || ip.is_link_local()
                || ip.is_multicast()
                || ip.is_documentation()
                || a == 0
                || a >= 240
                || (a == 100 && (64..128).contains(&b))
                || (a == 192 && b == 0 && c == 0)
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19));
            !is_special
        }
        IpAddr::V6(ip) => {
            let [first, second, ..] = ip.segments();
            // Global unicast is 2000::/3. It contains networks that wrap an IPv4 address (6to4, Teredo) and examples; mapped addresses are outside it.
            let is_global = first & 0xe000 == 0x2000;
            is_global
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8))
                && !(first == 0x3fff && second < 0x1000)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_and_reserved_addresses_are_not_public() {
        for ip in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "192.0.0.8",
            "192.0.2.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001:0:1::",
            "2001:db8::1",
            "ff02::1",
        ] {
            assert!(!is_public(ip.parse().expect("an address")), "{ip}");
        }
        for ip in ["8.8.8.8", "1.1.1.1", "172.32.0.1", "2606:4700:4700::1111", "2a00:1450::1"] {
            assert!(is_public(ip.parse().expect("an address")), "{ip}");
        }
    }

    #[test]
    fn a_domain_is_the_registrable_part_of_a_host() {
        assert_eq!(domain("docs.acme.co.uk"), "acme.co.uk");
        assert_eq!(domain("you.github.io"), "you.github.io", "each account has its own");
        assert_eq!(domain("www.acme.com."), "acme.com");
    }
}
