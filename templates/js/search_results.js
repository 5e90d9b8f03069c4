// What was found, as elements. Is handed rows and a way to make links that change the state; knows neither the engine nor the address.

import { fill, h, marked, picture, speaker } from "./dom.js";
import { highlight } from "./search.js";

const { t } = speaker(MESSAGES);
const day = (iso) => t("date-short", { day: Number(iso.slice(8)), month: Number(iso.slice(5, 7)), year: iso.slice(0, 4) });

// Milliseconds between the rows in sight and the others: whoever types on does not wait for what nobody sees.
const REST = 100;

const CAUTION = {
  deprecated: [t("deprecated"), t("caution-deprecated")],
  suspended: [t("suspended"), t("caution-suspended")],
};

/** One listing. What depends on the words, and not on the listing alone, is put in by `Cards`. */
function card(row, root, isExact) {
  const badges = [];
  const badge = (kind, text) => badges.push(h("span.badge.badge-" + kind, null, text));
  const [caution, advice] = CAUTION[row.status] || [];
  if (isExact) badge("exact", t("exact-match"));
  if (caution) badge(row.status, caution);
  if (row.official) badge("official", t("official"));
  if (row.access === "request") badge("request", t("on-request"));
  const [by, publisher] = row.publisher || [];
  const { lang } = row;
  const name = h("span");
  const summary = h("p.card-text", { dir: "auto", lang });
  const el = h("li.card", null, h("article", null,
    picture(row, root, 48),
    h("div.card-head", null,
      h("h3.card-name", null, h("a", { href: `${root}listings/${row.slug}/`, dir: "auto", lang }, name)),
      h("p.card-meta", null, publisher && h("a.card-by", { href: `${root}publishers/${by}/`, dir: "auto" }, publisher), badges.slice(0, 3))),
    row.summary && summary,
    advice && h("p.card-advice.advice-" + row.status, null, advice),
    h("p.card-foot", null,
      row.tags.map(([id, label]) => h("a", { href: `${root}tags/${id}/` }, label)),
      row.updated && h("time", { datetime: row.updated }, day(row.updated)))));
  return { el, marks: [{ el: name, text: row.name }, { el: summary, text: row.summary || "" }], isExact };
}

/** The list of what was found. A listing that is found again keeps its card, so that a letter costs only what it changes. */
export class Cards {
  el = h("ul.sheet.cards-rows");
  known = new Map();

  constructor(root) {
    this.root = root;
  }

  /** Forgets the rows that are still to come, and remembers how high the list is. To be called before the page changes, when that costs nothing. */
  hold() {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.later);
    this.height = this.el.offsetHeight;
  }

  /** Shows rows: those in sight now, and unless all have a card, the others when these have been painted, with `then()`. */
  show(rows, { words, exact }, inSight, then) {
    const draw = (row) => this.draw(row, words, row.id === exact);
    const whole = () => {
      fill(this.el, rows.map(draw));
      this.el.style.minBlockSize = "";
      this.known = new Map(rows.map(({ id }) => [id, this.known.get(id)]));
      then();
    };
    if (rows.slice(inSight).every(({ id }) => this.known.has(id))) {
      whole();
      return;
    }
    // As high as before, so that nothing jumps meanwhile.
    this.el.style.minBlockSize = this.height + "px";
    fill(this.el, rows.slice(0, inSight).map(draw));
    this.frame = requestAnimationFrame(() => (this.later = setTimeout(whole, REST)));
  }

  /** The card of a row, with `words` marked in its name and summary. */
  draw(row, words, isExact) {
    let known = this.known.get(row.id);
    if (known?.isExact !== isExact) this.known.set(row.id, (known = card(row, this.root, isExact)));
    for (const mark of known.marks) {
      const parts = highlight(mark.text, words);
      const marks = parts.map(([text, hit]) => text.length + (hit ? "!" : "")).join();
      if (marks !== mark.marks) mark.el.replaceChildren(...marked(parts));
      mark.marks = marks;
    }
    return known.el;
  }
}

/** The app that was asked for by its name, above its listings. */
export const appRow = (row, root) =>
  h("a.app-row", { href: `${root}apps/${row.slug}/` }, picture(row, root, 48), h("span", null, h("strong", { dir: "auto" }, row.name), h("span.quiet", null, t("app-connectors", { n: row.n }))));

/** Links to the other pages. `link(name, change, ...children)` makes one that changes the state. */
export function pager(at, total, perPage, link) {
  const last = Math.ceil(total / perPage);
  if (last < 2) return null;
  const pages = [...new Set([1, at - 2, at - 1, at, at + 1, at + 2, last])].filter((n) => n >= 1 && n <= last);
  const items = [];
  if (at > 1) items.push(h("li", null, link("a", { page: at - 1 }, t("previous"))));
  pages.forEach((n, k) => {
    if (k && n - pages[k - 1] > 1) items.push(h("li.gap", null, "…"));
    const a = link("a", { page: n }, h("span.hidden", null, t("page"), " "), t("number", { n }));
    if (n === at) a.setAttribute("aria-current", "page");
    items.push(h("li", null, a));
  });
  if (at < last) items.push(h("li", null, link("a", { page: at + 1 }, t("next"))));
  return h("nav.pager", { "aria-label": t("pages") }, h("ul", null, items), h("p", null, t("range", { first: (at - 1) * perPage + 1, last: Math.min(total, at * perPage), total })));
}
