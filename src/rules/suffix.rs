//! Which part of a host was registered. The only file that names the crate for the Public Suffix List.

/// The registered part of `host`, such as `acme.co.uk`, or `acme.github.io` by the list's private part; `host` itself where there is none.
#[must_use]
pub fn registered(host: &str) -> &str {
    psl::domain_str(host.trim_end_matches('.')).unwrap_or(host)
}

/// Whether `host` is a suffix below which many register, or not registrable at all.
pub(super) fn is_suffix(host: &str) -> bool {
    psl::domain_str(host).is_none()
}
