//! The settings that make a site the one it is: its title, its language and its URL. Says which of them cannot be read; knows no site.

use super::RawCatalogue;
use crate::diagnostic::{Level, Report, nearest};
use crate::format::Content;
use crate::parse::problem::ProblemKind;
use crate::source::Span;

/// A setting that cannot be read, without which a site would be published as another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsettled {
    /// The key; `None` when nothing of the file can be read.
    pub key: Option<&'static str>,
    /// Its path, existing or not.
    pub span: Option<Span>,
}

/// The first setting in `raw` that a site must not be published without and that cannot be read, or in which `report` finds an error. The URL does not
/// count when `has_url`: it is known from elsewhere.
///
/// A missing setting is none of these: a language has its default, and a catalogue that is built to be looked at needs no URL.
#[must_use]
pub fn unsettled(raw: &RawCatalogue, report: &Report, has_url: bool) -> Option<Unsettled> {
    let document = raw.settings_file()?;
    if !matches!(document.content, Content::Settings(_)) {
        return Some(Unsettled { key: None, span: document.problems.iter().find_map(|problem| problem.span) });
    }
    let settings = raw.settings();
    let keys = [
        ("title", settings.title.get().is_some(), settings.title.span(), true),
        ("language", settings.language.get().is_some(), settings.language.span(), false),
        ("base_url", settings.base_url.get().is_some(), settings.base_url.span(), false),
    ];
    // A key that is misspelt is not absent.
    let misspelt = |wanted: &str| {
        document.problems.iter().find_map(|problem| match &problem.kind {
            ProblemKind::UnknownKey { key, known, .. } if known.contains(&wanted) => {
                problem.span.filter(|_| nearest(key, known.iter().copied()) == Some(wanted))
            }
            _ => None,
        })
    };
    let has_error = |span: Span| {
        let is_within = |at: Span| at.start >= span.start && at.start <= span.end;
        report.iter().any(|found| found.level == Level::Error && found.path == document.path && found.span.is_some_and(is_within))
    };
    keys.into_iter().filter(|(key, ..)| *key != "base_url" || !has_url).find_map(|(key, is_readable, span, is_required)| {
        let wrong = match span {
            Some(span) => (!is_readable || has_error(span)).then_some(Some(span)),
            None => misspelt(key).map(Some).or_else(|| is_required.then_some(None)),
        };
        wrong.map(|span| Unsettled { key: Some(key), span })
    })
}
