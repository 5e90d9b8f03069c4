// What a visitor's connection carries until the first results stand, and for each query after that; and how large every kind of index part is.
//
// node tests/bench/search/bytes.mjs [--pagefind] [--each] [--work FOLDER] [--first KB] [--further KB] SITE…
//
// SITE is what `pressmark build` has written. Serves it as a good static host would (Brotli of quality 11, hashed names kept for ever) and counts the
// bodies of the answers to a Chromium with an empty cache. 1 KB is 1,000 bytes. Fails when a cold visit needs more than `--first` until the first
// results, a further query (at once) more than `--further`, or, with `--pagefind`, a cold visit more than a third of Pagefind's.
//
// - asked: a cold visit to /search/?q=…, once for each of 14 queries, two app names and two of each class of `queries.mjs`: `results` counts the modules, the core, the parts and the rows; `counts`
//   the columns and labels of the facets as well.
// - typed: a cold visit to /search/, which shows the newest, and then each of the 14 typed letter by letter, with the answers to all beginnings.
// - further: after the first query, 28 others one after the other in the same tab, each put into the field at once; rows and counts included.
// - typed further: the same in another tab, letter by letter.
//
// `--each` lists every query, not only the two costliest of each way.
//
// Left out on both sides: the page itself with its style and the pictures of the listings. Pagefind is asked for each query at once, without any
// beginnings, and shows as many rows (24 fragments): the least it can do; `counts` adds its filters.

import { readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import * as pagefind from "./pagefind.mjs";
import { draw } from "./queries.mjs";
import { indexOf, listingsOf } from "./site.mjs";
import { launch, press, serve } from "./web.mjs";

const ROWS = 24;
const ENGINE = ["search", "facets", "hits", "match", "near", "parts", "words"];
const { values: options, positionals: sites } = parseArgs({
  allowPositionals: true,
  options: {
    pagefind: { type: "boolean" },
    work: { type: "string", default: join(tmpdir(), "pressmark-search-bench") },
    each: { type: "boolean" },
    first: { type: "string" },
    further: { type: "string" },
  },
});

const kb = (bytes) => (bytes / 1000).toFixed(1);
const median = (of) => of.toSorted((a, b) => a - b)[of.length >> 1];
const spread = (of) => `${kb(median(of))} / ${kb(Math.max(...of))}`;

/** What an answer was for: `module`, `core`, `facets`, another kind of index part, `picture`, or `page`. */
function kindOf(path) {
  if (path.startsWith("/pagefind/")) return path.includes("/filter/") ? "facets" : "index";
  const [, , part] = /^\/assets\/search\.([^/]+)\/([^/.]+)/.exec(path) || [];
  if (part) return part;
  if (path.endsWith(".js") && !/\/(app|theme)\./.test(path)) return "module";
  return /\.(svg|png|webp|jpe?g)$/.test(path) ? "picture" : "page";
}

/** The sums of a list of answers: until the `results` stand, and until the `counts` do. */
function sums(sent) {
  const of = (fits) => sent.filter(({ path }) => fits(kindOf(path))).reduce((sum, { bytes }) => sum + bytes, 0);
  const counts = of((kind) => kind !== "page" && kind !== "picture");
  const byKind = Object.fromEntries([...new Set(sent.map(({ path }) => kindOf(path)))].map((kind) => [kind, of((other) => other === kind)]));
  return { results: counts - of((kind) => kind === "facets"), counts, byKind };
}

/** Waits until nothing has been sent for a while, and gives what was sent since the last time. */
function meter(server) {
  let from = server.sent.length;
  return async () => {
    for (let last = -1; last !== server.sent.length; ) {
      last = server.sent.length;
      await new Promise((later) => setTimeout(later, 300));
    }
    const sent = server.sent.slice(from);
    from = server.sent.length;
    return sent;
  };
}

/** A tab with an empty cache. */
async function fresh(browser) {
  const context = await browser.newContext();
  return { tab: await context.newPage(), close: () => context.close() };
}

async function type(tab, q) {
  await tab.fill("#q", "");
  await tab.locator("#q").pressSequentially(q, { delay: 120 });
}

async function ours(browser, site, first, further) {
  const server = await serve({ "/": site });
  const [asked, typed, later, typedLater] = [[], [], [], []];
  for (const q of first) {
    const { tab, close } = await fresh(browser);
    const sent = meter(server);
    await tab.goto(`${server.address}/search/?q=${encodeURIComponent(q)}`);
    await tab.waitForSelector(".cards-rows, .empty");
    asked.push({ q, ...sums(await sent()) });
    await close();
  }
  for (const q of first) {
    const { tab, close } = await fresh(browser);
    const sent = meter(server);
    await tab.goto(`${server.address}/search/`);
    await tab.waitForSelector(".cards-rows, .empty");
    const opened = await sent();
    await type(tab, q);
    typed.push({ q, opened: sums(opened), ...sums([...opened, ...(await sent())]) });
    await close();
  }
  for (const [rows, enter] of [[later, (tab, q) => tab.fill("#q", q)], [typedLater, type]]) {
    const { tab, close } = await fresh(browser);
    const sent = meter(server);
    await tab.goto(`${server.address}/search/?q=${encodeURIComponent(first[0])}`);
    await tab.waitForSelector(".cards-rows, .empty");
    await sent();
    for (const q of further) {
      await enter(tab, q);
      rows.push({ q, ...sums(await sent()) });
    }
    await close();
  }
  server.close();
  return { asked, typed, later, typedLater };
}

async function theirs(browser, folder, first, further) {
  const server = await serve({ "/pagefind/": folder });
  const ask = (tab, q) =>
    tab.evaluate(
      async ([q, rows]) => {
        const { results } = await globalThis.pagefind.search(q);
        await Promise.all(results.slice(0, rows).map((result) => result.data()));
      },
      [q, ROWS],
    );
  const start = async (tab) => {
    await tab.goto(`${server.address}/pagefind/pagefind-entry.json`);
    const sent = meter(server);
    await tab.evaluate(async () => {
      globalThis.pagefind = await import("/pagefind/pagefind.js");
      await globalThis.pagefind.init();
    });
    return sent;
  };
  const [asked, later] = [[], []];
  for (const q of first) {
    const { tab, close } = await fresh(browser);
    const sent = await start(tab);
    await ask(tab, q);
    const { results } = sums(await sent());
    await tab.evaluate(() => globalThis.pagefind.filters());
    asked.push({ q, results, counts: results + sums(await sent()).counts });
    await close();
  }
  const { tab, close } = await fresh(browser);
  const sent = await start(tab);
  await ask(tab, first[0]);
  await sent();
  for (const q of further) {
    await ask(tab, q);
    later.push({ q, ...sums(await sent()) });
  }
  await close();
  server.close();
  return { asked, later };
}

/** One line for each kind of file: how many, raw, as sent, and the largest of each. */
function sizes(folder, nameOf, pressed = () => true) {
  const kinds = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const kind = nameOf(relative(folder, path));
    if (!kind) continue;
    const bytes = readFileSync(path);
    const sent = pressed(entry.name) ? press(bytes).length : bytes.length;
    const row = kinds.get(kind) || { files: 0, raw: 0, sent: 0, largestRaw: 0, largestSent: 0 };
    kinds.set(kind, { files: row.files + 1, raw: row.raw + bytes.length, sent: row.sent + sent, largestRaw: Math.max(row.largestRaw, bytes.length), largestSent: Math.max(row.largestSent, sent) });
  }
  return kinds;
}

