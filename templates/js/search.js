// The search engine: plain data in, plain data out. Knows no page and no network, so it runs wherever JavaScript does.
//
// Every field of a listing is one folded string with a space before each word and one at the end. So "a word begins
// with x" is `includes(" x")` and "x is a word" is `includes(" x ")`: fast, and nothing to build but strings.

/** What may be chosen, in the order of the page. Within a group any choice fits, across groups all must. */
export const GROUPS = ["tag", "app", "source", "access", "publisher", "status"];

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", þ: "th" };
// Words that nearly every listing could carry. They count only when nothing else was asked for.
const COMMON = new Set("connector connectors integration integrations app apps api for to with and the".split(" "));
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
// Scripts without spaces between words: there, a match may begin anywhere.
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** One form for what people write in many: no marks, no case, and names such as C++, C# and .NET as words. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßæœøłđıþ]/g, (c) => LETTERS[c])
    .replace(/\+\+/g, "plusplus")
    .replace(/\b([a-z])#/g, "$1sharp")
    .replace(/(^|\s)\.net\b/g, "$1dotnet");
}

export const words = (text) => fold(text).match(WORD) || [];

/** The words of a name and the parts of names such as HubSpot. */
function nameWords(text) {
  const parts = (text.match(/[A-Z]?[a-z]+[A-Z][A-Za-z]*/g) || []).flatMap((w) => w.split(/(?=[A-Z])/));
  return [...words(text), ...words(parts.join(" "))];
}

const field = (list) => " " + list.join(" ") + " ";
const plain = (text) => words(text).join(" ");
const squeeze = (text) => words(text).join("");

/** Prepares the index file for searching. */
export function load(json) {
  const apps = json.app_table.map((a) => {
    const names = [a.name, ...a.aliases];
    return { exact: names.map(plain), name: field(nameWords(a.name)), words: field(names.flatMap(nameWords)), squeezed: names.map(squeeze) };
  });
  const tags = json.tag_table.map((t) => field([t.label, ...t.aliases].flatMap(words)));
  const publishers = json.publisher_table.map((p) => field(nameWords(p.name)));
  const docs = json.names.map((name, i) => {
    const app = apps[json.apps[i]];
    return {
      plain: plain(name),
      squeezed: squeeze(name),
      name: field(nameWords(name)),
      app,
      keywords: field(words(json.keywords[i])),
      publisher: publishers[json.publishers[i]] || "",
      tags: json.tags[i].map((t) => tags[t]).join(""),
      summary: field(words(json.summaries[i])),
    };
  });
  // What each listing offers in each group, as the words that stand in the address.
  const status = { a: "active", d: "deprecated", s: "suspended" };
  const facets = json.names.map((_, i) => ({
    tag: json.tags[i].map((t) => json.tag_table[t].id),
    app: [json.app_table[json.apps[i]].slug],
    source: [json.source[i] === "o" ? "open" : "closed"],
    access: [json.access[i] === "d" ? "direct" : "request"],
    publisher: json.publishers[i] < 0 ? [] : [json.publisher_table[json.publishers[i]].slug],
    status: [status[json.status[i]] || "active"],
  }));
  const newest = json.updated.reduce((a, b) => (a > b ? a : b), "");
  const fresh = newest && Number(newest.slice(0, 4)) - 1 + newest.slice(4);
  return { ...json, docs, facets, appFields: apps, fresh };
}

/** A query as the words that must all match; words in quotes stay together. */
export function parse(q) {
  const tokens = [];
  for (const [, quoted, free] of q.matchAll(/["“”]([^"“”]+)["“”]?|([^"“”]+)/g)) {
    if (quoted) tokens.push(plain(quoted));
    else tokens.push(...words(free));
  }
  const some = tokens.filter((t) => t && !COMMON.has(t));
  return some.length ? some : tokens.filter(Boolean);
}

const FIELDS = [
  ["name", 60, 40],
  ["app", 50, 35],
  ["keywords", 20, 20],
  ["publisher", 14, 14],
  ["tags", 10, 10],
  ["summary", 3, 3],
];

