//! Text → the words it is found by. Knows no field and no file; `templates/js/words.js` does the same to a query, letter by letter.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Longer words are cut: no one types them, and a text may be hostile.
const LONGEST: usize = 40;

/// Words that nearly every listing could carry. They are not asked for unless nothing else is.
const COMMON: [&str; 12] =
    ["connector", "connectors", "integration", "integrations", "app", "apps", "api", "for", "to", "with", "and", "the"];

/// Whether a word says so little that a query does without it.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.contains(&word)
}

/// One form for what people write in many: no case, no marks that Latin, Greek and Cyrillic letters carry, and names such as C++, C# and .NET as words.
/// `site::fold`, which sorts names, drops all marks, and with them the vowels of Thai and Hindi.
fn fold(text: &str) -> String {
    let folded = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        let bare: String = text.nfkd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).nfc().collect();
        spell_out(&bare.to_lowercase())
    };
    let has_symbol = folded.as_bytes().windows(2).any(|pair| matches!(pair, b"++" | [_, b'#'] | b".n"));
    if has_symbol { symbols(&folded) } else { folded }
}

/// Letters that no decomposition takes apart.
fn spell_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            c => out.push(c),
        }
    }
    out
}

/// `c++` → `cplusplus`, `c#` → `csharp`, `.net` → `dotnet`.
fn symbols(text: &str) -> String {
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let plus = text.replace("++", "plusplus");
    let bytes = plus.as_bytes();
    let mut out = String::with_capacity(plus.len());
    let mut at = 0;
    while let Some(c) = plus[at..].chars().next() {
        let rest = &bytes[at..];
        let before = plus[..at].chars().next_back();
        if c.is_ascii_lowercase() && rest.get(1) == Some(&b'#') && !is_word(at.checked_sub(1).and_then(|last| bytes.get(last))) {
            out.push(c);
            out.push_str("sharp");
            at += 2;
        } else if rest.starts_with(b".net") && !is_word(rest.get(4)) && before.is_none_or(char::is_whitespace) {
            out.push_str("dotnet");
            at += 4;
        } else {
            out.push(c);
            at += c.len_utf8();
        }
    }
    out
}

/// The words of a text in order. Where a script puts no spaces, every two neighbours are a word, and so is the last letter alone:
/// then whatever is somewhere in a text is the beginning of one of its words.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word| words.push(word.to_owned()));
    words
}

/// Hands over the words of a text, as [`words`] does.
pub(super) fn each_word(text: &str, mut take: impl FnMut(&str)) {
    let folded = fold(text);
    for run in folded.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let unspaced = is_unspaced(first);
            let end = rest.find(|c| is_unspaced(c) != unspaced).unwrap_or(rest.len());
            let piece = &rest[..end];
            if unspaced {
                each_pair(piece, &mut take);
            } else {
                take(cut(piece));
            }
            rest = &rest[end..];
        }
    }
}

fn each_pair(piece: &str, take: &mut impl FnMut(&str)) {
    let starts: Vec<usize> = piece.char_indices().map(|(at, _)| at).collect();
    for (place, &start) in starts.iter().enumerate() {
        take(&piece[start..starts.get(place + 2).copied().unwrap_or(piece.len())]);
    }
}

fn cut(word: &str) -> &str {
    word.char_indices().nth(LONGEST).map_or(word, |(end, _)| &word[..end])
}

/// Thai, Lao, kana, Han, Hangul: a word may begin at any letter, or as good as.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

/// Other spellings of words of `text`, each with the place of its word. Where a keyboard has no `ü`, people write `ue`, and `aa` or `oe` for `å` and `ø`;
/// in German a name with `ue` may be written with `ü` as well.
pub(super) fn spellings(text: &str, is_german: bool) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    if !text.is_ascii() {
        let spelt = written_out(text);
        if spelt != text {
            let pairs = words(text).into_iter().zip(words(&spelt)).enumerate();
            found.extend(pairs.filter(|(_, (word, spelt))| word != spelt).map(|(place, (_, spelt))| (place, spelt)));
        }
    }
    if is_german {
        for (place, word) in words(text).into_iter().enumerate() {
            let short = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
            if short != word {
                found.push((place, short));
            }
        }
    }
    found
}

/// `text` as it is written without the letters that a keyboard may lack.
fn written_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            'ä' | 'Ä' => out.push_str("ae"),
            'ö' | 'Ö' | 'ø' | 'Ø' => out.push_str("oe"),
            'ü' | 'Ü' => out.push_str("ue"),
            'å' | 'Å' => out.push_str("aa"),
            c => out.push(c),
        }
    }
    out
}

/// The parts of names such as HubSpot: for each word of `name` by its place, what its capitals divide it into.
pub(super) fn parts(name: &str) -> Vec<(usize, String)> {
    let mut parts = Vec::new();
    let mut place = 0;
    for run in name.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|run| !run.is_empty()) {
        let n_words = words(run).len();
        let bounds: Vec<usize> = run
            .char_indices()
            .zip(run.chars().skip(1))
            .filter(|&((_, one), next)| one.is_ascii_lowercase() && next.is_ascii_uppercase())
            .map(|((at, one), _)| at + one.len_utf8())
            .collect();
        if !bounds.is_empty() && run.is_ascii() {
            let ends = bounds.iter().copied().chain([run.len()]);
            for (start, end) in [0].into_iter().chain(bounds.iter().copied()).zip(ends) {
                if end - start > 1 {
                    parts.push((place, run[start..end].to_ascii_lowercase()));
                }
            }
        }
        place += n_words;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_variants_have_one_form() {
        let folded = [
            ("Málaga", "malaga"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("C++ and C#", "cplusplus and csharp"),
            (".NET core", "dotnet core"),
            ("asp.net", "asp.net"),
            ("ﬁle", "file"),
            ("Ａｐｐ", "app"),
            ("a#b c#", "asharpb csharp"),
        ];
        for (text, expected) in folded {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn scripts_without_spaces_are_found_at_any_letter() {
        assert_eq!(words("東京都 2026"), ["東京", "京都", "都", "2026"]);
        assert_eq!(words("abc東"), ["abc", "東"]);
        assert_eq!(words("a-b_c, d"), ["a", "b", "c", "d"]);
        assert_eq!(words("…!?"), Vec::<String>::new());
    }

    #[test]
    fn capitals_inside_a_word_divide_it() {
        let found = |name| parts(name).into_iter().map(|(place, part)| format!("{place}{part}")).collect::<Vec<_>>();
        assert_eq!(found("My HubSpot App"), ["1hub", "1spot"]);
        assert_eq!(found("GitHub"), ["0git", "0hub"]);
        assert_eq!(found("PostgreSQL"), ["0postgre", "0sql"]);
        assert_eq!(found("Slack"), Vec::<String>::new());
    }

    #[test]
    fn a_word_is_found_by_the_letters_that_a_keyboard_has() {
        let found =
            |text, is_german| spellings(text, is_german).into_iter().map(|(place, word)| format!("{place}{word}")).collect::<Vec<_>>();
        assert_eq!(found("Für Müller & Söhne", false), ["0fuer", "1mueller", "2soehne"]);
        assert_eq!(found("ØRSTED, Århus", false), ["0oersted", "1aarhus"]);
        assert_eq!(found("Mu\u{308}ller", false), ["0mueller"]);
        assert_eq!(found("The blue Mueller", false), Vec::<String>::new());
        assert_eq!(found("Mueller", true), ["0muller"]);
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(words(&"é".repeat(500))[0].chars().count(), LONGEST);
    }
}
