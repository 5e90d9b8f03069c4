// The panel of filters beside the results: groups of checkboxes, each with what it would show. Is told what is chosen and what
// the engine counted; knows neither the address nor the engine.

import { fill, h, speaker } from "./dom.js";
import { fold } from "./words.js";

const { t } = speaker(MESSAGES);

// A group shows this many values until somebody asks for all of them, …
const SHORT = 8;
// … has a field to find a value by its name when there are more than this, …
const MANY = 15;
// … and never puts more than this into the page.
const MOST = 200;

// Open from the start. The counts of the others are not even fetched until somebody looks at them.
const OPEN = ["tag", "source", "access"];

/** The first `most` of `items` by `compare`, without sorting all of them. */
function first(items, most, compare) {
  const top = [];
  for (const item of items) {
    if (top.length === most && compare(item, top[most - 1]) >= 0) continue;
    let at = top.length;
    while (at > 0 && compare(item, top[at - 1]) < 0) at--;
    top.splice(at, 0, item);
    if (top.length > most) top.pop();
  }
  return top;
}

/** One group. `on.choose(group, value, isChosen)` is told of choices, `on.look()` when its counts are wanted. */
class Group {
  rows = new Map();
  values = null;
  shown = [];
  // The numbers by which a long group is ordered: those of the words, whatever is chosen since. A value never moves under the pointer.
  ranking = new Map();
  rankedFor = null;
  kept = new Set();
  chosen = [];
  counts = null;
  all = false;

  constructor(name, size, on) {
    Object.assign(this, { name, on, isLong: size > SHORT + 1, isOpen: OPEN.includes(name) });
    const title = t("facet-" + name);
    this.list = h("ul");
    this.more = h("button", { type: "button", hidden: true, onclick: () => ((this.all = !this.all), this.arrange()) });
    this.field = size > MANY && h("input.facet-find", { type: "text", "aria-label": t("find-in", { group: title }), placeholder: t("find"), autocomplete: "off", spellcheck: "false", oninput: () => this.arrange(), onkeydown: (event) => this.clear(event) });
    this.note = h("p.quiet", { hidden: true });
    this.el = h("details.facet", { open: this.isOpen }, h("summary", null, title), h("fieldset", null, h("legend.hidden", null, title), this.field, this.list, this.note, this.more));
    this.el.addEventListener("toggle", () => {
      if (this.el.open === this.isOpen) return;
      this.isOpen = this.el.open;
      if (this.isOpen) on.look();
    });
  }

  clear(event) {
    if (event.key !== "Escape" || !this.field.value) return;
    event.preventDefault();
    this.field.value = "";
    this.arrange();
  }

  /** Every value the group can have, in alphabetical order, once: they do not change. */
  know(labels) {
    this.values ||= [...labels].map(([value, label], place) => ({ value, label, place, plain: fold(label) }));
  }

  /** Shows what is chosen, and how many listings each value would show; `counts` is null while that is not known. */
  show(chosen, counts, words) {
    if (chosen.length && !this.chosen.length && !this.isOpen) this.isOpen = this.el.open = true;
    this.chosen = chosen;
    this.counts = counts;
    if (counts && words !== this.rankedFor) {
      this.rankedFor = words;
      this.ranking = counts;
      this.kept.clear();
    }
    for (const value of chosen) this.kept.add(value);
    if (this.values) this.arrange();
  }

  /** Puts the right values into the list: the first of a long group and all that were chosen, those with a certain name, or all. */
  arrange() {
    const text = fold(this.field ? this.field.value.trim() : "");
    const count = (item) => this.ranking.get(item.value) || 0;
    const compare = this.isLong ? (a, b) => count(b) - count(a) || a.place - b.place : (a, b) => a.place - b.place;
    const fitting = text ? this.values.filter((item) => item.plain.includes(text)) : this.values;
    const shown = first(fitting, this.isLong && !text && !this.all ? SHORT : MOST, compare);
    if (!text) shown.push(...this.values.filter((item) => this.kept.has(item.value) && !shown.includes(item)));

    this.more.hidden = !this.isLong || text !== "";
    this.more.setAttribute("aria-expanded", String(this.all));
    this.more.textContent = this.all ? t("show-fewer") : t("show-all", { n: this.values.length });
    const isCut = fitting.length > MOST && (text || this.all);
    this.note.textContent = isCut ? t("first-of", { shown: MOST, n: fitting.length }) : shown.length ? "" : t("no-such-value");
    this.note.hidden = !this.note.textContent;

    if (shown.length !== this.shown.length || shown.some((item, k) => item !== this.shown[k])) {
      const focused = document.activeElement;
      this.shown = shown;
      fill(this.list, shown.map((item) => this.row(item).el));
      // Moving an element takes the focus from it.
      if (this.list.contains(focused)) focused.focus({ preventScroll: true });
    }
    this.count();
  }

  count() {
    for (const { value } of this.shown) {
      const { el, box, n } = this.rows.get(value);
      const found = this.counts && (this.counts.get(value) || 0);
      const isChosen = this.chosen.includes(value);
      const text = found === null ? "" : t("number", { n: found });
      if (box.checked !== isChosen) box.checked = isChosen;
      if (n.textContent !== text) n.textContent = text;
      el.classList.toggle("none", found === 0);
    }
  }

  row({ value, label }) {
    if (!this.rows.has(value)) {
      const box = h("input", { type: "checkbox", onchange: () => this.on.choose(this.name, value, box.checked) });
      const n = h("span.n");
      this.rows.set(value, { el: h("li", null, h("label", null, box, h("span", { dir: "auto" }, label), n)), box, n });
    }
    return this.rows.get(value);
  }
}

/**
 * The whole panel, for the groups of `sizes` (`[["tag", 37], …]`, in order). `on.choose(group, value, isChosen)` is told of choices,
 * `on.look()` when more counts are wanted, `on.done()` when a visitor on a small screen wants to see the results.
 */
export function facetPanel(sizes, on) {
  const wide = matchMedia("(width >= 60rem)");
  const groups = sizes.map(([name, size]) => new Group(name, size, on));
  const title = h("summary", null, t("filters"));
  const done = h("button.button.button-primary.facets-done", { type: "button", onclick: () => ((el.open = false), on.done()) });
  const el = h("details.fold", { open: wide.matches }, title, groups.map((group) => group.el), done);
  let isOpen = el.open;
  el.addEventListener("toggle", () => {
    if (el.open === isOpen) return;
    isOpen = el.open;
    if (isOpen) on.look();
  });
  wide.addEventListener("change", () => (el.open = wide.matches));

  return {
    el,
    /** The groups whose counts are in sight. */
    visible: () => (el.open ? groups.filter((group) => group.isOpen).map((group) => group.name) : []),
    /** Shows a state and what was found for it: `values` and `counts` have a map for each group that is known. */
    show(state, { total, words, values, counts }) {
      for (const group of groups) {
        if (values[group.name]) group.know(values[group.name]);
        group.show(state[group.name], counts[group.name] || null, words);
      }
      const n = groups.reduce((sum, group) => sum + state[group.name].length, 0);
      title.textContent = n ? t("filters-n", { n }) : t("filters");
      done.textContent = t("show-connectors", { n: total });
    },
    /** Takes back every number: they belong to an answer that is no longer the asked one. */
    blank() {
      for (const group of groups) {
        group.counts = null;
        group.count();
      }
    },
  };
}
