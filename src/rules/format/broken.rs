//! The mistakes that keep a part of a document from being read, and how their rules describe them. Contains no wording of its own.

use crate::diagnostic::{Certainty, Edit, Findings};
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::parse::problem::ProblemKind;
use crate::source::Span;

/// What a rule says about a mistake.
pub(super) struct Words {
    message: String,
    label: String,
    other: &'static str,
    help: Vec<String>,
    fix: String,
    mend: Mend,
}

/// Which change fixes the mistake.
enum Mend {
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
            fix: String::new(),
            mend: Mend::AsFound,
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
        Self { fix: title.into(), ..self }
    }

    /// Offers no change.
    pub(super) fn without_fix(self) -> Self {
        Self { mend: Mend::Withheld, ..self }
    }

    /// Offers `text` in place of `span`, instead of the change that was found with the mistake.
    pub(super) fn suggest(self, span: Span, text: String) -> Self {
        let fix = format!("write `{text}`");
        Self { fix, mend: Mend::Instead(vec![Edit { span, text }]), ..self }
    }
}

/// Reports each mistake in `document` for which `words` returns a description; the others belong to other rules.
pub(super) fn name_mistakes(document: &Document, findings: &mut Findings<'_>, words: fn(&Mistake) -> Option<Words>) {
    name_mistakes_at(document, findings, |mistake, _| words(mistake));
}

