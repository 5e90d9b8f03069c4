//! Tests: what each construct of Markdown is printed as.

use super::{HtmlOptions, Resolve, Resolved, ResolvedImage, html};

/// Lets everything through, so that what is refused is refused by the printer.
pub(super) struct Open;

impl Resolve for Open {
    fn link(&self, target: &str) -> Resolved {
        if target.starts_with("nowhere") { Resolved::Nowhere } else { Resolved::To { url: target.to_owned(), rel: None } }
    }

    fn image(&self, target: &str) -> ResolvedImage {
        match target {
            "nowhere.png" => ResolvedImage::Nowhere,
            "a.png" => {
                ResolvedImage::Show { url: "/files/a.png".to_owned(), webp: None, animation: None, width: Some(640), height: Some(400) }
            }
            _ if target.starts_with("https:") => ResolvedImage::LinkTo { url: target.to_owned() },
            _ => ResolvedImage::Show { url: target.to_owned(), webp: None, animation: None, width: None, height: None },
        }
    }
}

pub(super) fn print(text: &str) -> String {
    html(text, &HtmlOptions::default(), &Open)
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(print(text).trim_end(), expected, "{text:?}");
}

#[test]
fn text_is_escaped() {
    check("a & <b \"c\" 'd' \\*e\\*\r\nf  \r\ng", "<p>a &amp; &lt;b &quot;c&quot; &#39;d&#39; *e*\nf<br>\ng</p>");
    check("\u{feff}*a* **b** ~~c~~ `d<`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code></p>");
    check("שלום \u{1}\u{fffe}x", "<p>שלום x</p>");
    check("---", "<hr>");
}

#[test]
fn headings_start_at_two_and_skip_no_level() {
    check("# A\n### B\n### C\n# D", "<h2 id=\"u-a\">A</h2>\n<h3 id=\"u-b\">B</h3>\n<h3 id=\"u-c\">C</h3>\n<h2 id=\"u-d\">D</h2>");
    check("#### A\n## B\n###### C", "<h2 id=\"u-a\">A</h2>\n<h2 id=\"u-b\">B</h2>\n<h3 id=\"u-c\">C</h3>");
    check("# A\n# A\n# A-1", "<h2 id=\"u-a\">A</h2>\n<h2 id=\"u-a-1\">A</h2>\n<h2 id=\"u-a-1-1\">A-1</h2>");
    check("#\n\n# ![](b.png)", "<p><img src=\"b.png\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>");
    let deep = html("# A\n## B\n", &HtmlOptions { heading_shift: 5, ..HtmlOptions::default() }, &Open);
    assert_eq!(deep, "<h6 id=\"u-a\">A</h6>\n<h6 id=\"u-b\">B</h6>\n");
}

#[test]
fn fragments_lead_to_headings_of_the_text() {
    check(
        "[a](#set-up) [b](#Set%20up) [c](#other) [d](#)\n# Set up",
        "<p><a href=\"#u-set-up\">a</a> <a href=\"#u-set-up\">b</a> c d</p>\n<h2 id=\"u-set-up\">Set up</h2>",
    );
}

#[test]
fn every_link_is_resolved() {
    check("[a](https://b.example/?c&d \"t\")", "<p><a href=\"https://b.example/?c&amp;d\">a</a></p>");
    check("[*a*](nowhere)", "<p><em>a</em></p>");
    check(
        "<a@b.example> <https://c.example>",
        "<p><a href=\"mailto:a@b.example\">a@b.example</a> <a href=\"https://c.example\">https://c.example</a></p>",
    );
    check("[](https://b.example)", "");
    check("[![](a.png)](b)", "<p><img src=\"/files/a.png\" width=\"640\" height=\"400\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>");
    check("[a](<b c.md>)", "<p><a href=\"b%20c.md\">a</a></p>");
}

#[test]
fn every_image_is_resolved() {
    check(
        "![b *c*](a.png)",
        "<p><img src=\"/files/a.png\" width=\"640\" height=\"400\" alt=\"b c\" loading=\"lazy\" decoding=\"async\"></p>",
    );
    check("![b](https://c.example/d.png)", "<p><a href=\"https://c.example/d.png\" rel=\"nofollow\">b</a></p>");
    check("[![Build](https://c.example/d.svg)](e)", "<p><a href=\"e\">Build</a></p>");
    check("![b](nowhere.png)![](nowhere.png)", "<p>b</p>");
}

#[test]
fn lists_quotes_and_definitions() {
    check("- a\n- b\n  1. c", "<ul>\n<li>a</li>\n<li>b<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>");
    check("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>");
    check("> a", "<blockquote>\n<p>a</p>\n</blockquote>");
    check("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>");
    check(
        "- [x] a\n- [ ] b",
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"done\"> a</li>\n\
         <li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"to do\"> b</li>\n</ul>",
    );
    check("> [!WARNING]\n> a", "<div class=\"alert alert-warning\"><p class=\"alert-title\">Warning</p>\n<p>a</p>\n</div>");
}

