//! Which pages there are, what each shows and in which language. Knows the catalogue and the addresses; knows no HTML and no template.

mod address;
mod alphabetical_index;
mod api;
mod api_files;
mod file;
mod fold;
mod hue;
mod image;
mod indexed;
mod indexes;
mod neighbours;
mod news;
mod order;
mod plan;
mod served;
mod sitemap;
mod slugs;

pub(crate) use address::encoded;
pub use address::{Address, SitePath};
pub use alphabetical_index::{AlphabeticalIndex, Letter, PER_INDEX};
pub use api::ApiFile;
pub use file::SiteFile;
pub use fold::fold;
pub use hue::hue;
pub use image::{ImageUse, ImageVariant};
pub use indexed::FEW;
pub use indexes::{Indexes, PER_PAGE};
pub use neighbours::Neighbours;
pub use news::{Month, News, NewsIndex, NewsKind};
pub use order::Order;
pub use plan::{FeedOf, N_VERSIONS, Page, PageKind, Site};
pub use served::is_served;
pub use sitemap::SitemapEntry;
pub use slugs::{departure, removed, state, updates};
