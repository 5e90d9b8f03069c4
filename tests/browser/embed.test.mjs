// A card of a listing in a frame of another site: visitors see it there, and no other page.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, launch, listen, open, overflow, pressmark, show, until, violations } from "./support.mjs";
import { faults } from "./validator.mjs";

const work = mkdtempSync(join(tmpdir(), "pressmark-embed-"));
const [content, site] = [join(work, "content"), join(work, "site")];
const SUMMARY = "Keeps orders, refunds and stock levels of every shop in step with the ledger, hour by hour, for as many shops as there are.";
let browser;

before(async () => {
  const texts = {
    "catalogue.yaml": "title: Small catalogue\nbase_url: https://small.example/\nembed: true\n",
    "tags.yaml": "- id: chat\n  label: Chat\n  description: What this category holds.\n",
    "publishers/someone.yaml": "name: Someone\nurl: https://someone.example\n",
    "apps/slack.yaml": "name: Slack\nwebsite: https://slack.com\n",
  };
  for (const [slug, name] of [["orders", "Slack <Orders>"], ["rtl", "منصة إدارة المشاريع والفواتير"], ["long", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbaute"]]) {
    texts[`listings/${slug}/listing.yaml`] = `name: ${JSON.stringify(name)}\napp: Slack\nsummary: ${SUMMARY}\npublisher: someone\ntags: [chat]\nsource: open\nsource_url: https://git.example/x/y\ninstall: {mode: direct, url: "https://app.example/install"}\nsupport: {url: "https://help.example/"}\n`;
  }
  build(texts, content, site);
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
});

/** The site as a host serves it that reads `_headers`: every rule that fits, and values of one name joined by a comma. */
function host() {
  const rules = readFileSync(join(site, "_headers"), "utf8").split("\n\n").slice(1).map((rule) => {
    const [pattern, ...headers] = rule.trim().split("\n");
    const path = new RegExp(`^${pattern.replace(/[.]/g, "\\.").replace(/:[a-z]+/g, "[^/]+").replace("*", ".*")}$`);
    return [path, headers.map((line) => /^ {2}([^:]+): (.*)$/.exec(line).slice(1))];
  });
  const types = { css: "text/css", js: "text/javascript", json: "application/json", svg: "image/svg+xml", html: "text/html; charset=utf-8" };
  return listen((request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    const file = join(site, path, path.endsWith("/") ? "index.html" : "");
    const found = existsSync(file) && statSync(file).isFile();
    const headers = { "content-type": types[file.split(".").pop()] ?? "application/octet-stream" };
    for (const [name, value] of rules.filter(([fits]) => fits.test(path)).flatMap(([, headers]) => headers)) {
      headers[name.toLowerCase()] = name.toLowerCase() in headers && name !== "Content-Type" ? `${headers[name.toLowerCase()]}, ${value}` : value;
    }
    response.writeHead(found ? 200 : 404, headers);
    response.end(found ? readFileSync(file) : "");
  });
}

/** The site in the preview. */
async function preview() {
  const server = spawn(pressmark, ["serve", "--content", content, "--port", "0"]);
  const port = await new Promise((found, failed) => {
    let text = "";
    server.stdout.on("data", (data) => {
      text += data;
      const match = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(text);
      if (match) found(+match[1]);
    });
    server.on("exit", (code) => failed(new Error(`serve ended with ${code}: ${text}`)));
  });
  return { port, close: () => (server.removeAllListeners("exit"), server.kill()) };
}

const markup = () => JSON.parse(readFileSync(join(site, "listings/orders/oembed.json"), "utf8")).html;

for (const [name, start] of [["a host that reads _headers", host], ["the preview", preview]]) {
  test(`another site shows the card of a listing from ${name}, and no other page`, async () => {
    const { port, close } = await start();
    const at = (path) => `http://127.0.0.1:${port}/${path}`;
    // `localhost` is another origin, and another site, than `127.0.0.1`.
    const frames = `${markup().replace("https://small.example/", at(""))}<iframe id="sandboxed" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${at("listings/orders/embed/")}"></iframe>${["listings/orders/", "", "listings/orders/oembed.json"].map((path) => `<iframe src="${at(path)}"></iframe>`).join("")}`;
    const elsewhere = await listen((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Elsewhere</title>${frames}`));
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const refused = [];
      page.on("console", (message) => /^Refused to display|^Framing '/.test(message.text()) && refused.push(message.text()));
      await page.goto(`http://localhost:${elsewhere.port}/`);
      const isRefused = (frame) => frame.url().startsWith("chrome-error://");
      await until(() => page.frames().filter(isRefused).length >= 3 && refused.length >= 3, "three frames that are refused");
      const shown = await Promise.all(page.frames().slice(1).map(async (frame) => [frame.url(), await frame.locator("body").innerText().catch(() => "")]));
      const cards = shown.filter(([url]) => url === at("listings/orders/embed/"));
      assert.equal(cards.length, 2, JSON.stringify(shown));
      for (const [, text] of cards) assert.ok(text.includes("Slack <Orders>") && text.includes(SUMMARY) && text.includes("Small catalogue"), text);
      for (const [url, text] of shown.filter((frame) => !cards.includes(frame))) assert.ok(url.startsWith("chrome-error://") && !text.includes("Slack"), `${url}: ${text}`);

      // It has its style where the frame is a sandbox, too, and a click opens the listing beside the page.
      for (const frame of page.frames().filter((frame) => frame.url().endsWith("/embed/"))) {
        assert.equal(await frame.locator(".card").evaluate((card) => getComputedStyle(card).borderTopStyle), "solid");
        const [opened] = await Promise.all([context.waitForEvent("page"), frame.locator(".card").click()]);
        await opened.waitForLoadState();
        assert.equal(opened.url(), at("listings/orders/"));
        assert.equal(await opened.evaluate(() => window.opener), null);
        await opened.close();
      }
    } finally {
      await context.close();
      elsewhere.close();
      close();
    }
  });
}

test("a card is valid, accessible and quiet, and names of any length and direction stay within it", async () => {
  const { port, close } = await host();
  const cards = ["orders", "rtl", "long"].map((slug) => `listings/${slug}/embed/`);
  assert.deepEqual(await faults(site, [...cards, "listings/orders/"].map((path) => `${path}index.html`)), []);
  for (const path of cards) {
    const { said } = await open(browser, `http://127.0.0.1:${port}/`, path, {}, async (page) => {
      for (const [colorScheme, width, part] of [["light", 480, "all"], ["dark", 480, "colours"], ["dark", 220, "all"], ["light", 220, "colours"]]) {
        await show(page, { colorScheme, width, height: 230 });
        assert.deepEqual([await violations(page, part), await overflow(page)], [[], 0], `/${path} ${colorScheme} ${width}`);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        if (width === 480) assert.ok(height <= 230, `/${path} is ${height} pixels high, more than the frame that is offered`);
      }
    });
    assert.deepEqual(said, [], path);
  }
  close();
});
