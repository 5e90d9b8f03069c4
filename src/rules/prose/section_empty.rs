//! `section-empty`

use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A section is empty.
    ///
    /// A visitor who jumps to "Troubleshooting" and finds the next heading there has lost time, and trusts the rest less. Usually the
    /// section was left over from a template.
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
    /// ```markdown,passes
    /// ## [Guide](https://acme.example/guide)
    ///
    /// ## Setup
    ///
    /// Copy the key.
    /// ```
    SECTION_EMPTY = { id: "P007", name: "section-empty", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    let headings = &prose.outline.headings;
    let mut links = prose.outline.links.iter().peekable();
    for (at, heading) in headings.iter().enumerate() {
        while links.peek().is_some_and(|link| link.span.start < heading.span.start) {
            links.next();
        }
        // A heading that is a link leads to its subject.
        let is_link = links.peek().is_some_and(|link| link.span.end <= heading.span.end);
        let next = headings.get(at + 1);
        let is_last_of_its_kind = next.is_none_or(|next| next.level <= heading.level);
        // A title alone is a text that has not been started: another rule reports that.
        if !heading.is_bare || is_link || !is_last_of_its_kind || headings.len() < 2 {
            continue;
        }
        let finding = findings.at(heading.span, format!("section `{}` is empty", shortened(&heading.text)));
        match next {
            Some(next) => finding.help(format!(
                "write the section, or delete its heading; if `{}` is a subsection of it, begin that with `{}`",
                shortened(&next.text),
                "#".repeat(usize::from(heading.level).min(5) + 1)
            )),
            None => finding.help("write the section, or delete its heading"),
        };
    }
}
