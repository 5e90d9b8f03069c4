//! `language-malformed`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// The language of the catalogue or of a listing is not a language tag.
    ///
    /// Screen readers choose their voice by it, browsers their hyphenation and search engines their readers.
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

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let settings = raw.settings_file().map(|document| (&document.path, &raw.settings().language));
    let listings = raw.listings().map(|listing| (&listing.document.path, &listing.file.language));
    for (path, language) in settings.into_iter().chain(listings) {
        let Some(language) = language.spanned().filter(|language| !is_well_formed(language)) else { continue };
        let finding = findings
            .elsewhere(path, Some(language.span), format!("`{}` is not a language tag", shortened(language)))
            .help("write the language code and, where it matters, the country, such as `en` or `pt-BR`");
        if let Some(tag) = with_hyphens(language) {
            finding.fix(language.span, scalar(&tag));
        } else if let Some(code) = code_of(language) {
            finding.suggest(language.span, scalar(code));
        }
    }
}

/// `es_ES` and `es_ES.UTF-8`, as programs write them, with the hyphens of a tag.
fn with_hyphens(text: &str) -> Option<String> {
    let name = text.trim().split(['.', '@']).next().unwrap_or_default();
    let tag = name.replace('_', "-");
    (name.contains('_') && is_well_formed(&tag)).then_some(tag)
}

/// The code of the language called `name`, in English or in the language itself.
fn code_of(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    LANGUAGES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(code, _)| *code)
}

/// The languages that most catalogues are written in, by their names.
const LANGUAGES: [(&str, &[&str]); 28] = [
    ("ar", &["arabic", "العربية"]),
    ("bg", &["bulgarian", "български"]),
    ("cs", &["czech", "čeština"]),
    ("da", &["danish", "dansk"]),
    ("de", &["german", "deutsch"]),
    ("el", &["greek", "ελληνικά"]),
    ("en", &["english"]),
    ("es", &["spanish", "español", "castellano"]),
    ("fa", &["persian", "farsi", "فارسی"]),
    ("fi", &["finnish", "suomi"]),
    ("fr", &["french", "français"]),
    ("he", &["hebrew", "עברית"]),
    ("hi", &["hindi", "हिन्दी"]),
    ("hu", &["hungarian", "magyar"]),
    ("id", &["indonesian", "bahasa indonesia"]),
    ("it", &["italian", "italiano"]),
    ("ja", &["japanese", "日本語"]),
    ("ko", &["korean", "한국어"]),
    ("nl", &["dutch", "nederlands"]),
    ("no", &["norwegian", "norsk"]),
    ("pl", &["polish", "polski"]),
    ("pt", &["portuguese", "português"]),
    ("ro", &["romanian", "română"]),
    ("ru", &["russian", "русский"]),
    ("sv", &["swedish", "svenska"]),
    ("tr", &["turkish", "türkçe"]),
    ("uk", &["ukrainian", "українська"]),
    ("zh", &["chinese", "中文"]),
];

/// Whether `text` could be a tag of [BCP 47](https://www.rfc-editor.org/rfc/bcp/bcp47.txt): a code of two or three letters, then subtags of up
/// to eight letters and digits.
pub(super) fn is_well_formed(text: &str) -> bool {
    let mut subtags = text.split('-');
    let is_code = |code: &str| matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag = |subtag: &str| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric());
    subtags.next().is_some_and(is_code) && subtags.all(is_subtag)
}

#[cfg(test)]
mod tests {
    use super::{code_of, with_hyphens};

    #[test]
    fn a_language_name_gets_its_tag() {
        assert_eq!(with_hyphens("es_ES").as_deref(), Some("es-ES"));
        assert_eq!(with_hyphens("pt_BR.UTF-8").as_deref(), Some("pt-BR"));
        assert_eq!(with_hyphens("snake_case_word"), None);
        assert_eq!(code_of("Spanish"), Some("es"));
        assert_eq!(code_of("Deutsch"), Some("de"));
        assert_eq!(code_of("Klingon"), None);
    }
}
