//! Tests: guarantees for every rule that reads a text.

use crate::catalogue::RawCatalogue;
use crate::rules::{RunContext, run};
use crate::source::Memory;

#[test]
fn hostile_text_takes_no_time() {
    let units = [
        "{{ ",
        "{{ x }} ",
        "](",
        "](a .b)",
        "[a](b c.md)\n",
        "<!--",
        "<!-- a -->",
        "TODO",
        "TODO:",
        "- TODO\n",
        "# a\n\n",
        "<your-",
        "password=",
        "AKIA",
        "eyJa.",
        "-----BEGIN ",
        "PRIVATE KEY-----",
        "Ã©",
        "â",
        "\u{202e}",
        "\u{2066}",
        "\u{200b}",
        "&#x202e;",
        "&#",
        "```\n",
        "`a` ",
        "~~~\n\n",
        "<<<<<<< ",
        "<<<<<<< a\n",
        "[a](https://a.example/?utm_a=1&)",
        "![a](https://shields.io/a)",
        "<img width=1 height=1 src=a>\n",
        "[a](../b/README.md#c) ",
        "![a](../acme/icon.svg) ",
        "[a](#b) ",
        "<a name=b></a>\n# c\n\n[a](#b)\n",
        "|a|\n|-|\n|b|c|\n\n",
        "| `a | b` |\n",
        "](b \"",
        "[^a]: b\n",
        ":a_b: ",
        "<title> ",
        "<x-y>",
        "<details><table><tr><td>",
        "&amp;",
    ];
    for unit in units {
        let text = unit.repeat(200_000 / unit.len());
        let listing = "name: Acme\napp: Slack\n";
        let folder = Memory::new().with("listings/acme/listing.yaml", listing).with("listings/acme/README.md", text);
        let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
        let _ = run(&raw, &RunContext::new(jiff::civil::date(2026, 2, 1)));
    }
}
