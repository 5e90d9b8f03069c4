//! An SVG → the PNG that chat programs and social networks show beside a link, or the icon of a site on a device. The only file that names the SVG renderer and
//! the fonts, which come with the program: what a system has installed changes no byte.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Color, Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{self, ImageHrefResolver, Options, Tree, fontdb};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

use super::{CARD_SIZE, encode};

/// Whether this program was built with what it takes to draw cards.
pub const DRAWS_CARDS: bool = true;

/// Draws a card.
///
/// # Errors
/// In words, when `svg` is none.
pub fn card(svg: &str) -> Result<Vec<u8>, String> {
    let tree = parse(svg)?;
    let (width, height) = CARD_SIZE;
    let (x, y) = (scale(width, tree.size().width()), scale(height, tree.size().height()));
    draw(&tree, CARD_SIZE, Transform::from_scale(x, y), Color::WHITE)
}

/// Draws an icon in the middle of a square, `side` pixels wide, on nothing.
///
/// # Errors
/// In words, when `svg` is none.
pub fn icon(svg: &str, side: u32) -> Result<Vec<u8>, String> {
    let tree = parse(svg)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let longest = width.max(height);
    let to_middle = Transform::from_translate((longest - width) / 2.0, (longest - height) / 2.0);
    let zoom = scale(side, longest);
    draw(&tree, (side, side), to_middle.post_scale(zoom, zoom), Color::TRANSPARENT)
}

fn parse(svg: &str) -> Result<Tree, String> {
    let options = Options {
        font_family: "Noto Sans".to_owned(),
        fontdb: fonts().clone(),
        // A template may embed a picture; it reads no file.
        image_href_resolver: ImageHrefResolver {
            resolve_data: ImageHrefResolver::default_data_resolver(),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| error.to_string())
}

fn scale(to: u32, of: f32) -> f32 {
    f32::from(u16::try_from(to).unwrap_or(u16::MAX)) / of
}

fn draw(tree: &Tree, (width, height): (u32, u32), fit: Transform, ground: Color) -> Result<Vec<u8>, String> {
    let mut canvas = Pixmap::new(width, height).ok_or("no canvas of that size")?;
    canvas.fill(ground);
    resvg::render(tree, fit, &mut canvas.as_mut());
    // The canvas has its colours multiplied by their opacity, a PNG has not.
    let (pixels, _) = canvas.data().as_chunks::<4>();
    let pixels = match ground.is_opaque() {
        true => Cow::Borrowed(pixels),
        false => Cow::Owned(
            canvas
                .pixels()
                .iter()
                .map(PremultipliedColorU8::demultiply)
                .map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()])
                .collect(),
        ),
    };
    encode::drawing(&pixels, width, height).ok_or_else(|| "the drawing cannot be encoded".to_owned())
}

/// The width of `text` at `size` pixels. `None` when the font has no glyph for one of its characters, which would be drawn as a box.
#[must_use]
pub fn text_width(text: &str, size: f32, is_bold: bool) -> Option<f32> {
    let font = FontRef::from_index(if is_bold { notosans::BOLD_TTF } else { notosans::REGULAR_TTF }, 0).ok()?;
    let glyphs = font.charmap();
    let metrics = font.glyph_metrics(Size::new(size), LocationRef::default());
    text.chars().map(|char| metrics.advance_width(glyphs.map(char)?)).sum()
}

fn fonts() -> &'static Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<usvg::fontdb::Database>> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut fonts = fontdb::Database::new();
        fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
        fonts.load_font_data(notosans::BOLD_TTF.to_vec());
        fonts.set_sans_serif_family("Noto Sans");
        Arc::new(fonts)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_glyphs_and_unknown_ones_have_no_width() {
        let width = |text| text_width(text, 100.0, true);
        assert!(width("WW") > width("W") && width("W") > width("i"));
        assert_eq!(width(""), Some(0.0));
        assert!(width("Žluťoučký Ελληνικά Кириллица").is_some());
        assert_eq!((width("経費"), width("a\u{7}"), width("إجازة")), (None, None, None));
    }

    #[test]
    fn a_card_is_a_png_of_the_agreed_size_and_the_same_every_time() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 630'><text x='9' y='99' font-size='80'>Hello</text><image href='/etc/hostname' width='9' height='9'/></svg>";
        let bytes = card(svg).expect("a card");
        assert_eq!(&bytes[16..24], &[0, 0, 0x04, 0xb0, 0, 0, 0x02, 0x76]);
        assert_eq!(card(svg), Ok(bytes.clone()));
        let empty = card("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 630'/>").expect("an empty card");
        assert_ne!(bytes, empty, "the text is drawn");
        assert!(card("<svg").is_err());
    }
    #[test]
    fn an_icon_is_a_square_with_the_drawing_in_its_middle() {
        let wide = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><rect width='40' height='20' fill='#f00' fill-opacity='.5'/></svg>";
        let bytes = icon(wide, 192).expect("an icon");
        let image = image::load_from_memory(&bytes).expect("a PNG").into_rgba8();
        assert_eq!(image.dimensions(), (192, 192));
        assert_eq!((image.get_pixel(96, 20).0[3], image.get_pixel(96, 172).0[3]), (0, 0));
        let [red, green, blue, alpha] = image.get_pixel(96, 96).0;
        assert_eq!((red, green, blue), (255, 0, 0), "half a red is still red");
        assert!((127..=128).contains(&alpha));
        assert!(icon("<svg", 192).is_err());
    }
}
