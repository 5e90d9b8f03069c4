//! The bytes of an image → its type and size, and whether a page may show it. Knows one file; knows nothing of where it is shown.
//! With `picture`, which decodes, the only door to the image crate; with `svg` the one to the XML crate for reading.
//!
//! Of PNG, JPEG, GIF and WebP the header is read and the blocks are walked to the end; nothing is decoded. An SVG is a program to a browser that opens it, so it is held
//! against a list of what may be in it, and refused otherwise rather than repaired. What passes is safe as a file and in `<img>`; it is
//! not meant to be pasted into HTML.

mod animation;
pub(crate) mod gif;
mod png;
mod svg;
mod whole;

pub use png::without_packed as png_without_packed;
pub use svg::clean as clean_svg;

use std::borrow::Cow;
use std::io::Cursor;

use image::{ImageFormat, ImageReader};

use super::problem::{ImageProblem, Problem, ProblemKind};

/// Longest side in pixels.
pub const MAX_SIDE: u32 = 16_384;
/// Most pixels.
pub const MAX_PIXELS: u64 = 40_000_000;

/// The properties of an image that may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// The type of the bytes, whatever the name says.
    pub kind: MediaKind,
    /// Width in pixels, at least 1.
    pub width: u32,
    /// Height in pixels, at least 1.
    pub height: u32,
    /// Whether it grows and shrinks with its box everywhere: not so an SVG without a `viewBox` and without a size.
    pub scales: bool,
    /// Whether it moves.
    pub is_animated: bool,
    /// The same for the same bytes, and different for any others that someone would put into a catalogue.
    pub digest: u64,
}

/// The measures of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Measures {
    /// Width and height in pixels.
    size: (u32, u32),
    /// Whether it grows and shrinks with its box.
    scales: bool,
}

/// The types of images that a catalogue shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MediaKind {
    /// PNG
    Png,
    /// JPEG
    Jpeg,
    /// GIF
    Gif,
    /// WebP
    Webp,
    /// SVG
    Svg,
}

impl MediaKind {
    /// The usual ending of a file name, such as `png`.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Svg => "svg",
        }
    }

    /// The type's name in a report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Gif => "GIF",
            Self::Webp => "WebP",
            Self::Svg => "SVG",
        }
    }

    fn of_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "png" => Some(Self::Png),
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "gif" => Some(Self::Gif),
            "webp" => Some(Self::Webp),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }
}

/// Reads an image. Without a [`Media`] it must not be shown, and the problems say why.
#[must_use]
pub fn media(name_extension: &str, bytes: &[u8]) -> (Option<Media>, Vec<Problem>) {
    let named = MediaKind::of_extension(name_extension);
    let (media, mut problems) = match sniff(bytes) {
        Ok((kind, format)) => {
            let (drawn, problems) = format.map_or_else(|| svg::read(bytes), |format| raster(format, bytes));
            let is_animated = animation::is_animated(kind, bytes);
            let media = drawn.map(|Measures { size: (width, height), scales }| {
                let digest = digest(bytes);
                Media { kind, width, height, scales, is_animated, digest }
            });
            (media, problems.into_iter().chain(disguise(kind, named, name_extension)).collect())
        }
        Err(problem) => (None, vec![whole(problem)]),
    };
    problems.sort_by_key(|problem| problem.span.map(|span| span.start));
    (media, problems)
}

fn disguise(is: MediaKind, named: Option<MediaKind>, extension: &str) -> Option<Problem> {
    (named != Some(is)).then(|| whole(ImageProblem::Disguised { is: is.name(), named: extension.to_owned() }))
}

/// A problem of the file as a whole.
fn whole(problem: ImageProblem) -> Problem {
    Problem { span: None, kind: ProblemKind::Image(problem) }
}

