// On the 404 page: what the address nearly says, looked up like a search.

import { h, picture, speaker } from "./dom.js";
import { open } from "./search.js";

const { t } = speaker(MESSAGES);

// Addresses may be of any length and any kind; the words of a name are few.
const MOST_WORDS = 8;

export async function start(place) {
  const { index: url, root } = place.dataset;
  const segment = location.pathname.split("/").filter(Boolean).pop() || "";
  let text;
  try {
    text = decodeURIComponent(segment).replace(/\.\w+$/, "");
  } catch {
    return;
  }
  const engine = await open(url);
  // Fewer and fewer words, until something fits.
  for (let words = text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean).slice(0, MOST_WORDS); words.length; words.pop()) {
    const { ids } = await engine.find({ q: words.join(" ") });
    if (!ids.length) continue;
    const rows = await engine.rows(ids.slice(0, 3));
    const links = rows.map((row) => h("li.tile-line", null, picture(row, root, 32), h("a", { href: `${root}listings/${row.slug}/`, dir: "auto" }, row.name)));
    place.append(h("p", null, t("did-you-mean-colon")), h("ul", null, links));
    return;
  }
}
