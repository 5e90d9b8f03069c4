//! `list-in-keyword`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};
use crate::source::Span;

rule! {
    /// A keyword is a list of words.
    ///
    /// Keywords are a list. As one text with commas, they count as a single word that nobody types.
    ///
    /// ```yaml,fails
    /// keywords: ["refunds, returns"]
    /// ```
    /// ```yaml,passes
    /// keywords: [refunds, returns]
    /// ```
    LIST_IN_KEYWORD = { id: "L221", name: "list-in-keyword", former: ["keyword-holds-list"], level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    for keyword in listing.file.keywords.items().iter().filter(|_| !listing.is_gone()) {
        let words: Vec<_> = keyword.split([',', ';']).map(str::trim).filter(|word| !word.is_empty()).collect();
        if words.len() > 1 {
            let finding = findings.at(keyword.span, format!("keyword `{}` contains {} words", shortened(keyword), words.len()));
            finding.help("write each keyword as a separate item").fix(keyword.span, separated(listing, keyword.span, &words));
        }
    }
}

/// The words as items of the list that contains the keyword at `span`.
fn separated(listing: &RawListing<'_>, span: Span, words: &[&str]) -> String {
    let text = listing.document.text.as_deref().unwrap_or_default();
    let before = text.get(..span.start as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let between = if line.trim() == "-" { format!("\n{line}") } else { ", ".to_owned() };
    words.iter().map(|word| scalar(word)).collect::<Vec<_>>().join(&between)
}
