//! The path of a file inside the content folder. Knows its segments; knows no file system.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// A path relative to the content folder, with `/` between segments on every platform, never absolute and without `.` or `..`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentPath(Arc<str>);

impl ContentPath {
    /// A path from segments joined by `/`, or `None` when it is empty, absolute or leaves the folder.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        let valid = path.split('/').all(|segment| !matches!(segment, "" | "." | ".."));
        valid.then(|| Self(Arc::from(path)))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The segments from the content folder down.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The last segment.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The part of the file name after the last dot; empty without one.
    #[must_use]
    pub fn ending(&self) -> &str {
        self.file_name().rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// Whether the file name ends with a dot and `ending`, in any case.
    #[must_use]
    pub fn has_ending(&self, ending: &str) -> bool {
        self.ending().eq_ignore_ascii_case(ending)
    }

    /// The file name without what follows its last dot.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The folder the file is in, empty for a file at the top.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether this is the file `part`, or is in the folder of that name.
    #[must_use]
    pub fn is_below(&self, part: &str) -> bool {
        self.0.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The folders that it is in, from the top, and itself: everything that it [is below](Self::is_below).
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(end, _)| &self.0[..end]).chain([&*self.0])
    }

    /// Follows a relative reference (`docs/a.md`, `../b.png`) from the folder of this file.
    /// `None` when the reference leaves `within` (a folder, without a trailing slash) or names nothing.
    #[must_use]
    pub fn resolve(&self, reference: &str, within: &str) -> Option<Self> {
        let mut segments: Vec<&str> = self.folder().split('/').filter(|segment| !segment.is_empty()).collect();
        for segment in reference.split('/') {
            match segment {
                "" | "." => {}
                ".." => {
                    segments.pop()?;
                }
                name => segments.push(name),
            }
        }
        let path = segments.join("/");
        let inside = path.strip_prefix(within).is_some_and(|rest| within.is_empty() || rest.starts_with('/'));
        if inside { Self::new(&path) } else { None }
    }
}

/// A path is ordered, compared and hashed as its text is, so that it can be looked up by that.
impl Borrow<str> for ContentPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ContentPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leaves_the_folder_is_not_a_content_path() {
        for path in ["", "/etc/passwd", "../x", "a/../b", "a//b", "./a"] {
            assert_eq!(ContentPath::new(path), None, "{path}");
        }
    }

    #[test]
    fn a_relative_reference_stays_inside_its_listing() {
        let readme = ContentPath::new("listings/acme/README.md").expect("valid");
        let resolve = |reference| readme.resolve(reference, "listings/acme").map(|path| path.to_string());
        assert_eq!(resolve("./screenshots/a.png"), Some("listings/acme/screenshots/a.png".to_owned()));
        assert_eq!(resolve("docs/../icon.svg"), Some("listings/acme/icon.svg".to_owned()));
        assert_eq!(resolve("../other/icon.svg"), None);
        assert_eq!(resolve("../../../../etc/passwd"), None);
    }
}
