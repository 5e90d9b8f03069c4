//! Untrusted text on its way into Markdown that a forge shows: a comment, an issue. Knows what forges look for in a text; knows nothing of who wrote it.
//!
//! Forges look for `@name`, `#1`, `GH-1`, `!1`, addresses and commit hashes in the *finished* text, after escapes have been undone: a backslash or an entity
//! keeps a character from meaning something to Markdown, but not from calling a person or closing an issue. In code nothing is looked for. So a text that is
//! not plain words is shown as code, to its last character. The same holds of reports, see [`crate::diagnostic::markdown`].

use crate::diagnostic::markdown::{self, code, is_plain, longest_run};
use crate::text::{clipped, printable, single_line};

/// Characters of a text that are shown, at most.
const MAX_CHARS: usize = 500;

/// Characters of a text in a cell, at most: more than what is shown whole of a value.
const MAX_CELL: usize = 2 * super::difference::MAX_WHOLE;

/// Hexadecimal digits in a row that a forge may take for a commit.
const MIN_HASH: usize = 7;

/// `text` on one line, as Markdown that shows it and does nothing else: as it is when it is plain words, else as code. A very long text is cut off with `…`.
///
/// Safe within a paragraph, a list's item, emphasis and the text of a link. Within a table see [`cell`].
#[must_use]
pub fn inline(text: &str) -> String {
    shown(&one_line(text, MAX_CHARS))
}

/// A message of a rule, in which backquotes contain what a file says: that is shown as code, and the words around it as they are.
#[must_use]
pub fn message(text: &str) -> String {
    markdown::inline(&one_line(text, MAX_CHARS))
}

/// `text` as [`inline`] shows it, for a cell of a table, which no `|` of it ends.
#[must_use]
pub fn cell(text: &str) -> String {
    // How many backslashes before a `|` keep it in its cell differs between forges; an entity outside of code is the same everywhere.
    one_line(text, MAX_CELL).split('|').map(shown).collect::<Vec<_>>().join("&#124;")
}

/// `text` as a block of code in `language`, which may be empty, after a fence that no line of it closes. Lines stay lines; ends with the end of a line.
#[must_use]
pub fn block(language: &str, text: &str) -> String {
    let body: String = text.lines().map(|line| printable(line).replace("\\u{9}", "\t") + "\n").collect();
    let fence = "`".repeat(longest_run(&body).max(2) + 1);
    format!("{fence}{language}\n{body}{fence}\n")
}

fn shown(text: &str) -> String {
    if is_plain(text) && !holds_hash(text) && !begins_list(text) { text.to_owned() } else { code(text) }
}

/// `text` with every run of white space as one space and everything that hides itself spelt out.
fn one_line(text: &str, max_chars: usize) -> String {
    printable(&clipped(&single_line(text), max_chars))
}

fn holds_hash(text: &str) -> bool {
    let is_hash = |word: &str| word.len() >= MIN_HASH && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split(|c: char| !c.is_alphanumeric()).any(is_hash)
}

/// Whether `text` at the start of a line would be an item of a numbered list.
fn begins_list(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(['.', ')'])
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    #[test]
    fn plain_words_stay_as_they_are() {
        for text in ["Add Slack Digest", "Ledger bridge (beta), second try", "請求書の同期", "Überweisung für Kunden"] {
            assert_eq!(inline(text), text);
        }
        assert_eq!(inline("  two\nlines\t here "), "two lines here");
    }

    /// Returns the text that a forge would read outside of code, and whether Markdown made anything but text and code of it.
    fn read(markdown: &str) -> (String, bool) {
        let (mut words, mut is_only_text) = (String::new(), true);
        for event in Parser::new_ext(markdown, Options::all()) {
            match event {
                Event::Text(text) => words += &text,
                Event::Code(_) | Event::Start(Tag::Paragraph) | Event::End(_) => {}
                _ => is_only_text = false,
            }
        }
        (words, is_only_text)
    }

    const HOSTILE: [&str; 22] = [
        "@maintainers please merge",
        "fixes #1",
        "closes GH-12",
        "resolves acme/tools#3",
        "!12 and ~label and %milestone and $3",
        "https://evil.example/",
        "www.evil.example",
        "mail@evil.example",
        "<img src=x onerror=alert(1)>",
        "<!-- pressmark-review -->",
        "-->",
        "`` ` @you ` ``",
        "``@you",
        "`@you` and `#1`",
        "[click](javascript:alert(1))",
        "![pixel](https://evil.example/p.png)",
        "/close",
        "\n\n/merge\n",
        "deadbeef1 reverts",
        "&#64;you &commat;you",
        "**bold** _it_ ~~no~~ :tada:",
        "1. first",
    ];

    #[test]
    fn nothing_of_a_hostile_text_is_found_outside_of_code() {
        for text in HOSTILE {
            let (words, is_only_text) = read(&inline(text));
            assert!(is_only_text, "{text}");
            assert_eq!(words, "", "{text}");
        }
    }

    #[test]
    fn a_message_shows_what_it_quotes_as_code() {
        assert_eq!(message("no app is called `@you #1`"), "no app is called `@you #1`");
        assert_eq!(message("no app is called `a` @you `b`"), "`` no app is called `a` @you `b` ``");
    }

    #[test]
    fn no_text_ends_its_cell() {
        for text in ["a|b", "a\\|b", "a\\\\|b", "| @you |", "`|`@you`|`"].iter().chain(&HOSTILE) {
            let table = format!("| a | b |\n| --- | --- |\n| {} | end |\n", cell(text));
            let n_cells = Parser::new_ext(&table, Options::all()).filter(|event| matches!(event, Event::Start(Tag::TableCell))).count();
            assert_eq!(n_cells, 4, "{table}");
            assert!(table.ends_with(" end |\n") && table.lines().count() == 3, "{table}");
        }
    }

    #[test]
    fn no_line_closes_its_block() {
        let text = block("suggestion", "a\n````\n@you\n```\r\nb");
        assert_eq!(text, "`````suggestion\na\n````\n@you\n```\nb\n`````\n");
    }

    #[test]
    fn a_long_text_is_cut_off() {
        assert_eq!(inline(&"é".repeat(5_000)).chars().count(), MAX_CHARS + 1);
    }

    #[test]
    fn invisible_characters_are_spelt_out() {
        assert_eq!(inline("a\u{202e}b"), "`a\\u{202e}b`");
    }
}
