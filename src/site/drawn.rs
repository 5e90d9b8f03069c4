//! Where the picture of an image is, and how large. Knows what was made of an image; knows no HTML.

use super::{Site, SitePath};
use crate::parse::media::Media;
use crate::picture::{FOLDER, Shown, Size};
use crate::source::ContentPath;

/// How large a picture is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// On a card, or as a thumbnail.
    Small,
    /// In the head of a page.
    Large,
    /// By itself, and moving if it moves.
    Full,
}

/// A picture with its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The file for everybody.
    pub path: SitePath,
    /// A WebP with fewer bytes.
    pub webp: Option<SitePath>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Whether this is the first frame of something that moves, which [`At::Full`] is the address of.
    pub is_still: bool,
}

impl Drawn {
    /// The file with the fewest bytes.
    #[must_use]
    pub fn lean(self) -> SitePath {
        self.webp.unwrap_or(self.path)
    }
}

impl Site {
    /// The picture of the image at `path`. `None` when no page may show it.
    #[must_use]
    pub fn drawn(&self, path: &ContentPath, media: &Media, at: At) -> Option<Drawn> {
        let as_given = || Drawn { path: SitePath::of_content(path), webp: None, width: media.width, height: media.height, is_still: false };
        match self.pictures.of(path) {
            Shown::AsGiven => Some(as_given()),
            Shown::LeftOut => None,
            Shown::Made(picture) => Some(match at {
                At::Full if picture.moves => as_given(),
                At::Full | At::Large => of_size(&picture.large, picture.moves),
                At::Small => of_size(&picture.small, picture.moves),
            }),
        }
    }
}

fn of_size(size: &Size, is_still: bool) -> Drawn {
    let file = |name: &str| SitePath::file(format!("{FOLDER}{name}"));
    Drawn { path: file(&size.plain), webp: size.webp.as_deref().map(file), width: size.width, height: size.height, is_still }
}
