// The page /search/. The address is the state: everything shown can be read from it, and back and forward work.

import { h, marked, picture, monogram, fetchIndex } from "./dom.js";
import { GROUPS, load, search, highlight } from "./search.js";

const PER_PAGE = 24;
const SHORT = 8;
const TITLES = { tag: "Category", app: "App", source: "Source", access: "Access", publisher: "Publisher", status: "Status" };
const FIXED = {
  source: [["open", "Open source"], ["closed", "Closed source"]],
  access: [["direct", "Direct"], ["request", "On request"]],
  status: [["active", "Active"], ["deprecated", "Deprecated"], ["suspended", "Suspended"]],
};
const SORTS = [["relevance", "Best match"], ["updated", "Recently updated"], ["new", "Newest"], ["a-z", "A to Z"]];

const plural = (n) => (n === 1 ? "1 connector" : n + " connectors");

/** The address as a state, with what it names that does not exist. */
function read(options) {
  const params = new URLSearchParams(location.search);
  const state = { q: params.get("q") || "", sort: params.get("sort") || "", page: Math.max(1, parseInt(params.get("page"), 10) || 1), unknown: [] };
  for (const g of GROUPS) {
    const given = [...new Set(params.getAll(g))];
    state[g] = given.filter((v) => options[g].has(v));
    state.unknown.push(...given.filter((v) => !options[g].has(v)));
  }
  if (!SORTS.some(([s]) => s === state.sort)) state.sort = "";
  return state;
}

/** The state as an address: always in the same order, without what is usual. */
function write(state) {
  const params = new URLSearchParams();
  if (state.q.trim()) params.set("q", state.q.trim());
  for (const g of GROUPS) for (const v of state[g]) params.append(g, v);
  if (state.sort) params.set("sort", state.sort);
  if (state.page > 1) params.set("page", state.page);
  const text = params.toString();
  return location.pathname + (text ? "?" + text : "");
}

