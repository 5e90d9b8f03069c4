//! Text → a tree of values with their places. The only file that names the YAML crate; knows no key of any file.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, Span as GranitSpan};

use super::mistake::{MistakeKind, RecoveredText, diagnose, is_invisible, snap};
use super::problem::{Problem, ProblemKind};
use super::unseen;
use crate::source::{LineIndex, Span, Spanned, slice};

/// Deeper nesting than this is no catalogue file (the deepest key of the format is at 5).
const MAX_DEPTH: usize = 32;
/// More values than this is no catalogue file (a listing with 1,000 versions has about 10,000).
const MAX_NODES: usize = 50_000;
/// A file is read at most this often: once, and once again past each mistake that the parser could not get over. More of them are no slips.
const MAX_ATTEMPTS: usize = 32;

/// A value and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value's place. Of a mapping or list: from its first to its last value.
    pub span: Span,
    /// The value.
    pub kind: NodeKind,
}

/// The kind of a YAML value.
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
    /// Keys and values in the order of the file, without duplicate keys.
    Mapping(Vec<(Spanned<Box<str>>, Node)>),
    /// Something that a mistake, which is reported, keeps from being read: neither there nor missing.
    Unread,
}

impl Node {
    /// Whether nothing was written: `key:` and no value, or `~` or `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, plain: true } if matches!(&**text, "" | "~" | "null"))
    }

    /// Returns the noun for the value, for reports.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match &self.kind {
            NodeKind::Scalar { .. } if self.is_null() => "nothing",
            NodeKind::Scalar { .. } => "text",
            NodeKind::Sequence(_) => "a list",
            NodeKind::Mapping(_) => "a group of keys",
            NodeKind::Unread => "something unreadable",
        }
    }
}

/// Reads one YAML document. Everything wrong with it is in the second value; a tree is there as long as one could be built.
///
/// A mistake that the parser cannot get over is named, recovered out and reported; what is beside it is read all the same.
#[must_use]
pub fn parse(text: &str) -> (Option<Node>, Vec<Problem>) {
    let mut recovered = RecoveredText::new(text);
    let mut mistakes = Vec::new();
    for _ in 0..MAX_ATTEMPTS {
        let attempt = read(text, &recovered);
        let Some((at, words)) = attempt.refused else {
            return (attempt.root, in_order(mistakes, attempt.problems));
        };
        let continues = if recovered.stumbles_at(at) {
            recovered.widen(at)
        } else {
            let found = diagnose(recovered.text(), at, &words);
            let continues = recovered.recover(&found);
            let found = found.snapped(text);
            let kind = match found.mistake.kind {
                MistakeKind::Other(words) => ProblemKind::Syntax(words),
                _ => ProblemKind::Mistake(Box::new(found.mistake)),
            };
            mistakes.push(Problem { span: Some(found.span), kind });
            continues
        };
        if !continues {
            return (None, in_order(mistakes, attempt.problems));
        }
    }
    (None, mistakes)
}

/// All problems of a file as they are in it.
fn in_order(mut problems: Vec<Problem>, others: Vec<Problem>) -> Vec<Problem> {
    problems.extend(others);
    problems.sort_by_key(|problem| problem.span);
    problems
}

/// The result of one reading of a text.
struct Attempt {
    root: Option<Node>,
    problems: Vec<Problem>,
    /// The position at which the parser stopped, and its message.
    refused: Option<(usize, String)>,
}

/// Reads `recovered`, which stands for the text as `written`.
fn read(written: &str, recovered: &RecoveredText) -> Attempt {
    let text = recovered.text();
    let mut builder = Builder { written, text, recovered, stack: Vec::new(), root: None, ended: None, n_nodes: 0, problems: Vec::new() };
    for event in Parser::new_from_str(text) {
        let step = match event {
            Ok((event, span)) => builder.take(event, &span),
            Err(error) => {
                let at = LineIndex::new(text).offset(error.marker().line(), error.marker().col());
                Step::Refuse(at, error.info().clone())
            }
        };
        match step {
            Step::On => {}
            Step::Stop => break,
            Step::Refuse(at, words) => return Attempt { root: None, problems: builder.problems, refused: Some((at, words)) },
        }
    }
    Attempt { root: builder.root, problems: builder.problems, refused: None }
}

