// A static server with the headers of production, the pages of a built site, and a browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
/** The site that is looked at; `SITE` names another one than the demo. */
export const siteFolder = resolve(process.env.SITE ?? join(root, "target/site"));

/** The program; `PRESSMARK` names another one. */
export const pressmark = resolve(process.env.PRESSMARK ?? join(root, "target/tests/pressmark"));

/** Runs the program. Findings are expected of what tests make up; that it fails is not. */
export function run(args, options) {
  try {
    execFileSync(pressmark, args, { stdio: "pipe", ...options });
  } catch (error) {
    assert.equal(error.status, 1, String(error.stderr));
  }
}

/** Builds a site of `texts`, by path below the content folder, in a folder of its own. */
export function build(texts, content, site) {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  run(["build", "--content", content, "--out", site]);
}

const types = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", json: "application/json", xml: "application/xml", svg: "image/svg+xml", png: "image/png" };
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** A server on a free port of this machine that says what `answer` does. It keeps nobody waiting behind a test that failed. */
export async function listen(answer) {
  const server = createServer(answer).unref();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, port: server.address().port, close };
}

/** Serves `folder` below `base` (a path with a slash at both ends) and gives its address. */
export async function serve(folder, base = "/") {
  const server = await listen((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    let file = path.startsWith(base) ? join(folder, path.slice(base.length)) : folder + "/404.html";
    if (path.endsWith("/")) file = join(file, "index.html");
    const found = existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, {
      "content-type": types[(found ? file : "x.html").split(".").pop()] ?? "application/octet-stream",
      "content-security-policy": csp,
      "x-content-type-options": "nosniff",
    });
    response.end(readFileSync(found ? file : join(folder, "404.html")));
  });
  return { ...server, address: `http://127.0.0.1:${server.port}${base}` };
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

/** Whoever waits longer than this, in milliseconds, waits for what never comes. */
const PATIENCE = 20_000;

/** Waits until `condition`, which may be asynchronous, gives something true, and gives that. `what` says, or tells when called, what was waited for. */
export async function until(condition, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await condition();
    if (found) return found;
    assert.ok(Date.now() < end, `waited in vain for ${typeof what === "function" ? what() : what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** What of a page is still under way; empty when it stands still. Runs in the page. */
function underWay() {
  const root = document.documentElement;
  if (document.querySelector("script[type=module]") && !("ready" in root.dataset)) return "its scripts";
  const isSeen = (image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight && image.getBoundingClientRect().width > 0;
  const late = [...document.images].find((image) => !image.complete && (image.loading !== "lazy" || isSeen(image)));
  if (late) return late.outerHTML;
  if (document.fonts.status !== "loaded") return "its fonts";
  const ends = (animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime ?? Infinity);
  const moving = document.getAnimations().find((animation) => animation.playState === "running" && ends(animation));
  return moving ? `the movement of ${moving.effect.target?.outerHTML.slice(0, 80)}` : "";
}

/** Waits until a page stands still: its scripts have done what they do by themselves, the pictures in sight are there, nothing moves. */
export async function settle(page) {
  // What has just been changed begins to move with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  let left;
  await until(async () => (left = await page.evaluate(underWay)) === "", () => `${page.url()} to stand still: ${left}`);
}

/**
 * Opens `path` of the site at `address`, runs `use` on the page when it stands still, and gives what the page complained about. `prepare` sees the page
 * before it loads anything; such a page may be waiting for what `use` lets through, and is handed on at once.
 */
export async function open(browser, address, path, options, use, prepare) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  try {
    const said = [];
    page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => request.url().startsWith(new URL(address).origin) || said.push(`third party: ${request.url()}`));
    await prepare?.(page);
    await page.goto(address + path);
    if (!prepare && options.javaScriptEnabled !== false) await settle(page);
    return { said, result: await use?.(page) };
  } finally {
    // Answers that a test still holds back have nobody left to go to.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
}

/** Shows a page that is there in another scheme or at another width. */
export async function show(page, { colorScheme, width, height = 800 }) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height });
  await settle(page);
}

/** What axe is asked: whether a page keeps to WCAG 2.2 AA, to AAA where it is about contrast, and to what is good practice. */
const STANDARDS = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "color-contrast-enhanced": { enabled: true } } };
const COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];
const PARTS = { all: STANDARDS, colours: { runOnly: { type: "rule", values: COLOURS } } };

/** What axe finds wrong with a page: all of it, or its colours alone, which are what differs between two schemes. */
export async function violations(page, part = "all") {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const options = { ...PARTS[part], resultTypes: ["violations"] };
  const found = await page.evaluate(async (options) => (await window.axe.run(document, options)).violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]), options);
  return found.map(([id, targets]) => `${id}: ${targets.slice(0, 3).join(", ")}`);
}

/** How pages are looked at: in both schemes, on a desk and on a phone. Axe looks at what is shown, which at another width are other elements. */
export const VIEWS = [
  { colorScheme: "light", width: 1280, part: "all" },
  { colorScheme: "dark", width: 1280, part: "colours" },
  { colorScheme: "dark", width: 360, part: "all" },
  { colorScheme: "light", width: 360, part: "colours" },
];

/** Spaces a page's text as WCAG 1.4.12 asks pages to bear. */
export const spaceText = (page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets.push(sheet);
  });

/** By how many pixels a page is too wide. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Every file of `folder`, by its path below it. */
export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** The demo in the second theme that ships. */
export const ledgerFolder = join(root, "target/site-ledger");

export const read = (path) => readFileSync(join(siteFolder, path), "utf8");

/** One or two pages of each kind. */
export const kinds = [
  "", "browse/", "search/?q=slack", "listings/shopify-orders/", "listings/shopify-orders/versions/", "listings/shopify-orders/docs/refunds/",
  "compare/?l=shopify-orders&l=slack-messages", "listings/netsuite-saved-searches/",
  "listings/github-release-notes/", "listings/google-sheets-keihi/", "listings/stripe-invoicing-classic/", "apps/", "apps/shopify/", "publishers/",
  "publishers/northwind-labs/", "tags/", "collections/", "new/", "announced/", "manual-content-format/",
  "manual-content-reference/", "submit/", "rules/", "rules/secret-in-text/", "404.html",
];