export function start(page) {
  const { index: url, root, browse, request } = page.dataset;
  const heading = page.querySelector("h1");
  const form = document.querySelector("form[data-suggest]");
  const input = form.elements.q;
  const title = document.title;
  const status = h("p.hidden", { role: "status", "aria-atomic": "true" });
  const chips = h("div.chips");
  const facets = h("details.fold", { open: matchMedia("(width >= 60rem)").matches });
  const list = h("div");
  const order = h("select", { id: "sort" });
  const body = h(
    "div.with-side",
    null,
    h("div.side", null, facets),
    h("section", { "aria-labelledby": "results" }, h("h2.hidden", { id: "results", tabindex: "-1" }, "Results"), h("div.list-head", null, chips, h("p.order", null, h("label", { for: "sort" }, "Order"), order)), list),
  );
  page.append(status);

  // The address and the field may differ while the index is on its way: what was typed meanwhile counts.
  const typed = input.value;
  input.value = new URLSearchParams(location.search).get("q") || typed;
  const waiting = h("p.waiting", null, "Loading the catalogue …");
  const slow = setTimeout(() => page.append(waiting), 200);
  form.addEventListener("submit", (event) => event.preventDefault());

  fetchIndex(url).then(load).then(ready, failed);

  function failed() {
    clearTimeout(slow);
    waiting.remove();
    const retry = h("button.button.button-primary", { type: "button", onclick: () => (box.remove(), fetchIndex(url).then(load).then(ready, failed)) }, "Try again");
    const box = h("div.empty", null, h("h2", null, "The catalogue could not be loaded"), h("p", null, "Search needs one file that did not arrive. You can try again, or ", h("a", { href: browse }, "browse all connectors"), "."), retry);
    page.append(box);
    status.textContent = "The catalogue could not be loaded.";
  }

  function ready(index) {
    clearTimeout(slow);
    waiting.remove();
    page.append(body);

    // Every value a group can have, with its label, the frequent first.
    const everything = search(index, {}).counts;
    const labels = {
      tag: index.tag_table.map((t) => [t.id, t.label]),
      app: index.app_table.map((a) => [a.slug, a.name]),
      publisher: index.publisher_table.map((p) => [p.slug, p.name]),
    };
    const options = {};
    for (const g of GROUPS) {
      const all = (FIXED[g] || labels[g]).filter(([v]) => everything[g].has(v));
      if (!FIXED[g]) all.sort((a, b) => everything[g].get(b[0]) - everything[g].get(a[0]) || a[1].localeCompare(b[1]));
      options[g] = new Map(all);
    }

    const boxes = new Map();
    const long = [];
    facets.append(h("summary", null, "Filters"));
    for (const g of GROUPS) {
      // A choice of one is no choice.
      if (options[g].size < 2) continue;
      const rows = [...options[g]].map(([value, label]) => {
        const box = h("input", { type: "checkbox", onchange: () => choose(g, value, box.checked) });
        const n = h("span.n");
        const row = h("li", { "data-value": value }, h("label", null, box, h("span", { dir: "auto" }, label), n));
        boxes.set(g + "=" + value, { box, n, row });
        return row;
      });
      const ul = h("ul", null, rows);
      const more = rows.length > SHORT + 1 && h("button", { type: "button", "aria-expanded": "false", onclick: () => (group.open = !group.open, fold(group)) });
      const group = { g, ul, more, rows, open: false };
      if (more) long.push(group);
      facets.append(h("fieldset.facet", null, h("legend", null, TITLES[g]), ul, more));
    }
    const done = h("button.button.button-primary.facets-done", { type: "button", onclick: () => ((facets.open = false), document.getElementById("results").focus()) });
    facets.append(done);
    order.append(...SORTS.map(([value, label]) => h("option", { value }, label)));

    let state = read(options);
    if (input.value.trim() !== state.q.trim()) state = { ...state, q: input.value, page: 1 };
    else input.value = state.q;

    let saying = 0;
    let typing = 0;
    let frame = 0;

    /** Shows the first values of a long group, all that are chosen, or everything. */
    function fold({ ul, more, open }) {
      [...ul.children].forEach((row, k) => (row.hidden = !open && k >= SHORT && !row.querySelector("input").checked));
      more.setAttribute("aria-expanded", String(open));
      more.textContent = open ? "Show fewer" : `Show all ${ul.children.length}`;
    }

    /** Brings the values that fit the words to the top of the long groups. Only when the words change: a value never moves under the pointer. */
    let sorted_for = null;
    function rearrange(counts) {
      if (state.q === sorted_for) return;
      sorted_for = state.q;
      for (const { g, ul, rows } of long) {
        const count = (row) => counts[g].get(row.dataset.value) || 0;
        ul.append(...[...rows].sort((a, b) => count(b) - count(a)));
      }
    }

    /** Makes a step that "back" undoes. */
    function commit(change) {
      clearTimeout(typing);
      state = { ...state, page: 1, unknown: [], ...change };
      const to = write(state);
      if (to !== location.pathname + location.search) history.pushState(null, "", to);
      render();
    }

    const without = (g, v) => ({ [g]: state[g].filter((x) => x !== v) });
    const nothing = () => Object.fromEntries(GROUPS.map((g) => [g, []]));
    const choose = (g, v, on) => commit(on ? { [g]: [...state[g], v] } : without(g, v));
    const applied = () => GROUPS.flatMap((g) => state[g].map((v) => [g, v, options[g].get(v)]));

    /** A link that changes the state; opened in a new tab it leads to the same place. */
    function link(name, change, ...children) {
      return h(name, {
        href: write({ ...state, page: 1, ...change }),
        onclick(event) {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          commit(change);
          if (change.page) {
            const at = document.getElementById("results");
            at.focus({ preventScroll: true });
            scrollTo(0, 0);
          }
        },
      }, ...children);
    }

    function describe(total) {
      const n_filters = applied().length;
      const q = state.q.trim();
      return plural(total) + (q ? ` for “${q}”` : "") + (n_filters ? ` with ${n_filters} filter${n_filters > 1 ? "s" : ""}` : "");
    }

    function card(i, result) {
      const badges = [];
      const badge = (kind, text) => badges.push(h("span.badge.badge-" + kind, null, text));
      if (i === result.exact) badge("exact", "Exact match");
      if (index.status[i] === "d") badge("deprecated", "Deprecated");
      if (index.status[i] === "s") badge("suspended", "Suspended");
      if (index.official[i] === "1") badge("official", "Official");
      if (index.access[i] === "r") badge("request", "On request");
      const by = index.publisher_table[index.publishers[i]];
      const updated = index.updated[i];
      return h("li.card", null, h("article", null,
        picture(index, i, root, 48),
        h("div.card-head", null,
          h("h3.card-name", null, h("a", { href: `${root}listings/${index.slugs[i]}/`, dir: "auto" }, h("span", null, marked(highlight(index.names[i], result.tokens))))),
          h("p.card-meta", null, by && h("a.card-by", { href: `${root}publishers/${by.slug}/`, dir: "auto" }, by.name), badges.slice(0, 3))),
        index.summaries[i] && h("p.card-text", { dir: "auto" }, marked(highlight(index.summaries[i], result.tokens))),
        h("p.card-foot", null,
          index.tags[i].slice(0, 3).map((t) => h("a", { href: `${root}tags/${index.tag_table[t].id}/` }, index.tag_table[t].label)),
          updated && h("time", { datetime: updated }, day(updated)))));
    }

    function pager(total) {
      const last = Math.ceil(total / PER_PAGE);
      if (last < 2) return null;
      const at = state.page;
      const pages = [...Array(last).keys()].map((n) => n + 1).filter((n) => n === 1 || n === last || Math.abs(n - at) < 3);
      const items = [];
      if (at > 1) items.push(h("li", null, link("a", { page: at - 1 }, "Previous")));
      pages.forEach((n, k) => {
        if (k && n - pages[k - 1] > 1) items.push(h("li.gap", null, "…"));
        const a = link("a", { page: n }, h("span.hidden", null, "Page "), String(n));
        if (n === at) a.setAttribute("aria-current", "page");
        items.push(h("li", null, a));
      });
      if (at < last) items.push(h("li", null, link("a", { page: at + 1 }, "Next")));
      return h("nav.pager", { "aria-label": "Pages" }, h("ul", null, items), h("p", null, `${(at - 1) * PER_PAGE + 1}–${Math.min(total, at * PER_PAGE)} of ${total}`));
    }

    /** Never a blank area: every way out, with what it leads to. */
    function empty() {
      const ways = applied().map(([g, v, label]) => {
        const n = search(index, { ...state, ...without(g, v) }).total;
        return n > 0 && h("li", null, link("a.chip", without(g, v), `Without “${label}”`, h("span.n", null, n)));
      });
      const all = applied().length > 1 && search(index, { q: state.q }).total;
      const ask = request && state.q.trim() && request + (request.includes("?") ? "&" : "?") + "title=" + encodeURIComponent(state.q.trim());
      const tags = [...options.tag].slice(0, SHORT);
      return h("div.empty", null,
        h("p", null, ways.some(Boolean) ? "Nothing fits all of this at once. Remove a filter:" : "Try fewer or shorter words, or start from a category."),
        ways.some(Boolean) && h("ul", null, ways, all > 0 && h("li", null, link("a.chip", nothing(), "Without any filter", h("span.n", null, all)))),
        h("ul", null, tags.map(([v, label]) => h("li", null, link("a.chip", { ...nothing(), q: "", tag: [v] }, label, h("span.n", null, everything.tag.get(v)))))),
        ask && h("p", null, h("a.button", { href: ask, rel: "noopener" }, "Request this connector")));
    }

    function render() {
      if (input.value.trim() !== state.q.trim()) input.value = state.q;
      const result = search(index, state);
      const last = Math.max(1, Math.ceil(result.total / PER_PAGE));
      state.page = Math.min(state.page, last);
      const text = describe(result.total);
      const asked = state.q.trim() || applied().length;
      heading.textContent = asked ? (result.total ? text : "No connectors" + text.slice("0 connectors".length)) : "Search";
      document.title = asked ? heading.textContent + " – " + title : title;

      for (const [key, { box, n, row }] of boxes) {
        const [g, v] = key.split("=");
        const count = result.counts[g].get(v) || 0;
        box.checked = state[g].includes(v);
        n.textContent = count;
        row.classList.toggle("none", !count);
      }
      rearrange(result.counts);
      long.forEach(fold);
      const n_filters = applied().length;
      facets.firstChild.textContent = n_filters ? `Filters (${n_filters})` : "Filters";
      done.textContent = `Show ${plural(result.total)}`;

      order.options[0].hidden = order.options[0].disabled = !result.tokens.length;
      order.value = state.sort && (state.sort !== "relevance" || result.tokens.length) ? state.sort : result.tokens.length ? "relevance" : "updated";

      chips.replaceChildren(
        ...applied().map(([g, v, label]) => link("a.chip", without(g, v), h("span.hidden", null, "Remove "), label)),
        ...(n_filters > 1 ? [link("a.chip.chip-clear", nothing(), "Clear all")] : []),
        ...(state.unknown.length ? [h("p.quiet", null, `Left out, because the catalogue does not know it: ${state.unknown.join(", ")}`)] : []),
      );

      const found = index.app_table[result.app];
      const shown = result.ids.slice((state.page - 1) * PER_PAGE, state.page * PER_PAGE);
      list.replaceChildren(
        ...[
          found && state.page === 1 && h("a.app-row", { href: `${root}apps/${found.slug}/` }, monogram(found.name, found.hue ?? index.hues[index.apps.indexOf(result.app)], 48), h("span", null, h("strong", { dir: "auto" }, found.name), h("span.quiet", null, "App, " + plural(everything.app.get(found.slug) || 0)))),
          result.total ? h("ul.sheet.cards-rows", null, shown.map((i) => card(i, result))) : empty(),
          pager(result.total),
        ].filter(Boolean),
      );

      // Only the number, and only when the visitor pauses: nobody wants each letter read aloud.
      clearTimeout(saying);
      saying = setTimeout(() => {
        status.textContent = "";
        requestAnimationFrame(() => (status.textContent = text));
      }, 700);
    }

    input.addEventListener("input", () => {
      state = { ...state, q: input.value, page: 1 };
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(render);
      clearTimeout(typing);
      typing = setTimeout(() => history.replaceState(null, "", write(state)), 300);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && input.value) {
        event.preventDefault();
        commit({ q: "" });
      }
    });
    form.addEventListener("submit", () => commit({ q: input.value }));
    order.addEventListener("change", () => commit({ sort: order.value === (state.q.trim() ? "relevance" : "updated") ? "" : order.value }));
    addEventListener("popstate", () => {
      clearTimeout(typing);
      state = read(options);
      input.value = state.q;
      render();
    });
    render();
  }
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const day = (iso) => `${Number(iso.slice(8))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
