//! `catalogue.json`: every listing, or in a large catalogue the parts that contain them.

use super::Entry;
use super::object::object;

object! {
    /// The catalogue. It contains either its listings or, if there are more than 5,000, the parts that contain them.
    pub struct Catalogue {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// The address of the catalogue, with a slash at its end.
        pub url: String => Url,
        /// Its title.
        pub title: String,
        /// The description.
        pub description: Option<String> = "Option::is_none",
        /// Its language, as a BCP 47 tag.
        pub language: String,
        /// How many listings it has.
        pub n_listings: usize,
        /// Its listings, in the order of their slugs.
        pub listings: Option<Vec<Entry>> = "Option::is_none",
        /// The parts, in the order of the slugs in them.
        pub parts: Option<Vec<Part>> = "Option::is_none",
    }
}

object! {
    /// Where a part of the catalogue is, and which listings it contains.
    pub struct Part {
        /// The address of the part.
        pub url: String => Url,
        /// The slug of its first listing.
        pub first: String,
        /// The slug of its last listing.
        pub last: String,
        /// How many listings it contains.
        pub n_listings: usize,
    }
}

object! {
    /// A part of the catalogue.
    pub struct CataloguePart {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// The address of the catalogue, with a slash at its end.
        pub catalogue: String => Url,
        /// Its listings, in the order of their slugs.
        pub listings: Vec<Entry>,
    }
}
