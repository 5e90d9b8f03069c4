//! What each kind of page hands to its template: the contract with whoever writes templates, a kind of page a file. Knows no markup.

mod app;
mod browse;
mod collection;
mod gone;
mod home;
mod lists;
mod news;
mod prose_page;
mod publisher;
mod tag;

use super::frame::Frame;
use super::templates::Values;
use super::{embed, listing, queue, rule, submit};
use crate::site::{Page, Show, Site};

/// The template of `page` and its values.
pub(super) fn view(site: &Site, page: &Page) -> (&'static str, Values) {
    match &page.show {
        Show::Home => home::home(site, page),
        Show::Browse(order, number) => browse::browse(site, page, *order, *number),
        Show::Search => browse::search(site, page),
        Show::Listing(listing) => listing::view(site, page, listing),
        Show::Versions(listing) => listing::versions(site, page, listing),
        Show::Embed(listing) => embed::view(site, page, listing),
        Show::Tombstone(listing) => gone::tombstone(site, page, listing),
        Show::Redirect { to, name } => gone::redirect(site, page, to, name),
        Show::Apps(number) => app::apps(site, page, *number),
        Show::App(app, number) => app::app(site, page, app, *number),
        Show::Publishers(number) => publisher::publishers(site, page, *number),
        Show::Publisher(publisher, number) => publisher::publisher(site, page, publisher, *number),
        Show::Tags => tag::tag_list(site, page),
        Show::Tag(tag, order, number) => tag::tag(site, page, tag, *order, *number),
        Show::Collections => collection::collections(site, page),
        Show::Collection(place) => collection::collection(site, page, *place),
        Show::News(place) => news::news(site, page, *place),
        Show::Announced => news::announced(site, page),
        Show::Queue => queue::view(site, page, None),
        Show::Prose(place) => prose_page::prose_page(site, page, &site.catalogue.pages[*place], "prose"),
        Show::Agreement(place) => prose_page::prose_page(site, page, &site.catalogue.agreements[*place], "agreement"),
        Show::Submit => submit::view(site, page),
        Show::Rules => rule::index(site, page),
        Show::Rule(shown) => rule::view(site, page, shown),
        Show::NotFound => {
            ("not_found.html", Frame::new(page, "not-found", site.language.text("not-found")).noindex().no_canonical().values(site))
        }
        Show::File(_) | Show::ListingJson(_) | Show::Badge(_) | Show::Oembed(_) | Show::Feed(_) | Show::SitemapPart(_) | Show::Media(_) => {
            unreachable!("data and files have no template")
        }
    }
}
