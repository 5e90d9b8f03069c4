//! Contributed images → the pictures that pages show: decoded within limits, upright, without metadata, in the sizes at which they are
//! shown and in a format that costs visitors few bytes. Knows pixels and files; knows neither addresses nor HTML, and touches no disk.
//!
//! What a picture is made of decides its bytes alone, so the same image is never drawn twice: see [`Cache`].

#[cfg_attr(not(feature = "share-cards"), path = "no_card.rs")]
mod card;
mod container;
mod encode;
mod entry;
mod make;
mod pixels;
mod process;
mod size;

pub use card::{DRAWS_CARDS, card, icon, text_width};
pub use entry::{seal, unseal};
pub use make::{Made, make};
pub use process::{Refused, Store, cached_card, process};
pub use size::Role;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::source::ContentPath;

/// The folder of processed files below the site's root. Every name in it changes with the bytes, so they can be kept forever.
pub const FOLDER: &str = "images/";

/// Width and height of a share card in pixels: what Facebook, LinkedIn, Slack and the others cut nothing off.
pub const CARD_SIZE: (u32, u32) = (1_200, 630);

/// Counted up whenever the same image would give other bytes: what was made by an older recipe is made again.
const RECIPE: u32 = 2;

/// The published files of one image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// For a card or a thumbnail.
    pub small: Size,
    /// For a page's head or a full view.
    pub large: Size,
    /// Whether the contributed file moves. Pages show its first frame: what moves on its own beside a text keeps people from reading it.
    pub moves: bool,
}

/// A picture at one size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Width in pixels, at least 1.
    pub width: u32,
    /// Height in pixels, at least 1.
    pub height: u32,
    /// The file for everybody, below [`FOLDER`].
    pub plain: Box<str>,
    /// A WebP with fewer bytes, if there is one.
    pub webp: Option<Box<str>>,
}

/// The pictures of a catalogue, by the image they are made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pictures(BTreeMap<ContentPath, Option<Picture>>);

/// The way an image is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published<'a> {
    /// Nothing was made of it: the file is shown as it was contributed, such as in the preview.
    Original,
    /// This was made of it.
    Processed(&'a Picture),
    /// It cannot be decoded, and no page shows it.
    LeftOut,
}

impl Pictures {
    /// Returns the way the image at `path` is published.
    #[must_use]
    pub fn get(&self, path: &ContentPath) -> Published<'_> {
        match self.0.get(path) {
            None => Published::Original,
            Some(None) => Published::LeftOut,
            Some(Some(picture)) => Published::Processed(picture),
        }
    }
}

/// Stores results from build to build, by a key of everything that they depend on.
pub trait Cache: Sync {
    /// Returns the bytes under `key`, if they are still there. They may be damaged.
    fn get(&self, key: &str) -> Option<Vec<u8>>;

    /// Keeps `bytes` under `key`. What cannot be kept is made again next time, so there is no error.
    fn insert(&self, key: &str, bytes: &[u8]);
}

/// Keeps nothing.
#[derive(Debug, Clone, Copy)]
pub struct NoCache;

impl Cache for NoCache {
    fn get(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    fn insert(&self, _: &str, _: &[u8]) {}
}
