//! One remark a line: `path:line:column: level[id] message (name)`.

use super::{Diagnostic, printable};
use crate::source::LineIndex;

/// The remark as one line. `text` is the file it is about, `prefix` what the content folder is called.
#[must_use]
pub fn line(diagnostic: &Diagnostic, text: Option<&str>, prefix: &str) -> String {
    let at = position(diagnostic, text);
    let path = printable(&format!("{prefix}{}", diagnostic.path));
    let Diagnostic { code, level, message, .. } = diagnostic;
    format!("{path}:{}:{}: {}[{}] {} ({})", at.0, at.1, level.word(), code.id, printable(message), code.name)
}

/// Line and column of a remark, both from 1; a remark about a whole file is at its beginning.
#[must_use]
pub fn position(diagnostic: &Diagnostic, text: Option<&str>) -> (usize, usize) {
    match (diagnostic.span, text) {
        (Some(span), Some(text)) => {
            let position = LineIndex::new(text).position(span.start as usize);
            (position.line, position.column)
        }
        _ => (1, 1),
    }
}
