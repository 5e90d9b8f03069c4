//! One file → what stands in it. Knows YAML, Markdown and image headers; knows neither a second file nor what a listing is.

pub mod media;
pub mod mistake;
pub mod problem;
pub mod prose;
pub mod yaml;
