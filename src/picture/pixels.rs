//! The bytes of a raster image → its pixels, upright, within limits; and pixels at another size. Beside `encode` and `parse::media` the only
//! file that names the image crate.

use std::borrow::Cow;
use std::io::Cursor;

use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, RgbaImage};

use crate::parse::media::{MAX_PIXELS, MAX_SIDE, MediaKind, png_without_packed};

/// Most bytes that decoding one image may take: 40 million pixels of four bytes, and half as much again for what a decoder needs beside them.
const MAX_ALLOCATED: u64 = 256 << 20;

/// An image with nothing left but what is seen.
pub(super) struct Pixels {
    /// Four bytes a pixel, not multiplied by their alpha.
    pub(super) image: RgbaImage,
    /// Whether no pixel lets anything through.
    pub(super) is_opaque: bool,
    /// Whether the file held them in another orientation.
    pub(super) was_turned: bool,
}

/// Decodes an image; of one that moves the first frame.
///
/// # Errors
/// In words, when the bytes are damaged or would take too much memory.
pub(super) fn decode(kind: MediaKind, bytes: &[u8]) -> Result<Pixels, String> {
    let format = match kind {
        MediaKind::Png => ImageFormat::Png,
        MediaKind::Jpeg => ImageFormat::Jpeg,
        MediaKind::Gif => ImageFormat::Gif,
        MediaKind::Webp => ImageFormat::WebP,
        MediaKind::Svg => return Err("a drawing has no pixels".to_owned()),
    };
    let words = |error: image::ImageError| error.to_string();
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_ALLOCATED);
    let plain = if kind == MediaKind::Png { Cow::Owned(png_without_packed(bytes)) } else { Cow::Borrowed(bytes) };
    let mut reader = ImageReader::with_format(Cursor::new(&plain), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(words)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.total_bytes() > MAX_ALLOCATED {
        return Err(format!("{width} × {height} pixels take too much memory"));
    }
    // Unreadable metadata is no reason to lose the picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(words)?;
    image.apply_orientation(orientation);
    let image = image.into_rgba8();
    let is_opaque = image.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    Ok(Pixels { image, is_opaque, was_turned: orientation != Orientation::NoTransforms })
}

/// The upper `kept` rows at `width` × `height`.
pub(super) fn scaled(pixels: &Pixels, kept: u32, width: u32, height: u32) -> RgbaImage {
    let (full, rows) = pixels.image.dimensions();
    let top = || imageops::crop_imm(&pixels.image, 0, 0, full, kept.min(rows)).to_image();
    if (full, kept) == (width, height) {
        return if kept == rows { pixels.image.clone() } else { top() };
    }
    let mut image = if kept == rows { pixels.image.clone() } else { top() };
    // A see-through pixel has a colour that no one sees: unless it counts for nothing, it bleeds into its neighbours.
    if !pixels.is_opaque {
        for pixel in image.pixels_mut() {
            let alpha = u16::from(pixel.0[3]);
            for channel in &mut pixel.0[..3] {
                *channel = u8::try_from((u16::from(*channel) * alpha + 127) / 255).unwrap_or(u8::MAX);
            }
        }
    }
    // The fine filter over very many pixels takes seconds: a coarse one first.
    if full > width * 4 && kept > height * 4 {
        image = imageops::thumbnail(&image, width * 2, height * 2);
    }
    let mut image = imageops::resize(&image, width, height, FilterType::Lanczos3);
    if !pixels.is_opaque {
        for pixel in image.pixels_mut() {
            let alpha = u16::from(pixel.0[3]);
            for channel in &mut pixel.0[..3] {
                let full = (u16::from(*channel) * 255 + alpha / 2).checked_div(alpha).unwrap_or(0);
                *channel = u8::try_from(full).unwrap_or(u8::MAX);
            }
        }
    }
    image
}
