//! `name-decorated`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The name contains symbols, or is in capitals throughout.
    ///
    /// Names with stars, emoji or all capitals stand out in a list at the expense of all others, are read out letter by letter by
    /// screen readers, and are not what people type.
    ///
    /// ```yaml,fails
    /// name: "★ Acme Messages ★"
    /// ```
    /// ```yaml,fails
    /// name: ACME MESSAGES PRO
    /// ```
    /// ```yaml,passes
    /// name: HTTP CORS
    /// ```
    /// ```yaml,passes
    /// name: Acme CRM Messages
    /// ```
    /// ```files,passes
    /// ==> apps/yahoo.yaml <==
    /// name: Yahoo!
    /// website: https://www.yahoo.com/
    /// ==> listings/acme/listing.yaml <==
    /// name: Yahoo! Rates
    /// app: Yahoo!
    /// ```
    NAME_DECORATED = { id: "L204", name: "name-decorated", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(name) = listing.file.name.spanned().filter(|_| !listing.is_gone()) else { return };
    // The spelling of the app's own name is not decoration.
    let app = listing.file.app.get().map_or("", |app| app);
    if let Some(symbol) = name.chars().find(|&c| is_decoration(c) && !app.contains(c)) {
        findings
            .at(name.span, format!("name `{}` contains `{symbol}`", shortened(name)))
            .help("use only letters, digits and plain punctuation");
    } else if shouts(name) {
        findings
            .at(name.span, format!("name `{}` is in capitals", shortened(name)))
            .help("use capitals only where the word has them, as in `CRM`");
    }
}

/// Symbols, dingbats, emoji and letters of formulas, and the marks of trade that belong to someone else.
fn is_decoration(c: char) -> bool {
    matches!(c, '™' | '®' | '©' | '!' | '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1d400}'..='\u{1d7ff}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether every word is in capitals, two of them have at least four letters and one has six: a single one, such as `JIRA`, may be the vendor's own,
/// one among others is an abbreviation, as in `JSON Lines (JSONL)`, and so are several short ones, as in `HTTP CORS`.
fn shouts(name: &str) -> bool {
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains(char::is_alphabetic));
    let is_loud = |word: &str| !word.contains(char::is_lowercase);
    let lengths = || words().map(|word| word.chars().count());
    words().all(is_loud) && lengths().filter(|&n| n > 3).count() > 1 && lengths().any(|n| n > 5)
}
