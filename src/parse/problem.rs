//! What can be wrong with a single file, as data. The reader states the facts; a rule finds the words.

use super::mistake::Mistake;
use crate::source::Span;

/// Something wrong with one file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The place; `None` for the file as a whole.
    pub span: Option<Span>,
    /// The fact.
    pub kind: ProblemKind,
}

/// The facts a reader can state. Each is worded by exactly one rule of `rules/format/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The operating system refused to hand out the file, with its words.
    Unreadable(String),
    /// The reader itself stumbled over the file, with what the program says of that.
    Fault(String),
    /// A symbolic link, which is never followed.
    Link,
    /// Its name begins with a dot.
    Hidden,
    /// A file name that is not UTF-8.
    NameNotUtf8,
    /// More bytes than a file of its kind may have.
    TooLarge {
        /// How many it has.
        n_bytes: u64,
        /// How many it may have.
        limit: u64,
    },
    /// Bytes that are not UTF-8, from this offset on.
    NotUtf8 {
        /// Offset of the first wrong byte.
        at: usize,
    },
    /// The YAML cannot be parsed, with the parser's words.
    Syntax(String),
    /// The YAML cannot be parsed because of a mistake that has a name.
    Mistake(Box<Mistake>),
    /// YAML that nests or branches beyond any sensible file.
    TooComplex(&'static str),
    /// An anchor, alias or tag: YAML features that files of a catalogue do without.
    Indirection(&'static str),
    /// A second YAML document in the file.
    SecondDocument,
    /// A mapping key that is not text.
    KeyNotText,
    /// The same key twice in one mapping.
    DuplicateKey {
        /// The key.
        key: String,
        /// The span where it was set before.
        first: Span,
    },
    /// A key that the format does not name.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The group it was found in, such as "a listing".
        noun: &'static str,
        /// The keys that may be there.
        known: Vec<&'static str>,
        /// Those of them that do, and where.
        given: Vec<(&'static str, Span)>,
        /// The place of the group, by which others of its unknown keys are known.
        group: Span,
    },
    /// A required key is not there.
    MissingKey {
        /// The key.
        key: &'static str,
        /// The group that lacks it, such as "a listing".
        noun: &'static str,
    },
    /// A value of another kind than the format asks for.
    WrongType {
        /// The key it belongs to, if any.
        key: Option<&'static str>,
        /// The expected type, such as "a list of words".
        expected: String,
        /// The type found, such as "text".
        found: &'static str,
        /// The text itself, when text was found.
        text: Option<String>,
    },
    /// Text that is not of the form its key asks for: a date, a number of days, a version, a URL, a colour.
    Malformed {
        /// The form it should have.
        form: Form,
        /// The text as written.
        text: String,
        /// The exact problem, when it is known.
        because: String,
    },
    /// Text that is none of the words its key allows.
    UnknownChoice {
        /// The text as written.
        text: String,
        /// The words that may be there.
        choices: Vec<&'static str>,
    },
    /// A page of prose without the `---` block of YAML on top.
    NoFrontMatter,
    /// An image that is damaged, disguised or unsafe.
    Image(ImageProblem),
}

/// Forms of text that a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `2026-05-01`
    Date,
    /// A short line of visible characters
    Version,
    /// `https://…`
    Url,
    /// `365d`
    Days,
    /// `12`
    Number,
    /// `0.01`
    Decimal,
    /// `#0a47a9`
    Colour,
    /// `true` or `false`
    Boolean,
}

/// A problem of a contributed image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageProblem {
    /// The bytes are of another type than the name says.
    Disguised {
        /// The type of the bytes.
        is: &'static str,
        /// The type by the name.
        named: String,
    },
    /// No image of a known type, or one whose header is damaged.
    Damaged(String),
    /// More pixels than anything a page shows.
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// An SVG with something in it that could run or reach outside.
    UnsafeSvg(String),
}

impl Problem {
    /// The same problem of a text that begins `by` bytes into a file.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        self.span = self.span.map(|span| span.shifted(by));
        match &mut self.kind {
            ProblemKind::DuplicateKey { first, .. } => *first = first.shifted(by),
            ProblemKind::Mistake(mistake) => mistake.shift(by),
            ProblemKind::UnknownKey { given, group, .. } => {
                *group = group.shifted(by);
                given.iter_mut().for_each(|(_, span)| *span = span.shifted(by));
            }
            _ => {}
        }
        self
    }
}
