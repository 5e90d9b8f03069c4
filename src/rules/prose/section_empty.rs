//! `section-empty`

use crate::diagnostic::Findings;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// Nothing stands below a heading.
    ///
    /// A visitor who jumps to "Troubleshooting" and finds the next heading there has lost time, and trusts the rest less. Mostly the
    /// part was left over from a template.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// ## Usage
    ///
    /// Use it.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// ### Keys
    ///
    /// Copy the key.
    /// ```
    SECTION_EMPTY = { id: "P007", name: "section-empty", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    let headings = &prose.outline.headings;
    for (at, heading) in headings.iter().enumerate() {
        let is_last_of_its_kind = headings.get(at + 1).is_none_or(|next| next.level <= heading.level);
        // A title alone is a text that has not been begun: another rule speaks of that.
        if heading.is_bare && is_last_of_its_kind && headings.len() > 1 {
            findings
                .at(heading.span, format!("nothing stands below `{}`", shortened(&heading.text)))
                .help("write the part, or delete its heading");
        }
    }
}
