//! What of a text its readers do not get to see. Knows the kinds and their places; words nothing.

use crate::source::Span;

/// Something that a page does not show, or not as it was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The kind.
    pub kind: LossKind,
    /// Its place.
    pub span: Span,
}

/// The kind of a loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LossKind {
    /// A block of code that no fence ends, so that what follows belongs to it.
    UnclosedFence,
    /// Cells of a row for which the table has no column.
    SurplusCells {
        /// How many cells the row has.
        n_cells: usize,
        /// How many columns the table has.
        n_columns: usize,
    },
    /// Code within a row that a `|` cuts in two, and how many cells are not shown because of that.
    CutCode {
        /// How many cells are too many.
        n_surplus: usize,
    },
    /// `[…](…)` that is read as text.
    BrokenLink,
    /// An element of HTML that is left out with everything in it.
    Hidden(Box<str>),
    /// An element of HTML, or an attribute, of which only the text within is shown.
    Dropped(Box<str>),
    /// A comment or a tag that never ends, with what follows.
    Unclosed,
    /// `<name>` that is shown as it is, because HTML has no such element.
    UnknownTag(Box<str>),
    /// `:name:` that is shown as it is, because it is not known which sign it means.
    UnknownEmoji(Box<str>),
    /// Lists or quotations within each other that no one would follow.
    TooDeep,
    /// A footnote that nothing refers to.
    UnusedFootnote(Box<str>),
}
