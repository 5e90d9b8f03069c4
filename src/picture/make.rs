//! One image → its picture and the files of that. Knows nothing of where the image came from.

use super::encode::{self, Encoded};
use super::size::{Wanted, fit};
use super::{Picture, Role, Size, container, pixels};
use crate::parse::media::{Media, MediaKind, clean_svg};

/// Most pixels of a file that is kept as it is although it is larger than wanted, because it has fewer bytes: browsers keep every pixel in memory.
const MAX_KEPT: u64 = 4_000_000;

/// A picture and its files: names below [`super::FOLDER`], each once, and bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The published files.
    pub picture: Picture,
    /// The files it names.
    pub files: Vec<(Box<str>, Vec<u8>)>,
}

/// Makes the picture of an image that is `media`, for its `role`.
///
/// # Errors
/// In words, when the image cannot be decoded.
pub fn make(media: &Media, bytes: &[u8], role: Role) -> Result<Made, String> {
    let mut files = Vec::new();
    if media.kind == MediaKind::Svg {
        let clean = clean_svg(bytes).ok_or("the drawing cannot be read")?;
        let plain = name(&clean, media.width, MediaKind::Svg);
        files.push((plain.clone(), clean));
        let size = Size { width: media.width, height: media.height, plain, webp: None };
        return Ok(Made { picture: Picture { small: size.clone(), large: size, moves: false }, files });
    }
    let decoded = pixels::decode(media.kind, bytes)?;
    // The file itself without its metadata: what is small already is not made larger.
    let original = if media.is_animated || decoded.was_turned { None } else { container::bare(media.kind, bytes) };
    let original = original.map(|bytes| Encoded { kind: media.kind, bytes });
    let [small, large] = role.wanted();
    let mut size = |wanted: Wanted| {
        let (of_width, of_height) = decoded.image.dimensions();
        let (width, height, kept) = fit(of_width, of_height, wanted);
        let is_whole = kept == of_height && (width == of_width || u64::from(of_width) * u64::from(of_height) <= MAX_KEPT);
        let original = original.clone().filter(|_| is_whole);
        let image = pixels::scaled(&decoded, kept, width, height);
        let webp = encode::webp(&image, wanted.n_bytes);
        let plain = if wanted.plain || webp.is_none() { encode::plain(&image, decoded.is_opaque, wanted.n_bytes) } else { None };
        let made = SizeFiles::smallest(plain, webp, original).ok_or("it cannot be encoded")?;
        let (width, height) = if made.is_original { (of_width, of_height) } else { (width, height) };
        let mut store = |encoded: Encoded| {
            let name = name(&encoded.bytes, width, encoded.kind);
            if files.iter().all(|(known, _)| *known != name) {
                files.push((name.clone(), encoded.bytes));
            }
            name
        };
        Ok::<_, String>(Size { width, height, plain: store(made.plain), webp: made.webp.map(&mut store) })
    };
    let small = size(small)?;
    let large = if role == Role::Prose { small.clone() } else { size(large)? };
    Ok(Made { picture: Picture { small, large, moves: media.is_animated }, files })
}

/// The files of one size.
struct SizeFiles {
    plain: Encoded,
    webp: Option<Encoded>,
    /// Whether the plain file is the contributed one, at its own size.
    is_original: bool,
}

impl SizeFiles {
    fn smallest(plain: Option<Encoded>, webp: Option<Encoded>, original: Option<Encoded>) -> Option<Self> {
        let n_given = original.as_ref().map(|original| original.bytes.len());
        let (plain, webp) = match plain {
            // A full view is one file, whatever its format.
            None => (encode::smaller(original, webp)?, None),
            Some(plain) => (encode::smaller(original, Some(plain))?, webp),
        };
        let webp = webp.filter(|webp| webp.bytes.len() < plain.bytes.len());
        Some(Self { is_original: n_given == Some(plain.bytes.len()) && webp.is_none(), plain, webp })
    }
}

/// A name that changes with the bytes: 16 hexadecimal digits of BLAKE3, the width, and the format's ending.
fn name(bytes: &[u8], width: u32, kind: MediaKind) -> Box<str> {
    let hash = blake3::hash(bytes).to_hex();
    format!("{}-{width}.{}", &hash[..16], kind.extension()).into()
}
