//! The entry of a version in `listing.yaml`: its note and its changes go along, its number and its day are those of the catalogue that it is written for.

use jiff::civil::Date;

use super::keys::{Keys, is_flow};
use crate::format::{ListingFile, VersionEntry, in_block, scalar};
use crate::parse::yaml::NodeKind;
use crate::source::{Span, slice};

/// An entry of `versions`.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewEntry<'file> {
    /// Its number.
    pub(super) version: &'file str,
    /// Its day.
    pub(super) date: Option<Date>,
    /// The entry with the note and the changes.
    pub(super) said: Option<&'file VersionEntry>,
}

/// The entry of the version that `listing` releases.
pub(super) fn released(listing: &ListingFile) -> Option<&VersionEntry> {
    let released = listing.released_version()?;
    listing.versions.items().iter().map(|entry| &entry.value).find(|entry| entry.version.get() == Some(released))
}

impl NewEntry<'_> {
    /// The lines of `versions` with this entry alone.
    pub(super) fn alone(self) -> String {
        format!("versions:\n{}", self.lines("  "))
    }

    /// Puts the entry on top of the versions in `keys`, the keys of the file `text`. `None` when they are written in an unusual way.
    pub(super) fn add_to(self, keys: &mut Keys<'_>, text: &str) -> Option<()> {
        let list = keys.value("versions").filter(|list| !list.is_null());
        let Some(list) = list else {
            keys.set("versions", &self.alone());
            return Some(());
        };
        let NodeKind::Sequence(items) = &list.kind else { return None };
        let Some(first) = items.first() else {
            keys.set("versions", &self.alone());
            return Some(());
        };
        if is_flow(list, text) {
            let start = list.span.start + 1;
            keys.replace(Span { start, end: start }, &format!("{}, ", self.braced()));
            return Some(());
        }
        let before = slice(text, ..first.span.start as usize).trim_end_matches([' ', '\t']).strip_suffix('-')?;
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let indent = slice(before, line..);
        let start = u32::try_from(line).ok()?;
        indent.chars().all(|c| c == ' ').then(|| keys.replace(Span { start, end: start }, &self.lines(indent)))
    }

    /// As an item of a list, a key on each line.
    fn lines(self, indent: &str) -> String {
        let mut lines = format!("{indent}- version: {}\n", scalar(self.version));
        if let Some(date) = self.date {
            lines += &format!("{indent}  date: {date}\n");
        }
        if let Some(notes) = self.said.and_then(|said| said.notes.get()) {
            lines += &format!("{indent}  notes: {}\n", block(notes, &format!("{indent}    ")));
        }
        let changes = self.changes();
        if !changes.is_empty() {
            lines += &format!("{indent}  changes:\n");
            lines.extend(changes.iter().map(|change| format!("{indent}    - {change}\n")));
        }
        lines
    }

    /// As an item of a list in brackets.
    fn braced(self) -> String {
        let mut pairs = vec![format!("version: {}", scalar(self.version))];
        pairs.extend(self.date.map(|date| format!("date: {date}")));
        pairs.extend(self.said.and_then(|said| said.notes.get()).map(|notes| format!("notes: {}", scalar(notes))));
        let changes = self.changes();
        if !changes.is_empty() {
            pairs.push(format!("changes: [{}]", changes.join(", ")));
        }
        format!("{{{}}}", pairs.join(", "))
    }

    /// Its typed changes, each in braces.
    fn changes(self) -> Vec<String> {
        let changes = self.said.map(|said| said.changes.items()).unwrap_or_default();
        let text = changes.iter().filter_map(|change| Some((change.kind.get()?.word(), change.text.get()?)));
        text.map(|(kind, text)| format!("{{kind: {kind}, text: {}}}", scalar(text))).collect()
    }
}

