//! Markdown → what a reader sees of it. Knows headings, links and markup; knows neither which files exist nor the URL of a page.
//! The only door to the Markdown crate: `events` and `entity` alone name it.

#[cfg(test)]
mod attacks;
#[cfg(test)]
mod constructs;
mod element;
mod emoji;
mod entity;
mod events;
mod footnotes;
mod front_matter;
mod html;
mod loss;
mod outline;
mod raw;
mod slug;
mod table;
mod text;
mod url;
mod visible;

pub use entity::without_entities;
pub use front_matter::{FrontMatter, front_matter};
pub use html::{HtmlOptions, Resolve, Resolved, ResolvedImage, html, html_and_outline};
pub use loss::{Loss, LossKind};
pub use outline::{Anchors, Heading, Outline, Reference, ReferenceKind, outline};
pub(crate) use raw::{Piece, tag_at};
pub use url::is_allowed as is_shown;
pub use visible::each_text;

/// The prefix of every id that contributed text makes, so that no such id can pass for one of the page's own.
pub const ID_PREFIX: &str = "u-";
