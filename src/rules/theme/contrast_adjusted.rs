//! `contrast-adjusted`

use super::words::{faults_of, message};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;

rule! {
    /// A colour of a theme was too low in contrast and has been adjusted.
    ///
    /// The theme asks for it with `contrast: fix`. The site does not use the colour in the file: anyone who compares it with a brand should know.
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
    for (fault, span) in faults_of(document, true) {
        let finding = findings.at(span, message(&fault));
        match fault.nearest {
            Some(nearest) => drop(finding.help(format!("`{nearest}` is used instead"))),
            None => drop(finding.help("no similar colour passes, so it is not adjusted: choose another")),
        }
    }
}
