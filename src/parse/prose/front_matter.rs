//! The block of YAML on top of a page. Knows where it begins and ends; knows nothing of what it says.

use crate::source::{Span, slice};

/// A page cut in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrontMatter {
    /// The YAML between the two `---` lines.
    pub yaml: Span,
    /// The prose after the second one.
    pub body: Span,
}

/// Finds the `---` block that a page begins with; `None` when the first line is no `---` or no second one follows.
#[must_use]
pub fn front_matter(text: &str) -> Option<FrontMatter> {
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = slice(text, bom..).split_inclusive('\n');
    let first = lines.next().filter(|line| is_fence(line))?;
    let start = bom + first.len();
    let mut at = start;
    for line in lines {
        if is_fence(line) {
            return Some(FrontMatter { yaml: Span::new(start..at), body: Span::new(at + line.len()..text.len()) });
        }
        at += line.len();
    }
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end_matches(['\n', '\r', ' ', '\t']) == "---"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Option<(&str, &str)> {
        front_matter(text).map(|matter| (&text[matter.yaml.range()], &text[matter.body.range()]))
    }

    #[test]
    fn a_page_is_split_after_its_front_matter() {
        assert_eq!(cut("---\ntitle: A\n---\n# B\n"), Some(("title: A\n", "# B\n")));
        assert_eq!(cut("---\n---\n"), Some(("", "")));
        assert_eq!(cut("---\na: 1\n---"), Some(("a: 1\n", "")));
    }

    #[test]
    fn a_page_with_crlf_and_bom_is_cut_as_well() {
        assert_eq!(cut("\u{feff}---\r\ntitle: A\r\n---\r\nB\r\n"), Some(("title: A\r\n", "B\r\n")));
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for text in ["", "---", "---\nno end\n", "# A\n---\nb: 1\n---\n", "----\na: 1\n---\n"] {
            assert_eq!(cut(text), None, "{text:?}");
        }
    }
}
