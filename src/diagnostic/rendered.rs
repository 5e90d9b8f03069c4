//! A finding as every format shows it: places counted, words made printable, a fingerprint. The formats differ in syntax only, because all of
//! them draw from here.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{Advice, Certainty, Change, Code, Cost, Diagnostic, Level, Report, Reported, RuleDescription, Sources};
use crate::source::{ContentPath, LineIndex, Span, floor_char_boundary};
use crate::text::printable;

/// A place as people and programs count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Point {
    /// Line, from 1. LF, CRLF and a lone CR each end one.
    pub(super) line: usize,
    /// Column, from 1, in Unicode code points.
    pub(super) column: usize,
    /// Bytes from the beginning of the text; a byte-order mark does not count.
    pub(super) offset: usize,
}

/// A part of a file, from its first character to after its last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Range {
    pub(super) start: Point,
    pub(super) end: Point,
}

/// A finding that is ready to be written down. Words contain no control characters: every message is one line.
#[derive(Debug)]
pub(super) struct RenderedDiagnostic<'run> {
    pub(super) code: Code,
    pub(super) level: Level,
    pub(super) cost: Cost,
    /// The file with the name of the content folder in front, as it is on disk.
    pub(super) path: String,
    /// The text of the file; `None` for an image or a file that could not be read.
    pub(super) text: Option<&'run str>,
    /// `None` for a file as a whole.
    pub(super) range: Option<Range>,
    pub(super) message: String,
    pub(super) label: Option<String>,
    pub(super) help: Vec<String>,
    /// The changes of keys in the help, as data.
    pub(super) changes: Vec<&'run Change>,
    pub(super) related: Vec<RenderedRelated<'run>>,
    pub(super) fix: Option<RenderedFix<'run>>,
    pub(super) rule: Option<&'run RuleDescription>,
    /// How many findings it stands for; of more than one nothing but their number is reported.
    pub(super) n_findings: usize,
    /// The same for the same finding after lines above it were added or removed, or the line was indented.
    pub(super) fingerprint: String,
}

#[derive(Debug)]
pub(super) struct RenderedRelated<'run> {
    pub(super) path: String,
    pub(super) text: Option<&'run str>,
    pub(super) range: Option<Range>,
    pub(super) label: String,
}

#[derive(Debug)]
pub(super) struct RenderedFix<'run> {
    pub(super) title: String,
    pub(super) certainty: Certainty,
    /// The ranges to replace with their new text, which may contain anything.
    pub(super) edits: Vec<(Range, &'run str)>,
    /// The text of the file.
    pub(super) text: &'run str,
}

impl RenderedFix<'_> {
    /// Whether `check --fix` does it.
    pub(super) fn is_certain(&self) -> bool {
        self.certainty == Certainty::Certain
    }
}

impl RenderedDiagnostic<'_> {
    /// Line and column of the beginning; a finding about a whole file is at its beginning.
    pub(super) fn start(&self) -> (usize, usize) {
        self.range.map_or((1, 1), |range| (range.start.line, range.start.column))
    }

    /// `text` with a line for each help, which begins with `prefix`, and a line for the page of the rule.
    pub(super) fn with_advice(&self, text: String, prefix: &str) -> String {
        let help = self.help.iter().map(|help| format!("\n{prefix}{help}"));
        std::iter::once(text).chain(help).chain(self.url().map(|url| format!("\n{url}"))).collect()
    }

    /// The page of the rule.
    pub(super) fn url(&self) -> Option<&str> {
        self.rule.and_then(|rule| rule.url.as_deref())
    }
}

/// Every finding of `report` that is reported, in its order.
pub(super) fn prepare<'run>(report: &'run Report, sources: &Sources<'run>) -> Vec<RenderedDiagnostic<'run>> {
    let mut texts = Texts { sources: *sources, known: BTreeMap::new() };
    let mut n_alike = HashMap::new();
    report.reported().map(|reported| of(reported, &mut texts, &mut n_alike)).collect()
}

