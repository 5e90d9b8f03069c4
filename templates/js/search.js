// The search engine: finds listings in the index that the generator wrote, and fetches of it only what a query needs. Plain
// data in, plain data out: it knows no page, so it runs wherever JavaScript does.

import { GROUPS, narrow, values } from "./facets.js";
import { byWorth, isLittle, match } from "./match.js";
import { classOf, keep, openIndex } from "./parts.js";
import { parse, words } from "./words.js";

export { GROUPS } from "./facets.js";
export { highlight } from "./words.js";

const SORTS = ["updated", "new", "a-z"];
const opened = new Map();

/** The engine for the index whose `core` is at `url`, the same for everybody on a page. `load(url)` promises the JSON at an address. */
export const open = (url, load) => (load ? start(url, load) : keep(opened, url, () => start(url)));

async function start(url, load) {
  const index = await openIndex(url, load);
  return {
    core: index.core,
    find: (state, groups = []) => find(index, state, groups),
    rows: (ids) => Promise.all(ids.map((id) => row(index, id))),
    values: (group) => values(index, group),
  };
}

/**
 * Finds what fits.
 * `state`: `{q, tag: [], app: [], …, sort: "relevance" | "updated" | "new" | "a-z", literal, limit}`, all optional. `literal`:
 * nothing is corrected. `limit`: so many ids will do.
 * Returns `total`; `ids` in order; `counts`, for each of `groups` how many listings every value would show; `exact`, the listing that
 * is called just so, or -1; `app`, the app that is, or -1; `apps`, up to three that fit; `corrected`, the query that was answered
 * instead, and `suggestion`, one that may have been meant; `words` to mark; `filters` in the text, and the `plain` text without them.
 */
async function find(index, state, groups) {
  const { filters: named, plain, ...query } = parse(state.q || "");
  const filters = {};
  for (const [group, text] of named) filters[group] = [...(filters[group] || []), await meant(index, group, text)];
  const chosen = GROUPS.map((g) => [g, [...(state[g] || []), ...(filters[g] || [])]]).filter(([, wanted]) => wanted.length);

  let answer;
  if (query.full.length) {
    answer = { found: await match(index, query) };
    if (isLittle(answer.found) && !query.phrases.length) answer = await (await import("./near.js")).more(index, query, answer.found, state.literal);
  } else {
    // A text without a word, such as "???", is no wish for everything.
    const ids = new Uint32Array(plain ? 0 : index.core.n).map((_, id) => id);
    answer = { found: { ids, worths: new Uint16Array(ids.length), apps: [], tiers: [] } };
  }
  const { found, ...said } = answer;
  const { fits, counts } = await narrow(index, found.ids, chosen, groups);
  const [kept, worths] = chosen.length ? [found.ids, found.worths].map((all) => all.filter((_, k) => fits(k))) : [found.ids, found.worths];
  const best = byWorth(kept, worths);
  const { apps, tiers } = found;
  return {
    total: best.length,
    ids: query.full.length && !SORTS.includes(state.sort) ? best : await sorted(index, kept, state),
    counts,
    exact: best.find((id) => tiers[id] === 0) ?? -1,
    app: tiers[apps[0]] === 0 ? apps[0] : -1,
    apps: apps.slice(0, 3),
    corrected: "",
    suggestion: "",
    words: query.rest,
    filters,
    plain,
    ...said,
  };
}

/** The value that somebody means by a slug or by the words of a label. What nobody knows stays as it is, and nothing has it. */
async function meant(index, group, text) {
  const known = await values(index, group);
  const says = words(text).join(" ");
  return known.has(text) ? text : ([...known].find(([, label]) => words(label).join(" ") === says) || [text])[0];
}

/** Ids in an order that has nothing to do with words. */
async function sorted(index, ids, { sort, limit }) {
  const { n, newest } = index.core;
  if (!ids.length) return [];
  const by = SORTS.includes(sort) ? sort : "updated";
  if (by === "updated" && ids.length === n && newest.length >= Math.min(n, limit ?? n)) return [...newest];
  const all = await keep(index.orders, by, () => order(index, by));
  const isFound = new Uint8Array(n);
  for (const id of ids) isFound[id] = 1;
  return all.filter((id) => isFound[id]);
}

/** All listings in such an order. */
async function order({ core, part }, by) {
  const column = await part(`orders/${by}`);
  if (by === "a-z") {
    // Each class is alphabetical already; the column tells which of them is next.
    const next = core.classes.map(([first]) => first);
    return Array.from(column, (c) => next[c]++);
  }
  // What is no longer recommended comes last, however new it is.
  const isLate = column.map((_, id) => classOf(core, id)[1] !== "active");
  return [...column.keys()].sort((a, b) => isLate[a] - isLate[b] || column[b] - column[a] || a - b);
}

/** What is shown of a listing or an app. */
async function row({ core, part }, id) {
  const isApp = id >= core.n;
  const place = isApp ? id - core.n : id;
  const block = Math.floor(place / core.block) + (isApp ? Math.ceil(core.n / core.block) : 0);
  const rows = await part(`rows/${block}`, "names", "slugs", "icons", "hues");
  const of = (key) => rows[key][place % core.block];
  const shown = { id, name: of("names"), slug: of("slugs"), icon: of("icons"), hue: of("hues") };
  if (isApp) return { ...shown, n: of("n") };
  const [, status, official] = classOf(core, id);
  return {
    ...shown,
    summary: of("summaries"),
    lang: rows.languages?.[place % core.block],
    app: of("apps") || null,
    publisher: of("publishers") || null,
    tags: of("tags"),
    updated: of("updated"),
    version: of("versions"),
    access: { d: "direct", r: "request" }[of("access")] ?? null,
    source: { o: "open", c: "closed" }[of("source")] ?? null,
    status,
    official: official === 1,
  };
}
