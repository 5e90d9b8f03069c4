//! Which pages there are, what each shows and in which language. Knows the catalogue and the addresses; knows no HTML and no template.

mod a_z;
mod address;
mod drawn;
mod file;
mod fold;
mod hue;
mod indexed;
mod order;
mod plan;
mod shelf;
mod sitemap;

pub use a_z::{AToZ, Letter, PER_INDEX};
pub(crate) use address::encoded;
pub use address::{Address, SitePath};
pub use drawn::{At, Drawn};
pub use file::SiteFile;
pub use fold::fold;
pub use hue::hue;
pub use indexed::FEW;
pub use order::Order;
pub use plan::{FeedOf, Page, Show, Site};
pub use shelf::{News, NewsKind, PER_PAGE, Shelf};
pub use sitemap::SitemapEntry;
