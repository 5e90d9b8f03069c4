//! `pressmark serve`

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use super::args::ServeArgs;
use super::preview_findings::PreviewFindings;
use super::terminal::{self, Bar};
use super::{Outcome, content, day, manual, report, say};
use crate::diagnostic::human::Style;
use crate::diagnostic::{Format, counted};
use crate::fault;
use crate::hosting::{Headers, media_type};
use crate::last_good::{self, LastGood};
use crate::picture;
use crate::pipeline::{self, Checked};
use crate::recheck::Recheck;
use crate::render::{RenderOptions, Rendered, Renderer, ResolvedTheme};
use crate::rules::RunContext;
use crate::serve::{self, Answer, Changed, Preview, Show, Showing};
use crate::site::Page;
use crate::source::Folder;
use crate::workspace::{Planned, Workspace, is_path};

/// The script by which an open page learns of changes.
const LIVE_URL: &str = "/__live.js";

/// Serves the site until it is interrupted.
pub(super) fn run(args: &ServeArgs) -> Outcome {
    let listener = serve::bind(args.host, args.port)?;
    let mut place = listener.local_addr()?;
    if !args.host.is_loopback() {
        say::aside!("{} other machines can reach this preview through port {}", terminal::bold("warning:"), place.port());
    }
    if args.host.is_unspecified() {
        // No browser can open "every address".
        place.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    let address = format!("http://{place}/");
    if args.manual {
        return serve_manual(listener, &address, args.open);
    }
    let bar = Bar::new();
    let content = content::find(args.content.content.as_deref())?;
    let mut builder = PreviewBuilder {
        content: content.clone(),
        theme: args.appearance.theme.clone(),
        today: args.content.today,
        address: address.clone(),
        recheck: Recheck::default(),
    };
    let Built { state: first, findings, summary, mut last_good } =
        builder.build(0, &LastGood::default(), &|stage, done, all| bar.show(stage, done, all))?;
    let time = bar.finish();
    say::beside(format_args!("{}", findings.all(terminal::style(&std::io::stderr()))));
    say::line(&format!("{summary} ready in {time}"))?;
    say::line(&format!("serving at {}  (stop with Ctrl-C)", terminal::bold(&address)))?;
    if args.open {
        open(&address);
    }
    let beside = content.beside();
    let mut watched = vec![content.folder().to_owned(), beside.join("templates"), beside.join("themes")];
    watched.extend(args.appearance.theme.as_deref().filter(|theme| is_path(theme)).map(PathBuf::from));
    let mut good = Arc::new(first);
    let start: Arc<dyn Preview> = good.clone();
    // Pages that changed while they could not be drawn are still to be reloaded.
    let mut is_late = false;
    let mut reported = findings;
    let rebuild = move |changed: &Changed, show: Show<'_>| {
        let bar = Bar::new();
        builder.forget(changed);
        is_late |= !is_about_look(changed, content.folder());
        // A fault of ours ends neither the watching nor the state that is shown.
        let built = fault::caught(|| builder.build(good.showing.pages + 1, &last_good, &|_, _, _| {}).map_err(|error| error.to_string()));
        let built = built.unwrap_or_else(|fault| {
            builder.recheck.forget_all();
            Err(internal(&fault))
        });
        match built {
            Ok(Built { state: mut next, findings, summary, last_good: shown }) => {
                last_good = shown;
                if !is_late && next.theme.differs_only_in_style(&good.theme) {
                    next.showing.pages = good.showing.pages;
                }
                is_late = false;
                good = Arc::new(next);
                show(good.clone());
                let time = bar.finish();
                let before = std::mem::replace(&mut reported, findings);
                let changes = fault::caught(|| reported.since(&before, terminal::style(&std::io::stderr())));
                say::beside(format_args!("{}", changes.unwrap_or_else(|fault| format!("{}\n", internal(&fault)))));
                // Anyone who closes this end still wants the preview.
                let _ = say::line(&format!("{summary} rebuilt in {time}"));
            }
            // The folder may be gone for a moment while a branch is switched, or a template may be half written: the last good state stays.
            Err(error) => {
                show(Arc::new(StalePreview { last: good.clone(), report: error.clone() }));
                super::fail(&*Box::<dyn std::error::Error>::from(error));
            }
        }
    };
    serve::run(listener, start, &watched, rebuild)?;
    Ok(true)
}

