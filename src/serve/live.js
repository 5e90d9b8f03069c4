// Reloads the page when it has changed, takes on new styles as they come, and lays the report over the page while something is broken.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  #pressmark-report { position: fixed; inset: auto 0 0 0; max-height: 60vh; margin: 0; overflow: auto; z-index: 2147483647;
    background: #1c1417; color: #ffe9e6; border-block-start: 4px solid #ff6b5e; padding: 1rem 1.25rem; font: 13px/1.5 ui-monospace, monospace; }
  #pressmark-report pre { margin: 0; white-space: pre; font: inherit; background: none; color: inherit; border: 0; padding: 0; }
  #pressmark-report button { position: sticky; float: inline-end; inset-block-start: 0; font: inherit; color: inherit; background: #45262a; border: 1px solid #ff6b5e;
    border-radius: 6px; padding: .25rem .75rem; min-height: 32px; cursor: pointer; }`);
document.adoptedStyleSheets.push(sheet);

const close = () => document.getElementById("pressmark-report")?.remove();

function report(text) {
  close();
  if (!text) return;
  const box = document.createElement("section");
  box.id = "pressmark-report";
  box.setAttribute("aria-label", "Problems in the content");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Close";
  button.addEventListener("click", close);
  const pre = document.createElement("pre");
  pre.textContent = text;
  box.append(button, pre);
  document.body.append(box);
}

addEventListener("keydown", (event) => event.key === "Escape" && close());

// The first stylesheet is the built-in one, the second the theme's; one that is on its way stands behind the one it replaces.
document.querySelectorAll('link[rel="stylesheet"]').forEach((link, n) => (link.dataset.sheet = n));
const linksTo = (sheet) => [...document.querySelectorAll(`link[data-sheet="${sheet}"]`)];

/** Puts `style` in the place of the sheet with the number `sheet`, which stays until the new one has arrived: the page is never bare. */
function restyle(sheet, style) {
  const last = linksTo(sheet).at(-1);
  if (!last || !style || last.href === new URL(style.url, location.href).href) return;
  const next = document.createElement("link");
  next.rel = "stylesheet";
  next.crossOrigin = "anonymous";
  next.integrity = style.integrity;
  next.href = style.url;
  next.dataset.sheet = sheet;
  next.addEventListener("load", () => {
    const links = linksTo(sheet);
    links.slice(0, links.indexOf(next)).forEach((link) => link.remove());
  });
  // It may have been replaced once more before it came.
  next.addEventListener("error", () => next.remove());
  last.after(next);
}

function takeOn(look) {
  restyle(0, look.css);
  restyle(1, look.operator_css);
  const icon = document.querySelector('link[rel="icon"]');
  const before = icon?.getAttribute("href");
  for (const image of document.querySelectorAll(".brand img")) {
    if (image.getAttribute("src") === before) image.src = look.favicon_url;
  }
  icon?.setAttribute("href", look.favicon_url);
  document.querySelectorAll('meta[name="theme-color"]').forEach((meta, n) => (meta.content = look.frame[n]));
}

let seen = null;
const events = new EventSource("/__live");
events.addEventListener("state", (event) => {
  const { pages, look, remarks } = JSON.parse(event.data);
  if (seen !== null && seen !== pages) return location.reload();
  seen = pages;
  takeOn(look);
  report(remarks);
  document.documentElement.dataset.live = pages;
});
// Leaving the connection open keeps the page out of the back/forward cache.
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", (event) => event.persisted && location.reload());
