//! `pressmark check`

use super::args::CheckArgs;
use super::terminal::Bar;
use super::{Outcome, day, report};
use crate::pipeline;
use crate::rules::Occasion;
use crate::source::disk::Disk;

/// Reads and checks the content, and prints what there is to say.
pub(super) fn run(args: &CheckArgs) -> Outcome {
    let bar = Bar::new();
    let checked =
        pipeline::check(&Disk::new(&args.content.content), &Occasion::on(day::today(args.content.today)?), &|stage, done, all| {
            bar.show(stage, done, all);
        })?;
    let time = bar.finish();
    report::print(&checked, &args.content.content, args.content.format);
    let n_listings = checked.draft.listing_slugs().count();
    let counts = checked.report.counts();
    match report::counts(counts) {
        said if said.is_empty() => println!("checked {n_listings} listings in {time}: all is well"),
        said => println!("checked {n_listings} listings in {time}: {said}"),
    }
    Ok(counts.errors == 0)
}
