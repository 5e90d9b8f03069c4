//! `pressmark build`

use super::args::BuildArgs;
use super::content::{self, Content};
use super::revision::Exported;
use super::terminal::Bar;
use super::theme_selection::ThemeSelection;
use super::{Outcome, cache, day, history, report, unsettled, words};
use crate::diagnostic::counted;
use crate::output::Writer;
use crate::picture::{Cache, NoCache};
use crate::pipeline::{self, Built};
use crate::rules::RunContext;

/// Builds the site.
pub(super) fn run(args: &BuildArgs) -> Outcome {
    let reports = report::Reports::from_args(&args.report)?;
    let bar = Bar::new();
    let progress = |stage, done, all| bar.show(stage, done, all);
    let given = args.content.content.as_deref();
    let exported = args.rev.as_deref().map(|rev| Exported::new(&content::named(given), rev)).transpose()?;
    let content = exported.as_ref().map_or_else(|| Content::find(given), |exported| Ok(exported.content().clone()))?;
    // Reports name files as their author finds them.
    let named = if exported.is_some() { content::named(given) } else { content.path.clone() };
    let folder = content.disk();
    let history = history::read(&named, args.rev.as_deref().unwrap_or("HEAD"));
    let context = words::with_languages(RunContext::new(day::today(args.content.today)?), &content)?.with_history(history);
    let mut checked = pipeline::check(&folder, &context, &progress)?;
    if let Err(why) = unsettled::refuse(&checked, &named, args.base_url.is_some()) {
        bar.finish();
        reports.write(&checked, &named, args.base_url.as_ref())?;
        return Err(why.into());
    }
    let counts = checked.report.counts();
    let unseen = report::unseen(&checked);
    if args.strict && counts.errors > 0 {
        bar.finish();
        reports.write(&checked, &named, args.base_url.as_ref())?;
        eprintln!("not built because of --strict: {counts}");
        return Ok(false);
    }
    let selection = ThemeSelection::new(&content, args.appearance.theme.as_deref(), checked.resolved.catalogue.settings.theme.as_deref())?;
    if let Some(wrong) = selection.wrong() {
        bar.finish();
        reports.write(&wrong.checked(), &wrong.prefix, args.base_url.as_ref())?;
        eprintln!("not built because the theme `{}` cannot be used: {}", selection.name, wrong.report.counts());
        return Ok(false);
    }
    let findings = selection.findings(super::terminal::style(&std::io::stderr()));
    let theme = selection.theme()?.with_messages(words::files(&content)?);
    checked.resolved.catalogue.settings.keep_in(&content.in_repository);
    let site = words::with_messages(pipeline::plan(std::mem::take(&mut checked.resolved), args.base_url.as_ref()), &theme);
    let out = content::site(args.out.as_deref(), given);
    let n_listings = site.catalogue.listings.len();
    let kept = cache::open(&args.cache);
    let results: &dyn Cache = kept.as_ref().map_or(&NoCache, |kept| kept);
    let Built { written, refused } =
        pipeline::write(site, &folder, &theme, results, Writer::new(&out)?.compressing(args.compress), &progress)?;
    if let Some(kept) = &kept {
        kept.prune();
    }
    let time = bar.finish();
    checked.report = checked.report.with(refused.iter().map(|image| crate::rules::undecodable(&image.path, &image.because)));
    reports.write(&checked, &named, args.base_url.as_ref())?;
    anstream::eprint!("{remarks}");
    eprintln!(
        "built {} into {} in {time} ({} changed, {} removed): {}",
        counted(n_listings, "listing"),
        counted(written.n_files, "file"),
        written.n_changed,
        written.n_removed,
        out.display()
    );
    let counts = checked.report.counts();
    if counts != crate::diagnostic::Counts::default() {
        eprintln!("{counts}");
    }
    for line in unseen {
        eprintln!("{line}");
    }
    Ok(counts.errors == 0)
}
