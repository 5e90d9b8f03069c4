//! The size of a drawing. Knows lengths and view boxes.

use super::super::MAX_SIDE;

/// The size that a browser gives to the image: its own, else that of its view box, else 300 × 150.
pub(super) fn size(width: Option<&str>, height: Option<&str>, view_box: Option<&str>) -> (u32, u32) {
    let view_box: Option<Vec<f64>> = view_box
        .map(|text| text.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty()).map_while(|part| part.parse().ok()).collect());
    let box_size = match view_box.as_deref() {
        Some(&[_, _, width, height]) if valid(width) && valid(height) => Some((width, height)),
        _ => None,
    };
    let (width, height) = match (width.and_then(length), height.and_then(length), box_size) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((of_width, of_height))) => (width, width * of_height / of_width),
        (None, Some(height), Some((of_width, of_height))) => (height * of_width / of_height, height),
        (None, None, Some(size)) => size,
        (width, height, None) => (width.unwrap_or(300.0), height.unwrap_or(150.0)),
    };
    // Vectors have no pixels, so a drawing in large units is only scaled.
    let scale = (f64::from(MAX_SIDE) / width.max(height)).min(1.0);
    let round = |side: f64| {
        let side = (side * scale).round().clamp(1.0, f64::from(MAX_SIDE));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=16384")]
        let side = side as u32;
        side
    };
    (round(width), round(height))
}

/// Whether both sides have lengths of their own: browsers take them for the view box of a drawing that has none.
pub(super) fn is_absolute(width: Option<&str>, height: Option<&str>) -> bool {
    width.and_then(length).is_some() && height.and_then(length).is_some()
}

fn valid(side: f64) -> bool {
    side.is_finite() && side > 0.0
}

/// A length in CSS pixels; `None` for one that depends on where the image is shown.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|char: char| !(char.is_ascii_digit() || matches!(char, '.' | '+' | '-'))).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let per_unit = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" | "em" | "rem" => 16.0,
        "mm" => 96.0 / 25.4,
        "cm" => 96.0 / 2.54,
        "in" => 96.0,
        "ex" => 8.0,
        _ => return None,
    };
    number.parse::<f64>().ok().map(|number| number * per_unit).filter(|side| valid(*side))
}
