//! The tags of a template, in tokens: what is in `{{ … }}` and in `{% … %}`. Reads texts that the template engine has parsed before; of others it
//! makes what it can. Knows no variable.

/// The tokens between `{{` and `}}`, or between `{%` and `%}`.
#[derive(Debug)]
pub(super) struct Tag<'text> {
    /// Whether it is printed: `{{ … }}`.
    pub(super) is_printed: bool,
    /// Its tokens.
    pub(super) tokens: Vec<Token<'text>>,
}

/// A word, a value or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'text> {
    /// The kind.
    pub(super) kind: Kind,
    /// As it is written; a string is without its quotation marks.
    pub(super) text: &'text str,
    /// Its place in the template, in bytes.
    pub(super) at: usize,
}

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    String,
    Number,
    Sign,
}

impl Token<'_> {
    /// Whether it is this sign.
    pub(super) fn is(&self, sign: &str) -> bool {
        self.kind == Kind::Sign && self.text == sign
    }

    /// Whether it is this word.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Name && self.text == word
    }
}

/// Signs of more than one character, the longest first.
const LONG_SIGNS: [&str; 10] = ["...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?["];

/// The tags of `text` in order.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut cursor = Cursor { text, at: 0 };
    let mut tags = Vec::new();
    while let Some(open) = cursor.next_of(&["{{", "{%", "{#"]) {
        let tag = match open {
            "{#" => {
                cursor.pass("#}");
                continue;
            }
            "{{" => Tag { is_printed: true, tokens: cursor.tokens("}}") },
            _ => Tag { is_printed: false, tokens: cursor.tokens("%}") },
        };
        // Between these nothing is a tag.
        if tag.tokens.first().is_some_and(|token| token.is_word("raw")) && tag.tokens.len() == 1 {
            cursor.pass("endraw");
            cursor.pass("%}");
        }
        tags.push(tag);
    }
    tags
}

/// A place in a text.
struct Cursor<'text> {
    text: &'text str,
    at: usize,
}

impl<'text> Cursor<'text> {
    fn rest(&self) -> &'text str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes after the next of `marks`, and says which it is.
    fn next_of(&mut self, marks: &[&'static str]) -> Option<&'static str> {
        let rest = self.rest();
        let (start, _) = rest
            .char_indices()
            .find(|(start, char)| *char == '{' && rest.get(*start..).is_some_and(|rest| marks.iter().any(|mark| rest.starts_with(mark))))?;
        let mark = *marks.iter().find(|mark| rest.get(start..).is_some_and(|rest| rest.starts_with(**mark)))?;
        self.at += start + mark.len();
        Some(mark)
    }

    /// Goes after the next `mark`, or to the end.
    fn pass(&mut self, mark: &str) {
        self.at += self.rest().find(mark).map_or(self.rest().len(), |start| start + mark.len());
    }

    /// The tokens up to `end`, which is passed.
    fn tokens(&mut self, end: &str) -> Vec<Token<'text>> {
        let mut tokens = Vec::new();
        // A hyphen at an end of the tag takes away white space beside it.
        self.at += usize::from(self.rest().starts_with('-'));
        loop {
            let rest = self.rest();
            let inner = rest.trim_start();
            self.at += rest.len() - inner.len();
            if inner.is_empty() {
                return tokens;
            }
            if let Some(close) = [inner, inner.strip_prefix('-').unwrap_or(inner)].into_iter().find(|close| close.starts_with(end)) {
                self.at += inner.len() - close.len() + end.len();
                return tokens;
            }
            tokens.push(self.token(inner));
        }
    }

    /// The token that `rest` begins with.
    fn token(&mut self, rest: &'text str) -> Token<'text> {
        let at = self.at;
        let first = rest.chars().next().unwrap_or_default();
        let upto = |is_end: &dyn Fn(char) -> bool| rest.find(is_end).unwrap_or(rest.len());
        let (kind, start, len, whole) = match first {
            '"' | '\'' | '`' => {
                let len = string_len(rest, first);
                (Kind::String, 1, len, len + 2)
            }
            _ if first.is_ascii_digit() => {
                let len = upto(&|char| !char.is_ascii_digit());
                (Kind::Number, 0, len, len)
            }
            _ if first.is_ascii_alphabetic() || first == '_' => {
                let len = upto(&|char| !char.is_ascii_alphanumeric() && char != '_');
                (Kind::Name, 0, len, len)
            }
            _ => {
                let long = LONG_SIGNS.iter().find(|sign| rest.starts_with(**sign));
                let len = long.map_or(first.len_utf8(), |sign| sign.len());
                (Kind::Sign, 0, len, len)
            }
        };
        self.at = (at + whole).min(self.text.len());
        Token { kind, text: rest.get(start..start + len).unwrap_or_default(), at }
    }
}

/// The length of what is in the quotation marks `mark` that `rest` begins with.
fn string_len(rest: &str, mark: char) -> usize {
    let mut is_escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, char)| {
        let is_end = *char == mark && !is_escaped;
        is_escaped = *char == '\\' && !is_escaped;
        is_end
    });
    end.map_or(rest.len(), |(end, _)| end).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::tags;

    fn texts(template: &str) -> Vec<Vec<&str>> {
        tags(template).iter().map(|tag| tag.tokens.iter().map(|token| token.text).collect()).collect()
    }

    #[test]
    fn tags_are_cut_into_words_values_and_signs() {
        assert_eq!(texts("a {{- b.c | d(e=\"}} \\\" x\") -}} f"), [vec!["b", ".", "c", "|", "d", "(", "e", "=", "}} \\\" x", ")"]]);
        assert_eq!(
            texts("{% if a?.b >= 1.5 %}é{# {{ c }} #}{% endif %}"),
            [vec!["if", "a", "?.", "b", ">=", "1", ".", "5"], vec!["endif"]]
        );
        assert_eq!(texts("{% raw %}{{ a }}{%- endraw %}{{ b }}"), [vec!["raw"], vec!["b"]]);
    }

    #[test]
    fn an_unclosed_tag_ends_with_the_text() {
        assert_eq!(texts("{{ a"), [vec!["a"]]);
        assert_eq!(texts("{{ \"a"), [vec!["a"]]);
        assert_eq!(texts("{# a"), Vec::<Vec<&str>>::new());
        assert_eq!(texts("{{ \"é"), [vec!["é"]]);
    }
}
