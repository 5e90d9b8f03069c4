//! When two texts say nearly the same. Knows words and how many two texts share; reads no file.

/// The words of `text` in lower case, in its order.
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether two sets of `one` and `other` members, of which they share `n_common`, are nearly the same: four of five of all members are in both.
#[must_use]
pub fn is_nearly(n_common: usize, one: usize, other: usize) -> bool {
    n_common * 5 >= (one + other - n_common) * 4
}
