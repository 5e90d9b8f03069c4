//! Which colours meet on a page, and whether what is in front can be told from what is behind. Knows pairs and bounds; adjusts nothing.

use super::luminance::{EDGE, ratio};
use super::palette::{Palette, SchemeColours};
use crate::format::Colour;

/// The foreground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words of any size: 7 to 1, or 4.5 to 1 with `contrast: aa`.
    Text,
    /// The edge of a control or of what has the focus: 3 to 1.
    Edge,
}

impl Kind {
    /// The word for it in tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Edge => "edge",
        }
    }
}

/// Two colours that meet, in one scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The role in front, such as `accent`.
    pub front: String,
    /// The role behind, such as `surface`, or the name of a mixture: `panel`, `note`.
    pub back: String,
    /// The foreground.
    pub kind: Kind,
    /// The colour in front.
    pub front_colour: Colour,
    /// The colour behind; of several the one that is worst.
    pub back_colour: Colour,
    /// Their contrast, from 1 to 21.
    pub ratio: f64,
    /// The least contrast, such as 7.0 for 7 to 1.
    pub bound: f64,
}

impl Pair {
    /// Whether the contrast suffices.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.ratio >= self.bound
    }
}

/// Every pair of `palette`: its names, once in the light and once in the dark scheme.
#[must_use]
pub fn pairs(palette: &Palette) -> Vec<(Pair, Pair)> {
    of_scheme(&palette.light).into_iter().zip(of_scheme(&palette.dark)).collect()
}

/// The pairs of one scheme, always in the same order.
pub(super) fn of_scheme(scheme: &SchemeColours) -> Vec<Pair> {
    let panels = scheme.panels();
    let mut pairs = Vec::new();
    let mut put = |front: &str, back: &str, kind, front_colour: Colour, grounds: &[Colour]| {
        let worst = grounds.iter().map(|ground| (ratio(front_colour, *ground), *ground)).min_by(|(a, _), (b, _)| a.total_cmp(b));
        let Some((ratio, back_colour)) = worst else { return };
        let bound = if kind == Kind::Text { scheme.text_bound } else { EDGE };
        pairs.push(Pair { front: front.to_owned(), back: back.to_owned(), kind, front_colour, back_colour, ratio, bound });
    };
    let words = [
        ("text", scheme.text),
        ("text-muted", scheme.text_muted),
        ("accent", scheme.accent),
        ("ok", scheme.ok),
        ("warn", scheme.warn),
        ("danger", scheme.danger),
    ];
    for (name, colour) in words {
        put(name, "bg", Kind::Text, colour, &[scheme.bg]);
        put(name, "surface", Kind::Text, colour, &[scheme.surface]);
        put(name, "panel", Kind::Text, colour, &panels);
    }
    for (name, colour) in [("accent", scheme.accent), ("ok", scheme.ok), ("warn", scheme.warn), ("danger", scheme.danger)] {
        put(name, "note", Kind::Text, colour, &[scheme.note(colour)]);
    }
    put("text", "mark", Kind::Text, scheme.text, &[scheme.mark]);
    put("on-accent", "accent", Kind::Text, scheme.on_accent, &[scheme.accent]);
    for (n, hue) in scheme.hues.iter().enumerate() {
        put("on-hue", &format!("hue-{n}"), Kind::Text, scheme.on_hue, &[*hue]);
    }
    for (name, colour) in [("control", scheme.control), ("focus", scheme.accent)] {
        put(name, "bg", Kind::Edge, colour, &[scheme.bg]);
        put(name, "surface", Kind::Edge, colour, &[scheme.surface]);
        put(name, "panel", Kind::Edge, colour, &panels);
    }
    pairs
}
