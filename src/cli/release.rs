//! `pressmark release`: adds a version to a listing as a person would, and says how to propose it.

use super::proposal::Proposal;
use super::shared_args::{ContentArgs, ForgeParser};
use super::{Outcome, content, day, parts, report, save, say, terminal};
use crate::autofix::FixedFile;
use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::Format;
use crate::forge::Forge;
use crate::format::{ChangeKind, Version};
use crate::pipeline::Checked;
use crate::source::ContentPath;
use crate::submission::{DryRun, NewVersion, with_version};
use crate::text::printable;
use crate::workspace::Workspace;

pub(super) const ABOUT: &str = "Add a version to your listing\n\n\
    Writes the version into listing.yaml like a person: in its place, in the style of the other versions, with comments and order kept. Checks the result with the \
    catalogue's rules, those of a review among them, and writes nothing if the new version causes an error. Then prints the commands that propose the change.";

pub(super) const EXAMPLES: &str = "Examples:\n  pressmark release channel-digest 1.5.0 --notes 'Adds threads.'\n  \
    pressmark release channel-digest 2.0.0-rc.1 --changes 'changed:Signs in by key' --changes 'removed:The old key' --released --diff\n  \
    pressmark release --recipe github > .github/workflows/catalogue.yml";

#[derive(Debug, clap::Args)]
pub(super) struct ReleaseArgs {
    /// The slug of the listing, or its folder
    #[arg(value_name = "LISTING", required_unless_present = "recipe")]
    listing: Option<String>,
    /// The version, as you write it elsewhere
    #[arg(required_unless_present = "recipe", value_parser = version)]
    version: Option<Version>,
    /// What is new, in Markdown; a version needs notes or changes
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
    /// One change, such as `fixed:Long messages are split`; can be repeated. The kinds are added, changed, deprecated, removed, fixed and security
    #[arg(long, value_name = "KIND:TEXT", value_parser = change)]
    changes: Vec<(ChangeKind, String)>,
    /// Visitors receive this version: sets `shared` if another version would be received
    #[arg(long)]
    shared: bool,
    /// Your own recipes use this version: sets `released` if they would use another
    #[arg(long)]
    released: bool,
    /// The day it is published [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day::parse)]
    date: Option<jiff::civil::Date>,
    /// Show the change, and write nothing
    #[arg(long, visible_alias = "dry-run")]
    diff: bool,
    /// Print the recipe for your own repository that proposes every release on its own
    #[arg(long, value_name = "FORGE", value_parser = ForgeParser, exclusive = true)]
    recipe: Option<Forge>,
    #[command(flatten)]
    content: ContentArgs,
}

fn version(text: &str) -> Result<Version, String> {
    Version::parse(text).map_err(str::to_owned)
}

/// `notes` as an editor would save them: several lines end with an end of line, a single one does not.
fn in_lines(notes: &str) -> String {
    if notes.contains('\n') { format!("{notes}\n") } else { notes.to_owned() }
}

fn change(text: &str) -> Result<(ChangeKind, String), String> {
    let (word, change) = text.split_once(':').unwrap_or((text, ""));
    match (ChangeKind::from_word(word.trim()), change.trim()) {
        (Some(kind), change) if !change.is_empty() => Ok((kind, change.to_owned())),
        (Some(_), _) => Err("add a colon and the change, as in `fixed:Long messages are split`".to_owned()),
        (None, _) => Err(format!("begin with one of {} and a colon", ChangeKind::WORDS.join(", "))),
    }
}

