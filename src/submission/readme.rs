//! The README of a listing: the one that came along, or one made of answers. Knows the sections that visitors look for.

use super::sheet::Sheet;
use super::{Submission, Topic};
use crate::text::single_line;

/// The description that came along or was answered, and the sections that were asked for.
pub(super) fn text(submission: &Submission) -> Sheet {
    let answers = &submission.answers;
    let mut sheet = Sheet::default();
    match (&submission.readme, answers.list(Topic::Description), answers.text(Topic::Summary)) {
        (Some(readme), ..) => sheet.answer(Topic::Description, readme),
        (None, [], summary) => sheet.answer(Topic::Summary, &summary.map(|summary| format!("{}\n", plain(summary))).unwrap_or_default()),
        (None, paragraphs, _) => {
            let paragraphs: Vec<String> = paragraphs.iter().map(|paragraph| plain(paragraph)).collect();
            sheet.answer(Topic::Description, &(paragraphs.join("\n\n") + "\n"));
        }
    }
    let number: fn(usize) -> String = |n| format!("{}. ", n + 1);
    let bullet: fn(usize) -> String = |_| "- ".to_owned();
    for (title, topic, mark) in
        [("Setup", Topic::Setup, number), ("Known limits", Topic::Limits, bullet), ("Troubleshooting", Topic::Troubleshooting, bullet)]
    {
        sheet.answer(topic, &section(title, answers.list(topic), mark));
    }
    sheet
}

/// A section of one paragraph, or of a list when there is more to say; nothing when there is nothing.
fn section(title: &str, points: &[String], mark: impl Fn(usize) -> String) -> String {
    let body = match points {
        [] => return String::new(),
        [only] => format!("{}\n", plain(only)),
        several => several.iter().enumerate().map(|(n, point)| format!("{}{}\n", mark(n), plain(point))).collect(),
    };
    format!("\n## {title}\n\n{body}")
}

/// `text` as a paragraph of Markdown that says just this.
fn plain(text: &str) -> String {
    let line = single_line(text);
    let mut out = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        let is_mark =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|') || (c == '!' && line[at + 1..].starts_with('['));
        // A list, a heading or a rule begins only where the line does.
        let begins = at == 0 && matches!(c, '#' | '-' | '+' | '=' | ':');
        let numbers = matches!(c, '.' | ')') && at > 0 && line[..at].bytes().all(|byte| byte.is_ascii_digit());
        if is_mark || begins || numbers {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::parse::prose;

    #[test]
    fn a_summary_stays_text_in_markdown() {
        for text in ["# Orders", "- a", "1. Orders", "Orders *now* [x](y) ![z](q)", "<b>Orders</b> & more", "a_b_c `d`", "--- ", "a | b"] {
            let outline = prose::outline(&plain(text));
            assert_eq!(outline.lead.as_deref(), Some(text.trim()), "{}", plain(text));
            assert!(outline.links.is_empty() && outline.headings.is_empty() && outline.has_raw_html.is_none(), "{text}");
        }
    }
}
