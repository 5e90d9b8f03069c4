//! `template-tag-left-in`

use std::ops::Range;

use super::visible::{line_start, visible};
use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Span;

/// How tags of generators begin and end.
const TAGS: [(&str, &str); 5] = [("{{<", ">}}"), ("{{%", "%}}"), ("{{ ", " }}"), ("{% ", "%}"), ("<%= ", "%>")];

rule! {
    /// A text contains template tags of another site generator.
    ///
    /// `{{< figure >}}` or `{% include %}` is filled in by the program that the text was written for. Here, visitors see the braces,
    /// and the content is missing.
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

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let mut found: Vec<Range<usize>> =
        TAGS.iter().filter(|(open, _)| text.contains(open)).flat_map(|(open, close)| tags(text, open, close)).collect();
    if found.is_empty() {
        return;
    }
    found.sort_unstable_by_key(|tag| tag.start);
    let visible = visible(prose.document);
    found.retain(|tag| visible.holds(tag.start));
    let Some(first) = found.first() else { return };
    let others = if found.len() > 1 { format!(", and {} more like it", found.len() - 1) } else { String::new() };
    findings
        .at(Span::new(first.clone()), format!("`{}` is a template tag that is not filled in{others}", shortened(&text[first.clone()])))
        .help("write its content in Markdown; put an example of a tag in backticks");
}

/// The text from `open` to `close` on one line, including both.
fn tags<'text>(text: &'text str, open: &'static str, close: &'static str) -> impl Iterator<Item = Range<usize>> + 'text {
    text.match_indices(open).filter_map(move |(at, _)| {
        let end = line_start(&text[at..]).find(close)?;
        Some(at..at + end + close.len())
    })
}
