//! What a listing tells other sites of its card, as [oEmbed](https://oembed.com) asks for it: version 1.0, type `rich`.

use serde_json::json;

use super::api::bytes;
use crate::catalogue::Listing;
use crate::site::{ImageUse, Site, SitePath};
use crate::xml::Xml;

/// The size of the frame in CSS pixels: a name of two lines and a summary of three fit, and more can be scrolled to.
const WIDTH: u32 = 480;
const HEIGHT: u32 = 230;

/// The answer of a provider. `html` is made of names that are escaped, and contains nothing but the frame.
pub(in crate::render) fn oembed(site: &Site, listing: &Listing) -> Vec<u8> {
    let absolute = |path: &SitePath| site.address.absolute(path);
    let mut value = json!({
        "type": "rich",
        "version": "1.0",
        "title": listing.name,
        "provider_name": site.catalogue.settings.title,
        "provider_url": site.address.home(),
        "html": site.embed(listing).map(|card| frame_markup(site, listing, &card)),
        "width": WIDTH,
        "height": HEIGHT,
    });
    if let Some(publisher) = &listing.publisher {
        value["author_name"] = json!(publisher.name);
        value["author_url"] = json!(absolute(&Site::publisher(&publisher.slug)));
    }
    // All three or none of them.
    if let Some(picture) = listing.icon.as_ref().and_then(|icon| site.image_for(&icon.path, &icon.media, ImageUse::Large)) {
        value["thumbnail_url"] = json!(absolute(&picture.path));
        value["thumbnail_width"] = json!(picture.width);
        value["thumbnail_height"] = json!(picture.height);
    }
    bytes(&value)
}

/// The markup that shows `card`, the one of `listing`, in a page elsewhere. Whether styles may be in it is for the policy of that page; a frame around
/// the card is all that is lost without.
pub(in crate::render) fn frame_markup(site: &Site, listing: &Listing, card: &SitePath) -> String {
    let title = site.language.say("title", &[("heading", (&*listing.name).into()), ("site", (&*site.catalogue.settings.title).into())]);
    let (src, width, height) = (site.address.absolute(card), WIDTH.to_string(), HEIGHT.to_string());
    let mut markup = Xml::fragment();
    let attributes = [
        ("src", &*src),
        ("title", &title),
        ("width", &width),
        ("height", &height),
        ("loading", "lazy"),
        ("style", "border: 0; max-width: 100%"),
    ];
    markup.open("iframe", &attributes);
    markup.close("iframe");
    markup.finish().trim_end().to_owned()
}
