//! `themes/<name>/theme.yaml`: the few values from which a theme's colours and measures are derived. Knows what may be written, not what follows from it.

use super::record::{choice, record};
use super::{Colour, Decimal};

type Text = Box<str>;

record! {
    /// The seeds of a theme: every colour of both schemes is derived from them. Colours are six hexadecimal digits, in quotation marks because of the `#`.
    ThemeFile("a theme") {
        /// What the theme looks like, in a sentence.
        description: Text = optional.example("Warm paper, square corners, serif headings."),
        /// The colour of links and main buttons in the light scheme. As text on the page it has to reach a contrast of 7 to 1.
        accent: Colour = required.example("'#0a47a9'"),
        /// The same in the dark scheme. Default: derived from `accent`.
        accent_dark: Colour = optional.example("'#9cc1ff'"),
        /// The hue of greys, in degrees of OKLCH: 30 is red, 90 yellow, 150 green, 260 blue.
        neutral_hue: u32 = optional.example("258", "85").default("258"),
        /// How colourful they are: 0 is a pure grey. Above 0.01, the page itself has the hue, like tinted paper.
        neutral_chroma: Decimal = optional.example("0.01", "0.03").default("0.01"),
        /// The radius of corners in CSS pixels; 0 is square.
        radius: u32 = optional.example("10", "0").default("10"),
        /// The spacing.
        density: Density = optional.example("compact").default("comfortable"),
        /// The typeface of the text: one that every device has, or the name of a font file in the theme's folder.
        font: FontChoice = optional.example("serif", "fonts/harbour.woff2").default("system"),
        /// An image in the theme's folder that is shown as the catalogue's logo in the header.
        logo: Text = optional.example("logo.svg").not_blank(),
        /// The same for the dark scheme. Default: `logo`.
        logo_dark: Text = optional.example("logo-dark.svg").not_blank(),
        /// The icon in the browser tab, in the theme's folder. Default: the built-in one in the theme's accent.
        favicon: Text = optional.example("favicon.svg").not_blank(),
        /// The colour of success in the light scheme. Default: a green.
        ok: Colour = optional.example("'#07512e'"),
        /// The colour of warnings in the light scheme. Default: an amber.
        warn: Colour = optional.example("'#653d00'"),
        /// The colour of danger in the light scheme. Default: a red.
        danger: Colour = optional.example("'#8c1d18'"),
        /// Which schemes there are.
        scheme: SchemeChoice = optional.example("light").default("auto"),
        /// How to handle a colour with too little contrast.
        contrast: ContrastChoice = optional.example("fix").default("refuse"),
    }
}

choice! {
    /// The spacing.
    Density {
        /// Generous spacing.
        Comfortable = "comfortable",
        /// More on a screen; targets stay as large as fingers need.
        Compact = "compact",
    }
}

choice! {
    /// The colour schemes of the site.
    SchemeChoice {
        /// Both: the visitor's system or the button in the header decides.
        Auto = "auto",
        /// Only light.
        Light = "light",
        /// Only dark.
        Dark = "dark",
    }
}

choice! {
    /// How to handle a colour with too little contrast.
    ContrastChoice {
        /// The build stops and names the nearest colour that passes.
        Refuse = "refuse",
        /// The build uses that colour, and reports it.
        Fix = "fix",
        /// As `refuse`, but text needs a contrast of only 4.5 to 1 instead of 7 to 1, for the colours of a brand.
        Aa = "aa",
    }
}

/// The typeface of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FontChoice {
    /// The visitor's system font.
    System,
    /// A serif font of the system.
    Serif,
    /// A monospaced font of the system.
    Mono,
    /// A font file in the theme's folder.
    File(Text),
}

impl super::Value for FontChoice {
    const TYPE: super::ValueType = super::ValueType::Text;

    fn read(node: &crate::parse::yaml::Node, reader: &mut super::Reader) -> Option<Self> {
        let words = || vec!["system", "serif", "mono"];
        match reader.text(node, Self::TYPE)? {
            "system" => Some(Self::System),
            "serif" => Some(Self::Serif),
            "mono" => Some(Self::Mono),
            file if file.ends_with(".woff2") => Some(Self::File(file.into())),
            other => {
                let kind = crate::parse::problem::ProblemKind::UnknownChoice { text: other.to_owned(), choices: words() };
                reader.report(node.span, kind)
            }
        }
    }
}
