//! Plural forms and grouped digits of a language. The only file that names the crates of ICU4X.

use std::fmt;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// How a language counts.
pub(super) struct Numbers {
    plurals: PluralRules,
    digits: DecimalFormatter,
}

impl fmt::Debug for Numbers {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Numbers")
    }
}

impl Numbers {
    /// How the language `tag` counts; what is no language, or unknown to the CLDR, counts as its root: one plural form, digits in threes.
    /// Digits are the European ones in every language, because versions and days beside them have no others.
    pub(super) fn for_tag(tag: &str) -> Self {
        let of = |tag: &str| {
            let locale: Locale = tag.parse().ok()?;
            let digits: Locale = format!("{tag}-u-nu-latn").parse().ok()?;
            let plurals = PluralRules::try_new_cardinal((&locale).into()).ok()?;
            Some(Self { plurals, digits: DecimalFormatter::try_new((&digits).into(), Default::default()).ok()? })
        };
        let Some(numbers) = of(tag).or_else(|| of("und")) else { unreachable!("the root of the CLDR is part of the program") };
        numbers
    }

    pub(super) fn written(&self, n: u64) -> String {
        self.digits.format(&Decimal::from(n)).to_string()
    }

    /// The name of the plural form that `n` takes, as message files and browsers write it.
    pub(super) fn plural_form(&self, n: u64) -> &'static str {
        match self.plurals.category_for(n) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }
}
