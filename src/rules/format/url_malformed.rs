//! `url-malformed`

use super::problems::malformed;
use super::scalar::shortened;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::rules::rule::rule;

rule! {
    /// An address is not a whole URL.
    ///
    /// A browser would look for `acme.example` inside the catalogue itself, and the visitor would see "not found".
    ///
    /// ```yaml,fails
    /// website: acme.example
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    URL_MALFORMED = { id: "F022", name: "url-malformed", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, because) in malformed(document, Form::Url) {
        let remark = findings.at(span, format!("`{}` is not a URL", shortened(text)));
        let remark = if because.is_empty() { remark } else { remark.label(because) };
        let with_scheme = format!("https://{}", text.trim_start_matches('/'));
        let is_bare_host =
            !text.contains("://") && text.contains('.') && !text.contains(['@', ' ']) && url::Url::parse(&with_scheme).is_ok();
        if is_bare_host {
            remark.help(format!("write `{with_scheme}` if that is meant"));
        } else if text.contains('@') && !text.contains('/') {
            remark.help("a mail address belongs in `support.email`; here an address such as `https://acme.example/` is wanted");
        } else {
            remark.help("write the whole address, such as `https://acme.example/`, with `%20` for each blank");
        }
    }
}
