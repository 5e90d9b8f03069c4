//! A page's share card: what the head of the page says of it, and what the card itself shows. Knows no pixels.

use crate::render::view::view;

view! {
    /// The image that chat programs show beside a link to the page.
    Share("a share card") {
        /// Its full URL.
        url: String,
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
        /// The alternative text.
        alt: String,
    }
}

view! {
    /// The words on a share card, cut into lines that fit.
    ShareWords("the words of a share card") {
        /// The title of the site; absent where the font cannot write it.
        site: Option<String>,
        /// The name, in lines.
        name: Vec<String>,
        /// The size of the name, in pixels.
        name_size: u16,
        /// Lines beside the letters: the app and the publisher.
        beside: Vec<String>,
        /// The summary, in lines.
        summary: Vec<String>,
        /// One or two letters of the name; empty where the font cannot write them.
        letters: String,
        /// The number of a colour that belongs to the name, from 0 to 15.
        hue: u8,
    }
}
