//! The families that rules are filed under, in the order a reader meets what they judge.

use super::{Rule, catalogue, change, format, link, listing, media, prose, text, theme};

/// Rules about the same kind of thing.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    /// Its word in addresses.
    pub key: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What its rules judge, in a sentence.
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
    Family { key: "listings", title: "Listings", about: "What a listing says of itself.", rules: listing::RULES },
    Family { key: "addresses", title: "Addresses", about: "Where links and contacts lead, wherever they stand.", rules: link::RULES },
    Family { key: "descriptions", title: "Descriptions", about: "What a README or another text holds.", rules: prose::RULES },
    Family {
        key: "characters",
        title: "Characters",
        about: "What a text holds that nobody should publish, whatever it says: secrets, and signs that cannot be seen.",
        rules: text::RULES,
    },
    Family { key: "pictures", title: "Pictures", about: "Whether icons and screenshots can be seen well.", rules: media::RULES },
    Family {
        key: "catalogue",
        title: "The catalogue as a whole",
        about: "How listings, apps, publishers and settings fit together.",
        rules: catalogue::RULES,
    },
    Family {
        key: "changes",
        title: "Changes",
        about: "What a submission may do to a catalogue, and who may do it. `pressmark review` alone asks these, for only it knows two states of a catalogue.",
        rules: change::RULES,
    },
    Family { key: "themes", title: "Themes", about: "Whether a theme can be read and seen well.", rules: theme::RULES },
];
