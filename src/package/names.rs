//! Which names a file of a package may have: those of the content format that mean the same file on every system. Knows no bytes.

use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::Refused;
use super::limits::MANIFEST;
use crate::format::FileRole;
use crate::rules::slug;
use crate::source::ContentPath;
use crate::text::printable;

/// Bytes of a name, at most, and of a part of it: what every system in use can store below a folder.
const MAX_NAME: usize = 512;
const MAX_PART: usize = 255;

/// The roles of files that a package may contain and that have a slug.
const PACKED: [FileRole; 7] =
    [FileRole::App, FileRole::Publisher, FileRole::Listing, FileRole::Readme, FileRole::Doc, FileRole::ListingImage, FileRole::ListingFile];

/// The names that were seen so far, as a system that ignores case sees them.
#[derive(Debug, Default)]
pub(super) struct Names<'archive> {
    files: HashMap<String, &'archive str>,
    folders: HashMap<String, &'archive str>,
}

impl<'archive> Names<'archive> {
    /// Takes `name` as the name of the next file.
    ///
    /// # Errors
    /// When no file of a package is called so, or another one has the name already.
    pub(super) fn add(&mut self, name: &'archive str) -> Result<(), Refused> {
        if name != MANIFEST {
            valid(name)?;
        }
        for (at, _) in name.match_indices('/') {
            let folder = name.get(..at).unwrap_or_default();
            let folded = folded(folder);
            if self.files.contains_key(&folded) {
                return Err(Refused::entry(name, "is in a folder that is a file"));
            }
            let first = *self.folders.entry(folded).or_insert(folder);
            if first != folder {
                return Err(Refused::entry(name, format!("is in the folder `{first}` where case is ignored")));
            }
        }
        let folded = folded(name);
        if self.folders.contains_key(&folded) {
            return Err(Refused::entry(name, "is a file and a folder"));
        }
        match self.files.insert(folded, name) {
            Some(other) if other == name => Err(Refused::entry(name, "occurs twice")),
            Some(other) => Err(Refused::entry(name, format!("is the same file as `{other}` where case is ignored"))),
            None => Ok(()),
        }
    }
}

fn folded(name: &str) -> String {
    name.to_lowercase().nfc().collect()
}

/// Whether `name` is the path of a file of the content format that a package may contain.
fn valid(name: &str) -> Result<(), Refused> {
    if name.contains('\\') {
        return Err(Refused::entry(name, "contains a backslash"));
    }
    if name.len() > MAX_NAME || name.split('/').any(|part| part.len() > MAX_PART) {
        return Err(Refused::entry(name, "has too long a name"));
    }
    let Some(path) = ContentPath::new(name) else {
        return Err(Refused::entry(name, "does not lead to a file below the content folder"));
    };
    if !is_nfc(name) {
        return Err(Refused::entry(name, "has a name that is not in the usual form of Unicode (NFC)"));
    }
    if let Some(part) = path.segments().find(|part| !is_portable(part)) {
        return Err(Refused::entry(name, format!("cannot be a file on every system, because of `{}`", printable(part))));
    }
    let is_slug = |slug: &str| slug::is_valid(slug) && !slug::is_reserved(slug);
    let is_known = match path.place() {
        (FileRole::Tags | FileRole::AppIcon, _) => true,
        (role, slug) => PACKED.contains(&role) && is_slug(slug),
    };
    if is_known { Ok(()) } else { Err(Refused::entry(name, "is not a file that a package can contain")) }
}

/// Whether `part` can be the name of a file or a folder on every system, and is not hidden.
fn is_portable(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    // The devices of Windows are a part of the reserved slugs; the superscript digits count as digits there.
    let digits = |c: char| match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        c => c,
    };
    let stem: String = stem.chars().map(digits).collect();
    let is_device = matches!(&*stem, "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || ["com", "lpt"].iter().any(|port| stem.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.bytes().all(|n| n.is_ascii_digit())));
    let is_valid = |c: char| !c.is_control() && !matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*');
    !is_device && part.chars().all(is_valid) && !part.starts_with(['.', ' ']) && !part.ends_with(['.', ' '])
}

#[cfg(test)]
mod tests {
    use super::Names;

    fn judged(names: &[&'static str]) -> Result<(), String> {
        let mut seen = Names::default();
        names.iter().try_for_each(|name| seen.add(name)).map_err(|refused| refused.to_string())
    }

    #[test]
    fn only_files_of_the_content_format_have_a_place() {
        let valid = [
            "pressmark-package.json",
            "tags.yaml",
            "apps/acme.yaml",
            "apps/acme.svg",
            "publishers/acme.yaml",
            "listings/acme/listing.yaml",
            "listings/acme/README.md",
            "listings/acme/screenshots/übersicht 1.png",
        ];
        assert_eq!(judged(&valid), Ok(()));
        for name in [
            "",
            "/etc/passwd",
            "C:/x",
            "listings/acme/C:x",
            "listings\\acme\\listing.yaml",
            "../x",
            "listings/../catalogue.yaml",
            "listings/acme/../../x",
            "listings/acme/",
            "listings/acme//x.png",
            "listings/acme/./x.png",
            "listings/acme/.git/config",
            "listings/acme/con.png",
            "listings/acme/COM1",
            "listings/acme/lpt².txt",
            "listings/acme/nul .txt",
            "listings/acme/a.",
            "listings/acme/a ",
            "listings/acme/a\u{0}b",
            "listings/acme/a\nb",
            "listings/acme/a?b",
            "listings/acme/u\u{308}.png",
            "listings/Acme/listing.yaml",
            "listings/new/listing.yaml",
            "listings/listing.yaml",
            "listings/acme/review.yaml",
            "catalogue.yaml",
            "pages/about.md",
            "agreements/2026-01.md",
            "themes/a/theme.yaml",
            "README.md",
            ".git/hooks/post-checkout",
        ] {
            assert!(judged(&[name]).is_err(), "{name:?}");
        }
        assert!(judged(&[Box::leak(format!("listings/acme/{}", "a".repeat(256)).into_boxed_str())]).is_err());
    }

    #[test]
    fn two_files_are_two_files_on_every_system() {
        for names in [
            ["listings/acme/a.png", "listings/acme/a.png"],
            ["listings/acme/a.png", "listings/acme/A.png"],
            ["listings/acme/é.png", "listings/acme/É.png"],
            ["listings/acme/img/a.png", "listings/acme/IMG/b.png"],
            ["listings/acme/a.png", "listings/acme/a.png/b.png"],
            ["listings/acme/a.png/b.png", "listings/acme/a.png"],
        ] {
            assert!(judged(&names).is_err(), "{names:?}");
        }
        assert_eq!(judged(&["listings/acme/img/a.png", "listings/acme/img/b.png", "listings/acme/ä/ö.png"]), Ok(()));
    }
}
