//! What people get wrong when they write YAML by hand, as data: the kind of mistake, its place, and the change that fixes it. Reads a text only after
//! the parser has rejected it; knows no key of any file and contains no wording.

mod brackets;
mod context;
mod diagnose;
mod lines;
mod quotes;
mod recovered;
mod structure;

pub(super) use diagnose::diagnose;
#[cfg(test)]
pub(super) use lines::WORK;
pub(super) use recovered::RecoveredText;

use crate::diagnostic::{Certainty, Edit};
use crate::source::{Span, floor_char_boundary, slice};

/// A mistake that keeps a part of a file from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The mistake.
    pub kind: MistakeKind,
    /// Another place that belongs to it: where a bracket was opened, which line a line should be under.
    pub other: Option<Span>,
    /// The change that fixes it, in the order of the file, and how sure it is.
    pub fix: Option<(Certainty, Vec<Edit>)>,
}

impl Mistake {
    /// A mistake of which nothing more is known.
    #[must_use]
    pub fn new(kind: MistakeKind) -> Self {
        Self { kind, other: None, fix: None }
    }

    /// Makes it the same mistake of a text that begins `by` bytes into a file.
    pub fn shift(&mut self, by: usize) {
        self.other = self.other.map(|span| span.shifted(by));
        for edit in self.fix.iter_mut().flat_map(|(_, edits)| edits) {
            edit.span = edit.span.shifted(by);
        }
    }
}

/// The mistakes. Columns are counted from 0, as spaces in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MistakeKind {
    /// Tabs before `n_lines` lines on end.
    TabIndentation {
        /// How many lines.
        n_lines: usize,
    },
    /// A non-breaking space or an invisible character before a line's text.
    InvisibleIndentation(char),
    /// A non-breaking space or an invisible character after the colon of `key`.
    InvisibleAfterColon {
        /// The key.
        key: String,
        /// The character.
        character: char,
    },
    /// A key that is at another column than the keys of its group.
    WrongIndent {
        /// The key.
        key: String,
        /// Its column.
        column: usize,
        /// The column of the others.
        expected: usize,
        /// One of the others.
        sibling: String,
    },
    /// A list item that is at another column than the items before it.
    ItemOutOfLine {
        /// Its column.
        column: usize,
        /// The column of the others.
        expected: usize,
    },
    /// A text without a dash among list items.
    ItemWithoutDash(String),
    /// `-text` among list items.
    NoSpaceAfterDash(String),
    /// A list item among the keys of a group.
    ItemAmongKeys,
    /// A key among the items of a list.
    KeyAmongItems(String),
    /// `key: - text`
    ListOnKeyLine(String),
    /// A list item that begins with the bullet of another language: `*`, `•`, `1.`
    Bullet(String),
    /// A line at the margin that continues the text above it.
    TextNotIndented(String),
    /// A line at the margin that continues a quoted text.
    QuotedTextNotIndented,
    /// A line at the margin below `key: |`.
    BlockTextNotIndented(String),
    /// A line of a block text that is less deep than its first line.
    BlockTextOutOfLine {
        /// The column of the first line.
        expected: usize,
    },
    /// `key: | text`
    TextAfterBlockMark(char),
    /// A block text whose first line begins with a tab.
    BlockTextBeginsWithTab,
    /// A quoted text that is not closed.
    UnclosedQuote(char),
    /// A text opened with one kind of quote and closed with another.
    WrongClosingQuote {
        /// The first quote.
        opened: char,
        /// The last one.
        closed: char,
    },
    /// A quote within a text in quotes of the same kind.
    QuoteInsideQuotes(char),
    /// A backslash in double quotes that begins no escape of YAML: the backslash and what follows it.
    BadEscape(String),
    /// Text after the closing quote.
    TextAfterQuote(String),
    /// A comma or semicolon after a value, as other languages want it.
    MarkAfterValue(char),
    /// A value in typographic quotes, which are no quotes to YAML.
    TypographicQuotes,
    /// A plain text whose first character means something to YAML.
    SpecialStart(char),
    /// A bracket or brace that is not closed.
    UnclosedBracket(char),
    /// A bracket closed as a brace, or the other way round.
    MismatchedBracket {
        /// The opening one.
        open: char,
        /// The closing one.
        close: char,
    },
    /// A closing bracket that closes nothing.
    StrayBracket(char),
    /// Text after a closing bracket.
    TextAfterBracket {
        /// The bracket.
        close: char,
        /// The text.
        text: String,
    },
    /// No comma between two entries within brackets.
    MissingComma,
    /// A comma with nothing before it.
    DuplicateComma,
    /// `#` right after a value.
    CommentWithoutSpace,
    /// A colon and a space within plain text.
    ColonInText(String),
    /// `https: //host`
    SpaceInUrl,
    /// A line without a colon.
    NoColon {
        /// Its first word.
        word: String,
        /// Whether there is more on the line.
        has_more: bool,
    },
    /// `key:value`
    NoSpaceAfterColon {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// `key = value` and the like.
    OtherSign {
        /// The key.
        key: String,
        /// The character instead of the colon.
        sign: &'static str,
    },
    /// A Markdown fence around or in the file.
    Fence,
    /// A conflict that a merge left in the file.
    Conflict,
    /// A comment of another language.
    ForeignComment(&'static str),
    /// A Markdown heading with a line of `=` below it.
    Heading,
    /// The lines of a patch instead of the file.
    Patch,
    /// A page of HTML instead of the file.
    Html,
    /// A line `...`, which ends the document.
    DocumentEnd,
    /// A line `---` after the last key.
    ClosingDashes,
    /// A control character.
    ControlCharacter(char),
    /// Something else, in the parser's words.
    Other(String),
}

/// A mistake with its place, and how the rest of the text can be read all the same.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) mistake: Mistake,
    pub(super) recovery: Recovery,
}

