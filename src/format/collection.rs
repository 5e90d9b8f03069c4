//! `collections/<slug>.yaml`: a curated, ordered set of listings with a reason for each.

use jiff::civil::Date;

use super::record::record;
use crate::source::Spanned;

record! {
    /// A curated set of listings.
    CollectionFile("a collection") {
        /// Its title.
        title: Box<str> = required,
        /// What it is for.
        description: Box<str>,
        /// Who chose.
        curator: Box<str>,
        /// When it was last gone through.
        updated: Date,
        /// Its members in order.
        listings: Vec<Spanned<MemberEntry>> = required,
    }
}

record! {
    /// A member of a collection.
    MemberEntry("a member") {
        /// The listing's slug.
        slug: Box<str> = required,
        /// Why it is here, in a sentence.
        why: Box<str>,
    }
}
