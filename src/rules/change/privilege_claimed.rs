//! `privilege-claimed`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::{Content, Document, FileRole, PublisherFile};
use crate::rules::rule::rule;

rule! {
    /// A publisher's file claims a privilege that only maintainers grant: verified domains, or permission to hide source.
    ///
    /// These marks tell visitors who makes an app.
    ///
    /// ```files,fails
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// url: https://acme.example/
    /// may_hide_source: true
    /// domains: [slack.com]
    /// verified: {on: 2026-01-20, method: manual}
    /// ```
    /// ```files,passes
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// url: https://acme.example/
    /// description: Makers of small tools.
    /// may_hide_source: true
    /// ```
    PRIVILEGE_CLAIMED = { id: "R016", name: "privilege-claimed", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    if change.is_by_maintainer() {
        return;
    }
    for path in change.files.content.keys().filter(|path| path.role() == FileRole::Publisher) {
        let Some(is) = change.head.document(path.as_str()).and_then(file) else { continue };
        let was = change.base.document(path.as_str()).and_then(file);
        let verified = |file: &PublisherFile| file.verified.get().map(|entry| (entry.on.get().copied(), entry.method.get().cloned()));
        let domains = |file: &PublisherFile| file.domains.items().iter().map(|domain| domain.value.clone()).collect::<Vec<_>>();
        // Verified domains cannot be exchanged while they stay marked as verified.
        let new_mark = verified(is).is_some() && was.is_none_or(|was| verified(was) != verified(is) || domains(was) != domains(is));
        let new_leave = is.may_hide_source() && !was.is_some_and(PublisherFile::may_hide_source);
        let claims = [(new_mark, "verified", is.verified.span()), (new_leave, "may_hide_source", is.may_hide_source.span())];
        for (_, key, span) in claims.into_iter().filter(|(is_new, ..)| *is_new) {
            findings
                .elsewhere(path, span, format!("only maintainers may set `{key}`"))
                .help(format!("restore the former `{key}`, and ask for the change in the pull request"));
        }
    }
}

fn file(document: &Document) -> Option<&PublisherFile> {
    match &document.content {
        Content::Publisher(file) => Some(file),
        _ => None,
    }
}
