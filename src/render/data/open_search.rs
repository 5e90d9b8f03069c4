//! The search as a browser can offer it ([OpenSearch 1.1](https://github.com/dewitt/opensearch)).

use crate::site::Site;
use crate::xml::Xml;

/// Characters of a short name that the format allows.
const MAX_SHORT: usize = 16;
/// Characters of a description.
const MAX_DESCRIPTION: usize = 1024;

/// `opensearch.xml`
pub(super) fn description(site: &Site) -> Vec<u8> {
    let title = &site.catalogue.settings.title;
    let short: String = title.chars().take(MAX_SHORT).collect();
    let description: String = site.language.say("search-site", &[("site", (&**title).into())]).chars().take(MAX_DESCRIPTION).collect();
    let template = format!("{}?q={{searchTerms}}", site.address.absolute(&Site::search()));
    let mut xml = Xml::document(1);
    xml.open("OpenSearchDescription", &[("xmlns", "http://a9.com/-/spec/opensearch/1.1/")]);
    xml.text("ShortName", &[], short.trim());
    xml.text("Description", &[], &description);
    xml.text("InputEncoding", &[], "UTF-8");
    xml.empty("Url", &[("type", "text/html"), ("template", &template)]);
    xml.close("OpenSearchDescription");
    xml.finish().into_bytes()
}
