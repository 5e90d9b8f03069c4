//! What visitors do not see because of what a rule finds. How serious a finding is for the submitter is its level, and another matter.

/// The part of the site that a build leaves out because of a finding. Ordered from the cheapest to the dearest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cost {
    /// Nothing: the page is made as if nothing had been found.
    #[default]
    Nothing,
    /// The value or the file that could not be read. There is nothing to show of it, so that the build does nothing on its own.
    Unread,
    /// The value that the finding points at, or the whole file when it is no file of values.
    Value,
    /// The page that is made of the file: the listing, the collection, the announcement, the page of prose.
    Page,
}

impl Cost {
    /// The word used in reports for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Unread | Self::Value => "value",
            Self::Page => "page",
        }
    }

    /// Returns the effect on visitors, as part of a sentence; `None` when it costs nothing.
    #[must_use]
    pub fn phrase(self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::Unread | Self::Value => Some("visitors do not see this"),
            Self::Page => Some("visitors do not see this page"),
        }
    }
}
