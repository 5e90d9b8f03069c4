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

#[cfg(test)]
mod tests {
    use super::with_references;
    use crate::format::Document;
    use crate::source::ContentPath;

    #[track_caller]
    fn becomes(path: &str, before: &str, after: Option<&str>) {
        let document = Document::read(ContentPath::new(path).expect("a path"), Ok(before.as_bytes().to_vec()));
        assert_eq!(with_references(&document, "old", "new").as_deref(), after, "{path}: {before}");
    }

    #[test]
    fn a_link_to_the_folder_leads_to_the_new_one() {
        let readme = "listings/other/README.md";
        becomes(
            readme,
            "See [old](../old/README.md#old) and ![](../old/old.png).\n",
            Some("See [old](../new/README.md#old) and ![](../new/old.png).\n"),
        );
        becomes(
            readme,
            "See [it](../../listings/old/), [it](./../old 'old').\n",
            Some("See [it](../../listings/new/), [it](./../new 'old').\n"),
        );
        becomes("listings/old/README.md", "See [it](../old/docs/old.md).\n", Some("See [it](../new/docs/old.md).\n"));
        becomes("listings/other/docs/a.md", "See [it](../../old/README.md).\n", Some("See [it](../../new/README.md).\n"));
        becomes("pages/about.md", "---\ntitle: old\n---\n[it](../listings/old/)\n", Some("---\ntitle: old\n---\n[it](../listings/new/)\n"));
    }

    #[test]
    fn what_is_no_reference_stays() {
        let readme = "listings/other/README.md";
        for text in [
            "`../old/` old [x](old) [x](https://a.example/listings/old/) [x](/listings/old/)\n",
            "[x](../older/README.md) [x](../../apps/old.yaml) [x](../../pages/old.md) [x](#old)\n",
            "[x](../../../old/)\n",
        ] {
            becomes(readme, text, None);
        }
        becomes("listings/other/listing.yaml", "name: old\napp: old\ntags: [old]\npublisher: old\nformer_slugs: [old]\n", None);
        becomes("listings/other/listing.yaml", "derived_from: {catalogue: \"https://a.example/\", listing: old}\n", None);
    }

    #[test]
    fn a_key_that_names_it_is_edited_in_its_style() {
        becomes(
            "listings/other/listing.yaml",
            "parent: 'old' # old\r\ndepends_on:\r\n  - http\r\n  - \"old\"\r\nlifecycle: {state: deprecated, replaced_by: old}\r\n",
            Some("parent: 'new' # old\r\ndepends_on:\r\n  - http\r\n  - \"new\"\r\nlifecycle: {state: deprecated, replaced_by: new}\r\n"),
        );
        becomes(
            "collections/start.yaml",
            "title: old\nlistings: [{slug: old, why: old}]\n",
            Some("title: old\nlistings: [{slug: new, why: old}]\n"),
        );
    }
}
