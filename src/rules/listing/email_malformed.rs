//! `email-malformed`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::parse::typographic::enclosed;
use crate::rules::mail::{addresses, is_address};
use crate::rules::pasted::{QUOTES_BELONG, address_inside};
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// The support address is not an e-mail address.
    ///
    /// A visitor who clicks it starts a message that cannot be sent, and learns that when help is needed most.
    ///
    /// ```yaml,fails
    /// support: {email: help at acme.example}
    /// ```
    /// ```yaml,passes
    /// support: {email: help@acme.example}
    /// ```
    EMAIL_MALFORMED = { id: "L036", name: "email-malformed", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(email) = listing.file.support.get().and_then(|support| support.email.spanned()) else { return };
    let inside: Vec<&str> = addresses(email).collect();
    // An empty value is a missing address, and several addresses are a list: other rules report those.
    if listing.is_gone() || email.trim().is_empty() || is_address(email) || inside.len() > 1 {
        return;
    }
    let finding = findings.at(email.span, format!("`{}` is not an e-mail address", shortened(email)));
    let in_quotes = enclosed(email.trim()).is_some();
    let pasted = enclosed(email.trim()).or_else(|| address_inside(email)).map(|inner| inner.trim().trim_start_matches("mailto:"));
    let finding = if in_quotes { finding.label(QUOTES_BELONG) } else { finding };
    match inside.first().copied().or(pasted.filter(|inner| is_address(inner))) {
        Some(address) if is_all_said(email, address) => finding.help(format!("write `{address}` alone")).fix(email.span, plain(address)),
        Some(address) => finding.help(format!("write `{address}` alone")).suggest(email.span, plain(address)),
        None if email.contains("://") => finding.help(Advice::add("support.url").note("with the URL, and write an e-mail address here")),
        None => finding.help("write an address such as `help@acme.example`"),
    };
}

/// Whether `text` says nothing but `address`, with what mail programs put around it. A telephone number beside it would be lost.
fn is_all_said(text: &str, address: &str) -> bool {
    let rest = text.replacen(address, "", 1).replace("mailto:", "");
    text.contains(&format!("<{address}>")) || !rest.contains(char::is_alphanumeric)
}

/// `address` as a value of YAML: most need no quotes.
fn plain(address: &str) -> String {
    let is_valid = address.starts_with(char::is_alphanumeric) && address.chars().all(|c| c.is_alphanumeric() || "@.-_+".contains(c));
    if is_valid { address.to_owned() } else { scalar(address) }
}

#[cfg(test)]
mod tests {
    use super::{is_all_said, plain};

    #[test]
    fn text_beside_an_email_address_is_not_lost() {
        let said = |text| is_all_said(text, "help@acme.example");
        assert!(said("mailto:help@acme.example") && said(" help@acme.example.") && said("Acme <help@acme.example>"));
        assert!(!said("help@acme.example or +49 30 1234"));
    }

    #[test]
    fn an_email_address_that_yaml_would_misread_gets_quotes() {
        assert_eq!(plain("help@acme.example"), "help@acme.example");
        assert_eq!(plain("#help@acme.example"), "\"#help@acme.example\"");
    }
}
