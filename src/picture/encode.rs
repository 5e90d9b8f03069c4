//! Pixels → files. Chooses a format and a quality by the bytes they cost. The only file that names the WebP encoder.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, RgbaImage};

use crate::parse::media::MediaKind;

/// Qualities of lossy formats, tried in turn until the bytes are few enough. Below the last one letters in a screenshot are hard to read.
const QUALITIES: [u8; 4] = [82, 72, 60, 45];

/// Most pixels that are tried without loss: beyond it takes seconds, and photographs gain nothing.
const MAX_LOSSLESS: u64 = 2_200_000;

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