/// Serves the manual until it is interrupted.
fn serve_manual(listener: TcpListener, address: &str, is_opened: bool) -> Outcome {
    let folder = Arc::new(manual::catalogue());
    let checked = pipeline::check(&*folder, &RunContext::new(day::today(None)?), &|_, _, _| {})?;
    let site = pipeline::plan(checked.resolved, Some(&url::Url::parse(address)?));
    let theme = manual::theme();
    let renderer = Renderer::new(Arc::new(site), &theme, &RenderOptions { live_url: Some(LIVE_URL.to_owned()) })?;
    let showing = Showing { pages: 0, style: renderer.style_links() };
    let state: Arc<dyn Preview> = Arc::new(PreviewState { renderer, theme, showing, folder, findings: None, report: OnceLock::new() });
    let page = format!("{address}manual/");
    say::line(&format!("serving the manual at {}  (stop with Ctrl-C)", terminal::bold(&page)))?;
    if is_opened {
        open(&page);
    }
    serve::run(listener, state, &[], |_, _| {})?;
    Ok(true)
}

/// A fault of the program in words.
fn internal(fault: &fault::Fault) -> String {
    format!("internal error in Pressmark, please report it: {fault}")
}

/// Whether a change is one of themes and templates alone.
fn is_about_look(changed: &Changed, content: &std::path::Path) -> bool {
    match changed {
        Changed::Everything => false,
        Changed::Paths(paths) => {
            let absolute = |path: &std::path::Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
            let content = absolute(content);
            paths.iter().all(|path| !absolute(path).starts_with(&content) || absolute(path).starts_with(content.join("themes")))
        }
    }
}

/// Builds previews of a catalogue.
struct PreviewBuilder {
    content: Workspace,
    theme: Option<String>,
    today: Option<jiff::civil::Date>,
    address: String,
    recheck: Recheck,
}

/// A preview of the current state of the content.
struct Built {
    state: PreviewState,
    findings: Arc<PreviewFindings>,
    /// The number of listings and findings.
    summary: String,
    /// What is shown, for the next time.
    last_good: LastGood,
}

impl PreviewBuilder {
    /// Forgets what was known of the files that changed.
    fn forget(&mut self, changed: &Changed) {
        let Changed::Paths(paths) = changed else { return self.recheck.forget_all() };
        let folder = self.content.folder();
        // Some watchers follow the links in a path.
        let roots = [std::path::absolute(folder).ok(), folder.canonicalize().ok()];
        let relative = |path: &PathBuf| {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            let below = roots.iter().flatten().find_map(|root| path.strip_prefix(root).ok())?;
            Some(below.iter().map(|segment| segment.to_string_lossy()).collect::<Vec<_>>().join("/"))
        };
        let parts: BTreeSet<String> = paths.iter().filter_map(relative).collect();
        if parts.contains("") { self.recheck.forget_all() } else { self.recheck.forget(&parts) }
    }

    /// The site as it is now, with the last good state of what is broken.
    fn build(&mut self, pages: u64, last: &LastGood, progress: pipeline::Progress<'_>) -> Result<Built, Box<dyn std::error::Error>> {
        let folder = self.content.disk();
        let context = self.content.context(day::today(self.today)?)?;
        let checked = self.recheck.check(&folder, day::now(), &context, progress)?;
        let counts = checked.report.counts();
        let (mut shown, checked) = match last.restore(&checked, |raw| self.recheck.judge(raw, &context)) {
            Some(restored) => (restored, Some(checked)),
            None => (checked, None),
        };
        let selection = self.content.theme(self.theme.as_deref(), &shown)?;
        if let Some(wrong) = selection.wrong() {
            let style = Style { colour: false, width: 110 };
            return Err(report::text(&wrong.checked(), &wrong.prefix, None, Format::Human, style).into());
        }
        let base = url::Url::parse(&self.address)?;
        let broken = last_good::broken(&shown);
        let Planned { site, theme, problems } = self.content.plan(std::mem::take(&mut shown.resolved), &selection, Some(&base))?;
        report::messages(&problems);
        let summary = match counts.to_string() {
            said if said.is_empty() => format!("{},", counted(site.catalogue.listings.len(), "listing")),
            said => format!("{} ({said}),", counted(site.catalogue.listings.len(), "listing")),
        };
        let options = RenderOptions { live_url: Some(LIVE_URL.to_owned()) };
        let renderer = Renderer::new(Arc::new(site), &theme, &options)?;
        let showing = Showing { pages, style: renderer.style_links() };
        let Checked { raw, report, .. } = shown;
        let raw = Arc::new(raw);
        let (report, of_report) = checked.map_or((report, raw.clone()), |checked| (checked.report, Arc::new(checked.raw)));
        let findings = Arc::new(PreviewFindings::new(report, of_report, self.content.folder().to_owned()));
        let state =
            PreviewState { renderer, theme, showing, folder: Arc::new(folder), findings: Some(findings.clone()), report: OnceLock::new() };
        Ok(Built { state, findings, summary, last_good: LastGood::new(raw, broken) })
    }
}

