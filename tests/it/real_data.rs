//! Catalogues that nobody here wrote, as an extra where they are at hand.

use std::path::PathBuf;

use pressmark::pipeline;
use pressmark::source::disk::Disk;

use crate::support::{root, site};

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
fn real_catalogues_build_and_most_of_their_listings_are_in() {
    for content in catalogues() {
        let folder = Disk::new(&content);
        let checked = pipeline::check(&folder, &|_, _, _| {}).expect("a folder");
        let (n_all, n_built) = (checked.draft.listing_slugs().count(), checked.resolved.catalogue.listings.len());
        assert!(n_built * 10 >= n_all * 8, "{}: {n_built} of {n_all}", content.display());
        let files = site(&folder, None);
        assert!(files.len() > n_built, "{}", content.display());
    }
}
