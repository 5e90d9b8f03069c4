//! `secret-in-text`

use super::redacted::redacted;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

rule! {
    /// A file contains what looks like a secret key.
    ///
    /// Bots read public repositories all day and use a key within minutes. Deleting the line does not help: it stays in the git history.
    /// The owner has to revoke the key. Keys are recognised by the formats of their services; keys that are
    /// plainly made up, such as `AKIAIOSFODNN7EXAMPLE`, are ignored.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Use the key AKIAQK4NZ7WXR2LMPT5V to try it.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Use a key of your own, which looks like AKIAIOSFODNN7EXAMPLE.
    /// ```
    SECRET_IN_TEXT = { id: "P100", name: "secret-in-text", level: Error, costs: Value, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for secret in document.secrets.iter().filter(|secret| secret.is_certain) {
        let text = document.text.as_deref().and_then(|text| text.get(secret.span.range())).unwrap_or_default();
        findings
            .at(secret.span, format!("`{}` looks like {}", redacted(text), secret.noun))
            .help("revoke the key now: it stays in the git history")
            .help("in an example, write a placeholder such as `<your-key>` in backticks");
    }
}