/// Writes the version if it causes no error.
pub(super) fn run(args: &ReleaseArgs) -> Outcome {
    let (Some(name), Some(version)) = (&args.listing, &args.version) else {
        let Some(forge) = args.recipe else { unreachable!("required without a recipe") };
        say::document(forge.release_recipe())?;
        return Ok(true);
    };
    let content = content::find(args.content.content.as_deref())?;
    let folder = content.disk();
    let raw = RawCatalogue::read(&folder, &|_, _| {})?;
    let today = day::today(args.content.today)?;
    let slug = parts::listing(&raw, content.folder(), name)?;
    let Some(listing) = raw.listing(&slug) else {
        return Err(format!("the `listing.yaml` of `{slug}` cannot be read: run `pressmark check {slug}`").into());
    };
    let place = content.folder().join(listing.document.path.as_str());
    if let Some(why) = why_not(&listing, version) {
        say::aside!("{} {why}\nnothing was written", terminal::bold_red("error:"));
        return Ok(false);
    }
    let new = NewVersion {
        version: version.clone(),
        date: Some(args.date.unwrap_or(today)),
        notes: args.notes.as_deref().map(str::trim_end).filter(|notes| !notes.is_empty()).map(in_lines),
        changes: args.changes.clone(),
        is_released: args.released,
        is_shared: args.shared,
    };
    let Some(text) = with_version(listing.document, &new) else {
        return Err(
            format!("`{}` is written in a way that cannot be edited automatically: add the version by hand", place.display()).into()
        );
    };
    let file = FixedFile::new(&folder, listing.document, &text);
    let (after, found) = DryRun::new(raw, today, true).report_on_edit(&file.path, &text);
    let checked = Checked { raw: after, report: found, ..Checked::default() };
    say::beside(format_args!("{}", report::text(&checked, content.folder(), None, Format::Human, terminal::style(&std::io::stderr()))));
    let counts = checked.report.counts();
    if counts.errors > 0 {
        say::aside!("nothing was written: {counts}");
        return Ok(false);
    }
    if args.diff {
        say::document(&terminal::diff(&file.diff(&format!("{}/", content.folder().display()))))?;
        return Ok(true);
    }
    save::over(&place, file.after.as_bytes())?;
    next_steps(&content, &file.path, &slug, &checked.raw, version)?;
    Ok(true)
}

/// Why `version` cannot be added to `listing`.
fn why_not(listing: &RawListing<'_>, version: &Version) -> Option<String> {
    let slug = listing.slug;
    if listing.is_gone() {
        return Some(format!("`{slug}` has left the catalogue: its `lifecycle` says so"));
    }
    let is_there = listing.file.versions.items().iter().any(|entry| entry.version.get() == Some(version));
    is_there.then(|| format!("`{slug}` already has version `{}`: a published version does not change", printable(version.as_str())))
}

/// Says what was written, what visitors receive now, and how to propose the change.
fn next_steps(content: &Workspace, path: &ContentPath, slug: &str, raw: &RawCatalogue, version: &Version) -> std::io::Result<()> {
    say::line(&format!("  {}\n", content.folder().join(path.as_str()).display()))?;
    let received = raw.listing(slug).and_then(|listing| listing.file.shared_version().cloned());
    if received.as_ref() != Some(version) {
        let received = received.map_or_else(|| "no version".to_owned(), |received| format!("`{}`", printable(received.as_str())));
        say::line(&format!("Visitors still receive {received}; --shared changes that.\n"))?;
    }
    let title = format!("Release {slug} {version}");
    let proposal = Proposal { branch: branch(slug, version), title, places: vec![path.to_string()], left: None };
    proposal.print(content, raw.settings(), ("The version passes the check.", ""), Vec::new())
}

/// The name of the branch for `version`: letters that mean nothing to git or a shell.
fn branch(slug: &str, version: &Version) -> String {
    let plain: String = version.as_str().chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
    let words: Vec<&str> = plain.split(['-', '.']).filter(|word| !word.is_empty()).collect();
    let is_kept = words.join(".").len() == plain.len();
    format!("release-{slug}-{}", if is_kept { plain } else { words.join("-") })
}

#[cfg(test)]
mod tests {
    use super::{branch, change};
    use crate::format::{ChangeKind, Version};

    #[test]
    fn any_version_gives_a_branch_that_git_takes() {
        let of = |text: &str| branch("acme", &Version::parse(text).expect("a version"));
        assert_eq!(of("1.4.0-rc.1"), "release-acme-1.4.0-rc.1");
        assert_eq!(of("1..2"), "release-acme-1-2");
        assert_eq!(of("2.0 beta~1^"), "release-acme-2-0-beta-1");
    }

    #[test]
    fn a_change_has_a_known_kind_and_a_text() {
        assert_eq!(change("fixed: One: two"), Ok((ChangeKind::Fixed, "One: two".to_owned())));
        assert!(change("fix:One").is_err_and(|why| why.contains("added, changed")));
        assert!(change("fixed:").is_err() && change("fixed").is_err());
    }
}
