//! `apps/<slug>.yaml`: an app that connectors are built for.

use super::Link;
use super::record::record;
use crate::source::Spanned;

record! {
    /// An app that connectors are built for.
    AppFile("an app") {
        /// Its name exactly as its vendor writes it; listings repeat it to the letter.
        name: Box<str> = required,
        /// The vendor's page about it.
        website: Link,
        /// What it is, in a sentence.
        description: Box<str>,
        /// Other names that visitors search for.
        aliases: Vec<Spanned<Box<str>>>,
        /// Hosts that the vendor owns: a listing by a publisher who owns one of them is official.
        domains: Vec<Spanned<Box<str>>>,
        /// An image file beside this one.
        icon: Box<str>,
    }
}
