//! `literal-quotes`

use super::rows::each_text;
use crate::diagnostic::Findings;
use crate::format::{Document, StringFormat};
use crate::parse::typographic::enclosed;
use crate::parse::yaml::NodeKind;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// A value is in typographic quotes, which are published with it.
    ///
    /// Word processors and chat programs turn straight quotes into curly ones. YAML reads these as ordinary letters, and visitors see them around the name.
    ///
    /// ```yaml,fails
    /// summary: “Posts a line for every new order.”
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line for every “new” order.
    /// ```
    LITERAL_QUOTES = { id: "F080", name: "literal-quotes", former: ["quotes-published"], level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    if text.is_ascii() || !text.contains(['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛', '‹', '›']) {
        return;
    }
    each_text(document, &mut |row, node, span| {
        // A name or a URL in such quotes is unknown or invalid, which other rules report.
        let is_name = row.bounds.names.is_some() || matches!(row.bounds.format, Some(StringFormat::Email | StringFormat::Slug));
        let NodeKind::Scalar { text: value, .. } = &node.kind else { return };
        let Some(inner) = enclosed(value.trim()).map(str::trim).filter(|_| !is_name) else { return };
        let finding = findings
            .at(span, format!("`{}` is published with its quotes", shortened(value.trim())))
            .label("YAML reads typographic quotes as letters")
            .help("remove the quotes, or write straight ones");
        let is_on_one_line = text.get(span.range()).is_some_and(|raw| !raw.contains('\n') && !raw.starts_with(['|', '>']));
        if is_on_one_line {
            finding.suggest(span, scalar(inner));
        }
    });
}
