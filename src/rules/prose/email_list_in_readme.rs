//! `email-list-in-readme`

use std::collections::BTreeSet;

use crate::diagnostic::Findings;
use crate::format::{Document, FileRole};
use crate::rules::mail::addresses;
use crate::rules::rule::rule;

rule! {
    /// A README or a page of documentation contains several e-mail addresses.
    ///
    /// That looks like a list of people, such as those who have access. Other people's addresses do not belong in a public repository: spammers
    /// collect them, and they stay in its history. A reviewer checks whether they are meant to be public contacts.
    ///
    /// ```markdown,fails
    /// Ask for access; so far it is given to ann@acme.example, bob@acme.example and cleo@wren.example.
    /// ```
    /// ```markdown,passes
    /// Ask help@acme.example for access.
    /// ```
    EMAIL_LIST_IN_README = { id: "P029", name: "email-list-in-readme", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    if !matches!(document.role, FileRole::Readme | FileRole::Doc) || text.matches('@').count() < MIN_ADDRESSES {
        return;
    }
    let found: BTreeSet<String> = addresses(text).map(str::to_lowercase).filter(|address| !is_example(address)).collect();
    if found.len() >= MIN_ADDRESSES {
        findings
            .whole(format!("{} e-mail addresses in `{}`", found.len(), document.path.file_name()))
            .help("keep one address for support, and keep lists of people out of the repository");
    }
}

/// One contact for help and one for vulnerabilities are two; three people are a list.
const MIN_ADDRESSES: usize = 3;

/// Whether the address is at a host that documentation uses (RFC 2606).
fn is_example(address: &str) -> bool {
    ["@example.com", "@example.org", "@example.net"].iter().any(|host| address.ends_with(host))
}
