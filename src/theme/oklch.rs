//! Colours by lightness, chroma and hue, as the eye orders them, and back to what a screen shows. Knows numbers only.
//!
//! The matrices are those of [OKLab](https://bottosson.github.io/posts/oklab/) by Björn Ottosson; the transfer function is that of sRGB
//! (IEC 61966-2-1).

use crate::format::Colour;

/// A colour in OKLCH.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Oklch {
    /// 0 is black, 1 is white.
    pub(super) lightness: f64,
    /// 0 is grey; sRGB reaches about 0.32.
    pub(super) chroma: f64,
    /// Degrees.
    pub(super) hue: f64,
}

impl Oklch {
    pub(super) fn new(lightness: f64, chroma: f64, hue: f64) -> Self {
        Self { lightness, chroma, hue }
    }

    pub(super) fn from_colour(colour: Colour) -> Self {
        let [lightness, a, b] = oklab(colour);
        Self { lightness, chroma: a.hypot(b), hue: b.atan2(a).to_degrees().rem_euclid(360.0) }
    }

    /// The same colour with another lightness.
    pub(super) fn with_lightness(self, lightness: f64) -> Self {
        Self { lightness: lightness.clamp(0.0, 1.0), ..self }
    }

    /// The colour as a screen shows it. One that no screen can show gives up chroma, and keeps its lightness and hue.
    pub(super) fn colour(self) -> Colour {
        let linear = |chroma: f64| {
            let (sin, cos) = self.hue.to_radians().sin_cos();
            linear_rgb([self.lightness, chroma * cos, chroma * sin])
        };
        let fits = |rgb: &[f64; 3]| rgb.iter().all(|part| (-0.0001..=1.0001).contains(part));
        let (mut low, mut high) = (0.0, self.chroma);
        let mut rgb = linear(high);
        if !fits(&rgb) {
            // Twenty halvings are finer than the step between two values of a byte.
            for _ in 0..20 {
                let middle = f64::midpoint(low, high);
                if fits(&linear(middle)) { low = middle } else { high = middle }
            }
            rgb = linear(low);
        }
        Colour(rgb.map(encode))
    }
}

/// `share` of `a` and the rest of `b`, mixed as `color-mix(in oklab, …)` does.
pub(super) fn mix(a: Colour, share: f64, b: Colour) -> Colour {
    let (a, b) = (oklab(a), oklab(b));
    let mixed = [0, 1, 2].map(|n| a[n] * share + b[n] * (1.0 - share));
    Colour(linear_rgb(mixed).map(encode))
}

fn oklab(colour: Colour) -> [f64; 3] {
    let [red, green, blue] = colour.0.map(decode);
    let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
    let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
    let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
    [
        0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short,
        1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short,
        0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short,
    ]
}

fn linear_rgb([lightness, a, b]: [f64; 3]) -> [f64; 3] {
    let long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let medium = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let short = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
    ]
}

/// The light of a channel from 0 to 1, by the transfer function of sRGB.
pub(super) fn decode(byte: u8) -> f64 {
    let part = f64::from(byte) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

fn encode(part: f64) -> u8 {
    let part = part.clamp(0.0, 1.0);
    let encoded = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
    // Between 0 and 255 by the clamp above.
    (encoded * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Oklch, mix};
    use crate::format::Colour;

    #[test]
    fn known_colours_have_the_values_that_others_publish() {
        let red = Oklch::from_colour(Colour([255, 0, 0]));
        assert!((red.lightness - 0.62796).abs() < 1e-4 && (red.chroma - 0.25768).abs() < 1e-4 && (red.hue - 29.23).abs() < 0.01, "{red:?}");
    }

    #[test]
    fn a_colour_beyond_the_screen_gives_up_chroma_alone() {
        let shown = Oklch::from_colour(Oklch::new(0.8, 0.4, 145.0).colour());
        assert!((shown.lightness - 0.8).abs() < 0.01 && (shown.hue - 145.0).abs() < 1.5 && shown.chroma > 0.2, "{shown:?}");
    }

    #[test]
    fn half_of_black_and_half_of_white_is_a_grey_of_half_the_lightness() {
        let grey = mix(Colour([0; 3]), 0.5, Colour([255; 3]));
        assert!((Oklch::from_colour(grey).lightness - 0.5).abs() < 0.003, "{grey}");
    }

    proptest! {
        #[test]
        fn any_colour_comes_back_as_it_was(bytes in any::<[u8; 3]>()) {
            let colour = Colour(bytes);
            prop_assert_eq!(Oklch::from_colour(colour).colour(), colour);
        }
    }
}
