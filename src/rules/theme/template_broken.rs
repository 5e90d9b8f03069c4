//! `template-broken`

use crate::diagnostic::{Diagnostic, Findings, Level};
use crate::format::Document;
use crate::rules::rule::rule;
use crate::source::{ContentPath, Span};

rule! {
    /// A template cannot be parsed or rendered, or prints a variable that no page has.
    ///
    /// Every page that uses the template would be missing or incomplete, so nothing is built until it is fixed. The page "Template variables" of the
    /// manual (`pressmark manual template-variables`) lists what each template can print, and `pressmark theme eject` prints the built-in template.
    TEMPLATE_BROKEN = { id: "T006", name: "template-broken", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

/// Templates are parsed by the engine that renders them; its caller makes the finding with [`template_broken`].
fn check(_: &Document, _: &mut Findings<'_>) {}

/// The finding for the template at `path`, where the engine says `message` about `span`. `near` is the name that was probably meant.
#[must_use]
pub fn template_broken(path: &ContentPath, span: Option<Span>, message: String, near: Option<&str>) -> Diagnostic {
    let mut found = Vec::new();
    let mut findings = Findings::new(TEMPLATE_BROKEN.code, Level::Error, path, &mut found);
    let finding = findings.elsewhere(path, span, message).did_you_mean(near);
    finding.help("`pressmark manual template-variables` lists what a template can print");
    let Some(diagnostic) = found.pop() else { unreachable!("said above") };
    diagnostic
}
