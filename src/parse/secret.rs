//! What looks like a key or a token in a text. Knows the shapes that services give their keys; asks no service, and judges nothing.
//!
//! The shapes are those that the services publish for secret scanners, mostly a prefix of their own. One pass over the text, in which
//! every run of letters, digits, `_`, `-` and `.` is looked at once.

use crate::source::{Span, floor_char_boundary, slice};

/// Something that looks like a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Secret {
    /// The noun, with its article: "an access key of AWS".
    pub noun: &'static str,
    /// Its place.
    pub span: Span,
    /// Whether its shape is a service's own, not only that of a value after the word "password".
    pub is_certain: bool,
}

/// The shape of a key: what it begins with, how many characters of which kind follow, and what tells a real one from an example.
struct Pattern {
    noun: &'static str,
    prefixes: &'static [&'static str],
    holds: fn(&u8) -> bool,
    n_chars: std::ops::RangeInclusive<usize>,
    check: fn(&str) -> bool,
}

const fn pattern(
    noun: &'static str,
    prefixes: &'static [&'static str],
    holds: fn(&u8) -> bool,
    n_chars: std::ops::RangeInclusive<usize>,
    check: fn(&str) -> bool,
) -> Pattern {
    Pattern { noun, prefixes, holds, n_chars, check }
}

