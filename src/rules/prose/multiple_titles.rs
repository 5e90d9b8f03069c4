//! `multiple-titles`

use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A text has several headings of the first level.
    ///
    /// The first level is for the title of the whole text. If every section has it, sections and subsections are hard to tell apart,
    /// and a table of contents is a flat list.
    ///
    /// ```markdown,fails
    /// # Acme Messages
    ///
    /// # Setup
    ///
    /// Install it.
    /// ```
    /// ```markdown,passes
    /// # Acme Messages
    ///
    /// ## Setup
    ///
    /// Install it.
    /// ```
    MULTIPLE_TITLES = { id: "P006", name: "multiple-titles", former: ["title-doubled"], level: Info, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    let mut titles = prose.outline.headings.iter().filter(|heading| heading.level == 1);
    if let (Some(_), Some(second)) = (titles.next(), titles.next()) {
        findings
            .at(second.span, format!("heading `{}` is a second title", shortened(&second.text)))
            .help("begin the headings of sections with `##`, and those of subsections with `###`")
            .help("if it is a comment on a command, put the command between two lines of ```");
    }
}
