//! `pressmark manual`: the pages of the manual, which are those of the demo. Knows their text; the same pages make the site of `serve --manual`.

include!(concat!(env!("OUT_DIR"), "/manual.rs"));

use super::{Outcome, say, terminal};
use crate::diagnostic::nearest;
use crate::format::{Content, Document, FileRole};
use crate::parse::prose;
use crate::render::ResolvedTheme;
use crate::source::{Memory, slice};

pub(super) const ABOUT: &str =
    "Print a page of the manual, or list the pages\n\nThe same pages open in a browser with `pressmark serve --manual`.";
pub(super) const EXAMPLES: &str = "Examples:\n  pressmark manual\n  pressmark manual getting-started\n  pressmark manual hosting | less";

#[derive(Debug, clap::Args)]
pub(super) struct ManualArgs {
    /// The page, as the list names it [default: the list of pages]
    #[arg(value_name = "PAGE")]
    page: Option<String>,
}

/// A page of the manual.
struct Page {
    /// The part of the file's name by which it is asked for: `hosting` for `manual-hosting.md`.
    name: &'static str,
    title: String,
    description: String,
    body: &'static str,
}

/// The first page, which says what is where.
const OVERVIEW: &str = "overview";

/// Prints what was asked for.
pub(super) fn run(args: &ManualArgs) -> Outcome {
    let text = match &args.page {
        None => list(),
        Some(asked) => {
            let name = asked.trim_end_matches(".md").trim_start_matches("manual-");
            let found = pages().find(|page| page.name == name);
            text(&found.ok_or_else(|| unknown(asked, name))?)
        }
    };
    say::words(&text)?;
    Ok(true)
}

/// The name of the page about the command `name`.
pub(super) fn page_of_command(name: &str) -> &'static str {
    names().find(|page| page.trim_end_matches('s') == name).unwrap_or("commands")
}

/// The pages as a catalogue that can be served.
pub(super) fn catalogue() -> Memory {
    let settings = Memory::new().with("catalogue.yaml", "title: The manual of Pressmark\nnoun: {one: listing, other: listings}\n");
    // At the foot of a page, a catalogue links to the overview alone; here, the first page lists all of them.
    let listed = |file: &'static str, text: &str| {
        if name(file).is_some() { text.replacen("\nnav: none\n", "\nnav: footer\n", 1) } else { text.to_owned() }
    };
    PAGES.iter().fold(settings, |folder, (file, text)| folder.with(&format!("pages/{file}"), listed(file, text).into_bytes()))
}

/// The look of the manual in a browser: no menu, no search and no foot of a marketplace. Its pages list each other at their side.
pub(super) fn theme() -> ResolvedTheme {
    let mut theme = ResolvedTheme::default();
    if let Some(base) = theme.templates.get_mut("base.html") {
        *base = BLOCKS.iter().fold(std::mem::take(base), |base, (name, text)| with_block(&base, name, text));
        *base = base.replace(BREADCRUMBS, "");
    }
    let own = [("home.html", HOME_HTML), ("not_found.html", NOT_FOUND_HTML)];
    theme.templates.extend(own.map(|(name, text)| (name.to_owned(), text.to_owned())));
    theme
}

/// The way from the home page, in the template of all pages: no page of the manual is far from another.
const BREADCRUMBS: &str = "{% if page.breadcrumbs %}{{ <breadcrumb items={page.breadcrumbs} /> }}{% endif %}\n";
/// The blocks of the template of all pages that are the manual's own.
const BLOCKS: [(&str, &str); 2] = [("header", include_str!("manual/header.html")), ("footer", "")];
const HOME_HTML: &str = include_str!("manual/home.html");
const NOT_FOUND_HTML: &str = include_str!("manual/not_found.html");

/// `template` with `text` in the block `name`.
fn with_block(template: &str, name: &str, text: &str) -> String {
    let (start, end) = (format!("{{% block {name} -%}}\n"), format!("{{%- endblock {name} %}}"));
    let parts = template.split_once(&start).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    parts.map_or_else(|| template.to_owned(), |(before, after)| format!("{before}{start}{text}{end}{after}"))
}

fn names() -> impl Iterator<Item = &'static str> {
    PAGES.iter().filter_map(|(file, _)| name(file))
}

