//! `list-in-keyword`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};
use crate::source::Span;

rule! {
    /// A keyword is a list of words.
    ///
    /// Keywords are entered as a list. Written as one text with commas they count as a single word that nobody types.
    ///
    /// ```yaml,fails
    /// keywords: ["refunds, returns"]
    /// ```
    /// ```yaml,passes
    /// keywords: [refunds, returns]
    /// ```
    LIST_IN_KEYWORD = { id: "L221", name: "list-in-keyword", former: ["keyword-holds-list"], level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    for keyword in listing.file.keywords.items().iter().filter(|_| !listing.is_gone()) {
        let words: Vec<_> = keyword.split([',', ';']).map(str::trim).filter(|word| !word.is_empty()).collect();
        if words.len() > 1 {
            let remark = findings.at(keyword.span, format!("keyword `{}` holds {} words", shortened(keyword), words.len()));
            remark.help("write every keyword as an item of its own").fix(keyword.span, separated(listing, keyword.span, &words));
        }
    }
}

/// The words as items of the list that the keyword at `span` stands in.
fn separated(listing: &ListingDraft<'_>, span: Span, words: &[&str]) -> String {
    let text = listing.document.text.as_deref().unwrap_or_default();
    let before = text.get(..span.start as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let between = if line.trim() == "-" { format!("\n{line}") } else { ", ".to_owned() };
    words.iter().map(|word| scalar(word)).collect::<Vec<_>>().join(&between)
}
