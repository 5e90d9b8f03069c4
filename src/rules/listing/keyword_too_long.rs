//! `keyword-too-long`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{length, shortened};

/// Most words in a keyword.
const MAX_WORDS: usize = 3;
/// Most characters in a keyword.
const MAX_CHARS: usize = 40;

rule! {
    /// A keyword is a phrase.
    ///
    /// Visitors type one or two words. Nobody types a whole phrase, and it uses up one of three keywords.
    ///
    /// ```yaml,fails
    /// keywords: [how to post a message when an order comes in]
    /// ```
    /// ```yaml,passes
    /// keywords: [order messages]
    /// ```
    KEYWORD_TOO_LONG = { id: "L222", name: "keyword-too-long", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    for keyword in listing.file.keywords.items().iter().filter(|_| !listing.is_gone()) {
        let n_words = keyword.split_whitespace().count();
        if (n_words > MAX_WORDS || length(keyword) > MAX_CHARS) && !keyword.contains([',', ';']) {
            findings
                .at(keyword.span, format!("keyword `{}` is a whole phrase", shortened(keyword)))
                .help("keep the one or two words that a visitor would type");
        }
    }
}
