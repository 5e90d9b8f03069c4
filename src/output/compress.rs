//! Compressed copies of files, for hosts that send those instead. Knows bytes and names; knows no folder.
//!
//! The same bytes give the same copy on every machine: neither format receives a time, a name or a number of threads.

use std::io::{Cursor, Read, Write as _};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// Endings of files of text; images are compressed already.
const TEXT: [&str; 9] = ["css", "html", "js", "json", "md", "svg", "txt", "webmanifest", "xml"];
/// Files of fewer bytes fit into one packet as they are.
const MIN_BYTES: usize = 1024;
/// Quality and window (as a power of two) of Brotli. Quality 9 fills a table of 32 MB for each file: over the pages of a catalogue, which fit the smaller
/// window, that took 13 ms a file against 0.6 ms, and saved six bytes in a thousand.
const BROTLI: (i32, i32) = (5, 18);
/// The same for what does not fit that window. Such files are few.
const BROTLI_LARGE: (i32, i32) = (9, 22);

/// Whether a copy of the file at `path` would save anything.
pub(super) fn is_worthwhile(path: &str, bytes: &[u8]) -> bool {
    bytes.len() > MIN_BYTES && path.rsplit_once('.').is_some_and(|(_, ending)| TEXT.contains(&ending))
}

/// A format of compression.
#[derive(Debug, Clone, Copy)]
pub(super) enum Encoding {
    /// [RFC 7932](https://www.rfc-editor.org/rfc/rfc7932)
    Brotli,
    /// [RFC 1952](https://www.rfc-editor.org/rfc/rfc1952)
    Gzip,
}

impl Encoding {
    /// Both.
    pub(super) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// The extension after the name of a file, without a dot.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// The copy of `bytes`; `None` when it would not be smaller.
    pub(super) fn compress(self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut copy = Vec::new();
        let done = match self {
            Self::Brotli => {
                let (quality, lgwin) = if bytes.len() <= 1 << BROTLI.1 { BROTLI } else { BROTLI_LARGE };
                let params = BrotliEncoderParams { quality, lgwin, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
                brotli::BrotliCompress(&mut Cursor::new(bytes), &mut copy, &params).map(drop)
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(&mut copy, Compression::best());
                encoder.write_all(bytes).and_then(|()| encoder.finish().map(drop))
            }
        };
        if let Err(error) = done {
            unreachable!("writing to memory failed: {error}");
        }
        (copy.len() < bytes.len()).then_some(copy)
    }

    /// Whether `copy` is one of `bytes`; whatever it is, no more than that is expanded.
    pub(super) fn expands_to(self, copy: &[u8], bytes: &[u8]) -> bool {
        self.expand(copy, bytes.len() + 1).is_some_and(|expanded| expanded == bytes)
    }

    /// The first `limit` bytes of what `copy` was made of; `None` when it is no copy.
    pub(super) fn expand(self, copy: &[u8], limit: usize) -> Option<Vec<u8>> {
        let mut expanded = Vec::with_capacity(limit);
        let read = match self {
            Self::Brotli => brotli::Decompressor::new(copy, 4096).take(limit as u64).read_to_end(&mut expanded),
            Self::Gzip => GzDecoder::new(copy).take(limit as u64).read_to_end(&mut expanded),
        };
        read.is_ok().then_some(expanded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_expands_to_what_it_was_made_of_and_to_nothing_else() {
        let text = "a line of text that comes again\n".repeat(100).into_bytes();
        for encoding in Encoding::ALL {
            let copy = encoding.compress(&text).expect("a smaller copy");
            assert!(copy.len() * 10 < text.len(), "{encoding:?}: {} bytes", copy.len());
            assert_eq!(encoding.compress(&text), Some(copy.clone()), "the same every time");
            assert!(encoding.expands_to(&copy, &text));
            assert!(!encoding.expands_to(&copy, &text[1..]) && !encoding.expands_to(&copy[..copy.len() / 2], &text));
            assert!(!encoding.expands_to(b"", &text) && !encoding.expands_to(&text, &text));
        }
    }
}