/// The name of the page in the file `file`, if it is one of the manual.
fn name(file: &'static str) -> Option<&'static str> {
    let rest = file.strip_suffix(".md")?.strip_prefix("manual")?;
    if rest.is_empty() { Some(OVERVIEW) } else { rest.strip_prefix('-') }
}

fn pages() -> impl Iterator<Item = Page> {
    PAGES.iter().filter_map(|(file, text)| {
        let name = name(file)?;
        let path = FileRole::Page.path(file.strip_suffix(".md")?)?;
        let Content::Page(page) = Document::read(path, Ok(text.as_bytes().to_vec())).content else { return None };
        let said = |field: &crate::format::Field<Box<str>>| field.get().map(ToString::to_string).unwrap_or_default();
        let body = slice(text, prose::front_matter(text)?.body.range());
        Some(Page { name, title: said(&page.front.title), description: said(&page.front.description), body })
    })
}

fn list() -> String {
    let width = names().map(str::len).max().unwrap_or_default();
    let line = |page: Page| format!("  {}{}  {}\n", terminal::bold(page.name), " ".repeat(width - page.name.len()), page.description);
    let (first, others): (Vec<Page>, Vec<Page>) = pages().partition(|page| page.name == OVERVIEW);
    let pages: String = first.into_iter().chain(others).map(line).collect();
    format!(
        "The pages of the manual, for `pressmark manual PAGE`:\n\n{pages}\n`pressmark explain RULE` explains a rule, `pressmark COMMAND --help` a command.\n"
    )
}

fn text(page: &Page) -> String {
    let heading = |line: &str| if line.starts_with('#') { terminal::bold(line) } else { line.replace("```console no-run", "```console") };
    let body: String = with_names(&without_comments(page.body)).trim().lines().map(|line| heading(line) + "\n").collect();
    format!("{}\n\n{}\n\n{body}", terminal::bold(&format!("# {}", page.title)), page.description)
}

fn unknown(asked: &str, name: &str) -> String {
    match nearest(name, names()) {
        Some(near) => format!("the manual has no page `{asked}`; did you mean `{near}`?"),
        None => format!("the manual has no page `{asked}`; its pages are {}", names().collect::<Vec<_>>().join(", ")),
    }
}

/// `text` without the comments of HTML, which contain what tests need.
fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out.trim_end().to_owned() + "\n\n" + part.split_once("-->").map_or("", |(_, rest)| rest).trim_start())
}

/// `text` with the names of pages after links to them, instead of the paths of their files.
fn with_names(text: &str) -> String {
    let mut parts = text.split("](./");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (target, rest) = part.split_once(')').unwrap_or((part, ""));
        let file = target.split('#').next().unwrap_or_default();
        let known = PAGES.iter().find(|(known, _)| *known == file).and_then(|(known, _)| name(known));
        match known {
            Some(name) => out += &format!("](pressmark manual {name}){rest}"),
            None => out += &format!("](./{target}){rest}"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{BREADCRUMBS, OVERVIEW, catalogue, names, page_of_command, pages, text, theme, with_names, without_comments};
    use crate::pipeline;
    use crate::render::{RenderOptions, Rendered, Renderer, ResolvedTheme};
    use crate::rules::RunContext;

    #[test]
    fn every_page_of_the_manual_can_be_printed() {
        assert!(names().any(|name| name == OVERVIEW) && names().any(|name| name == "getting-started"));
        assert_eq!(pages().count(), names().count());
        for page in pages() {
            let text = text(&page);
            assert!(!page.title.is_empty() && !page.description.is_empty(), "{}", page.name);
            assert!(!text.contains("<!--") && !text.contains("](./manual"), "{}", page.name);
        }
    }

    #[test]
    fn in_a_browser_the_manual_has_no_menu_of_a_marketplace() {
        assert!(ResolvedTheme::default().templates["base.html"].contains(BREADCRUMBS));
        let checked = pipeline::check(&catalogue(), &RunContext::new(jiff::civil::date(2026, 12, 1)), &|_, _, _| {}).expect("a folder");
        let site = Arc::new(pipeline::plan(checked.resolved, None));
        let renderer = Renderer::new(site.clone(), &theme(), &RenderOptions::default()).expect("templates");
        let shown = |path: &str| match renderer.render(site.page(path).expect("a page")).expect("it renders") {
            Rendered::Bytes(bytes) => String::from_utf8(bytes).expect("text"),
            Rendered::Content(_) => unreachable!("a page"),
        };
        for path in ["", "manual/", "manual-hosting/", "404.html"] {
            let page = shown(path);
            let body = page.split("<body").nth(1).expect("a body");
            for link in ["/browse/", "/apps/", "/search/", "/submit/", "/publishers/", "/tags/"] {
                assert!(!body.contains(&format!("\"{link}")), "{path} leads to {link}:\n{body}");
            }
            assert!(body.contains("<a class=\"brand\" href=\"/manual/\""), "{body}");
        }
        let all: Vec<String> = names().filter(|name| *name != OVERVIEW).map(|name| format!("\"/manual-{name}/\"")).collect();
        for path in ["", "manual-hosting/"] {
            let page = shown(path);
            assert_eq!(all.iter().find(|link| !page.contains(*link)), None, "{path}");
        }
    }

    #[test]
    fn a_link_to_a_page_says_how_to_print_it() {
        assert_eq!(
            with_names("See [it](./manual-hosting.md#nginx), [that](./publish.md)."),
            "See [it](pressmark manual hosting), [that](./publish.md)."
        );
        assert_eq!(without_comments("a\n\n<!-- b\n-->\n\nc <!-- d"), "a\n\nc\n\n");
    }

    #[test]
    fn a_command_leads_to_its_page() {
        assert_eq!(["health", "theme", "build"].map(page_of_command), ["health", "themes", "commands"]);
    }
}
