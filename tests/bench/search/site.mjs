// What a built site says of its listings, for every search engine alike.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const json = (path) => JSON.parse(readFileSync(path, "utf8"));

/** The listings of a site as in its `catalogue.json`, with names in the place of slugs. */
export function listingsOf(site) {
  const { listings, apps, publishers, tags } = json(join(site, "catalogue.json"));
  const called = (table, key, label) => new Map(table.map((row) => [row[key], row[label]]));
  const names = { apps: called(apps, "slug", "name"), publishers: called(publishers, "slug", "name"), tags: called(tags, "id", "label") };
  return listings.map((l) => ({
    ...l,
    app: names.apps.get(l.app) || "",
    publisher: names.publishers.get(l.publisher) || "",
    tags: l.tags.map((tag) => names.tags.get(tag) || tag),
  }));
}

/** What only the pages of a listing say: the names of its `operations`, and its `readme` as HTML, or "". */
export function textsOf(site, { slug }) {
  const { triggers = [], actions = [] } = json(join(site, "listings", slug, "index.json"));
  const page = readFileSync(join(site, "listings", slug, "index.html"), "utf8");
  return {
    operations: [...triggers, ...actions].map((operation) => operation.name),
    readme: /<section aria-labelledby="overview">([\s\S]*?)\n<\/section>/.exec(page)?.[1] || "",
  };
}

/** The folder of the parts of the search index below the site; null where there is none. The first part, `core`, is `search/index.json`. */
export function indexOf(site) {
  return existsSync(join(site, "search/index.json")) ? join(site, "assets/search") : null;
}
