//! STUB
use super::problem::Problem;
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media { pub kind: MediaKind, pub width: u32, pub height: u32 }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaKind { Png, Jpeg, Gif, Webp, Svg }
pub fn media(_: &str, _: &[u8]) -> (Option<Media>, Vec<Problem>) { (Some(Media { kind: MediaKind::Svg, width: 96, height: 96 }), Vec::new()) }
