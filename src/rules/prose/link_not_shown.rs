//! `link-not-shown`

use crate::diagnostic::Findings;
use crate::parse::prose::is_shown;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::rules::target::Target;

rule! {
    /// A link is shown as plain text because of its target.
    ///
    /// Pages link to web pages, e-mail addresses and telephone numbers. A link that opens a program on the visitor's computer, or hides its target,
    /// is shown as plain text.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// [Install it](vscode:extension/acme.messages).
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [the guide](//acme.example/guide).
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Ask [us](help@acme.example).
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Call [us](tel:+44-20-7946-0018), write to <help@acme.example>, or see [the guide](https://acme.example/guide).
    /// ```
    LINK_NOT_SHOWN = { id: "P032", name: "link-not-shown", level: Warn, since: "0.1", check: Markdown(check) }
}

fn check(prose: &RawProse<'_>, findings: &mut Findings<'_>) {
    for link in &prose.outline.links {
        let target = link.target.trim();
        if Target::new(target) != Target::Elsewhere {
            continue;
        }
        let (cause, help) = match target.split_once(':') {
            _ if target.starts_with("//") => ("it does not say `https:`".to_owned(), format!("write `https:{}`", shortened(target))),
            None => ("an e-mail address begins with `mailto:`".to_owned(), format!("write `mailto:{}`", shortened(target))),
            // Other rules report passwords and spaces in URLs.
            Some(("http" | "https", rest)) if rest.contains('@') => continue,
            Some(_) if is_shown(&target.replace(' ', "%20")) => continue,
            Some((scheme, _)) if matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel" | "sms") => {
                ("the URL is malformed".to_owned(), "copy the URL from the browser when the page is open".to_owned())
            }
            Some((scheme, _)) => (
                format!("pages do not link to `{}:`", shortened(scheme)),
                "link to a web page that says how to open it, or put the URL in backticks".to_owned(),
            ),
        };
        findings.at(link.span, format!("`{}` is shown as plain text: {cause}", shortened(target))).help(help);
    }
}
