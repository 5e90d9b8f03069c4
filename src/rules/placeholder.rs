//! Hosts, paths and e-mail addresses that templates contain. Knows words only.

use crate::rules::address::is_below;

/// Placeholder hosts. `.example` is not among them: demo catalogues use it on purpose.
#[rustfmt::skip]
const HOSTS: [&str; 24] = [
    "acme-corp.com", "changeme.com", "company.com", "companyname.com", "domain.com", "example.com", "example.edu", "example.net",
    "example.org", "foo.bar", "foobar.com", "mycompany.com", "mydomain.com", "mysite.com", "somedomain.com", "test.com", "test.test",
    "website.com", "your-company.com", "your-domain.com", "yourcompany.com", "yourdomain.com", "yoursite.com", "yourwebsite.com",
];

/// Placeholder parts of a path.
#[rustfmt::skip]
const SEGMENTS: [&str; 18] = [
    "changeme", "my-org", "org-name", "owner-name", "repo-name", "your-account", "your-company", "your-connector", "your-name", "your-org",
    "your-organization", "your-project", "your-repo", "your-repository", "your-user", "your-username", "yourusername", "yourorg",
];

/// Placeholder names before the `@`.
#[rustfmt::skip]
const NAMES: [&str; 18] = [
    "changeme", "example", "firstname.lastname", "foo", "jane.doe", "john.doe", "johndoe", "name", "somebody", "someone", "test",
    "todo", "user", "username", "xxx", "you", "your.name", "yourname",
];

/// Whether `host` is a placeholder.
pub(super) fn is_placeholder_host(host: &str) -> bool {
    HOSTS.iter().any(|known| is_below(host, known))
}

/// Whether a part of a path is a placeholder. `{slug}` and `<org>` count, also percent-encoded.
pub(super) fn is_placeholder_segment(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace('_', "-");
    let is_marked = plain.starts_with("%3c") && plain.ends_with("%3e");
    is_marked || SEGMENTS.contains(&plain.strip_suffix(".git").unwrap_or(&plain))
}

/// Whether no one reads mail to `address`.
pub(in crate::rules) fn is_placeholder_mail(address: &str) -> bool {
    let (local, host) = address.trim().rsplit_once('@').unwrap_or_default();
    let (local, host) = (local.to_ascii_lowercase(), host.to_ascii_lowercase());
    let begins = ["your-", "your_", "youremail", "<", "{"].iter().any(|start| local.starts_with(start));
    is_placeholder_host(&host) || NAMES.contains(&local.as_str()) || begins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_recognised_by_its_words() {
        for address in ["you@acme.example", "help@example.com", "your-name@acme.example", "TEST@acme.example", "info@mail.yourcompany.com"]
        {
            assert!(is_placeholder_mail(address), "{address}");
        }
        for address in ["help@acme.example", "testing@acme.example", "info@counterexample.com", "username.kim@acme.example"] {
            assert!(!is_placeholder_mail(address), "{address}");
        }
        assert!(is_placeholder_segment("YOUR_ORG") && is_placeholder_segment("%3Corg%3E"));
        assert!(!is_placeholder_segment("your-data") && !is_placeholder_segment("organization"));
    }
}
