//! `llms.txt` ([llmstxt.org](https://llmstxt.org)): the site in a nutshell for language models, as Markdown.

use std::fmt::Write as _;

use crate::site::{Order, Site, SiteFile, SitePath};
use crate::text::single_line;

/// Listings that are named: a model reads the file as a whole, and `catalogue.json` has all of them.
const N_LISTINGS: usize = 200;

/// The file.
pub(super) fn text(site: &Site) -> String {
    let settings = &site.catalogue.settings;
    let absolute = |path: &SitePath| site.address.absolute(path);
    let mut text = format!("# {}\n", single_line(&settings.title));
    if let Some(description) = &settings.description {
        let _ = write!(text, "\n> {}\n", single_line(description));
    }
    let n_listings = site.indexes.updated.len();
    let say = |key: &str| site.language.text(key);
    let about = site.language.say(
        "llms-about",
        &[
            ("listings", n_listings.into()),
            ("apps", site.indexes.by_app.len().into()),
            ("data", absolute(&Site::listing_json("SLUG")).into()),
        ],
    );
    let _ = write!(text, "\n{}\n", single_line(&about));
    let mut section = |heading: &str, links: &mut dyn Iterator<Item = Link<'_>>| {
        let mut links = links.peekable();
        if links.peek().is_some() {
            let _ = write!(text, "\n## {heading}\n\n");
        }
        for (label, path, about) in links {
            let about = about.map(|about| format!(": {}", single_line(about))).unwrap_or_default();
            let _ = writeln!(text, "- [{}]({}){about}", label_text(label), absolute(&path));
        }
    };
    let data = [
        ("llms-json", "llms-json-about", SiteFile::Catalogue.path()),
        ("llms-changes", "llms-changes-about", SiteFile::JsonFeed.path()),
        ("llms-all", "llms-all-about", Site::browse(Order::Alphabetical, 1)),
    ];
    let data = data.map(|(label, about, path)| (say(label), path, say(about)));
    section(&say("llms-catalogue"), &mut data.iter().map(|(label, path, about)| (&**label, path.clone(), Some(&**about))));
    let tags = site.catalogue.tags.iter().filter(|tag| site.indexes.by_tag.contains_key(&tag.id));
    section(&say("categories"), &mut tags.map(|tag| (&*tag.label, Site::tag(&tag.id, Order::Updated, 1), tag.description.as_deref())));
    let listings = site.indexes.updated.iter().take(N_LISTINGS);
    let heading = say(if n_listings > N_LISTINGS { "recently-updated" } else { "connectors-list" });
    let summary = |listing: &'_ crate::catalogue::Listing| listing.file.summary.get().map(ToString::to_string);
    let listings: Vec<_> = listings.map(|listing| (listing, summary(listing))).collect();
    section(&heading, &mut listings.iter().map(|(listing, summary)| (&*listing.name, Site::listing(&listing.slug), summary.as_deref())));
    section(
        &say("pages"),
        &mut site.catalogue.pages.iter().map(|page| (&*page.title, Site::prose(&page.slug), page.description.as_deref())),
    );
    text
}

/// A link: its label, its URL, and a description.
type Link<'site> = (&'site str, SitePath, Option<&'site str>);

/// A contributed text between the brackets of a link.
fn label_text(text: &str) -> String {
    single_line(text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}
