//! The content of one file, and how its text becomes that. Knows the types of files; knows no path.

use std::sync::Arc;

use super::{
    Agreement, AppFile, CollectionFile, FileRole, IntentFile, ListingFile, PageFile, PageFront, PublisherFile, Reader, ReviewFile,
    SettingsFile, TagsFile, ThemeFile, Value, ValueType,
};
use crate::parse::media::Media;
use crate::parse::problem::ProblemKind;
use crate::parse::prose::{self, Outline};
use crate::parse::yaml::{self, NodeKind};
use crate::source::{Span, slice};

/// The content of a file.
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
    /// `listings/<slug>/README.md`, `listings/<slug>/docs/<name>.md`
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

/// A file of keys: the type that its content is read as.
pub trait ContentFile: Value + Default + 'static {
    /// The role of such files.
    const ROLE: FileRole;

    /// What has been read, as the content of a file.
    fn into_content(self) -> Content;

    /// The file in `content`, if it is one of this type.
    fn of(content: &Content) -> Option<&Self>;
}

macro_rules! content_files {
    ($($variant:ident($file:ty)),* $(,)?) => {$(
        impl ContentFile for $file {
            const ROLE: FileRole = FileRole::$variant;

            fn into_content(self) -> Content {
                Content::$variant(self.into())
            }

            fn of(content: &Content) -> Option<&Self> {
                let Content::$variant(file) = content else { return None };
                Some(file)
            }
        }
    )*};
}

content_files! {
    Settings(SettingsFile), Tags(TagsFile), App(AppFile), Publisher(PublisherFile), Listing(ListingFile), Review(ReviewFile),
    Collection(CollectionFile), Intent(IntentFile), Theme(ThemeFile),
}

/// Reads a YAML file as `T`.
pub(super) fn of_yaml<T: ContentFile>(text: &str, reader: &mut Reader) -> Option<Content> {
    yaml::<T>(text, reader).map(T::into_content)
}

pub(super) fn readme(text: &str, _: &mut Reader) -> Option<Content> {
    Some(Content::Readme(prose::outline(text)))
}

pub(super) fn agreement(text: &str, _: &mut Reader) -> Option<Content> {
    Some(Content::Agreement(Agreement { outline: prose::outline(text) }))
}

pub(super) fn page(text: &str, reader: &mut Reader) -> Option<Content> {
    let Some(matter) = prose::front_matter(text) else {
        return reader.report(Span::default(), ProblemKind::NoFrontMatter);
    };
    let mut front_reader = Reader::default();
    let front: Option<PageFront> = yaml(slice(text, matter.yaml.range()), &mut front_reader);
    let by = matter.yaml.start as usize;
    reader.problems.extend(front_reader.problems.into_iter().map(|problem| problem.shifted(by)));
    let outline = prose::outline(slice(text, matter.body.range())).shifted(matter.body.start as usize);
    Some(Content::Page(Box::new(PageFile { front: front?, body: matter.body, outline })))
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
            let empty = yaml::Node { span: Span::default(), kind: NodeKind::Mapping(Vec::new()) };
            if matches!(T::TYPE, ValueType::Record(_)) { T::read(&empty, reader) } else { Some(T::default()) }
        }
    }
}
