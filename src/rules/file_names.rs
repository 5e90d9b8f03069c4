//! What a file in a listing's folder was meant to be called, and what editors leave there. Knows names; reads no file.

use crate::catalogue::ICON_ENDINGS;
use crate::source::ContentPath;

/// The files of a listing that have a meaning by their name.
const NAMED: [&str; 3] = ["listing.yaml", "README.md", "review.yaml"];

/// The name that a file directly in a listing's folder was probably meant to have.
pub(in crate::rules) fn misnamed(path: &ContentPath) -> Option<String> {
    let segments: Vec<&str> = path.segments().collect();
    let ["listings", _, file] = segments[..] else { return None };
    let (stem, ending) = file.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let same_kind = |name: &str| match name.ends_with(".md") {
        true => matches!(ending.as_str(), "md" | "markdown"),
        false => matches!(ending.as_str(), "yaml" | "yml"),
    };
    let same_stem = |name: &str| name.split('.').next().is_some_and(|known| known.eq_ignore_ascii_case(stem));
    let icon = || (stem.eq_ignore_ascii_case("icon") && ICON_ENDINGS.contains(&ending.as_str())).then(|| format!("icon.{ending}"));
    let named = NAMED.into_iter().find(|name| same_stem(name) && same_kind(name)).map(str::to_owned);
    named.or_else(icon).filter(|name| file != name)
}

/// The file that `path` is a copy of, as editors and merges leave them: `listing.yaml~`, `listing.yaml.orig`, `#listing.yaml#`, `listing copy.yaml`.
pub(in crate::rules) fn copied(path: &ContentPath) -> Option<String> {
    let name = path.file_name();
    let behind =
        ["~", ".bak", ".backup", ".old", ".orig", ".rej", ".save", ".swp", ".swo", ".tmp"].iter().find_map(|end| name.strip_suffix(end));
    let within = || name.strip_prefix('#')?.strip_suffix('#');
    if let Some(original) = behind.or_else(within) {
        return (!original.is_empty()).then(|| original.trim_start_matches('.').to_owned());
    }
    let (stem, ending) = name.rsplit_once('.')?;
    let stem = stem.strip_suffix(" copy").or_else(|| stem.strip_suffix(" (1)")).or_else(|| stem.strip_suffix(" - Copy"))?;
    matches!(ending, "yaml" | "md").then(|| format!("{stem}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(name: &str) -> ContentPath {
        ContentPath::new(&format!("listings/acme/{name}")).expect("a valid path")
    }

    #[test]
    fn a_file_name_in_another_case_is_recognised() {
        for (name, meant) in [
            ("Icon.png", "icon.png"),
            ("ICON.SVG", "icon.svg"),
            ("Readme.MD", "README.md"),
            ("Listing.yaml", "listing.yaml"),
            ("listing.yml", "listing.yaml"),
        ] {
            assert_eq!(misnamed(&path(name)).as_deref(), Some(meant), "{name}");
        }
        for name in ["icon.png", "README.md", "icons.png", "screenshots/Icon.png"] {
            assert_eq!(misnamed(&path(name)), None, "{name}");
        }
    }

    #[test]
    fn a_backup_of_an_editor_is_recognised() {
        for name in ["listing.yaml~", "listing.yaml.orig", "#listing.yaml#", "listing.yaml.bak", "listing copy.yaml"] {
            assert_eq!(copied(&path(name)).as_deref(), Some("listing.yaml"), "{name}");
        }
        assert_eq!(copied(&path("notes.txt")), None);
    }
}
