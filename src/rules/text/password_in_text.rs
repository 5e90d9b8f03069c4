//! `password-in-text`

use super::redacted::redacted;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;
use crate::source::{Span, floor_char_boundary};

rule! {
    /// A word such as `password` is followed by what looks like a real one.
    ///
    /// If it is real, everyone who reads the page has it, and it stays in the git history. If it is not, readers copy it
    /// and wonder why it does not work: a placeholder that says what belongs there helps them more.
    ///
    /// On a line about the reader's own computer, or an example host, the password is taken for a program's default.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// ~~~ini
    /// password = "kZ8f3Qx91LmT4vRw"
    /// ~~~
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// ~~~ini
    /// password = "<your-password>"
    /// ~~~
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// ~~~sh
    /// curl http://127.0.0.1:9080/admin -H "X-API-KEY: edd1c9f034335f136f87ad84b625c8f1"
    /// ~~~
    /// ```
    PASSWORD_IN_TEXT = { id: "P101", name: "password-in-text", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    for secret in document.secrets.iter().filter(|secret| !secret.is_certain) {
        if is_sample(text, secret.span) {
            continue;
        }
        let written = text.get(secret.span.range()).unwrap_or_default();
        findings
            .at(secret.span, format!("`{}` looks like {}", redacted(written), secret.noun))
            .help("write a placeholder such as `<your-password>`; if it is real, change it now");
    }
}

/// Whether the line of `span` names a host that no one else can reach.
fn is_sample(text: &str, span: Span) -> bool {
    const HOSTS: [&str; 5] = ["127.0.0.1", "localhost", ".example", "example.com", "example.org"];
    /// How far around the place to look: a file may be a single line.
    const NEAR: usize = 400;
    let start = floor_char_boundary(text, (span.start as usize).saturating_sub(NEAR));
    let end = floor_char_boundary(text, (span.end as usize).saturating_add(NEAR));
    let before = text.get(start..span.start as usize).unwrap_or_default();
    let behind = text.get(span.end as usize..end).unwrap_or_default();
    let parts = [before.rsplit('\n').next().unwrap_or_default(), behind.split('\n').next().unwrap_or_default()];
    parts.iter().any(|part| HOSTS.iter().any(|host| part.contains(host)))
}