/// A kind a row. Prefixes and lengths are facts that the services publish, and that rule sets such as gitleaks collect.
#[rustfmt::skip]
const PATTERNS: [Pattern; 71] = [
    pattern("an access key of AWS", &["AKIA", "ASIA", "ABIA", "ACCA"], capital, 16..=16, random),
    pattern("a token of GitHub", &["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], alnum, 36..=255, summed),
    pattern("a token of GitHub", &["github_pat_"], word, 82..=82, random),
    pattern("a token of GitLab", &["glpat-", "gldt-", "glrt-", "glptt-", "glcbt-", "glsoat-", "glffct-", "glimt-", "glft-"], dotted, 20..=64, random),
    pattern("a secret of GitLab", &["gloas-", "glagent-"], dashed, 50..=64, random),
    pattern("a token of Slack", &["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xapp-"], dashed, 24..=255, random),
    pattern("a live key of Stripe", &["sk_live_", "rk_live_"], alnum, 24..=120, random),
    pattern("a webhook secret of Stripe", &["whsec_"], alnum, 32..=64, random),
    pattern("an API key of Google", &["AIza"], dashed, 35..=35, random),
    pattern("a client secret of Google", &["GOCSPX-"], dashed, 28..=28, random),
    pattern("an access token of Google", &["ya29."], dotted, 60..=300, random),
    pattern("a token of npm", &["npm_"], alnum, 36..=36, summed),
    pattern("a token of PyPI", &["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"], dashed, 50..=300, random),
    pattern("a key of OpenAI", &["sk-proj-", "sk-svcacct-", "sk-admin-"], dashed, 40..=200, random),
    pattern("a key of OpenAI", &["sk-"], alnum, 48..=48, of_openai),
    pattern("a key of Anthropic", &["sk-ant-"], dashed, 60..=200, random),
    pattern("a key of SendGrid", &["SG."], dotted, 66..=66, random),
    pattern("a key of Brevo", &["xkeysib-"], dashed, 81..=81, random),
    pattern("a key of Mailgun", &["key-"], lower_hex, 32..=32, random),
    pattern("a key of Twilio", &["SK"], lower_hex, 32..=32, random),
    pattern("a token of Shopify", &["shpat_", "shpca_", "shppa_", "shpss_"], u8::is_ascii_hexdigit, 32..=32, random),
    pattern("a token of Square", &["sq0atp-"], dashed, 22..=22, random),
    pattern("a secret of Square", &["sq0csp-"], dashed, 43..=43, random),
    pattern("a token of DigitalOcean", &["dop_v1_", "doo_v1_", "dor_v1_"], u8::is_ascii_hexdigit, 64..=64, random),
    pattern("a token of Hugging Face", &["hf_", "api_org_"], u8::is_ascii_alphabetic, 34..=34, random),
    pattern("a key of Groq", &["gsk_"], alnum, 52..=52, random),
    pattern("a key of xAI", &["xai-"], alnum, 80..=80, random),
    pattern("a key of Perplexity", &["pplx-"], alnum, 48..=48, random),
    pattern("a token of Replicate", &["r8_"], alnum, 37..=37, random),
    pattern("a token of Databricks", &["dapi"], u8::is_ascii_hexdigit, 32..=32, random),
    pattern("a key of Linear", &["lin_api_", "lin_oauth_"], alnum, 40..=64, random),
    pattern("a token of Notion", &["ntn_"], alnum, 43..=60, random),
    pattern("a token of Notion", &["secret_"], alnum, 43..=43, random),
    pattern("a token of Atlassian", &["ATATT3", "ATCTT3"], dashed, 100..=300, random),
    pattern("a token of Doppler", &["dp.pt.", "dp.st.", "dp.sa."], dotted, 40..=60, random),
    pattern("a token of Airtable", &["pat"], dotted, 79..=79, of_airtable),
    pattern("a token of PlanetScale", &["pscale_tkn_", "pscale_pw_", "pscale_oauth_"], dotted, 32..=64, random),
    pattern("a token of Supabase", &["sbp_"], lower_hex, 40..=40, random),
    pattern("a key of Supabase", &["sb_secret_"], dashed, 31..=40, random),
    pattern("a key of New Relic", &["NRAK-"], alnum, 27..=27, random),
    pattern("a key of Postman", &["PMAK-"], dashed, 59..=59, random),
    pattern("a token of Pulumi", &["pul-"], lower_hex, 40..=40, random),
    pattern("a key of RubyGems", &["rubygems_"], lower_hex, 48..=48, random),
    pattern("a token of Clojars", &["CLOJARS_"], alnum, 60..=60, random),
    pattern("a token of Docker Hub", &["dckr_pat_", "dckr_oat_"], dashed, 27..=36, random),
    pattern("a token of Grafana", &["glsa_"], word, 41..=41, random),
    pattern("a token of Grafana Cloud", &["glc_"], word, 60..=400, random),
    pattern("a token of HashiCorp Vault", &["hvs.", "hvb."], dashed, 90..=212, random),
    pattern("a token of Dynatrace", &["dt0c01."], dotted, 89..=89, random),
    pattern("a token of Sentry", &["sntryu_"], lower_hex, 64..=64, random),
    pattern("a token of Sentry", &["sntrys_"], word, 60..=400, random),
    pattern("a token of SonarQube", &["squ_", "sqp_", "sqa_"], lower_hex, 40..=40, random),
    pattern("a token of Sourcegraph", &["sgp_"], word, 40..=60, random),
    pattern("a token of Buildkite", &["bkua_"], lower_hex, 40..=40, random),
    pattern("a token of CircleCI", &["CCIPAT_"], word, 60..=66, random),
    pattern("a key of Heroku", &["HRKU-AA"], dashed, 58..=58, random),
    pattern("a token of Fly.io", &["fo1_"], dashed, 43..=43, random),
    pattern("a key of EasyPost", &["EZAK", "EZTK"], alnum, 54..=54, random),
    pattern("a key of Flutterwave", &["FLWSECK-"], dashed, 34..=34, random),
    pattern("a token of Frame.io", &["fio-u-"], dashed, 64..=64, random),
    pattern("a token of Contentful", &["CFPAT-"], dashed, 43..=43, random),
    pattern("a token of Figma", &["figd_"], dashed, 38..=44, random),
    pattern("a token of Typeform", &["tfp_"], dotted, 44..=61, random),
    pattern("a live key of Duffel", &["duffel_live_"], dashed, 43..=43, random),
    pattern("a live key of Shippo", &["shippo_live_"], lower_hex, 40..=40, random),
    pattern("a token of Plaid", &["access-production-"], dashed, 36..=36, random),
    pattern("a key of Adafruit", &["aio_"], alnum, 28..=28, random),
    pattern("a key of Artifactory", &["AKCp"], alnum, 69..=69, random),
    pattern("an access key of Alibaba Cloud", &["LTAI"], alnum, 20..=20, random),
    pattern("a secret key of age", &["AGE-SECRET-KEY-1"], capital_digit, 58..=58, random),
    pattern("a secret token of Mapbox", &["sk.eyJ1Ijoi"], dotted, 60..=200, random),
];

fn alnum(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric()
}

fn capital(byte: &u8) -> bool {
    byte.is_ascii_uppercase() || (b'2'..=b'7').contains(byte)
}

fn capital_digit(byte: &u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit()
}

fn lower_hex(byte: &u8) -> bool {
    byte.is_ascii_digit() || (b'a'..=b'f').contains(byte)
}

fn word(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || *byte == b'_'
}

fn dashed(byte: &u8) -> bool {
    word(byte) || *byte == b'-'
}

fn dotted(byte: &u8) -> bool {
    dashed(byte) || *byte == b'.'
}

/// Whether `body` looks drawn by lot, which is all that can be known of most keys.
fn random(body: &str) -> bool {
    !is_excused(body)
}

/// Whether the last six of 36 characters are the checksum of the others: their CRC-32 in base 62. Keys of other lengths have none.
fn summed(body: &str) -> bool {
    const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let Some((random, sum)) = body.split_at_checked(30).filter(|(_, sum)| sum.len() == 6) else { return !is_excused(body) };
    let value = |digit: u8| DIGITS.iter().position(|known| *known == digit).and_then(|value| u64::try_from(value).ok());
    let told = sum.bytes().try_fold(0, |told, digit| Some(told * 62 + value(digit)?));
    told == Some(u64::from(crc32(random.as_bytes())))
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

/// Whether the service's mark is in the middle.
fn of_openai(body: &str) -> bool {
    body.get(20..28) == Some("T3BlbkFJ")
}

/// Whether the only dot is after the number of the token.
fn of_airtable(body: &str) -> bool {
    body.find('.') == Some(14) && body.rfind('.') == Some(14) && !is_excused(body)
}

/// Addresses that end in a key.
const WEBHOOKS: [(&str, &str); 4] = [
    ("a webhook of Slack", "hooks.slack.com/services/"),
    ("a webhook of Discord", "discord.com/api/webhooks/"),
    ("a webhook of Discord", "discordapp.com/api/webhooks/"),
    ("a webhook of Teams", "webhook.office.com/webhookb2/"),
];

/// How the first lines of keys end that are kept in files.
const PEM: [&str; 2] = ["PRIVATE KEY-----", "PRIVATE KEY BLOCK-----"];
/// Letters and digits of the shortest private key.
const MIN_PRIVATE: usize = 40;
/// Words at the end of a name whose value is a secret.
const NAMES: [&str; 12] = [
    "password",
    "passwd",
    "secret",
    "api_key",
    "apikey",
    "api-key",
    "token",
    "access_key",
    "secret_key",
    "private_key",
    "client_secret",
    "pwd",
];
/// Longer values are files, not passwords.
const MAX_VALUE: usize = 256;
/// Words that occur in placeholder keys.
const EXCUSES: [&str; 16] = [
    "example",
    "your",
    "xxxx",
    "placeholder",
    "redacted",
    "changeme",
    "change-me",
    "change_me",
    "sample",
    "dummy",
    "fake",
    "0123456789",
    "1234567",
    "abcdef",
    "replace",
    "insert",
];

/// Everything in `text` that looks like a key, in order.
#[must_use]
pub fn secrets(text: &str) -> Vec<Secret> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        if !word(first) {
            at += 1;
            continue;
        }
        let end = at + bytes.iter().skip(at).take_while(|byte| dotted(byte)).count();
        let run = slice(text, at..end);
        if let Some((noun, n_bytes)) = key(run) {
            found.push(Secret { noun, span: Span::new(at..at + n_bytes), is_certain: true });
        } else if let Some(value) = named_value(text, run, end) {
            // A value may turn out to be a key of a known shape, which is then found as a run of its own.
            if key(slice(text, value.range())).is_none() {
                found.push(Secret { noun: "a password or key", span: value, is_certain: false });
            }
        }
        at = end;
    }
    found.extend(private_keys(text));
    found.extend(webhooks(text));
    found.sort_by_key(|secret| secret.span);
    found
}

/// `text` with every key in it made unreadable but for its beginning, byte for byte: the lines that a report quotes end up in logs and mails.
#[must_use]
pub fn redact(text: &str, secrets: &[Secret]) -> String {
    const MAX_SHOWN: usize = 8;
    let mut redacted = text.to_owned();
    for span in secrets.iter().map(|secret| secret.span) {
        let len = text.get(span.range()).filter(|key| key.is_ascii() && !key.starts_with("-----")).map_or(0, str::len);
        let shown = MAX_SHOWN.min(len / 3);
        let start = span.start as usize;
        redacted.replace_range(start + shown..start + len, &"*".repeat(len - shown));
    }
    redacted
}

/// Returns the noun and the length of the key that `run` begins with, if there is one.
fn key(run: &str) -> Option<(&'static str, usize)> {
    if run.len() < 20 {
        return None;
    }
    if run.starts_with("eyJ") {
        return web_token(run).map(|n_bytes| ("a JSON web token", n_bytes));
    }
    PATTERNS.iter().find_map(|pattern| {
        let begins = |prefix: &&&str| prefix.as_bytes().first() == run.as_bytes().first() && run.starts_with(**prefix);
        let prefix = pattern.prefixes.iter().find(begins)?;
        let rest = slice(run, prefix.len()..);
        // A sentence may end after a key.
        let body = slice(rest, ..rest.bytes().take_while(|byte| (pattern.holds)(byte)).count()).trim_end_matches('.');
        let n_chars = body.len();
        let ends = rest.as_bytes().get(n_chars).is_none_or(|byte| !word(byte));
        let is_key = ends && pattern.n_chars.contains(&n_chars) && (pattern.check)(body);
        is_key.then_some((pattern.noun, prefix.len() + n_chars))
    })
}

/// The length of a token of three parts, the first two of which are JSON in Base64.
fn web_token(run: &str) -> Option<usize> {
    let mut parts = run.split('.');
    let (header, claims, signature) = (parts.next()?, parts.next()?, parts.next()?);
    let is_token = header.len() >= 16 && claims.starts_with("eyJ") && claims.len() >= 16 && signature.len() >= 20;
    // The token that every introduction to the format shows; its claims name "John Doe".
    let is_well_known = claims.starts_with("eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9l");
    (is_token && !is_well_known && !is_excused(signature)).then(|| header.len() + claims.len() + signature.len() + 2)
}

/// Whether the text was written by hand to stand for a key: it says so, or repeats itself.
fn is_excused(body: &str) -> bool {
    let lower = body.to_ascii_lowercase();
    // One bit for each ASCII character.
    let seen = lower.bytes().filter(u8::is_ascii).fold(0_u128, |seen, byte| seen | 1 << byte);
    let n_different = seen.count_ones();
    let repeats = lower.as_bytes().windows(5).any(|five| five.windows(2).all(|pair| pair.first() == pair.last()));
    n_different < 8 || repeats || EXCUSES.iter().any(|excuse| lower.contains(excuse))
}

/// The value behind `name: ` or `name=`, if the name calls it a secret and it looks drawn by lot.
fn named_value(text: &str, name: &str, end: usize) -> Option<Span> {
    // Asked of each word of a text, so the byte that most words fail at is looked at first.
    let rest = slice(text, end..);
    let behind = match rest.as_bytes().first()? {
        b':' | b'=' => slice(rest, 1..),
        b'"' | b'\'' | b' ' => rest.trim_start_matches(['"', '\'']).trim_start_matches(' ').strip_prefix([':', '='])?,
        _ => return None,
    };
    let is_name = |known: &&&str| {
        name.len().checked_sub(known.len()).and_then(|at| name.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(known))
    };
    NAMES.iter().find(is_name)?;
    let value = behind.trim_start_matches(' ').trim_start_matches(['"', '\'', '`']);
    let start = text.len() - value.len();
    let n_bytes = value
        .bytes()
        .take(MAX_VALUE)
        .take_while(|byte| dotted(byte) || matches!(byte, b'+' | b'/' | b'=' | b'!' | b'@' | b'#' | b'%'))
        .count();
    let value = slice(value, ..n_bytes);
    let is_whole = slice(text, start + n_bytes..)
        .chars()
        .next()
        .is_none_or(|next| next.is_whitespace() || matches!(next, '"' | '\'' | '`' | ',' | ';'));
    (is_whole && is_random(value) && !is_excused(value)).then(|| Span::new(start..start + n_bytes))
}

/// Whether letters and digits follow each other without sense: at least four digits among letters of both cases, or a long hexadecimal
/// number, and no word of seven letters.
fn is_random(value: &str) -> bool {
    let count = |is: fn(&u8) -> bool| value.bytes().filter(is).count();
    let (n_digits, n_upper, n_lower) = (count(u8::is_ascii_digit), count(u8::is_ascii_uppercase), count(u8::is_ascii_lowercase));
    let is_hex = value.len() >= 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit()) && n_digits > 4 && n_upper + n_lower > 4;
    let is_mixed = value.len() >= 16 && n_digits >= 4 && n_upper >= 3 && n_lower >= 3;
    let has_word = value.split(|c: char| !c.is_ascii_lowercase()).any(|run| run.len() >= 7);
    (is_hex || is_mixed) && !has_word && !value.contains("://")
}

