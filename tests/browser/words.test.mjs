// What the search engine makes of a text, without a site: folding, queries, marks, distances, and parts that are not what they should be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { distance } from "../../templates/js/near.js";
import { open } from "../../templates/js/search.js";
import { compare, fold, highlight, parse, words } from "../../templates/js/words.js";

const HOSTILE = [
  "",
  " \t\n",
  "?!…,;:",
  '"',
  "“”\"\"”",
  'tag:"',
  "tag:: app:: :",
  "x ".repeat(10_000),
  "x".repeat(10_000),
  '"'.repeat(10_000),
  "tag:a ".repeat(2_000),
  "e\u0301".repeat(5_000),
  "__proto__",
  "constructor toString hasOwnProperty",
  "tag:__proto__ app:constructor publisher:toString",
  ".*+?^${}()|[]\\ (a+)+$",
  "<img src=x onerror=alert(1)>",
  "\u202eevil\u202c שלום مرحبا",
  "👍🏽 👩‍👩‍👧 🇩🇪",
  "\ud800 \udc00 a\ud83d",
  "\0\u0001\ufeff\u0085",
  "ﷺ ǅ İ ẞ ﬃ",
];

test("one form for what people write in many", () => {
  const folded = [
    ["Málaga", "malaga"],
    ["Straße", "strasse"],
    ["Łódź", "lodz"],
    ["C++ and C#", "cplusplus and csharp"],
    [".NET core", "dotnet core"],
    ["asp.net", "asp.net"],
    ["ﬁle", "file"],
    ["Ａｐｐ", "app"],
    ["a#b c#", "asharpb csharp"],
    ["a#b#", "asharpbsharp"],
  ];
  for (const [text, expected] of folded) assert.equal(fold(text), expected, text);
});

test("a query has words, and neighbours where a script has no spaces", () => {
  assert.deepEqual(words("a-b_c, d"), ["a", "b", "c", "d"]);
  assert.deepEqual(words("東京都 2026"), ["東京", "京都", "都", "2026"]);
  assert.deepEqual(words("abc東"), ["abc", "東"]);
  assert.deepEqual(words("é".repeat(500)), ["e".repeat(40)]);
});

test("words that say little count only alone or in quotes", () => {
  assert.deepEqual(parse("Slack connector for Jira").rest, ["slack", "jira"]);
  assert.deepEqual(parse("Slack connector for Jira").full, ["slack", "connector", "for", "jira"]);
  assert.deepEqual(parse("app connector").rest, ["app", "connector"]);
  assert.deepEqual(parse('the "app store"').rest, ["app", "store"]);
  assert.equal(parse("x ".repeat(99)).full.length, 12);
});

test("quotes keep words together and may stay open", () => {
  assert.deepEqual(parse('daily “sales report” "open end').phrases, [[1, 2], [3, 2]]);
  assert.deepEqual(parse('""abc').phrases, []);
  assert.deepEqual(parse('"a b c d e f g" "h i j k l m n"').phrases, [[0, 7], [7, 5]], "no phrase beyond the last word");
});

test("fields become filters, and the text is without them", () => {
  const { filters, full, plain } = parse('App:"Google Sheets" daily tag:crm  http://app:80 tag:');
  assert.deepEqual(filters, [["app", "Google Sheets"], ["tag", "crm"]]);
  assert.deepEqual(full, ["daily", "http", "app", "80", "tag"]);
  assert.equal(plain, "daily http://app:80 tag:");
  assert.deepEqual(parse("tag:__proto__").filters, [["tag", "__proto__"]]);
});

test("terms are compared by code point", () => {
  const sorted = ["", "a", "ab", "b", "\uffee", "\u{10000}", "\u{10000}a", "\u{10001}", "\u{1f600}"];
  for (const [i, a] of sorted.entries()) for (const [j, b] of sorted.entries()) assert.equal(Math.sign(compare(a, b)), Math.sign(i - j), `${a} ${b}`);
});

/** A text with what matches in brackets. */
const marked = (text, ...asked) => highlight(text, asked).map(([part, hit]) => (hit ? `[${part}]` : part)).join("");

test("what matches is marked", () => {
  assert.equal(marked("Salesforce Sales", "sales"), "[Sales]force [Sales]");
  assert.equal(marked("Salesforce", "sales", "salesf"), "[Salesf]orce");
  assert.equal(marked("resale", "sale"), "resale", "only where a word begins");
  assert.equal(marked("Straße 1", "str"), "[Straße] 1", "letters cannot be counted off where there are more of them than before");
  assert.equal(marked("大東京都庁", "東京", "京都"), "大[東京都]庁");
  assert.equal(marked("a<b>", "b"), "a<[b]>");
  assert.equal(marked("", "a"), "");
  assert.equal(marked("nothing"), "nothing");
});

test("anything can be typed, and every text is shown whole", () => {
  for (const q of HOSTILE) {
    const { full, rest } = parse(q);
    assert.ok(full.length <= 12 && rest.length <= full.length, q.slice(0, 20));
    for (const word of full) assert.ok([...word].length <= 40, word);
    for (const text of HOSTILE) assert.equal(highlight(text, rest).map(([part]) => part).join(""), text);
  }
});

test("a slip of the finger is a distance of one", () => {
  const between = (from, to, isOpen) => distance([...from], [...to], isOpen);
  const distances = [
    ["slack", "slack", 0],
    ["slak", "slack", 1],
    ["slackk", "slack", 1],
    ["slick", "slack", 1],
    ["salck", "slack", 1],
    ["ca", "abc", 3],
    ["", "abc", 3],
    ["", "", 0],
    ["😀a", "a😀", 1],
  ];
  for (const [from, to, expected] of distances) {
    assert.equal(between(from, to), expected, `${from} ${to}`);
    assert.equal(between(to, from), expected, `${to} ${from}`);
  }
  assert.equal(between("salesfroc", "salesforce", true), 1, "an unfinished word is as near as the nearest beginning");
});

