// The page that shows listings side by side. Its address says which, and the window remembers them; what it shows is the published data.

import { h, speaker } from "./dom.js";

const { t, parts } = speaker(MESSAGES);
const day = (iso) => t("date-short", { day: Number(iso.slice(8)), month: Number(iso.slice(5, 7)), year: iso.slice(0, 4) });

const STATES = { deprecated: t("deprecated"), suspended: t("suspended") };
const SOURCES = { open: t("open"), closed: t("closed") };
const MODES = { direct: t("direct"), request: t("on-request") };

// A browser may refuse storage altogether; then the address alone says what is compared.
const memory = {
  get() {
    try {
      return (sessionStorage.getItem("compare") || "").split(" ").filter(Boolean);
    } catch {
      return [];
    }
  },
  set(slugs) {
    try {
      sessionStorage.setItem("compare", slugs.join(" "));
    } catch {}
  },
};

/** The listing `slug`, or nothing if it cannot be shown. */
async function load(address, slug, isMoved) {
  const url = `${address}${slug}.json`;
  const answer = await fetch(url);
  const listing = answer.ok ? await answer.json() : {};
  if (listing.moved_to && !isMoved) return load(address, listing.moved_to, true);
  // What is said of one that is gone has no tags.
  return listing.tags && { names: { tags: [], regions: [], auth: [] }, ...listing };
}

const list = (items) => items.length > 0 && h("ul.plain", null, items.map((item) => h("li", null, item)));
const link = (href, name) => h("a", { href, dir: "auto" }, name);
const names = (operations, lang) => list(operations.map(({ name }) => h("span", { dir: "auto", lang }, name)));

/** What is compared, each with what a listing says of it. */
const rows = (root) => [
  [t("overview"), (l) => l.summary && h("span", { dir: "auto", lang: l.language }, l.summary)],
  [t("app"), (l) => l.names.app && link(`${root}apps/${l.app}/`, l.names.app)],
  [t("publisher"), (l) => l.names.publisher && link(`${root}publishers/${l.publisher}/`, l.names.publisher)],
  [t("categories"), (l) => list(l.tags.map((id, n) => link(`${root}tags/${id}/`, l.names.tags[n])))],
  [t("source"), (l) => SOURCES[l.source]],
  [t("access"), (l) => l.install && MODES[l.install.mode]],
  [t("version"), (l) => l.shared],
  [t("updated"), (l) => l.updated && h("time", { datetime: l.updated }, day(l.updated))],
  [t("triggers"), (l) => names(l.triggers, l.language)],
  [t("actions"), (l) => names(l.actions, l.language)],
  [t("authentication"), (l) => list(l.names.auth)],
  [t("regions"), (l) => list(l.names.regions)],
  [t("licence"), (l) => l.license],
  [t("also-needs"), (l) => list(l.depends_on.map(({ slug, name }) => link(`${root}listings/${slug}/`, name)))],
];

/** A row of the table; nothing if no listing says anything, and muted if all say the same. */
function row(label, cells) {
  if (!cells.some(Boolean)) return null;
  const texts = cells.map((cell) => cell?.textContent ?? cell);
  const isSame = texts.length > 1 && texts.every((text) => text === texts[0]);
  return h(isSame ? "tr.same" : "tr", null, h("th", { scope: "row" }, label), cells.map((cell) => h("td", null, cell || "–")));
}

export async function start(page) {
  const { root, listings: address, browse, most } = page.dataset;
  const asked = new URLSearchParams(location.search).getAll("l").filter((slug) => /^[a-z0-9-]{1,64}$/.test(slug));
  // A single one joins those that were chosen before; an address with several names them all.
  const slugs = [...new Set(asked.length > 1 ? asked : [...memory.get(), ...asked])].slice(-most);
  const loaded = await Promise.all(slugs.map((slug) => load(address, slug).catch(() => null)));
  const missing = slugs.filter((_, n) => !loaded[n]);
  const place = page.appendChild(h("div"));
  const status = page.appendChild(h("p.hidden", { role: "status" }));
  // A former slug and the present one are the same listing.
  let compared = [...new Map(loaded.filter(Boolean).map((listing) => [listing.slug, listing])).values()];

  function draw() {
    const chosen = compared.map(({ slug }) => slug);
    memory.set(chosen);
    history.replaceState(null, "", chosen.length ? `?${chosen.map((slug) => `l=${slug}`).join("&")}` : location.pathname);
    const head = compared.map((listing) => h(
      "th",
      { scope: "col" },
      h("a", { href: `${root}listings/${listing.slug}/`, dir: "auto", lang: listing.language }, listing.name),
      STATES[listing.state] && h(`span.badge.badge-${listing.state}`, null, STATES[listing.state]),
      h("button.linkish.needs-js", { type: "button", "aria-label": t("compare-remove-name", { name: listing.name }), onclick: () => remove(listing) }, t("compare-remove")),
    ));
    const body = rows(root).map(([label, say]) => row(label, compared.map(say)));
    const caption = h("caption", { id: "compared" }, t("connectors", { n: compared.length }));
    const table = h("table", null, caption, h("thead", null, h("tr", null, h("td"), head)), h("tbody", null, body));
    place.replaceChildren(
      compared.length ? h("div.table.compare", { role: "region", tabindex: "0", "aria-labelledby": "compared" }, table) : h("p", null, parts("compare-empty", { browse: h("a", { href: browse }, t("browse-all-connectors")) })),
      missing.length ? h("p.aside-note", null, t("compare-missing", { names: missing.join(", ") })) : "",
    );
  }

  function remove(listing) {
    compared = compared.filter((other) => other !== listing);
    draw();
    status.textContent = t("connectors", { n: compared.length });
    (place.querySelector("button") || place.querySelector("a")).focus();
  }

  draw();
}
