//! The roles of files in a catalogue, by their names; what follows from a role is in the table of `roles.rs`.

/// What a file is for, which follows from its path alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileRole {
    /// The settings of the catalogue.
    Settings,
    /// The tags.
    Tags,
    /// An app.
    App,
    /// An image next to the apps.
    AppIcon,
    /// A publisher.
    Publisher,
    /// A listing.
    Listing,
    /// The README of a listing.
    Readme,
    /// A page of the documentation of a listing.
    Doc,
    /// The review record of a listing.
    Review,
    /// An image in the folder of a listing.
    ListingImage,
    /// Any other file in the folder of a listing.
    ListingFile,
    /// A collection.
    Collection,
    /// An announced listing.
    Intent,
    /// A version of the developer agreement.
    Agreement,
    /// A page of prose.
    Page,
    /// An image next to the pages.
    PageImage,
    /// The seeds of a theme.
    Theme,
    /// A template of a theme.
    ThemeTemplate,
    /// An image of a theme.
    ThemeImage,
    /// Any other file of a theme: a stylesheet, a font.
    ThemeFile,
    /// A file that nothing reads.
    Stray,
}
