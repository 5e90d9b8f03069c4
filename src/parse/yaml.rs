//! Text → a tree of values with their places. The only file that names the YAML crate; knows no key of any file.

use granit_parser::{Event, Parser, ScalarStyle, Span as GranitSpan};

use super::problem::{Problem, ProblemKind};
use crate::source::{LineIndex, Span, Spanned};

/// Deeper nesting than this is no catalogue file (the deepest key of the format lies at 5).
const MAX_DEPTH: usize = 32;
/// More values than this is no catalogue file (a listing with 1,000 versions has about 10,000).
const MAX_NODES: usize = 50_000;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value's place. Of a mapping or list: from its first to its last value.
    pub span: Span,
    /// The value.
    pub kind: NodeKind,
}

/// What a YAML value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// Text, which is what every scalar is until a key asks for something else: `no`, `1.10` and `2026-05-01` stay as written.
    Scalar {
        /// The text after YAML's own escapes.
        text: Box<str>,
        /// Whether it was written without quotes.
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in the order of the file, without doubled keys.
    Mapping(Vec<(Spanned<Box<str>>, Node)>),
}

impl Node {
    /// Whether nothing was written: `key:` and no value, or `~` or `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, plain: true } if matches!(&**text, "" | "~" | "null"))
    }

    /// What the value is, in the words of a report.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match &self.kind {
            NodeKind::Scalar { .. } if self.is_null() => "nothing",
            NodeKind::Scalar { .. } => "text",
            NodeKind::Sequence(_) => "a list",
            NodeKind::Mapping(_) => "a group of keys",
        }
    }
}

/// Reads one YAML document. Everything wrong with it is in the second value; a tree is there as long as one could be built.
#[must_use]
pub fn parse(text: &str) -> (Option<Node>, Vec<Problem>) {
    let mut builder = Builder { text, stack: Vec::new(), root: None, n_nodes: 0, problems: Vec::new() };
    for event in Parser::new_from_str(text) {
        let step = match event {
            Ok((event, span)) => builder.take(event, span_of(&span)),
            Err(error) => {
                let at = LineIndex::new(text).offset(error.marker().line(), error.marker().col());
                let kind = ProblemKind::Syntax(error.info().clone());
                builder.problems.push(Problem { span: Some(builder.one_character(at)), kind });
                Step::Stop
            }
        };
        if matches!(step, Step::Stop) {
            return (None, builder.problems);
        }
    }
    (builder.root, builder.problems)
}

enum Step {
    On,
    Stop,
}

/// A list or mapping whose end has not come yet.
enum Open {
    Sequence { start: Span, items: Vec<Node> },
    Mapping { start: Span, entries: Vec<(Spanned<Box<str>>, Node)>, key: Option<Key> },
}

/// A key that waits for its value.
enum Key {
    Good(Spanned<Box<str>>),
    /// Not text, or set before: its value is read and dropped.
    Dropped,
}

struct Builder<'text> {
    text: &'text str,
    stack: Vec<Open>,
    root: Option<Node>,
    n_nodes: usize,
    problems: Vec<Problem>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Step {
        match event {
            Event::DocumentStart(..) if self.root.is_some() => {
                return self.stop(span, ProblemKind::SecondDocument);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => return self.stop(span, ProblemKind::Indirection("alias")),
            Event::Scalar(_, _, anchor, _) | Event::SequenceStart(_, anchor, _) | Event::MappingStart(_, anchor, _) if anchor > 0 => {
                return self.stop(span, ProblemKind::Indirection("anchor"));
            }
            Event::Scalar(_, _, _, Some(_)) | Event::SequenceStart(_, _, Some(_)) | Event::MappingStart(_, _, Some(_)) => {
                return self.stop(span, ProblemKind::Indirection("tag"));
            }
            Event::Scalar(text, style, ..) => {
                let plain = matches!(style, ScalarStyle::Plain);
                return self.value(Node { span, kind: NodeKind::Scalar { text: text.into(), plain } });
            }
            Event::SequenceStart(..) => return self.open(Open::Sequence { start: span, items: Vec::new() }, span),
            Event::MappingStart(..) => return self.open(Open::Mapping { start: span, entries: Vec::new(), key: None }, span),
            Event::SequenceEnd | Event::MappingEnd => return self.close(span),
            _ => {}
        }
        Step::On
    }

    fn stop(&mut self, span: Span, kind: ProblemKind) -> Step {
        self.problems.push(Problem { span: Some(span), kind });
        Step::Stop
    }

    fn open(&mut self, open: Open, span: Span) -> Step {
        if self.stack.len() >= MAX_DEPTH {
            return self.stop(span, ProblemKind::TooComplex("it nests deeper than 32 levels"));
        }
        self.stack.push(open);
        Step::On
    }

    fn close(&mut self, end: Span) -> Step {
        let node = match self.stack.pop() {
            Some(Open::Sequence { start, items }) => {
                let last = items.last().map_or(end.end, |item| item.span.end.max(self.flow_end(start, end)));
                Node { span: Span { start: start.start, end: last }, kind: NodeKind::Sequence(items) }
            }
            Some(Open::Mapping { start, entries, .. }) => {
                let last = entries.last().map_or(end.end, |(_, value)| value.span.end.max(self.flow_end(start, end)));
                // A block mapping starts where its first key does.
                let first = entries.first().filter(|_| !self.is_flow(start)).map_or(start.start, |(key, _)| key.span.start);
                Node { span: Span { start: first, end: last }, kind: NodeKind::Mapping(entries) }
            }
            None => return Step::On,
        };
        self.value(node)
    }

    fn is_flow(&self, start: Span) -> bool {
        self.text[start.start as usize..].starts_with(['{', '['])
    }

    /// A flow collection ends with its bracket, a block one with its last value.
    fn flow_end(&self, start: Span, end: Span) -> u32 {
        if self.is_flow(start) { end.end } else { 0 }
    }

    fn value(&mut self, node: Node) -> Step {
        self.n_nodes += 1;
        if self.n_nodes > MAX_NODES {
            return self.stop(node.span, ProblemKind::TooComplex("it holds more than 50,000 values"));
        }
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence { items, .. }) => items.push(node),
            Some(Open::Mapping { entries, key, .. }) => match key.take() {
                Some(Key::Good(name)) => entries.push((name, node)),
                Some(Key::Dropped) => {}
                None => *key = Some(read_key(node, entries, &mut self.problems)),
            },
        }
        Step::On
    }

    /// The character at `at`, or the last one of the text.
    fn one_character(&self, at: usize) -> Span {
        let at = crate::source::floor_char_boundary(self.text, at);
        let len = self.text[at..].chars().next().map_or(0, char::len_utf8);
        Span::new(at..at + len)
    }
}

