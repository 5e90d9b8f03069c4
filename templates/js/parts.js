// The files of the index, its parts: fetched when a query needs them, kept, and looked at before they are believed. Knows
// their shapes; knows no query.

const VERSION = 2;
// What must be lists of one length, by kind of part.
const LISTS = { words: ["terms", "lists"], terms: ["terms", "n"], texts: ["terms", "lists"], facets: ["values", "labels"], rows: ["names", "slugs"] };

const fetchJson = (url) => fetch(url).then((response) => (response.ok ? response.json() : Promise.reject(new Error(`${url}: ${response.status}`))));

/** Keeps what `make` gives for a key; a failure is forgotten, so that a second try is a real one. */
export function keep(kept, key, make) {
  if (!kept.has(key)) {
    const wait = make();
    kept.set(key, wait);
    wait.catch(() => kept.delete(key));
  }
  return kept.get(key);
}

function isSound(core, name, part) {
  const [kind, rest] = name.split("/");
  const [, block] = /-(\d+)$/.exec(rest) || [];
  if (kind === "orders") return part?.length === core.n;
  if (kind === "facets" && block) return Array.isArray(part) && part.length === Math.min(core.span, core.n - block * core.span);
  if (rest === "fences") return Array.isArray(part) && part.length === core.texts;
  if (kind === "heads") return Boolean(part?.whole && part.all);
  return LISTS[kind].every((key) => Array.isArray(part?.[key]) && part[key].length === part[LISTS[kind][0]].length);
}

/**
 * The index whose `core` is at `url`: `core`, `size` (documents), and `part(name)`, a promise of any other part. What others
 * make of the parts is kept in `hits`, `columns` and `orders`.
 */
export async function openIndex(url, load = fetchJson) {
  const core = await load(url);
  if (core?.version !== VERSION || !(core.n >= 0) || !core.words || !core.parts) throw new Error(`${url}: not a search index`);
  const folder = url.slice(0, url.lastIndexOf("/") + 1);
  const parts = new Map();
  const bring = async (name) => {
    const part = Object.hasOwn(core.parts, name) ? core.parts[name] : await load(`${folder}${name}.json`);
    if (!isSound(core, name, part)) throw new Error(`${name}: not a part of the search index`);
    return part;
  };
  return { core, size: core.n + core.apps, part: (name) => keep(parts, name, () => bring(name)), hits: new Map(), columns: new Map(), orders: new Map() };
}

/** The class of a listing: `[first id, status, official, fresh]`. */
export const classOf = ({ classes }, id) => classes.findLast(([first]) => first <= id);
