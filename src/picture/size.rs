//! How large pictures are made, and how many bytes they should have. Knows numbers only.

/// The use of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Within a text.
    Prose,
    /// In a list, and in the head of a page.
    Icon,
    /// As a thumbnail that opens a full view.
    Screenshot,
}

/// A size to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Widest, in pixels.
    pub(super) width: u32,
    /// Highest, in pixels.
    pub(super) height: u32,
    /// Whether what is too high is cut off below instead of made narrow.
    pub(super) crops: bool,
    /// Bytes that it should have at most; quality gives way to them.
    pub(super) n_bytes: usize,
    /// Whether a file that every program reads is made beside the WebP.
    pub(super) plain: bool,
}

impl Role {
    /// Its word in keys of the cache.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Prose => "prose",
            Self::Icon => "icon",
            Self::Screenshot => "screenshot",
        }
    }

    /// The small and the large size. Icons are shown at 48 and 96 CSS pixels, thumbnails in columns of some 320, text in columns of some 680:
    /// twice that is what fine screens show.
    pub(super) fn wanted(self) -> [Wanted; 2] {
        let icon = |side, n_bytes| Wanted { width: side, height: side, crops: false, n_bytes, plain: true };
        let prose = Wanted { width: 1_280, height: 6_000, crops: false, n_bytes: 250_000, plain: true };
        match self {
            Self::Icon => [icon(96, 4_000), icon(192, 8_000)],
            Self::Screenshot => [
                Wanted { width: 640, height: 800, crops: true, n_bytes: 40_000, plain: true },
                // Reached by a click, in a browser that draws this site: all of those read WebP.
                Wanted { width: 1_920, height: 6_000, crops: false, n_bytes: 250_000, plain: false },
            ],
            Self::Prose => [prose, prose],
        }
    }
}

/// `width` × `height` made to fit into `wanted`, never larger than it is; and how much of the height is kept before that.
pub(super) fn fit(width: u32, height: u32, wanted: Wanted) -> (u32, u32, u32) {
    let ratio = |of: u32, to: u32| f64::from(to) / f64::from(of);
    let kept = if wanted.crops && ratio(width, wanted.width).min(1.0) * f64::from(height) > f64::from(wanted.height) {
        rounded(f64::from(wanted.height) / ratio(width, wanted.width).min(1.0)).min(height)
    } else {
        height
    };
    let scale = ratio(width, wanted.width).min(ratio(kept, wanted.height)).min(1.0);
    (rounded(f64::from(width) * scale), rounded(f64::from(kept) * scale), kept)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sides of images are below 16,385, and not negative")]
fn rounded(side: f64) -> u32 {
    side.round().max(1.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_made_to_fit_and_never_enlarged() {
        let [thumb, full] = Role::Screenshot.wanted();
        assert_eq!(fit(1920, 1080, thumb), (640, 360, 1080));
        assert_eq!(fit(320, 200, thumb), (320, 200, 200));
        assert_eq!(fit(1280, 9000, thumb), (640, 800, 1600), "of a long page the thumbnail shows the top");
        assert_eq!(fit(3840, 2160, full), (1920, 1080, 2160));
        assert_eq!(fit(1000, 12_000, full), (500, 6_000, 12_000));
        let [icon, _] = Role::Icon.wanted();
        assert_eq!(fit(512, 256, icon), (96, 48, 256));
        assert_eq!(fit(16_384, 1, icon), (96, 1, 1));
    }
}
