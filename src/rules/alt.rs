//! Whether a text says anything about an image. Knows words and file names; sees no image.

/// Words that only say that there is an image. English first, then the languages that catalogues are often written in.
#[rustfmt::skip]
const EMPTY: [&str; 26] = [
    "alt", "alttext", "alternativetext", "figure", "foto", "graphic", "icon", "image", "imagealttext", "img", "imagen", "bild",
    "bildschirmfoto", "logo", "photo", "pic", "picture", "placeholder", "screencapture", "screengrab", "screenshot", "snapshot",
    "captura", "captured", "untitled", "スクリーンショット",
];
/// Extensions of image files.
const ENDINGS: [&str; 7] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"];

/// Whether `alt` is the name of `file`, some other file name, or a word such as "screenshot" with nothing but a number.
pub(in crate::rules) fn says_nothing(alt: &str, file: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    let name = file.rsplit('/').next().unwrap_or(file).to_lowercase();
    let letters: String = alt.chars().filter(|c| c.is_alphabetic()).collect();
    let is_file_name = !alt.contains(' ') && ENDINGS.iter().any(|ending| alt.ends_with(ending));
    // A file name of one plain word, such as `dashboard.png`, may describe the image; one with digits or hyphens is a name.
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let is_stem = alt == stem && stem.contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
    !alt.is_empty() && (is_file_name || is_stem || letters.is_empty() || EMPTY.contains(&&*letters))
}

#[cfg(test)]
mod tests {
    use super::says_nothing;

    #[test]
    fn a_file_name_is_not_a_description() {
        for alt in ["a.png", "Screenshot 2", "IMG_2041", "image", "order-table", "1"] {
            assert!(says_nothing(alt, "screenshots/order-table.png"), "{alt}");
        }
        for alt in ["Orders of a day", "The logo of Acme", "Dashboard", "Metrics"] {
            assert!(!says_nothing(alt, "screenshots/dashboard.png"), "{alt}");
        }
    }
}
