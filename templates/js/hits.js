// One word → the documents that have it, and how well. Knows the fields and their worth; knows no query.

import { compare, isLetter } from "./words.js";

// What a word is worth in each field: as a whole, and as a beginning. The best field counts.
const SCORES = { n: [60, 40], a: [50, 35], f: [40, 25], k: [30, 20], p: [16, 12], t: [12, 10], o: [8, 6], s: [4, 3] };
const NAMES = "naf";
const ALL = "nafkptos";
const MOST_KEPT = 16;

/** What a mark holds: the score, whether the word is in the name, and above that the length of the name. No mark is 0. */
export const [SCORE, IN_NAME, LENGTH] = [63, 64, 7];
/** Up to this score a word is deep: in operations or the summary alone. */
export const DEEP = 8;

/** Hands over each `(id, info)` of a list, in which an entry has one or two numbers. */
export function walk(list = [], width, visit) {
  for (let i = 0, id = 0; i < list.length; i += width) visit((id += list[i]), width > 1 ? list[i + 1] : 0);
}

function add(marks, lists, fields, isWhole, summaryWidth) {
  for (const field of fields) {
    const isName = NAMES.includes(field);
    const [whole, start] = SCORES[field];
    walk(lists[field], isName ? 2 : field === "s" ? summaryWidth : 1, (id, info) => {
      const mark = marks[id];
      // A part of a word, such as "spot" of HubSpot, has no length: it is a beginning at most, and has no place in the name.
      const hasPlace = isName && info & 15;
      const score = Math.max(mark & SCORE, isWhole && (hasPlace || !isName) ? whole : start);
      const name = field === "n" && hasPlace ? IN_NAME + (Math.max(mark >> LENGTH, info & 15) << LENGTH) : mark & ~SCORE;
      marks[id] = name + score;
    });
  }
}

async function read(index, word) {
  const { fences, heads } = index.core.words;
  const marks = new Uint16Array(index.size);
  const head = heads.indexOf(word);
  const at = fences.findLastIndex((fence) => compare(fence, word) <= 0 || fence.startsWith(word));
  let [whole, starts] = [{}, []];
  if (head >= 0) {
    const part = await index.part(`heads/${head}`, "whole", "all");
    [whole, starts] = [part.whole, [part.all]];
  } else if (at >= 0) {
    const { terms, lists } = await index.part(`words/${at}`, "terms", "lists");
    whole = lists[terms.indexOf(word)] || {};
    starts = lists.filter((_, i) => terms[i].startsWith(word));
  }
  for (const lists of starts) add(marks, lists, isLetter(word) ? NAMES : ALL, false, head >= 0 ? 1 : 2);
  add(marks, whole, ALL, true, 2);
  return { marks, whole, starts };
}

/** Where a word stands: `marks` for every document; `whole`, the lists of the very word; `starts`, those of all that begins so. */
export async function hits({ hits: kept, ...index }, word) {
  const hit = kept.get(word) || (await read(index, word));
  // The last used stands last.
  kept.delete(word);
  kept.set(word, hit);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  return hit;
}
