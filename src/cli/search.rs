//! `pressmark search`

use std::fmt::Write as _;
use std::io::BufRead as _;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::terminal::{Bar, bold};
use super::{Outcome, content, day, say};
use crate::diagnostic::counted;
use crate::pipeline;
use crate::search::{Found, Index, Query};
use crate::site::Site;
use crate::text::printable;

/// The text below the flags.
pub(super) const EXAMPLES: &str = "\
Examples:
  pressmark search slack digest
  pressmark search 'tag:crm \"sales report\"'
  pressmark search --json slak | jq .results[0].slug
  pressmark search --json - < queries.txt       one query per line, one answer per line";

#[derive(Debug, clap::Args)]
pub(super) struct SearchArgs {
    /// The query, as visitors would type it; `-` reads one query per line from standard input
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    /// The content folder [default: `content` here, or the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Print JSON: {"query", "corrected", "suggestion", "total", "results": [{"slug", "name", "app", "publisher", "summary", "url"}]}
    #[arg(long)]
    json: bool,
    /// The number of results to show; 0 shows all
    #[arg(long, value_name = "N", default_value_t = 10)]
    limit: usize,
}

/// Answers queries from the index that a build would write.
pub(super) fn run(args: &SearchArgs) -> Outcome {
    let bar = Bar::new();
    let content = content::find(args.content.as_deref())?;
    let catalogue = content.published(day::today(None)?, &|stage, done, all| bar.show(stage, done, all))?;
    let address = pipeline::address(&catalogue.settings, None);
    let site = Site::without_pages(catalogue, address);
    let index = Index::for_queries(&site);
    bar.finish();
    let answer = |query: &str| {
        let found = index.find(&Query { text: query, ..Query::default() });
        let shown = if args.limit == 0 { found.ids.len() } else { args.limit };
        match args.json {
            true => say::document(&format!("{}\n", document(&site, &index, query, &found, shown))),
            false => say::words(&text(&site, &index, query, &found, shown)),
        }
    };
    if args.query == ["-"] {
        for line in std::io::stdin().lock().lines() {
            answer(&line?)?;
        }
    } else {
        answer(&args.query.join(" "))?;
    }
    Ok(true)
}

fn document(site: &Site, index: &Index, query: &str, found: &Found, shown: usize) -> Value {
    let results = found.ids.iter().take(shown).map(|&id| {
        let listing = &index.documents.listings[id];
        json!({
            "slug": listing.slug,
            "name": listing.name,
            "app": listing.app.as_ref().map(|app| &app.name),
            "publisher": listing.publisher.as_ref().map(|publisher| &publisher.name),
            "summary": listing.file.summary.get(),
            "url": site.address.url(&Site::listing(&listing.slug)),
        })
    });
    json!({
        "query": query,
        "corrected": found.corrected,
        "suggestion": found.suggestion,
        "total": found.ids.len(),
        "results": results.collect::<Vec<_>>(),
    })
}

fn text(site: &Site, index: &Index, query: &str, found: &Found, shown: usize) -> String {
    let n = counted(found.ids.len(), "listing");
    let mut text = match &found.corrected {
        Some(corrected) => format!("no results for `{}`; {n} for `{}`\n", printable(query), printable(corrected)),
        None => format!("{n} for `{}`\n", printable(query)),
    };
    if let Some(meant) = &found.suggestion {
        let _ = writeln!(text, "did you mean `{}`?", printable(meant));
    }
    for &id in found.ids.iter().take(shown) {
        let listing = &index.documents.listings[id];
        let url = site.address.url(&Site::listing(&listing.slug));
        let _ = write!(text, "\n{}  {url}\n", bold(&printable(&listing.name)));
        if let Some(summary) = listing.file.summary.get() {
            let _ = writeln!(text, "  {}", printable(summary));
        }
    }
    if found.ids.len() > shown {
        let _ = writeln!(text, "\nand {} more; `--limit 0` shows all", found.ids.len() - shown);
    }
    text
}
