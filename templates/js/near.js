// What a query that finds hardly anything may have meant: words joined or split, words of READMEs, slips of the finger, the
// inside of words. Loaded only then.

import { SCORE, hits, walk } from "./hits.js";
import { marksOf, match, scan, together } from "./match.js";
import { ask, compare } from "./words.js";

const [REWRITTEN, IN_README] = [5, 6];
const ENOUGH = 3;
const [MOST_SPLITS, MOST_CANDIDATES, MOST_MISSPELT] = [3, 4, 3];
const [INSIDE, MOST_AROUND, SHORTEST_INSIDE] = [15, 8, 3];

/**
 * The optimal string alignment distance of two lists of letters: letters put in, left out, changed, or swapped with a neighbour.
 * `isOpen`: to the nearest beginning of `to`.
 */
export function distance(from, to, isOpen) {
  let [before, last, row] = [[], [], [0, ...to.keys()].map((_, j) => j)];
  for (const [i, letter] of from.entries()) {
    [before, last, row] = [last, row, [i + 1]];
    for (const [j, other] of to.entries()) {
      const changed = last[j] + (letter === other ? 0 : 1);
      const swapped = i && j && letter === to[j - 1] && from[i - 1] === other ? before[j - 1] + 1 : Infinity;
      row.push(Math.min(changed, swapped, last[j + 1] + 1, row[j] + 1));
    }
  }
  return isOpen ? Math.min(...row) : row.at(-1);
}

/** The terms that begin with a letter, and how many documents have each. */
async function vocabulary({ core, part }, letter) {
  const place = core.terms.indexOf(letter);
  const { terms, n } = place < 0 ? { terms: [] } : await part(`terms/${place}`, "terms", "n");
  return terms.map((term, i) => ({ term, n: n[i] }));
}

const byUse = (a, b) => b.n - a.n || compare(a.term, b.term);

/** What a word may have been meant to be, best first: `{term, far}`. */
async function candidates(index, word, isLast) {
  const letters = [...word];
  const reach = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;
  if (!reach) return [];
  const [first, second] = letters;
  // The first letter is seldom wrong, but it may have changed places with the second.
  const [same, swapped] = await Promise.all([vocabulary(index, first), first === second ? [] : vocabulary(index, second)]);
  const known = [...same, ...swapped.filter(({ term }) => term.startsWith(second + first))];
  const nearest = (isOpen) =>
    known
      .filter(({ term }) => isOpen || Math.abs([...term].length - letters.length) <= reach)
      .map(({ term, n }) => ({ term, n, far: distance(letters, [...term], isOpen) }))
      .filter(({ far }) => far > 0 && far <= reach)
      .sort((a, b) => a.far - b.far || byUse(a, b))
      .slice(0, MOST_CANDIDATES);
  const found = nearest(false);
  return found.length || !isLast || letters.length < 5 ? found : nearest(true);
}

const replaced = (index, full, i, n, ...by) => marksOf(index, ask([...full.slice(0, i), ...by, ...full.slice(i + n)]));

/** `found` with the listings that it lacks of those that have all needed `marks` and `needs`. */
function append(index, found, tier, [marks, nNeeded], needs) {
  const { ids, worths } = scan(index, new Uint8Array(index.size).fill(tier), marks, nNeeded, needs);
  const worth = new Map([...ids].map((id, k) => [id, worths[k]]));
  found.ids.forEach((id, k) => worth.set(id, found.worths[k]));
  const all = Uint32Array.from(worth.keys()).sort();
  return { ...found, ids: all, worths: Uint16Array.from(all, (id) => worth.get(id)) };
}

/** Adds what has two words as one ("sales force" → "salesforce"), or one as two that stand side by side in a name. */
async function rewritten(index, full, missing, found) {
  for (let i = 1; i < full.length; i++) {
    found = append(index, found, REWRITTEN, await replaced(index, full, i - 1, 2, full[i - 1] + full[i]));
  }
  for (const [i, word] of full.entries()) {
    if (!missing.includes(word)) continue;
    const known = new Set((await vocabulary(index, [...word][0])).map(({ term }) => term));
    const cuts = [...word].map((_, at, letters) => [letters.slice(0, at).join(""), letters.slice(at).join("")]).slice(2, -1);
    for (const pieces of cuts.reverse().filter(([piece]) => known.has(piece)).slice(0, MOST_SPLITS)) {
      const side = together(index, "na", await Promise.all(pieces.map((piece) => hits(index, piece))), true);
      found = append(index, found, REWRITTEN, await replaced(index, full, i, 1, ...pieces), [side]);
    }
  }
  return found;
}