fn of<'run>(reported: Reported<'run>, texts: &mut Texts<'run>, n_alike: &mut HashMap<blake3::Hash, usize>) -> RenderedDiagnostic<'run> {
    let (sources, diagnostic) = (texts.sources, reported.diagnostic);
    if let Some(rest) = reported.rest() {
        let first = of(Reported { n_findings: 1, ..reported }, texts, n_alike);
        let n_findings = reported.n_findings;
        return RenderedDiagnostic {
            message: rest,
            label: None,
            help: Vec::new(),
            changes: Vec::new(),
            related: Vec::new(),
            fix: None,
            n_findings,
            ..first
        };
    }
    let Diagnostic { code, level, path, .. } = diagnostic;
    let range = texts.range(path, diagnostic.span);
    let alike = alike(diagnostic, range.and_then(|range| Some(line_at((sources.text_of)(path)?, range.start.offset))).unwrap_or_default());
    let nth = n_alike.entry(alike).and_modify(|n| *n += 1).or_insert(1);
    RenderedDiagnostic {
        code: *code,
        level: *level,
        cost: diagnostic.cost,
        path: sources.name(path),
        text: (sources.text_of)(path),
        range,
        message: printable(&diagnostic.message),
        label: diagnostic.label.as_deref().map(printable),
        help: diagnostic.help.iter().map(|help| printable(&help.to_string())).collect(),
        changes: diagnostic.help.iter().flat_map(Advice::changes).collect(),
        related: diagnostic
            .related
            .iter()
            .map(|related| RenderedRelated {
                path: sources.name(&related.path),
                text: (sources.text_of)(&related.path),
                range: texts.range(&related.path, related.span),
                label: printable(&related.label),
            })
            .collect(),
        fix: diagnostic.fix.as_ref().and_then(|fix| {
            let edits = fix.edits.iter().map(|edit| Some((texts.range(path, Some(edit.span))?, edit.text.as_str())));
            Some(RenderedFix {
                title: printable(&fix.title),
                certainty: fix.certainty,
                edits: edits.collect::<Option<_>>()?,
                text: (sources.text_of)(path)?,
            })
        }),
        rule: sources.rule(*code),
        n_findings: 1,
        fingerprint: format!("{}:{nth}", &alike.to_hex()[..32]),
    }
}

/// Returns a hash of everything but the position: the rule, the file and the words of the line, but not where the line is,
/// nor what the content folder is called on this machine.
fn alike(diagnostic: &Diagnostic, line: &str) -> blake3::Hash {
    let words: Vec<&str> = line.split_whitespace().collect();
    blake3::hash([diagnostic.code.id, diagnostic.path.as_str(), &words.join(" ")].join("\0").as_bytes())
}

/// The line of `text` that contains the byte at `offset`, without its end; of a very long one what is near. A file may be a single line with a
/// finding for every word.
fn line_at(text: &str, offset: usize) -> &str {
    const NEAR: usize = 512;
    let ends = |c: char| matches!(c, '\n' | '\r');
    let from = floor_char_boundary(text, offset.saturating_sub(NEAR));
    let to = floor_char_boundary(text, offset + NEAR).max(offset);
    let start = text[from..offset].rfind(ends).map_or(from, |end| from + end + 1);
    let end = text[offset..to].find(ends).map_or(to, |end| offset + end);
    &text[start..end]
}

/// The texts of files, whose lines are found once.
struct Texts<'run> {
    sources: Sources<'run>,
    known: BTreeMap<&'run ContentPath, Option<(&'run str, LineIndex<'run>)>>,
}

impl<'run> Texts<'run> {
    /// Returns the range of `span`; `None` for a file as a whole, or without a text.
    fn range(&mut self, path: &'run ContentPath, span: Option<Span>) -> Option<Range> {
        let text_of = self.sources.text_of;
        let known = self.known.entry(path).or_insert_with(|| text_of(path).map(|text| (text, LineIndex::new(text))));
        let (text, lines) = known.as_ref()?;
        let point = |offset: u32| {
            let offset = floor_char_boundary(text, offset as usize);
            let position = lines.position(offset);
            Point { line: position.line, column: position.column, offset }
        };
        let Span { start, end } = span?;
        Some(Range { start: point(start), end: point(end.max(start)) })
    }
}
