//! Catalogues that no one here wrote, as an extra where they are at hand.

use std::path::PathBuf;

use pressmark::catalogue::RawCatalogue;
use pressmark::format::{ChangeKind, Document, FileRole, Version};
use pressmark::pipeline;
use pressmark::source::Folder as _;
use pressmark::source::disk::Disk;
use pressmark::submission::{NewVersion, with_version};

use crate::support::{context, root, site};

/// The folders of real catalogues, or none with a word about it.
fn catalogues() -> Vec<PathBuf> {
    let folder = root().join("../shared/data/real");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("no real catalogues at {}: this test has nothing to look at", folder.display());
        return Vec::new();
    };
    let mut found: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path().join("content"))).filter(|path| path.is_dir()).collect();
    found.sort();
    found
}

#[test]
fn real_catalogues_build_and_their_listings_are_in() {
    for content in catalogues() {
        let folder = Disk::new(&content);
        let checked = pipeline::check(&folder, &context(), &|_, _, _| {}).expect("a folder");
        let has_name = |slug: &&str| checked.raw.listing(slug).is_some_and(|listing| listing.file.name.get().is_some());
        let (n_named, n_built) = (checked.raw.slugs(FileRole::Listing).filter(has_name).count(), checked.resolved.catalogue.listings.len());
        assert!(n_built * 1000 >= n_named * 995, "{}: {n_built} of {n_named}", content.display());
        let files = site(&folder, None);
        assert!(files.len() > n_built, "{}", content.display());
    }
}

#[test]
fn every_real_listing_takes_a_new_version_and_keeps_its_lines() {
    for content in catalogues() {
        let raw = RawCatalogue::read(&Disk::new(&content), &|_, _| {}).expect("a folder");
        for (version, is_shared) in [("9999.0.0", false), ("0.0.1-rc.1", true)] {
            let version = Version::parse(version).expect("a version");
            for listing in raw.listings() {
                let (notes, changes) = (Some("One.\n\n- Two: three.".to_owned()), vec![(ChangeKind::Fixed, "A: b".to_owned())]);
                let date = Some(jiff::civil::date(2026, 12, 1));
                let new = NewVersion { version: version.clone(), date, notes, changes, is_released: false, is_shared };
                let text = with_version(listing.document, &new).unwrap_or_else(|| panic!("{} in {}", listing.slug, content.display()));
                let mut after = text.lines();
                let before = listing.document.text.as_deref().unwrap_or_default();
                let is_replaced = |line: &str| line.starts_with("shared:") || line.starts_with("versions:");
                let lost = before.lines().find(|line| !is_replaced(line) && !after.any(|other| other == *line));
                assert_eq!(lost, None, "{} in {}", listing.slug, content.display());
            }
        }
    }
}

#[test]
fn a_real_file_truncated_anywhere_does_not_panic() {
    for content in catalogues() {
        let folder = Disk::new(&content);
        let walk = folder.walk().expect("a folder");
        for entry in walk.files.iter().step_by(37) {
            let bytes = folder.read(&entry.path, u64::MAX).expect("a readable file");
            for end in (0..bytes.len()).step_by(bytes.len() / 60 + 1) {
                let document = Document::read(entry.path.clone(), Ok(bytes[..end].to_vec()));
                assert_eq!(document.path, entry.path);
            }
        }
    }
}
