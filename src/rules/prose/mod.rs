//! Rules about texts in Markdown.

mod dead_relative_link;
mod image_without_alt;
mod raw_html;
mod remote_image;
mod target;

use super::Rule;

/// The family, in the order of ids.
pub(super) const RULES: &[&Rule] =
    &[&dead_relative_link::DEAD_RELATIVE_LINK, &image_without_alt::IMAGE_WITHOUT_ALT, &remote_image::REMOTE_IMAGE, &raw_html::RAW_HTML];
