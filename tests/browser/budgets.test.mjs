// What a visitor waits for stays within budgets: the bytes of every page and picture as files, and what a browser loads of each kind of page before anybody
// scrolls. `SITE=folder` asks the same of another built site than the demo.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { files, launch, open, read, serve, settle, siteFolder, until } from "./support.mjs";

const KB = 1024;
const MAX = {
  // The first flight of packets, and what a list from A to Z or a text to be read at leisure may take.
  page: 14 * KB, longPage: 40 * KB,
  style: 10 * KB, script: 4 * KB, module: 10 * KB, core: 160 * KB,
  logo: 10 * KB, card: 60 * KB, thumbnail: 80 * KB, picture: 500 * KB,
  // The search is in modules that are fetched all at once, beside the pictures of its first results; a collection is shown by those of its members.
  requests: 20, manyRequests: 32,
  // Of the index, a page of results takes a part for every few rows, and a word that nobody wrote all the words there are.
  parts: 48, part: 8 * KB, transfer: 120 * KB, elements: 1400,
};
/** Texts of any length, which are found in with the browser's own search and therefore not cut. */
const isText = (page) => /^(manual|agreements)|\/docs\//.test(page);
const isLong = (page) => isText(page) || /^(apps|publishers|search|new)\/|\/versions\//.test(page);

const all = files(siteFolder);
const pages = all.filter((path) => path.endsWith(".html"));
const sizesByHash = new Map();
/** The bytes of a file from a host that compresses. Pages share most of what they load, and to compress is what takes time here. */
function packed(bytes) {
  const key = createHash("sha256").update(bytes).digest("base64");
  if (!sizesByHash.has(key)) sizesByHash.set(key, brotliCompressSync(bytes).length);
  return sizesByHash.get(key);
}
const start = /<([a-z][a-z0-9-]*)[\s>]/g;
const elements = (html) => html.match(start)?.length ?? 0;
/** Its kind: the address with a star for every name in it. */
const kind = (page) => page.replace(/^(\w+)\/(?!index)[^/]+\//, "$1/*/").replace(/\/\d[\d-]*\//, "/*/");

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve(siteFolder)]);
});
after(async () => {
  await browser.close();
  site.close();
});

/** What of `sizes` is beyond its budget, the worst first. */
const over = (sizes) =>
  sizes
    .filter(({ size, limit }) => size > limit)
    .sort((a, b) => b.size / b.limit - a.size / a.limit)
    .map(({ what, size, limit }) => `${what}: ${size} of ${limit}`);

const sizesOfPage = (page, html) => [
  { what: `bytes of /${page}`, size: packed(html), limit: isLong(page) ? MAX.longPage : MAX.page },
  ...(isText(page) ? [] : [{ what: `elements of /${page}`, size: elements(html), limit: MAX.elements }]),
];

/** The pictures that a page shows, in the format that browsers choose, and those it leads to. */
function pictures(html) {
  const found = [];
  const add = (address, limit) => found.push([address, limit]);
  for (const [, webp, attributes] of html.matchAll(/(?:<source type="image\/webp" srcset="([^"]+)">\s*)?<img ([^>]*)>/g)) {
    const isLogo = /class="(?:icon|logo)/.test(attributes);
    add(webp ?? /src="([^"]+)"/.exec(attributes)[1], isLogo ? MAX.logo : /loading="lazy"/.test(attributes) ? MAX.thumbnail : MAX.picture);
  }
  for (const [, full] of html.matchAll(/<figure[^>]*><a href="([^"]+)"/g)) add(full, MAX.picture);
  for (const [, card] of html.matchAll(/<meta property="og:image" content="([^"]+)"/g)) add(new URL(card).pathname, MAX.card);
  return found.filter(([address]) => address.startsWith("/"));
}

test("every page is small", () => {
  assert.deepEqual(over(pages.flatMap((page) => sizesOfPage(page, read(page)))).slice(0, 20), []);
});

test("every picture is as small as its place asks for", () => {
  const shown = new Map();
  for (const page of pages) {
    // An icon has two sizes, and the same picture may stand in several places: the strictest counts.
    for (const [address, limit] of pictures(read(page))) shown.set(address, Math.min(limit, shown.get(address) ?? Infinity));
  }
  const sizes = [...shown].filter(([address]) => existsSync(join(siteFolder, address))).map(([what, limit]) => {
    const bytes = readFileSync(join(siteFolder, what));
    return { what, size: what.endsWith(".svg") ? packed(bytes) : bytes.length, limit };
  });
  assert.deepEqual(over(sizes).slice(0, 20), []);
});

test("every style, script and part of the index is small", () => {
  const limit = (asset) => (asset === "search/index.json" ? MAX.core : asset.endsWith(".css") ? MAX.style : asset.endsWith(".json") ? MAX.part : asset.includes("/app.") ? MAX.script : MAX.module);
  const assets = all.filter((path) => (path.startsWith("assets/") || path === "search/index.json") && !/\.(br|gz)$/.test(path));
  assert.deepEqual(over(assets.map((what) => ({ what, size: packed(readFileSync(join(siteFolder, what))), limit: limit(what) }))), []);
});

