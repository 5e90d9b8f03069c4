//! `contrast-too-low`

use super::words::{faults_of, message, pair};
use crate::diagnostic::{Findings, counted};
use crate::format::Document;
use crate::rules::rule::rule;
use crate::theme::Kind;

rule! {
    /// A colour of a theme has too little contrast with its background.
    ///
    /// Text needs 7 to 1 ([WCAG 1.4.6](https://www.w3.org/WAI/WCAG22/Understanding/contrast-enhanced)), the edges of controls and of focused
    /// elements 3 to 1. Below that, visitors with weak eyes, a poor screen or the sun after them miss links and buttons. A build with such a
    /// theme is refused; with `contrast: fix`, the theme uses the nearest colour that passes, and with `contrast: aa`, text needs 4.5 to 1.
    ///
    /// ```files,fails
    /// ==> themes/harbour/theme.yaml <==
    /// accent: "#2bb59b"
    /// ```
    /// ```files,passes
    /// ==> themes/harbour/theme.yaml <==
    /// accent: "#0a5a49"
    /// ```
    CONTRAST_TOO_LOW = { id: "T001", name: "contrast-too-low", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

/// The contrast of text that `contrast: aa` asks for.
const AA: f64 = 4.5;

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (fault, span) in faults_of(document, false) {
        let mut finding = findings.at(span, message(&fault));
        let rest = &fault.failing[1..];
        if let Some(next) = rest.first() {
            finding = match rest.len() {
                1 => finding.help(format!("it also gives {}", pair(next))),
                n => finding.help(format!("it also gives {}, and {} more", pair(next), counted(n - 1, "pair"))),
            };
        }
        if fault.failing.iter().all(|pair| pair.kind == Kind::Text && pair.ratio >= AA) {
            finding = finding.help("`contrast: aa` allows 4.5 to 1 for text");
        }
        if fault.nearest.is_some() {
            finding = finding.help("`contrast: fix` uses the nearest colour that passes in every build");
        }
        let is_written = fault.seed != "accent" || !fault.is_dark;
        match fault.nearest {
            Some(nearest) if is_written => {
                finding.help(format!("the nearest value that passes is `{nearest}`")).suggest(span, format!("\"{nearest}\""));
            }
            Some(nearest) => drop(finding.help(format!("add a line `accent_dark: \"{nearest}\"`"))),
            None if fault.seed == "neutral_chroma" => drop(finding.help("keep it below 0.04 for greys")),
            None => drop(finding.help("no colour of this hue passes: choose another one")),
        }
    }
}
