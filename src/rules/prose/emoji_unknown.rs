//! `emoji-unknown`

use crate::diagnostic::Findings;
use crate::parse::prose::LossKind;
use crate::rules::RawProse;
use crate::rules::rule::rule;

rule! {
    /// An emoji short code is shown as text.
    ///
    /// A forge shows an emoji for `:balloon:`. Pages know the most common short codes; of the others, visitors see the letters.
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

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for loss in &prose.outline.losses {
        if let LossKind::UnknownEmoji(code) = &loss.kind {
            findings.at(loss.span, format!("`:{code}:` is shown as text")).help("write the emoji itself; put code in backticks");
        }
    }
}
