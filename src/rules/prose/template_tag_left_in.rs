//! `template-tag-left-in`

use std::ops::Range;

use super::shown::{line_start, shown};
use crate::diagnostic::Findings;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Span;

/// How tags of generators begin and end.
const TAGS: [(&str, &str); 5] = [("{{<", ">}}"), ("{{%", "%}}"), ("{{ ", " }}"), ("{% ", "%}"), ("<%= ", "%>")];

rule! {
    /// A text holds the tags of another site's generator.
    ///
    /// `{{< figure >}}` or `{% include %}` is filled in by the program that the text was written for. Here visitors read the braces,
    /// and what they stood for is missing.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// {{< img src="a.png" >}}
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Write `{{ name }}` where the name should stand.
    /// ```
    TEMPLATE_TAG_LEFT_IN = { id: "P021", name: "template-tag-left-in", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let mut found: Vec<Range<usize>> = TAGS.iter().flat_map(|(open, close)| tags(text, open, close)).collect();
    if found.is_empty() {
        return;
    }
    found.sort_unstable_by_key(|tag| tag.start);
    let shown = shown(prose.document);
    found.retain(|tag| shown.holds(tag.start));
    let Some(first) = found.first() else { return };
    let others = if found.len() > 1 { format!(", and {} more like it", found.len() - 1) } else { String::new() };
    findings
        .at(Span::new(first.clone()), format!("`{}` is a tag that nothing fills in{others}", shortened(&text[first.clone()])))
        .help("write out what it stands for in Markdown; an example of a tag belongs in backquotes");
}

/// What stands between `open` and `close` on one line, with both.
fn tags<'text>(text: &'text str, open: &'static str, close: &'static str) -> impl Iterator<Item = Range<usize>> + 'text {
    text.match_indices(open).filter_map(move |(at, _)| {
        let end = line_start(&text[at..]).find(close)?;
        Some(at..at + end + close.len())
    })
}
