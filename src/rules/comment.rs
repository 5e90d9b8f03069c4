//! A value that is a comment: `name: # Acme Messages`. Knows no key.

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::scalar::scalar;
use crate::source::Span;

/// Reports that the key `key` in `group` of `document` is followed by a comment instead of a value. Returns whether it is.
pub(in crate::rules) fn say_comment(document: &Document, group: Option<Span>, key: &str, owner: &str, findings: &mut Findings<'_>) -> bool {
    let text = document.text.as_deref().unwrap_or_default();
    let group = group.unwrap_or_else(|| Span::new(0..text.len()));
    let Some(span) = comment_behind(text, group, key) else { return false };
    let written = text.get(span.range()).unwrap_or_default();
    let bare = written.trim_start_matches('#').trim();
    let quoted = format!("\"{}\"", written.replace('\\', "\\\\").replace('"', "\\\""));
    let finding = findings
        .at(span, format!("{owner} has no `{key}`: what follows it is a comment"))
        .label("`#` starts a comment")
        .help(format!("write `{key}: {bare}`, or put the text in quotes if the `#` belongs to it"));
    // `# Title` is a heading that was pasted, `#1 in sales` is a text.
    let is_heading = written.trim_start_matches('#').starts_with(' ');
    finding.suggest(span, if is_heading { scalar(bare) } else { quoted });
    true
}

/// Returns the span of the comment after `key` in `group`.
fn comment_behind(text: &str, group: Span, key: &str) -> Option<Span> {
    let mut start = group.start as usize;
    for line in text.get(group.range())?.split_inclusive('\n') {
        let head = line.trim_start_matches([' ', '-']);
        let value = head.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')).map(str::trim);
        if let Some(value) = value.filter(|value| value.starts_with('#') && value.contains(char::is_alphanumeric)) {
            let at = start + line.find('#')?;
            return Some(Span::new(at..at + value.len()));
        }
        start += line.len();
    }
    None
}
