//! `link-not-shown`

use super::target::Target;
use crate::diagnostic::Findings;
use crate::parse::prose::is_shown;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A link is shown as text, because of where it leads.
    ///
    /// Pages link to the web, to mail addresses and to telephone numbers. What opens a program on the visitor's computer, or hides where it leads,
    /// is shown without a link.
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

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    for link in &prose.outline.links {
        let target = link.target.trim();
        if Target::of(target) != Target::Elsewhere {
            continue;
        }
        let (cause, help) = match target.split_once(':') {
            _ if target.starts_with("//") => ("it does not say `https:`".to_owned(), format!("write `https:{}`", shortened(target))),
            None => ("a mail address begins with `mailto:`".to_owned(), format!("write `mailto:{}`", shortened(target))),
            // Other rules speak of passwords in addresses, and of blanks.
            Some(("http" | "https", rest)) if rest.contains('@') => continue,
            Some(_) if is_shown(&target.replace(' ', "%20")) => continue,
            Some((scheme, _)) if matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel" | "sms") => {
                ("the address is malformed".to_owned(), "write the address as a browser shows it when the page is open".to_owned())
            }
            Some((scheme, _)) => (
                format!("a page does not link to `{}:`", shortened(scheme)),
                "link to a page of the web that says how to open it, or write the address in backquotes".to_owned(),
            ),
        };
        findings.at(link.span, format!("`{}` is shown without its link: {cause}", shortened(target))).help(help);
    }
}
