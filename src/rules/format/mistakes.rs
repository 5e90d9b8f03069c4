//! The mistakes that keep a part of a document from being read, and how their rules describe them. Contains no wording of its own.

use crate::diagnostic::{Certainty, Edit, Findings};
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::parse::problem::ProblemKind;
use crate::source::Span;

/// The wording of a mistake.
pub(super) struct Words {
    message: String,
    label: String,
    other: &'static str,
    help: Vec<String>,
    /// What the change does.
    title: String,
    fix: Fix,
}

/// The change that fixes the mistake.
enum Fix {
    /// The change that was found with it, if there is one.
    AsFound,
    /// None: the key asks for something else.
    Withheld,
    /// This change, which is likely.
    Instead(Vec<Edit>),
}

impl Words {
    /// What is wrong, and what is at the caret.
    pub(super) fn new(message: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            label: label.into(),
            other: "this belongs to it",
            help: Vec::new(),
            title: String::new(),
            fix: Fix::AsFound,
        }
    }

    /// What is at the other place, if the mistake has one.
    pub(super) fn other(self, label: &'static str) -> Self {
        Self { other: label, ..self }
    }

    /// What to do.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// What the fixing change does, if there is one.
    pub(super) fn fix(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// Offers no change.
    pub(super) fn without_fix(self) -> Self {
        Self { fix: Fix::Withheld, ..self }
    }

    /// Offers `text` in place of `span`, instead of the change that was found with the mistake.
    pub(super) fn suggest(self, span: Span, text: String) -> Self {
        let title = format!("write `{text}`");
        Self { title, fix: Fix::Instead(vec![Edit { span, text }]), ..self }
    }
}

/// Reports each mistake in `document` for which `words` returns a description; the others belong to other rules.
pub(super) fn name_mistakes(document: &Document, findings: &mut Findings<'_>, words: fn(&MistakeKind) -> Option<Words>) {
    name_mistakes_at(document, findings, |mistake, _| words(mistake));
}

/// The same for descriptions that depend on the place of the mistake.
pub(super) fn name_mistakes_at(document: &Document, findings: &mut Findings<'_>, words: impl Fn(&MistakeKind, Span) -> Option<Words>) {
    for problem in &document.problems {
        let (Some(span), ProblemKind::Mistake(mistake)) = (problem.span, &problem.kind) else { continue };
        let Some(words) = words(&mistake.kind, span) else { continue };
        let mut finding = findings.at(span, words.message).label(words.label);
        for help in words.help {
            finding = finding.help(help);
        }
        if let Some(other) = mistake.other {
            finding = finding.related(&document.path, Some(other), words.other);
        }
        let found = mistake.fix.as_ref().map(|(certainty, edits)| (*certainty, edits.clone()));
        let fix = match words.fix {
            Fix::AsFound => found,
            Fix::Withheld => None,
            Fix::Instead(edits) => Some((Certainty::Likely, edits)),
        };
        if let Some((certainty, edits)) = fix {
            finding.edits(certainty, words.title, edits);
        }
    }
}

/// `n` spaces in words.
pub(super) fn spaces(n: usize) -> String {
    match n {
        0 => "no spaces".to_owned(),
        1 => "1 space".to_owned(),
        n => format!("{n} spaces"),
    }
}

/// A character between backticks, unless it is a backtick.
pub(super) fn shown(c: char) -> String {
    if c == '`' { "a backtick".to_owned() } else { format!("`{c}`") }
}

