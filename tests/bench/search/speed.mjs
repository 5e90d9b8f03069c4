// How long a key press takes until its results, with the numbers beside the filters, are painted; on a processor slowed down four times.
//
// node tests/bench/search/speed.mjs [--bound MS] [--queries N] [--slower TIMES] SITE…
//
// SITE is what `pressmark build` has written. Opens /search/ in Chromium, types N queries (40) letter by letter, and measures for every letter the time
// from the event's own time stamp (when the key reached the browser) until the frame with the last change it brought has been handed to the screen: each
// change of the page's main part is followed by an animation frame and then by a task, which runs when that frame has been laid out and painted. What is
// only said to screen readers (role="status") does not count, being said after a pause on purpose. The next letter waits until nothing has changed for
// a while, so that every letter pays for itself alone.
//
// - cold: a new tab with an empty cache for every query, so that every part is fetched (from this machine) and read; facets included.
// - warm: everything typed once before in the same tab, then all again, measured.
//
// - floor: a page whose only script shows the letter that was typed: what the browser and this way of measuring need by themselves, on this machine
//   with whatever else it is doing.
//
// Prints the middle, the 95th in a hundred and the worst, until the first frame with results and counts, which is all that is in sight, and until the
// page is whole. Fails when the 95th of the warm run is over `--bound`.

import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { draw } from "./queries.mjs";
import { listingsOf } from "./site.mjs";
import { launch, serve } from "./web.mjs";

const { values: options, positionals: sites } = parseArgs({
  allowPositionals: true,
  options: { bound: { type: "string" }, queries: { type: "string", default: "40" }, slower: { type: "string", default: "4" } },
});

/** Runs in the page before everything else: `keys` holds `{text, start, first, painted, changes}` for every letter. */
function watch() {
  const keys = (globalThis.keys = []);
  globalThis.quietSince = performance.now();
  addEventListener("input", (event) => keys.push({ text: event.target.value, start: event.timeStamp, first: 0, painted: 0, changes: 0 }), true);
  const isSaid = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("[role=status], [aria-live], .suggestions");
  const painted = (key) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      key.painted = performance.now();
      // A page that says it is still waiting shows no answer yet.
      if (!document.querySelector("main [aria-busy=true]")) key.first ||= key.painted;
    };
    requestAnimationFrame(() => port2.postMessage(null));
  };
  globalThis.quiet = (least) =>
    new Promise((done) => {
      const look = () => {
        const [now, key] = [performance.now(), keys.at(-1)];
        const isAnswered = !key || (key.changes ? key.painted && now - key.painted > least : now - key.start > 1500);
        if (isAnswered && now - globalThis.quietSince > least && !document.querySelector("main [aria-busy=true]")) done();
        else setTimeout(look, 25);
      };
      look();
    });
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver((records) => {
      if (records.every((record) => isSaid(record.target))) return;
      globalThis.quietSince = performance.now();
      const key = keys.at(-1);
      if (!key) return;
      key.changes++;
      painted(key);
    }).observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true, attributes: true });
  });
}

/** Types a query; gives the keys, each when the page has been quiet. */
async function type(tab, q) {
  await tab.evaluate(() => {
    const input = document.querySelector("#q");
    input.value = "";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await quiet(tab, 120);
  await tab.evaluate(() => (globalThis.keys.length = 0));
  await tab.focus("#q");
  for (const letter of q) {
    await tab.keyboard.type(letter);
    await quiet(tab, 120);
  }
  return tab.evaluate(() => globalThis.keys);
}

/** Waits until the last key has brought something, or clearly brings nothing, and nothing has changed for a while. */
const quiet = (tab, least) => tab.evaluate((least) => globalThis.quiet(least), least);

const SPENT = ["Script", "RecalcStyle", "Layout", "Task"];
const FLOOR = `data:text/html,<main><ul class="cards-rows"></ul></main><input id="q"><script>q.addEventListener("input",()=>document.querySelector("ul").textContent=q.value)</script>`;

async function open(browser, url) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.addInitScript(watch);
  const devtools = await context.newCDPSession(tab);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: Number(options.slower) });
  await tab.goto(url);
  await tab.waitForSelector(".cards-rows, .empty", { state: "attached" });
  await tab.waitForLoadState("networkidle");
  await devtools.send("Performance.enable");
  const spent = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return SPENT.map((name) => 1000 * metrics.find((metric) => metric.name === `${name}Duration`).value);
  };
  return { tab, spent, close: () => context.close() };
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
const browser = await launch();
const [rows, shares, worst, failures] = [[], [], [], []];
for (const site of sites) {
  const name = basename(resolve(site));
  const drawn = draw(listingsOf(site), Math.ceil(options.queries / 6));
  // One of each class in turns, not one class after the other.
  const queries = drawn
    .map((query, k) => ({ ...query, turn: drawn.slice(0, k).filter((other) => other.class === query.class).length }))
    .sort((a, b) => a.turn - b.turn)
    .slice(0, options.queries)
    .map(({ q }) => q);
  const server = await serve({ "/": site });
  const url = `${server.address}/search/`;
  const runs = { floor: [], cold: [], warm: [] };
  const floor = await open(browser, FLOOR);
  for (const q of queries.slice(0, 5)) runs.floor.push(...(await type(floor.tab, q)));
  await floor.close();
  for (const q of queries) {
    const { tab, close } = await open(browser, url);
    runs.cold.push(...(await type(tab, q)));
    await close();
  }
  const { tab, spent, close } = await open(browser, url);
  for (const q of queries) await type(tab, q);
  const before = await spent();
  for (const q of queries) runs.warm.push(...(await type(tab, q)));
  const after = await spent();
  shares.push([name, ...after.map((ms, k) => ((ms - before[k]) / runs.warm.length).toFixed(1))]);
  await close();
  server.close();

  for (const [way, keys] of Object.entries(runs)) {
    const answered = keys.filter((key) => key.changes);
    const until = (when) => answered.map((key) => key[when] - key.start).sort((a, b) => a - b);
    const [times, whole] = [until("first"), until("painted")];
    const spread = (times) => [0.5, 0.95, 1].map((part) => at(times, part).toFixed(1));
    rows.push([name, way, answered.length, keys.length - answered.length, ...spread(times), ...spread(whole)]);
    if (way === "floor") continue;
    worst.push(...answered.toSorted((a, b) => b.first - b.start - (a.first - a.start)).slice(0, 5).map((key) => [name, way, key.text, (key.first - key.start).toFixed(1), key.changes]));
    if (way === "warm" && at(times, 0.95) > Number(options.bound)) failures.push(`${name}: ${at(times, 0.95).toFixed(1)} ms, more than ${options.bound}`);
  }
}
await browser.close();

const table = (head, lines) => console.log([`\n| ${head.join(" | ")} |`, `|${head.map(() => " ---: |").join("")}`, ...lines.map((line) => `| ${line.join(" | ")} |`)].join("\n"));
console.log(`Key press to painted results with counts, ms, processor slowed ${options.slower} times`);
table(["site", "parts", "keys", "without change", "middle", "95 %", "worst", "whole page: middle", "95 %", "worst"], rows);
console.log("\nOf a warm key press, on average, ms of the main thread (this measuring included)");
table(["site", "script", "style", "layout", "everything"], shares);
console.log("\nThe slowest");
table(["site", "parts", "typed", "ms", "changes"], worst);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length ? 1 : 0;
