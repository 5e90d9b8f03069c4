//! `collections/<slug>.yaml`: a curated, ordered set of listings with a reason for each.

use jiff::civil::Date;

use super::NameKind;
use super::record::record;
use crate::source::Spanned;

record! {
    /// A curated set of listings.
    CollectionFile("a collection") {
        /// What visitors call it.
        title: Box<str> = required.example("Open an online shop"),
        /// What it is for.
        description: Box<str> = optional.example("What a small shop needs in its first week."),
        /// Who chose its members.
        curator: Box<str> = optional.example("The library team"),
        /// When it was last gone through.
        updated: Date = optional.example("2026-11-02"),
        /// Its members, in the order visitors see.
        listings: Vec<Spanned<MemberEntry>> = required.example("[{slug: shopify-orders, why: It has never once been late.}]"),
    }
}

record! {
    /// A member of a collection.
    MemberEntry("a member") {
        /// The listing's slug.
        slug: Box<str> = required.example("shopify-orders").names(NameKind::Listings),
        /// Why it is here, in a sentence.
        why: Box<str> = optional.example("It has never once been late."),
    }
}