/** The listings that have a word in their README, as distances. */
async function inTexts(index, word) {
  const { terms: fences, names } = await index.part("texts/fences", "terms", "names");
  const at = fences.findLastIndex((fence) => compare(fence, word) <= 0);
  if (at < 0) return [];
  const { terms, lists } = await index.part(names[at], "terms", "lists");
  return lists[terms.indexOf(word)] || [];
}

/** Adds what has the words that are nowhere else in its README. */
async function inReadme(index, rest, missing, found) {
  // A word that no README has either is a slip: then the parts of the others need not be fetched.
  for (const word of missing) if (!(await inTexts(index, word)).length) return found;
  const marks = rest.map(async (word) => {
    const marks = (await hits(index, word)).marks.map((mark) => mark & SCORE);
    walk(await inTexts(index, word), 1, (id) => (marks[id] ||= 1));
    return marks;
  });
  return append(index, found, IN_README, [await Promise.all(marks)]);
}

/** Adds what has the words that are nowhere inside those of a name: "force" in Salesforce. */
async function inside(index, query, missing, found) {
  const all = (await Promise.all(index.core.terms.map((letter) => vocabulary(index, letter)))).flat();
  const [known, nNeeded] = await marksOf(index, query);
  const marks = known.map(async (marks, i) => {
    const word = query.rest[i];
    if (!missing.includes(word) || [...word].length < SHORTEST_INSIDE) return marks;
    const around = all.filter(({ term }) => term.includes(word)).sort(byUse).slice(0, MOST_AROUND);
    const within = new Uint16Array(index.size);
    for (const { term } of around) {
      const { whole } = await hits(index, term);
      for (const field of "na") walk(whole[field], 2, (id) => (within[id] = INSIDE));
    }
    return within;
  });
  return append(index, found, REWRITTEN, [await Promise.all(marks), nNeeded]);
}

/** The query with other words for those that are nowhere, or for one that fits no other: the least changed that finds something. */
async function corrected(index, { full, rest }, missing) {
  if (missing.length > MOST_MISSPELT) return null;
  const wrong = missing.length ? missing : [...new Set(rest)];
  const near = await Promise.all(wrong.map((word) => candidates(index, word, word === full.at(-1))));
  const ways = near.map((found, i) => found.map(({ term, far }) => ({ far, by: [[wrong[i], term]] })));
  const both = (some, more) => some.flatMap((a) => more.map((b) => ({ far: a.far + b.far, by: [...a.by, ...b.by] })));
  let best = null;
  for (const { far, by } of (missing.length ? ways.reduce(both) : ways.flat()).sort((a, b) => a.far - b.far)) {
    if (best && far > best.far) break;
    const swap = new Map(by);
    const query = ask(full.map((word) => swap.get(word) ?? word));
    const found = await match(index, query);
    const worth = found.worths.reduce((a, b) => Math.min(a, b), Infinity);
    if (found.ids.length && !(best?.worth <= worth)) best = { far, worth, query, found };
  }
  return best;
}

/** More for a query without phrases that found hardly anything: `found`, and what else changes in the answer. */
export async function more(index, query, found, literal) {
  const { full, rest } = query;
  const [marks] = await marksOf(index, query);
  const missing = [...new Set(rest.filter((_, i) => !marks[i].some(Boolean)))];
  found = await rewritten(index, full, missing, found);
  if (!found.ids.length && index.core.has_texts) found = await inReadme(index, rest, missing, found);
  const n = found.ids.length;
  if (n < ENOUGH && !literal && (!n || missing.length)) {
    const better = await corrected(index, query, missing);
    const text = better?.query.full.join(" ");
    if (better && !n) return { found: better.found, corrected: text, words: better.query.rest };
    if (better) return { found, suggestion: text };
  }
  return { found: n ? found : await inside(index, query, missing, found) };
}
