//! `landing-url-is-home-page`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The page where visitors ask for the listing is a home page.
    ///
    /// A landing page presents this listing and says how to get it. From a home page, visitors have to search again.
    ///
    /// ```yaml,fails
    /// install: {mode: request, landing_url: https://acme.example/, path_note: Write to us and get a link.}
    /// ```
    /// ```yaml,passes
    /// install: {mode: request, landing_url: https://acme.example/messages, path_note: Write to us and get a link.}
    /// ```
    LANDING_URL_IS_HOME_PAGE = { id: "L282", name: "landing-url-is-home-page", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(landing) = listing.file.landing_page() else { return };
    let url = &landing.value.url;
    if landing.value.is_web() && matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none() {
        findings
            .at(landing.span, format!("`{}` is the home page of `{}`", landing.value.text, landing.value.host()))
            .help("link to the page that presents this listing");
    }
}
