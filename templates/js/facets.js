// Filters and the numbers beside them. Knows the columns of the index; knows no words.

import { classOf, keep } from "./parts.js";

/** What may be chosen, in the order of the page. Within a group any choice fits, across groups all must. */
export const GROUPS = ["tag", "app", "source", "access", "auth", "publisher", "region", "official", "status"];

/** The value of a listing in a group that has no column. */
const FROM_CLASS = { official: ([, , official]) => (official ? "official" : "community"), status: ([, status]) => status };

/** A block of a column: the places of the values of a block's k-th listing are `places[starts[k]]` to `places[starts[k + 1] - 1]`. */
async function block({ core, part }, group, b) {
  const first = b * core.span;
  let cells;
  if (FROM_CLASS[group]) {
    const { values } = await part(`facets/${group}`);
    const n = Math.min(core.span, core.n - first);
    cells = Array.from({ length: n }, (_, k) => values.indexOf(FROM_CLASS[group](classOf(core, first + k))));
  } else {
    cells = await part(`facets/${group}-${b}`);
  }
  const places = [];
  const starts = new Uint32Array(cells.length + 1);
  cells.forEach((cell, k) => {
    if (typeof cell === "number") places.push(cell);
    else places.push(...cell);
    starts[k + 1] = places.length;
  });
  return { starts, places: Uint32Array.from(places) };
}

/** Calls `visit(k, place)` for each value of the k-th of some ids, which are in order. */
async function eachValue(index, group, ids, visit) {
  const { span } = index.core;
  const needed = [];
  for (let k = 0, b = -1; k < ids.length; k++) if (ids[k] >= (b + 1) * span) needed.push((b = Math.floor(ids[k] / span)));
  const blocks = await Promise.all(needed.map((b) => keep(index.columns, `${group}-${b}`, () => block(index, group, b))));
  let at = 0;
  for (let k = 0; k < ids.length; k++) {
    while (ids[k] >= (needed[at] + 1) * span) at++;
    const { starts, places } = blocks[at];
    const row = ids[k] - needed[at] * span;
    for (let i = starts[row]; i < starts[row + 1]; i++) visit(k, places[i]);
  }
}

/** The values of a group that says something, with their labels. */
export async function values({ core, part }, group) {
  if (!Object.hasOwn(core.facets, group)) return new Map();
  const { values, labels } = await part(`facets/${group}`);
  return new Map(values.map((value, i) => [value, labels[i]]));
}

/**
 * Which of `ids`, in order, fit the `chosen` values (`[[group, values]]`): `fits`, 1 for each that does; and `counts`, for
 * every group of `groups` how many listings each value would show, that is with the choices of the other groups.
 */
export async function narrow(index, ids, chosen, groups) {
  // How many groups a listing misses, and the number of the last of them.
  const missed = new Uint8Array(ids.length);
  const where = new Uint8Array(ids.length);
  await Promise.all(
    chosen.map(async ([group, wanted], g) => {
      const places = new Map([...(await values(index, group)).keys()].map((value, place) => [value, place]));
      const isWanted = new Uint8Array(places.size);
      for (const value of wanted) if (places.has(value)) isWanted[places.get(value)] = 1;
      const has = new Uint8Array(ids.length);
      if (places.size) await eachValue(index, group, ids, (k, place) => isWanted[place] && (has[k] = 1));
      for (let k = 0; k < ids.length; k++) if (!has[k] && ++missed[k]) where[k] = g;
    }),
  );
  const counts = {};
  await Promise.all(
    groups.map(async (group) => {
      const own = chosen.findIndex(([other]) => other === group);
      const known = [...(await values(index, group)).keys()];
      const sums = new Uint32Array(known.length);
      const counted = chosen.length ? ids.filter((_, k) => !missed[k] || (missed[k] === 1 && where[k] === own)) : ids;
      if (known.length) await eachValue(index, group, counted, (_, place) => sums[place]++);
      counts[group] = new Map(known.map((value, place) => [value, sums[place]]).filter(([, n]) => n));
    }),
  );
  return { fits: missed.map((n) => (n ? 0 : 1)), counts };
}
