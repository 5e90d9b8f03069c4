//! An image and its purpose, from its path alone. Knows which names are icons; measures nothing itself.

use crate::format::{Content, Document, FileRole};
use crate::parse::media::{Media, MediaKind};

/// The purpose of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It represents a listing or an app.
    Icon,
    /// It shows something.
    Other,
}

/// An image that may be shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Picture<'raw> {
    pub(super) role: Role,
    pub(super) media: &'raw Media,
    /// Whether it is a vector image, drawn at every size.
    pub(super) is_vector: bool,
}

/// The image in `document`, if there is one.
pub(super) fn picture(document: &Document) -> Option<Picture<'_>> {
    let Content::Image(media) = &document.content else { return None };
    let role = match document.role {
        FileRole::AppIcon => Role::Icon,
        FileRole::ListingImage if document.path.stem() == "icon" && document.path.segments().count() == 3 => Role::Icon,
        _ => Role::Other,
    };
    Some(Picture { role, media, is_vector: media.kind == MediaKind::Svg })
}
