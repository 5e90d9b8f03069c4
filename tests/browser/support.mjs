// A static server with the headers of production, the pages of a built site, and a browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
/** The site that is looked at; `SITE` names another one than the demo. */
export const siteFolder = resolve(process.env.SITE ?? join(root, "target/site"));

/** The program; `PRESSMARK` names another one. */
export const pressmark = process.env.PRESSMARK ?? join(root, "target/release/pressmark");

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

/** Opens `path` of the site at `address`, runs `use` and gives what the page complained about. `prepare` sees the page before it loads anything. */
export async function open(browser, address, path, options, use, prepare) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  try {
    const said = [];
    page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => request.url().startsWith(new URL(address).origin) || said.push(`third party: ${request.url()}`));
    await prepare?.(page);
    await page.goto(address + path);
    if (!prepare) await page.waitForLoadState("networkidle");
    return { said, result: await use?.(page) };
  } finally {
    // Answers that a test still holds back have nobody left to go to.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
}

/** What axe finds wrong with a page. */
export async function violations(page) {
  const axe = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .options({ rules: { "color-contrast-enhanced": { enabled: true } } })
    .analyze();
  return axe.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ")}`);
}

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
  "", "browse/", "search/?q=slack", "listings/shopify-orders/", "listings/shopify-orders/versions/", "listings/netsuite-saved-searches/",
  "listings/github-release-notes/", "listings/google-sheets-keihi/", "listings/stripe-invoicing-classic/", "apps/", "apps/shopify/", "publishers/",
  "publishers/northwind-labs/", "tags/", "collections/", "new/", "announced/", "manual-content-format/",
  "manual-content-reference/", "submit/", "rules/", "rules/secret-in-text/", "404.html",
];
