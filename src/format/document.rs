//! One file, read as far as it can be: a pure function of its path and its bytes.

use std::sync::{Arc, OnceLock};

use super::{
    Agreement, AppFile, CollectionFile, IntentFile, Link, ListingFile, PageFile, PageFront, Place, PublisherFile, Reader, ReviewFile,
    SettingsFile, TagsFile, ThemeFile, Value,
};
use crate::fault;
use crate::parse::hidden::{Hidden, hidden};
use crate::parse::media::{self, Media};
use crate::parse::problem::{Problem, ProblemKind};
use crate::parse::prose::{self, Outline};
use crate::parse::secret::{self, Secret};
use crate::parse::yaml::{self, Node};
use crate::source::{ContentPath, ReadError, Skipped, Span, Spanned, slice};

/// Largest YAML file, in bytes.
const MAX_YAML: u64 = 256 * 1024;
/// Largest Markdown file, in bytes.
const MAX_PROSE: u64 = 512 * 1024;
/// Largest image, in bytes.
const MAX_IMAGE: u64 = 4 * 1024 * 1024;
/// Largest other file that a README may link to, in bytes.
const MAX_OTHER: u64 = 8 * 1024 * 1024;

/// One file of a catalogue, even a broken one.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its path.
    pub path: ContentPath,
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
}

/// The content of a file, by its type.
#[derive(Debug, Clone)]
pub enum Content {
    /// `catalogue.yaml`
    Settings(Box<SettingsFile>),
    /// `tags.yaml`
    Tags(TagsFile),
    /// `apps/<slug>.yaml`
    App(Box<AppFile>),
    /// `publishers/<slug>.yaml`
    Publisher(Box<PublisherFile>),
    /// `listings/<slug>/listing.yaml`
    Listing(Arc<ListingFile>),
    /// `listings/<slug>/README.md`
    Readme(Outline),
    /// `listings/<slug>/review.yaml`
    Review(Box<ReviewFile>),
    /// `collections/<slug>.yaml`
    Collection(Box<CollectionFile>),
    /// `intents/<slug>.yaml`
    Intent(Box<IntentFile>),
    /// `agreements/<version>.md`
    Agreement(Agreement),
    /// `pages/<slug>.md`
    Page(Box<PageFile>),
    /// `themes/<name>/theme.yaml`
    Theme(Box<ThemeFile>),
    /// An image whose header is valid.
    Image(Media),
    /// Some other file that a README may link to.
    File,
    /// Nothing that could be read.
    Nothing,
}

impl Document {
    /// How many bytes the file at `path` may have.
    #[must_use]
    pub fn limit(path: &ContentPath) -> u64 {
        match Place::of(path) {
            Place::Readme(_) | Place::Agreement(_) | Place::Page(_) => MAX_PROSE,
            Place::AppIcon | Place::PageImage => MAX_IMAGE,
            Place::ListingFile(_) if Place::is_image(path) => MAX_IMAGE,
            Place::ListingFile(_) | Place::ThemeFile | Place::ThemeTemplate(_) | Place::Stray => MAX_OTHER,
            _ => MAX_YAML,
        }
    }

    /// The most bytes that any file may have.
    pub const LARGEST: u64 = MAX_OTHER;

    /// Reads the file at `path` from what the folder handed out.
    #[must_use]
    pub fn read(path: ContentPath, bytes: Result<Vec<u8>, ReadError>) -> Self {
        match bytes {
            Ok(bytes) => Self::read_by(path, bytes, Self::of_bytes),
            Err(ReadError::Refused(cause)) => Self::unread(path, ProblemKind::Unreadable(cause)),
            Err(ReadError::TooLarge { n_bytes }) => {
                let limit = Self::limit(&path);
                Self::unread(path, ProblemKind::TooLarge { n_bytes, limit })
            }
        }
    }

    /// Reads a file by `reader`; when that stumbles, the fault is a problem of this file and of no other.
    fn read_by(path: ContentPath, bytes: Vec<u8>, reader: impl FnOnce(ContentPath, Vec<u8>) -> Self) -> Self {
        let same = path.clone();
        fault::caught(|| reader(path, bytes)).unwrap_or_else(|fault| Self::unread(same, ProblemKind::Fault(fault.to_string())))
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
        Self::unread(path, kind)
    }

