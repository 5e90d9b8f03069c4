//! What listings of a package need beside them: their apps, publishers and tags. What is here stays as it is; what is not is made of the package's files.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::export::tag_lines;
use super::open::Package;
use super::problem::{Problem, ProblemKind};
use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::nearest;
use crate::format::{Content, Document, FileRole, Keys, PublisherFile, is_flow};
use crate::parse::yaml::NodeKind;
use crate::source::{ContentPath, slice};

/// Keys of a publisher that only maintainers of a catalogue grant.
const GRANTED: [&str; 2] = ["verified", "may_hide_source"];

/// An app, a publisher or a tag that listings of a package need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Companion {
    /// What it is: `app`, `publisher` or `tag`.
    pub kind: &'static str,
    /// The name of the app, the slug of the publisher, or the id of the tag.
    pub name: String,
    /// Whether the catalogue has it already.
    pub exists: bool,
    /// Keys of its file that are not taken over, because only maintainers of this catalogue may set them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<&'static str>,
}

/// The companions of some listings.
#[derive(Debug, Default)]
pub(super) struct Companions {
    pub(super) list: Vec<Companion>,
    /// The files to be written for those that are not here.
    pub(super) files: BTreeMap<ContentPath, Vec<u8>>,
    pub(super) problems: Vec<Problem>,
}

