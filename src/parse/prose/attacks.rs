//! Tests: nothing that a contributor writes becomes active. The oracle is `ammonia`: of what is printed, it must remove nothing.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;

use super::constructs::print;
use super::{front_matter, outline};

const ATTACKS: &[&str] = &[
    "<table><tr><td>a</td><p><details open><summary>b</summary>c</details></table>",
    "<table><tr><td>]('</td><p |<details open onclick=a><details><ul><li>|</p>\n</a>",
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<script>alert(1)",
    "<script>\n\nalert(1)\n\n</script>\n<script>",
    "<img src=x onerror=alert(1)>",
    "<img src=\"x\" onerror=\"alert(1)\" alt=\"&quot; onload=&quot;alert(1)\">",
    "<img src='javascript:alert(1)'>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=`x` onerror=alert(1)//",
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
    "<p onclick=alert(1)>a</p>",
    "<div style=\"background:url(javascript:alert(1))\">a</div>",
    "<a href=javascript:alert(1)>a</a>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](javascript&#58;alert(1))",
    "[a](&#x6A;avascript:alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a](java&Tab;script:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](&#1;javascript:alert(1))",
    "[a](javascript%3Aalert(1))",
    "[a](%6aavascript:alert(1))",
    "[a](vbscript:msgbox(1))",
    "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[a](//evil.example)",
    "[a](/\\evil.example)",
    "[a](\\\\evil.example)",
    "[a](https:evil.example)",
    "[a](file:///etc/passwd)",
    "[a](blob:https://a/b)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "[a](https://b.example/\"onmouseover=alert(1)//)",
    "[a](https://b.example \"t\\\" onmouseover=alert(1)\")",
    "![a](javascript:alert(1))",
    "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    "![\" onerror=\"alert(1)](b.png)",
    "![a](b.png\" onerror=\"alert(1))",
    "![a](//evil.example/b.png)",
    "![<script>alert(1)</script>](b.png)",
    "# a {#x onclick=alert(1) style=color:red}",
    "# a {#location .evil}",
    "# <script>alert(1)</script>",
    "# location\n# document\n# __proto__\n# u-a",
    "<a id=location name=document>b</a>",
    "<form id=getElementById action=//evil.example><input name=body><button>a</button></form>",
    "a[^1]\n\n[^1]: b <script>alert(1)</script>\n\n# FN-1\n# fnref-1",
    "a[^\"onclick=alert(1)]\n\n[^\"onclick=alert(1)]: b",
    "a[^x][^X]\n\n[^x]: [^x] b\n[^X]: c",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<style>@import '//evil.example';</style>",
    "<base href=//evil.example/>\n\n[a](b)",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example>",
    "<iframe src=javascript:alert(1)></iframe><object data=x></object><embed src=x>",
    "<!-- --!><script>alert(1)</script>",
    "<!-- <script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<!DOCTYPE html [<!ENTITY x \"<script>alert(1)</script>\">]>&x;",
    "<?php echo '<script>alert(1)</script>'; ?>",
    "```\"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```",
    "|<script>alert(1)</script>|</td><img src=x onerror=alert(1)>|\n|-|-|\n|`</td><script>alert(1)</script>`|&lt;script&gt;|",
    "<details ontoggle=alert(1) open><summary onclick=alert(1)>a</summary><p style=x>b</p></details>",
    "<table background=javascript:alert(1)><tr onclick=alert(1)><td style=x>a</td></tr></table>",
    "<kbd onclick=alert(1)>a</kbd> <a href=\"java&#115;cript:alert(1)\">b</a> <a href=https://c.example onmouseover=alert(1)>c</a>",
    "# a {#FN-1}\n\nb[^1]\n\n[^1]: c\n\n# d {#__proto__}\n\n# e {#a\" onclick=\"alert(1)}",
    "<img src=a.png width=\"1\" height=\"1 onerror=alert(1)\" width=999999999999>",
    "<alert(1)> <x-y onclick=alert(1)> <your&lt;script&gt;>",
    "[a](tel:javascript:alert(1)) [b](sms:+1\"onclick=alert(1))",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript><textarea></textarea><title><a></title>",
];

/// The tags that the printer has, with their attributes: nothing else may ever come out.
fn oracle() -> ammonia::Builder<'static> {
    let plain = [
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "input",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "section",
        "small",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "a",
    ];
    let with = |names: &[&'static str]| names.iter().copied().collect::<HashSet<_>>();
    let attributes = HashMap::from([
        ("a", with(&["href", "aria-label", "rel"])),
        ("code", with(&["class"])),
        ("details", with(&["open"])),
        ("div", with(&["class"])),
        ("h2", with(&["id"])),
        ("h3", with(&["id"])),
        ("h4", with(&["id"])),
        ("h5", with(&["id"])),
        ("h6", with(&["id"])),
        ("img", with(&["src", "width", "height", "alt", "loading", "decoding"])),
        ("input", with(&["type", "disabled", "checked", "aria-label"])),
        ("li", with(&["class", "id"])),
        ("ol", with(&["start"])),
        ("p", with(&["class"])),
        ("pre", with(&["tabindex"])),
        ("section", with(&["class", "tabindex", "aria-label"])),
        ("sup", with(&["class", "id"])),
        ("td", with(&["class"])),
        ("th", with(&["class", "scope"])),
    ]);
    let mut oracle = ammonia::Builder::new();
    oracle
        .tags(plain.into_iter().collect())
        .tag_attributes(attributes)
        .generic_attributes(HashSet::new())
        .url_schemes(["http", "https", "mailto", "tel", "sms"].into_iter().collect())
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true)
        .id_prefix(Some("u-"));
    oracle
}

/// Everything a sanitiser may write otherwise without removing anything: quotes, empty attributes, character references.
fn same(html: &str) -> String {
    let html = html
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace(" disabled=\"\"", " disabled")
        .replace(" checked=\"\"", " checked")
        .replace(" open=\"\"", " open");
    html.replace('\u{a0}', "&nbsp;")
}

/// Tags in a canonical order of attributes.
fn canonical(html: &str) -> String {
    let mut out = String::new();
    for part in same(html).split('<') {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let mut words: Vec<_> = tag.split("\" ").map(|word| word.trim_end_matches('"')).collect();
        if let Some(first) = words.first_mut() {
            *first = first.trim();
        }
        let (name, first) = words[0].split_once(' ').unwrap_or((words[0], ""));
        let name = name.to_owned();
        words[0] = first;
        words.sort_unstable();
        out.push_str(&format!("<{name} {}>{text}", words.join("|")));
    }
    out
}

#[track_caller]
fn holds_nothing_active(text: &str) {
    let html = print(text);
    // Text that only looks like a tag is text: what counts are tags, so quoted and escaped text is cut out first.
    for tag in html.split('<').skip(1).filter_map(|part| part.split_once('>')).map(|(tag, _)| tag) {
        let tag_lower = tag.to_lowercase();
        let name = tag_lower.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default().to_owned();
        for banned in
            ["script", "style", "svg", "math", "iframe", "object", "embed", "form", "base", "meta", "link", "button", "body", "html", "!--"]
        {
            assert_ne!(name, banned, "{text:?} gives {html}");
        }
        // Every second part is between double quotes.
        for name in tag_lower.split('"').step_by(2) {
            assert!(!name.contains(" on") && !name.contains("style") && !name.contains("srcset"), "{text:?} gives {html}");
        }
        for (before, value) in tag_lower.split("=\"").zip(tag_lower.split("=\"").skip(1)) {
            // What is read aloud or shown may begin with anything; every other value could be an address.
            if before.ends_with(" alt") || before.ends_with(" title") {
                continue;
            }
            let value = value.split('"').next().unwrap_or_default();
            for start in ["javascript:", "vbscript:", "data:", "file:", "blob:", "//", "/\\", "\\"] {
                assert!(!value.starts_with(start), "{text:?} gives {html}");
            }
        }
        if let Some(id) = tag.split(" id=\"").nth(1) {
            assert!(id.starts_with("u-"), "{text:?} gives {html}");
        }
    }
    assert!(!html.contains("<!"), "{text:?} gives {html}");
    let ids: Vec<_> = html.split(" id=\"").skip(1).filter_map(|part| part.split('"').next()).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "an id occurs twice: {text:?} gives {html}");
    let cleaned = oracle().clean(&html).to_string();
    // `<a …>` and the like: what the oracle normalises apart from removing is folded on both sides by reading it once more.
    assert_eq!(canonical(&cleaned), canonical(&html), "the oracle removes something: {text:?}");
}

