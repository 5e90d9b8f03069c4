//! `text-not-shown`

use crate::diagnostic::Findings;
use crate::parse::prose::LossKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A part of a text is not shown.
    ///
    /// Some HTML is removed with its content: scripts, drawings, videos, forms, and a comment that does not end. A footnote that nothing refers to, and content
    /// that is nested too deeply, are not shown either. Visitors do not know that something is missing.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// <video src="a.mp4">Watch how it is done.</video>
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Install it. <!-- to be written
    ///
    /// <!-- The rest
    ///
    /// Use it.
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Install it.
    ///
    /// [^1]: As an administrator.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Install it.[^1] <!-- to be written -->
    ///
    /// [^1]: As an administrator.
    /// ```
    TEXT_NOT_SHOWN = { id: "P035", name: "text-not-shown", level: Warn, since: "0.1", check: Markdown(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for loss in &prose.outline.losses {
        match &loss.kind {
            LossKind::Hidden(name) => {
                findings
                    .at(loss.span, format!("`<{}>` is removed with everything in it", shortened(name)))
                    .help("write the content in Markdown, and link to videos and interactive pages");
            }
            LossKind::Unclosed => {
                findings
                    .at(loss.span, "the tag or comment that begins here has no end, and hides everything after it")
                    .help("write `-->` at the end of a comment and `>` at the end of a tag, or `&lt;` for the character `<`");
            }
            LossKind::UnusedFootnote(label) => {
                findings
                    .at(loss.span, format!("nothing refers to the footnote `[^{}]`, so it is not shown", shortened(label)))
                    .help("refer to it in the text, or delete it; of two footnotes with one label, the second is not shown");
            }
            LossKind::TooDeep => {
                findings.at(loss.span, "this is nested too deeply to be shown").help("move it into a section of its own");
            }
            _ => {}
        }
    }
}
