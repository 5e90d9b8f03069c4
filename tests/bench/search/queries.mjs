// Known-item queries: what somebody types who has a certain listing in mind. Drawn from any `catalogue.json`, always the same for the same catalogue.
//
// Every query has a class, the slugs that answer it, and a part: two thirds are `seen` and may be tuned by, one third is `unseen` and may not.
// A query is answered by the listing it was drawn from and by those it could as well have been drawn from, which nothing typed tells apart: the same
// name; in the classes that do not go by the name, the same app and keyword, or the same summary.

import { random } from "./random.mjs";

const words = (text) => text.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) || [];
const fold = (text) => words(text.toLowerCase()).join(" ");

/** One slip of a finger within a word: a letter too many, too few, another one, or two in the wrong order. Never the first letter. */
function slip(word, next) {
  const at = 1 + Math.floor(next() * (word.length - 2));
  const letter = "abcdefghijklmnopqrstuvwxyz"[Math.floor(next() * 26)];
  const kinds = [
    () => word.slice(0, at) + letter + word.slice(at),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter + word.slice(at + 1),
    () => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ];
  return kinds[Math.floor(next() * kinds.length)]();
}

/**
 * Draws up to `n` queries of each class from listings: `{slug, name, app, keywords, summary}`, the app by its name.
 * Gives `[{class, q, slugs, part}]`.
 */
export function draw(listings, n = 40, seed = 1) {
  const next = random(seed);
  const named = listings.filter((l) => words(l.name).length);
  const byName = new Map();
  for (const l of named) byName.set(fold(l.name), [...(byName.get(fold(l.name)) || []), l]);
  const inSummaries = new Map();
  for (const l of named) for (const w of new Set(words((l.summary || "").toLowerCase()))) inSummaries.set(w, (inSummaries.get(w) || 0) + 1);
  const starts = [...byName.keys()].sort();

  /** The shortest beginning that no other name has, and one letter more. */
  function beginning(name) {
    const at = starts.indexOf(name);
    const shared = (other) => {
      let k = 0;
      while (other && k < name.length && name[k] === other[k]) k++;
      return k;
    };
    const length = Math.max(shared(starts[at - 1]), shared(starts[at + 1]), 1) + 2;
    return length < name.length ? name.slice(0, length).trim() : null;
  }

  const classes = {
    name: (l) => l.name,
    prefix: (l) => beginning(fold(l.name)),
    order: (l) => {
      const all = words(l.name.toLowerCase());
      return all.length > 1 ? [all[all.length - 1], ...all.slice(0, -1)].join(" ") : null;
    },
    typo: (l) => {
      const all = words(l.name.toLowerCase());
      const long = all.findIndex((w) => w.length > 4 && /^[a-z]+$/.test(w));
      if (long < 0) return null;
      return all.map((w, k) => (k === long ? slip(w, next) : w)).join(" ");
    },
    "app and keyword": (l) => (l.keywords.length ? `${l.app} ${l.keywords[0]}` : null),
    summary: (l) => {
      const rare = [...new Set(words((l.summary || "").toLowerCase()))].filter((w) => w.length > 3).sort((a, b) => inSummaries.get(a) - inSummaries.get(b) || (a < b ? -1 : 1));
      return rare.length > 2 ? rare.slice(0, 3).join(" ") : null;
    },
  };
  const same = {
    "app and keyword": (a, b) => a.app === b.app && b.keywords.some((keyword) => fold(keyword) === fold(a.keywords[0])),
    summary: (a, b) => fold(a.summary || "") === fold(b.summary || ""),
  };
  const queries = [];
  for (const [name, ask] of Object.entries(classes)) {
    const drawn = new Set();
    for (let tries = 0; tries < n * 20 && drawn.size < n; tries++) {
      const listing = named[Math.floor(next() * named.length)];
      const q = ask(listing);
      if (!q || drawn.has(q)) continue;
      drawn.add(q);
      const twins = same[name] ? named.filter((other) => same[name](listing, other)) : byName.get(fold(listing.name));
      const slugs = [listing, ...twins.filter((other) => other !== listing)].map((l) => l.slug);
      queries.push({ class: name, q, slugs, part: drawn.size % 3 ? "seen" : "unseen" });
    }
  }
  return queries;
}