#[test]
fn no_attack_comes_through() {
    for text in ATTACKS {
        holds_nothing_active(text);
        for wrapped in
            [format!("> {text}"), format!("- {text}"), format!("a\n\n{text}\n\nb"), format!("<div>\n{text}\n</div>"), format!("*{text}*")]
        {
            holds_nothing_active(&wrapped);
        }
    }
}

#[test]
fn scripts_are_removed_with_their_text() {
    for text in [
        "<script>evil()</script>",
        "a <script>evil()</script>",
        "<style>evil</style>",
        "<svg><text>evil</text></svg>",
        "<iframe>evil</iframe>",
    ] {
        assert!(!print(text).contains("evil"), "{text}");
    }
}

#[test]
fn hostile_text_takes_no_time() {
    for unit in [
        ">",
        "- ",
        "*",
        "[",
        "![",
        "`",
        "<",
        "[a](",
        "# a\n",
        "|",
        "[^a]: ",
        "a[^a]\n\n[^a]: b\n",
        "![![",
        "<svg>",
        "> - ",
        "|a|\n|-|\n",
        "<b>*",
    ] {
        let _ = print(&unit.repeat(20_000));
    }
}

/// Pieces of markup that meet each other in every order.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<",
        ">",
        "\"",
        "'",
        "`",
        "*",
        "_",
        "~~",
        "[",
        "](",
        ")",
        "![",
        "\n",
        "\n\n",
        "# ",
        "> ",
        "- ",
        "1. ",
        "- [x] ",
        "|",
        "\n|-|\n",
        "[^1]",
        "[^1]: ",
        "```",
        "    ",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<img src=",
        "<p ",
        "onclick=",
        "javascript:",
        "&",
        "&lt;",
        "&#10;",
        "\r\n",
        "\t",
        "a",
        " ",
        "\\",
        ": ",
        "> [!NOTE]\n",
        "<br>",
        "<h1>",
        "</h1>",
        "<svg>",
        "\u{202e}",
        "é",
        "#a",
        "//",
        "https://a.example",
        "<div>",
        "</div>",
        "**",
        "<details>",
        "<details open onclick=a>",
        "<summary>",
        "</summary>",
        "</details>",
        "<table><tr><td>",
        "<th>",
        "</td>",
        "<tr>",
        "</table>",
        "<ul><li>",
        "<li>",
        "</ul>",
        "<a href=javascript:a>",
        "<a href=\"https://a.example\">",
        "</a>",
        "<b>",
        "</b>",
        "<kbd>",
        "</kbd>",
        "<pre>",
        "</pre>",
        "<p align=center>",
        "</p>",
        "<blockquote>",
        "<title>",
        "<your-name>",
        "{#a}",
        "{#u-FN-1}",
        "<a name=a id=b>",
        ":rocket:",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_safe_html(text in hostile()) {
        holds_nothing_active(&text);
    }

    #[test]
    fn any_string_gives_no_panic(text in any::<String>()) {
        let _ = print(&text);
        let _ = outline(&text);
        let _ = front_matter(&text);
    }

    #[test]
    fn every_span_lies_inside_the_text(text in hostile()) {
        let outline = outline(&text);
        let spans = outline.links.iter().map(|link| link.span).chain(outline.headings.iter().map(|heading| heading.span)).chain(outline.has_raw_html);
        for span in spans {
            prop_assert!(text.get(span.range()).is_some(), "{span:?}");
        }
    }
}
