//! `pressmark mirror`

use std::path::PathBuf;
use std::time::Duration;

use super::terminal::{self, Bar};
use super::{Outcome, say};
use crate::diagnostic::counted;
use crate::http::Remote;
use crate::mirror::mirror;
use crate::text::printable;

pub(super) const ABOUT: &str = "Copy a published site into a folder\n\n\
    For a network without internet access, or for an app that shows the catalogue itself: any file server can serve the copy. The site lists its files in \
    /api/v1/files.json; every file is checked against that list. A run that is interrupted goes on where it stopped, a later one fetches only what has changed and \
    removes what is gone.";

pub(super) const EXAMPLES: &str = "Example:\n  pressmark mirror https://catalogue.example/ --out mirror";

/// How long one file may take.
const TIMEOUT: Duration = Duration::from_secs(120);

#[derive(Debug, clap::Args)]
pub(super) struct MirrorArgs {
    /// The URL of the published site
    url: url::Url,
    /// The folder for the copy: a new or empty one, or an earlier copy of the same site
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Fetches what is missing or has changed.
pub(super) fn run(args: &MirrorArgs) -> Outcome {
    let remote = Remote::new(&args.url, TIMEOUT)?;
    let bar = Bar::new();
    let done = mirror(&remote, &args.out, &|done, all| bar.show("mirroring", done, all)).map_err(|why| printable(&why.to_string()))?;
    let time = bar.finish();
    for why in &done.failed {
        say::aside!("{} {}", terminal::bold_red("error:"), printable(why));
    }
    let removed = if done.n_removed > 0 { format!(", {} removed", done.n_removed) } else { String::new() };
    say::aside!(
        "mirrored {} of {} into {} in {time}: {} fetched ({} KB){removed}",
        counted(done.n_files, "file"),
        printable(remote.base().as_str()),
        args.out.display(),
        done.n_fetched,
        done.n_bytes.div_ceil(1024)
    );
    match done.failed.len() {
        0 => Ok(true),
        n => Err(format!("{} could not be mirrored: run the command again to fetch the rest", counted(n, "file")).into()),
    }
}
