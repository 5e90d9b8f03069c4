//! How much light a colour sends out, how well two of them can be told from each other, and how well they have to be. Knows no palette.

use super::oklch::decode;
use crate::format::Colour;

/// Text at the smallest size, by [WCAG 2.2, 1.4.6](https://www.w3.org/TR/WCAG22/#contrast-enhanced).
pub(super) const TEXT: f64 = 7.0;
/// The same text where a theme asks for no more, by [1.4.3](https://www.w3.org/TR/WCAG22/#contrast-minimum).
pub(super) const TEXT_AA: f64 = 4.5;
/// Edges of controls, by [1.4.11](https://www.w3.org/TR/WCAG22/#non-text-contrast).
pub(super) const EDGE: f64 = 3.0;

/// The light that `colour` sends out, from 0 to 1, by the formula of
/// [WCAG 2.2](https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.0.map(decode);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two colours by the formula of [WCAG 2.2](https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), from 1 to 21.
#[must_use]
pub fn ratio(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[cfg(test)]
mod tests {
    use super::{luminance, ratio};
    use crate::format::Colour;

    #[test]
    fn white_sends_out_all_light_and_black_none() {
        assert!((luminance(Colour([255; 3])) - 1.0).abs() < 1e-9 && luminance(Colour([0; 3])).abs() < 1e-9);
    }

    #[test]
    fn the_contrast_matches_published_values() {
        let colour = |text| Colour::parse(text).expect("a colour");
        assert!((ratio(colour("#000000"), colour("#ffffff")) - 21.0).abs() < 1e-9);
        // The examples that the authors of WCAG name in their technique G18.
        assert!((ratio(colour("#767676"), colour("#ffffff")) - 4.54).abs() < 0.005);
        assert!((ratio(colour("#949494"), colour("#ffffff")) - 3.03).abs() < 0.005);
    }
}
