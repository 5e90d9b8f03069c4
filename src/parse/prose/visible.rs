//! What a reader sees of a text, piece by piece, for whoever looks for words in it. Knows no word.

use super::events::{Event, Tag, TagEnd, events};

/// Hands over the text that `markdown` shows, without blocks of code, which are for copying.
pub fn each_text(markdown: &str, mut take: impl FnMut(&str)) {
    let mut n_code_blocks = 0_usize;
    for (event, _) in events(markdown).list {
        match event {
            Event::Start(Tag::CodeBlock(_)) => n_code_blocks += 1,
            Event::End(TagEnd::CodeBlock) => n_code_blocks = n_code_blocks.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if n_code_blocks == 0 => take(&text),
            _ => {}
        }
    }
}
