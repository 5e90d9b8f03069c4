//! Which part of a host somebody registered. The only file that names the crate for the Public Suffix List.

/// The part of `host` that somebody registered, such as `acme.co.uk`, or `acme.github.io` by the list's private part; `host` itself where there is none.
#[must_use]
pub fn registered(host: &str) -> &str {
    psl::domain_str(host.trim_end_matches('.')).unwrap_or(host)
}

/// Whether `host` is an ending that many register below, or nothing that anybody could register.
pub(super) fn is_suffix(host: &str) -> bool {
    psl::domain_str(host).is_none()
}