/// One state of the site: a page is rendered when it is asked for.
struct PreviewState {
    renderer: Renderer,
    theme: ResolvedTheme,
    showing: Showing,
    folder: Arc<dyn Folder>,
    /// `None` if nothing was checked.
    findings: Option<Arc<PreviewFindings>>,
    /// The report for browsers, once one has asked.
    report: OnceLock<Option<String>>,
}

impl Preview for PreviewState {
    fn respond(&self, path: &str) -> Option<Answer> {
        let path = path.strip_prefix('/')?;
        if let Some(asset) = self.renderer.assets().iter().find(|asset| asset.path.as_str() == path) {
            return Some(Answer { content_type: media_type(path), bytes: asset.bytes.clone() });
        }
        if let Some(part) = self.renderer.index_part(path) {
            return Some(Answer { content_type: "application/json", bytes: part.to_vec() });
        }
        if let Some(card) = self.renderer.card(path) {
            return Some(match picture::card(&card.svg) {
                Ok(bytes) => Answer { content_type: media_type(card.path.as_str()), bytes },
                Err(error) => plain(&format!("the template `share.svg` does not produce an image: {error}")),
            });
        }
        let path = path.strip_suffix("index.html").unwrap_or(path);
        self.renderer.site().page(path).map(|page| self.answer(page))
    }

    fn not_found(&self) -> Answer {
        match self.renderer.site().page("404.html") {
            Some(page) => self.answer(page),
            None => plain("page not found"),
        }
    }

    fn report(&self) -> Option<String> {
        self.report.get_or_init(|| self.findings.as_ref()?.overlay()).clone()
    }

    fn headers(&self) -> Headers {
        Headers::for_site(self.renderer.site())
    }

    fn showing(&self) -> Showing {
        self.showing.clone()
    }
}

impl PreviewState {
    fn answer(&self, page: &Page) -> Answer {
        match self.renderer.render(page) {
            Ok(Rendered::Bytes(bytes)) => Answer { content_type: media_type(page.path.as_str()), bytes },
            Ok(Rendered::Content(path)) => match self.folder.read(&path, path.role().limit()) {
                Ok(bytes) => Answer { content_type: media_type(page.path.as_str()), bytes },
                Err(error) => plain(&format!("cannot read {path}: {error:?}")),
            },
            Err(error) => plain(&error.to_string()),
        }
    }
}

/// The last good state under the error that keeps the next one from being made.
struct StalePreview {
    last: Arc<dyn Preview>,
    report: String,
}

impl Preview for StalePreview {
    fn respond(&self, path: &str) -> Option<Answer> {
        self.last.respond(path)
    }

    fn not_found(&self) -> Answer {
        self.last.not_found()
    }

    fn report(&self) -> Option<String> {
        Some(self.report.clone())
    }

    fn headers(&self) -> Headers {
        self.last.headers()
    }

    fn showing(&self) -> Showing {
        self.last.showing()
    }
}

fn plain(text: &str) -> Answer {
    Answer { content_type: "text/plain; charset=utf-8", bytes: text.as_bytes().to_vec() }
}

/// Asks the desktop to open `address`; a machine without one is no reason to stop.
#[expect(clippy::disallowed_methods, reason = "opening a browser is what --open asks for")]
fn open(address: &str) {
    let (program, first): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start"]),
        _ => ("xdg-open", &[]),
    };
    if let Err(error) = std::process::Command::new(program).args(first).arg(address).spawn() {
        say::aside!("cannot open a browser ({program}: {error}): open {address} yourself");
    }
}
