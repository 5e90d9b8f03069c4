// Reloads the page when the site has changed, and lays the report over it while something is broken.
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

let seen = null;
const events = new EventSource("/__live");
events.addEventListener("state", (event) => {
  const { version, remarks } = JSON.parse(event.data);
  if (seen !== null && seen !== version) return location.reload();
  seen = version;
  report(remarks);
});
// Leaving the connection open keeps the page out of the back/forward cache.
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", (event) => event.persisted && location.reload());