enum Step {
    On,
    Stop,
    /// The text cannot be read from this place on.
    Refuse(usize, String),
}

/// A list or mapping whose end has not come yet.
enum Open {
    Sequence { start: Span, items: Vec<Node> },
    Mapping { start: Span, entries: Vec<(Spanned<Box<str>>, Node)>, key: Option<Key>, known: HashMap<Box<str>, Span> },
}

/// A key that waits for its value.
enum Key {
    Good(Spanned<Box<str>>),
    /// Not text, or set before: its value is read and dropped.
    Dropped,
}

struct Builder<'text> {
    written: &'text str,
    text: &'text str,
    recovered: &'text RecoveredText,
    stack: Vec<Open>,
    root: Option<Node>,
    /// The line `...` that ended the document, if there was one.
    ended: Option<Span>,
    n_nodes: usize,
    problems: Vec<Problem>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, place: &GranitSpan) -> Step {
        let span = snap(self.written, span_of(place));
        if let Some(what) = indirection(&event) {
            let span = place.tag_span().filter(|_| what == "tag").map_or(span, |tag| span_of(&tag));
            self.problems.push(Problem { span: Some(span), kind: ProblemKind::Indirection(what) });
        }
        match event {
            Event::DocumentStart(is_explicit, _) if self.root.is_some() => self.second_document(span, is_explicit),
            Event::DocumentEnd if span.start < span.end => {
                self.ended = Some(span);
                Step::On
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.value(Node { span, kind: NodeKind::Unread }),
            Event::Scalar(text, style, _, tag) => {
                // `!Messages` was meant as text, and is read as a tag on nothing.
                let is_tagged = tag.is_some();
                // An empty value is at the colon before it.
                let empty = span.start == span.end;
                let part = self.recovered.part_at(span.start).or_else(|| self.recovered.part_at(span.start + 1).filter(|_| empty));
                if let Some(part) = part {
                    return self.value(Node { span: snap(self.written, part), kind: NodeKind::Unread });
                }
                if is_tagged && text.is_empty() {
                    return self.value(Node { span, kind: NodeKind::Unread });
                }
                let plain = matches!(style, ScalarStyle::Plain);
                if plain && self.hides_its_indent(span, &text) {
                    return Step::Refuse(span.start as usize, String::new());
                }
                if plain && self.is_foreign_comment(&text) {
                    return Step::Refuse(span.start as usize, String::new());
                }
                // A key stays as it is, so that it is not taken for another one.
                let is_key = matches!(self.stack.last(), Some(Open::Mapping { key: None, .. }));
                let seen: Box<str> = if is_key { (&*text).into() } else { unseen::shown(&text).into() };
                // A text of which nothing is seen is empty; no value is another thing.
                let plain = plain && (seen.is_empty() == text.is_empty());
                self.value(Node { span, kind: NodeKind::Scalar { text: seen, plain } })
            }
            Event::SequenceStart(..) => self.open(Open::Sequence { start: span, items: Vec::new() }, span),
            Event::MappingStart(..) => {
                self.open(Open::Mapping { start: span, entries: Vec::new(), key: None, known: HashMap::new() }, span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            _ => Step::On,
        }
    }

    /// Whether `text` is a key or an item that is after an invisible character which was meant to indent it. YAML reads that character as
    /// a letter, and so the line as one of the wrong group.
    fn hides_its_indent(&self, span: Span, text: &str) -> bool {
        if !text.starts_with(is_invisible) {
            return false;
        }
        let is_key = matches!(self.stack.last(), Some(Open::Mapping { key: None, .. }));
        let is_item = text.trim_start_matches(|c| c == ' ' || is_invisible(c)).starts_with("- ");
        let in_flow = self.stack.iter().any(|open| match open {
            Open::Sequence { start, .. } | Open::Mapping { start, .. } => self.is_flow(*start),
        });
        let before = slice(self.text, ..span.start as usize).rsplit(['\n', '\r']).next().unwrap_or_default();
        (is_key || is_item) && !in_flow && before.bytes().all(|byte| byte == b' ')
    }

    /// Whether `text` begins with a comment of JavaScript, among the entries of a list or a group in brackets. YAML reads it as text.
    fn is_foreign_comment(&self, text: &str) -> bool {
        let begins_entry = match self.stack.last() {
            Some(Open::Mapping { start, key: None, .. } | Open::Sequence { start, .. }) => self.is_flow(*start),
            _ => false,
        };
        begins_entry && (text.starts_with("//") || text.starts_with("/*"))
    }

    /// Something begins at `span` after the document has ended.
    fn second_document(&mut self, span: Span, is_explicit: bool) -> Step {
        let below = slice(self.text, span.end as usize..);
        let is_last = below.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        match self.ended {
            Some(ended) if !is_explicit => Step::Refuse(ended.start as usize, String::new()),
            _ if is_explicit && (is_last || below.starts_with(" a/")) => Step::Refuse(span.start as usize, String::new()),
            _ => self.stop(span, ProblemKind::SecondDocument),
        }
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
                // A list of which nothing could be read is not an empty one.
                let is_unread = !items.is_empty() && items.iter().all(|item| item.kind == NodeKind::Unread);
                let kind = if is_unread { NodeKind::Unread } else { NodeKind::Sequence(items) };
                Node { span: Span { start: start.start, end: last }, kind }
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
        slice(self.text, start.start as usize..).starts_with(['{', '['])
    }

    /// A flow collection ends with its bracket, a block one with its last value.
    fn flow_end(&self, start: Span, end: Span) -> u32 {
        if self.is_flow(start) { end.end } else { 0 }
    }

    fn value(&mut self, node: Node) -> Step {
        self.n_nodes += 1;
        if self.n_nodes > MAX_NODES {
            return self.stop(node.span, ProblemKind::TooComplex("it contains more than 50,000 values"));
        }
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence { items, .. }) => items.push(node),
            Some(Open::Mapping { entries, key, known, .. }) => match key.take() {
                Some(Key::Good(name)) => entries.push((name, node)),
                Some(Key::Dropped) => {}
                None => *key = Some(read_key(node, known, &mut self.problems)),
            },
        }
        Step::On
    }
}

