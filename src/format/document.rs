//! One file, read as far as it can be: a pure function of its path and its bytes.

use std::sync::{Arc, OnceLock};

use super::roles::Reading;
use super::{Content, ContentFile as _, FileRole, Link, ListingFile, Reader};
use crate::fault;
use crate::parse::hidden::{Hidden, hidden};
use crate::parse::media;
use crate::parse::problem::{Problem, ProblemKind};
use crate::parse::prose::{self, Outline};
use crate::parse::secret::{self, Secret};
use crate::parse::yaml::{self, Node};
use crate::source::{ContentPath, ReadError, Skipped, Span, Spanned};

/// One file of a catalogue, even a broken one.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its path.
    pub path: ContentPath,
    /// Its role, by its path.
    pub role: FileRole,
    /// The slug that the path contains, see [`Document::place`].
    slug: Box<str>,
    /// Its text without a byte-order mark, if it is a text file that could be read.
    pub text: Option<Arc<str>>,
    /// The content.
    pub content: Content,
    /// The problems found while it was read, in order.
    pub problems: Vec<Problem>,
    /// Every address that a value of it contains.
    pub links: Vec<Spanned<Link>>,
    /// Text that looks like a key or a token, in order. Also of files that nothing else is read from.
    pub secrets: Vec<Secret>,
    /// How many bytes it has; 0 when it could not be read.
    pub n_bytes: u64,
    /// The result of [`Document::tree`], computed on first use.
    tree: OnceLock<Option<Arc<Node>>>,
    /// What [`Document::hidden_characters`] has found, once somebody has asked.
    hidden: OnceLock<Vec<Hidden>>,
    /// The outlines of [`Document::notes`], computed on first use.
    notes: OnceLock<Vec<Outline>>,
}

impl Document {
    /// Reads the file at `path` from what the folder handed out.
    #[must_use]
    pub fn read(path: ContentPath, bytes: Result<Vec<u8>, ReadError>) -> Self {
        let document = Self::unopened(path);
        match bytes {
            Ok(bytes) => document.read_by(bytes, Self::of_bytes),
            Err(ReadError::Refused(cause)) => document.unread(ProblemKind::Unreadable(cause)),
            Err(ReadError::TooLarge { n_bytes }) => {
                let limit = document.role.limit();
                document.unread(ProblemKind::TooLarge { n_bytes, limit })
            }
        }
    }

    /// Reads a file by `reader`; when that stumbles, the fault is a problem of this file and of no other.
    fn read_by(self, bytes: Vec<u8>, reader: impl FnOnce(Self, Vec<u8>) -> Self) -> Self {
        let same = self.clone();
        fault::caught(|| reader(self, bytes)).unwrap_or_else(|fault| same.unread(ProblemKind::Fault(fault.to_string())))
    }

    /// Stands for something in the folder that is not read.
    #[must_use]
    pub fn skipped(path: ContentPath, skipped: Skipped) -> Self {
        let kind = match skipped {
            Skipped::Link => ProblemKind::Link,
            Skipped::Hidden => ProblemKind::Hidden,
            Skipped::NameNotUtf8 => ProblemKind::NameNotUtf8,
            Skipped::Unreadable(cause) => ProblemKind::Unreadable(cause),
        };
        Self::unopened(path).unread(kind)
    }

    /// Stands for a file that is there and is not looked into.
    #[must_use]
    pub fn unopened(path: ContentPath) -> Self {
        let (role, slug) = path.place();
        let slug = slug.into();
        Self {
            role,
            slug,
            path,
            text: None,
            content: Content::Nothing,
            problems: Vec::new(),
            links: Vec::new(),
            secrets: Vec::new(),
            n_bytes: 0,
            tree: OnceLock::new(),
            hidden: OnceLock::new(),
            notes: OnceLock::new(),
        }
    }

    /// The same file in a folder by another name, where it has the same role.
    #[must_use]
    pub fn moved(&self, path: ContentPath) -> Self {
        let (role, slug) = path.place();
        let slug = slug.into();
        Self { role, slug, path, ..self.clone() }
    }

    /// Its role, and the slug that its path contains: as written, empty without one.
    #[must_use]
    pub fn place(&self) -> (FileRole, &str) {
        (self.role, &self.slug)
    }

    /// Its outline, if it is a file of prose.
    #[must_use]
    pub fn outline(&self) -> Option<&Outline> {
        match &self.content {
            Content::Readme(outline) => Some(outline),
            Content::Agreement(agreement) => Some(&agreement.outline),
            Content::Page(page) => Some(&page.outline),
            _ => None,
        }
    }

