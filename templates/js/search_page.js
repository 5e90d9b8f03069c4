// The page /search/. The address is the state: everything shown can be read from it, and back and forward work. Every change of the
// state asks the engine anew; what is painted is always the answer to the latest question, in one go.

import { clip, fill, h, picture, speaker } from "./dom.js";
import { GROUPS, open } from "./search.js";
import { facetPanel } from "./search_panel.js";
import { Cards, appRow, pager } from "./search_results.js";
import { SORTS, chosen, read, unfiltered, without, write } from "./search_state.js";

const { t, parts } = speaker(MESSAGES);
const LABELS = { relevance: t("sort-relevance"), updated: t("order-updated"), new: t("order-new"), "a-z": t("sort-a-z") };
const PER_PAGE = 24;
// Pixels: no row is lower than this.
const ROW = 120;
const N_CATEGORIES = 8;
// Milliseconds: until the address follows what is typed, until waiting is mentioned, until a change is said to screen readers.
const TYPING = 300;
const PATIENCE = 200;
const PAUSE = 700;

/** Brings the page to life; the promise is kept when it shows its first answer, or that there is none. */
export function start(page) {
  const { index: url, root, browse, az, request } = page.dataset;
  const heading = page.querySelector("h1");
  const form = document.querySelector("form[data-suggest]");
  const input = form.elements.q;
  const title = document.title;
  const status = h("p.hidden", { role: "status", "aria-atomic": "true" });
  const chips = h("div.chips");
  const notes = h("div.notes");
  const list = h("div");
  const cards = new Cards(root);
  // Without a date on any listing there is no order by dates.
  const isDated = "dated" in page.dataset;
  const usual = isDated ? "updated" : "a-z";
  const sorts = SORTS.filter((value) => isDated || value === "relevance" || value === "a-z");
  const order = h("select", { id: "sort" }, sorts.map((value) => h("option", { value }, LABELS[value])));
  const results = h("h2.hidden", { id: "results", tabindex: "-1" }, t("results"));
  page.append(status, list);

  let state = read(location.search);
  // What the address names and the catalogue does not have, until the next choice.
  let unknown = [];
  // Whether the words were sent off with Enter, here or on another page: then `publisher:acme` in them becomes a filter.
  let entered = true;
  // Whether the next words begin a new entry of the history.
  let kept = false;
  // Whether the next paint leads back to the top of the results.
  let toResults = false;

  // Made when the index has arrived.
  let panel;

  const makePanel = ({ facets, silent }) =>
    facetPanel(GROUPS.filter((group) => group in facets && !silent.includes(group)).map((group) => [group, facets[group]]), {
      choose: (group, value, isChosen) => commit(isChosen ? { [group]: [...state[group], value] } : without(state, group, value)),
      look: () => update(),
      done: () => results.focus(),
    });

  // Asking

  let asked = 0;
  let slow = 0;

  async function update() {
    const turn = ++asked;
    slow ||= setTimeout(wait, PATIENCE);
    let view;
    try {
      view = await look(state, () => turn === asked);
    } catch {
      if (turn === asked) fail();
      return;
    }
    if (turn === asked) paint(view);
  }

  /** Everything that is to be seen in a state; nothing is fetched any more for one that is not `wanted` by now. */
  async function look(wanted, isWanted) {
    const engine = await open(url);
    const { facets } = engine.core;
    panel ||= makePanel(engine.core);
    const values = {};
    const know = (groups) => Promise.all(groups.map(async (group) => (values[group] = await engine.values(group))));

    const given = chosen(wanted);
    await know(GROUPS.filter((group) => wanted[group].length && group in facets));
    const stray = given.filter(([group, value]) => !values[group]?.has(value));
    let state = wanted;
    for (const [group, value] of stray) state = { ...state, ...without(state, group, value) };

    const visible = panel.visible();
    const groups = GROUPS.filter((group) => group in facets && (state[group].length || visible.includes(group)));
    const [result] = await Promise.all([engine.find(asking(state), groups), know(groups)]);
    if (entered && Object.keys(result.filters).length) {
      const adopted = await adopt(engine, state, result);
      if (adopted) return { ...(await look(adopted, isWanted)), stray, isAdopted: true };
    }

    if (!isWanted()) return null;

    const last = Math.max(1, Math.ceil(result.total / PER_PAGE));
    state = { ...state, page: Math.min(state.page, last) };
    const ids = result.ids.slice((state.page - 1) * PER_PAGE, state.page * PER_PAGE);
    const hasApp = result.app >= 0 && state.page === 1 && result.total > 0;
    const rows = await engine.rows(hasApp ? [result.app, ...ids] : ids);
    const app = hasApp && rows.shift();
    const ways = result.total === 0 && (await out(engine, state, result));
    return { state, stray, result, values, app, rows, ways };
  }

  /** A state as a question; only the rows of its page are needed. */
  const asking = (state) => ({ ...state, limit: state.page * PER_PAGE });

  /** The state with the filters that stand in its words as filters, or null if one of them does not exist. */
  async function adopt(engine, state, { filters, plain }) {
    const adopted = { ...state, q: plain };
    for (const [group, values] of Object.entries(filters)) {
      const known = group in engine.core.facets && (await engine.values(group));
      if (!known || !values.every((value) => known.has(value))) return null;
      adopted[group] = [...new Set([...state[group], ...values])];
    }
    return adopted;
  }

  /** The ways out of an empty result, with what each would give. */
  async function out(engine, state, result) {
    const count = async (change) => ({ change, n: (await engine.find(asking({ ...state, ...change }))).total });
    const filters = chosen(state);
    const [lifted, all, apps, categories] = await Promise.all([
      Promise.all(filters.slice(0, PER_PAGE).map(async ([group, value]) => ({ group, value, ...(await count(without(state, group, value))) }))),
      filters.length > 1 && count(unfiltered()),
      engine.rows(result.apps),
      largestCategories(engine),
    ]);
    return { lifted: lifted.filter(({ n }) => n), all: all && all.n ? all : null, apps, categories };
  }

  async function largestCategories(engine) {
    if (!("tag" in engine.core.facets)) return [];
    const [labels, { counts }] = await Promise.all([engine.values("tag"), engine.find({ limit: 1 }, ["tag"])]);
    const largest = [...counts.tag].sort(([, a], [, b]) => b - a).slice(0, N_CATEGORIES);
    return largest.map(([value, n]) => ({ value, n, label: labels.get(value) }));
  }

  // Showing

  function wait() {
    list.setAttribute("aria-busy", "true");
    if (list.querySelector(".failed")) return;
    if (!list.children.length) list.append(h("p.waiting", null, t("loading-catalogue")));
    if (panel && page.contains(panel.el)) {
      heading.textContent = t("loading");
      panel.blank();
    }
  }

  function fail() {
    settle();
    cards.hold();
    const again = h("button.button.button-primary", { type: "button", onclick: () => ((again.textContent = t("trying")), update()) }, t("try-again"));
    const ways = { browse: h("a", { href: browse }, t("browse-all-connectors")), az: h("a", { href: az }, t("from-a-to-z")) };
    const hadFocus = list.contains(document.activeElement);
    heading.textContent = t("search");
    notes.replaceChildren();
    panel?.blank();
    list.replaceChildren(
      h("div.empty.failed", null,
        h("h2", null, t("search-failed")),
        h("p", null, navigator.onLine ? parts("part-missing", ways) : parts("offline", ways)),
        again),
    );
    if (hadFocus) again.focus();
    say(t("search-failed-status"));
  }

  function settle() {
    clearTimeout(slow);
    slow = 0;
    list.removeAttribute("aria-busy");
  }

  /** Only the number, and only when the visitor pauses: nobody wants each letter read aloud. */
  let saying = 0;
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(() => {
      status.textContent = "";
      requestAnimationFrame(() => (status.textContent = text));
    }, PAUSE);
  }

  function paint(view) {
    settle();
    const { result, values, app, rows, ways } = view;
    state = view.state;
    entered = false;
    if (view.isAdopted) remember(false);
    if (view.stray.length) unknown = view.stray;
    if (input.value.trim() !== state.q.trim()) input.value = state.q;
    const focused = document.activeElement;
    cards.hold();

    const filters = chosen(state);
    const label = (group, value) => values[group].get(value);
    const words = result.corrected || state.q.trim();
    const isAsking = words || filters.length;
    const said = { n: result.total, words: h("bdi", null, t("quoted", { words: clip(words) })), filters: filters.length };
    const described = words ? (filters.length ? parts("found-for-filtered", said) : parts("found-for", said)) : filters.length ? parts("found-filtered", said) : parts("found", said);
    const text = described.map((part) => part.textContent ?? part).join("");
    heading.replaceChildren(...(isAsking ? described : [t("search")]));
    document.title = isAsking ? t("title", { heading: text, site: title }) : title;

    chips.replaceChildren(
      ...filters.map(([group, value]) => link("a.chip", without(state, group, value), h("span.hidden", null, t("remove"), " "), h("span", { dir: "auto" }, label(group, value)))),
      ...(filters.length > 1 ? [link("a.chip.chip-clear", unfiltered(), t("clear-all"))] : []),
    );
    notes.replaceChildren(...[
      result.corrected && h("p", null, parts("corrected", { words: h("strong", { dir: "auto" }, clip(result.corrected)), typed: link("a", { literal: true }, h("bdi", null, clip(state.q.trim()))) })),
      result.suggestion && h("p", null, parts("did-you-mean", { words: link("a", { q: result.suggestion, literal: false }, h("bdi", null, clip(result.suggestion))) })),
      unknown.length > 0 && h("p", null, parts("unknown-values", { values: h("bdi", null, clip(unknown.map(([, value]) => value).join(t("list-separator")), 120)) })),
    ].filter(Boolean));

    const hasWords = result.words.length > 0;
    order.options[0].hidden = order.options[0].disabled = !hasWords;
    order.value = state.sort || (hasWords ? "relevance" : usual);
    panel.show(state, { total: result.total, words: state.q, values, counts: result.counts });
    const top = [app && appRow(app, root), ways ? empty(view, label) : cards.el].filter(Boolean);
    fill(list, top);
    if (!ways) {
      const inSight = typing ? Math.ceil(innerHeight / ROW) : rows.length;
      cards.show(rows, result, inSight, () => fill(list, [...top, pager(state.page, result.total, PER_PAGE, link)].filter(Boolean)));
    }
    if (!page.contains(panel.el)) {
      page.append(h("div.with-side", null,
        h("div.side", null, panel.el),
        h("section", { "aria-labelledby": "results" }, results, h("div.list-head", null, chips, h("p.order", null, h("label", { for: "sort" }, t("order")), order)), notes, list)));
    }

    // Whoever used something that is gone now goes on at the results.
    if (toResults || (focused !== document.body && !focused.isConnected)) results.focus({ preventScroll: true });
    if (toResults) scrollTo(0, 0);
    toResults = false;
    say(text);
  }

  /** A link that changes the state; opened in a new tab it leads to the same place. */
  function link(name, change, ...children) {
    return h(name, {
      href: location.pathname + write({ ...state, page: 1, ...change }),
      onclick(event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        toResults = "page" in change;
        commit(change);
      },
    }, ...children);
  }

  /** Never a blank area: every way out, with what it leads to. */
  function empty({ ways: { lifted, all, apps, categories } }, label) {
    const words = state.q.trim();
    const way = (change, n, ...text) => h("li", null, link("a.chip", change, ...text, h("span.n", null, t("number", { n }))));
    const ask = request && words && new URL(request, location.href);
    ask && ask.searchParams.set("title", clip(words, 120));
    return h("div.empty", null,
      h("p", null, lifted.length || all ? t("nothing-fits") : t("nothing-found")),
      (lifted.length > 0 || all) && h("ul", null,
        lifted.map(({ group, value, change, n }) => way(change, n, parts("without-value", { value: h("bdi", null, t("quoted", { words: label(group, value) })) }))),
        all && way(all.change, all.n, t("without-filters"))),
      state.literal && words && h("p", null, link("a", { literal: false }, t("nearly-the-same"))),
      apps.length > 0 && h("ul", null, apps.map((row) => h("li.tile-line", null, picture(row, root, 32), h("a", { href: `${root}apps/${row.slug}/`, dir: "auto" }, row.name)))),
      categories.length > 0 && h("ul", null, categories.map(({ value, label, n }) => way({ ...unfiltered(), q: "", literal: false, tag: [value] }, n, h("span", { dir: "auto" }, label)))),
      ask && h("p", null, h("a.button", { href: ask.href, rel: "noopener" }, t("request-connector"))));
  }

  // Changing

  let typing = 0;

  /** Brings the address up to date, as a new entry of the history or in place of the present one. */
  function remember(isNew) {
    clearTimeout(typing);
    typing = 0;
    const to = location.pathname + write(state);
    if (to !== location.pathname + location.search) history[isNew ? "pushState" : "replaceState"](null, "", to);
  }

  /** Makes a step that "back" undoes. */
  function commit(change) {
    flush();
    state = { ...state, page: 1, ...change };
    unknown = [];
    kept = false;
    remember(true);
    update();
  }

  /** Brings the address up to what was typed. */
  function flush() {
    if (!typing) return;
    remember(kept);
    kept = false;
  }

  function typed() {
    state = { ...state, q: input.value, literal: false, page: 1 };
    entered = toResults = false;
    clearTimeout(typing);
    typing = setTimeout(flush, TYPING);
    // At once: when the parts are there, the answer is in the very next frame.
    return update();
  }

  input.addEventListener("input", typed);
  // Whoever leaves the field may be on the way to another page.
  input.addEventListener("blur", flush);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value && !event.isComposing) {
      event.preventDefault();
      commit({ q: "", literal: false });
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    entered = true;
    commit(input.value === state.q ? {} : { q: input.value, literal: false });
    // The words were sent off, so back leads to them even when others are typed next.
    kept = true;
  });
  order.addEventListener("change", () => commit({ sort: order.value === "relevance" || (order.value === usual && order.options[0].disabled) ? "" : order.value }));
  addEventListener("popstate", () => {
    clearTimeout(typing);
    typing = 0;
    state = read(location.search);
    input.value = state.q;
    unknown = [];
    entered = kept = toResults = false;
    update();
  });
  addEventListener("online", () => list.querySelector(".failed") && update());

  // What was typed before this script arrived counts more than the address.
  if (input.value) return typed();
  input.value = state.q;
  return update();
}