/// What `listings` of `package` need in `raw`. Without `may_create`, everything that is not here is a problem.
pub(super) fn companions(package: &Package, listings: &[RawListing<'_>], raw: &RawCatalogue, may_create: bool) -> Companions {
    let mut found = Companions::default();
    let names = |of: &dyn Fn(&RawListing<'_>) -> Vec<String>| -> BTreeSet<String> { listings.iter().flat_map(of).collect() };
    for name in names(&|listing| listing.file.app.get().map(ToString::to_string).into_iter().collect()) {
        found.app(package, raw, name, may_create);
    }
    for slug in names(&|listing| listing.file.publisher.get().map(ToString::to_string).into_iter().collect()) {
        found.publisher(package, raw, slug, may_create);
    }
    let tags = names(&|listing| listing.file.tags.items().iter().map(|tag| tag.to_string()).collect());
    found.tags(package, raw, tags, may_create);
    found
}

impl Companions {
    fn add(&mut self, kind: &'static str, name: String, exists: bool, left_out: Vec<&'static str>) {
        self.list.push(Companion { kind, name, exists, left_out });
    }

    fn unknown(&mut self, kind: &'static str, name: &str, near: Option<&str>, is_packed: bool) {
        let mut help = match is_packed {
            true => "pass `--create` to add it from the package, or add it to the catalogue first".to_owned(),
            false => "the package does not contain it: add it to the catalogue first".to_owned(),
        };
        if let Some(near) = near {
            help = format!("the catalogue has `{near}`; {help}");
        }
        self.problems.push(Problem::new(ProblemKind::Unknown, None, format!("unknown {kind} `{name}`"), help));
    }

    fn taken(&mut self, kind: &'static str, name: &str, path: &ContentPath) {
        let message = format!("the {kind} `{name}` cannot be created: there is another file `{path}`");
        self.problems.push(Problem::new(ProblemKind::Unknown, None, message, "add it to the catalogue under another file name"));
    }

    fn app(&mut self, package: &Package, raw: &RawCatalogue, name: String, may_create: bool) {
        if raw.app(&name).is_some() {
            return self.add("app", name, true, Vec::new());
        }
        let packed = package.raw.app(&name);
        if packed.is_none() || !may_create {
            self.unknown("app", &name, nearest(&name, raw.app_names()), packed.is_some());
        }
        let Some((path, app)) = packed else { return };
        let icon = app.icon.get().and_then(|icon| path.resolve(icon, "apps"));
        for path in std::iter::once(path).chain(icon.as_ref()) {
            let Some(bytes) = package.files.get(path) else { continue };
            if raw.document(path.as_str()).is_some() {
                self.taken("app", &name, path);
            }
            self.files.insert(path.clone(), bytes.clone());
        }
        self.add("app", name, false, Vec::new());
    }

    fn publisher(&mut self, package: &Package, raw: &RawCatalogue, slug: String, may_create: bool) {
        let path = format!("publishers/{slug}.yaml");
        if raw.document(&path).is_some() {
            return self.add("publisher", slug, true, Vec::new());
        }
        let packed = package.raw.document(&path);
        if packed.is_none() || !may_create {
            self.unknown("publisher", &slug, nearest(&slug, raw.slugs(FileRole::Publisher)), packed.is_some());
        }
        let Some(document) = packed else { return };
        let (text, left_out) = without_grants(document);
        self.files.insert(document.path.clone(), text.into_bytes());
        self.add("publisher", slug, false, left_out);
    }

    fn tags(&mut self, package: &Package, raw: &RawCatalogue, ids: BTreeSet<String>, may_create: bool) {
        let mut new = Vec::new();
        for id in ids {
            let exists = raw.tag(&id).is_some();
            let packed = package.raw.tag(&id);
            if !exists && (packed.is_none() || !may_create) {
                self.unknown("tag", &id, nearest(&id, raw.tag_ids()), packed.is_some());
            }
            new.extend(packed.filter(|_| !exists).map(|tag| &tag.value));
            if exists || packed.is_some() {
                self.add("tag", id, exists, Vec::new());
            }
        }
        let Some(path) = ContentPath::new("tags.yaml").filter(|_| !new.is_empty()) else { return };
        let lines = |indent: &str| new.iter().map(|tag| tag_lines(tag, indent)).collect::<String>();
        match with_items(raw.document(path.as_str()), &lines) {
            Some(text) => drop(self.files.insert(path, text.into_bytes())),
            None => {
                let message = "`tags.yaml` cannot be added to";
                self.problems.push(Problem::new(
                    ProblemKind::Unusual,
                    None,
                    message,
                    "write its tags one below the other, not in brackets",
                ));
            }
        }
    }
}

/// The text of `document`, a publisher's file, without what only maintainers of a catalogue grant.
fn without_grants(document: &Document) -> (String, Vec<&'static str>) {
    let text = document.text.as_deref().unwrap_or_default();
    let grants = |file: &PublisherFile| (file.verified.is_missing(), file.may_hide_source.is_missing());
    let Some(mut keys) = Keys::of(document) else {
        // In braces: nothing of it can be left out, so nothing is taken over but the name.
        let name = match &document.content {
            Content::Publisher(file) if grants(file) != (true, true) => file.name.get(),
            _ => return (text.to_owned(), Vec::new()),
        };
        let name = name.map_or("", |name| name);
        return (format!("name: {}\n", crate::format::in_block(name)), GRANTED.to_vec());
    };
    let left_out: Vec<&str> = GRANTED.into_iter().filter(|key| keys.value(key).is_some()).collect();
    for key in &left_out {
        keys.remove(key);
    }
    (keys.finish(), left_out)
}

/// The text of `document`, a list, with the items that `lines` gives for an indent at its end. `None` when it is written in brackets.
fn with_items(document: Option<&Document>, lines: &dyn Fn(&str) -> String) -> Option<String> {
    let Some(document) = document else { return Some(lines("")) };
    let text = document.text.as_deref()?;
    let indent = match document.tree().map(|tree| (&tree.kind, tree)) {
        Some((NodeKind::Sequence(items), tree)) if !is_flow(tree, text) => {
            let first = items.first()?;
            let before = slice(text, ..first.span.start as usize).trim_end_matches([' ', '\t']).strip_suffix('-')?;
            slice(before, before.rfind('\n').map_or(0, |newline| newline + 1)..)
        }
        None => "",
        Some((_, tree)) if tree.is_null() => "",
        Some(_) => return None,
    };
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { ending };
    Some(format!("{text}{end}{}", lines(indent).replace('\n', ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(path: &str, text: &str) -> Document {
        Document::read(ContentPath::new(path).expect("a valid path"), Ok(text.as_bytes().to_vec()))
    }

    #[test]
    fn a_tag_goes_to_the_end_of_the_list_in_its_layout() {
        let with = |text: &str| with_items(Some(&document("tags.yaml", text)), &|indent| format!("{indent}- id: b\n"));
        assert_eq!(with("# all\n- id: a # first\n").as_deref(), Some("# all\n- id: a # first\n- id: b\n"));
        assert_eq!(with("  - id: a\r\n    label: A").as_deref(), Some("  - id: a\r\n    label: A\r\n  - id: b\r\n"));
        assert_eq!(with("# none yet\n").as_deref(), Some("# none yet\n- id: b\n"));
        assert_eq!(with("[{id: a}]\n"), None);
    }

    #[test]
    fn nothing_that_maintainers_grant_comes_along() {
        let without = |text: &str| without_grants(&document("publishers/acme.yaml", text));
        let (text, left_out) =
            without("name: Acme # ours\nverified: {on: 2026-02-09}\nurl: https://acme.example/\nmay_hide_source: true\n");
        assert_eq!((&*text, &left_out[..]), ("name: Acme # ours\nurl: https://acme.example/\n", &GRANTED[..]));
        assert_eq!(without("{name: Acme, may_hide_source: true}\n").0, "name: Acme\n");
        assert_eq!(without("{name: Acme}\n"), ("{name: Acme}\n".to_owned(), Vec::new()));
    }
}
