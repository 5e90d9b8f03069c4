//! Paths that mean something in the format: from a path to its role, and back. Knows the table of roles; knows no file.

use super::FileRole;
use super::role::TOP;
use crate::source::ContentPath;

impl ContentPath {
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

    /// The slug that the path contains if the file has this `role`.
    #[must_use]
    pub fn slug_as(&self, role: FileRole) -> Option<&str> {
        (self.role() == role).then(|| role.slug(self.as_str()))
    }

    /// The slug of the listing that the file belongs to.
    #[must_use]
    pub fn listing_slug(&self) -> Option<&str> {
        let mut segments = self.segments();
        match (segments.next(), segments.next(), segments.next()) {
            (Some("listings"), Some(slug), Some(_)) => Some(slug),
            _ => None,
        }
    }

    /// The folder of the listing that the file belongs to, without a trailing slash.
    #[must_use]
    pub fn listing_folder(&self) -> Option<&str> {
        self.as_str().get(.."listings/".len() + self.listing_slug()?.len())
    }

    /// Whether the path begins as content does. At the top of a repository, what does not is no content.
    #[must_use]
    pub fn is_content(&self) -> bool {
        self.segments().next().is_some_and(|first| TOP.contains(&first))
    }
}
