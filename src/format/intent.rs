//! `intents/<slug>.yaml`: a connector that is announced before it is built.

use jiff::civil::Date;

use super::record::record;

record! {
    /// A declaration of intent.
    IntentFile("an intent") {
        /// Who intends to build it.
        developer: DeveloperEntry = required.like("{name: Quillfern Systems Inc, contact: partners@quillfern.example}"),
        /// The profile under which it will be published.
        company_profile: Box<str> = optional.like("quillfern-systems"),
        /// The name it will have in the catalogue, which is reserved for it.
        connector: Box<str> = required.like("Xero Fixed Asset Register"),
        /// When it is expected, if that is known.
        expected_completion: Date = optional.like("2027-02-26"),
    }
}

record! {
    /// Who intends to build.
    DeveloperEntry("a developer") {
        /// A company's or person's public name.
        name: Box<str> = required.like("Quillfern Systems Inc"),
        /// A mail or web address that may be public.
        contact: Box<str> = optional.like("partners@quillfern.example"),
    }
}
