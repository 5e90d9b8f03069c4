//! What the marketplace lists: listings with their apps, publishers and tags resolved. Knows no address of a page and no HTML.

mod access;
mod change;
mod destination;
mod fields;
mod last_changes;
mod losses;
mod model;
mod published;
mod raw;
mod resolve;
mod unsettled;
mod vocabulary;

pub use access::Access;
pub use change::{Account, Change, ChangedFiles, FieldChange, FileChange, ListingChange, People, Unusual, compare, is_maintainer_owned};
pub use destination::Destination;
pub use last_changes::LastChanges;
pub use losses::Losses;
pub use model::{
    App, Catalogue, Collection, Image, Intent, Label, Lifecycle, Listing, Member, Mention, Original, OriginalListing, Page, Publisher,
    Readme, Release, Repository, Screenshot, Security, Settings, Tag, Withdrawal,
};
pub use published::is_published;
pub use raw::{ICON_ENDINGS, RawCatalogue, RawListing};
pub use resolve::{Resolved, resolve};
pub use unsettled::{Unsettled, unsettled};
pub use vocabulary::vocabulary;
