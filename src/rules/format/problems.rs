//! The problems of a document, as the rules of this family ask for them. Contains no wording.

use crate::diagnostic::{FindingBuilder, Findings};
use crate::format::Document;
use crate::parse::problem::{Form, ImageProblem, ProblemKind};
use crate::source::Span;

/// The values of `document` that do not have the form `form`: where they are, as written, and the cause when it is known.
pub(super) fn malformed(document: &Document, form: Form) -> impl Iterator<Item = (Span, &str, &str)> {
    document.problems.iter().filter_map(move |problem| match &problem.kind {
        ProblemKind::Malformed { form: found, text, because } if *found == form => Some((problem.span?, text.as_str(), because.as_str())),
        _ => None,
    })
}

/// Returns the problems of `document` as an image.
pub(super) fn of_image(document: &Document) -> impl Iterator<Item = (Option<Span>, &ImageProblem)> {
    document.problems.iter().filter_map(|problem| match &problem.kind {
        ProblemKind::Image(image) => Some((problem.span, image)),
        _ => None,
    })
}

/// Reports `message` at a place if there is one, else for the whole file.
pub(super) fn say<'found>(findings: &'found mut Findings<'_>, span: Option<Span>, message: impl Into<String>) -> FindingBuilder<'found> {
    match span {
        Some(span) => findings.at(span, message),
        None => findings.whole(message),
    }
}
