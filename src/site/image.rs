//! Where the picture of an image is, and how large. Knows what was made of an image; knows no HTML.

use super::{Site, SitePath};
use crate::parse::media::Media;
use crate::picture::{FOLDER, Published, Size};
use crate::source::ContentPath;

/// How large a picture is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageUse {
    /// On a card, or as a thumbnail.
    Small,
    /// In the head of a page.
    Large,
    /// By itself, and moving if it moves.
    Full,
}

/// A picture with its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageVariant {
    /// The file for everybody.
    pub path: SitePath,
    /// A WebP with fewer bytes.
    pub webp: Option<SitePath>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Whether this is the first frame of something that moves, which [`ImageUse::Full`] is the address of.
    pub is_still: bool,
}

impl ImageVariant {
    /// The file with the fewest bytes.
    #[must_use]
    pub fn lean(self) -> SitePath {
        self.webp.unwrap_or(self.path)
    }
}

impl Site {
    /// The picture of the image at `path`. `None` when no page may show it.
    #[must_use]
    pub fn image_for(&self, path: &ContentPath, media: &Media, at: ImageUse) -> Option<ImageVariant> {
        let as_given =
            || ImageVariant { path: SitePath::of_content(path), webp: None, width: media.width, height: media.height, is_still: false };
        match self.pictures.get(path) {
            Published::Original => Some(as_given()),
            Published::LeftOut => None,
            Published::Processed(picture) => Some(match at {
                ImageUse::Full if picture.moves => as_given(),
                ImageUse::Full | ImageUse::Large => of_size(&picture.large, picture.moves),
                ImageUse::Small => of_size(&picture.small, picture.moves),
            }),
        }
    }
}

fn of_size(size: &Size, is_still: bool) -> ImageVariant {
    let file = |name: &str| SitePath::file(format!("{FOLDER}{name}"));
    ImageVariant { path: file(&size.plain), webp: size.webp.as_deref().map(file), width: size.width, height: size.height, is_still }
}
