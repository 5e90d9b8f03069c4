// Filters and the numbers beside them. Knows the columns of the index; knows no words.

import { classOf, keep } from "./parts.js";

/** What may be chosen, in the order of the page. Within a group any choice fits, across groups all must. */
export const GROUPS = ["tag", "app", "source", "access", "auth", "publisher", "region", "official", "status"];

/** What the class of a listing says, in the place of a column. */
const OF_CLASS = { official: ([, , official]) => (official ? "official" : "community"), status: ([, status]) => status };

/** The values of a group with their labels; none if all listings have the same. */
export async function values({ core, part }, group) {
  if (!Object.hasOwn(core.facets, group)) return new Map();
  const { values, labels } = await part(`facets/${group}`, "values", "labels");
  return new Map(values.map((value, i) => [value, labels[i]]));
}

/** A block of a column: for each listing the place of its value, or a list of places. */
async function block({ core, part }, group, b, known) {
  if (!OF_CLASS[group]) return part(`facets/${group}-${b}`);
  const places = new Map(core.classes.map((c) => [c, known.indexOf(OF_CLASS[group](c))]));
  return Array.from({ length: Math.min(core.span, core.n - b * core.span) }, (_, k) => places.get(classOf(core, b * core.span + k)));
}

/** Calls `visit(k, place)` for every value of the k-th of some ids, which are in order. */
async function eachValue(index, group, known, ids, visit) {
  const { n, span } = index.core;
  const ranges = [];
  for (let b = 0, to = 0; known.length && b * span < n; b++) {
    const from = to;
    while (ids[to] < (b + 1) * span) to++;
    if (to > from) ranges.push([b, from, to]);
  }
  const cellsOf = (b) => keep(index.columns, `${group}-${b}`, () => block(index, group, b, known));
  await Promise.all(
    ranges.map(async ([b, from, to]) => {
      const cells = await cellsOf(b);
      for (let k = from; k < to; k++) {
        const cell = cells[ids[k] - b * span];
        if (typeof cell === "number") visit(k, cell);
        else for (const place of cell) visit(k, place);
      }
    }),
  );
}

/**
 * Which of `ids`, in order, have a chosen value in each group of `chosen` (`[[group, values]]`): `fits(k)`; and `counts`, for each
 * of `groups` how many listings every value would show: those that fit the choices in the other groups.
 */
export async function narrow(index, ids, chosen, groups) {
  // The groups in which a listing has no chosen value, one bit each.
  const missed = new Uint16Array(ids.length);
  const bitOf = (group) => 1 << GROUPS.indexOf(group);
  const knownOf = async (group) => [...(await values(index, group)).keys()];
  await Promise.all(
    chosen.map(async ([group, wanted]) => {
      const known = await knownOf(group);
      const isWanted = known.map((value) => wanted.includes(value));
      for (let k = 0; k < ids.length; k++) missed[k] |= bitOf(group);
      await eachValue(index, group, known, ids, (k, place) => isWanted[place] && (missed[k] &= ~bitOf(group)));
    }),
  );
  const counts = groups.map(async (group) => {
    const known = await knownOf(group);
    const sums = new Uint32Array(known.length);
    const counted = chosen.length ? ids.filter((_, k) => !(missed[k] & ~bitOf(group))) : ids;
    await eachValue(index, group, known, counted, (_, place) => sums[place]++);
    return [group, new Map(known.map((value, place) => [value, sums[place]]).filter(([, n]) => n))];
  });
  return { fits: (k) => !missed[k], counts: Object.fromEntries(await Promise.all(counts)) };
}