fn read_key(node: Node, entries: &[(Spanned<Box<str>>, Node)], problems: &mut Vec<Problem>) -> Key {
    let NodeKind::Scalar { text, .. } = node.kind else {
        problems.push(Problem { span: Some(node.span), kind: ProblemKind::KeyNotText });
        return Key::Dropped;
    };
    match entries.iter().find(|(known, _)| known.value == text) {
        Some((first, _)) => {
            let kind = ProblemKind::DoubledKey { key: text.into(), first: first.span };
            problems.push(Problem { span: Some(node.span), kind });
            Key::Dropped
        }
        None => Key::Good(Spanned::new(text, node.span)),
    }
}

fn span_of(span: &GranitSpan) -> Span {
    match span.byte_range() {
        Some(range) => Span::new(range),
        None => unreachable!("spans of text input carry byte offsets"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> ProblemKind {
        let (_, mut problems) = parse(text);
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems.remove(0).kind
    }

    #[test]
    fn a_value_keeps_its_place() {
        let text = "name: Shopify Orders\ntags: [a, b]\n";
        let (root, problems) = parse(text);
        assert_eq!(problems, []);
        let Some(Node { kind: NodeKind::Mapping(entries), .. }) = root else { panic!("a mapping") };
        let quoted: Vec<_> = entries.iter().map(|(key, value)| (&text[key.span.range()], &text[value.span.range()])).collect();
        assert_eq!(quoted, [("name", "Shopify Orders"), ("tags", "[a, b]")]);
    }

    #[test]
    fn a_doubled_key_is_told_with_both_places() {
        assert_eq!(problem("a: 1\nb: 2\na: 3\n"), ProblemKind::DoubledKey { key: "a".into(), first: Span { start: 0, end: 1 } });
    }

    #[test]
    fn bombs_are_defused() {
        assert_eq!(problem("a: &x [1, 2]\nb: *x\n"), ProblemKind::Indirection("anchor"));
        assert!(matches!(problem(&"[".repeat(100_000)), ProblemKind::TooComplex(_) | ProblemKind::Syntax(_)));
        assert!(matches!(problem(&"- ".repeat(50_000)), ProblemKind::TooComplex(_) | ProblemKind::Syntax(_)));
        assert!(matches!(problem(&"{a: ".repeat(20_000)), ProblemKind::TooComplex(_) | ProblemKind::Syntax(_)));
        let wide = format!("[{}]", "1,".repeat(60_000));
        assert!(matches!(problem(&wide), ProblemKind::TooComplex(_)));
    }

    #[test]
    fn a_second_document_is_refused() {
        assert_eq!(problem("a: 1\n---\nb: 2\n"), ProblemKind::SecondDocument);
    }

    #[test]
    fn words_stay_words() {
        let (root, _) = parse("[no, 1.10, 2026-05-01, 0x1F]");
        let Some(Node { kind: NodeKind::Sequence(items), .. }) = root else { panic!("a list") };
        let texts = items.iter().map(|item| match &item.kind {
            NodeKind::Scalar { text, .. } => &**text,
            _ => panic!("a scalar"),
        });
        assert_eq!(texts.collect::<Vec<_>>(), ["no", "1.10", "2026-05-01", "0x1F"]);
    }
}
