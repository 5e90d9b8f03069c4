//! What every page says of itself, and the kinds of pages. Knows no markup.

use super::day::Day;
use crate::render::view::{view, words};

view! {
    /// The values that every page has, whatever it shows.
    PageFrame<'site>("the page") {
        /// The kind of page. It is in the class of `<body>` too, as `page-home`.
        kind: PageType,
        /// The title of the window.
        title: String,
        /// The main heading.
        heading: &'site str,
        /// A sentence for search engines and previews: the page's own, or else its title and the description of the catalogue.
        description: &'site str,
        /// The page's own sentence for the place below the heading.
        lede: Option<&'site str>,
        /// Its URL, from the root of the server.
        url: String,
        /// The full URL under which search engines should know it; absent where they should not.
        canonical: Option<String>,
        /// Whether search engines should leave it out.
        noindex: bool,
        /// The `key` of the entry of `site.nav` that it belongs to.
        nav_key: Option<&'site str>,
        /// The way from the home page to this one, which is the last step. Empty on the home page.
        breadcrumbs: Vec<Breadcrumb<'site>>,
        /// Its Atom feeds; the last is that of the whole site.
        feeds: Vec<FeedLink<'site>>,
        /// Structured data for search engines as JSON-LD, made for a `<script>`: print it with `| safe`.
        json_ld: Option<String>,
        /// The Open Graph type.
        og_type: OgType,
        /// The URL for editing the page's file on the forge.
        edit_url: Option<String>,
        /// The last change of the files that it is made of, as far as that is known.
        changed: Option<Day>,
        /// The same page as JSON.
        json_url: Option<String>,
    }
}

view! {
    /// A step of the way from the home page.
    Breadcrumb<'site>("a breadcrumb") {
        /// The name.
        label: &'site str,
        /// Its URL; absent for the page itself.
        url: Option<String>,
    }
}

view! {
    /// An Atom feed of a page.
    FeedLink<'site>("a feed") {
        /// The name.
        title: &'site str,
        /// Its URL.
        url: String,
    }
}

words! {
    /// Kinds of pages.
    PageType {
        /// The home page.
        Home = "home",
        /// A list of all listings.
        Browse = "browse",
        /// The search page.
        Search = "search",
        /// Listings side by side.
        Compare = "compare",
        /// A listing.
        Listing = "listing",
        /// All versions of a listing.
        Versions = "versions",
        /// A listing as a card for other sites.
        Embed = "embed",
        /// A listing that is gone.
        Tombstone = "tombstone",
        /// A former URL of a listing.
        Redirect = "redirect",
        /// All apps.
        Apps = "apps",
        /// An app.
        App = "app",
        /// All publishers.
        Publishers = "publishers",
        /// A publisher.
        Publisher = "publisher",
        /// All categories.
        Tags = "tags",
        /// A category.
        Tag = "tag",
        /// All collections.
        Collections = "collections",
        /// A collection.
        Collection = "collection",
        /// A month of news.
        New = "new",
        /// Announced listings.
        Announced = "announced",
        /// Submissions under way.
        Queue = "queue",
        /// A page of prose, or an agreement.
        Prose = "prose",
        /// The form for submissions.
        Submit = "submit",
        /// All rules.
        Rules = "rules",
        /// A rule.
        Rule = "rule",
        /// The page for unknown URLs.
        NotFound = "not-found",
    }
}

words! {
    /// Types of Open Graph.
    OgType {
        /// A page of the site.
        Website = "website",
        /// A text to read.
        Article = "article",
    }
}