#[test]
fn code_keeps_its_language_and_nothing_else() {
    check("```C++ title=x\na<b\n```", "<pre tabindex=\"0\"><code class=\"language-c++\">a&lt;b\n</code></pre>");
    check("```\"onclick=\n\ta\r\n```", "<pre tabindex=\"0\"><code class=\"language-onclick\">\ta\n</code></pre>");
    check("    a", "<pre tabindex=\"0\"><code>a</code></pre>");
}

#[test]
fn tables_scroll_and_have_headers() {
    check(
        "| a | | c |\n| --: | :-: | --- |\n| d | `e\\|f` | |",
        "<section class=\"table\" tabindex=\"0\" aria-label=\"Table\"><table>\n<thead><tr><th scope=\"col\" class=\"right\">a</th><td></td>\
         <th scope=\"col\">c</th></tr></thead>\n<tbody>\n<tr><td class=\"right\">d</td><td class=\"center\"><code>e|f</code></td><td></td></tr>\n\
         </tbody></table></section>",
    );
    assert!(print("|a|\n|-|\n\n|b|\n|-|\n").contains("aria-label=\"Table 2\""));
}

#[test]
fn footnotes_come_last_in_order_of_mention() {
    check(
        "a[^x] b[^y] c[^x] d[^z]\n\n[^y]: Y[^w]\n[^x]: X\n[^u]: unused\n[^w]: W",
        "<p>a<sup class=\"footnote\" id=\"u-FNREF-1\"><a href=\"#u-FN-1\">1</a></sup> b<sup class=\"footnote\" id=\"u-FNREF-2\"><a href=\"#u-FN-2\">2</a></sup> \
         c<sup class=\"footnote\" id=\"u-FNREF-1-2\"><a href=\"#u-FN-1\">1</a></sup> d[^z]</p>\n\
         <section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n\
         <li id=\"u-FN-1\"><p>X <a href=\"#u-FNREF-1\" aria-label=\"Back to the reference to footnote 1\">↩</a> \
         <a href=\"#u-FNREF-1-2\" aria-label=\"Back to the reference to footnote 1, 2\">↩</a></p></li>\n\
         <li id=\"u-FN-2\"><p>Y<sup class=\"footnote\" id=\"u-FNREF-3\"><a href=\"#u-FN-3\">3</a></sup> \
         <a href=\"#u-FNREF-2\" aria-label=\"Back to the reference to footnote 2\">↩</a></p></li>\n\
         <li id=\"u-FN-3\"><p>W <a href=\"#u-FNREF-3\" aria-label=\"Back to the reference to footnote 3\">↩</a></p></li>\n</ol>\n</section>",
    );
}

#[test]
fn raw_html_keeps_its_words() {
    check("a <b>b</b><br>c <kbd>d</kbd> <!-- e -->", "<p>a <strong>b</strong><br>\nc <kbd>d</kbd> </p>");
    check(
        "<h1 align=\"center\">A</h1>\n<p align=center>B<br/>C &copy;</p>",
        "<h2 id=\"u-a\">A</h2>\n<div class=\"center\">\n<p>B<br>\nC ©</p>\n</div>",
    );
    check("<details><summary>A</summary>\n\n*b*\n\n</details>", "<details>\n<summary>A</summary>\n<p><em>b</em></p>\n</details>");
    check(
        "<img src=\"a.png\" alt=\"b\" onerror=c>",
        "<p><img src=\"/files/a.png\" width=\"640\" height=\"400\" alt=\"b\" loading=\"lazy\" decoding=\"async\"></p>",
    );
    check("<!-- a\n\nb -->\n\nc", "<p>c</p>");
    check("> <div>\n> a\n> </div>", "<blockquote>\n<p>a</p>\n</blockquote>");
}

