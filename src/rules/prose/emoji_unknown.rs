//! `emoji-unknown`

use crate::diagnostic::Findings;
use crate::parse::prose::LossKind;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;

rule! {
    /// A short code of an emoji is shown as it is written.
    ///
    /// A forge shows a sign for `:balloon:`. Pages know the short codes that are used most; visitors read the letters of the others.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Done :balloon:
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Done :rocket: 🎈, and `:balloon:` as well.
    /// ```
    EMOJI_UNKNOWN = { id: "P034", name: "emoji-unknown", level: Info, since: "0.1", check: Markdown(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    for loss in &prose.outline.losses {
        if let LossKind::UnknownEmoji(code) = &loss.kind {
            findings.at(loss.span, format!("`:{code}:` is shown as it stands")).help("write the sign itself; code belongs in backquotes");
        }
    }
}
