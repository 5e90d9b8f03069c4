//! Paths that mean something in the format: from a path to its role, and back. Knows the table of roles; knows no file.

use super::FileRole;
use super::roles::TOP;
use crate::source::ContentPath;

impl FileRole {
    /// The path of the file with this role and `slug`, which is empty for a role without one. `None` if there can be no such file: the slug is not
    /// the name of a single file or folder.
    #[must_use]
    pub fn path(self, slug: &str) -> Option<ContentPath> {
        ContentPath::new(&self.pattern().replacen('*', slug, 1)).filter(|path| path.place() == (self, slug))
    }
}

/// The folder of the listing with this `slug`, without a trailing slash.
#[must_use]
pub fn listing_folder(slug: &str) -> String {
    format!("{LISTINGS}/{slug}")
}

/// The folder that contains the folders of all listings.
const LISTINGS: &str = "listings";

impl ContentPath {
    /// The file with the settings.
    #[must_use]
    pub fn settings() -> Self {
        let Some(path) = FileRole::Settings.path("") else { unreachable!("a path without a slug") };
        path
    }

    /// The file `name`, a path below the folder of the listing with this `slug`. `None` if that is no path.
    #[must_use]
    pub fn in_listing(slug: &str, name: &str) -> Option<Self> {
        Self::new(&format!("{}/{name}", listing_folder(slug)))
    }

    /// The role of the file.
    #[must_use]
    pub fn role(&self) -> FileRole {
        FileRole::of(self.as_str())
    }

    /// The role of the file, and the slug that its path contains: as written, empty without one.
    #[must_use]
    pub fn place(&self) -> (FileRole, &str) {
        let role = self.role();
        (role, role.slug(self.as_str()))
    }

    /// The slug of the listing that the file belongs to.
    #[must_use]
    pub fn listing_slug(&self) -> Option<&str> {
        let mut segments = self.segments();
        match (segments.next(), segments.next(), segments.next()) {
            (Some(LISTINGS), Some(slug), Some(_)) => Some(slug),
            _ => None,
        }
    }

    /// The folder of the listing that the file belongs to, without a trailing slash.
    #[must_use]
    pub fn listing_folder(&self) -> Option<&str> {
        self.as_str().get(..LISTINGS.len() + 1 + self.listing_slug()?.len())
    }

    /// The path below the folder of the listing that the file belongs to.
    #[must_use]
    pub fn name_in_listing(&self) -> Option<&str> {
        self.as_str().strip_prefix(self.listing_folder()?)?.strip_prefix('/')
    }

    /// Whether the path begins as content does. At the top of a repository, what does not is no content.
    #[must_use]
    pub fn is_content(&self) -> bool {
        self.segments().next().is_some_and(|first| TOP.contains(&first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_that_names_no_single_file_has_no_path() {
        let text = |role: FileRole, slug| role.path(slug).map(|path| path.to_string());
        assert_eq!(text(FileRole::Publisher, "acme").as_deref(), Some("publishers/acme.yaml"));
        assert_eq!(text(FileRole::Readme, "acme").as_deref(), Some("listings/acme/README.md"));
        assert_eq!(text(FileRole::Settings, "").as_deref(), Some("catalogue.yaml"));
        for slug in ["", "..", "a/b", "../acme"] {
            assert_eq!(text(FileRole::Listing, slug), None, "{slug}");
        }
    }

    #[test]
    fn a_path_below_a_listing_has_its_folder_and_a_name() {
        let path = ContentPath::in_listing("acme", "docs/a.md").expect("a valid path");
        assert_eq!(
            (path.listing_slug(), path.listing_folder(), path.name_in_listing()),
            (Some("acme"), Some("listings/acme"), Some("docs/a.md"))
        );
        let path = FileRole::App.path("acme").expect("a valid path");
        assert_eq!((path.listing_slug(), path.listing_folder(), path.name_in_listing()), (None, None, None));
    }
}
