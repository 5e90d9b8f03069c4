// The search engine: finds listings in the index that the generator wrote, and fetches of it only what a query needs. Plain
// data in, plain data out: knows no page, so it runs wherever JavaScript does.

import { GROUPS, narrow, values } from "./facets.js";
import { hitsOf } from "./hits.js";
import { IDS, idOf, isLittle, match } from "./match.js";
import { classOf, keep, openIndex } from "./parts.js";
import { parse, words } from "./words.js";

export { GROUPS } from "./facets.js";
export { highlight } from "./words.js";

const SORTS = ["updated", "new", "a-z"];
const engines = new Map();

/** The engine for the index whose `core` is at `url`: the same one for everybody on a page. `load` brings a part by its address. */
export const open = (url, load) => (load ? start(url, load) : keep(engines, url, () => start(url)));

async function start(url, load) {
  const index = await openIndex(url, load);
  return {
    core: index.core,
    find: (state, groups = []) => find(index, state, groups),
    rows: (ids) => Promise.all(ids.map((id) => row(index, id))),
    values: (group) => values(index, group),
  };
}

/** All listings in one of the orders that have nothing to do with words. */
async function order({ core, part }, sort) {
  const column = await part(`orders/${sort}`);
  if (sort === "a-z") {
    // Each class is alphabetical already; the column tells which is next.
    const next = core.classes.map(([first]) => first);
    return Uint32Array.from(column, (c) => next[c]++);
  }
  const late = ([, status]) => (status === "active" ? 0 : 2 ** 21);
  const keys = Float64Array.from(column, (days, id) => (late(classOf(core, id)) + 2 ** 20 - days) * IDS + id);
  return Uint32Array.from(keys.sort(), idOf);
}

/** Filters of the query's text: a value is a slug or says the same as a label. Who is not known is left as it is, and finds nothing. */
async function meant(index, filters) {
  const found = {};
  for (const [group, text] of filters) {
    const known = await values(index, group);
    const same = words(text).join(" ");
    const slugs = known.has(text) || !same ? [] : [...known.keys()].filter((value) => words(known.get(value)).join(" ") === same);
    found[group] = [...new Set([...(found[group] || []), ...(slugs.length ? slugs : [text])])];
  }
  return found;
}

/**
 * Finds what fits.
 * `state`: `{q, tag: [], app: [], …, sort: "relevance" | "updated" | "new" | "a-z", literal, limit}`, all optional. `literal`:
 * nothing is corrected. `limit`: so many ids will do, if fewer are easier to have.
 * Returns `{total, ids, counts, exact, app, apps, corrected, suggestion, words, filters, plain}`: listings in order; for each
 * group of `groups` how many listings each value would show; the listing that is called just so, or -1; the app that is, or
 * -1, and up to three that fit; the query that was searched for instead, and the one that may have been meant; words to mark;
 * the filters in the text, and the text without them.
 */
async function find(index, state, groups) {
  const { core } = index;
  const query = parse(state.q || "");
  const filters = await meant(index, query.filters);
  const chosen = GROUPS.map((g) => [g, [...(state[g] || []), ...(filters[g] || [])]]).filter(([, wanted]) => wanted.length);
  const result = { corrected: "", suggestion: "", words: query.rest, filters, plain: query.plain };

  let found;
  if (query.full.length) {
    found = match(index, query, await hitsOf(index, query.full));
    if (isLittle(found) && !query.phrases.length) {
      const { more } = await import("./near.js");
      const better = await more(index, query, found, state.literal);
      found = better.found;
      Object.assign(result, better.said);
    }
  } else {
    // A text without a single word, such as "???", is no wish for everything.
    found = { keys: Uint32Array.from({ length: query.plain ? 0 : core.n }, (_, id) => id), apps: [] };
  }

  const { fits, counts } = await narrow(index, Uint32Array.from(found.keys, idOf), chosen, groups);
  const keys = found.keys.filter((_, k) => fits[k]);
  const isExact = (id) => found.tiers?.[id] === 0;
  const exact = keys.reduce((best, key) => (key < best && isExact(idOf(key)) ? key : best), Infinity);
  const apps = found.apps.sort((a, b) => a - b).slice(0, 3).map(idOf);
  return {
    ...result,
    total: keys.length,
    ids: await sorted(index, keys, state, query.full.length > 0),
    counts,
    exact: exact < Infinity ? idOf(exact) : -1,
    app: isExact(apps[0]) ? apps[0] : -1,
    apps,
  };
}

/** The ids of keys, which are in the order of ids, in the order that was asked for. */
async function sorted({ core, ...index }, keys, { sort, limit }, hasWords) {
  if (hasWords && !SORTS.includes(sort)) return Array.from(keys.sort(), idOf);
  const by = SORTS.includes(sort) ? sort : "updated";
  const { n, newest } = core;
  if (by === "updated" && keys.length === n && newest.length >= Math.min(n, limit)) return [...newest];
  const everything = await keep(index.orders, by, () => order({ core, ...index }, by));
  const isFound = new Uint8Array(n);
  for (const key of keys) isFound[idOf(key)] = 1;
  return Array.from(everything.filter((id) => isFound[id]));
}

/** What is shown of a listing or an app. */
async function row({ core, part }, id) {
  const isApp = id >= core.n;
  const place = isApp ? id - core.n : id;
  const block = Math.floor(place / core.block) + (isApp ? Math.ceil(core.n / core.block) : 0);
  const rows = await part(`rows/${block}`);
  const at = place % core.block;
  const common = { id, name: rows.names[at], slug: rows.slugs[at], icon: rows.icons[at], hue: rows.hues[at] };
  if (isApp) return { ...common, n: rows.n[at] };
  const [, status, official] = classOf(core, id);
  return {
    ...common,
    summary: rows.summaries[at],
    app: rows.apps[at],
    publisher: rows.publishers[at] || null,
    tags: rows.tags[at],
    updated: rows.updated[at],
    version: rows.versions[at],
    access: rows.access[at] === "d" ? "direct" : "request",
    source: rows.source[at] === "o" ? "open" : "closed",
    status,
    official: Boolean(official),
  };
}