/// How the parser is led past a mistake without moving any byte.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Recovery {
    /// Overwrites these bytes; the result is what was meant.
    Overwrite(Vec<(usize, String)>),
    /// The innermost entry of the line that the mistake is on is not read.
    Entry,
    /// So is it, and its head is read as this one at this column.
    EntryAs { line: usize, column: usize, head: String },
    /// The innermost entry of line `line` is not read, and neither is any line below it up to `last`.
    Through { line: usize, last: usize },
    /// Nothing of the file can be used.
    GiveUp,
}

impl Found {
    fn new(start: usize, end: usize, kind: MistakeKind) -> Self {
        Self { span: Span::new(start..end), mistake: Mistake::new(kind), recovery: Recovery::Entry }
    }

    fn other(mut self, start: usize, end: usize) -> Self {
        self.mistake.other = Some(Span::new(start..end));
        self
    }

    fn certain(self, edits: Vec<Edit>) -> Self {
        self.fix(Certainty::Certain, edits)
    }

    fn likely(self, edits: Vec<Edit>) -> Self {
        self.fix(Certainty::Likely, edits)
    }

    fn fix(mut self, certainty: Certainty, edits: Vec<Edit>) -> Self {
        self.mistake.fix = (!edits.is_empty()).then_some((certainty, edits));
        self
    }

    fn recover(mut self, recovery: Recovery) -> Self {
        self.recovery = recovery;
        self
    }

    /// The same with every place on a boundary of the characters of `text`, of which the blanked text that it was found in knows fewer. A change that
    /// would cut a character in two is none.
    pub(super) fn snapped(mut self, text: &str) -> Self {
        self.span = snap(text, self.span);
        self.mistake.other = self.mistake.other.map(|other| snap(text, other));
        self.mistake.fix.take_if(|(_, edits)| edits.iter().any(|edit| text.get(edit.span.range()).is_none()));
        self
    }

    /// Reads on as if the bytes from `start` to `end` were spaces.
    fn erasing(self, text: &str, start: usize, end: usize) -> Self {
        self.recover(Recovery::Overwrite(vec![(start, spaces(slice(text, start..end)))]))
    }
}

/// `span` with both ends on boundaries of the characters of `text`.
pub(super) fn snap(text: &str, span: Span) -> Span {
    let start = floor_char_boundary(text, span.start as usize);
    Span::new(start..floor_char_boundary(text, span.end as usize).max(start))
}

/// As many bytes of spaces, with the ends of lines kept.
fn spaces(text: &str) -> String {
    text.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' }).collect()
}

fn edit(start: usize, end: usize, text: impl Into<String>) -> Edit {
    Edit { span: Span::new(start..end), text: text.into() }
}

/// `text` in quotes that YAML reads back as `text`.
fn in_quotes(text: &str) -> String {
    match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// Characters that look like a space or like nothing, and are neither to YAML.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{3000}' | '\u{feff}')
}