/// Addresses that let everybody who knows them write into someone's channel.
fn webhooks(text: &str) -> impl Iterator<Item = Secret> {
    // All of them have this word.
    let prefixes = if text.contains("hook") { &WEBHOOKS[..] } else { &[] };
    prefixes.iter().flat_map(move |(noun, prefix)| {
        text.match_indices(prefix).filter_map(move |(at, _)| {
            let body = slice(text, at + prefix.len()..);
            let n_bytes = body.bytes().take(MAX_VALUE).take_while(|byte| dashed(byte) || matches!(byte, b'/' | b'@')).count();
            let key = slice(body, ..n_bytes).rsplit('/').next().unwrap_or_default();
            let is_key = n_bytes >= 32 && key.len() >= 20 && !is_excused(key);
            is_key.then(|| Secret { noun, span: Span::new(at..at + prefix.len() + n_bytes), is_certain: true })
        })
    })
}

/// Blocks of private keys that contain more than an ellipsis.
fn private_keys(text: &str) -> impl Iterator<Item = Secret> {
    // All of them have this word.
    let ends = if text.contains("PRIVATE") { &PEM[..] } else { &[] };
    ends.iter().flat_map(move |end| {
        text.match_indices(end).filter_map(move |(at, _)| {
            let from = floor_char_boundary(text, at.saturating_sub(40));
            let start = from + slice(text, from..at).rfind("-----BEGIN ")?;
            let body = slice(text, at + end.len()..);
            let body = slice(body, ..floor_char_boundary(body, 400));
            let n_chars = body.split(['-', '.']).next().unwrap_or(body).bytes().filter(u8::is_ascii_alphanumeric).count();
            let is_key = n_chars >= MIN_PRIVATE && !is_excused(slice(body, ..floor_char_boundary(body, MIN_PRIVATE)));
            is_key.then(|| Secret { noun: "a private key", span: Span::new(start..at + end.len()), is_certain: true })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the secrets in `text`, and whether they are certain. The keys of these tests are put together, so that no scanner takes them for real.
    fn found(text: &str) -> Vec<(&'static str, &str, bool)> {
        secrets(text).into_iter().map(|secret| (secret.noun, &text[secret.span.range()], secret.is_certain)).collect()
    }

    #[test]
    fn keys_are_known_by_their_shape() {
        let body = "k3Jd8sQpZ1xVtR7mW2yLbN5hC9gF4uAe6oKi";
        for (prefix, n_chars, noun) in [
            ("glpat-", 20, "a token of GitLab"),
            ("xoxb-", 30, "a token of Slack"),
            ("sk_live_", 24, "a live key of Stripe"),
            ("AIza", 35, "an API key of Google"),
        ] {
            let key = format!("{prefix}{}", &body[..n_chars]);
            let text = format!("curl -H \"Bearer {key}\".");
            assert_eq!(found(&text), [(noun, key.as_str(), true)]);
            assert_eq!(found(&format!("{prefix}short")), []);
        }
        let aws = format!("AKIA{}", "QK4NZ7WXR2LMPT5V");
        assert_eq!(found(&format!("id={aws}, next")), [("an access key of AWS", aws.as_str(), true)]);
    }

    #[test]
    fn a_key_with_a_checksum_is_one_only_with_the_right_one() {
        let body = "k3Jd8sQpZ1xVtR7mW2yLbN5hC9gF4u";
        for (prefix, noun) in [("ghp_", "a token of GitHub"), ("npm_", "a token of npm")] {
            let key = format!("{prefix}{body}4VO1Nd");
            assert_eq!(found(&key), [(noun, key.as_str(), true)]);
            assert_eq!(found(&format!("{prefix}{body}4uAe6o")), []);
        }
    }

    #[test]
    fn every_kind_is_found_by_its_own_row() {
        let random = |n: usize, holds: fn(&u8) -> bool| -> String {
            let bytes = (0_u64..).flat_map(|nth| blake3::hash(&nth.to_le_bytes()).as_bytes().to_vec());
            bytes.filter(|byte| holds(byte) && byte.is_ascii_alphanumeric()).map(char::from).take(n).collect()
        };
        let mut kinds = std::collections::BTreeSet::new();
        for Pattern { noun, prefixes, holds, n_chars, check } in &PATTERNS {
            kinds.insert(*noun);
            // What has a mark or a checksum is tried elsewhere.
            let body = random(*n_chars.start(), *holds);
            if !check(&body) {
                continue;
            }
            for prefix in *prefixes {
                let key = format!("{prefix}{body}");
                assert_eq!(found(&format!("use {key}.")), [(*noun, key.as_str(), true)]);
                assert_eq!(found(&format!("use {prefix}{}.", "x".repeat(body.len()))), [], "{noun}");
            }
        }
        assert!(kinds.len() >= 60, "{}", kinds.len());
        let openai = format!("sk-{}T3BlbkFJ{}", random(20, alnum), random(20, alnum));
        assert_eq!(found(&openai), [("a key of OpenAI", openai.as_str(), true)]);
        let airtable = format!("pat{}.{}", random(14, alnum), random(64, lower_hex));
        assert_eq!(found(&airtable), [("a token of Airtable", airtable.as_str(), true)]);
    }

    #[test]
    fn placeholders_are_no_keys() {
        for text in [
            "AKIAIOSFODNN7EXAMPLE",
            "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "sk_live_YOUR_KEY_GOES_IN_HERE_PLEASE",
            "xoxb-your-token-goes-in-here-please",
            "glpat-00000000000000000000",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
            "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",
            "password: correct-horse-battery-staple",
            "api_key: <API_KEY>",
            "token = os.environ['ACME_TOKEN_V1_2024']",
            "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn tokens_and_blocks_are_found_too() {
        let token = format!("eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhY21lIn0{}.{}", "aGVsbG8", "k3Jd8sQpZ1xVtR7mW2yLbN5hC9gF4u");
        assert_eq!(found(&token), [("a JSON web token", token.as_str(), true)]);
        let pem = PEM[0];
        let block = format!("-----BEGIN {pem}\n{}\n", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC".repeat(4));
        assert_eq!(found(&block), [("a private key", "-----BEGIN PRIVATE KEY-----", true)]);
    }

    #[test]
    fn an_address_that_ends_in_a_key_is_one() {
        let address = format!("hooks.slack.com/services/T0{}/B0{}/{}", "4K2JD81", "5M3QW72", "k3Jd8sQpZ1xVtR7mW2yLbN5h");
        assert_eq!(found(&format!("Post to https://{address}.")), [("a webhook of Slack", address.as_str(), true)]);
        assert_eq!(found("https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"), []);
        assert_eq!(found("https://hooks.slack.com/services/<your-webhook>"), []);
    }

    #[test]
    fn a_value_after_the_word_password_is_suspected() {
        assert_eq!(found("password: \"kZ8f3Qx91LmT4vRw\""), [("a password or key", "kZ8f3Qx91LmT4vRw", false)]);
        assert_eq!(found("API_KEY=9f86d081884c7d659a2feaa0c55ad015"), [("a password or key", "9f86d081884c7d659a2feaa0c55ad015", false)]);
    }

    #[test]
    fn a_key_is_redacted_in_place() {
        let text = format!("é AKIA{}, password: \"kZ8f3Qx91LmT4vRw\"\n", "QK4NZ7WXR2LMPT5V");
        assert_eq!(redact(&text, &secrets(&text)), "é AKIAQK**************, password: \"kZ8f3***********\"\n");
    }

    #[test]
    fn hostile_text_takes_no_time() {
        for unit in ["a", "-", "password:", "-----BEGIN ", PEM[0], "eyJ.", "AKIA", "é"] {
            let _ = secrets(&unit.repeat(200_000));
        }
    }
}
