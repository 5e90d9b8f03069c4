//! Builds the site of a catalogue into a folder, as a program of your own does it.

use std::error::Error;
use std::path::Path;

use pressmark::output::Writer;
use pressmark::picture::NoCache;
use pressmark::pipeline;
use pressmark::workspace::{Planned, Workspace};

fn build(content: &Path, out: &Path) -> Result<usize, Box<dyn Error>> {
    let workspace = Workspace::new(content);
    let checked = workspace.check(jiff::civil::date(2026, 2, 1), &|_, _, _| {})?;
    for finding in checked.report.iter() {
        println!("{}: {}", finding.path, finding.message);
    }
    let theme = workspace.theme(Some("ledger"), &checked)?;
    let Planned { site, theme: resolved, .. } = workspace.plan(checked.resolved, &theme, None)?;
    let built = pipeline::write(site, &workspace.disk(), &resolved, &NoCache, Writer::new(out)?, &|_, _, _| {})?;
    Ok(built.written.n_files)
}

pub fn main() -> Result<(), Box<dyn Error>> {
    let scratch = tempfile::tempdir()?;
    let n_files = build(Path::new("content"), &scratch.path().join("public"))?;
    assert!(n_files > 0);
    Ok(())
}
