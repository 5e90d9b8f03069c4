//! How long the search index takes, without reading and checking the catalogue it is made from.

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::civil::date;
use pressmark::pipeline;
use pressmark::rules::RunContext;
use pressmark::search::Index;
use pressmark::source::disk::Disk;

/// Makes the index of the catalogue in `content`: how long that took, the best of three, and how many parts and bytes it has.
pub fn make(content: &Path) -> (Duration, usize, usize) {
    let context = RunContext::new(date(2026, 11, 1));
    let checked = pipeline::check(&Disk::new(content), &context, &|_, _, _| {}).expect("a catalogue");
    let site = pipeline::plan(checked.resolved, None);
    let runs = (0..3).map(|_| {
        let start = Instant::now();
        let index = Index::new(&site);
        (start.elapsed(), index.files().count(), index.files().map(|(_, bytes)| bytes.len()).sum())
    });
    runs.min().expect("three runs")
}
