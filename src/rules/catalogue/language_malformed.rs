//! `language-malformed`

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The language of the catalogue or of a listing is not a language tag.
    ///
    /// Screen readers choose their voice by it, browsers their hyphens and search engines their readers.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// language: English
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// language: en-GB
    /// ```
    LANGUAGE_MALFORMED = { id: "C034", name: "language-malformed", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    let settings = draft.document("catalogue.yaml").map(|document| (&document.path, &draft.settings().language));
    let listings = draft.listings().map(|listing| (&listing.document.path, &listing.file.language));
    for (path, language) in settings.into_iter().chain(listings) {
        let Some(language) = language.spanned().filter(|language| !is_well_formed(language)) else { continue };
        findings
            .elsewhere(path, Some(language.span), format!("`{}` is not a language tag", shortened(language)))
            .help("write the code of the language and, where it matters, the country: `en`, `pt-BR`");
    }
}

/// Whether `text` could be a tag of [BCP 47](https://www.rfc-editor.org/rfc/bcp/bcp47.txt): a code of two or three letters, then subtags of up
/// to eight letters and digits.
pub(super) fn is_well_formed(text: &str) -> bool {
    let mut subtags = text.split('-');
    let is_code = |code: &str| matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag = |subtag: &str| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric());
    subtags.next().is_some_and(is_code) && subtags.all(is_subtag)
}
