// What a query that finds hardly anything may have meant: words joined or split, words of READMEs, slips of the finger, the
// inside of words. Loaded only then.

import { hits, hitsOf, walk } from "./hits.js";
import { idOf, inTier, match, together, worthOf } from "./match.js";
import { compare, count, essential } from "./words.js";

const [REWRITTEN, README] = [5, 6];
const ENOUGH = 3;
const MOST_SPLITS = 3;
const MOST_CANDIDATES = 4;
const MOST_MISSPELT = 3;
const [INSIDE, MOST_INSIDE, SHORTEST_INSIDE] = [15, 8, 3];

/**
 * The optimal string alignment distance of two lists of letters: letters to add, drop, change, or swap with a neighbour.
 * `open`: to the nearest beginning of `to`.
 */
export function distance(from, to, open) {
  let [before, last, row] = [[], [], Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return open ? Math.min(...row) : row[to.length];
}

/** The part of the vocabulary that begins with a letter. */
async function vocabulary({ core, part }, letter) {
  const place = core.terms.indexOf(letter);
  return place < 0 ? { terms: [], n: [] } : part(`terms/${place}`);
}

/** The terms nearest to a word, each `[term, distance]`, best first. */
export async function candidates(index, word, isLast) {
  const letters = [...word];
  const reach = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;
  if (!reach) return [];
  const [first, second] = letters;
  const known = [];
  for (const letter of new Set([first, second])) {
    const { terms, n } = await vocabulary(index, letter);
    terms.forEach((term, i) => {
      const other = [...term];
      // The first letter is seldom wrong, but it may have changed places with the second.
      if (term !== word && (letter === first || other[1] === first)) known.push({ term, other, n: n[i] });
    });
  }
  const nearest = (open) =>
    known
      .filter(({ other }) => letters.length - other.length <= reach && (open || other.length - letters.length <= reach))
      .map((entry) => ({ ...entry, far: distance(letters, entry.other, open) }))
      .filter(({ far }) => far > 0 && far <= reach)
      .sort((a, b) => a.far - b.far || b.n - a.n || compare(a.term, b.term))
      .slice(0, MOST_CANDIDATES)
      .map(({ term, far }) => [term, far]);
  const whole = nearest(false);
  return whole.length || !isLast || letters.length < 5 ? whole : nearest(true);
}

/** `found` with the listings of `steps` that it lacks, each by the best of them. */
function append(found, steps) {
  const known = new Set(Array.from(found.keys, idOf));
  const best = new Map();
  for (const { keys } of steps) {
    for (const key of keys) {
      const id = idOf(key);
      if (!known.has(id) && !(best.get(id) <= key)) best.set(id, key);
    }
  }
  return { ...found, keys: Float64Array.from([...found.keys, ...best.values()]) };
}

const marksOf = async (index, words) => [...(await hitsOf(index, words))].map(([, { marks }]) => marks);
const replaced = (full, i, n, ...by) => [...full.slice(0, i), ...by, ...full.slice(i + n)];

/** "sales force" → "salesforce". */
async function joined(index, full) {
  const steps = full.slice(1).map(async (second, i) => {
    const word = full[i] + second;
    const rest = essential(replaced(full, i, 2, word), (k) => k === i);
    return { ...inTier(index, REWRITTEN, await marksOf(index, rest)), words: [word] };
  });
  return Promise.all(steps);
}

/** "openfeature" → "open feature", where the two stand side by side in a name. */
async function split(index, full, missing) {
  for (const [i, word] of full.entries()) {
    if (!missing.includes(word)) continue;
    const letters = [...word];
    const { terms } = await vocabulary(index, letters[0]);
    let tries = 0;
    for (let cut = letters.length - 2; cut > 1 && tries < MOST_SPLITS; cut--) {
      const pieces = [letters.slice(0, cut).join(""), letters.slice(cut).join("")];
      if (terms[count(terms, (term) => compare(term, pieces[0]) < 0)] !== pieces[0]) continue;
      tries++;
      const rest = essential(replaced(full, i, 1, ...pieces), (k) => k === i || k === i + 1);
      const side = together(index, "na", await Promise.all(pieces.map((piece) => hits(index, piece))), true);
      const step = inTier(index, REWRITTEN, await marksOf(index, rest), [side]);
      if (step.keys.length) return [{ ...step, words: pieces }];
    }
  }
  return [];
}

/** What has the words that are nowhere else in its README. */
async function inReadme(index, rest) {
  const fences = await index.part("texts/fences");
  const marks = rest.map(async (word) => {
    const marks = (await hits(index, word)).marks.slice();
    const at = count(fences, (fence) => compare(fence, word) <= 0) - 1;
    const { terms, lists } = at < 0 ? { terms: [] } : await index.part(`texts/${at}`);
    const place = count(terms, (term) => compare(term, word) < 0);
    if (terms[place] === word) walk(lists[place], 1, (id) => (marks[id] ||= 1));
    return marks;
  });
  return inTier(index, README, await Promise.all(marks));
}

/** What has the words at least inside those of its name: "force" in Salesforce. */
async function inside(index, rest) {
  const vocabularies = await Promise.all(index.core.terms.map((_, k) => index.part(`terms/${k}`)));
  const marks = rest.map(async (word) => {
    const marks = (await hits(index, word)).marks.slice();
    if ([...word].length < SHORTEST_INSIDE) return marks;
    const around = vocabularies
      .flatMap(({ terms, n }) => terms.map((term, i) => [term, n[i]]).filter(([term]) => term.indexOf(word) > 0))
      .sort(([a, m], [b, n]) => n - m || compare(a, b))
      .slice(0, MOST_INSIDE);
    for (const { whole } of (await hitsOf(index, around.map(([term]) => term))).values()) {
      for (const field of "na") walk(whole[field], 2, (id) => (marks[id] = Math.max(marks[id], INSIDE)));
    }
    return marks;
  });
  return inTier(index, REWRITTEN, await Promise.all(marks));
}

/** The query with other words for those that are nowhere, or for one that fits no other: the least changed that finds something. */
async function corrected(index, full, rest, missing) {
  if (missing.length > MOST_MISSPELT) return null;
  const wrong = missing.length ? missing : [...new Set(rest)];
  const near = await Promise.all(wrong.map((word) => candidates(index, word, word === full.at(-1))));
  const ways = wrong.map((word, i) => near[i].map(([term, far]) => ({ far, by: [[word, term]] })));
  const both = (some, more) => some.flatMap((a) => more.map((b) => ({ far: a.far + b.far, by: [...a.by, ...b.by] })));
  const all = missing.length ? ways.reduce(both) : ways.flat();
  let best = null;
  for (const { far, by } of all.sort((a, b) => a.far - b.far)) {
    if (best && far > best.far) break;
    const swap = new Map(by);
    const words = full.map((word) => swap.get(word) ?? word);
    const query = { full: words, rest: essential(words, () => false), phrases: [] };
    const found = match(index, query, await hitsOf(index, words));
    const worth = worthOf(found.keys.reduce((a, b) => Math.min(a, b), Infinity));
    if (found.keys.length && !(best?.worth <= worth)) best = { far, worth, found, text: words.join(" "), words: query.rest };
  }
  return best;
}

/** More for a query without phrases whose own finds are `found`: `{found, said}`, what is found now, and what changes in the answer. */
export async function more(index, { full, rest }, found, literal) {
  const hit = await hitsOf(index, rest);
  const missing = [...hit.keys()].filter((word) => !hit.get(word).marks.some(Boolean));
  const said = { words: rest };
  const steps = [...(await joined(index, full)), ...(await split(index, full, missing))].filter(({ keys }) => keys.length);
  if (steps.length) {
    found = append(found, steps);
    said.words = [...rest, ...steps.flatMap(({ words }) => words)];
  }
  if (found.keys.length < ENOUGH && index.core.texts) found = append(found, [await inReadme(index, rest)]);
  const total = found.keys.length;
  if (total < ENOUGH && !literal && (!total || missing.length)) {
    const better = await corrected(index, full, rest, missing);
    if (better && !total) return { found: better.found, said: { words: better.words, corrected: better.text } };
    if (better) said.suggestion = better.text;
  }
  if (!total) found = append(found, [await inside(index, rest)]);
  return { found, said };
}
