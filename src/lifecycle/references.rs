//! The places in a catalogue that name a listing: keys of other files, and links in prose. Knows which keys these are.

use super::checked;
use crate::diagnostic::{Certainty, Edit, Fix, apply};
use crate::format::{Content, Document, quoted_like, scalar};
use crate::source::{ContentPath, Span, Spanned};

/// The text of `document` in which every reference to the listing `from` is one to `to`. `None` without one.
pub(super) fn with_references(document: &Document, from: &str, to: &str) -> Option<String> {
    let text = document.text.as_deref()?;
    let edits: Vec<Edit> = match document.outline() {
        Some(outline) => outline.links.iter().filter_map(|link| in_link(document, text, link.span, &link.target, (from, to))).collect(),
        None => {
            let named = slugs(&document.content).into_iter().filter(|slug| *slug.value == *from);
            named.map(|slug| Edit { span: slug.span, text: quoted_like(text, Some(slug.span), scalar(to)) }).collect()
        }
    };
    if edits.is_empty() {
        return None;
    }
    let fixes = edits.into_iter().map(|edit| Fix { title: String::new(), edits: vec![edit], certainty: Certainty::Certain });
    let (text, _) = apply(text, &fixes.collect::<Vec<_>>());
    match document.outline() {
        Some(_) => Some(text),
        None => checked(document, text, &["parent", "depends_on", "derived_from", "lifecycle", "listings"]),
    }
}

/// The slugs of listings that a YAML file names.
fn slugs(content: &Content) -> Vec<&Spanned<Box<str>>> {
    match content {
        Content::Listing(file) => {
            let successor = file.lifecycle.get().and_then(|lifecycle| lifecycle.replaced_by.spanned());
            file.parent.spanned().into_iter().chain(file.depends_on.items()).chain(file.original()).chain(successor).collect()
        }
        Content::Collection(file) => file.listings.items().iter().filter_map(|member| member.slug.spanned()).collect(),
        _ => Vec::new(),
    }
}

/// The edit of the link at `span` that leads to `target`, a path in the folder of the listing `from`.
fn in_link(document: &Document, text: &str, span: Span, target: &str, (from, to): (&str, &str)) -> Option<Edit> {
    let file = target.split(['#', '?']).next().filter(|file| !file.contains(':') && !file.starts_with('/'))?;
    let path = resolved(document, file)?;
    let rest = path.strip_prefix("listings/")?.strip_prefix(from).filter(|rest| rest.is_empty() || rest.starts_with('/'))?;
    let expected = format!("listings/{to}{rest}");
    let start = span.start as usize + text.get(span.range())?.rfind(target)?;
    let mut at = 0;
    for segment in file.split('/') {
        let instead = format!("{}{to}{}", file.get(..at)?, file.get(at + segment.len()..)?);
        if segment == from && resolved(document, &instead).as_deref() == Some(&*expected) {
            return Some(Edit { span: Span::new(start + at..start + at + segment.len()), text: to.to_owned() });
        }
        at += segment.len() + 1;
    }
    None
}

/// The path that `reference` names in `document`.
fn resolved(document: &Document, reference: &str) -> Option<String> {
    document.path.resolve(reference, "").map(|path: ContentPath| path.to_string())
}
