//! One file → what is in it. Knows YAML, Markdown, image headers and the shapes of keys; knows neither a second file nor what a listing is.
#![cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]

pub mod hidden;
pub mod media;
pub mod mistake;
pub mod problem;
pub mod prose;
pub mod secret;
pub mod typographic;
pub mod unseen;
pub mod yaml;
