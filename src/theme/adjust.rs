//! Seeds whose contrast is too low, and the nearest that would do. Knows which seed a colour comes from.

use super::contrast::{Pair, of_scheme};
use super::oklch::Oklch;
use super::palette::{Palette, SchemeColours, on_accent};
use super::seeds::Seeds;
use crate::format::{Colour, ContrastChoice, SchemeChoice};

/// A seed that cannot be read somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The key in `theme.yaml`.
    pub seed: &'static str,
    /// Its value, when it is a colour.
    pub given: Option<Colour>,
    /// Whether it fails in the dark scheme.
    pub is_dark: bool,
    /// The pairs that fail, the worst first.
    pub failing: Vec<Pair>,
    /// The nearest value that passes everywhere, when there is one: same hue, another lightness.
    pub nearest: Option<Colour>,
}

/// Returns the faults of `seeds`, in the order of the file. Schemes that the theme does not have are not judged.
#[must_use]
pub fn faults(seeds: &Seeds) -> Vec<Fault> {
    let palette = Palette::new(seeds);
    let mut faults = Vec::new();
    if seeds.scheme != SchemeChoice::Dark {
        for (seed, given) in [("accent", Some(seeds.accent)), ("ok", seeds.ok), ("warn", seeds.warn), ("danger", seeds.danger)] {
            faults.extend(fault(&palette.light, seed, seed, given, false));
        }
    }
    if seeds.scheme != SchemeChoice::Light {
        let (seed, given) = match seeds.accent_dark {
            Some(given) => ("accent_dark", given),
            None => ("accent", palette.dark.accent),
        };
        faults.extend(fault(&palette.dark, seed, "accent", Some(given), true));
    }
    let schemes = [(&palette.light, false, SchemeChoice::Dark), (&palette.dark, true, SchemeChoice::Light)];
    for (scheme, is_dark, other) in schemes {
        let claimed = |pair: &Pair| faults.iter().any(|fault| fault.is_dark == is_dark && fault.failing.contains(pair));
        let rest: Vec<_> = of_scheme(scheme).into_iter().filter(|pair| !pair.passes() && !claimed(pair)).collect();
        // What is derived moves until it can be read, and finds no room only where the page itself is neither light nor dark.
        if !rest.is_empty() && seeds.scheme != other {
            faults.push(Fault { seed: "neutral_chroma", given: None, is_dark, failing: worst_first(rest), nearest: None });
        }
    }
    faults
}

/// The seeds that a site is made with: those of the file, or, with `contrast: fix`, the adjusted ones.
#[must_use]
pub fn settled(seeds: Seeds) -> Seeds {
    if seeds.contrast == ContrastChoice::Fix { adjusted(&seeds) } else { seeds }
}

/// The seeds with every faulty colour replaced by the nearest that passes, as `contrast: fix` asks.
#[must_use]
pub fn adjusted(seeds: &Seeds) -> Seeds {
    let mut adjusted = seeds.clone();
    for fault in faults(seeds) {
        match (fault.seed, fault.nearest) {
            ("accent", Some(colour)) if !fault.is_dark => adjusted.accent = colour,
            ("accent" | "accent_dark", Some(colour)) => adjusted.accent_dark = Some(colour),
            ("ok", nearest @ Some(_)) => adjusted.ok = nearest,
            ("warn", nearest @ Some(_)) => adjusted.warn = nearest,
            ("danger", nearest @ Some(_)) => adjusted.danger = nearest,
            _ => {}
        }
    }
    adjusted
}

/// Returns the fault of the colour of the role `role`, if there is one.
fn fault(scheme: &SchemeColours, seed: &'static str, role: &str, given: Option<Colour>, is_dark: bool) -> Option<Fault> {
    let given = given?;
    let failing = failing(scheme, role, given);
    if failing.is_empty() {
        return None;
    }
    Some(Fault { seed, given: Some(given), is_dark, failing: worst_first(failing), nearest: nearest(scheme, role, given) })
}

