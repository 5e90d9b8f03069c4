//! `pressmark build`

use super::args::BuildArgs;
use super::terminal::{Bar, bold};
use super::{Outcome, cache, content, day, report, say, scaffold, unsettled};
use crate::diagnostic::counted;
use crate::format::SETTINGS;
use crate::output::{Known, Writer};
use crate::picture::{Cache, NoCache};
use crate::pipeline::{self, Built, Checked};
use crate::workspace::{Judged, Planned, Workspace};

/// Builds the site.
pub(super) fn run(args: &BuildArgs) -> Outcome {
    let reports = report::Reports::from_args(&args.report)?;
    let bar = Bar::new();
    let progress = |stage, done, all| bar.show(stage, done, all);
    let given = args.content.content.as_deref();
    let out = content::site(args.out.as_deref(), given)?;
    let content = match &args.rev {
        Some(rev) => Workspace::at_revision(&content::named(given), rev)?,
        None => content::find(given)?,
    };
    let content = if args.no_git { content.without_history() } else { content };
    let content = match cache::folder(&args.cache) {
        Some(folder) => content.with_cache(&folder),
        None => content,
    };
    // Before anything else, this finishes a build that was killed, and keeps others from writing to the same folder.
    let writer = Writer::new(&out)?.compressing(args.compress);
    let mut checked = content.check(day::today(args.content.today)?, &progress)?;
    if let Err(why) = unsettled::refuse(&checked, content.name(), args.base_url.is_some()) {
        bar.finish();
        reports.write(&checked, content.name(), args.base_url.as_ref())?;
        return Err(why.into());
    }
    let counts = checked.report.counts();
    let unseen = report::unseen(&checked);
    if args.strict && counts.errors > 0 {
        bar.finish();
        reports.write(&checked, content.name(), args.base_url.as_ref())?;
        say::aside!("not built because of --strict: {counts}");
        return Ok(false);
    }
    let theme = args.appearance.theme.as_deref();
    let refuse = |checked: &Checked, beside: &[Judged], name: &str| -> Outcome {
        reports.write_with(checked, beside, content.name(), args.base_url.as_ref())?;
        let counts = report::with_beside(&checked.report, beside).counts();
        say::aside!("not built because the theme `{name}` cannot be used: {counts}");
        Ok(false)
    };
    if theme.is_none() && report::has_unknown_theme(&checked.report) {
        bar.finish();
        let name = checked.raw.settings().theme.get().map(ToString::to_string).unwrap_or_default();
        return refuse(&checked, &[], &name);
    }
    let mut selection = content.theme(theme, &checked)?;
    if selection.wrong().is_some() {
        bar.finish();
        return refuse(&checked, &selection.folders, &selection.name);
    }
    checked.keep_mentioned();
    let Planned { site, theme, problems } = content.plan(std::mem::take(&mut checked.resolved), &selection, args.base_url.as_ref())?;
    report::messages(&problems);
    let n_listings = site.catalogue.listings.len();
    let kept = cache::open(&args.cache);
    let results: &dyn Cache = kept.as_ref().map_or(&NoCache, |kept| kept);
    let writer = match &kept {
        Some(kept) => writer.knowing(Known::load(kept, &out, args.compress)),
        None => writer,
    };
    let written = pipeline::write(site, &content.disk(), &theme, results, writer, &progress);
    let Built { written, refused, .. } = match written {
        Err(error) if selection.take_failure(&error) => {
            bar.finish();
            return refuse(&checked, &selection.folders, &selection.name);
        }
        written => written?,
    };
    if let Some(kept) = &kept {
        kept.prune();
    }
    let time = bar.finish();
    checked.report = checked.report.with(refused.iter().map(|image| crate::rules::undecodable(&image.path, &image.because)));
    reports.write_with(&checked, &selection.folders, content.name(), args.base_url.as_ref())?;
    say::aside!(
        "built {} into {} in {time} ({} changed, {} removed): {}",
        counted(n_listings, "listing"),
        counted(written.n_files, "file"),
        written.n_changed,
        written.n_removed,
        out.display()
    );
    let counts = report::with_beside(&checked.report, &selection.folders).counts();
    if counts != crate::diagnostic::Counts::default() {
        say::aside!("{counts}");
    }
    for line in unseen {
        say::aside!("{line}");
    }
    if args.base_url.is_none() && scaffold::has_placeholder(checked.raw.settings()) {
        let file = content.name().join(SETTINGS);
        say::aside!("{} the site has no URL yet: replace the placeholder in `{}`, or pass `--base-url`", bold("note:"), file.display());
    }
    Ok(counts.errors == 0)
}
