//! `days-malformed`

use super::problems::malformed;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A number of days is not written with its unit, such as `365d`.
    ///
    /// A bare `12` could be days, weeks or months; visitors are promised days.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// policy: {freshness: {attention: 12 months}}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// policy: {freshness: {attention: 365d}}
    /// ```
    DAYS_MALFORMED = { id: "F023", name: "days-malformed", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, _) in malformed(document, Form::Days) {
        let finding = findings.at(span, format!("`{}` is not a number of days", shortened(text)));
        let number = text.strip_suffix("days").or_else(|| text.strip_suffix("day")).map_or(text, str::trim_end);
        match number.parse::<u32>() {
            Ok(days) if number.len() < text.len() => finding.help(format!("write `{days}d`")).fix(span, format!("{days}d")),
            Ok(days) => finding.help(format!("write `{days}d` if you mean days")),
            Err(_) => finding.help("write a number and `d`, such as `365d`"),
        };
    }
}
