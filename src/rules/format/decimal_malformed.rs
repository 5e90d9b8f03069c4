//! `decimal-malformed`

use super::problems::malformed;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A value is not a number between 0 and 1.
    ///
    /// The number sets how colourful the greys of a theme are; a percentage or a word cannot be used.
    ///
    /// ```files,fails
    /// ==> themes/harbour/theme.yaml <==
    /// accent: "#0a5a49"
    /// neutral_chroma: 2%
    /// ```
    /// ```files,passes
    /// ==> themes/harbour/theme.yaml <==
    /// accent: "#0a5a49"
    /// neutral_chroma: 0.02
    /// ```
    DECIMAL_MALFORMED = { id: "F082", name: "decimal-malformed", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, _) in malformed(document, Form::Decimal) {
        let help = "write a number from 0 to 1 with at most three decimal places, such as `0.01`";
        findings.at(span, format!("`{}` is not a number between 0 and 1", shortened(text))).help(help);
    }
}
