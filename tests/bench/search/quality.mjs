// How often the listing somebody has in mind comes first, and among the first five: our search beside others, on the same queries.
//
// node tests/bench/search/quality.mjs SITE…   (sites that `pressmark build` has written)

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { load, search } from "../../../templates/js/search.js";
import { draw } from "./queries.mjs";

/** Every engine as a function from a query to the slugs it finds, best first. */
function engines(site, listings) {
  const file = readdirSync(join(site, "assets")).find((name) => name.startsWith("index.") && name.endsWith(".json"));
  const index = load(JSON.parse(readFileSync(join(site, "assets", file), "utf8")));
  const documents = listings.map((l) => ({
    id: l.slug,
    name: l.name,
    app: l.app,
    publisher: l.publisher,
    keywords: l.keywords.join(" "),
    tags: l.tags.join(" "),
    summary: l.summary || "",
  }));
  const fields = ["name", "app", "publisher", "keywords", "tags", "summary"];
  const weights = { name: 6, app: 5, keywords: 2, publisher: 1.4, tags: 1, summary: 0.5 };
  const mini = new MiniSearch({ fields, searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND", boost: weights } });
  mini.addAll(documents);
  const fuse = new Fuse(documents, { keys: fields.map((name) => ({ name, weight: weights[name] })), ignoreLocation: true, threshold: 0.4 });
  return {
    Pressmark: (q) => search(index, { q }).ids.map((i) => index.slugs[i]),
    MiniSearch: (q) => mini.search(q).map((hit) => hit.id),
    "Fuse.js": (q) => fuse.search(q).map((hit) => hit.item.id),
  };
}

/** The listings of a site with names in the place of slugs. */
function listingsOf(site) {
  const { listings, apps, publishers, tags } = JSON.parse(readFileSync(join(site, "catalogue.json"), "utf8"));
  const called = (table, key, label) => new Map(table.map((row) => [row[key], row[label]]));
  const names = { apps: called(apps, "slug", "name"), publishers: called(publishers, "slug", "name"), tags: called(tags, "id", "label") };
  return listings.map((l) => ({
    ...l,
    app: names.apps.get(l.app) || "",
    publisher: names.publishers.get(l.publisher) || "",
    tags: l.tags.map((tag) => names.tags.get(tag) || tag),
  }));
}

const tally = new Map();
for (const site of process.argv.slice(2)) {
  const listings = listingsOf(site);
  const queries = draw(listings);
  for (const [engine, find] of Object.entries(engines(site, listings))) {
    for (const { class: kind, q, slugs, part } of queries) {
      const at = find(q).slice(0, 5).findIndex((slug) => slugs.includes(slug));
      const key = [engine, kind, part].join("\t");
      const row = tally.get(key) || { n: 0, first: 0, five: 0 };
      row.n++;
      row.first += at === 0;
      row.five += at >= 0;
      tally.set(key, row);
    }
  }
}
const percent = (a, n) => `${((100 * a) / n).toFixed(1)} %`;
console.log("engine\tclass\tpart\tqueries\tfirst\tfirst five");
for (const [key, { n, first, five }] of tally) console.log([key, n, percent(first, n), percent(five, n)].join("\t"));
