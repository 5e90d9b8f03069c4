//! `heading-skips-level`

use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A heading skips a level.
    ///
    /// Screen reader users jump from heading to heading and rely on the levels as a table of contents: after a skipped level, they
    /// look for a section that does not exist. The page closes the gap by guessing.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// #### Keys
    ///
    /// Copy the key.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// ### Keys
    ///
    /// Copy the key.
    /// ```
    HEADING_SKIPS_LEVEL = { id: "P005", name: "heading-skips-level", level: Info, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for pair in prose.outline.headings.windows(2) {
        let [above, below] = pair else { continue };
        if below.level > above.level + 1 {
            findings
                .at(below.span, format!("heading `{}` skips a level", shortened(&below.text)))
                .label(format!("level {} below level {}", below.level, above.level))
                .help(format!("begin it with `{}`", "#".repeat(usize::from(above.level) + 1)));
        }
    }
}
