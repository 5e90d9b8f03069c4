//! `pages/<slug>.md`: prose with a block of YAML on top.

use super::record::{choice, record};
use crate::parse::prose::Outline;
use crate::source::Span;

/// A page of prose.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PageFile {
    /// The front matter.
    pub front: PageFront,
    /// The place of the Markdown in the file.
    pub body: Span,
    /// Its headings and links; spans are relative to the file.
    pub outline: Outline,
}

record! {
    /// The front matter of a page.
    PageFront("a page's front matter") {
        /// The page's title.
        title: Box<str> = required.example("About this catalogue"),
        /// What it is about, in a sentence.
        description: Box<str> = optional.example("What this catalogue is, and who maintains it."),
        /// Where it is linked.
        nav: NavPlace = optional.example("footer").default("none"),
        /// Its place among the links, from the smallest.
        order: u32 = optional.example("10"),
    }
}

choice! {
    /// The place of a link to a page.
    NavPlace {
        /// In the main navigation.
        Main = "main",
        /// At the foot of every page.
        Footer = "footer",
        /// Only from other pages.
        None = "none",
    }
}
