//! Whether an image moves. Knows the blocks of GIF, PNG and WebP; decodes nothing.

use super::{MediaKind, gif};

/// Whether `bytes` contain more than one picture.
pub(super) fn is_animated(kind: MediaKind, bytes: &[u8]) -> bool {
    match kind {
        MediaKind::Gif => has_two_images(bytes).unwrap_or(false),
        MediaKind::Png => png(bytes).unwrap_or(false),
        // The flags of the extended header; 0x02 announces an animation.
        MediaKind::Webp => bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 0x02 != 0),
        MediaKind::Jpeg | MediaKind::Svg => false,
    }
}

/// A second image block before the trailer. `None` when the file ends in the middle of a block.
fn has_two_images(bytes: &[u8]) -> Option<bool> {
    let mut at = gif::first_block(bytes)?;
    let mut n_images = 0;
    loop {
        match bytes.get(at)? {
            0x21 => {}
            0x2c if n_images > 0 => return Some(true),
            0x2c => n_images += 1,
            _ => return Some(false),
        }
        at = gif::after_block(bytes, at)?;
    }
}

/// An `acTL` chunk before the picture's data.
fn png(bytes: &[u8]) -> Option<bool> {
    let mut at = 8;
    loop {
        let n_bytes = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
        match bytes.get(at + 4..at + 8)? {
            b"acTL" => return Some(true),
            b"IDAT" | b"IEND" => return Some(false),
            _ => at = at.checked_add(usize::try_from(n_bytes).ok()?)?.checked_add(12)?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A GIF of one pixel with this many pictures in it, and a comment before each.
    fn gif_of(n_images: usize) -> Vec<u8> {
        let mut bytes = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff".to_vec();
        for _ in 0..n_images {
            bytes.extend(b"\x21\xfe\x02\x2c\x2c\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00");
        }
        bytes.push(0x3b);
        bytes
    }

    #[test]
    fn a_second_image_makes_an_animation() {
        assert!(!is_animated(MediaKind::Gif, &gif_of(1)));
        assert!(is_animated(MediaKind::Gif, &gif_of(2)));
        let chunk = |name: &[u8; 4]| [&[0, 0, 0, 0], name.as_slice(), &[0, 0, 0, 0]].concat();
        let png = |names: &[&[u8; 4]]| {
            let chunks: Vec<u8> = names.iter().flat_map(|name| chunk(name)).collect();
            [b"\x89PNG\r\n\x1a\n".to_vec(), chunks].concat()
        };
        assert!(is_animated(MediaKind::Png, &png(&[b"IHDR", b"acTL", b"IDAT"])));
        assert!(!is_animated(MediaKind::Png, &png(&[b"IHDR", b"IDAT", b"acTL"])));
        assert!(is_animated(MediaKind::Webp, b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02"));
        assert!(!is_animated(MediaKind::Webp, b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10"));
    }

    #[test]
    fn a_file_cut_off_anywhere_is_a_picture() {
        for bytes in [gif_of(1), b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR".to_vec()] {
            for end in 0..bytes.len() {
                for kind in [MediaKind::Gif, MediaKind::Png, MediaKind::Webp] {
                    assert!(!is_animated(kind, &bytes[..end]));
                }
            }
        }
    }
}
