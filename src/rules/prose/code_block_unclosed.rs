//! `code-block-unclosed`

use crate::diagnostic::Findings;
use crate::parse::prose::LossKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;

rule! {
    /// A code block has no end.
    ///
    /// Everything after it is read as code, including headings and links, and visitors see one long block.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// ~~~sh
    /// acme login
    ///
    /// ## Usage
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// ~~~sh
    /// acme login
    /// ~~~
    /// ```
    CODE_BLOCK_UNCLOSED = { id: "P030", name: "code-block-unclosed", level: Warn, since: "0.1", check: Markdown(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for loss in prose.outline.losses.iter().filter(|loss| loss.kind == LossKind::UnclosedFence) {
        let line = prose.text.get(loss.span.range()).unwrap_or_default().trim_start();
        let n_signs = line.chars().take_while(|char| matches!(char, '`' | '~')).count();
        let fence: String = line.chars().take(n_signs.clamp(3, 8)).collect();
        findings
            .at(loss.span, format!("the code block that begins with {fence} has no end"))
            .label("what follows is shown as code")
            .help(format!("write {fence} on a line of its own where the code ends, with the same indentation"));
    }
}