/// The pairs that fail when the role `role` has the colour `colour`.
fn failing(scheme: &SchemeColours, role: &str, colour: Colour) -> Vec<Pair> {
    let mut tried = scheme.clone();
    match role {
        "accent" => (tried.accent, tried.on_accent) = (colour, on_accent(colour)),
        "ok" => tried.ok = colour,
        "warn" => tried.warn = colour,
        _ => tried.danger = colour,
    }
    let of_role = |pair: &Pair| pair.front == role || pair.back == role || (role == "accent" && pair.front == "focus");
    of_scheme(&tried).into_iter().filter(|pair| of_role(pair) && !pair.passes()).collect()
}

fn nearest(scheme: &SchemeColours, role: &str, given: Colour) -> Option<Colour> {
    let seed = Oklch::from_colour(given);
    // A five-hundredth of the way from black to white is a step that no one sees.
    (1..=500).find_map(|n| {
        let by = f64::from(n) / 500.0;
        [seed.lightness - by, seed.lightness + by]
            .into_iter()
            .filter(|lightness| (0.0..=1.0).contains(lightness))
            .map(|lightness| seed.with_lightness(lightness).colour())
            .find(|colour| failing(scheme, role, *colour).is_empty())
    })
}

fn worst_first(mut pairs: Vec<Pair>) -> Vec<Pair> {
    pairs.sort_by(|a, b| (a.ratio / a.bound).total_cmp(&(b.ratio / b.bound)));
    pairs
}

#[cfg(test)]
mod tests {
    use super::{adjusted, faults};
    use crate::format::{Colour, ContrastChoice, Density, FontChoice, SchemeChoice};
    use crate::theme::Seeds;

    fn seeds(accent: &str) -> Seeds {
        Seeds {
            accent: Colour::parse(accent).expect("a colour"),
            accent_dark: None,
            ok: None,
            warn: None,
            danger: None,
            neutral_hue: 258,
            neutral_chroma: 10,
            radius: 10,
            density: Density::Comfortable,
            font: FontChoice::System,
            scheme: SchemeChoice::Auto,
            contrast: ContrastChoice::Refuse,
        }
    }

    #[test]
    fn derived_colours_are_readable_for_any_greys_and_hue() {
        for hue in (0..360).step_by(45) {
            for chroma in [0, 5, 10, 20, 30] {
                let seeds = Seeds { neutral_hue: hue, neutral_chroma: chroma, ..seeds("#0a2a59") };
                assert_eq!(faults(&seeds), [], "{hue}° {chroma}");
            }
        }
    }

    #[test]
    fn a_pale_accent_is_named_with_its_worst_pair_and_a_colour_of_the_same_hue_that_passes() {
        let pale = seeds("#e0a000");
        let [fault] = &faults(&pale)[..] else { panic!("one seed is wrong") };
        assert_eq!((fault.seed, fault.is_dark), ("accent", false));
        assert!(fault.failing[0].ratio < 2.3 && fault.failing.len() > 3, "{:?}", fault.failing[0]);
        assert_eq!(faults(&adjusted(&pale)), []);
        assert_ne!(adjusted(&pale).accent, pale.accent);
    }

    #[test]
    fn an_accent_of_4_5_to_1_is_enough_where_a_theme_says_so() {
        let brand = seeds("#08705e");
        assert_eq!(faults(&brand).len(), 1);
        assert_eq!(faults(&Seeds { contrast: ContrastChoice::Aa, ..brand }), []);
        assert_eq!(faults(&Seeds { contrast: ContrastChoice::Aa, ..seeds("#2bb59b") }).len(), 1);
    }

    #[test]
    fn a_theme_that_is_dark_alone_may_have_an_accent_that_paper_would_not_bear() {
        let dark = Seeds { scheme: SchemeChoice::Dark, ..seeds("#e0a000") };
        assert_eq!(faults(&dark), []);
    }

    #[test]
    fn greys_that_leave_no_contrast_for_text_are_reported() {
        let seeds = Seeds { neutral_chroma: 400, ..seeds("#0a47a9") };
        assert!(faults(&seeds).iter().any(|fault| fault.seed == "neutral_chroma"));
    }
}
