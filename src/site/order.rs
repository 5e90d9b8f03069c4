//! The orders in which a list can be read. Knows no list.

/// Orders of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The newest version first.
    Updated,
    /// The newest listing first.
    New,
    /// By name.
    Alphabetical,
}

impl Order {
    /// All orders; the first is the default.
    pub const ALL: [Self; 3] = [Self::Updated, Self::New, Self::Alphabetical];

    /// Its word in an address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Updated => "updated",
            Self::New => "new",
            Self::Alphabetical => "a-z",
        }
    }
}
