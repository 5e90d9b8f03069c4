// Filters and the numbers beside them. Knows the columns of the index; knows no words.

import { classOf, keep } from "./parts.js";

/** What may be chosen, in the order of the page. Within a group any choice fits, across groups all must. */
export const GROUPS = ["tag", "app", "source", "access", "auth", "publisher", "region", "official", "status"];

/** What the class of a listing says, in the place of a column. */
const OF_CLASS = { official: ([, , official]) => (official ? "official" : "community"), status: ([, status]) => status };

/** `{values, labels}` of a group; none if no listing has any. */
const known = async ({ core, part }, group) => (Object.hasOwn(core.facets, group) ? part(`facets/${group}`, "values", "labels") : { values: [], labels: [] });

/** The labels of a group by value. */
export async function values(index, group) {
  const { values, labels } = await known(index, group);
  return new Map(values.map((value, i) => [value, labels[i]]));
}

/** A block of a column: for each listing the place of its value, or a list of places. */
async function block({ core, part }, group, b, values) {
  if (!OF_CLASS[group]) return part(`facets/${group}-${b}`);
  const places = new Map(core.classes.map((c) => [c, values.indexOf(OF_CLASS[group](c))]));
  return Array.from({ length: Math.min(core.span, core.n - b * core.span) }, (_, k) => places.get(classOf(core, b * core.span + k)));
}

/** Calls `visit(k, place)` for every value of the k-th of `ids`, which are in order, unless `missed[k]` has one of the bits of `not`. */
async function eachValue(index, group, values, { ids, missed }, not, visit) {
  const { n, span } = index.core;
  const waits = [];
  const walk = async (b, from, to) => {
    const cells = await keep(index.columns, `${group}-${b}`, () => block(index, group, b, values));
    for (let k = from; k < to; k++) {
      if (missed[k] & not) continue;
      const cell = cells[ids[k] - b * span];
      if (typeof cell === "number") visit(k, cell);
      else for (const place of cell) visit(k, place);
    }
  };
  for (let b = 0, k = 0; values.length && b * span < n; b++) {
    const from = k;
    let isNeeded = false;
    for (; ids[k] < (b + 1) * span; k++) isNeeded ||= !(missed[k] & not);
    if (isNeeded) waits.push(walk(b, from, k));
  }
  await Promise.all(waits);
}

/**
 * Which of `ids`, in order, have a chosen value in each group of `chosen` (`[[group, values]]`): `fits(k)`; and `counts`, for each
 * of `groups` how many listings every value would show: those that fit the choices in the other groups.
 */
export async function narrow(index, ids, chosen, groups) {
  // The groups in which a listing has no chosen value, one bit each.
  const missed = new Uint16Array(ids.length);
  const bitOf = (group) => 1 << GROUPS.indexOf(group);
  const filters = chosen.map(async ([group, wanted]) => {
    const { values } = await known(index, group);
    const isWanted = values.map((value) => wanted.includes(value));
    const bit = bitOf(group);
    for (let k = 0; k < ids.length; k++) missed[k] |= bit;
    await eachValue(index, group, values, { ids, missed }, 0, (k, place) => isWanted[place] && (missed[k] &= ~bit));
  });
  await Promise.all(filters);
  const counts = groups.map(async (group) => {
    const { values } = await known(index, group);
    const sums = new Uint32Array(values.length);
    await eachValue(index, group, values, { ids, missed }, ~bitOf(group), (_, place) => sums[place]++);
    const counted = new Map();
    sums.forEach((n, place) => n && counted.set(values[place], n));
    return [group, counted];
  });
  return { fits: (k) => !missed[k], counts: Object.fromEntries(await Promise.all(counts)) };
}
