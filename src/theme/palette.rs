//! The colours of both schemes. What is given is taken as it is; everything else is derived, and moved towards black or white until it can be read.

use super::luminance::{EDGE, TEXT, TEXT_AA, ratio};
use super::oklch::{Oklch, mix};
use super::seeds::Seeds;
use crate::format::{Colour, ContrastChoice};

/// How much of a listing's hue the panel on its page takes, as in `40-components.css`.
const PANEL: f64 = 0.07;

/// The colours of a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// In the light scheme.
    pub light: SchemeColours,
    /// In the dark scheme.
    pub dark: SchemeColours,
}

/// The colours of one scheme; what each is for, `ROLES` says.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is a role, described there")]
pub struct SchemeColours {
    pub bg: Colour,
    pub surface: Colour,
    pub text: Colour,
    pub text_muted: Colour,
    pub accent: Colour,
    pub on_accent: Colour,
    pub border: Colour,
    pub control: Colour,
    pub ok: Colour,
    pub warn: Colour,
    pub danger: Colour,
    pub mark: Colour,
    pub on_hue: Colour,
    pub scrim: Colour,
    pub hues: [Colour; 16],
    /// The contrast that text needs.
    pub text_bound: f64,
}

/// Lightness and chroma of what a scheme derives. The numbers are those of the first hand-made palette, measured in OKLCH; the chroma of a grey is
/// a multiple of the theme's own.
struct Recipe {
    is_dark: bool,
    text: (f64, f64),
    text_muted: (f64, f64),
    border: (f64, f64),
    control: (f64, f64),
    ok: [f64; 3],
    warn: [f64; 3],
    danger: [f64; 3],
    mark: [f64; 3],
    hue: (f64, f64),
}

const LIGHT: Recipe = Recipe {
    is_dark: false,
    text: (0.212, 0.9),
    text_muted: (0.414, 2.0),
    border: (0.884, 0.9),
    control: (0.580, 2.1),
    ok: [0.384, 0.090, 156.0],
    warn: [0.399, 0.087, 69.0],
    danger: [0.420, 0.147, 28.0],
    mark: [0.932, 0.100, 93.5],
    hue: (0.500, 0.170),
};

const DARK: Recipe = Recipe {
    is_dark: true,
    text: (0.936, 0.5),
    text_muted: (0.792, 1.8),
    border: (0.330, 2.1),
    control: (0.619, 2.2),
    ok: [0.789, 0.129, 158.0],
    warn: [0.811, 0.137, 79.0],
    danger: [0.838, 0.089, 27.0],
    mark: [0.403, 0.078, 93.2],
    hue: (0.800, 0.115),
};

impl Palette {
    /// The colours that follow from `seeds`.
    #[must_use]
    pub fn new(seeds: &Seeds) -> Self {
        let given = [Some(seeds.accent), seeds.ok, seeds.warn, seeds.danger];
        // A colour that was chosen for white paper keeps its hue in the dark, with a chroma that does not glare there.
        let lift = |colour: Colour, lightness| {
            let Oklch { chroma, hue, .. } = Oklch::from_colour(colour);
            Oklch::new(lightness, chroma.min((chroma * 0.58).max(0.1)), hue)
        };
        let accent_dark = seeds.accent_dark.map_or_else(|| Given::Derived(lift(seeds.accent, 0.807)), Given::Seed);
        let derived = |colour: Option<Colour>, lightness| colour.map(|colour| Given::Derived(lift(colour, lightness)));
        Self {
            light: scheme(seeds, &LIGHT, given.map(|colour| colour.map(Given::Seed))),
            dark: scheme(
                seeds,
                &DARK,
                [Some(accent_dark), derived(seeds.ok, 0.789), derived(seeds.warn, 0.811), derived(seeds.danger, 0.838)],
            ),
        }
    }
}

/// A colour that was written down, and stays as it is, or one that follows from another, and may move.
#[derive(Clone, Copy)]
enum Given {
    Seed(Colour),
    Derived(Oklch),
}

