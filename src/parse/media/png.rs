//! The chunks of a PNG. Knows which of them are packed metadata; inflates and decodes nothing.
//!
//! A colour profile or a comment of a megabyte can unfold into gigabytes, and no page needs either.

/// Bytes of packed metadata that an image may have. The profiles of cameras and screens have less than a tenth of that.
pub(super) const MAX_PACKED: usize = 512 * 1024;

/// How many bytes of metadata are packed.
pub(super) fn n_packed(bytes: &[u8]) -> usize {
    chunks(bytes).filter(|chunk| is_packed(chunk)).map(<[u8]>::len).sum()
}

/// The same image without packed metadata.
#[must_use]
pub fn without_packed(bytes: &[u8]) -> Vec<u8> {
    let mut kept = bytes.get(..SIGNATURE).unwrap_or(bytes).to_vec();
    let mut at = kept.len();
    for chunk in chunks(bytes) {
        at += chunk.len();
        if !is_packed(chunk) {
            kept.extend_from_slice(chunk);
        }
    }
    kept.extend_from_slice(bytes.get(at..).unwrap_or_default());
    kept
}

const SIGNATURE: usize = 8;

/// Every whole chunk, from its length to its checksum.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut at = SIGNATURE;
    std::iter::from_fn(move || {
        let n_bytes = u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?);
        let end = at.checked_add(usize::try_from(n_bytes).ok()?)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        at = end;
        Some(chunk)
    })
}

fn is_packed(chunk: &[u8]) -> bool {
    matches!(chunk.get(4..8), Some(b"iCCP" | b"zTXt" | b"iTXt"))
}
