//! `password-in-text`

use super::veiled::veiled;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

rule! {
    /// Behind a word such as `password` stands what looks like a real one.
    ///
    /// If it is one, everybody who reads the page has it, and it stays in the history of the repository. If it is not, readers copy it
    /// and wonder why it does not work: a placeholder that says what belongs there helps them more.
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
    PASSWORD_IN_TEXT = { id: "P101", name: "password-in-text", level: Off, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for secret in document.secrets.iter().filter(|secret| !secret.is_certain) {
        let text = document.text.as_deref().and_then(|text| text.get(secret.span.range())).unwrap_or_default();
        findings
            .at(secret.span, format!("`{}` looks like {}", veiled(text), secret.noun))
            .help("write what belongs there, such as `<your-password>`; if it is real, change it now");
    }
}
