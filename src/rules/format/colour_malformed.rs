//! `colour-malformed`

use super::problems::malformed;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A colour is not written as six hexadecimal digits.
    ///
    /// Contrast is calculated from exact values, so names, short forms and CSS functions are not allowed.
    ///
    /// ```files,fails
    /// ==> themes/harbour/theme.yaml <==
    /// accent: teal
    /// ```
    /// ```files,passes
    /// ==> themes/harbour/theme.yaml <==
    /// accent: "#0a5a49"
    /// ```
    COLOUR_MALFORMED = { id: "F083", name: "colour-malformed", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, _) in malformed(document, Form::Colour) {
        let finding = findings.at(span, format!("`{}` is not a colour of six hexadecimal digits", shortened(text)));
        let digits = text.trim().trim_start_matches('#');
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        match digits.len() {
            // `#abc` says the same as `#aabbcc`.
            3 if is_hex => {
                let long: String = digits.chars().flat_map(|digit| [digit, digit]).collect();
                finding.help("write each digit twice").fix(span, format!("\"#{long}\""));
            }
            8 if is_hex => drop(finding.help("theme colours are opaque: remove the last two digits")),
            _ => drop(finding.help("write it in quotation marks, such as `\"#0a5a49\"`")),
        }
    }
}
