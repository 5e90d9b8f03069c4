//! `name-reserved`

use jiff::civil::Date;

use super::intents::{all, is_over};
use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::folding::Names;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
rule! {
    /// A listing has a name that another publisher has announced.
    ///
    /// An announcement reserves the name until its day has passed. Without that, the first who reads the announcement could take the name.
    ///
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// expected_completion: 2026-03-01
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// publisher: acme
    /// ```
    /// ```files,passes
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// expected_completion: 2026-01-01
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// publisher: acme
    /// ```
    NAME_RESERVED = { id: "C025", name: "name-reserved", level: Error, since: "0.1", check: Calendar(check) }
}

fn check(draft: &Draft, today: Date, findings: &mut Findings<'_>) {
    let open = all(draft).filter(|(_, intent)| !is_over(intent, today));
    let reserved: Vec<_> = open.filter_map(|(document, intent)| Some((document, intent, intent.connector.spanned()?))).collect();
    if reserved.is_empty() {
        return;
    }
    let names = Names::new(reserved.iter().map(|(.., connector)| &*connector.value));
    for listing in draft.listings() {
        let (Some(name), Some(publisher)) = (listing.file.name.spanned(), listing.file.publisher.get()) else { continue };
        let Some(&(document, intent, connector)) = names.like(name).first().and_then(|&n| reserved.get(n)) else { continue };
        let Some(owner) = intent.company_profile.get().filter(|owner| *owner != publisher) else { continue };
        findings
            .elsewhere(
                &listing.document.path,
                Some(name.span),
                format!("`{}` is reserved for publisher `{}`", shortened(name), shortened(owner)),
            )
            .related(&document.path, Some(connector.span), "announced here")
            .help("choose another name, or agree with the publisher and take the announcement out");
    }
}
