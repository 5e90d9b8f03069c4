// The words of a query together: for every document a tier, a score inside it, and from both a number to sort by.

import { DEEP, IN_NAME, LENGTH, SCORE, hits, walk } from "./hits.js";

/** Tiers: called just so; called so in another order, or the app is; begins so; has the words; has some only deep. */
const [EXACT, NAMED, BEGINS, HAS, HAS_DEEP] = [0, 1, 2, 3, 4];
const [SCORES, WORTHS] = [1024, 19 * 1024];

/** Lowers `tiers` where the words are the whole name or its beginning. */
function byNames({ core, size }, tiers, all) {
  const n = all.length;

  /** The words stand in order from the start of a name, and are all of it if `isWhole`; otherwise the last may be a beginning. */
  function inOrder(field, tier, isWhole, first = 0) {
    const reached = new Uint8Array(size);
    all.forEach(({ whole, starts }, place) => {
      const isOpen = !isWhole && place === n - 1;
      for (const lists of isOpen ? starts : [whole]) {
        walk(lists[field], 2, (id, info) => {
          const fits = isWhole ? (info & 15) === n : info & 15;
          if (!fits || info >> 4 !== place || reached[id] !== place) return;
          // The last word may come again and again, and need not be counted.
          if (place < n - 1) reached[id]++;
          else if (id >= first) tiers[id] = Math.min(tiers[id], tier);
        });
      }
    });
  }

  /** The words are all of the name, in any order; one that is asked for twice must stand there twice. */
  function inAnyOrder(tier) {
    const reached = new Uint8Array(size);
    all.forEach(({ whole }, i) => {
      const before = all.slice(0, i).filter((other) => other.whole === whole).length;
      let [last, times] = [-1, 0];
      walk(whole.n, 2, (id, info) => {
        if ((info & 15) !== n) return;
        times = id === last ? times + 1 : 0;
        last = id;
        if (times === before && reached[id] === i && ++reached[id] === n && id < core.n) tiers[id] = Math.min(tiers[id], tier);
      });
    });
  }

  inOrder("n", EXACT, true);
  inOrder("f", EXACT, true);
  inOrder("a", NAMED, true);
  inAnyOrder(NAMED);
  inOrder("n", BEGINS, false);
  inOrder("a", BEGINS, false);
  // Aliases are former names of apps; a listing's own are no longer what it begins with.
  inOrder("f", BEGINS, false, core.n);
}

/** For every document, whether the words stand side by side in one of the fields; `isOpen`: the last may be a beginning. */
export function together({ size }, fields, all, isOpen) {
  const found = new Uint8Array(size);
  for (const field of fields) {
    let before = new Uint32Array(size).fill(-1);
    all.forEach(({ whole, starts }, i) => {
      const isLast = i === all.length - 1;
      const here = new Uint32Array(size);
      for (const lists of isOpen && isLast ? starts : [whole]) {
        walk(lists[field], 2, (id, info) => {
          const isSummary = field === "s";
          const bit = 1 << (isSummary ? info : info >> 4);
          const isNext = i === 0 || (before[id] << 1) & bit;
          if (!isNext || !(isSummary || info & 15)) return;
          here[id] |= bit;
          if (isLast) found[id] = 1;
        });
      }
      before = here;
    });
  }
  return found;
}

/**
 * The documents that every one of `marks` and of `needs` has: `ids` of listings, in order, and for each in `worths` a number that is
 * less for a better rank and then for a higher score; `apps`, ids with the best first; and `tiers`. The first `nNeeded` marks must be
 * there, the others only count.
 */
export function scan({ core, size }, tiers, marks, nNeeded = marks.length, needs = []) {
  const [ids, worths] = [new Uint32Array(size), new Uint16Array(size)];
  let [n, id, nListings] = [0, 0, 0];
  const classes = [...core.classes, [core.n, "active", 0, 0], [size]];
  for (const [c, [, status, official, fresh]] of classes.slice(0, -1).entries()) {
    const end = classes[c + 1][0];
    next: for (; id < end; id++) {
      let score = 8 * official + 2 * fresh;
      let inName = 0;
      let length = 0;
      for (let i = 0; i < marks.length; i++) {
        const mark = marks[i][id];
        if (!mark && i < nNeeded) continue next;
        score += mark & SCORE;
        if (i < nNeeded && tiers[id] === HAS && (mark & SCORE) <= DEEP) tiers[id] = HAS_DEEP;
        if (mark & IN_NAME) inName++;
        if (mark >> LENGTH > length) length = mark >> LENGTH;
      }
      for (let i = 0; i < needs.length; i++) if (!needs[i][id]) continue next;
      if (length) score += Math.floor((20 * Math.min(inName, length)) / length);
      // What is no longer recommended stands behind the last good answer of its kind. A rank may be 2.5: count in halves.
      const rank = status === "active" ? 2 * tiers[id] : tiers[id] <= BEGINS ? 5 : 18;
      worths[n] = (rank + 1) * SCORES - 1 - score;
      ids[n++] = id;
    }
    if (end === core.n) nListings = n;
  }
  const apps = byWorth(ids.subarray(nListings, n), worths.subarray(nListings, n));
  return { ids: ids.subarray(0, nListings), worths: worths.subarray(0, nListings), apps, tiers };
}

/** Ids, which are in order, with the best first. Counted into place: no comparison, and equals stay in order. */
export function byWorth(ids, worths) {
  const next = new Uint32Array(WORTHS + 1);
  for (const worth of worths) next[worth + 1]++;
  for (let worth = 0; worth < WORTHS; worth++) next[worth + 1] += next[worth];
  const sorted = new Array(ids.length);
  for (let k = 0; k < ids.length; k++) sorted[next[worths[k]]++] = ids[k];
  return sorted;
}

/** The marks of a query's words, and how many of them are needed: words that say little only count. */
export async function marksOf(index, { full, rest }) {
  const words = [...rest, ...full.filter((word) => !rest.includes(word))];
  return [await Promise.all(words.map(async (word) => (await hits(index, word)).marks)), rest.length];
}

/** Everything that matches a query. */
export async function match(index, query) {
  const { full, rest, phrases } = query;
  const hit = new Map(await Promise.all(full.map(async (word) => [word, await hits(index, word)])));
  const all = (words) => words.map((word) => hit.get(word));
  const tiers = new Uint8Array(index.size).fill(HAS);
  byNames(index, tiers, all(full));
  if (rest.length < full.length) byNames(index, tiers, all(rest));
  const needs = phrases.map(([first, n]) => together(index, "ns", all(full.slice(first, first + n))));
  return scan(index, tiers, ...(await marksOf(index, query)), needs);
}

/** Whether hardly anything was found, and nothing that is called or begins as asked for. */
export const isLittle = ({ ids, tiers }) => ids.length < 3 && ids.every((id) => tiers[id] > BEGINS);
