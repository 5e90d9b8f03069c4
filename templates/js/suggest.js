// Suggestions under a search field: an editable combobox with a list, after the ARIA Authoring Practices. The keyboard stays in
// the field; the list only says which row is active. Loaded when somebody reaches for the field.

import { h, clip, marked, picture, speaker } from "./dom.js";
import { open, highlight } from "./search.js";

const { t } = speaker(MESSAGES);
const LISTINGS = 6;

export function attach(form) {
  const input = form.elements.q;
  const { index: url, root } = form.dataset;
  const id = input.id + "-list";
  const list = h("ul.suggest", { id, role: "listbox", "aria-label": t("suggestions"), hidden: true });
  form.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" })) input.setAttribute(name, value);

  let rows = [];
  let active = -1;
  // Each question has a number: an answer to an older one than the latest is not shown.
  let asked = 0;

  function close() {
    asked++;
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

  const option = (href, image, name, note, lang) => h("li", { role: "option", "aria-selected": "false", "data-url": href }, image, h("span", { dir: "auto", lang }, name), note && h("span.quiet", { dir: "auto" }, note));

  async function answer(q, turn) {
    const engine = await open(url);
    const { ids, apps, total, words } = await engine.find({ q });
    if (turn !== asked) return [];
    const found = await engine.rows([...apps, ...ids.slice(0, LISTINGS)]);
    const suggested = found.map((row, k) => {
      const isApp = k < apps.length;
      const note = isApp ? t("app-connectors", { n: row.n }) : (row.app?.[1] ?? "");
      return option(`${root}${isApp ? "apps" : "listings"}/${row.slug}/`, picture(row, root, 32), marked(highlight(row.name, words)), note, row.lang);
    });
    return [...suggested, option(`${form.action}?${new URLSearchParams({ q })}`, null, t("search-for", { query: clip(q) }), t("number", { n: total }))];
  }

  async function show() {
    const q = input.value.trim();
    if (!q || document.activeElement !== input) return close();
    const turn = ++asked;
    let answered;
    try {
      answered = await answer(q, turn);
    } catch {
      // Suggestions are a shortcut: without them the form still works.
      if (turn === asked) close();
      return;
    }
    if (turn !== asked) return;
    rows = answered;
    rows.forEach((row, n) => (row.id = `${id}-${n}`));
    active = -1;
    list.replaceChildren(...rows);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
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
  // The index travels while the first letters are typed.
  open(url).catch(() => {});
  show();
}
