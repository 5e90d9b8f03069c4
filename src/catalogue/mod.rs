//! What the marketplace lists: listings with their apps, publishers and tags resolved. Knows no address of a page and no HTML.

mod draft;
mod model;
mod resolve;
mod vocabulary;

pub use draft::{Draft, ListingDraft};
pub use model::{
    App, Catalogue, Collection, Image, Intent, Label, Lifecycle, Listing, Member, Mention, Page, Publisher, Readme, Release, Screenshot,
    Security, Settings, Tag,
};
pub use resolve::{Resolved, resolve};
pub use vocabulary::vocabulary;