#[test]
fn html_that_shows_something_is_shown() {
    check(
        "H<sub>2</sub>O, x<sup>2</sup>, <u>u</u>, <mark>m</mark>, <code>c :x:</code>, <i>i</i>, <s>s</s>, <a href=\"https://a.example\" onclick=b>a</a>",
        "<p>H<sub>2</sub>O, x<sup>2</sup>, <u>u</u>, <mark>m</mark>, <code>c :x:</code>, <em>i</em>, <del>s</del>, <a href=\"https://a.example\">a</a></p>",
    );
    check(
        "<ul><li>a<li>b <b>c</b><ol start=3><li>d</ol></ul>",
        "<ul>\n<li>a</li>\n<li>b <strong>c</strong><ol start=\"3\">\n<li>d</li>\n</ol>\n</li>\n</ul>",
    );
    check(
        "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td><img src=a.png width=64 alt=d></td></tr>\n</table>",
        "<section class=\"table\" tabindex=\"0\" aria-label=\"Table\"><table>\n<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\n\
         <tbody>\n<tr><td>c</td><td><img src=\"/files/a.png\" width=\"64\" height=\"40\" alt=\"d\" loading=\"lazy\" decoding=\"async\"></td></tr>\n\
         </tbody></table></section>",
    );
    check("<pre>a\n  <b>b</b> &lt;\n</pre>", "<pre tabindex=\"0\"><code>a\n  b &lt;\n</code></pre>");
    check("<blockquote>a<p>b</blockquote>c", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n<p>c</p>");
    check("<div align=center>\n\n**a**\n\n</div>\n\nb", "<div class=\"center\">\n<p><strong>a</strong></p>\n</div>\n<p>b</p>");
    check("<a href=\"https://b.example\"><div>a</div></a>", "<p><a href=\"https://b.example\"> a </a></p>");
    check("<p>\n<a href=\"https://b.example\"><div>a</div></a></p>", "<p><a href=\"https://b.example\">a </a></p>");
}

#[test]
fn details_always_have_a_name() {
    check("<details>\n\na\n\n</details>", "<details>\n<summary>Details</summary>\n<p>a</p>\n</details>");
    check("<details open><summary></summary>a</details>", "<details open>\n<summary>Details</summary>\n<p>a</p>\n</details>");
    check("<details><summary><h3>A</h3></summary>b", "<details>\n<summary>A</summary>\n<p>b</p>\n</details>");
    check("<details></details>", "");
}

#[test]
fn an_open_html_element_ends_with_its_parent() {
    check("- <b>a\n- b", "<ul>\n<li><strong>a</strong></li>\n<li>b</li>\n</ul>");
    check("*a <b>b* c</b> d", "<p><em>a <strong>b</strong></em> c d</p>");
    check("> <details><summary>a</summary>\n\nb", "<blockquote>\n<details>\n<summary>a</summary>\n</details>\n</blockquote>\n<p>b</p>");
    check(
        "<table><tr><td>\n\n| a |\n|-|\n| b |\n\n</td><td>c</td></tr></table>",
        "<section class=\"table\" tabindex=\"0\" aria-label=\"Table\"><table>\n<tbody>\n<tr><td>\
         <section class=\"table\" tabindex=\"0\" aria-label=\"Table 2\"><table>\n<thead><tr><th scope=\"col\">a</th></tr></thead>\n<tbody>\n<tr><td>b</td></tr>\n</tbody></table></section>\n\
         </td><td>c</td></tr>\n</tbody></table></section>",
    );
}

#[test]
fn a_word_in_angle_brackets_is_a_word() {
    check("Open <your-domain> and <title> now", "<p>Open &lt;your-domain&gt; and  now</p>");
    check("<b>Vec<T></b> <a1>b</a1>", "<p><strong>Vec&lt;T&gt;</strong> &lt;a1&gt;b&lt;/a1&gt;</p>");
    check("a <get types> <x-y on=b>c</x-y>", "<p>a &lt;get types&gt; c</p>");
    check("<your-domain>\n\nb", "<p>&lt;your-domain&gt;</p>\n<p>b</p>");
}

#[test]
fn a_heading_can_choose_its_id() {
    check("## A b {#Custom-Id}\n\n[c](#custom-id) [d](#a-b)", "<h2 id=\"u-custom-id\">A b</h2>\n<p><a href=\"#u-custom-id\">c</a> d</p>");
    check("## A {#a}\n## B {#a}", "<h2 id=\"u-a\">A</h2>\n<h2 id=\"u-a-1\">B</h2>");
    check("## {#a}", "<h2 id=\"u-a\">{#a}</h2>");
    check("## A {#b .c}", "<h2 id=\"u-a-b-c\">A {#b .c}</h2>");
    check("<a name=\"x\"></a>\n## A\n\n[b](#x)", "<h2 id=\"u-a\">A</h2>\n<p><a href=\"#u-a\">b</a></p>");
}

#[test]
fn an_emoji_in_a_heading_makes_the_id_that_github_makes() {
    check(
        "## ⚙️ Settings\n\n[a](#️-settings) [b](#-settings) [c](#%EF%B8%8F-settings)",
        "<h2 id=\"u-\u{fe0f}-settings\">⚙️ Settings</h2>\n<p><a href=\"#u-\u{fe0f}-settings\">a</a> <a href=\"#u-\u{fe0f}-settings\">b</a> \
         <a href=\"#u-\u{fe0f}-settings\">c</a></p>",
    );
    check("## :rocket: Go\n\n:rocket: `:rocket:` :bogus:", "<h2 id=\"u-rocket-go\">🚀 Go</h2>\n<p>🚀 <code>:rocket:</code> :bogus:</p>");
}

#[test]
fn deep_nesting_is_cut() {
    let html = print(&format!("{}a", "> ".repeat(1000)));
    assert_eq!(html.matches("<blockquote>").count(), 0, "nothing is left of it, since its words lie deeper than anybody reads: {html}");
    let html = print(&format!("{}a", "> ".repeat(32)));
    assert_eq!(html.matches("<blockquote>").count(), 32);
    let html = print(&format!("{}b{}", "*a ".repeat(40), " a*".repeat(40)));
    let depths = html.split('<').scan(0_usize, |depth, part| {
        *depth = if part.starts_with("/em") { *depth - 1 } else { *depth + usize::from(part.starts_with("em")) };
        Some(*depth)
    });
    assert_eq!(depths.max(), Some(16));
    assert!(html.contains('b'));
}
