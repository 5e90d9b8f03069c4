//! `intents/<slug>.yaml`: a connector that is announced before it is built.

use jiff::civil::Date;

use super::record::record;

record! {
    /// A declaration of intent.
    IntentFile("an intent") {
        /// Who intends to build it.
        developer: DeveloperEntry = required,
        /// The profile under which it will be published.
        company_profile: Box<str>,
        /// The name it will have in the catalogue, which is reserved for it.
        connector: Box<str> = required,
        /// When it is expected, if that is known.
        expected_completion: Date,
    }
}

record! {
    /// Who intends to build.
    DeveloperEntry("a developer") {
        /// A company's or person's public name.
        name: Box<str> = required,
        /// A public address.
        contact: Box<str>,
    }
}
