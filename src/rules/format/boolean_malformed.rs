//! `boolean-malformed`

use super::problems::malformed;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A boolean value is neither `true` nor `false`.
    ///
    /// YAML parsers disagree about `yes`, `no`, `on` and `off`: some read them as booleans, others as text.
    ///
    /// ```files,fails
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: yes
    /// ```
    /// ```files,passes
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// ```
    BOOLEAN_MALFORMED = { id: "F025", name: "boolean-malformed", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, _) in malformed(document, Form::Boolean) {
        let finding = findings.at(span, format!("`{}` is neither `true` nor `false`", shortened(text)));
        let meant = match text.to_ascii_lowercase().as_str() {
            "yes" | "y" | "on" | "true" => Some("true"),
            "no" | "n" | "off" | "false" => Some("false"),
            _ => None,
        };
        match meant {
            Some(meant) => finding.help(format!("write `{meant}`")).fix(span, meant),
            None => finding.help("write `true` or `false`"),
        };
    }
}
