//! `apps.json`, `tags.json` and `publishers.json`: what the listings refer to.

use super::object::object;

object! {
    /// Every app that has listings, in the order of slugs.
    pub struct Apps {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// The address of the catalogue, with a slash at its end.
        pub catalogue: String => Url,
        /// The apps.
        pub apps: Vec<App>,
    }
}

object! {
    /// An app.
    pub struct App {
        /// Its slug.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// The address of its page.
        pub url: String => Url,
        /// The address of the feed of its listings.
        pub feed: String => Url,
        /// How many listings it has.
        pub n_listings: usize,
        /// The vendor's page.
        pub website: Option<String> = "Option::is_none" => Url,
        /// The kind.
        pub description: Option<String> = "Option::is_none",
        /// Other names.
        pub aliases: Vec<String>,
    }
}

object! {
    /// Every tag, in the order of the catalogue.
    pub struct Tags {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// The address of the catalogue, with a slash at its end.
        pub catalogue: String => Url,
        /// The tags.
        pub tags: Vec<Tag>,
    }
}

object! {
    /// A tag.
    pub struct Tag {
        /// Its id.
        pub id: String,
        /// The label for visitors.
        pub label: String,
        /// The address of its page.
        pub url: String => Url,
        /// The address of the feed of its listings; missing where it has none.
        pub feed: Option<String> = "Option::is_none" => Url,
        /// How many listings it has.
        pub n_listings: usize,
        /// The description.
        pub description: Option<String> = "Option::is_none",
        /// Other words for it.
        pub aliases: Vec<String>,
    }
}

object! {
    /// Every publisher that has listings, in the order of slugs.
    pub struct Publishers {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// The address of the catalogue, with a slash at its end.
        pub catalogue: String => Url,
        /// The publishers.
        pub publishers: Vec<Publisher>,
    }
}

object! {
    /// A publisher.
    pub struct Publisher {
        /// Their slug.
        pub slug: String,
        /// Their name.
        pub name: String,
        /// The address of their page.
        pub url: String => Url,
        /// The address of the feed of their listings.
        pub feed: String => Url,
        /// How many listings they have.
        pub n_listings: usize,
        /// Their site.
        pub website: Option<String> = "Option::is_none" => Url,
        /// The description.
        pub description: Option<String> = "Option::is_none",
        /// The day on which the catalogue verified who they are; missing where it did not.
        pub verified: Option<String> = "Option::is_none" => Day,
    }
}
