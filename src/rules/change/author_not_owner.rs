//! `author-not-owner`

use std::collections::BTreeSet;

use crate::catalogue::{Account, Change};
use crate::diagnostic::Findings;
use crate::format::FileRole;
use crate::rules::rule::rule;
use crate::source::ContentPath;

rule! {
    /// A change to what belongs to a publisher is proposed by someone without an account of that publisher.
    ///
    /// Accounts are those of the publisher's file before the change, not after it, and they are compared by the forge's number: a login can be given
    /// up and taken by someone else. Anyone with such an account can propose the change, or approve it.
    ///
    /// ```files,fails
    /// ==> before: publishers/acme.yaml <==
    /// name: Acme Works
    /// url: https://acme.example/
    /// may_hide_source: true
    /// accounts: [{forge: github, login: acme, id: 990000101}]
    /// ==> listings/acme/notes.txt <==
    /// Proposed by the account 990000107.
    /// ```
    /// ```files,passes
    /// ==> before: publishers/acme.yaml <==
    /// name: Acme Works
    /// url: https://acme.example/
    /// may_hide_source: true
    /// accounts: [{forge: github, login: wren, id: 990000107}]
    /// ==> listings/acme/notes.txt <==
    /// Proposed by the account 990000107.
    /// ```
    AUTHOR_NOT_OWNER = { id: "R009", name: "author-not-owner", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    let Some(author) = change.people.author.as_ref().filter(|_| !change.is_by_maintainer()) else { return };
    let mut told = BTreeSet::new();
    for listing in &change.listings {
        // For a transferred listing, `transfer-without-consent` asks the former publisher.
        let publisher = listing.former_publisher().or_else(|| listing.publisher());
        let is_transfer =
            listing.former_publisher().is_some() && listing.publisher().is_some() && listing.former_publisher() != listing.publisher();
        let Some(publisher) = publisher.filter(|_| !is_transfer) else { continue };
        let path = FileRole::Listing.path(listing.slug);
        if let Some(path) = path {
            let span = listing.is.filter(|_| listing.was.is_none()).and_then(|is| is.file.publisher.span());
            let doing = if listing.existed { "change" } else { "add" };
            tell(change, author, publisher, &path, span, &format!("{doing} listing `{}`", listing.slug), findings);
            told.insert(publisher);
        }
    }
    for path in change.files.content.keys() {
        if let (FileRole::Publisher, slug) = path.place()
            && !told.contains(slug)
        {
            tell(change, author, slug, path, None, &format!("change publisher `{slug}`"), findings);
        }
    }
}

/// Reports that `author` may not do `what`, unless an account of `publisher` supports it.
fn tell(
    change: &Change<'_>,
    author: &Account,
    publisher: &str,
    path: &ContentPath,
    span: Option<crate::source::Span>,
    what: &str,
    findings: &mut Findings<'_>,
) {
    let accounts = change.accounts(publisher);
    if accounts.is_empty() || change.has_consent_of(publisher) {
        return;
    }
    let logins: Vec<String> = accounts.iter().take(5).filter_map(|entry| entry.login.get()).map(|login| format!("`{login}`")).collect();
    let who = author.login.as_deref().unwrap_or(&author.id);
    let owners = if logins.is_empty() { format!("an account of `{publisher}`") } else { logins.join(" or ") };
    findings
        .elsewhere(path, span, format!("`{who}` has no account of publisher `{publisher}` and cannot {what}"))
        .help(format!("ask {owners} to approve or propose this change"))
        .help(format!(
            "if `{who}` belongs to them, one of them adds the account (number {}) to `publishers/{publisher}.yaml` first",
            author.id
        ));
}
