//! The text of an issue → the answers below their headings. What forges make of a form is Markdown: a heading of the third level for each field, the
//! answer below it, `_No response_` where there is none. Knows no form.

/// The text with line ends of one kind and without a byte-order mark.
pub(super) fn plain(body: &str) -> String {
    body.strip_prefix('\u{feff}').unwrap_or(body).replace("\r\n", "\n").replace('\r', "\n")
}

/// The fields in `body`, each with the text below its heading; `field` tells which heading is one. Other headings belong to the answer they are in.
pub(super) fn sections<T: Copy>(body: &str, field: impl Fn(&str) -> Option<T>) -> Vec<(T, String)> {
    let mut sections: Vec<(T, String)> = Vec::new();
    for line in body.lines() {
        let heading = line.strip_prefix("### ").map(str::trim_end);
        match (heading.and_then(&field), sections.last_mut()) {
            (Some(field), _) => sections.push((field, String::new())),
            (None, Some((_, answer))) => {
                answer.push_str(line);
                answer.push('\n');
            }
            (None, None) => {}
        }
    }
    sections
}

/// Returns the text of a field; `None` when it is empty.
pub(super) fn answer(section: &str) -> Option<String> {
    let answer = without_comments(section);
    let answer = answer.trim();
    (!answer.is_empty() && answer != "_No response_").then(|| answer.to_owned())
}

/// `text` without HTML comments: no one who reads the issue sees them. One that is not closed hides the rest, as it does in the issue.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}
