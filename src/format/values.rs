//! The single values of the format: text, addresses, dates, days, lists and maps. Versions have a file of their own.

use std::fmt;

use jiff::civil::Date;
use url::Url;

use super::reader::{kept, prune_items};
use super::{Link, Reader, Value, ValueType};
use crate::parse::problem::Form;
use crate::parse::yaml::Node;
use crate::source::{Span, Spanned};

impl Value for Box<str> {
    const TYPE: ValueType = ValueType::Text;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        reader.text(node, Self::TYPE).map(Into::into)
    }
}

impl Value for bool {
    const TYPE: ValueType = ValueType::Boolean;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match reader.text(node, Self::TYPE)? {
            "true" => Some(true),
            "false" => Some(false),
            other => reader.malformed(node, Form::Boolean, other, ""),
        }
    }
}

impl Value for u32 {
    const TYPE: ValueType = ValueType::Number;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node, Self::TYPE)?;
        text.parse().ok().or_else(|| reader.malformed(node, Form::Number, text, ""))
    }
}

/// A number from 0 to 1 with at most three decimal places, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(pub u32);

impl Value for Decimal {
    const TYPE: ValueType = ValueType::Decimal;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node, Self::TYPE)?;
        let (whole, digits) = text.split_once('.').unwrap_or((text, "0"));
        let valid = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let thousandths = format!("{whole}{digits:0<3}").parse().ok().filter(|_| valid(whole, 1) && valid(digits, 3));
        match thousandths {
            Some(value @ 0..=1000) => Some(Self(value)),
            _ => reader.malformed(node, Form::Decimal, text, ""),
        }
    }
}

/// A colour of sRGB, written as six hexadecimal digits: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// The colour that `text` writes, with or without `#` in front.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let valid = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| valid)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }
}

/// `#0a47a9`
impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Value for Colour {
    const TYPE: ValueType = ValueType::Colour;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node, Self::TYPE)?;
        Self::parse(text).or_else(|| reader.malformed(node, Form::Colour, text, ""))
    }
}

impl<T: Value> Value for Vec<Spanned<T>> {
    const TYPE: ValueType = ValueType::List(&T::TYPE);

    /// A list keeps the items that could be read; the others have been reported.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let items = reader.list(node, Self::TYPE)?;
        Some(items.iter().filter_map(|item| T::read(item, reader).map(|value| Spanned::new(value, item.span))).collect())
    }

    fn prune(&mut self, lost: &[Span]) {
        prune_items(self, lost);
    }
}

/// Values under names of the author's choosing, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map<T>(pub Vec<(Spanned<Box<str>>, Spanned<T>)>);

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Map<T> {
    /// The value under `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| &*key.value == name).map(|(_, value)| &value.value)
    }
}

impl<T: Value> Value for Map<T> {
    const TYPE: ValueType = ValueType::Map(&T::TYPE);

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let entries = reader.group(node, Self::TYPE)?;
        let read =
            |(key, value): &(Spanned<Box<str>>, Node)| T::read(value, reader).map(|read| (key.clone(), Spanned::new(read, value.span)));
        Some(Self(entries.iter().filter_map(read).collect()))
    }

    fn prune(&mut self, lost: &[Span]) {
        self.0.retain_mut(|(_, value)| kept(&mut value.value, value.span, lost));
    }
}

impl Value for Date {
    const TYPE: ValueType = ValueType::Date;

    /// Exactly `YYYY-MM-DD`, a day that exists.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node, Self::TYPE)?;
        let digits = |part: &str, n| part.len() == n && part.bytes().all(|byte| byte.is_ascii_digit());
        let mut parts = text.splitn(3, '-');
        let form = [4, 2, 2].iter().all(|&n| parts.next().is_some_and(|part| digits(part, n)));
        match text.parse::<Self>() {
            Ok(date) if form => Some(date),
            Err(error) if form => reader.malformed(node, Form::Date, text, error.to_string()),
            _ => reader.malformed(node, Form::Date, text, ""),
        }
    }
}

/// A number of days, written `365d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(pub u32);

impl Value for Days {
    const TYPE: ValueType = ValueType::Days;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node, Self::TYPE)?;
        let days = text.strip_suffix('d').and_then(|number| number.parse().ok()).map(Self);
        days.or_else(|| reader.malformed(node, Form::Days, text, ""))
    }
}

impl Value for Link {
    const TYPE: ValueType = ValueType::Url;

    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node, Self::TYPE)?;
        // The standard strips spaces and control characters silently; what a visitor would see then differs from what a reviewer read.
        if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return reader.malformed(node, Form::Url, text, "it contains a space or a control character");
        }
        match Url::parse(text) {
            // A browser fills the slashes in and goes to the host; on a page of the catalogue some take it for a path of their own site.
            Ok(url) if matches!(url.scheme(), "https" | "http") && !has_two_slashes(text) => {
                reader.malformed(node, Form::Url, text, format!("two slashes are missing after `{}:`", url.scheme()))
            }
            Ok(url) => {
                let link = Self { text: text.into(), url };
                reader.links.push(Spanned::new(link.clone(), node.span));
                Some(link)
            }
            Err(url::ParseError::RelativeUrlWithoutBase) => reader.malformed(node, Form::Url, text, "it does not begin with `https://`"),
            Err(error) => reader.malformed(node, Form::Url, text, error.to_string()),
        }
    }
}

/// Whether exactly two slashes follow the scheme of `text`.
fn has_two_slashes(text: &str) -> bool {
    let rest = text.split_once(':').and_then(|(_, rest)| rest.strip_prefix("//"));
    rest.is_some_and(|rest| !rest.starts_with(['/', '\\']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::yaml;

    fn read<T: Value>(text: &str) -> Option<T> {
        let (node, problems) = yaml::parse(text);
        assert_eq!(problems, []);
        let mut reader = Reader::default();
        let value = T::read(&node.expect("a value"), &mut reader);
        assert_eq!(value.is_none(), !reader.problems.is_empty(), "a refusal is always explained: {text}");
        value
    }

    #[test]
    fn a_date_is_a_day_that_exists() {
        assert!(read::<Date>("2024-02-29").is_some());
        for text in ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "01.02.2026", "2026-05-01T00:00"] {
            assert_eq!(read::<Date>(text), None, "{text}");
        }
    }

    #[test]
    fn a_url_with_a_space_or_control_character_is_refused() {
        assert!(read::<Link>("https://acme.example/a?b=c#d").is_some());
        for text in [
            "acme.example",
            "https://",
            "https:/acme.example",
            "https:acme.example",
            "https:///acme.example",
            "\"https://acme.example/\\tx\"",
            "https://a b.example",
        ] {
            assert_eq!(read::<Link>(text), None, "{text}");
        }
    }
}
