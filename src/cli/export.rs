//! `pressmark export`

use std::collections::BTreeSet;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use super::parts::parts;
use super::shared_args::{ContentArgs, DataFormat};
use super::{Outcome, content, day, report, save, say, terminal};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Diagnostic, Format, Level, Report, counted};
use crate::package::{self, Choice, Exported, Manifest, PackagedListing};
use crate::pipeline::Checked;
use crate::rules;
use crate::workspace::Workspace;

/// The description of the command for `--help`.
pub(super) const ABOUT: &str = "\
Write listings into a package that another catalogue can import

A package contains the latest released version of each listing with its note, all its files, and the apps, tags and publishers that it needs, without \
review records. The same content makes the same bytes. Listings with errors are not exported.";

/// The text below the flags.
pub(super) const EXAMPLES: &str = "\
Examples:
  pressmark export channel-digest --out digest.zip
  pressmark export --tag finance --with-dependencies --out finance.zip
  pressmark export --collection starter-kit --out starter-kit.zip --format json";

#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    /// The listings to export [default: all that have not left the catalogue]
    #[arg(value_name = "SLUG", conflicts_with_all = ["tag", "app", "collection"])]
    slugs: Vec<String>,
    /// Export the listings with this tag
    #[arg(long, value_name = "TAG", conflicts_with_all = ["app", "collection"])]
    tag: Option<String>,
    /// Export the listings for this app
    #[arg(long, value_name = "NAME", conflicts_with = "collection")]
    app: Option<String>,
    /// Export the members of this collection
    #[arg(long, value_name = "SLUG")]
    collection: Option<String>,
    /// Also export the listings that these need: `parent` and `depends_on`
    #[arg(long)]
    with_dependencies: bool,
    /// The package to write; `-` is standard output [default: standard output, unless it is a terminal]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    content: ContentArgs,
    /// The format of what is printed beside the package; JSON prints its manifest
    #[arg(long, value_enum, default_value_t = DataFormat::Human, requires_if("json", "out"))]
    format: DataFormat,
}

/// Chooses, checks and writes.
pub(super) fn run(args: &ExportArgs) -> Outcome {
    let out = args.out.as_deref().filter(|out| *out != Path::new("-"));
    if out.is_none() && std::io::stdout().is_terminal() {
        return Err("a package is not text: name a file with `--out FILE.zip`".into());
    }
    if out.is_none() && args.format == DataFormat::Json {
        return Err("the package goes to standard output: name a file for it with `--out FILE.zip` to get its manifest there".into());
    }
    let content = content::find(args.content.content.as_deref())?;
    let folder = content.disk();
    let raw = RawCatalogue::read(&folder, &|_, _| {})?;
    let mut chosen = package::chosen(&raw, &choice(args, &raw, &content)?)?;
    if args.with_dependencies {
        chosen = package::with_dependencies(&raw, chosen)?;
    }
    let missing = package::missing(&raw, &chosen);
    if !missing.is_empty() {
        let lines = missing.iter().map(|missing| format!("\n  `{}` needs `{}` (`{}`)", missing.listing, missing.needs, missing.key));
        return Err(format!("pass `--with-dependencies`, or export these as well:{}", lines.collect::<String>()).into());
    }
    let found = rules::run(&raw, &content.context(day::today(args.content.today)?)?).report;
    let parts: Vec<String> = chosen.iter().map(|slug| format!("listings/{slug}")).collect();
    let found = found.about(&parts.iter().map(String::as_str).collect::<Vec<_>>());
    let errors: Vec<Diagnostic> = found.iter().filter(|found| found.level == Level::Error).cloned().collect();
    if !errors.is_empty() {
        let checked = Checked { raw, report: Report::new(errors), ..Checked::default() };
        say::beside(format_args!("{}", report::text(&checked, content.folder(), None, Format::Human, terminal::style(&std::io::stderr()))));
        say::aside!("nothing was exported: {}", checked.report.counts());
        return Ok(false);
    }
    let exported = package::export(&folder, &raw, &chosen)?;
    warn(&exported.manifest);
    put(out, &exported, args.format)?;
    Ok(true)
}

/// What the arguments choose. A listing can also be named by its folder, as for `check`.
fn choice(args: &ExportArgs, raw: &RawCatalogue, content: &Workspace) -> Result<Choice, String> {
    Ok(match (&args.tag, &args.app, &args.collection) {
        (Some(tag), ..) => Choice::Tag(tag.clone()),
        (_, Some(app), _) => Choice::App(app.clone()),
        (.., Some(collection)) => Choice::Collection(collection.clone()),
        _ => {
            let slug = |part: &String| part.strip_prefix("listings/").filter(|slug| !slug.contains('/')).map(str::to_owned);
            let (former, named): (Vec<&String>, Vec<&String>) =
                args.slugs.iter().partition(|name| !raw.has_listing(name) && raw.followed(name).is_some());
            let named: Vec<String> = named.into_iter().cloned().collect();
            let parts = parts(raw, content.folder(), &named)?;
            if args.slugs.is_empty() || (parts.is_empty() && !named.is_empty()) {
                return Ok(Choice::All);
            }
            let slugs = parts.iter().map(|part| slug(part).ok_or_else(|| format!("`{part}` is not a listing: only listings are exported")));
            Choice::Slugs(slugs.chain(former.into_iter().map(|name| Ok(name.clone()))).collect::<Result<_, String>>()?)
        }
    })
}

/// Says which listings go without a note of their version: who imports them cannot know what is new.
fn warn(manifest: &Manifest) {
    let without = |keep: &dyn Fn(&&PackagedListing) -> bool| -> Vec<&str> {
        manifest.listings.iter().filter(keep).map(|listing| listing.slug.as_str()).collect()
    };
    for (slugs, what) in [
        (without(&|listing| listing.version.is_none()), "no released version"),
        (without(&|listing| listing.version.is_some() && listing.notes.is_none()), "no note for the released version"),
    ] {
        let (named, rest) = slugs.split_at(slugs.len().min(5));
        let named: Vec<String> = named.iter().map(|slug| format!("`{slug}`")).collect();
        let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
        if !named.is_empty() {
            say::aside!("{} {what} in {}{more}", terminal::bold("warning:"), named.join(", "));
        }
    }
}

/// Writes the package, and says what is in it.
fn put(out: Option<&Path>, exported: &Exported, format: DataFormat) -> Result<(), Box<dyn std::error::Error>> {
    let Exported { manifest, bytes } = exported;
    match out {
        None => say::bytes(bytes)?,
        Some(out) => save::new(out, bytes)?,
    }
    if format == DataFormat::Json {
        say::document(&(serde_json::to_string_pretty(manifest)? + "\n"))?;
    }
    let slugs: BTreeSet<&str> = manifest.listings.iter().map(|listing| listing.slug.as_str()).collect();
    let to = out.map(|out| format!(" to {}", out.display())).unwrap_or_default();
    let (n_listings, n_files) = (counted(slugs.len(), "listing"), counted(manifest.files.len(), "file"));
    say::aside!("exported {n_listings}{to}: {n_files}, {} KB", bytes.len().div_ceil(1000));
    Ok(())
}
