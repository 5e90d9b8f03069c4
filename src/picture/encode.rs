//! Pixels → files. Chooses a format and a quality by the bytes they cost. The only file that names the encoders of WebP and of PNG with a palette.

use std::collections::HashMap;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, RgbaImage};

use crate::parse::media::MediaKind;

/// Qualities of lossy formats, tried in turn until the bytes are few enough. Below the last one letters in a screenshot are hard to read.
const QUALITIES: [u8; 4] = [82, 72, 60, 45];

/// Most pixels that are tried without loss: beyond it takes seconds, and photographs gain nothing.
const MAX_LOSSLESS: u64 = 2_200_000;

/// How hard zlib tries on a drawing: at 6, it takes 1.6 times as long, and a card is a tenth smaller.
const DRAWING_LEVEL: u8 = 4;

/// An encoded picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Encoded {
    pub(super) kind: MediaKind,
    pub(super) bytes: Vec<u8>,
}

/// A file that every program reads: JPEG or PNG, whichever is smaller. `None` when no encoder takes the pixels.
pub(super) fn plain(image: &RgbaImage, is_opaque: bool, n_bytes: usize) -> Option<Encoded> {
    let png = png(image, is_opaque);
    if !is_opaque || png.as_ref().is_some_and(|png| png.len() <= n_bytes / 2) {
        return png.map(|bytes| Encoded { kind: MediaKind::Png, bytes });
    }
    let rgb = DynamicImage::ImageRgba8(image.clone()).into_rgb8();
    let (width, height) = rgb.dimensions();
    let jpeg = first_within(n_bytes, |quality| {
        let mut bytes = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
        encoder.write_image(rgb.as_raw(), width, height, ExtendedColorType::Rgb8).ok()?;
        Some(bytes)
    });
    let jpeg = jpeg.map(|bytes| Encoded { kind: MediaKind::Jpeg, bytes });
    let png = png.map(|bytes| Encoded { kind: MediaKind::Png, bytes });
    smaller(png, jpeg)
}

/// A WebP, with or without loss, whichever is smaller.
pub(super) fn webp(image: &RgbaImage, n_bytes: usize) -> Option<Encoded> {
    let (width, height) = image.dimensions();
    let encoder = webp::Encoder::from_rgba(image.as_raw(), width, height);
    let encode = |lossless: bool, quality: u8| encoder.encode_simple(lossless, f32::from(quality)).ok().map(|bytes| bytes.to_vec());
    let tries_lossless = u64::from(width) * u64::from(height) <= MAX_LOSSLESS;
    let exact = tries_lossless.then(|| encode(true, 60)).flatten();
    // Flat drawings and screenshots of text are often smaller without loss; then nothing is gained by losing.
    let lossy = match &exact {
        Some(exact) if exact.len() <= n_bytes / 4 => None,
        _ => first_within(n_bytes, |quality| encode(false, quality)),
    };
    let of = |bytes| Encoded { kind: MediaKind::Webp, bytes };
    smaller(exact.map(of), lossy.map(of))
}

/// The one with fewer bytes; the first when they are equal.
pub(super) fn smaller(a: Option<Encoded>, b: Option<Encoded>) -> Option<Encoded> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.bytes.len() < a.bytes.len() { b } else { a }),
        (a, b) => a.or(b),
    }
}

fn first_within(n_bytes: usize, encode: impl Fn(u8) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let mut last = None;
    for quality in QUALITIES {
        last = encode(quality);
        if last.as_ref().is_none_or(|bytes| bytes.len() <= n_bytes) {
            break;
        }
    }
    last
}

/// A PNG without an alpha channel where nothing shows through.
pub(super) fn png(image: &RgbaImage, is_opaque: bool) -> Option<Vec<u8>> {
    let (width, height) = image.dimensions();
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    let written = if is_opaque {
        let rgb = DynamicImage::ImageRgba8(image.clone()).into_rgb8();
        encoder.write_image(rgb.as_raw(), width, height, ExtendedColorType::Rgb8)
    } else {
        encoder.write_image(image.as_raw(), width, height, ExtendedColorType::Rgba8)
    };
    written.ok().map(|()| bytes)
}

/// A PNG of a drawing, `width × height` pixels in red, green, blue and opacity: with a palette if it has at most 256 colours, as drawings do, which is a
/// quarter of the work and 40 % fewer bytes.
pub(super) fn drawing(pixels: &[[u8; 4]], width: u32, height: u32) -> Option<Vec<u8>> {
    let Some((palette, indices)) = palette(pixels, width) else {
        let image = RgbaImage::from_raw(width, height, pixels.concat())?;
        let is_opaque = pixels.iter().all(|pixel| pixel[3] == u8::MAX);
        return png(&image, is_opaque);
    };
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.iter().flat_map(|&[red, green, blue, _]| [red, green, blue]).collect::<Vec<u8>>());
    if palette.iter().any(|colour| colour[3] != u8::MAX) {
        encoder.set_trns(palette.iter().map(|colour| colour[3]).collect::<Vec<u8>>());
    }
    encoder.set_deflate_compression(png::DeflateCompression::Level(DRAWING_LEVEL));
    // Neighbouring numbers of a palette are unrelated colours.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&indices).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// The colours of `pixels` in the order in which they first occur, and the number of each pixel's colour. `None` if there are too many.
fn palette(pixels: &[[u8; 4]], width: u32) -> Option<(Vec<[u8; 4]>, Vec<u8>)> {
    let width = usize::try_from(width).ok()?.max(1);
    let mut colours = Vec::new();
    let mut numbers: HashMap<[u8; 4], u8> = HashMap::new();
    let mut indices = Vec::with_capacity(pixels.len());
    let mut above = None;
    for row in pixels.chunks(width) {
        // A drawing is made of areas: many rows are like the one above, and in a row most pixels are like the one before.
        if above == Some(row) {
            indices.extend_from_within(indices.len() - width..);
            continue;
        }
        for run in row.chunk_by(|a, b| a == b) {
            let number = match numbers.get(&run[0]) {
                Some(&number) => number,
                None => {
                    let number = u8::try_from(colours.len()).ok()?;
                    colours.push(run[0]);
                    numbers.insert(run[0], number);
                    number
                }
            };
            indices.resize(indices.len() + run.len(), number);
        }
        above = Some(row);
    }
    Some((colours, indices))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Vec<[u8; 4]> {
        image::load_from_memory(bytes).expect("a PNG").into_rgba8().pixels().map(|pixel| pixel.0).collect()
    }

    #[test]
    fn a_drawing_keeps_every_pixel_whatever_the_number_of_its_colours() {
        for n_colours in [1, 2, 255, 256, 257, 600_u32] {
            for opacity in [255, 0, 128] {
                let colour = |at: u32| {
                    [
                        (at % n_colours % 256) as u8,
                        (at % n_colours / 256) as u8,
                        7,
                        if at.is_multiple_of(n_colours) { opacity } else { 255 },
                    ]
                };
                let pixels: Vec<[u8; 4]> = (0..30 * 40).map(colour).collect();
                let bytes = drawing(&pixels, 30, 40).expect("a PNG");
                assert_eq!(decoded(&bytes), pixels, "{n_colours} colours, {opacity}");
                // The byte of the type of colour, in the header.
                assert_eq!(bytes[25] == 3, n_colours <= 256, "{n_colours} colours");
            }
        }
    }
}
