// On the 404 page: what the address nearly says, looked up like a search.

import { h, picture, fetchIndex } from "./dom.js";
import { load, search } from "./search.js";

export async function start(place) {
  const { index: url, root } = place.dataset;
  const segment = location.pathname.split("/").filter(Boolean).pop() || "";
  let text;
  try {
    text = decodeURIComponent(segment).replace(/\.\w+$/, "");
  } catch {
    return;
  }
  const index = load(await fetchIndex(url));
  // Fewer and fewer words, until something fits.
  for (let words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean); words.length; words.pop()) {
    const { ids } = search(index, { q: words.join(" ") });
    if (!ids.length) continue;
    const rows = ids.slice(0, 3).map((i) => h("li.tile-line", null, picture(index, i, root, 32), h("a", { href: `${root}listings/${index.slugs[i]}/`, dir: "auto" }, index.names[i])));
    place.append(h("p", null, "Did you mean:"), h("ul", null, rows));
    return;
  }
}