    /// The notes of the versions of a listing with their outlines. Their texts are read once.
    pub fn notes(&self) -> impl Iterator<Item = (&Spanned<Box<str>>, &Outline)> {
        let versions = ListingFile::of(&self.content).map_or(&[][..], |listing| listing.versions.items());
        let notes = || versions.iter().filter_map(|version| version.notes.spanned());
        let outlines = self.notes.get_or_init(|| notes().map(|note| prose::outline(note)).collect());
        notes().zip(outlines)
    }

    /// The values of a YAML file with their places, also of those that belong to no key of the format. Few files are asked for them, so they are
    /// read then, and once.
    #[must_use]
    pub fn tree(&self) -> Option<&Node> {
        let read = || self.text.as_deref().filter(|_| self.path.has_ending("yaml")).and_then(|text| yaml::parse(text).0).map(Arc::new);
        self.tree.get_or_init(read).as_deref()
    }

    /// The characters that a reader does not see and that are `wanted`, with their places: as they are or as escapes. The text is looked through once.
    pub fn hidden_characters(&self, wanted: fn(char) -> bool) -> impl Iterator<Item = Hidden> {
        let find = || hidden(self.text.as_deref().unwrap_or_default(), self.yaml(), self.code());
        self.hidden.get_or_init(find).iter().copied().filter(move |&(_, c)| wanted(c))
    }

    /// Where its text is YAML: all of a YAML file, the front matter of a page, nothing of other files.
    fn yaml(&self) -> Span {
        match &self.content {
            Content::Page(_) => self.text.as_deref().and_then(prose::front_matter).map(|matter| matter.yaml).unwrap_or_default(),
            _ if self.path.has_ending("yaml") => Span::new(0..self.text.as_deref().unwrap_or_default().len()),
            _ => Span::default(),
        }
    }

    /// The parts of its prose that are code, in order.
    fn code(&self) -> &[Span] {
        self.outline().map_or(&[], |outline| &outline.code)
    }

    /// Whether the byte at `at` belongs to code within prose.
    #[must_use]
    pub fn is_code(&self, at: usize) -> bool {
        Span::covering(self.code(), at).is_some()
    }

    fn unread(self, kind: ProblemKind) -> Self {
        Self { problems: vec![Problem { span: None, kind }], ..self }
    }

    fn of_bytes(self, bytes: Vec<u8>) -> Self {
        let document = Self { n_bytes: bytes.len() as u64, ..self };
        match document.role.reading() {
            Reading::Nothing => document.of_other(&bytes, Content::Nothing),
            Reading::File => document.of_other(&bytes, Content::File),
            Reading::Image => document.of_image(bytes),
            Reading::Text(read) => match String::from_utf8(bytes) {
                Ok(text) => document.of_text(&text, read),
                Err(error) => document.unread(ProblemKind::NotUtf8 { at: error.utf8_error().valid_up_to() }),
            },
        }
    }

    fn of_image(self, bytes: Vec<u8>) -> Self {
        let (media, problems) = media::media(&self.path.ending().to_ascii_lowercase(), &bytes);
        let text = String::from_utf8(bytes).ok();
        let secrets = text.as_deref().map(secret::secrets).unwrap_or_default();
        // Of an SVG the text is kept while something is wrong with it, so that a report can quote the line.
        let text = text.filter(|_| !problems.is_empty() || !secrets.is_empty()).map(Arc::from);
        Self { text, content: media.map_or(Content::Nothing, Content::Image), problems, secrets, ..self }
    }

    /// A file whose meaning no one knows is looked through for secrets all the same; its text is kept if it contains one.
    fn of_other(self, bytes: &[u8], content: Content) -> Self {
        // A binary file contains zeros; a text in an old encoding contains its keys in ASCII all the same.
        let text = if bytes.contains(&0) { String::new() } else { String::from_utf8_lossy(bytes).into_owned() };
        let secrets = secret::secrets(&text);
        let text = if secrets.is_empty() { None } else { Some(Arc::from(text)) };
        Self { text, content, secrets, ..self }
    }

    fn of_text(self, text: &str, read: fn(&str, &mut Reader) -> Option<Content>) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::default();
        let content = read(text, &mut reader).unwrap_or(Content::Nothing);
        let Reader { problems, links, .. } = reader;
        Self { text: Some(Arc::from(text)), content, problems, links, secrets: secret::secrets(text), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_panics_costs_one_file() {
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a valid path");
        let document = Document::unopened(path.clone()).read_by(b"name: Acme\n".to_vec(), |_, _| panic!("no such byte"));
        assert_eq!(document.path, path);
        let [Problem { span: None, kind: ProblemKind::Fault(words) }] = &document.problems[..] else { panic!("{:?}", document.problems) };
        assert!(words.starts_with("no such byte (src/format/document.rs:"), "{words}");
    }
}