/** An index of one listing, "Slack Channels" for Slack, with its app. */
function slack() {
  const lists = { a: [0, 1], n: [0, 2, 1, 1] };
  const row = { names: ["Slack Channels"], slugs: ["slack-channels"], summaries: [""], apps: [["slack", "Slack"]], publishers: [0], tags: [[]], updated: [""] };
  const parts = {
    "words/0": { terms: ["channels", "slack"], lists: [{ n: [0, 18] }, lists] },
    "terms/0": { terms: ["channels"], n: [1] },
    "terms/1": { terms: ["slack"], n: [2] },
    "rows/0": { ...row, versions: [""], icons: [""], hues: [7], access: "d", source: "o" },
    "rows/1": { app: 1, names: ["Slack"], slugs: ["slack"], n: [1], icons: [""], hues: [7] },
  };
  const words = { fences: ["channels"], heads: [] };
  const rest = { block: 4, span: 8192, has_texts: false, facets: {}, silent: [], newest: [0] };
  return { version: 4, n: 1, apps: 1, classes: [[0, "active", 0, 0]], words, terms: ["c", "s"], ...rest, parts, codes: {} };
}

/** The engine for what `files` has by address. */
const engine = (files) =>
  open("search/index.json", async (url) => {
    if (!files.has(url)) throw new Error(`${url} did not arrive`);
    return files.get(url);
  });

test("a small index is one file and answers everything", async () => {
  const { find, rows } = await engine(new Map([["search/index.json", slack()]]));
  assert.deepEqual((await find({})).ids, [0]);
  const found = await find({ q: "slack" }, ["tag"]);
  assert.deepEqual([found.ids, found.app, found.apps, found.exact, found.counts.tag.size], [[0], 1, [1], -1, 0]);
  assert.equal((await find({ q: "Channels, Slack" })).exact, -1);
  assert.equal((await find({ q: "slack channels connector" })).exact, 0);
  assert.equal((await find({ q: "salck" })).corrected, "slack");
  assert.equal((await find({ q: "salck", literal: true })).total, 0);
  assert.deepEqual((await find({ q: '"slack channels"' })).ids, [0]);
  assert.deepEqual((await find({ q: '"channels slack"' })).ids, []);
  assert.deepEqual((await find({ q: "slackchannels" })).ids, [0]);
  assert.deepEqual((await find({ q: "hannel" })).ids, [0]);
  assert.deepEqual((await find({ q: "slack tag:crm" })).filters, { tag: ["crm"] });
  assert.equal((await find({ q: "slack tag:crm" })).total, 0);
  const [listing, app] = await rows([0, 1]);
  assert.deepEqual([listing.name, listing.publisher, listing.access, app.name, app.n], ["Slack Channels", null, "direct", "Slack", 1]);
});

test("anything can be looked for", async () => {
  const { find } = await engine(new Map([["search/index.json", slack()]]));
  for (const q of HOSTILE) assert.ok((await find({ q, tag: ["__proto__"] }, ["tag", "__proto__"])).total === 0, q.slice(0, 20));
  assert.equal((await find({ q: "???" })).total, 0, "a text without words is no wish for everything");
});

test("a part that does not arrive is tried again", async () => {
  const core = slack();
  const part = core.parts["words/0"];
  delete core.parts["words/0"];
  core.codes.words = "0a1b2c";
  const files = new Map([["search/index.json", core]]);
  const { find } = await engine(files);
  await assert.rejects(find({ q: "slack" }), /did not arrive/);
  files.set("search/../assets/search/words/0.0a1b2c.json", part);
  assert.deepEqual((await find({ q: "slack" })).ids, [0]);
});

test("of many parts of a kind, a list has the codes, and a part of a later list is found by its number", async () => {
  const codes = (first) => Array.from({ length: 1024 }, (_, i) => (first + i).toString(16).padStart(6, "0")).join("");
  const core = { ...slack(), codes: { "codes/rows-0": "00000a", "codes/rows-1": "00000b" } };
  const row = { names: ["Last"], slugs: ["last"], icons: [""], hues: [1] };
  const files = new Map([
    ["search/index.json", { ...core, n: 4 * 1500, parts: {} }],
    ["search/../assets/search/codes/rows-1.00000b.json", { codes: codes(1024) }],
    [`search/../assets/search/rows/1200.${(1200).toString(16).padStart(6, "0")}.json`, { ...row, summaries: [""], apps: [0], publishers: [0], tags: [[]], updated: [""], versions: [""], access: "-", source: "-" }],
  ]);
  const { rows } = await engine(files);
  assert.equal((await rows([4 * 1200]))[0].name, "Last");
  await assert.rejects(rows([4]), /codes\/rows-0\.00000a\.json did not arrive/);
});

test("what is no part of an index is an error", async () => {
  for (const wrong of [null, 0, "", [], {}, { ...slack(), version: 1 }, "<!doctype html>"]) {
    await assert.rejects(engine(new Map([["search/index.json", wrong]])), Error);
  }
  for (const wrong of [null, 0, [], {}, { terms: [] }, "<!doctype html>"]) {
    const core = slack();
    core.parts["words/0"] = wrong;
    const { find } = await engine(new Map([["search/index.json", core]]));
    await assert.rejects(find({ q: "slack" }), Error);
  }
});
