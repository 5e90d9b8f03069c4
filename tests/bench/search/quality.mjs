// How often the listing somebody has in mind comes first, and among the first five: our search beside others, on the same queries.
//
// node tests/bench/search/quality.mjs [--misses] [--work FOLDER] SITE…
//
// SITE is what `pressmark build` has written. Prints a table for the queries one may tune by (`seen`) and one for the others (`unseen`);
// `--misses` lists every query for which another engine has the answer higher than we have. Pagefind's pages and index go to FOLDER
// (by default below the system's temporary folder) and are used again while they are newer than the site.
//
// Every engine has the same fields with weights in the order of ours: name, app, publisher, keywords, tags, summary and operations. Ours has the README
// as well; for each of the others that was tried, and left out because it found slightly less. Their settings are those that did best on `seen`.

import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import Fuse from "fuse.js";
import lunr from "lunr";
import MiniSearch from "minisearch";
import * as pressmark from "../../../templates/js/search.js";
import * as pagefind from "./pagefind.mjs";
import { draw } from "./queries.mjs";
import { indexOf, listingsOf, textsOf } from "./site.mjs";
import { launch } from "./web.mjs";

const { values: options, positionals: sites } = parseArgs({ allowPositionals: true, options: { misses: { type: "boolean" }, work: { type: "string", default: join(tmpdir(), "pressmark-search-bench") } } });
const FIELDS = { name: 6, app: 5, keywords: 2, publisher: 1.4, tags: 1, summary: 0.5, operations: 0.5 };

/** Every engine as a function from queries to lists of slugs, best first. */
function engines(site, listings, browser) {
  const documents = listings.map((l) => ({
    id: l.slug,
    name: l.name,
    app: l.app,
    publisher: l.publisher,
    keywords: l.keywords.join(" "),
    tags: l.tags.join(" "),
    summary: l.summary || "",
    operations: textsOf(site, l).operations.join(" "),
  }));
  const each = (find) => (queries) => queries.map(find);
  return {
    Pressmark: async (queries) => {
      const read = async (url) => JSON.parse(await readFile(fileURLToPath(url), "utf8"));
      const engine = await pressmark.open(pathToFileURL(resolve(site, "search/index.json")).href, read);
      const lists = [];
      for (const q of queries) lists.push((await engine.rows((await engine.find({ q })).ids.slice(0, 5))).map((row) => row.slug));
      return lists;
    },
    Pagefind: async (queries) => {
      const { folder } = pagefind.indexed(site, listings, options.work, { hasReadme: false });
      return pagefind.find(await browser, folder, queries);
    },
    MiniSearch: (queries) => {
      const mini = new MiniSearch({ fields: Object.keys(FIELDS), searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND", boost: FIELDS } });
      mini.addAll(documents);
      return each((q) => mini.search(q).map((hit) => hit.id))(queries);
    },
    Lunr: (queries) => {
      const index = lunr((builder) => {
        for (const [name, boost] of Object.entries(FIELDS)) builder.field(name, { boost });
        for (const document of documents) builder.add(document);
      });
      return each((q) => {
        const words = lunr.tokenizer(q).map(String);
        const hits = index.query((query) => {
          for (const word of words) {
            query.term(word, { boost: 10 });
            query.term(word, { boost: 4, wildcard: lunr.Query.wildcard.TRAILING });
            if (word.length > 3) query.term(word, { boost: 1, editDistance: word.length > 7 ? 2 : 1 });
          }
        });
        return hits.map((hit) => hit.ref);
      })(queries);
    },
    "Fuse.js": (queries) => {
      const fuse = new Fuse(documents, { keys: Object.entries(FIELDS).map(([name, weight]) => ({ name, weight })), ignoreLocation: true, threshold: 0.4 });
      return each((q) => fuse.search(q, { limit: 5 }).map((hit) => hit.item.id))(queries);
    },
  };
}

const browser = launch();
const outcomes = []; // {site, class, q, part, slugs, places: {engine: place from 0, or Infinity}}
for (const site of sites) {
  const listings = listingsOf(site);
  const queries = draw(listings).map((query) => ({ ...query, site: basename(resolve(site)), places: {} }));
  for (const [engine, find] of Object.entries(engines(site, listings, browser))) {
    const lists = await find(queries.map(({ q }) => q));
    queries.forEach((query, k) => {
      const at = lists[k].slice(0, 5).findIndex((slug) => query.slugs.includes(slug));
      query.places[engine] = at < 0 ? Infinity : at;
    });
  }
  outcomes.push(...queries);
}
await (await browser).close();

const names = Object.keys(outcomes[0]?.places || {});
const percent = (of, fits) => ((100 * of.filter(fits).length) / of.length).toFixed(1);
for (const part of ["seen", "unseen"]) {
  console.log(`\n${part}: first / first five, in %\n`);
  console.log(`| class | queries | ${names.join(" | ")} |\n| --- | ---: |${" ---: |".repeat(names.length)}`);
  for (const kind of new Set(outcomes.map((query) => query.class))) {
    const of = outcomes.filter((query) => query.class === kind && query.part === part);
    const cells = names.map((name) => `${percent(of, (query) => query.places[name] === 0)} / ${percent(of, (query) => query.places[name] < 5)}`);
    console.log(`| ${kind} | ${of.length} | ${cells.join(" | ")} |`);
  }
}
if (options.misses) {
  const place = (at) => (at === Infinity ? "–" : at + 1);
  console.log(`\nWhere another has the answer higher\n\n| site | class | part | query | answer | ${names.join(" | ")} |\n| --- | --- | --- | --- | --- |${" ---: |".repeat(names.length)}`);
  for (const { site, class: kind, part, q, slugs, places } of outcomes) {
    const [ours, ...others] = names.map((name) => places[name]);
    if (others.some((other) => other < ours)) console.log(`| ${site} | ${kind} | ${part} | ${q} | ${slugs[0]} | ${[ours, ...others].map(place).join(" | ")} |`);
  }
}
