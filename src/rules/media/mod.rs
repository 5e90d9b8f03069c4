//! Rules about the images of a catalogue and the names of files.

mod duplicate_image;
mod file_name_not_portable;
mod file_not_published;
mod icon_not_square;
mod icon_too_small;
mod image_animated;
mod image_oversized;
mod image_too_heavy;
mod image_unused;
mod listing_too_heavy;
mod picture;
mod screenshot_alt_uninformative;
mod screenshot_too_small;
mod svg_without_viewbox;

#[cfg(test)]
mod tests;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] = &[
    &image_too_heavy::IMAGE_TOO_HEAVY,
    &image_oversized::IMAGE_OVERSIZED,
    &icon_not_square::ICON_NOT_SQUARE,
    &icon_too_small::ICON_TOO_SMALL,
    &screenshot_too_small::SCREENSHOT_TOO_SMALL,
    &image_animated::IMAGE_ANIMATED,
    &image_unused::IMAGE_UNUSED,
    &duplicate_image::DUPLICATE_IMAGE,
    &file_name_not_portable::FILE_NAME_NOT_PORTABLE,
    &svg_without_viewbox::SVG_WITHOUT_VIEWBOX,
    &screenshot_alt_uninformative::SCREENSHOT_ALT_UNINFORMATIVE,
    &listing_too_heavy::LISTING_TOO_HEAVY,
    &file_not_published::FILE_NOT_PUBLISHED,
];
