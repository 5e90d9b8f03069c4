//! `email-list`

use crate::diagnostic::Findings;
use crate::format::{Document, FileRole};
use crate::parse::yaml::{Node, NodeKind};
use crate::rules::mail::addresses;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// A value of the listing contains several e-mail addresses.
    ///
    /// That looks like a list of people who may use the listing. Other people's addresses do not belong in a public repository: spammers
    /// collect them, and they stay in its history.
    ///
    /// ```yaml,fails
    /// support: {email: "ann@acme.example, bob@acme.example"}
    /// ```
    /// ```yaml,passes
    /// support: {email: help@acme.example}
    /// ```
    EMAIL_LIST = { id: "L101", name: "email-list", level: Error, costs: Value, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    // Most listings contain one address or none, and need no second reading.
    if document.role != FileRole::Listing || text.matches('@').count() < 2 {
        return;
    }
    if let Some(root) = document.tree() {
        let mut found = Vec::new();
        collect(root, &mut found);
        for (span, n_addresses) in found {
            findings
                .at(span, format!("{n_addresses} e-mail addresses in one value"))
                .help("give one address for support, and keep lists of people out of the repository");
        }
    }
}

fn collect(node: &Node, found: &mut Vec<(Span, usize)>) {
    match &node.kind {
        NodeKind::Scalar { text, .. } => {
            let n_addresses = addresses(text).count();
            if n_addresses > 1 {
                found.push((node.span, n_addresses));
            }
        }
        NodeKind::Sequence(items) => {
            let n_addresses =
                items.iter().filter(|item| matches!(&item.kind, NodeKind::Scalar { text, .. } if addresses(text).count() == 1)).count();
            if n_addresses > 1 {
                found.push((node.span, n_addresses));
            }
            items.iter().for_each(|item| collect(item, found));
        }
        NodeKind::Mapping(entries) => entries.iter().for_each(|(_, value)| collect(value, found)),
        NodeKind::Unread => {}
    }
}
