//! `url-not-web`

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// An address is not one of the web, or holds a password.
    ///
    /// `javascript:` and `data:` addresses run in the visitor's browser, `file:` ones lead to the visitor's own disk, and a name and
    /// password in front of the host is either a leaked secret or a disguise.
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
            let remark = findings
                .at(link.span, format!("`{}` is not an address of the web", shortened(&link.text)))
                .label(format!("scheme `{scheme}:`"));
            match scheme {
                "mailto" => {
                    remark.help("a mail address belongs in `support.email`; a page needs an address such as `https://acme.example/`")
                }
                "git" | "ssh" | "git+https" => {
                    remark.help("name the repository's page on the web, such as `https://git.example/acme/messages`")
                }
                _ => remark.help("write an address that begins with `https://`"),
            };
        } else if !link.url.username().is_empty() || link.url.password().is_some() {
            findings
                .at(link.span, format!("address of `{}` holds a user name or a password", link.host()))
                .help("write the address without what stands between `//` and `@`; if it was a real password, change it now");
        }
    }
}
