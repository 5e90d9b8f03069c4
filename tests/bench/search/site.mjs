// What a built site says of its listings, for every search engine alike.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const json = (path) => JSON.parse(readFileSync(path, "utf8"));

/**
 * The listings of a site: as in its `catalogue.json`, with names in the place of slugs, and from each listing's own page the names of its
 * operations and the README (`operations`, a list; `readme`, HTML or "").
 */
export function listingsOf(site) {
  const { listings, apps, publishers, tags } = json(join(site, "catalogue.json"));
  const called = (table, key, label) => new Map(table.map((row) => [row[key], row[label]]));
  const names = { apps: called(apps, "slug", "name"), publishers: called(publishers, "slug", "name"), tags: called(tags, "id", "label") };
  return listings.map((l) => {
    const page = readFileSync(join(site, "listings", l.slug, "index.html"), "utf8");
    const own = json(join(site, "listings", l.slug, "index.json"));
    return {
      ...l,
      app: names.apps.get(l.app) || "",
      publisher: names.publishers.get(l.publisher) || "",
      tags: l.tags.map((tag) => names.tags.get(tag) || tag),
      operations: [...(own.triggers || []), ...(own.actions || [])].map((operation) => operation.name),
      readme: /<section aria-labelledby="overview">([\s\S]*?)\n<\/section>/.exec(page)?.[1] || "",
    };
  });
}

/** The folder of the search index, `assets/search.<hash>`, below the site; null where there is none. */
export function indexOf(site) {
  const name = readdirSync(join(site, "assets")).find((entry) => entry.startsWith("search.") && existsSync(join(site, "assets", entry, "core.json")));
  return name ? join(site, "assets", name) : null;
}

/** The path of an asset, `search.js` for one, with its hash: `assets/search.0123456789.js`. */
export function assetOf(site, name) {
  const [stem, ending] = name.split(".");
  const found = readdirSync(join(site, "assets")).find((entry) => entry.startsWith(`${stem}.`) && entry.endsWith(`.${ending}`));
  return found && `assets/${found}`;
}

/** HTML as text. */
export const plain = (html) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name])
    .replace(/\s+/g, " ")
    .trim();
