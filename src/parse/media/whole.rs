//! Whether an image ends where its format says. Knows the last blocks of PNG, JPEG, GIF and WebP; decodes nothing.
//!
//! Half an upload has a valid header; a browser would draw its upper part and grey.

use image::ImageFormat;

use super::gif;

/// Whether `bytes` reach to the end of the picture. What is after it is passed over, as browsers do.
pub(super) fn is_whole(format: ImageFormat, bytes: &[u8]) -> bool {
    match format {
        ImageFormat::Png => png(bytes).is_some(),
        // Within the pixels FF is never followed by D9. A thumbnail in the metadata has an end, too, and half a picture after that is seldom.
        ImageFormat::Jpeg => bytes.windows(2).rev().any(|pair| pair == [0xff, 0xd9]),
        // Many programs forget the trailer; a picture that is cut off ends in the middle of a block.
        ImageFormat::Gif => gif_blocks(bytes).is_some(),
        ImageFormat::WebP => webp(bytes).unwrap_or(false),
        _ => true,
    }
}

/// Every chunk up to `IEND`.
fn png(bytes: &[u8]) -> Option<()> {
    let mut at = 8_usize;
    loop {
        let n_bytes = usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()?;
        let end = at.checked_add(n_bytes)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        if chunk.get(4..8) == Some(b"IEND") {
            return Some(());
        }
        at = end;
    }
}

/// Every block up to the trailer or the end of the file.
fn gif_blocks(bytes: &[u8]) -> Option<()> {
    let mut at = gif::first_block(bytes)?;
    while matches!(bytes.get(at), Some(0x21 | 0x2c)) {
        at = gif::after_block(bytes, at)?;
    }
    Some(())
}

/// As many bytes as the container announces; some programs leave out the last one, which only fills up.
fn webp(bytes: &[u8]) -> Option<bool> {
    let n_bytes = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    Some(u64::from(n_bytes) + 8 <= bytes.len() as u64 + 1)
}