fn scheme(seeds: &Seeds, recipe: &Recipe, [accent, ok, warn, danger]: [Option<Given>; 4]) -> SchemeColours {
    let chroma = f64::from(seeds.neutral_chroma) / 1000.0;
    let hue = f64::from(seeds.neutral_hue);
    // Twice the chroma on the page is not to be twice the chroma in its text.
    let tinted = 0.01 * (chroma / 0.01).powf(0.6);
    let beyond = (chroma - 0.01).max(0.0);
    let (bg, surface) = match recipe.is_dark {
        false => ((1.0 - 1.3 * beyond, 0.8 * beyond), (0.976 - 1.3 * beyond, 0.8 * beyond + 0.3 * tinted)),
        true => ((0.177, 1.1 * tinted), (0.220, 1.6 * tinted)),
    };
    let grey = |(lightness, chroma): (f64, f64)| Oklch::new(lightness, chroma, hue);
    let neutral = |(lightness, factor): (f64, f64)| Oklch::new(lightness, factor * tinted, hue);
    let (bg, surface) = (grey(bg).colour(), grey(surface).colour());

    let on_hue = if recipe.is_dark { bg } else { Colour([255; 3]) };
    let (hue_lightness, hue_chroma) = recipe.hue;
    let hues = std::array::from_fn(|n| {
        let colour = Oklch::new(hue_lightness, hue_chroma, 15.0 + 22.5 * n as f64);
        // A little more than needed: the letters of a monogram are large, and their edges are smoothed.
        reach(colour, &[on_hue], TEXT + 0.15, recipe.is_dark)
    });
    let mut grounds = vec![bg, surface];
    grounds.extend(hues.iter().map(|hue| mix(*hue, PANEL, bg)));

    let on_page = |colour: Oklch| reach(colour, &grounds, TEXT, recipe.is_dark);
    let semantic = |given: Option<Given>, [lightness, chroma, hue]: [f64; 3]| match given {
        Some(Given::Seed(colour)) => colour,
        Some(Given::Derived(colour)) => on_page(colour),
        None => on_page(Oklch::new(lightness, chroma, hue)),
    };
    let accent = semantic(accent, [recipe.text_muted.0, 0.0, hue]);
    let text = on_page(neutral(recipe.text));
    let mark = Oklch::new(recipe.mark[0], recipe.mark[1], recipe.mark[2]);
    SchemeColours {
        bg,
        surface,
        text,
        text_muted: on_page(neutral(recipe.text_muted)),
        accent,
        on_accent: on_accent(accent),
        border: neutral(recipe.border).colour(),
        control: reach(neutral(recipe.control), &grounds, EDGE, recipe.is_dark),
        ok: semantic(ok, recipe.ok),
        warn: semantic(warn, recipe.warn),
        danger: semantic(danger, recipe.danger),
        mark: reach(mark, &[text], TEXT, !recipe.is_dark),
        on_hue,
        scrim: if recipe.is_dark { Colour([0; 3]) } else { text },
        hues,
        text_bound: if seeds.contrast == ContrastChoice::Aa { TEXT_AA } else { TEXT },
    }
}

/// Returns the text colour on `accent`: white if it can be, else a very dark shade of the accent itself.
pub(super) fn on_accent(accent: Colour) -> Colour {
    let white = Colour([255; 3]);
    let Oklch { chroma, hue, .. } = Oklch::from_colour(accent);
    let ink = reach(Oklch::new(0.216, chroma * 0.74, hue), &[accent], TEXT, false);
    if ratio(white, accent) >= ratio(ink, accent).min(TEXT) { white } else { ink }
}

/// `colour`, made lighter or darker until it has the contrast `bound` on each of `grounds`; black or white if that is not to be had.
fn reach(colour: Oklch, grounds: &[Colour], bound: f64, lighter: bool) -> Colour {
    let step = if lighter { 0.002 } else { -0.002 };
    let mut now = colour;
    loop {
        let shown = now.colour();
        let at_end = if lighter { now.lightness >= 1.0 } else { now.lightness <= 0.0 };
        if at_end || grounds.iter().all(|ground| ratio(shown, *ground) >= bound) {
            return shown;
        }
        now = now.with_lightness(now.lightness + step);
    }
}

impl SchemeColours {
    /// The colour of the role `name`, such as `text-muted` or `hue-3`.
    #[must_use]
    pub fn role(&self, name: &str) -> Option<Colour> {
        Some(match name {
            "bg" => self.bg,
            "surface" => self.surface,
            "text" => self.text,
            "text-muted" => self.text_muted,
            "accent" | "focus" => self.accent,
            "on-accent" => self.on_accent,
            "border" => self.border,
            "control" => self.control,
            "ok" => self.ok,
            "warn" => self.warn,
            "danger" => self.danger,
            "mark" => self.mark,
            "on-hue" => self.on_hue,
            "scrim" => self.scrim,
            _ => *self.hues.get(name.strip_prefix("hue-")?.parse::<usize>().ok()?)?,
        })
    }

    /// The grounds of the panels on listing pages: a little of a hue in the page.
    pub(super) fn panels(&self) -> [Colour; 16] {
        self.hues.map(|hue| mix(hue, PANEL, self.bg))
    }

    /// The ground of a note whose edge has the colour `edge`, as in `50-prose.css`.
    pub(super) fn note(&self, edge: Colour) -> Colour {
        mix(edge, 0.05, self.bg)
    }
}
