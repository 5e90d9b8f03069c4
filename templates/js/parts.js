// The files of the index, its parts: fetched when a query needs them, kept, and looked at before they are believed.

const VERSION = 4;
// Of the codes in names, as src/search/names.rs has them.
const CODE = 6;
const PER_LIST = 1024;
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
  const folder = `${url.slice(0, url.lastIndexOf("/") + 1)}../assets/search/`;
  const parts = new Map();
  const sound = (name, part, keys) => {
    if (keys.length ? keys.every((key) => part?.[key]) : Array.isArray(part)) return part;
    throw new Error(`${name}: not a part of a search index`);
  };
  const core = sound(url, await load(url), ["version", "classes", "words", "terms", "facets", "silent", "parts", "codes"]);
  if (core.version !== VERSION) throw new Error(`${url}: version ${core.version} of the search index`);
  const { codes } = core;
  // The code of a part with a number is in the list of its kind, or in one of several lists, which are parts themselves.
  const codeOf = async (name) => {
    const [kind, number] = name.split("/");
    if (Object.hasOwn(codes, name)) return codes[name];
    if (Object.hasOwn(codes, kind)) return codes[kind].substr(number * CODE, CODE);
    const list = await part(`codes/${kind}-${Math.floor(number / PER_LIST)}`, "codes");
    return list.codes.substr((number % PER_LIST) * CODE, CODE);
  };
  const isNamedByCode = (name) => name.startsWith("texts/") && name !== "texts/fences";
  const fetched = async (name) => load(`${folder}${isNamedByCode(name) ? name : `${name}.${await codeOf(name)}`}.json`);
  const bring = async (name, keys) => sound(name, Object.hasOwn(core.parts, name) ? core.parts[name] : await fetched(name), keys);
  const part = (name, ...keys) => keep(parts, name, () => bring(name, keys));
  return { core, size: core.n + core.apps, part, hits: new Map(), columns: new Map(), orders: new Map() };
}

/** The class of a listing: `[first id, status, official, fresh]`. */
export const classOf = ({ classes }, id) => classes.findLast(([first]) => first <= id);
