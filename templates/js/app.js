// What every page gets on top of its HTML. Each part looks for its own element and does nothing where there is none.

import { h, speaker } from "./dom.js";

const { t, parts } = speaker(MESSAGES);

const root = document.documentElement;
root.dataset.js = "";
// What comes by itself. Once it is there the page is marked, for tests and for whoever takes pictures of it.
const coming = [];

// A browser may refuse storage altogether; then choices last as long as the page.
const memory = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {}
  },
};

// Light and dark

const themeButton = document.querySelector("[data-theme-button]");
const THEMES = ["system", "light", "dark"];
function showTheme() {
  const label = t("theme", { scheme: root.dataset.theme || "system" });
  themeButton.setAttribute("aria-label", label);
  themeButton.title = label;
}
if (themeButton) {
  showTheme();
  themeButton.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme || "system") + 1) % 3];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    memory.set("theme", next === "system" ? "" : next);
    showTheme();
  });
}

// Search: the page itself at once, suggestions elsewhere when somebody reaches for the field

const searchPage = document.querySelector("[data-search-page]");
if (searchPage) {
  const started = import("./search_page.js").then(
    (m) => m.start(searchPage),
    // A browser does not fetch a module twice that failed once, but a new page does.
    () => searchPage.append(h("p", null, parts("search-failed-here", { again: h("a", { href: location.href }, t("load-again")), browse: h("a", { href: searchPage.dataset.browse }, t("browse-all-connectors")) }))),
  );
  coming.push(started);
} else {
  for (const form of document.querySelectorAll("form[data-suggest]")) {
    let wanted = false;
    const want = () => {
      if (wanted) return;
      wanted = true;
      // A failed download leaves a plain form, and the next reach tries again.
      import("./suggest.js").then((m) => m.attach(form)).catch(() => (wanted = false));
    };
    form.addEventListener("pointerenter", want);
    form.addEventListener("focusin", want);
    if (form.contains(document.activeElement)) want();
  }
}

const lost = document.querySelector("[data-not-found]");
// A proposal is a courtesy: without it the page is what it was.
if (lost) coming.push(import("./not_found.js").then((m) => m.start(lost)).catch(() => {}));

const compared = document.querySelector("[data-compare]");
if (compared) coming.push(import("./compare.js").then((m) => m.start(compared)).catch(() => compared.append(h("p", null, parts("compare-failed", { again: h("a", { href: location.href }, t("load-again")) })))));

// Copy

let status;
/** Says a text to screen readers, once. */
function announce(text) {
  status ||= document.body.appendChild(h("p.hidden", { role: "status" }));
  status.textContent = "";
  setTimeout(() => (status.textContent = text), 50);
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = t("copied");
      announce(t("copied"));
      setTimeout(() => (button.textContent = t("copy")), 2000);
    } catch {
      // Not allowed here: select the text, so that the visitor's own keys can copy it.
      getSelection().selectAllChildren(source);
    }
  });
}

// Dialogs

/** Opens a dialog that leaves no trace when it is closed; the browser gives the focus back to where it was. */
function open(dialog) {
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
}

for (const list of document.querySelectorAll("[data-shots]")) {
  const links = [...list.querySelectorAll("a")];
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    let at = links.indexOf(link);
    const image = h("img");
    const caption = h("p");
    const show = (n) => {
      at = (n + links.length) % links.length;
      const thumb = links[at].querySelector("img");
      image.src = links[at].href;
      image.alt = thumb.alt;
      const text = links[at].parentElement.querySelector("figcaption")?.textContent || "";
      caption.textContent = links.length > 1 ? t("picture-of", { caption: text, n: at + 1, total: links.length }) : text;
    };
    show(at);
    const step = (n, label) => links.length > 1 && h("button.button", { type: "button", onclick: () => show(at + n) }, label);
    const dialog = h("dialog.dialog.lightbox", { "aria-label": t("screenshot") }, image, caption, h("div.dialog-buttons", null, step(-1, t("previous")), step(1, t("next")), h("button.button", { type: "button", onclick: () => dialog.close() }, t("close"))));
    dialog.addEventListener("keydown", ({ key }) => {
      const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      if (key === "ArrowLeft" || key === "ArrowRight") show(at + (key === forward ? 1 : -1));
    });
    open(dialog);
  });
}

// Keys. They can be switched off, because a single letter may be a command of somebody's speech software.

const keysOn = () => memory.get("keys") !== "off";
function showKeys() {
  const box = h("input", { type: "checkbox", checked: keysOn(), onchange: () => memory.set("keys", box.checked ? "" : "off") });
  const row = (key, what) => [h("dt", null, h("kbd", null, key)), h("dd", null, what)];
  const dialog = h(
    "dialog.dialog",
    { "aria-labelledby": "keys-title" },
    h("h2", { id: "keys-title" }, t("shortcuts")),
    h("dl", null, row("/", t("shortcut-search")), row("?", t("shortcut-list")), row("Esc", t("shortcut-escape"))),
    h("label", null, box, t("use-shortcuts")),
    h("div.dialog-buttons", null, h("button.button", { type: "button", onclick: () => dialog.close() }, t("close"))),
  );
  open(dialog);
}
document.querySelector("[data-shortcuts]")?.addEventListener("click", showKeys);
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.("input, textarea, select, dialog, [contenteditable]") || !keysOn()) return;
  if (event.key === "/") {
    const input = document.querySelector("form[data-suggest] input");
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  } else if (event.key === "?") {
    event.preventDefault();
    showKeys();
  }
});

Promise.all(coming).then(() => (root.dataset.ready = ""));