const table = (head, rows) => console.log([`\n| ${head.join(" | ")} |`, `|${head.map((_, k) => (k ? " ---: |" : " --- |")).join("")}`, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n"));

const browser = await launch();
const WAYS = { asked: "asked", typed: "typed", later: "further", typedLater: "typed further" };
const [visits, kinds, parts, costly, failures] = [[], [], [], [], []];
const KINDS = ["page", "module", "core", "words", "heads", "terms", "texts", "orders", "rows", "facets", "picture"];
for (const site of sites) {
  const name = basename(resolve(site));
  const listings = listingsOf(site);
  const counted = new Map();
  for (const { app } of listings) counted.set(app, (counted.get(app) || 0) + 1);
  const apps = [...counted].sort((a, b) => b[1] - a[1]).map(([app]) => ({ class: "app", q: app.toLowerCase() }));
  const queries = [...apps.slice(0, 6), ...draw(listings, 12)];
  const of = (from, to) => [...new Set(queries.map((query) => query.class))].flatMap((kind) => queries.filter((query) => query.class === kind).slice(from, to).map(({ q }) => q));
  const [first, further] = [of(0, 2), of(2, 6)];
  const own = await ours(browser, site, first, further);
  const cell = (rows, key) => spread(rows.map((row) => row[key]));
  visits.push([name, "Pressmark", cell(own.asked, "results"), cell(own.asked, "counts"), spread(own.typed.map((row) => row.opened.counts)), cell(own.typed, "counts"), cell(own.later, "counts"), cell(own.typedLater, "counts")]);
  for (const [way, rows] of Object.entries(own)) kinds.push([name, WAYS[way], ...KINDS.map((kind) => spread(rows.map(({ byKind }) => byKind[kind] || 0)))]);
  for (const [way, rows] of Object.entries(own)) costly.push(...rows.toSorted((a, b) => b.counts - a.counts).slice(0, options.each ? Infinity : 2).map((row) => [name, WAYS[way], row.q, kb(row.results), kb(row.counts), kb(row.byKind.texts || 0)]));

  const most = Math.max(...own.asked.map((row) => row.results));
  const later = Math.max(...own.later.map((row) => row.counts));
  if (most > options.first * 1000) failures.push(`${name}: ${kb(most)} KB until the first results, more than ${options.first}`);
  if (later > options.further * 1000) failures.push(`${name}: ${kb(later)} KB for a further query, more than ${options.further}`);

  const line = ([kind, row]) => [name, kind, row.files, kb(row.raw), kb(row.sent), kb(row.largestRaw), kb(row.largestSent)];
  const modules = sizes(join(site, "assets"), (path) => {
    const [, stem] = /^([a-z_]+)\.[0-9a-f]+\.js$/.exec(path) || [];
    return ENGINE.includes(stem) ? "the engine’s modules" : /^search_|^dom$/.test(stem) ? "the page’s modules" : null;
  });
  parts.push(...[...modules].map(line));
  parts.push(...[...sizes(indexOf(site), (path) => path.split(/[/.]/)[0])].map(line));

  if (options.pagefind) {
    const { folder } = pagefind.indexed(site, listings, options.work);
    const other = await theirs(browser, folder, first, further);
    visits.push([name, "Pagefind", cell(other.asked, "results"), cell(other.asked, "counts"), "", "", cell(other.later, "counts"), ""]);
    const isTheirs = (path) => (/ui\.|highlight|\.css$|unknown/.test(path) ? null : `Pagefind: ${path.includes("/") ? path.split("/")[0] : path.split(".")[0]}`);
    parts.push(...[...sizes(folder, isTheirs, (file) => /\.(js|json)$/.test(file))].map(line));
    own.asked.forEach((row, k) => {
      if (row.results * 3 > other.asked[k].results) failures.push(`${name}: “${row.q}” needs ${kb(row.results)} KB, more than a third of Pagefind's ${kb(other.asked[k].results)}`);
    });
  }
}
await browser.close();

console.log("KB as sent, median / most");
table(["site", "engine", "asked: results", "asked: + counts", "opened", "typed", "further", "typed further"], visits);
console.log("\nWhat they consist of, KB, median / most");
table(["site", "way", ...KINDS], kinds);
console.log("\nThe costliest");
table(["site", "way", "query", "results", "+ counts", "README words in it"], costly);
console.log("\nThe index, KB");
table(["site", "part", "files", "raw", "as sent", "largest raw", "largest as sent"], parts);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length ? 1 : 0;
