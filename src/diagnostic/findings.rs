//! What a rule writes to. It fixes the rule and the file of a finding; a rule cannot choose its level.

use super::{Advice, Certainty, Code, Cost, Diagnostic, Edit, Fix, Level, Related};
use crate::source::{ContentPath, Span};

/// Collects the findings of one rule about one file.
#[derive(Debug)]
pub struct Findings<'sink> {
    code: Code,
    level: Level,
    cost: Cost,
    path: &'sink ContentPath,
    sink: &'sink mut Vec<Diagnostic>,
}

impl<'sink> Findings<'sink> {
    /// Findings of the rule `code` about the file at `path`, added to `sink`.
    pub fn new(code: Code, level: Level, path: &'sink ContentPath, sink: &'sink mut Vec<Diagnostic>) -> Self {
        Self { code, level, cost: Cost::Nothing, path, sink }
    }

    /// The same, and each of them costs `cost` unless it says otherwise.
    #[must_use]
    pub fn costing(self, cost: Cost) -> Self {
        Self { cost, ..self }
    }

    /// Says `message` of the bytes at `span`.
    pub fn at(&mut self, span: Span, message: impl Into<String>) -> FindingBuilder<'_> {
        let path = self.path.clone();
        self.push(path, Some(span), message.into())
    }

    /// Says `message` of the file as a whole.
    pub fn whole(&mut self, message: impl Into<String>) -> FindingBuilder<'_> {
        let path = self.path.clone();
        self.push(path, None, message.into())
    }

    /// Says `message` of a place in another file; a rule that compares files chooses the one to fix.
    pub fn elsewhere(&mut self, path: &ContentPath, span: Option<Span>, message: impl Into<String>) -> FindingBuilder<'_> {
        self.push(path.clone(), span, message.into())
    }

    fn push(&mut self, path: ContentPath, span: Option<Span>, message: String) -> FindingBuilder<'_> {
        let (code, level, cost) = (self.code, self.level, self.cost);
        self.sink.push(Diagnostic {
            code,
            level,
            cost,
            path,
            span,
            message,
            label: None,
            help: Vec::new(),
            related: Vec::new(),
            fix: None,
        });
        let Some(diagnostic) = self.sink.last_mut() else { unreachable!("pushed on the line above") };
        FindingBuilder(diagnostic)
    }
}

/// A finding just made, to be completed.
#[derive(Debug)]
pub struct FindingBuilder<'sink>(&'sink mut Diagnostic);

impl FindingBuilder<'_> {
    /// Sets the label at the caret, in a few words.
    pub fn label(self, label: impl Into<String>) -> Self {
        self.0.label = Some(label.into());
        self
    }

    /// Sets the cost, where it is not the same for every finding of the rule.
    #[must_use]
    pub fn costs(self, cost: Cost) -> Self {
        self.0.cost = cost;
        self
    }

    /// Adds help: a sentence, or changes of keys.
    pub fn help(self, help: impl Into<Advice>) -> Self {
        self.0.help.push(help.into());
        self
    }

    /// Keeps it from being graver than `level`.
    #[must_use]
    pub fn at_most(self, level: Level) -> Self {
        self.0.level = self.0.level.min(level);
        self
    }

    /// Makes it one step milder than the level of its rule.
    #[must_use]
    pub fn milder(self) -> Self {
        self.0.level = self.0.level.milder();
        self
    }

    /// Offers `name` as what was probably meant, if there is one.
    #[must_use]
    pub fn did_you_mean(self, name: Option<&str>) -> Self {
        match name {
            Some(name) => self.help(Advice::Instead(name.to_owned())),
            None => self,
        }
    }

    /// Points at another place.
    pub fn related(self, path: &ContentPath, span: Option<Span>, label: impl Into<String>) -> Self {
        self.0.related.push(Related { path: path.clone(), span, label: label.into() });
        self
    }

    /// Replaces `span` by `text`, which is right whatever the author meant.
    pub fn fix(self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.edits(Certainty::Certain, format!("write `{text}`"), vec![Edit { span, text }])
    }

    /// Replaces `span` by `text`, which is probably what was meant: a person decides.
    pub fn suggest(self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.edits(Certainty::Likely, format!("write `{text}`"), vec![Edit { span, text }])
    }

    /// Offers a change of one or several places. `title` says what it does, as a request.
    pub fn edits(self, certainty: Certainty, title: impl Into<String>, mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| edit.span);
        self.0.fix = Some(Fix { title: title.into(), edits, certainty });
        self
    }
}
