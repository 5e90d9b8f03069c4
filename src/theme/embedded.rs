//! What the binary carries: templates, scripts and themes. Knows their names; does not look into them.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The files of the built-in theme `name`, by their name in its folder, in order.
pub fn built_in(name: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    THEMES.iter().filter_map(move |(path, text)| Some((path.strip_prefix(name)?.strip_prefix('/')?, *text)))
}

/// The names of the built-in themes, in order.
#[must_use]
pub fn built_in_names() -> Vec<&'static str> {
    let mut names: Vec<_> = THEMES.iter().filter_map(|(path, _)| path.split('/').next()).collect();
    names.dedup();
    names
}
