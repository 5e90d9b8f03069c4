// One word → the documents that have it, with how well. Knows the fields and their worth; knows no query.

import { compare, count, isLetter } from "./words.js";

// What a word is worth in each field: as a whole, and as a beginning. The best field counts.
const SCORES = { n: [60, 40], a: [50, 35], f: [40, 25], k: [30, 20], p: [16, 12], t: [12, 10], o: [8, 6], s: [4, 3] };
const NAMES = "naf";
const MOST_KEPT = 16;

/** What `hits` says of a document, in one number; 0 is "no". */
export const SCORE = 63;
export const IN_NAME = 64;
export const LENGTH = 7;
/** Scores up to this come from operations and the summary alone. */
export const DEEP = SCORES.o[0];

/** Hands over each `(id, info)` of a list. `width` 1: there is no info. */
export function walk(list = [], width, visit) {
  for (let i = 0, id = 0; i < list.length; i += width) visit((id += list[i]), width > 1 ? list[i + 1] : 0);
}

/** Of what stands in order, the last part in which terms may be that begin with `word`. */
const partOf = (fences, word) => count(fences, (fence) => compare(fence, word) <= 0 || fence.startsWith(word)) - 1;

async function find(index, word) {
  const { fences, heads } = index.core.words;
  const head = heads.indexOf(word);
  if (head >= 0) {
    const { whole, all } = await index.part(`heads/${head}`);
    return { whole, starts: [all], isHead: true };
  }
  const at = partOf(fences, word);
  const { terms, lists } = at < 0 ? { terms: [], lists: [] } : await index.part(`words/${at}`);
  const from = count(terms, (term) => compare(term, word) < 0);
  const to = count(terms, (term) => compare(term, word) < 0 || term.startsWith(word));
  return { whole: terms[from] === word ? lists[from] : {}, starts: lists.slice(from, to), isHead: false };
}

/** Raises the marks of the documents in `lists`. */
function add(marks, lists, isWhole, fields, summaryWidth) {
  for (const field of fields) {
    const isName = NAMES.includes(field);
    const [whole, start] = SCORES[field];
    walk(lists[field], isName ? 2 : field === "s" ? summaryWidth : 1, (id, info) => {
      // A part of a word, such as "spot" of HubSpot, has no length: it is a beginning at most.
      const score = isWhole && (info & 15 || !isName) ? whole : start;
      let mark = marks[id];
      if (score > (mark & SCORE)) mark += score - (mark & SCORE);
      if (field === "n") mark = Math.max(mark >> LENGTH, info & 15) * 128 + (mark & SCORE) + IN_NAME;
      marks[id] = mark;
    });
  }
}

/**
 * Where a word stands: `marks`, for every document its score, whether the word is in the name, and the length of that name;
 * `whole`, the lists of the word itself; `starts`, the lists of all that begins so.
 */
export async function hits(index, word) {
  let hit = index.hits.get(word);
  if (!hit) {
    const { whole, starts, isHead } = await find(index, word);
    hit = { marks: new Uint16Array(index.size), whole, starts };
    for (const lists of starts) add(hit.marks, lists, false, isLetter(word) ? NAMES : Object.keys(SCORES), isHead ? 1 : 2);
    add(hit.marks, whole, true, Object.keys(SCORES), 2);
  }
  // The latest stands last, the first is the longest unused.
  index.hits.delete(word);
  index.hits.set(word, hit);
  if (index.hits.size > MOST_KEPT) index.hits.delete(index.hits.keys().next().value);
  return hit;
}

/** The hits of several words, by word. */
export async function hitsOf(index, words) {
  const all = await Promise.all(words.map((word) => hits(index, word)));
  return new Map(words.map((word, i) => [word, all[i]]));
}
