//! `:rocket:` → 🚀. Knows the short codes that READMEs use most, under the names they have on GitHub; knows no markup.

use std::borrow::Cow;

/// The codes without their colons, and the signs.
#[rustfmt::skip]
const EMOJI: &[(&str, &str)] = &[
    ("+1", "👍"), ("-1", "👎"), ("art", "🎨"), ("arrow_down", "⬇️"), ("arrow_left", "⬅️"), ("arrow_right", "➡️"), ("arrow_up", "⬆️"),
    ("bangbang", "‼️"), ("bell", "🔔"), ("blue_book", "📘"), ("book", "📖"), ("bookmark", "🔖"), ("books", "📚"), ("boom", "💥"), ("bug", "🐛"), ("bulb", "💡"),
    ("calendar", "📆"), ("camera", "📷"), ("chart_with_upwards_trend", "📈"), ("clap", "👏"), ("clipboard", "📋"), ("cloud", "☁️"),
    ("computer", "💻"), ("construction", "🚧"), ("crab", "🦀"), ("dart", "🎯"), ("email", "📧"), ("envelope", "✉️"), ("exclamation", "❗"), ("eyes", "👀"),
    ("file_folder", "📁"), ("fire", "🔥"), ("gear", "⚙️"), ("gem", "💎"), ("globe_with_meridians", "🌐"), ("green_heart", "💚"),
    ("hammer", "🔨"), ("hammer_and_wrench", "🛠️"), ("handshake", "🤝"), ("heart", "❤️"), ("heavy_check_mark", "✔️"), ("heavy_plus_sign", "➕"),
    ("hourglass", "⌛"), ("information_source", "ℹ️"), ("key", "🔑"), ("label", "🏷️"), ("link", "🔗"), ("lock", "🔒"), ("loudspeaker", "📢"),
    ("mag", "🔍"), ("mailbox", "📫"), ("mega", "📣"), ("memo", "📝"), ("moneybag", "💰"), ("new", "🆕"), ("no_entry", "⛔"), ("no_entry_sign", "🚫"),
    ("ok_hand", "👌"), ("open_file_folder", "📂"), ("package", "📦"), ("page_facing_up", "📄"), ("pencil", "📝"), ("pencil2", "✏️"),
    ("point_right", "👉"), ("pray", "🙏"), ("pushpin", "📌"), ("question", "❓"), ("raised_hands", "🙌"), ("recycle", "♻️"), ("red_circle", "🔴"), ("robot", "🤖"),
    ("rocket", "🚀"), ("rotating_light", "🚨"), ("scroll", "📜"), ("shield", "🛡️"), ("smile", "😄"), ("smiley", "😃"), ("sparkles", "✨"),
    ("speech_balloon", "💬"), ("star", "⭐"), ("stopwatch", "⏱️"), ("tada", "🎉"), ("thumbsdown", "👎"), ("thumbsup", "👍"),
    ("trophy", "🏆"), ("truck", "🚚"), ("unlock", "🔓"), ("warning", "⚠️"), ("wave", "👋"), ("white_check_mark", "✅"), ("wink", "😉"),
    ("wrench", "🔧"), ("x", "❌"), ("zap", "⚡"),
];

/// The longest code is shorter than this.
const MAX_BYTES: usize = 32;

/// `text` with the signs for the codes in it.
pub(super) fn with_emoji(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    for (at, code) in codes(text) {
        if let Some(sign) = sign(code) {
            out.push_str(text.get(done..at).unwrap_or_default());
            out.push_str(sign);
            done = at + code.len() + 2;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

/// The codes in `text` that stand for nothing that is known here.
pub(super) fn unknown(text: &str) -> impl Iterator<Item = &str> {
    codes(text).map(|(_, code)| code).filter(|code| sign(code).is_none())
}

fn sign(code: &str) -> Option<&'static str> {
    EMOJI.iter().find(|(known, _)| *known == code).map(|(_, sign)| *sign)
}

/// Returns text in the form of an emoji code: between two colons that touch no other word, in small letters, with at least one of these.
fn codes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    text.match_indices(':').filter_map(move |(at, _)| {
        let behind = text.get(at + 1..).filter(|_| at >= next)?;
        let is_part = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_+-".contains(byte);
        let len = behind.bytes().take(MAX_BYTES).take_while(is_part).count();
        let code = behind.get(..len)?;
        let after = behind.get(len..)?.strip_prefix(':')?;
        let touches = |char: char| char.is_alphanumeric() || char == ':' || char == '/';
        let is_free = !text.get(..at)?.ends_with(touches) && !after.starts_with(touches);
        let is_word = code.starts_with(|char: char| char.is_ascii_lowercase()) || matches!(code, "+1" | "-1");
        if !(is_free && is_word) {
            return None;
        }
        next = at + len + 2;
        Some((at, code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_becomes_its_sign() {
        assert_eq!(with_emoji("Start :rocket: now :+1::tada:"), "Start 🚀 now :+1::tada:");
        assert_eq!(with_emoji(":x: a :bogus: b :warning:"), "❌ a :bogus: b ⚠️");
        assert_eq!(unknown(":x: a :bogus: b").collect::<Vec<_>>(), ["bogus"]);
    }

    #[test]
    fn text_between_colons_that_is_no_emoji_stays() {
        for text in ["at 12:30:45", "std::vec::new", "a:b:c", "::: note :::", "[:word:]x", "http://a:80:", ":Not:", ": x :", ":9:"] {
            assert_eq!(with_emoji(text), text);
        }
        assert_eq!(unknown("12:30:45 a:b:c ::x:: :9:").count(), 0);
    }
}
