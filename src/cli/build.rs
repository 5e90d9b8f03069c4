//! `pressmark build`

use std::path::Path;
use std::sync::Arc;

use super::args::{BuildArgs, LookArgs};
use super::terminal::Bar;
use super::{Outcome, day, report};
use crate::diagnostic::counted;
use crate::output::Writer;
use crate::pipeline;
use crate::render::Look;
use crate::rules::Occasion;
use crate::source::disk::{self, Disk};

/// Builds the site.
pub(super) fn run(args: &BuildArgs) -> Outcome {
    let reports = report::Reports::of(&args.report)?;
    let bar = Bar::new();
    let progress = |stage, done, all| bar.show(stage, done, all);
    let folder = Disk::new(&args.content.content);
    let mut checked = pipeline::check(&folder, &Occasion::on(day::today(args.content.today)?), &progress)?;
    let counts = checked.report.counts();
    let left_out = report::left_out(&checked);
    if args.strict && counts.errors > 0 {
        bar.finish();
        reports.write(&checked, &args.content.content, args.base_url.as_ref())?;
        eprintln!("wrote nothing, because of --strict: {counts}");
        return Ok(false);
    }
    let look = look(&args.content.content, &args.look, checked.resolved.catalogue.settings.theme.as_deref())?;
    let site = pipeline::plan(std::mem::take(&mut checked.resolved), args.base_url.as_ref());
    let n_listings = site.catalogue.listings.len();
    let written = pipeline::write(Arc::new(site), &folder, &look, Writer::new(&args.out)?.compressing(args.compress), &progress)?;
    let time = bar.finish();
    reports.write(&checked, &args.content.content, args.base_url.as_ref())?;
    eprintln!(
        "built {} as {} in {time} ({} new, {} removed): {}",
        counted(n_listings, "listing"),
        counted(written.n_files, "file"),
        written.n_changed,
        written.n_removed,
        args.out.display()
    );
    if counts != crate::diagnostic::Counts::default() {
        eprintln!("{counts}");
    }
    if let Some(left_out) = left_out {
        eprintln!("{left_out}");
    }
    Ok(counts.errors == 0)
}

/// The built-in look with the operator's templates and theme over it. `templates/` and `themes/` lie beside the content folder.
pub(super) fn look(content: &Path, args: &LookArgs, theme: Option<&str>) -> Result<Look, Box<dyn std::error::Error>> {
    let beside = content.parent().unwrap_or(Path::new(""));
    let templates = disk::texts(&beside.join("templates"), "html")?;
    let Some(theme) = args.theme.as_deref().or(theme).filter(|&theme| theme != "default") else {
        return Ok(Look::default().with(templates, []));
    };
    let folder = beside.join("themes").join(theme);
    let styles = disk::texts(&folder, "css")?;
    if styles.is_empty() {
        return Err(format!("there is no CSS in `{}`: a theme is a folder in themes/ with at least one .css file", folder.display()).into());
    }
    Ok(Look::default().with(templates, styles))
}