/// The same for descriptions that depend on the place of the mistake.
pub(super) fn name_mistakes_at(document: &Document, findings: &mut Findings<'_>, words: impl Fn(&Mistake, Span) -> Option<Words>) {
    for problem in &document.problems {
        let (Some(span), ProblemKind::Broken(broken)) = (problem.span, &problem.kind) else { continue };
        let Some(words) = words(&broken.mistake, span) else { continue };
        let mut finding = findings.at(span, words.message).label(words.label);
        for help in words.help {
            finding = finding.help(help);
        }
        if let Some(other) = broken.other {
            finding = finding.related(&document.path, Some(other), words.other);
        }
        let found = broken.mend.as_ref().map(|(certainty, edits)| (*certainty, edits.clone()));
        let mend = match words.mend {
            Mend::AsFound => found,
            Mend::Withheld => None,
            Mend::Instead(edits) => Some((Certainty::Likely, edits)),
        };
        if let Some((certainty, edits)) = mend {
            finding.edits(certainty, words.fix, edits);
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
    use crate::parse::mistake::Broken;
    use crate::parse::problem::Problem;
    use crate::rules::Check;
    use crate::source::ContentPath;

    /// The rule that describes `mistake`. A new mistake does not compile until its rule is named here.
    fn rule_of(mistake: &Mistake) -> &'static str {
        match mistake {
            Mistake::TabIndentation { .. } | Mistake::BlockTextBeginsWithTab => "tab-indentation",
            Mistake::InvisibleIndentation(_) | Mistake::InvisibleAfterColon { .. } => "invisible-space",
            Mistake::WrongIndent { .. } | Mistake::ItemOutOfLine { .. } | Mistake::BlockTextOutOfLine { .. } => "wrong-indentation",
            Mistake::TextNotIndented(_)
            | Mistake::QuotedTextNotIndented
            | Mistake::BlockTextNotIndented(_)
            | Mistake::TextAfterBlockMark(_) => "text-not-indented",
            Mistake::ItemWithoutDash(_) | Mistake::ItemAmongKeys | Mistake::KeyAmongItems(_) => "list-mixed-with-keys",
            Mistake::ListOnKeyLine(_) | Mistake::Bullet(_) => "list-malformed",
            Mistake::UnclosedQuote(_) | Mistake::WrongClosingQuote { .. } => "quote-unclosed",
            Mistake::QuoteInsideQuotes(_) | Mistake::TextAfterQuote(_) => "text-after-quote",
            Mistake::BadEscape(_) => "escape-unknown",
            Mistake::TypographicQuotes => "typographic-quotes",
            Mistake::SpecialStart(_) | Mistake::ColonInText(_) | Mistake::SpaceInUrl => "text-needs-quotes",
            Mistake::UnclosedBracket(_) | Mistake::MismatchedBracket { .. } => "bracket-unclosed",
            Mistake::StrayBracket(_) | Mistake::TextAfterBracket { .. } => "bracket-stray",
            Mistake::MissingComma | Mistake::DuplicateComma | Mistake::MarkAfterValue(_) => "comma-misplaced",
            Mistake::NoColon { .. } | Mistake::OtherSign { .. } => "colon-missing",
            Mistake::NoSpaceAfterColon { .. } | Mistake::NoSpaceAfterDash(_) | Mistake::CommentWithoutSpace => "space-missing",
            Mistake::ControlCharacter(_) => "yaml-control-character",
            Mistake::Conflict => "yaml-merge-conflict",
            Mistake::Fence | Mistake::ForeignComment(_) | Mistake::Heading | Mistake::Html | Mistake::Patch => "foreign-syntax",
            Mistake::DocumentEnd | Mistake::ClosingDashes => "early-document-end",
            Mistake::Other(_) => "yaml-syntax",
        }
    }

    fn one_of_each() -> Vec<Mistake> {
        let text = || "text".to_owned();
        vec![
            Mistake::TabIndentation { n_lines: 1 },
            Mistake::TabIndentation { n_lines: 2 },
            Mistake::BlockTextBeginsWithTab,
            Mistake::InvisibleIndentation('\u{a0}'),
            Mistake::InvisibleAfterColon { key: text(), character: '\u{a0}' },
            Mistake::WrongIndent { key: text(), column: 1, expected: 0, sibling: text() },
            Mistake::ItemOutOfLine { column: 1, expected: 0 },
            Mistake::BlockTextOutOfLine { expected: 2 },
            Mistake::TextNotIndented(text()),
            Mistake::QuotedTextNotIndented,
            Mistake::BlockTextNotIndented(text()),
            Mistake::TextAfterBlockMark('|'),
            Mistake::ItemWithoutDash(text()),
            Mistake::ItemAmongKeys,
            Mistake::KeyAmongItems(text()),
            Mistake::ListOnKeyLine(text()),
            Mistake::Bullet(text()),
            Mistake::UnclosedQuote('"'),
            Mistake::WrongClosingQuote { opened: '"', closed: '\'' },
            Mistake::QuoteInsideQuotes('"'),
            Mistake::TextAfterQuote(text()),
            Mistake::BadEscape(text()),
            Mistake::TypographicQuotes,
            Mistake::SpecialStart('@'),
            Mistake::ColonInText(text()),
            Mistake::SpaceInUrl,
            Mistake::UnclosedBracket('['),
            Mistake::MismatchedBracket { open: '[', close: '}' },
            Mistake::StrayBracket(']'),
            Mistake::TextAfterBracket { close: ']', text: text() },
            Mistake::MissingComma,
            Mistake::DuplicateComma,
            Mistake::MarkAfterValue(','),
            Mistake::NoColon { word: text(), has_more: true },
            Mistake::NoColon { word: text(), has_more: false },
            Mistake::OtherSign { key: text(), sign: "=" },
            Mistake::NoSpaceAfterColon { key: text(), value: text() },
            Mistake::NoSpaceAfterDash(text()),
            Mistake::CommentWithoutSpace,
            Mistake::ControlCharacter('\0'),
            Mistake::Conflict,
            Mistake::Fence,
            Mistake::ForeignComment("//"),
            Mistake::Heading,
            Mistake::Html,
            Mistake::Patch,
            Mistake::DocumentEnd,
            Mistake::ClosingDashes,
        ]
    }

    #[test]
    fn every_mistake_is_worded_by_its_rule_alone() {
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a sound path");
        for mistake in one_of_each() {
            let mut document = Document::read(path.clone(), Ok(b"name: Acme\n".to_vec()));
            let kind = ProblemKind::Broken(Box::new(Broken::new(mistake.clone())));
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
