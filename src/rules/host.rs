//! What a host name says about the host. Knows networks and letters; asks no server.

use unicode_security::{MixedScript as _, RestrictionLevel, RestrictionLevelDetection as _, skeleton};
use url::{Host, Url};

/// Endings that no public name has: of the local machine, of a local network, or of tests.
const LOCAL: [&str; 8] = ["localhost", "local", "internal", "intranet", "lan", "home.arpa", "invalid", "localdomain"];

/// Whether `url` leads to a machine that is only known in its own network.
pub(in crate::rules) fn is_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            !name.contains('.') || LOCAL.iter().any(|ending| crate::rules::address::is_below(name, ending))
        }
        Some(Host::Ipv4(ip)) => ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified(),
        Some(Host::Ipv6(ip)) => ip.is_loopback() || ip.is_unspecified() || ip.is_unique_local() || ip.is_unicast_link_local(),
        None => false,
    }
}

/// `host` as people read it, and what it imitates, if one of its names is written to be confused with another: in letters of scripts that are never
/// mixed, or wholly in letters that look like `a` to `z` ([UTS #39](https://www.unicode.org/reports/tr39/)) below a domain in those.
pub(super) fn imitated(host: &str) -> Option<(String, String)> {
    if !host.split('.').any(|label| label.starts_with("xn--")) {
        return None;
    }
    let shown = url::quirks::domain_to_unicode(host);
    let is_latin_domain = shown.rsplit('.').next().is_some_and(str::is_ascii);
    let what = shown.split('.').filter(|label| !label.is_ascii()).find_map(|label| {
        let looks = looks(label);
        if looks.is_ascii() && is_latin_domain {
            Some(format!("looks like `{}`, but is another host", shown.replace(label, &looks)))
        } else if mixes_scripts(label) {
            Some("mixes letters of several scripts".to_owned())
        } else {
            None
        }
    })?;
    Some((shown, what))
}

/// `label` in the letters that it is confused with. The skeleton of `m` is `rn`, so letters that everyone can read are kept; `æ` and `œ` are letters
/// of their own, and no one reads them as two.
fn looks(label: &str) -> String {
    let is_kept = |c: char| c.is_ascii() || matches!(c, 'æ' | 'œ');
    label
        .chars()
        .map(|c| if is_kept(c) { c.to_string() } else { skeleton(c.encode_utf8(&mut [0; 4])).collect::<String>().replace("rn", "m") })
        .collect()
}

/// Whether `text` contains letters of scripts that are never mixed. A character without a script, or a letter that is only unusual such as `º`, mixes nothing.
pub(in crate::rules) fn mixes_scripts(text: &str) -> bool {
    !text.is_single_script() && !text.check_restriction_level(RestrictionLevel::HighlyRestrictive)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        text.parse().expect("a URL")
    }

    #[test]
    fn a_private_url_is_recognised_by_its_host() {
        for text in ["http://localhost:1", "http://10.0.0.1", "http://[::1]/", "http://printer/", "https://a.internal", "http://0.0.0.0"] {
            assert!(is_private(&url(text)), "{text}");
        }
        for text in ["https://acme.example", "http://8.8.8.8", "https://local.example", "mailto:a@b"] {
            assert!(!is_private(&url(text)), "{text}");
        }
    }

    #[test]
    fn a_host_in_another_script_is_distinguished_from_an_imitation() {
        let of = |text: &str| imitated(url(text).host_str().expect("a host")).map(|(_, what)| what);
        assert_eq!(of("https://аррӏе.com").as_deref(), Some("looks like `apple.com`, but is another host"));
        assert_eq!(of("https://sl\u{430}ck.com").as_deref(), Some("looks like `slack.com`, but is another host"));
        assert_eq!(of("https://bücher.example"), None);
        assert_eq!(of("https://пример.com"), None);
        assert_eq!(of("https://日本語.jp"), None);
        assert_eq!(of("https://acme.example"), None);
        assert_eq!(of("https://\u{430}mazon.com").as_deref(), Some("looks like `amazon.com`, but is another host"));
        assert_eq!(of("https://læs.dk"), None);
        assert_eq!(of("https://cœur.fr"), None);
        assert_eq!(of("https://i❤.ws"), None);
    }
}
