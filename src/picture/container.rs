//! A file of pixels without what else it carries: place and time of a photograph, names, comments, thumbnails, colour profiles.
//! Knows the blocks of PNG, JPEG, GIF and WebP; decodes nothing. For images that would only grow if they were encoded again.

use crate::parse::media::{MediaKind, gif};

/// The same pixels in the same encoding, and nothing else. `None` for a file that is not what it should be.
pub(super) fn bare(kind: MediaKind, bytes: &[u8]) -> Option<Vec<u8>> {
    match kind {
        MediaKind::Png => png(bytes),
        MediaKind::Jpeg => jpeg(bytes),
        MediaKind::Gif => bare_gif(bytes),
        MediaKind::Webp => webp(bytes),
        MediaKind::Svg => None,
    }
}

/// The chunks that a decoder needs.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = bytes.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let n_bytes = usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()?;
        let end = at.checked_add(n_bytes)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        let name = &chunk[4..8];
        if matches!(name, b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"IEND") {
            bare.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Some(bare);
        }
        at = end;
    }
}

/// Everything but applications' segments and comments. Adobe's segment says how colours are written, so it stays.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = bytes.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let &[0xff, marker] = bytes.get(at..at + 2)? else { return None };
        let n_bytes = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
        let segment = bytes.get(at..at + 2 + n_bytes)?;
        if !matches!(marker, 0xe0..=0xed | 0xef | 0xfe) {
            bare.extend_from_slice(segment);
        }
        at += 2 + n_bytes;
        // After the start of the scan come the pixels; what is after their end is no part of the picture.
        if marker == 0xda {
            let end = bytes.windows(2).rposition(|pair| pair == [0xff, 0xd9]).filter(|&end| end >= at)?;
            bare.extend_from_slice(bytes.get(at..end + 2)?);
            // A second picture after the first, as cameras put it, would be kept whole.
            return bare[2..].windows(2).all(|pair| pair != [0xff, 0xd8]).then_some(bare);
        }
    }
}

/// Everything but comments and applications' blocks.
fn bare_gif(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut at = gif::first_block(bytes)?;
    let mut bare = bytes.get(..at)?.to_vec();
    loop {
        let is_kept = match bytes.get(at)? {
            0x21 => *bytes.get(at + 1)? == 0xf9,
            0x2c => true,
            _ => {
                bare.push(0x3b);
                return Some(bare);
            }
        };
        let end = gif::after_block(bytes, at)?;
        if is_kept {
            bare.extend_from_slice(bytes.get(at..end)?);
        }
        at = end;
    }
}

/// The chunks of a still picture.
fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = bytes.get(..12)?.to_vec();
    let mut at = 12;
    while at + 8 <= bytes.len() {
        let n_bytes = usize::try_from(u32::from_le_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?)).ok()?;
        let end = at.checked_add(8)?.checked_add(n_bytes)?.checked_add(n_bytes % 2)?;
        let chunk = bytes.get(at..end)?;
        match &chunk[..4] {
            // Its flags announce what follows: of that only the alpha channel stays.
            b"VP8X" => {
                let place = bare.len();
                bare.extend_from_slice(chunk);
                *bare.get_mut(place + 8)? &= 0x10;
            }
            b"VP8 " | b"VP8L" | b"ALPH" => bare.extend_from_slice(chunk),
            _ => {}
        }
        at = end;
    }
    let n_bytes = u32::try_from(bare.len() - 8).ok()?;
    bare[4..8].copy_from_slice(&n_bytes.to_le_bytes());
    Some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_removed_from_the_container() {
        let chunk =
            |name: &[u8; 4], data: &[u8]| [&u32::try_from(data.len()).unwrap().to_be_bytes(), name.as_slice(), data, &[0; 4]].concat();
        let (signature, seen, end) = (b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IDAT", b"pixels"), chunk(b"IEND", b""));
        let told = [signature.clone(), chunk(b"eXIf", b"GPS"), seen.clone(), chunk(b"tEXt", b"me"), end.clone(), b"tail".to_vec()].concat();
        assert_eq!(bare(MediaKind::Png, &told), Some([signature, seen, end].concat()));

        let jpeg = b"\xff\xd8\xff\xe1\x00\x05GPS\xff\xfe\x00\x04me\xff\xee\x00\x04Ad\xff\xda\x00\x02pixels\xff\xd9tail";
        assert_eq!(bare(MediaKind::Jpeg, jpeg), Some(b"\xff\xd8\xff\xee\x00\x04Ad\xff\xda\x00\x02pixels\xff\xd9".to_vec()));

        let webp = b"RIFF\x00\x00\x00\x00WEBPVP8X\x02\x00\x00\x00\x18\x00VP8L\x01\x00\x00\x00p\x00EXIF\x03\x00\x00\x00GPS\x00";
        let still = b"RIFF\x18\x00\x00\x00WEBPVP8X\x02\x00\x00\x00\x10\x00VP8L\x01\x00\x00\x00p\x00";
        assert_eq!(bare(MediaKind::Webp, webp), Some(still.to_vec()));

        let gif = b"GIF89a\x01\x00\x01\x00\x00\x00\x00\x21\xfe\x02me\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b";
        let seen = b"GIF89a\x01\x00\x01\x00\x00\x00\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b";
        assert_eq!(bare(MediaKind::Gif, gif), Some(seen.to_vec()));
        for (kind, whole) in
            [(MediaKind::Png, told), (MediaKind::Jpeg, jpeg.to_vec()), (MediaKind::Webp, webp.to_vec()), (MediaKind::Gif, gif.to_vec())]
        {
            for end in 0..whole.len() {
                let _ = bare(kind, &whole[..end]);
            }
        }
    }
}
