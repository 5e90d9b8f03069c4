//! `version-malformed`

use super::problems::malformed;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A version is not one short line of visible characters.
    ///
    /// Pages, feeds and URLs show a version as it is written. An invisible character makes two versions of what looks like one.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: "1.4.0\nbeta"}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.4.0-beta}
    /// ```
    VERSION_MALFORMED = { id: "F021", name: "version-malformed", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, because) in malformed(document, Form::Version) {
        findings
            .at(span, format!("`{}` is not a version", shortened(text)))
            .label(because)
            .help("write it on one line of at most 500 characters, such as `1.4.0`");
    }
}