/// `text` as the value of a key on a line of its own: several lines as a block, at `indent`, as long as that says the same.
fn block(text: &str, indent: &str) -> String {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let is_seen = |c: char| c == '\n' || c.is_alphanumeric() || c == ' ' || c.is_ascii_punctuation() || "’‘“”–—…«»¿¡·€£".contains(c);
    let is_block = body.contains('\n') && body.starts_with(|c: char| c != ' ' && c != '\n') && !body.ends_with('\n');
    if !is_block || !body.chars().all(is_seen) || body.lines().any(|line| line.ends_with(' ')) {
        return in_block(text);
    }
    let keep = if body.len() == text.len() { "|-" } else { "|" };
    let lines = body.split('\n').map(|line| if line.is_empty() { "\n".to_owned() } else { format!("\n{indent}{line}") });
    format!("{keep}{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::format::{Content, Document};
    use crate::source::ContentPath;

    fn read(text: &str) -> (Document, std::sync::Arc<ListingFile>) {
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a valid path");
        let document = Document::read(path, Ok(text.as_bytes().to_vec()));
        let Content::Listing(file) = document.content.clone() else { panic!("no listing: {text}") };
        (document, file)
    }

    fn added(text: &str, said: &str) -> Option<String> {
        let ((target, _), (_, said)) = (read(text), read(said));
        let entry = NewEntry { version: "2", date: Some(jiff::civil::date(2026, 12, 1)), said: released(&said) };
        let mut keys = Keys::of(&target)?;
        entry.add_to(&mut keys, text)?;
        Some(keys.finish())
    }

    #[test]
    fn a_version_goes_on_top_in_the_layout_of_the_list() {
        let said = "versions: [{version: 1.4.0, notes: 'Adds: refunds.', changes: [{kind: added, text: Refunds}]}]\n";
        for (text, expected) in [
            (
                "name: Acme\n",
                "name: Acme\nversions:\n  - version: 2\n    date: 2026-12-01\n    notes: \"Adds: refunds.\"\n    changes:\n      - {kind: added, text: Refunds}\n",
            ),
            (
                "versions:\n# why\n- version: 1 # first\n",
                "versions:\n# why\n- version: 2\n  date: 2026-12-01\n  notes: \"Adds: refunds.\"\n  changes:\n    - {kind: added, text: Refunds}\n- version: 1 # first\n",
            ),
            (
                "versions: [ {version: 1} ] # all\n",
                "versions: [{version: 2, date: 2026-12-01, notes: \"Adds: refunds.\", changes: [{kind: added, text: Refunds}]},  {version: 1} ] # all\n",
            ),
            (
                "versions: []\n",
                "versions:\n  - version: 2\n    date: 2026-12-01\n    notes: \"Adds: refunds.\"\n    changes:\n      - {kind: added, text: Refunds}\n",
            ),
        ] {
            assert_eq!(added(text, said).as_deref(), Some(expected));
        }
        assert_eq!(added("versions: 1\n", said), None);
        assert_eq!(added("versions:\n  -\n    version: 1\n", said), None);
    }

    #[test]
    fn a_note_of_several_lines_stays_readable() {
        assert_eq!(block("One.\n\n- two\n", "    "), "|\n    One.\n\n    - two");
        assert_eq!(block("One.\nTwo.", "  "), "|-\n  One.\n  Two.");
        assert_eq!(block("  One.\nTwo.", "  "), "\"  One.\\nTwo.\"");
    }

    proptest! {
        #[test]
        fn a_note_is_read_back_as_it_was(note in "[-#:|>'\"\\[{a .\n\t]{0,20}", tail in "[a\n]{0,3}") {
            let note = format!("{note}{tail}");
            let (_, listing) = read(&format!("versions:\n- version: 1\n  notes: {}\nname: Acme\napp: B\n", block(&note, "    ")));
            let read = listing.versions.items()[0].notes.get().map(ToString::to_string);
            prop_assert_eq!(read, Some(note));
            prop_assert!(listing.name.get().is_some());
        }
    }
}
