//! `url-not-web`

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A URL does not use `http` or `https`, or contains a password.
    ///
    /// `javascript:` and `data:` URLs run in the visitor's browser, `file:` URLs lead to the visitor's own disk, and a user name and
    /// password before the host is either a leaked secret or a disguise.
    ///
    /// ```yaml,fails
    /// website: javascript:alert(1)
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    URL_NOT_WEB = { id: "L070", name: "url-not-web", level: Error, costs: Value, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for link in &document.links {
        let scheme = link.url.scheme();
        if !link.is_web() {
            let finding =
                findings.at(link.span, format!("`{}` is not a web URL", shortened(&link.text))).label(format!("scheme `{scheme}:`"));
            match scheme {
                "mailto" => {
                    finding.help("an e-mail address belongs in `support.email`; a page needs a URL such as `https://acme.example/`")
                }
                "git" | "ssh" | "git+https" => finding.help("use the repository's web page, such as `https://git.example/acme/messages`"),
                _ => finding.help("write a URL that begins with `https://`"),
            };
        } else if !link.url.username().is_empty() || link.url.password().is_some() {
            findings
                .at(link.span, format!("the URL of `{}` contains a user name or a password", link.host()))
                .help("remove the part between `//` and `@`; if it was a real password, change it now");
        }
    }
}
