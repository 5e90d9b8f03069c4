//! What each kind of page hands to its template: the contract with the people who write templates, a kind of page a file. Knows no markup.

mod announced;
mod apps;
mod assets;
mod browse;
mod card;
mod collections;
mod compare;
mod day;
mod embed;
mod frame;
mod gone;
mod home;
mod icon;
mod letters;
mod link;
mod listing;
mod news;
mod order;
mod page;
mod pager;
mod prose_page;
mod publishers;
mod queue;
mod rules;
mod search;
mod share;
mod site_wide;
mod submit;
mod submit_form;
mod tag_link;
mod tags;
mod tile;

pub(super) use assets::{Asset, Assets, Logo};
pub(super) use icon::letters;
pub(super) use queue::queue;
pub(crate) use queue::state_key;
pub use queue::{SubmissionRow, Submissions};
pub(super) use share::{Share, ShareWords};
pub(super) use site_wide::SiteWide;

use super::templates::Values;
use super::view::{Described, Variable, VariableType, View};
use crate::site::{Page, PageKind, Site};
use frame::Frame;
use page::{PageFrame, PageType};

/// A name under which templates find a value, and the kind of that.
pub(super) type Named = (&'static str, VariableType);

/// Gives values the names under which templates find them.
macro_rules! named {
    ($( $name:literal => $type:ty, )+) => {
        $( impl Variable for $type { const NAME: &'static str = $name; } )+

        /// The variables that every page passes to its template.
        pub(super) const COMMON: &[Named] = &[$( ($name, <$type as Described>::TYPE), )+];
    };
}

/// Gives views their templates, and the names under which these find them.
macro_rules! shown {
    ($( $template:literal, $name:literal => $type:ty, )+) => {
        $(
            impl Variable for $type { const NAME: &'static str = $name; }
            impl View for $type { const TEMPLATE: &'static str = $template; }
        )+

        /// The templates that show something of their own, each with its variable.
        pub(super) const OWN: &[(&str, Named)] = &[$( ($template, ($name, <$type as Described>::TYPE)), )+];
    };
}

named! {
    "site" => SiteWide<'_>,
    "page" => PageFrame<'_>,
    "share" => Option<Share>,
}

shown! {
    "home.html", "home" => home::Home<'_>,
    "browse.html", "browse" => browse::Browse<'_>,
    "search.html", "search" => search::Search<'_>,
    "compare.html", "compare" => compare::Compare,
    "listing.html", "listing" => listing::Listing<'_>,
    "versions.html", "versions" => listing::Versions<'_>,
    "embed.html", "embed" => embed::Embed<'_>,
    "tombstone.html", "tombstone" => gone::Tombstone<'_>,
    "redirect.html", "redirect" => gone::Redirect<'_>,
    "apps.html", "apps" => apps::Apps<'_>,
    "app.html", "app" => apps::App<'_>,
    "publishers.html", "publishers" => publishers::Publishers<'_>,
    "publisher.html", "publisher" => publishers::Publisher<'_>,
    "tags.html", "tag_list" => Vec<tag_link::TagLink<'_>>,
    "tag.html", "tag" => tags::Tag<'_>,
    "collections.html", "collections" => Vec<collections::CollectionEntry<'_>>,
    "collection.html", "collection" => collections::Collection<'_>,
    "new.html", "news" => news::News<'_>,
    "announced.html", "announced" => Vec<announced::Announcement<'_>>,
    "queue.html", "queue" => Option<queue::Queue<'_>>,
    "prose.html", "prose" => prose_page::Prose<'_>,
    "submit.html", "submit" => submit_form::Submit<'_>,
    "rules.html", "families" => Vec<rules::Family>,
    "rule.html", "rule" => rules::Rule,
    "share.svg", "card" => ShareWords,
}

/// The template of the page that shows nothing of its own.
pub(super) const NOT_FOUND: &str = "not_found.html";

/// Returns the variable of `template`, if a page uses it.
pub(super) fn variables(template: &str) -> Option<Vec<Named>> {
    let own = OWN.iter().find(|(name, _)| *name == template).map(|(_, own)| *own);
    // A share card is no page.
    let n_common = if template == ShareWords::TEMPLATE { 1 } else { COMMON.len() };
    (own.is_some() || template == NOT_FOUND).then(|| COMMON.iter().copied().take(n_common).chain(own).collect())
}

/// What `page` passes to its template; `None` for data and files, which have none.
pub(super) fn view(site: &Site, page: &Page) -> Option<Values> {
    let values = match &page.kind {
        PageKind::Home => home::home(site, page),
        PageKind::Browse(order, number) => browse::browse(site, page, *order, *number),
        PageKind::Search => search::search(site, page),
        PageKind::Compare => compare::compare(site, page),
        PageKind::Listing(listing) => listing::listing(site, page, listing),
        PageKind::Versions(listing) => listing::versions(site, page, listing),
        PageKind::Doc(listing, place) => prose_page::doc(site, page, listing, &listing.docs[*place]),
        PageKind::Embed(listing) => embed::embed(site, page, listing),
        PageKind::Tombstone(listing) => gone::tombstone(site, page, listing),
        PageKind::Redirect { to, name } => gone::redirect(site, page, to, name),
        PageKind::Apps(number) => apps::apps(site, page, *number),
        PageKind::App(app, number) => apps::app(site, page, app, *number),
        PageKind::Publishers(number) => publishers::publishers(site, page, *number),
        PageKind::Publisher(publisher, number) => publishers::publisher(site, page, publisher, *number),
        PageKind::Tags => tags::tag_list(site, page),
        PageKind::Tag(tag, order, number) => tags::tag(site, page, tag, *order, *number),
        PageKind::Collections => collections::collections(site, page),
        PageKind::Collection(place) => collections::collection(site, page, *place),
        PageKind::News(place) => news::news(site, page, *place),
        PageKind::Announced => announced::announced(site, page),
        PageKind::Queue => queue(site, page, None),
        PageKind::Prose(place) => prose_page::page_of_prose(site, page, &site.catalogue.pages[*place]),
        PageKind::Agreement(place) => prose_page::agreement(site, page, &site.catalogue.agreements[*place]),
        PageKind::Submit => submit::submit(site, page),
        PageKind::Rules => rules::rules(site, page),
        PageKind::Rule(shown) => rules::rule(site, page, shown),
        PageKind::NotFound => {
            let frame = Frame::new(page, PageType::NotFound, site.language.text("not-found")).noindex().no_canonical();
            frame.put(site, Values::new(NOT_FOUND))
        }
        PageKind::File(_)
        | PageKind::Api(_)
        | PageKind::Badge(_)
        | PageKind::Oembed(_)
        | PageKind::Feed(_)
        | PageKind::SitemapPart(_)
        | PageKind::Media(_) => return None,
    };
    Some(values)
}
