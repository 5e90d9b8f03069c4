//! Which part of a host was registered. The only file that names the crate for the Public Suffix List.

/// The registered part of `host`, such as `acme.co.uk`, or `acme.github.io` by the list's private part; `host` itself where there is none.
#[must_use]
pub fn registered(host: &str) -> &str {
    root(host.trim_end_matches('.')).unwrap_or(host)
}

/// Whether `host` is a suffix below which many register, or not registrable at all.
pub(super) fn is_suffix(host: &str) -> bool {
    root(host).is_none()
}

/// Asked through `addr`, because the functions of `psl` are generic: they would be compiled with this crate, and are an eighth of it.
fn root(host: &str) -> Option<&str> {
    addr::parse_dns_name(host).ok()?.root()
}
