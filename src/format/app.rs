//! `apps/<slug>.yaml`: an app that listings are built for.

use super::Link;
use super::record::record;
use crate::source::Spanned;

record! {
    /// An app that listings are built for.
    AppFile("an app") {
        /// Its name exactly as its vendor writes it; listings repeat it to the letter.
        name: Box<str> = required.example("Shopify"),
        /// The vendor's page about it.
        website: Link = optional.example("https://www.shopify.com/"),
        /// What it is, in a sentence.
        description: Box<str> = optional.example("Online shops, from the first product to the parcel at the door."),
        /// Other names that visitors search for.
        aliases: Vec<Spanned<Box<str>>> = optional.example("[shopify plus, online shop]"),
        /// Hosts that the vendor owns: a listing by a publisher who owns one of them is official.
        domains: Vec<Spanned<Box<str>>> = optional.example("[shopify.com]"),
        /// An image file beside this one.
        icon: Box<str> = optional.example("shopify.svg"),
    }
}
