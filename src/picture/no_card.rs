//! The stand-in for share cards in a program that was built without the feature `share-cards`.

/// Whether this program was built with what it takes to draw cards.
pub const DRAWS_CARDS: bool = false;

/// Draws no card.
///
/// # Errors
/// Always.
pub fn card(_: &str) -> Result<Vec<u8>, String> {
    Err("this pressmark was built without the feature `share-cards`".to_owned())
}

/// Draws no icon.
///
/// # Errors
/// Always.
pub fn icon(_: &str, _: u32) -> Result<Vec<u8>, String> {
    card("")
}

/// No text has a width.
#[must_use]
pub fn text_width(_: &str, _: f32, _: bool) -> Option<f32> {
    None
}