/** What a browser loads of a page before anybody scrolls, in bytes from a host that compresses, and how much it makes of it. */
async function load(path, width, prepare) {
  const answers = [];
  const underWay = new Set();
  const { said, result } = await open(
    browser,
    site.address,
    path,
    { viewport: { width, height: 800 } },
    async (page) => {
      await settle(page);
      // Pictures that are fetched ahead of the scroll count as bytes.
      await until(() => underWay.size === 0, "all answers");
      const [elements, below] = await page.evaluate(() => {
        const isBelow = (image) => image.loading === "lazy" && image.getBoundingClientRect().top > innerHeight;
        const addresses = (isIt) => [...document.images].filter(isIt).map((image) => image.currentSrc);
        const seen = new Set(addresses((image) => !isBelow(image)));
        return [document.querySelectorAll("*").length, addresses(isBelow).filter((address) => !seen.has(address))];
      });
      // Pictures below the first screen are fetched ahead of the scroll that shows them: they are bytes, but nobody waits for them.
      const awaited = answers.filter((answer) => !below.includes(answer.url()));
      const isPart = (answer) => /\/search\.[0-9a-f]+\/.*\.json$/.test(answer.url());
      return { elements, parts: awaited.filter(isPart).length, requests: awaited.filter((answer) => !isPart(answer)).length, sizes: await Promise.all(answers.map(size)) };
    },
    async (page) => {
      page.on("request", (request) => underWay.add(request));
      for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => underWay.delete(request));
      page.on("response", (answer) => answers.push(answer));
      await prepare?.(page);
    },
  );
  const place = `/${path} at ${width} pixels`;
  return over([
    { what: `requests of ${place}`, size: result.requests, limit: /^(search|collections)\/($|\?)/.test(path) ? MAX.manyRequests : MAX.requests },
    { what: `parts of the index of ${place}`, size: result.parts, limit: MAX.parts },
    { what: `transfer of ${place}`, size: result.sizes.reduce((sum, size) => sum + size, 0), limit: MAX.transfer },
    { what: `third parties and complaints of ${place}`, size: said.filter((line) => !line.includes("404")).length, limit: 0 },
    ...(isText(path) ? [] : [{ what: `elements of ${place}`, size: result.elements, limit: MAX.elements }]),
  ]);
}

async function size(answer) {
  const bytes = await answer.body();
  return /image\/(?!svg)/.test(answer.headers()["content-type"]) ? bytes.length : packed(bytes);
}

/** Of each kind of page the one with the most bytes, and the one with the most pictures. */
function heaviest() {
  const most = new Map();
  for (const page of pages) {
    const html = read(page);
    for (const [what, weight] of [["bytes", html.length], ["pictures", pictures(html).length]]) {
      const key = `${kind(page)} ${what}`;
      if (weight > (most.get(key)?.weight ?? -1)) most.set(key, { page, weight });
    }
  }
  return new Set([...most.values()].map(({ page }) => page.replace(/(^|\/)index\.html$/, "$1")));
}

test("the heaviest page of each kind loads little before anybody scrolls", async () => {
  const shown = heaviest();
  assert.ok(shown.size > 15, [...shown].join());
  const wrong = [];
  const visits = [...[...shown, "search/?q=a"].map((path) => [path, 1280]), ...["", "browse/", "search/?q=a"].map((path) => [path, 360])];
  // A visit waits for answers for as long as it works.
  for (let at = 0; at < visits.length; at += 4) wrong.push(...(await Promise.all(visits.slice(at, at + 4).map(([path, width]) => load(path, width)))).flat());
  assert.deepEqual(wrong, []);
});

test("a page that is too heavy in any way is found when it is planted", async () => {
  const noise = Buffer.from(Array.from({ length: MAX.transfer }, (_, at) => (at * at * 2654435761) >>> 13)).toString("base64");
  const heavy = read("index.html").replace("</main>", `<ul>${"<li></li>".repeat(MAX.elements)}</ul><p hidden>${noise}</p></main>`);
  assert.deepEqual(over(sizesOfPage("index.html", heavy)).map((line) => line.split(" ")[0]).sort(), ["bytes", "elements"]);
  const requests = Array.from({ length: MAX.requests }, (_, at) => `<img src="/planted-${at}.svg" alt="">`).join("");
  const found = await load("", 1280, (page) =>
    page.route(site.address, (route) => route.fulfill({ contentType: "text/html", body: heavy.replace("</main>", `${requests}<img src="https://elsewhere.example/a.png" alt=""></main>`) })));
  for (const what of ["requests", "transfer", "elements", "third parties"]) assert.ok(found.some((line) => line.startsWith(what)), `${what}: ${found}`);
});
