// How well documents answer the words of a query: a tier, a score inside it, and one number to sort by. Knows hits; fetches nothing.

import { DEEP, IN_NAME, LENGTH, SCORE, walk } from "./hits.js";

const [EXACT, NAMED, BEGINS, FITS, DEEPLY] = [0, 1, 2, 3, 4];
const SCORES = 1024;
export const IDS = 2 ** 24;

/** A key sorts by rank, then by score, the higher first, then by id. Ranks are doubled: one of them is 2.5. */
const keyOf = (rank, score, id) => (rank * SCORES + SCORES - 1 - score) * IDS + id;
export const idOf = (key) => key % IDS;
export const worthOf = (key) => Math.floor(key / IDS);

/** The tiers that the order of words in names decides; `FITS` for everything else. */
function nameTiers({ core, size }, { full, rest }, hit) {
  const tiers = new Uint8Array(size).fill(FITS);

  /**
   * Gives `tier` to the documents from `first` on in which the words take the first places of a name: `isWhole`, and there is
   * nothing else in it; otherwise the last may be a beginning.
   */
  function inOrder(words, field, isWhole, tier, first = 0) {
    const n = words.length;
    const reached = new Uint8Array(size);
    words.forEach((word, place) => {
      const isLast = place === n - 1;
      const { whole, starts } = hit.get(word);
      for (const lists of isLast && !isWhole ? starts : [whole]) {
        walk(lists[field], 2, (id, info) => {
          const length = info & 15;
          if (info >> 4 !== place || reached[id] !== place || !(isWhole ? length === n : length || isLast)) return;
          if (!isLast) reached[id]++;
          else if (id >= first) tiers[id] = Math.min(tiers[id], tier);
        });
      }
    });
  }

  /** Gives `tier` to the listings whose name is made of the words in any order. */
  function inAnyOrder(words, tier) {
    const reached = new Uint8Array(size);
    words.forEach((word, i) => {
      // A word that is asked for again must also stand there again.
      const again = words.slice(0, i).filter((earlier) => earlier === word).length;
      let [last, times] = [-1, 0];
      walk(hit.get(word).whole.n, 2, (id, info) => {
        if ((info & 15) !== words.length) return;
        times = id === last ? times + 1 : 0;
        last = id;
        if (times === again && reached[id] === i && ++reached[id] === words.length && id < core.n) tiers[id] = Math.min(tiers[id], tier);
      });
    });
  }

  for (const words of rest.length < full.length ? [full, rest] : [full]) {
    for (const field of "nf") inOrder(words, field, true, EXACT);
    inOrder(words, "a", true, NAMED);
    inAnyOrder(words, NAMED);
    for (const field of "na") inOrder(words, field, false, BEGINS);
    inOrder(words, "f", false, BEGINS, core.n);
  }
  return tiers;
}

/** For every document, whether the words stand side by side in one of the fields; `open`: the last may be a beginning. */
export function together({ size }, fields, hits, open) {
  const found = new Uint8Array(size);
  for (const field of fields) {
    let before = new Uint32Array(size).fill(-1);
    hits.forEach(({ whole, starts }, i) => {
      const isLast = i === hits.length - 1;
      const here = new Uint32Array(size);
      for (const lists of open && isLast ? starts : [whole]) {
        walk(lists[field], 2, (id, info) => {
          if (field !== "s" && !(info & 15) && !(open && isLast)) return;
          const bit = 1 << (field === "s" ? info : info >> 4);
          // To the first word everything is near.
          if (i && !((before[id] << 1) & bit)) return;
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
 * The documents that have all words, by their `marks`, and all `needs`: `keys` of listings and of `apps`, in the order of ids.
 * A listing stands in the tier of `tiers`, or one below where a word is only deep.
 */
export function scan({ core, size }, marks, needs, tiers) {
  const listings = new Float64Array(core.n);
  const apps = [];
  let n = 0;
  const bounds = [...core.classes, [core.n, "app", 0, 0], [size]];
  for (let c = 0; c + 1 < bounds.length; c++) {
    const [first, status, official, fresh] = bounds[c];
    const isApp = status === "app";
    const bonus = official * 8 + fresh * 2;
    next: for (let id = first; id < bounds[c + 1][0]; id++) {
      let [score, named, length, deep] = [0, 0, 0, 0];
      for (let w = 0; w < marks.length; w++) {
        const mark = marks[w][id];
        if (!mark) continue next;
        const best = mark & SCORE;
        score += best;
        if (best <= DEEP) deep = 1;
        if (mark & IN_NAME) {
          named++;
          if (mark >> LENGTH > length) length = mark >> LENGTH;
        }
      }
      for (let i = 0; i < needs.length; i++) if (!needs[i][id]) continue next;
      if (length) score += Math.floor((20 * Math.min(named, length)) / length);
      if (tiers[id] === FITS && deep) tiers[id] = DEEPLY;
      const tier = tiers[id];
      // What is no longer recommended stands behind the last good answer of its kind.
      const rank = isApp || status === "active" ? 2 * tier : tier <= BEGINS ? 5 : 18;
      const key = keyOf(rank, score + bonus, id);
      if (isApp) apps.push(key);
      else listings[n++] = key;
    }
  }
  return { keys: listings.subarray(0, n), apps, tiers };
}

/** The listings and apps that match a query, with the hits of all its words. */
export function match(index, { full, rest, phrases }, hit) {
  const needs = phrases.map(([first, n]) => together(index, "ns", full.slice(first, first + n).map((word) => hit.get(word))));
  const marks = rest.map((word) => hit.get(word).marks);
  return scan(index, marks, needs, nameTiers(index, { full, rest }, hit));
}

/** What `scan` finds when all that is found stands in one tier. */
export const inTier = (index, tier, marks, needs = []) => scan(index, marks, needs, new Uint8Array(index.size).fill(tier));

/** Whether nothing is called as asked for, and hardly anything fits. */
export const isLittle = ({ keys, tiers }) => keys.length < 3 && keys.every((key) => tiers[idOf(key)] > BEGINS);
