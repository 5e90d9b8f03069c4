//! `duplicate-tag-id`

use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::repeats::repeats;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// Two tags have the same id.
    ///
    /// Only the first one would be used; the label and the description of the second appear nowhere.
    ///
    /// ```files,fails
    /// ==> tags.yaml <==
    /// - {id: crm, label: Customers}
    /// - {id: crm, label: Sales}
    /// ```
    /// ```files,passes
    /// ==> tags.yaml <==
    /// - {id: crm, label: Customers}
    /// - {id: sales, label: Sales}
    /// ```
    DUPLICATE_TAG_ID = { id: "C010", name: "duplicate-tag-id", former: ["tag-id-doubled"], level: Error, costs: Value, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Content::Tags(tags) = &document.content else { return };
    for (id, first) in repeats(tags.0.iter().filter_map(|tag| tag.id.spanned()), |id| (&id.value, id.span)) {
        findings
            .at(id.span, format!("tag `{}` is defined twice", shortened(id)))
            .label("defined again")
            .related(&document.path, Some(first), "first defined here")
            .help("keep one and list other names under `aliases`");
    }
}
