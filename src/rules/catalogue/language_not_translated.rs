//! `language-not-translated`

use super::language_malformed::is_well_formed;
use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Findings, nearest};
use crate::language::{is_shipped, shipped};
use crate::rules::RunContext;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// The site interface is not translated into the language of the catalogue.
    ///
    /// Its buttons, headings and dates are then in English, on pages that claim another language: screen readers pronounce them
    /// wrongly. A message file beside the content, such as `templates/messages/fr.ftl`, adds the translation.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// language: jp
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// language: ja
    /// ```
    LANGUAGE_NOT_TRANSLATED = { id: "C058", name: "language-not-translated", former: ["language-without-words"], level: Warn, since: "0.1", check: Surroundings(check) }
}

/// Codes of countries and longer codes that people write for the code of a language (ISO 639-1).
const MISTAKEN: [(&str, &str); 14] = [
    ("cn", "zh"),
    ("cz", "cs"),
    ("deu", "de"),
    ("dk", "da"),
    ("eng", "en"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ger", "de"),
    ("gr", "el"),
    ("jp", "ja"),
    ("jpn", "ja"),
    ("kr", "ko"),
    ("spa", "es"),
    ("ua", "uk"),
];

fn check(raw: &RawCatalogue, context: &RunContext, findings: &mut Findings<'_>) {
    let Some(language) = raw.settings().language.spanned() else { return };
    let Some(settings) = raw.settings_file() else { return };
    if !is_well_formed(language) || is_shipped(language) || context.has_messages_for(language) {
        return;
    }
    let code = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let own = context.languages.iter().map(|tag| &**tag);
    let known: Vec<&str> = shipped().map(|tag| tag as &str).chain(own).collect();
    let mistaken = MISTAKEN.iter().find(|(wrong, _)| *wrong == code).map(|&(_, right)| right);
    let near = mistaken.or_else(|| nearest(language, known.iter().copied()));
    let said = format!("the site interface is not translated into `{}` and stays in English", shortened(language));
    let finding = findings.elsewhere(&settings.path, Some(language.span), said).did_you_mean(near);
    match near {
        Some(near) => finding.suggest(language.span, scalar(near)),
        None => {
            finding.help(format!("add `templates/messages/{code}.ftl` beside the content folder, or choose one of: {}", known.join(", ")))
        }
    };
}
