//! All rules over a draft. Knows who is handed what; knows no rule by name.

use rayon::prelude::*;

use super::rule::ProseDraft;
use super::{Check, Levels, Rule, all};
use crate::catalogue::Draft;
use crate::diagnostic::{Diagnostic, Findings, Level, Report};
use crate::format::{Content, Document, Place};
use crate::source::ContentPath;

/// Everything that the rules find in `draft`.
#[must_use]
pub fn run(draft: &Draft) -> Report {
    let levels = Levels::of(draft.settings());
    let active: Vec<(&Rule, Level)> = all().map(|rule| (rule, levels.level(rule))).filter(|&(_, level)| level > Level::Off).collect();
    let documents: Vec<&Document> = draft.documents().collect();
    let mut found: Vec<Diagnostic> = documents.par_iter().flat_map_iter(|document| of_document(draft, document, &active)).collect();
    let Some(root) = ContentPath::new("catalogue.yaml") else { unreachable!("a sound path") };
    for &(rule, level) in &active {
        if let Check::Catalogue(check) = rule.check {
            check(draft, &mut Findings::new(rule.code, level, &root, &mut found));
        }
    }
    Report::new(found)
}

fn of_document(draft: &Draft, document: &Document, active: &[(&Rule, Level)]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let listing = match Place::of(&document.path) {
        Place::Listing(slug) => draft.listing(slug),
        _ => None,
    };
    let within = match Place::of(&document.path) {
        Place::Readme(slug) => format!("listings/{slug}"),
        _ => document.path.folder().to_owned(),
    };
    let prose = outline_of(document).map(|outline| ProseDraft { document, outline, within: &within, draft });
    for &(rule, level) in active {
        let mut findings = Findings::new(rule.code, level, &document.path, &mut found);
        match (rule.check, &listing, &prose) {
            (Check::Document(check), ..) => check(document, &mut findings),
            (Check::Listing(check), Some(listing), _) => check(listing, &mut findings),
            (Check::Prose(check), _, Some(prose)) => check(prose, &mut findings),
            _ => {}
        }
    }
    found
}

fn outline_of(document: &Document) -> Option<&crate::parse::prose::Outline> {
    match &document.content {
        Content::Readme(outline) => Some(outline),
        Content::Agreement(agreement) => Some(&agreement.outline),
        Content::Page(page) => Some(&page.outline),
        _ => None,
    }
}
