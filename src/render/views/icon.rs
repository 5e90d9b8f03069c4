//! Icons and pictures as templates print them. Knows no markup; which files there are, the site knows.

use crate::catalogue::Image;
use crate::render::view::view;
use crate::site::{ImageUse, Site, hue};

view! {
    /// The image of a listing, an app or a publisher, and the letters to draw where there is none.
    Icon("an icon") {
        /// The image for sizes up to 48 CSS pixels.
        small: Option<Picture>,
        /// The image for larger sizes.
        large: Option<Picture>,
        /// One or two letters of the name.
        letters: String,
        /// The number of a colour that belongs to the name, from 0 to 15: `--hue-0` and so on.
        hue: u8,
    }
}

view! {
    /// The files of an image.
    Picture("a picture") {
        /// The URL of the file that every browser can read.
        url: String,
        /// The same image as WebP, which has fewer bytes.
        webp: Option<String>,
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    }
}

impl Icon {
    /// The icon of something called `name`.
    pub(in crate::render) fn new(site: &Site, image: Option<&Image>, name: &str) -> Self {
        let picture = |at| image.and_then(|image| Picture::new(site, image, at));
        Self { small: picture(ImageUse::Small), large: picture(ImageUse::Large), letters: letters(name), hue: hue(name) }
    }
}

impl Picture {
    /// The files of `image` at a size.
    pub(in crate::render) fn new(site: &Site, image: &Image, at: ImageUse) -> Option<Self> {
        let image = site.image_for(&image.path, &image.media, at)?;
        let webp = image.webp.as_ref().map(|path| site.address.url(path));
        Some(Self { url: site.address.url(&image.path), webp, width: image.width, height: image.height })
    }
}

/// The first letters of the first two words; a single word gives one or, in Latin script, two.
pub(in crate::render) fn letters(name: &str) -> String {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (first, second) = (words.next().unwrap_or("?"), words.next());
    let initial = |word: &str| word.chars().next().into_iter().flat_map(char::to_uppercase).collect::<String>();
    match second {
        Some(second) => initial(first) + &initial(second),
        None if first.is_ascii() => first.chars().take(2).flat_map(char::to_uppercase).collect(),
        None => initial(first),
    }
}