/// The feature of YAML that makes a value be defined elsewhere than where it is read, if `event` uses one.
fn indirection(event: &Event<'_>) -> Option<&'static str> {
    match event {
        Event::Alias(_) | Event::UnresolvedAlias(_) => Some("alias"),
        Event::Scalar(_, _, anchor, _) | Event::SequenceStart(_, anchor, _) | Event::MappingStart(_, anchor, _) if *anchor > 0 => {
            Some("anchor")
        }
        Event::Scalar(_, _, _, Some(_)) | Event::SequenceStart(_, _, Some(_)) | Event::MappingStart(_, _, Some(_)) => Some("tag"),
        _ => None,
    }
}

/// The key that `node` is, unless it is one of those that are `known` in the mapping, with their places.
fn read_key(node: Node, known: &mut HashMap<Box<str>, Span>, problems: &mut Vec<Problem>) -> Key {
    let NodeKind::Scalar { text, .. } = node.kind else {
        if node.kind == NodeKind::Unread {
            return Key::Dropped;
        }
        problems.push(Problem { span: Some(node.span), kind: ProblemKind::KeyNotText });
        return Key::Dropped;
    };
    match known.get(&text) {
        Some(&first) => {
            let kind = ProblemKind::DuplicateKey { key: text.into(), first };
            problems.push(Problem { span: Some(node.span), kind });
            Key::Dropped
        }
        None => {
            known.insert(text.clone(), node.span);
            Key::Good(Spanned::new(text, node.span))
        }
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
    fn a_duplicate_key_is_reported_with_both_places() {
        assert_eq!(problem("a: 1\nb: 2\na: 3\n"), ProblemKind::DuplicateKey { key: "a".into(), first: Span { start: 0, end: 1 } });
    }

    #[test]
    fn expansion_bombs_are_refused() {
        let (_, problems) = parse("a: &x [1, 2]\nb: *x\n");
        assert_eq!(
            problems.iter().map(|problem| &problem.kind).collect::<Vec<_>>(),
            [&ProblemKind::Indirection("anchor"), &ProblemKind::Indirection("alias")]
        );
        assert!(matches!(problem(&"[".repeat(100_000)), ProblemKind::TooComplex(_) | ProblemKind::Mistake(_)));
        assert!(matches!(problem(&"- ".repeat(50_000)), ProblemKind::TooComplex(_) | ProblemKind::Mistake(_)));
        assert!(matches!(problem(&"{a: ".repeat(20_000)), ProblemKind::TooComplex(_) | ProblemKind::Mistake(_)));
        let wide = format!("[{}]", "1,".repeat(60_000));
        assert!(matches!(problem(&wide), ProblemKind::TooComplex(_)));
    }

    #[test]
    fn a_second_document_is_refused() {
        assert_eq!(problem("a: 1\n---\nb: 2\n"), ProblemKind::SecondDocument);
    }

    #[test]
    fn yes_and_no_stay_strings() {
        let (root, _) = parse("[no, 1.10, 2026-05-01, 0x1F]");
        let Some(Node { kind: NodeKind::Sequence(items), .. }) = root else { panic!("a list") };
        let texts = items.iter().map(|item| match &item.kind {
            NodeKind::Scalar { text, .. } => &**text,
            _ => panic!("a scalar"),
        });
        assert_eq!(texts.collect::<Vec<_>>(), ["no", "1.10", "2026-05-01", "0x1F"]);
    }

    /// Texts that get longer with `n` and that the parser refuses, each in a way of its own.
    fn hostile(n: usize) -> Vec<String> {
        const LINES: [&str; 12] = [
            "a: \"\n",
            "a: [\n",
            "\t- a\n",
            "a b\n",
            "- a\nb\n",
            "a: b: c\n",
            "'",
            "a: {b: 'c}\n",
            "a:b\n",
            "* a\n",
            "a: |\n\tb\n",
            "```\n",
        ];
        let deeper = |line: &str| (0..n.isqrt()).map(|depth| format!("{}{line}\n", " ".repeat(depth))).collect::<String>();
        let mut texts: Vec<String> = LINES.iter().map(|line| line.repeat(n / line.len())).collect();
        texts.extend([deeper("a"), deeper("- a"), deeper("a:"), format!("{}\"", deeper("a: \"b")), format!("{}]", "a: b\n".repeat(n / 5))]);
        texts.push(format!("a: [{}", "\"b\" ".repeat(n / 4)));
        texts.push(format!("a: [ b \"{}", "\\\"".repeat(n / 2)));
        texts.push(format!("<<<<<<< a\n{}", "b\n".repeat(n / 2)));
        texts
    }

    #[test]
    fn a_hostile_text_four_times_as_long_takes_four_times_the_work() {
        use crate::parse::mistake::WORK;
        let work = |text: &str| {
            WORK.set(0);
            let (root, problems) = parse(text);
            assert!(root.is_some() || !problems.is_empty());
            WORK.get()
        };
        for (short, long) in hostile(4_000).iter().zip(hostile(16_000)) {
            let (few, many) = (work(short), work(&long));
            assert!(many <= few * 5, "{few} and {many} bytes looked at: {:?}", &long[..20]);
        }
    }

    #[test]
    fn one_mistake_does_not_hide_the_next() {
        let (root, problems) = parse("a: \"b\nc: d: e\nf g\nh: [i\nj: k\n");
        assert!(problems.iter().all(|problem| matches!(problem.kind, ProblemKind::Mistake(_))), "{problems:?}");
        let starts: Vec<_> = problems.iter().filter_map(|problem| problem.span).map(|span| span.start).collect();
        assert_eq!(starts, [3, 9, 14, 21]);
        let Some(Node { kind: NodeKind::Mapping(entries), .. }) = root else { panic!("a mapping") };
        let kinds: Vec<_> = entries.iter().map(|(key, value)| (&*key.value, value.kind == NodeKind::Unread)).collect();
        assert_eq!(kinds, [("a", true), ("c", true), ("f", true), ("h", true), ("j", false)]);
    }
}
