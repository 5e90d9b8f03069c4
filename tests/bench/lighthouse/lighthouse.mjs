// The scores of Lighthouse for a built site: node lighthouse.mjs SITE. See `run`.

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { serve } from "../search/web.mjs";

const PAGES = { home: "", browse: "browse/", search: "search/?q=slack", listing: "listings/shopify-orders/" };
const DEVICES = { mobile: undefined, desktop: desktopConfig };
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const RUNS = 3;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const server = await serve({ "/": process.argv[2] });
const chrome = await launch({
  chromePath: process.env.CHROMIUM || "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const [lines, below] = [[], []];
for (const [page, path] of Object.entries(PAGES)) {
  for (const [device, config] of Object.entries(DEVICES)) {
    const runs = [];
    for (let k = 0; k < RUNS; k++) {
      const { lhr } = await lighthouse(`${server.address}/${path}`, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" }, config);
      runs.push(lhr);
    }
    // The search page is not meant for search engines, which is all that Lighthouse holds against it.
    const isHidden = page === "search";
    const scores = CATEGORIES.map((category) => median(runs.map(({ categories }) => Math.round(100 * categories[category].score))));
    const value = (audit) => median(runs.map(({ audits }) => audits[audit].numericValue));
    lines.push([page, device, ...scores, (value("largest-contentful-paint") / 1000).toFixed(2), value("total-blocking-time").toFixed(0), value("cumulative-layout-shift").toFixed(4), (value("total-byte-weight") / 1024).toFixed(0)]);
    CATEGORIES.forEach((category, k) => {
      if (scores[k] === 100) return;
      const audits = runs[0].categories[category].auditRefs.map(({ id }) => runs[0].audits[id]).filter(({ score }) => score !== null && score < 1);
      if (isHidden && category === "seo" && audits.every(({ id }) => id === "is-crawlable")) return;
      below.push(`${page}, ${device}: ${category} ${scores[k]} (${audits.map(({ id }) => id).join(", ")})`);
    });
  }
}
await chrome.kill();
server.close();
const head = ["page", "device", ...CATEGORIES, "LCP, s", "TBT, ms", "CLS", "KB"];
console.log([`| ${head.join(" | ")} |`, `|${head.map(() => " --- |").join("")}`, ...lines.map((line) => `| ${line.join(" | ")} |`)].join("\n"));
for (const line of below) console.error(line);
process.exitCode = below.length ? 1 : 0;
