//! The bounds of a value beyond its type: lengths, formats, and the names it may mention. Every number of the format that a rule, the
//! reference and the schema speak of is defined here once; checks nothing itself.

/// Longest name of a listing, in characters: what a card and the title of a browser tab have room for.
pub const NAME_CHARS: usize = 60;
/// Longest summary, in characters: what a card shows.
pub const SUMMARY_CHARS: usize = 160;
/// Longest note on how to obtain a listing, in characters: what fits beside the button.
pub const PATH_NOTE_CHARS: usize = 200;
/// Longest slug, in characters: what every file system and address bar takes.
pub const SLUG_CHARS: usize = 64;
/// Longest version, in characters: more than any build writes, and few enough for a line.
pub const VERSION_CHARS: usize = 500;
/// Most keywords of a listing: few enough that each has to earn its place.
pub const KEYWORDS: usize = 3;
/// Most screenshots of a listing: as many as visitors look at.
pub const SCREENSHOTS: usize = 6;

/// The bounds of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    /// Fewest and most characters of a text.
    pub chars: Option<(usize, usize)>,
    /// Fewest items of a list, and most if there is a limit.
    pub items: Option<(usize, Option<usize>)>,
    /// The form of a text, or of each text in a list.
    pub format: Option<StringFormat>,
    /// The kind of name that the string, each string of a list or each key of a map has to be.
    pub names: Option<NameKind>,
}

/// The form of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StringFormat {
    /// Something other than spaces.
    NotBlank,
    /// Something other than spaces, on one line.
    OneLine,
    /// An e-mail address.
    Email,
    /// Lower-case letters, digits and single inner hyphens.
    Slug,
}

/// A part of the catalogue whose members other files mention by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// The names of the apps.
    Apps,
    /// The slugs of the publishers.
    Publishers,
    /// The slugs of the listings.
    Listings,
    /// The ids of the tags.
    Tags,
    /// The ids of the data centres.
    Regions,
    /// The ids of the ways of signing in.
    Auth,
    /// The versions of the developer agreement.
    Agreements,
    /// The names of the rules.
    Rules,
}

impl NameKind {
    /// Whether the name is that of a file or folder, and so a slug.
    #[must_use]
    pub fn are_slugs(self) -> bool {
        matches!(self, Self::Publishers | Self::Listings | Self::Agreements)
    }
}

impl Bounds {
    /// The bounds in sentences of the reference, such as "1 to 60 characters."; empty where there are none.
    #[must_use]
    pub fn phrase(&self) -> String {
        let chars = self.chars.map(|(min, max)| match min {
            0 => format!("At most {max} characters."),
            _ => format!("{min} to {max} characters."),
        });
        let items = self.items.map(|(min, max)| match (min, max) {
            (_, None) => format!("At least {min}."),
            (0, Some(max)) => format!("At most {max}."),
            (min, Some(max)) => format!("{min} to {max}."),
        });
        let form = match self.format {
            Some(StringFormat::OneLine) => Some("One line.".to_owned()),
            Some(StringFormat::NotBlank | StringFormat::Email | StringFormat::Slug) | None => None,
        };
        [form, chars, items].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}