/// Returns the type of the bytes, whatever the name says.
fn sniff(bytes: &[u8]) -> Result<(MediaKind, Option<ImageFormat>), ImageProblem> {
    let damaged = |words: &str| Err(ImageProblem::Damaged(words.to_owned()));
    match image::guess_format(bytes) {
        Ok(format @ ImageFormat::Png) => return Ok((MediaKind::Png, Some(format))),
        Ok(format @ ImageFormat::Jpeg) => return Ok((MediaKind::Jpeg, Some(format))),
        Ok(format @ ImageFormat::Gif) => return Ok((MediaKind::Gif, Some(format))),
        Ok(format @ ImageFormat::WebP) => return Ok((MediaKind::Webp, Some(format))),
        Ok(other) => {
            return Err(ImageProblem::Damaged(format!("its type {} is not supported", other.to_mime_type())));
        }
        Err(_) => {}
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    match text {
        [] => damaged("the file is empty"),
        [b'<', ..] if text.windows(4).any(|window| window == b"<svg" || window == b"svg:") => Ok((MediaKind::Svg, None)),
        [0x1f, 0x8b, ..] => damaged("it is compressed with gzip, which web servers do not expect of an image"),
        [b'<', ..] => damaged("it is markup without an `<svg>` element"),
        text if text.starts_with(b"version https://git-lfs") => damaged("it is a Git LFS pointer, not the image"),
        _ => damaged("it is not a PNG, JPEG, GIF, WebP or SVG"),
    }
}

/// The first bytes of BLAKE3.
fn digest(bytes: &[u8]) -> u64 {
    let mut first = [0; 8];
    first.copy_from_slice(&blake3::hash(bytes).as_bytes()[..8]);
    u64::from_le_bytes(first)
}

fn raster(format: ImageFormat, bytes: &[u8]) -> (Option<Measures>, Vec<Problem>) {
    if format == ImageFormat::Png && png::n_packed(bytes) > png::MAX_PACKED {
        let words = format!("its compressed metadata has {} KiB, and its uncompressed size is unknown", png::n_packed(bytes) / 1024);
        return (None, vec![whole(ImageProblem::Damaged(words))]);
    }
    let plain = if format == ImageFormat::Png { Cow::Owned(png::without_packed(bytes)) } else { Cow::Borrowed(bytes) };
    match ImageReader::with_format(Cursor::new(&plain), format).into_dimensions() {
        Err(error) => (None, vec![whole(ImageProblem::Damaged(error.to_string()))]),
        Ok((0, _) | (_, 0)) => (None, vec![whole(ImageProblem::Damaged("it has no pixels".to_owned()))]),
        Ok((width, height)) if width.max(height) > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS => {
            (None, vec![whole(ImageProblem::TooManyPixels { width, height })])
        }
        Ok(_) if !whole::is_whole(format, bytes) => (None, vec![whole(ImageProblem::Damaged("it is truncated".to_owned()))]),
        Ok(size) => (Some(Measures { size, scales: true }), Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_image_is_damaged() {
        let broken: [&[u8]; 12] = [
            b"",
            b"text",
            b"<html></html>",
            b"\x89PNG\r\n\x1a\n",
            b"GIF89a",
            b"\xff\xd8\xff",
            b"RIFF\x00\x00\x00\x00WEBP",
            b"BM\x00\x00",
            b"<svg xmlns='http://www.w3.org/2000/svg'>",
            b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
            b"<svg xmlns='http://www.w3.org/2000/svg'/><svg/>",
            b"<svg><g/></svg>",
        ];
        for bytes in broken {
            let (found, problems) = media("svg", bytes);
            assert_eq!(found, None);
            let damaged = problems.iter().any(|problem| matches!(problem.kind, ProblemKind::Image(ImageProblem::Damaged(_))));
            assert!(damaged, "{}: {problems:?}", String::from_utf8_lossy(bytes));
        }
    }

    /// The smallest header of a PNG with these sides.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut chunk = b"IHDR".to_vec();
        chunk.extend(width.to_be_bytes());
        chunk.extend(height.to_be_bytes());
        chunk.extend([8, 6, 0, 0, 0]);
        let mut crc = u32::MAX;
        for byte in &chunk {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        let mut bytes = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d".to_vec();
        bytes.extend(chunk);
        bytes.extend((!crc).to_be_bytes());
        bytes.extend(b"\x00\x00\x00\x00IDAT\x35\xaf\x06\x1e\x00\x00\x00\x00IEND\xae\x42\x60\x82");
        bytes
    }

    #[test]
    fn the_bytes_say_what_an_image_is() {
        let (found, problems) = media("PNG", &png(640, 400));
        let found = found.expect("a picture");
        assert_eq!((found.kind, found.width, found.height, found.is_animated), (MediaKind::Png, 640, 400, false));
        assert_eq!(problems, []);
        let (found, problems) = media("jpeg", &png(640, 400));
        assert_eq!(found.map(|found| found.kind), Some(MediaKind::Png));
        assert_eq!(problems, [whole(ImageProblem::Disguised { is: "PNG", named: "jpeg".to_owned() })]);
    }

    /// A PNG with a chunk of this many bytes before its pixels.
    fn png_with(name: &[u8; 4], n_bytes: usize) -> Vec<u8> {
        let mut bytes = png(8, 8);
        let length = u32::try_from(n_bytes).expect("small").to_be_bytes();
        let chunk = [&length, name.as_slice(), &vec![0x78; n_bytes], &[0; 4]].concat();
        bytes.splice(33..33, chunk);
        bytes
    }

    #[test]
    fn compressed_metadata_is_never_expanded() {
        for name in [b"iCCP", b"zTXt", b"iTXt"] {
            let (found, problems) = media("png", &png_with(name, 600 * 1024));
            assert!(found.is_none() && matches!(&problems[0].kind, ProblemKind::Image(ImageProblem::Damaged(_))), "{problems:?}");
            let small = png_with(name, 40);
            assert_eq!(media("png", &small).1, [], "what it holds is not looked at");
            assert_eq!(png_without_packed(&small), png(8, 8));
        }
    }

    #[test]
    fn a_picture_in_a_drawing_is_held_to_the_same_limits() {
        use base64::Engine as _;
        let drawing = |pictures: &[Vec<u8>]| {
            let image = |picture: &Vec<u8>| {
                format!("<image href='data:image/png;base64,{}'/>", base64::engine::general_purpose::STANDARD.encode(picture))
            };
            let images: String = pictures.iter().map(image).collect();
            media("svg", format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>{images}</svg>").as_bytes()).0.is_some()
        };
        assert!(drawing(&[png(640, 400), png(640, 400)]));
        assert!(!drawing(&[png(16_000, 16_000)]));
        assert!(!drawing(&[png(6_000, 4_000), png(6_000, 4_000)]), "all together");
        assert!(!drawing(&[png_with(b"iCCP", 600 * 1024)]));
    }

    #[test]
    fn too_many_pixels_are_refused() {
        for (width, height) in [(16_385, 1), (1, 16_385), (10_000, 4_001)] {
            let (found, problems) = media("png", &png(width, height));
            assert_eq!((found, problems), (None, vec![whole(ImageProblem::TooManyPixels { width, height })]));
        }
        assert!(media("png", &png(10_000, 4_000)).0.is_some());
    }
}