/// An invisible character, by its name and number.
pub(super) fn called(c: char) -> String {
    let name = match c {
        '\u{a0}' => "a non-breaking space",
        '\u{200b}' => "a zero-width space",
        '\u{feff}' => "a byte-order mark",
        '\u{1b}' => "escape",
        '\0' => "NUL",
        _ => "an invisible character",
    };
    format!("{name} (U+{:04X})", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::mistake::Mistake;
    use crate::parse::problem::Problem;
    use crate::rules::Check;
    use crate::source::ContentPath;

    /// The rule that describes `mistake`. A new mistake does not compile until its rule is named here.
    fn rule_of(mistake: &MistakeKind) -> &'static str {
        match mistake {
            MistakeKind::TabIndentation { .. } | MistakeKind::BlockTextBeginsWithTab => "tab-indentation",
            MistakeKind::InvisibleIndentation(_) | MistakeKind::InvisibleAfterColon { .. } => "invisible-space",
            MistakeKind::WrongIndent { .. } | MistakeKind::ItemOutOfLine { .. } | MistakeKind::BlockTextOutOfLine { .. } => {
                "wrong-indentation"
            }
            MistakeKind::TextNotIndented(_)
            | MistakeKind::QuotedTextNotIndented
            | MistakeKind::BlockTextNotIndented(_)
            | MistakeKind::TextAfterBlockMark(_) => "text-not-indented",
            MistakeKind::ItemWithoutDash(_) | MistakeKind::ItemAmongKeys | MistakeKind::KeyAmongItems(_) => "list-mixed-with-keys",
            MistakeKind::ListOnKeyLine(_) | MistakeKind::Bullet(_) => "list-malformed",
            MistakeKind::UnclosedQuote(_) | MistakeKind::WrongClosingQuote { .. } => "quote-unclosed",
            MistakeKind::QuoteInsideQuotes(_) | MistakeKind::TextAfterQuote(_) => "text-after-quote",
            MistakeKind::BadEscape(_) => "escape-unknown",
            MistakeKind::TypographicQuotes => "typographic-quotes",
            MistakeKind::SpecialStart(_) | MistakeKind::ColonInText(_) | MistakeKind::SpaceInUrl => "text-needs-quotes",
            MistakeKind::UnclosedBracket(_) | MistakeKind::MismatchedBracket { .. } => "bracket-unclosed",
            MistakeKind::StrayBracket(_) | MistakeKind::TextAfterBracket { .. } => "bracket-stray",
            MistakeKind::MissingComma | MistakeKind::DuplicateComma | MistakeKind::MarkAfterValue(_) => "comma-misplaced",
            MistakeKind::NoColon { .. } | MistakeKind::OtherSign { .. } => "colon-missing",
            MistakeKind::NoSpaceAfterColon { .. } | MistakeKind::NoSpaceAfterDash(_) | MistakeKind::CommentWithoutSpace => "space-missing",
            MistakeKind::ControlCharacter(_) => "yaml-control-character",
            MistakeKind::Conflict => "yaml-merge-conflict",
            MistakeKind::Fence | MistakeKind::ForeignComment(_) | MistakeKind::Heading | MistakeKind::Html | MistakeKind::Patch => {
                "foreign-syntax"
            }
            MistakeKind::DocumentEnd | MistakeKind::ClosingDashes => "early-document-end",
            MistakeKind::Other(_) => "yaml-syntax",
        }
    }

    fn one_of_each() -> Vec<MistakeKind> {
        let text = || "text".to_owned();
        vec![
            MistakeKind::TabIndentation { n_lines: 1 },
            MistakeKind::TabIndentation { n_lines: 2 },
            MistakeKind::BlockTextBeginsWithTab,
            MistakeKind::InvisibleIndentation('\u{a0}'),
            MistakeKind::InvisibleAfterColon { key: text(), character: '\u{a0}' },
            MistakeKind::WrongIndent { key: text(), column: 1, expected: 0, sibling: text() },
            MistakeKind::ItemOutOfLine { column: 1, expected: 0 },
            MistakeKind::BlockTextOutOfLine { expected: 2 },
            MistakeKind::TextNotIndented(text()),
            MistakeKind::QuotedTextNotIndented,
            MistakeKind::BlockTextNotIndented(text()),
            MistakeKind::TextAfterBlockMark('|'),
            MistakeKind::ItemWithoutDash(text()),
            MistakeKind::ItemAmongKeys,
            MistakeKind::KeyAmongItems(text()),
            MistakeKind::ListOnKeyLine(text()),
            MistakeKind::Bullet(text()),
            MistakeKind::UnclosedQuote('"'),
            MistakeKind::WrongClosingQuote { opened: '"', closed: '\'' },
            MistakeKind::QuoteInsideQuotes('"'),
            MistakeKind::TextAfterQuote(text()),
            MistakeKind::BadEscape(text()),
            MistakeKind::TypographicQuotes,
            MistakeKind::SpecialStart('@'),
            MistakeKind::ColonInText(text()),
            MistakeKind::SpaceInUrl,
            MistakeKind::UnclosedBracket('['),
            MistakeKind::MismatchedBracket { open: '[', close: '}' },
            MistakeKind::StrayBracket(']'),
            MistakeKind::TextAfterBracket { close: ']', text: text() },
            MistakeKind::MissingComma,
            MistakeKind::DuplicateComma,
            MistakeKind::MarkAfterValue(','),
            MistakeKind::NoColon { word: text(), has_more: true },
            MistakeKind::NoColon { word: text(), has_more: false },
            MistakeKind::OtherSign { key: text(), sign: "=" },
            MistakeKind::NoSpaceAfterColon { key: text(), value: text() },
            MistakeKind::NoSpaceAfterDash(text()),
            MistakeKind::CommentWithoutSpace,
            MistakeKind::ControlCharacter('\0'),
            MistakeKind::Conflict,
            MistakeKind::Fence,
            MistakeKind::ForeignComment("//"),
            MistakeKind::Heading,
            MistakeKind::Html,
            MistakeKind::Patch,
            MistakeKind::DocumentEnd,
            MistakeKind::ClosingDashes,
        ]
    }

    #[test]
    fn every_mistake_is_worded_by_its_rule_alone() {
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a valid path");
        for mistake in one_of_each() {
            let mut document = Document::read(path.clone(), Ok(b"name: Acme\n".to_vec()));
            let kind = ProblemKind::Mistake(Box::new(Mistake::new(mistake.clone())));
            document.problems = vec![Problem { span: Some(Span { start: 0, end: 4 }), kind }];
            let mut found = Vec::new();
            for rule in super::super::RULES {
                if let Check::Document(check) = rule.check {
                    check(&document, &mut Findings::new(rule.code, rule.level, &path, &mut found));
                }
            }
            let names: Vec<_> = found.iter().map(|found| found.code.name).collect();
            assert_eq!(names, [rule_of(&mistake)], "{mistake:?}");
        }
    }
}
