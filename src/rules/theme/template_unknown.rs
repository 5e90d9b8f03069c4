//! `template-unknown`

use crate::diagnostic::{Findings, nearest};
use crate::format::{Document, FileRole};
use crate::rules::rule::rule;
use crate::theme::TEMPLATES;

rule! {
    /// A theme contains a template that replaces none.
    ///
    /// A template replaces the built-in one of the same name. Under another name no page uses it, and the page that was
    /// meant looks as before. A theme's own components are in `components/`.
    ///
    /// ```files,fails
    /// ==> themes/harbour/templates/hoem.html <==
    /// <p>Welcome</p>
    /// ```
    /// ```files,passes
    /// ==> themes/harbour/templates/home.html <==
    /// <p>Welcome</p>
    /// ```
    TEMPLATE_UNKNOWN = { id: "T003", name: "template-unknown", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    if document.role != FileRole::ThemeTemplate {
        return;
    }
    let name = document.path.as_str().splitn(4, '/').last().unwrap_or_default();
    let known = || TEMPLATES.iter().map(|(name, _)| *name);
    let near = nearest(name, known());
    if known().any(|known| known == name) || (name.starts_with("components/") && near.is_none()) {
        return;
    }
    findings
        .whole(format!("no page uses the template `{name}`"))
        .did_you_mean(near)
        .help("a template replaces the built-in one of the same name");
}
