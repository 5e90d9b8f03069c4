//! `contrast-adjusted`

use super::words::{faults_of, message};
use crate::diagnostic::Findings;
use crate::format::{ContrastChoice, Document};
use crate::rules::rule::rule;

rule! {
    /// A colour of a theme could not be read, and another is used in its place.
    ///
    /// `contrast: fix` asks for it. The site is not in the colour that stands in the file: whoever compares it with a brand should know.
    ///
    /// ```files,fails
    /// ==> themes/harbour/theme.yaml <==
    /// accent: "#2bb59b"
    /// contrast: fix
    /// ```
    /// ```files,passes
    /// ==> themes/harbour/theme.yaml <==
    /// accent: "#0a5a49"
    /// contrast: fix
    /// ```
    CONTRAST_ADJUSTED = { id: "T002", name: "contrast-adjusted", former: ["contrast-mended"], level: Info, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (fault, span) in faults_of(document, ContrastChoice::Fix) {
        let remark = findings.at(span, message(&fault));
        match fault.nearest {
            Some(nearest) => drop(remark.help(format!("`{nearest}` is used in its place"))),
            None => drop(remark.help("nothing near it passes, so that it stays as it is: choose another")),
        }
    }
}
