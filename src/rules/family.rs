//! The families of rules, in the order in which a reader meets their subjects.

use super::{Rule, catalogue, change, format, link, listing, media, prose, text, theme};

/// Rules about the same kind of thing.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    /// Its name in URLs.
    pub key: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// The description of its rules, one sentence.
    pub about: &'static str,
    /// Its rules, in the order of their ids.
    pub rules: &'static [&'static Rule],
}

/// Every family.
pub const FAMILIES: [Family; 9] = [
    Family {
        key: "files",
        title: "Files",
        about: "Whether a file can be read, and whether its keys and values are those of the format.",
        rules: format::RULES,
    },
    Family { key: "listings", title: "Listings", about: "What a listing says about itself.", rules: listing::RULES },
    Family {
        key: "addresses",
        title: "URLs and contacts",
        about: "Where links and contacts lead, in keys and in texts.",
        rules: link::RULES,
    },
    Family { key: "descriptions", title: "Descriptions", about: "What a README or another text contains.", rules: prose::RULES },
    Family {
        key: "characters",
        title: "Characters",
        about: "What nobody should publish in any text: secrets, and invisible characters.",
        rules: text::RULES,
    },
    Family { key: "pictures", title: "Images", about: "Whether icons and screenshots are clear and light.", rules: media::RULES },
    Family {
        key: "catalogue",
        title: "The catalogue as a whole",
        about: "How listings, apps, publishers and settings fit together.",
        rules: catalogue::RULES,
    },
    Family {
        key: "changes",
        title: "Changes",
        about: "What a submission may do to a catalogue, and who may do it. Only `pressmark review` checks these rules, because only it compares two states of a catalogue.",
        rules: change::RULES,
    },
    Family { key: "themes", title: "Themes", about: "Whether a theme has enough contrast and valid templates.", rules: theme::RULES },
];
