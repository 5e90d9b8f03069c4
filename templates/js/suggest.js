// Suggestions under a search field: an editable combobox with a list, after the ARIA Authoring Practices. The keyboard stays in
// the field; the list only says which row is active. Loaded when somebody reaches for the field.

import { h, marked, picture, monogram, fetchIndex } from "./dom.js";
import { load, search, highlight } from "./search.js";

export function attach(form) {
  const input = form.elements.q;
  const { index: url, root } = form.dataset;
  const id = input.id + "-list";
  const list = h("ul.suggest", { id, role: "listbox", "aria-label": "Suggestions", hidden: true });
  form.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" })) input.setAttribute(name, value);

  let rows = [];
  let active = -1;
  let index = null;

  function close() {
    list.hidden = true;
    list.replaceChildren();
    rows = [];
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function activate(n) {
    rows[active]?.setAttribute("aria-selected", "false");
    active = n;
    const row = rows[n];
    if (!row) return input.removeAttribute("aria-activedescendant");
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", row.id);
  }

  function go(row, newTab) {
    if (newTab) window.open(row.dataset.url, "_blank", "noopener");
    else location.assign(row.dataset.url);
  }

  function option(href, image, name, note) {
    const row = h("li", { id: `${id}-${rows.length}`, role: "option", "aria-selected": "false", "data-url": href }, image, h("span", { dir: "auto" }, name), note && h("span.quiet", null, note));
    rows.push(row);
    return row;
  }

  function show() {
    const q = input.value.trim();
    if (!index || !q || document.activeElement !== input) return close();
    const result = search(index, { q });
    const matching = new Map();
    for (const i of result.ids) matching.set(index.apps[i], (matching.get(index.apps[i]) || 0) + 1);
    rows = [];
    active = -1;
    const apps = [...matching]
      .filter(([a]) => result.tokens.every((t) => index.appFields[a].words.includes(" " + t)))
      .sort(([a], [b]) => (b === result.app) - (a === result.app))
      .slice(0, 3)
      .map(([a, n]) => {
        const { slug, name } = index.app_table[a];
        const hue = index.app_table[a].hue ?? index.hues[index.apps.indexOf(a)];
        return option(`${root}apps/${slug}/`, monogram(name, hue, 32), marked(highlight(name, result.tokens)), n === 1 ? "App, 1 connector" : `App, ${n} connectors`);
      });
    const listings = result.ids.slice(0, 6).map((i) => option(`${root}listings/${index.slugs[i]}/`, picture(index, i, root, 32), marked(highlight(index.names[i], result.tokens)), index.app_table[index.apps[i]].name));
    const all = option(`${form.action}?q=${encodeURIComponent(q)}`, null, `Search for “${q}”`, String(result.total));
    list.replaceChildren(...apps, ...listings, all);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    input.removeAttribute("aria-activedescendant");
  }

  const start = () =>
    fetchIndex(url).then((json) => {
      index ||= load(json);
      show();
    }, close);

  input.addEventListener("input", () => (index ? show() : start()));
  input.addEventListener("focus", start);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.isComposing) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return show();
      // One more stop than there are rows: the field itself, with nothing chosen.
      const stops = rows.length + 1;
      activate(((active + 1 + (key === "ArrowDown" ? 1 : -1) + stops) % stops) - 1);
    } else if (key === "Enter" && rows[active]) {
      event.preventDefault();
      go(rows[active], event.ctrlKey || event.metaKey);
    } else if (key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  // Before the field loses the focus and the list with it.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = event.target.closest("li");
    if (row) go(row, event.ctrlKey || event.metaKey);
  });
  start();
}
