// The files of the index, its parts: fetched when a query needs them, kept, and looked at before they are believed.

const VERSION = 3;
const fetchJson = (url) => fetch(url).then((response) => (response.ok ? response.json() : Promise.reject(new Error(`${url}: ${response.status}`))));

/** Keeps what `make` promises for a key. A failure is forgotten, so that a second try is a real one. */
export function keep(kept, key, make) {
  if (!kept.has(key)) {
    const wait = make();
    kept.set(key, wait);
    wait.catch(() => kept.delete(key));
  }
  return kept.get(key);
}

/**
 * The index whose `core` is at `url`: `core`, `size` (how many documents), and `part(name, ...keys)`, a promise of another part,
 * which is an object with these keys, or else a list. What is made of parts is kept in `hits`, `columns` and `orders`.
 */
export async function openIndex(url, load = fetchJson) {
  const folder = url.slice(0, url.lastIndexOf("/") + 1);
  const parts = new Map();
  const sound = (name, part, keys) => {
    if (keys.length ? keys.every((key) => part?.[key]) : Array.isArray(part)) return part;
    throw new Error(`${name}: not a part of a search index`);
  };
  const core = sound(url, await load(url), ["version", "classes", "words", "terms", "facets", "silent", "parts"]);
  if (core.version !== VERSION) throw new Error(`${url}: version ${core.version} of the search index`);
  const bring = async (name, keys) => sound(name, Object.hasOwn(core.parts, name) ? core.parts[name] : await load(`${folder}${name}.json`), keys);
  const part = (name, ...keys) => keep(parts, name, () => bring(name, keys));
  return { core, size: core.n + core.apps, part, hits: new Map(), columns: new Map(), orders: new Map() };
}

/** The class of a listing: `[first id, status, official, fresh]`. */
export const classOf = ({ classes }, id) => classes.findLast(([first]) => first <= id);
