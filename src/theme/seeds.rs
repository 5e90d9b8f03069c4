//! The seeds of a theme with everything filled in that its file leaves out.

use crate::format::{Colour, ContrastChoice, Density, FontChoice, SchemeChoice, ThemeFile};

/// The values that a palette is derived from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seeds {
    /// Links and main buttons, light.
    pub accent: Colour,
    /// The same, dark; derived when it is not given.
    pub accent_dark: Option<Colour>,
    /// Good news, light.
    pub ok: Option<Colour>,
    /// Warnings, light.
    pub warn: Option<Colour>,
    /// Danger, light.
    pub danger: Option<Colour>,
    /// Degrees of OKLCH.
    pub neutral_hue: u32,
    /// Thousandths of OKLCH's chroma.
    pub neutral_chroma: u32,
    /// CSS pixels.
    pub radius: u32,
    /// How much room things leave each other.
    pub density: Density,
    /// The typeface of the text.
    pub font: FontChoice,
    /// The colour schemes of the site.
    pub scheme: SchemeChoice,
    /// Whether a colour with too little contrast is refused or adjusted.
    pub contrast: ContrastChoice,
}

impl Seeds {
    /// The seeds that `file` gives; `None` without a readable accent, which has been reported.
    #[must_use]
    pub fn from_file(file: &ThemeFile) -> Option<Self> {
        Some(Self {
            accent: *file.accent.get()?,
            accent_dark: file.accent_dark.get().copied(),
            ok: file.ok.get().copied(),
            warn: file.warn.get().copied(),
            danger: file.danger.get().copied(),
            neutral_hue: file.neutral_hue() % 360,
            neutral_chroma: file.neutral_chroma().0,
            radius: file.radius(),
            density: file.density(),
            font: file.font(),
            scheme: file.scheme(),
            contrast: file.contrast(),
        })
    }
}
