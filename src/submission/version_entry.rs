//! A version as an entry of `versions` in a `listing.yaml`: on lines of its own or in braces, in the quotes that another entry has.

use jiff::civil::Date;

use crate::format::{ChangeKind, Version, VersionEntry, in_block, quoted_like, scalar};
use crate::source::Span;

/// A version that is to be added to a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVersion {
    /// The version as its publisher writes it.
    pub version: Version,
    /// The day it is published; none where it is not known.
    pub date: Option<Date>,
    /// The notes, in Markdown.
    pub notes: Option<String>,
    /// What changed, each in one line.
    pub changes: Vec<(ChangeKind, String)>,
    /// Whether the publisher's own recipes use it.
    pub is_released: bool,
    /// Whether visitors receive it.
    pub is_shared: bool,
}

impl NewVersion {
    /// `version` with the date, the notes and the changes of `entry`.
    #[must_use]
    pub fn from_entry(version: Version, entry: Option<&VersionEntry>) -> Self {
        let changes = entry.map(|entry| entry.changes.items()).unwrap_or_default();
        Self {
            version,
            date: entry.and_then(|entry| entry.date.get().copied()),
            notes: entry.and_then(|entry| entry.notes.get()).map(ToString::to_string),
            changes: changes.iter().filter_map(|change| Some((*change.kind.get()?, change.text.get()?.to_string()))).collect(),
            is_released: false,
            is_shared: false,
        }
    }

    /// The lines of `versions` with this version alone.
    #[must_use]
    pub fn alone(&self) -> String {
        let lines = self.lines(&Style::default(), 2);
        let line = |(n, line): (usize, &String)| format!("{}{line}", if n == 0 { "  - " } else { "    " });
        lines.iter().enumerate().map(line).fold("versions:\n".to_owned(), |text, line| text + line.trim_end() + "\n")
    }

    /// Its keys, one a line, with lists below keys indented by `step`.
    pub(super) fn lines(&self, style: &Style<'_>, step: usize) -> Vec<String> {
        let mut lines = vec![format!("version: {}", style.version(in_block(self.version.as_str())))];
        lines.extend(self.date.map(|date| format!("date: {}", style.date(date.to_string()))));
        lines.extend(self.notes().iter().flat_map(|notes| below(notes)));
        if !self.changes.is_empty() {
            lines.push("changes:".to_owned());
            lines.extend(self.changes().map(|change| format!("{:step$}- {change}", "")));
        }
        lines
    }

    /// The same on one line, without empty lines at the end of the notes.
    pub(super) fn in_braces(&self, style: &Style<'_>) -> String {
        let mut pairs = vec![format!("version: {}", style.version(scalar(self.version.as_str())))];
        pairs.extend(self.date.map(|date| format!("date: {}", style.date(date.to_string()))));
        pairs.extend(self.notes().map(|notes| format!("notes: {}", scalar(notes.trim_end_matches('\n')))));
        if !self.changes.is_empty() {
            pairs.push(format!("changes: [{}]", self.changes().collect::<Vec<_>>().join(", ")));
        }
        format!("{{{}}}", pairs.join(", "))
    }

    fn notes(&self) -> Option<String> {
        self.notes.as_ref().map(|notes| notes.replace("\r\n", "\n"))
    }

    fn changes(&self) -> impl Iterator<Item = String> {
        self.changes.iter().map(|(kind, text)| format!("{{kind: {}, text: {}}}", kind.word(), scalar(text)))
    }
}

/// The lines of `notes`: several as a block, as long as that says the same.
fn below(notes: &str) -> Vec<String> {
    let body = notes.strip_suffix('\n').unwrap_or(notes);
    let is_seen = |c: char| c == '\n' || c.is_alphanumeric() || c == ' ' || c.is_ascii_punctuation() || "’‘“”–—…«»¿¡·€£".contains(c);
    let is_block = body.contains('\n') && body.starts_with(|c: char| c != ' ' && c != '\n') && !body.ends_with('\n');
    if !is_block || !body.chars().all(is_seen) || body.lines().any(|line| line.ends_with(' ')) {
        return vec![format!("notes: {}", in_block(notes))];
    }
    let sign = if body.len() == notes.len() { "|-" } else { "|" };
    let lines = body.split('\n').map(|line| if line.is_empty() { String::new() } else { format!("  {line}") });
    std::iter::once(format!("notes: {sign}")).chain(lines).collect()
}

/// How an entry quotes its values.
#[derive(Debug, Default)]
pub(super) struct Style<'text> {
    text: &'text str,
    version: Option<Span>,
    date: Option<Span>,
}

impl<'text> Style<'text> {
    /// The style of `entry`, which is in `text`.
    pub(super) fn of(text: &'text str, entry: &VersionEntry) -> Self {
        Self { text, version: entry.version.span(), date: entry.date.span() }
    }

    fn version(&self, written: String) -> String {
        quoted_like(self.text, self.version, written)
    }

    fn date(&self, written: String) -> String {
        quoted_like(self.text, self.date, written)
    }
}

#[cfg(test)]
mod tests {
    use super::{NewVersion, below};
    use crate::format::{Content, Document, Version};
    use crate::source::ContentPath;

    #[test]
    fn notes_of_several_lines_stay_readable() {
        assert_eq!(below("One.\n\n- two\n"), ["notes: |", "  One.", "", "  - two"]);
        assert_eq!(below("One.\nTwo."), ["notes: |-", "  One.", "  Two."]);
        assert_eq!(below("  One.\nTwo."), ["notes: \"  One.\\nTwo.\""]);
    }

    #[test]
    fn an_entry_is_read_back_as_it_was() {
        let text = "name: A\napp: B\nversions: [{version: 1.0.0, date: 2026-01-02, notes: \"One.\\n\\n- Two: three.\\n\", changes: [{kind: fixed, text: 'A: b'}]}]\n";
        let entry_of = |text: &str| {
            let path = ContentPath::new("listings/acme/listing.yaml").expect("a path");
            let Content::Listing(file) = Document::read(path, Ok(text.as_bytes().to_vec())).content else { panic!("no listing: {text}") };
            let entry = file.released_entry().expect("a version");
            NewVersion::from_entry(Version::parse("1.0.0").expect("a version"), Some(entry))
        };
        let entry = entry_of(text);
        assert_eq!(entry_of(&format!("name: A\napp: B\n{}", entry.alone())), entry);
        assert_eq!(entry.changes.len(), 1);
    }
}
