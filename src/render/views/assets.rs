//! What a page prints to load its stylesheets, scripts and pictures. Knows no bytes.

use crate::render::view::view;

view! {
    /// The stylesheets, scripts and images that every page may load.
    Assets("the assets") {
        /// The stylesheet.
        css: Asset,
        /// The stylesheet of the theme, to be loaded after the other.
        operator_css: Option<Asset>,
        /// The script that keeps a visitor's choice of light or dark; it has to run before the page is painted.
        theme_js: Asset,
        /// The script of every page, a module.
        app_js: Asset,
        /// The modules of the search page, so that a browser can fetch them at the same time.
        search_modules: Vec<Asset>,
        /// The module of the form for submissions.
        submit_js: Asset,
        /// The modules that it needs.
        submit_modules: Vec<Asset>,
        /// The icon for the browser's tab.
        favicon_url: String,
        /// The theme's image for the header.
        logo: Option<Logo>,
        /// The same for the dark scheme, when the theme has one.
        logo_dark: Option<Logo>,
        /// The colours of the browser's frame (`theme-color`): the colour of the light scheme, then that of the dark one.
        frame: [String; 2],
    }
}

view! {
    /// A file that a page loads.
    Asset("an asset") {
        /// Its URL.
        url: String,
        /// Its checksum, for the attribute `integrity`.
        integrity: String,
    }
}

view! {
    /// An image in the header.
    Logo("a logo") {
        /// Its URL.
        url: String,
        /// Its width in CSS pixels when it is 28 high.
        width: u32,
    }
}
