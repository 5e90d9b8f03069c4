//! The blocks of a GIF file. Decodes nothing.

/// Returns the length in bytes of the colour table that a byte of flags announces.
pub fn colour_table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 0x07) + 1) }
}

/// Returns the offset of the first block; `None` when `bytes` end before it is known.
pub fn first_block(bytes: &[u8]) -> Option<usize> {
    Some(13 + colour_table(*bytes.get(10)?))
}

/// Returns the offset after the block of an extension or of an image at `at`; `None` for another block, or when `bytes` end in the middle of it.
pub fn after_block(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = match bytes.get(at)? {
        // An extension: its label, then its data.
        0x21 => at + 2,
        // An image: place and size, the local colours, and the size of the codes, then its data.
        0x2c => at + 10 + colour_table(*bytes.get(at + 9)?) + 1,
        _ => return None,
    };
    // Data comes in pieces, each led by its length; one of length 0 ends it.
    loop {
        let n_bytes = usize::from(*bytes.get(at)?);
        at += 1 + n_bytes;
        if n_bytes == 0 {
            return Some(at);
        }
    }
}
