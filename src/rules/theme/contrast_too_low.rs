//! `contrast-too-low`

use super::words::{faults_of, message, pair};
use crate::diagnostic::{Findings, counted};
use crate::format::{ContrastChoice, Document};
use crate::rules::rule::rule;

rule! {
    /// A colour of a theme cannot be read on what it stands on.
    ///
    /// Text needs 7 to 1 ([WCAG 1.4.6](https://www.w3.org/WAI/WCAG22/Understanding/contrast-enhanced)), the edges of controls and of what has
    /// the focus 3 to 1. Below that, visitors with weak eyes, a poor screen or the sun behind them miss links and buttons. A build with such a
    /// theme is refused; `contrast: fix` in the theme takes the nearest colour that passes instead.
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

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (fault, span) in faults_of(document, ContrastChoice::Refuse) {
        let mut remark = findings.at(span, message(&fault));
        let rest = &fault.failing[1..];
        if let Some(next) = rest.first() {
            remark = match rest.len() {
                1 => remark.help(format!("it also leaves {}", pair(next))),
                n => remark.help(format!("it also leaves {}, and {} more", pair(next), counted(n - 1, "pair"))),
            };
        }
        let is_written = fault.seed != "accent" || !fault.is_dark;
        match fault.nearest {
            Some(nearest) if is_written => {
                remark.help(format!("the nearest value that passes is `{nearest}`")).suggest(span, format!("\"{nearest}\""));
            }
            Some(nearest) => drop(remark.help(format!("add a line `accent_dark: \"{nearest}\"`"))),
            None if fault.seed == "neutral_chroma" => drop(remark.help("greys keep below 0.04")),
            None => drop(remark.help("no colour of this hue passes: choose another")),
        }
    }
}