    /// Stands for a file that is there and is not looked into.
    #[must_use]
    pub fn unopened(path: ContentPath) -> Self {
        Self::empty(path)
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

    /// The values of a YAML file with their places, also of those that belong to no key of the format. Few files are asked for them, so they are
    /// read then, and once.
    #[must_use]
    pub fn tree(&self) -> Option<&Node> {
        let read = || self.text.as_deref().filter(|_| self.path.extension() == "yaml").and_then(|text| yaml::parse(text).0).map(Arc::new);
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
            _ if self.path.extension() == "yaml" => Span::new(0..self.text.as_deref().unwrap_or_default().len()),
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

    fn unread(path: ContentPath, kind: ProblemKind) -> Self {
        let problems = vec![Problem { span: None, kind }];
        Self { problems, ..Self::empty(path) }
    }

    fn empty(path: ContentPath) -> Self {
        Self {
            path,
            text: None,
            content: Content::Nothing,
            problems: Vec::new(),
            links: Vec::new(),
            secrets: Vec::new(),
            n_bytes: 0,
            tree: OnceLock::new(),
            hidden: OnceLock::new(),
        }
    }

    fn of_bytes(path: ContentPath, bytes: Vec<u8>) -> Self {
        let is_image = Place::is_image(&path);
        let n_bytes = bytes.len() as u64;
        let document = match Place::of(&path) {
            Place::Stray => Self::of_other(path, &bytes, Content::Nothing),
            Place::AppIcon | Place::PageImage => Self::of_image(path, bytes),
            Place::ListingFile(_) | Place::ThemeFile if is_image => Self::of_image(path, bytes),
            Place::ListingFile(_) | Place::ThemeFile | Place::ThemeTemplate(_) => Self::of_other(path, &bytes, Content::File),
            _ => match String::from_utf8(bytes) {
                Ok(text) => Self::of_text(path, &text),
                Err(error) => Self::unread(path, ProblemKind::NotUtf8 { at: error.utf8_error().valid_up_to() }),
            },
        };
        Self { n_bytes, ..document }
    }

    fn of_image(path: ContentPath, bytes: Vec<u8>) -> Self {
        let (media, problems) = media::media(&path.extension(), &bytes);
        let text = String::from_utf8(bytes).ok();
        let secrets = text.as_deref().map(secret::secrets).unwrap_or_default();
        // Of an SVG the text is kept while something is wrong with it, so that a report can quote the line.
        let text = text.filter(|_| !problems.is_empty() || !secrets.is_empty()).map(Arc::from);
        Self { text, content: media.map_or(Content::Nothing, Content::Image), problems, secrets, ..Self::empty(path) }
    }

    /// A file whose meaning no one knows is looked through for secrets all the same; its text is kept if it contains one.
    fn of_other(path: ContentPath, bytes: &[u8], content: Content) -> Self {
        // A binary file contains zeros; a text in an old encoding contains its keys in ASCII all the same.
        let text = if bytes.contains(&0) { String::new() } else { String::from_utf8_lossy(bytes).into_owned() };
        let secrets = secret::secrets(&text);
        let text = if secrets.is_empty() { None } else { Some(Arc::from(text)) };
        Self { text, content, secrets, ..Self::empty(path) }
    }

    fn of_text(path: ContentPath, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::default();
        let content = match Place::of(&path) {
            Place::Settings => yaml(text, &mut reader).map(|file| Content::Settings(Box::new(file))),
            Place::Tags => yaml(text, &mut reader).map(Content::Tags),
            Place::App(_) => yaml(text, &mut reader).map(|file| Content::App(Box::new(file))),
            Place::Publisher(_) => yaml(text, &mut reader).map(|file| Content::Publisher(Box::new(file))),
            Place::Listing(_) => yaml(text, &mut reader).map(|file| Content::Listing(Arc::new(file))),
            Place::Review(_) => yaml(text, &mut reader).map(|file| Content::Review(Box::new(file))),
            Place::Collection(_) => yaml(text, &mut reader).map(|file| Content::Collection(Box::new(file))),
            Place::Intent(_) => yaml(text, &mut reader).map(|file| Content::Intent(Box::new(file))),
            Place::Readme(_) => Some(Content::Readme(prose::outline(text))),
            Place::Agreement(_) => Some(Content::Agreement(Agreement { outline: prose::outline(text) })),
            Place::Theme(_) => yaml(text, &mut reader).map(|file| Content::Theme(Box::new(file))),
            Place::Page(_) => page(text, &mut reader).map(|file| Content::Page(Box::new(file))),
            Place::ListingFile(_) | Place::AppIcon | Place::PageImage | Place::ThemeTemplate(_) | Place::ThemeFile | Place::Stray => None,
        };
        let Reader { problems, links, .. } = reader;
        let (text, content, secrets) = (Some(Arc::from(text)), content.unwrap_or(Content::Nothing), secret::secrets(text));
        Self { text, content, problems, links, secrets, ..Self::empty(path) }
    }
}

/// Reads a whole YAML file as `T`. An empty file is an empty group of keys, so that every required one is named.
fn yaml<T: Value + Default>(text: &str, reader: &mut Reader) -> Option<T> {
    let (node, problems) = yaml::parse(text);
    let broken = !problems.is_empty() && node.is_none();
    reader.problems.extend(problems);
    match node {
        Some(node) if !node.is_null() => T::read(&node, reader),
        _ if broken => None,
        _ => {
            let empty = yaml::Node { span: Span::default(), kind: yaml::NodeKind::Mapping(Vec::new()) };
            if matches!(T::TYPE, super::ValueType::Record(_)) { T::read(&empty, reader) } else { Some(T::default()) }
        }
    }
}

fn page(text: &str, reader: &mut Reader) -> Option<PageFile> {
    let Some(matter) = prose::front_matter(text) else {
        return reader.report(Span::default(), ProblemKind::NoFrontMatter);
    };
    let mut front_reader = Reader::default();
    let front: Option<PageFront> = yaml(slice(text, matter.yaml.range()), &mut front_reader);
    let by = matter.yaml.start as usize;
    reader.problems.extend(front_reader.problems.into_iter().map(|problem| problem.shifted(by)));
    let outline = prose::outline(slice(text, matter.body.range())).shifted(matter.body.start as usize);
    Some(PageFile { front: front?, body: matter.body, outline })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_panics_costs_one_file() {
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a valid path");
        let document = Document::read_by(path.clone(), b"name: Acme\n".to_vec(), |_, _| panic!("no such byte"));
        assert_eq!(document.path, path);
        let [Problem { span: None, kind: ProblemKind::Fault(words) }] = &document.problems[..] else { panic!("{:?}", document.problems) };
        assert!(words.starts_with("no such byte (src/format/document.rs:"), "{words}");
    }
}
