//! Numbers of things, in words.

/// `1 listing`, `2 listings`. `noun` takes an `s`.
#[must_use]
pub fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn a_count_of_one_takes_the_singular() {
        assert_eq!([0, 1, 2].map(|n| counted(n, "listing")), ["0 listings", "1 listing", "2 listings"]);
    }
}