/** How well a listing fits: a tier (0 is best, 9 is not at all) and a score inside it. */
function rate(doc, query) {
  const { tokens, full, bare, joined } = query;
  let score = 0;
  let inSummary = false;
  let all = true;
  for (const token of tokens) {
    const start = UNSPACED.test(token) ? token : " " + token;
    let best = 0;
    for (const [key, whole, prefix] of FIELDS) {
      const text = key === "app" ? doc.app.words : doc[key];
      if (!text.includes(start)) continue;
      best = Math.max(best, text.includes(" " + token + " ") ? whole : prefix);
    }
    if (!best) {
      all = false;
      break;
    }
    inSummary ||= best === 3;
    score += best;
  }
  if (doc.plain === full || doc.plain === bare) return [0, score];
  if (doc.app.exact.some((a) => a === full || a === bare)) return [1, score];
  if (all && (doc.name.startsWith(" " + bare) || doc.app.name.startsWith(" " + bare))) return [2, score];
  if (all) return [inSummary ? 4 : 3, score];
  if (joined.length > 2 && (doc.squeezed.includes(joined) || doc.app.squeezed.some((a) => a.includes(joined)))) return [5, 30];
  if (tokens.every((t) => t.length > 2 && (doc.squeezed.includes(t) || doc.app.squeezed.some((a) => a.includes(t))))) return [5, 20];
  return [9, 0];
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Finds what fits.
 * `state`: `{q, tag: [], app: [], …, sort: "relevance" | "updated" | "new" | "a-z"}`, all optional.
 * Returns `{total, ids, counts, exact, app, tokens}`: listings in order; for every group how many listings each
 * value would show (its own group's choice lifted); the listing that is called just so, or -1; the app that is, or -1.
 */
export function search(index, state) {
  const q = (state.q || "").trim();
  const tokens = parse(q);
  const query = { tokens, full: plain(q), bare: tokens.join(" "), joined: tokens.join("") };
  const chosen = GROUPS.map((g) => [g, state[g] || []]).filter(([, values]) => values.length);
  const counts = Object.fromEntries(GROUPS.map((g) => [g, new Map()]));
  const found = [];

  for (let i = 0; i < index.docs.length; i++) {
    const [tier, score] = tokens.length ? rate(index.docs[i], query) : [3, 0];
    if (tier === 9) continue;
    const facets = index.facets[i];
    let missed = null;
    let n_missed = 0;
    for (const [group, values] of chosen) {
      if (values.some((v) => facets[group].includes(v))) continue;
      missed = group;
      n_missed++;
    }
    if (n_missed > 1) continue;
    for (const group of GROUPS) {
      if (n_missed && group !== missed) continue;
      for (const v of facets[group]) counts[group].set(v, (counts[group].get(v) || 0) + 1);
    }
    if (n_missed) continue;
    const active = index.status[i] === "a";
    // What is no longer recommended stands behind the last good answer of its kind.
    const rank = active ? tier : tier <= 2 ? 2.5 : 9;
    const bonus = (index.official[i] === "1" ? 8 : 0) + (index.updated[i] > index.fresh ? 2 : 0);
    found.push({ i, tier, rank, score: score + bonus, active });
  }

  const byName = (a, b) => compare(index.docs[a.i].plain, index.docs[b.i].plain) || a.i - b.i;
  const late = (a, b) => b.active - a.active;
  const orders = {
    relevance: (a, b) => a.rank - b.rank || b.score - a.score || index.names[a.i].length - index.names[b.i].length || byName(a, b),
    updated: (a, b) => late(a, b) || compare(index.updated[b.i], index.updated[a.i]) || a.i - b.i,
    new: (a, b) => late(a, b) || compare(index.added[b.i], index.added[a.i]) || a.i - b.i,
    "a-z": byName,
  };
  found.sort(orders[state.sort] || orders[tokens.length ? "relevance" : "updated"]);

  const exact = found.find((f) => f.tier === 0);
  const isAsked = (names) => names.some((n) => n && (n === query.full || n === query.bare));
  return {
    total: found.length,
    ids: found.map((f) => f.i),
    counts,
    exact: exact ? exact.i : -1,
    app: tokens.length ? index.appFields.findIndex((a) => isAsked(a.exact)) : -1,
    tokens,
  };
}

/** A text in parts, `[text, does it match]`, for showing why a listing was found. */
export function highlight(text, tokens) {
  const parts = [];
  let end = 0;
  const starts = tokens.flatMap((t) => t.split(" "));
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]);
    const token = starts.filter((t) => folded.startsWith(t)).sort((a, b) => b.length - a.length)[0];
    if (!token) continue;
    // Where folding changed the length, letters cannot be counted off: mark the word.
    const n = folded.length === match[0].length ? token.length : match[0].length;
    if (match.index > end) parts.push([text.slice(end, match.index), false]);
    parts.push([text.slice(match.index, match.index + n), true]);
    end = match.index + n;
  }
  if (end < text.length) parts.push([text.slice(end), false]);
  return parts;
}
