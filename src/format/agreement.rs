//! `agreements/<version>.md`: a text of the developer agreement. Plain Markdown.

use crate::parse::prose::Outline;

/// A version of the developer agreement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Agreement {
    /// Its headings and links.
    pub outline: Outline,
}
