// The built demo in a real browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { join } from "node:path";
import { files, kinds, launch, root, serve, siteFolder } from "./support.mjs";

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve(siteFolder)]);
});
after(async () => {
  await browser.close();
  site.server.close();
});

/** Opens `path`, runs `use` and gives what the page complained about. */
async function visit(path, options, use, address = site.address) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => request.url().startsWith(new URL(address).origin) || said.push(`third party: ${request.url()}`));
  await page.goto(address + path);
  await page.waitForLoadState("networkidle");
  const result = await use?.(page);
  await context.close();
  return { said, result };
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const path of kinds) {
  test(`/${path} is accessible, quiet and fits 320 pixels`, async () => {
    for (const [colorScheme, width] of [["light", 1280], ["dark", 360]]) {
      const { said, result } = await visit(path, { colorScheme, viewport: { width, height: 800 } }, async (page) => {
        const axe = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .options({ rules: { "color-contrast-enhanced": { enabled: true } } })
          .analyze();
        return axe.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ")}`);
      });
      assert.deepEqual(said.filter((line) => !line.includes("404")), [], `${colorScheme} ${width}`);
      assert.deepEqual(result, [], `${colorScheme} ${width}`);
    }
    const { result } = await visit(path, { viewport: { width: 320, height: 800 } }, async (page) => {
      const plain = await overflow(page);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
        document.adoptedStyleSheets.push(sheet);
      });
      return [plain, await overflow(page)];
    });
    assert.deepEqual(result, [0, 0], "horizontal overflow, plain and with text spacing");
  });
}

test("an overflow and a missing alternative text are found when they are planted", async () => {
  const { result } = await visit("", { viewport: { width: 320, height: 800 } }, async (page) => {
    await page.evaluate(() => {
      const image = document.createElement("img");
      image.width = 900;
      image.src = document.querySelector("img").src;
      document.querySelector("main").append(image);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("main img { max-width: none !important; min-width: 900px }");
      document.adoptedStyleSheets.push(sheet);
    });
    const axe = await new AxeBuilder({ page }).withRules(["image-alt"]).analyze();
    return [await overflow(page) > 0, axe.violations.length];
  });
  assert.deepEqual(result, [true, 1]);
});

test("without JavaScript every kind of page shows its content", async () => {
  for (const path of kinds) {
    const { result } = await visit(path, { javaScriptEnabled: false }, (page) => page.locator("main").innerText());
    assert.ok(result.length > 40, `/${path}: ${result}`);
  }
});

const names = (page) => page.locator("[data-search-page] .card-name").allInnerTexts();

for (const based of [false, true]) {
  test(`search finds, narrows and keeps its state in the address${based ? ", below a base path" : ""}`, async () => {
    const place = based ? await serve(join(root, "target/site-based"), "/some/path/") : site;
    const { said } = await visit("search/", {}, async (page) => {
      const field = page.locator('input[name="q"]').first();
      await field.fill("Slack Approvals");
      await page.waitForFunction(() => document.querySelector("[data-search-page] .card-name"));
      await page.waitForTimeout(200);
      assert.equal((await names(page))[0], "Slack Approvals", "the exact name comes first");
      await field.fill("shopi");
      await page.waitForTimeout(600);
      const found = await names(page);
      assert.ok(found.length >= 3 && found[0].startsWith("Shopify"), found.join(", "));
      assert.match(page.url(), /q=shopi/);
      const box = page.locator('[data-search-page] input[type="checkbox"]:not(:checked)').first();
      await box.check();
      await page.waitForTimeout(300);
      const narrowed = (await names(page)).length;
      assert.ok(narrowed <= found.length && narrowed > 0);
      const address = page.url();
      await page.reload();
      await page.waitForFunction(() => document.querySelector("[data-search-page] .card-name"));
      assert.equal((await names(page)).length, narrowed, "a reload keeps the state");
      assert.equal(page.url(), address);
      await page.goBack();
      await page.waitForTimeout(400);
      assert.equal((await names(page)).length, found.length, "back lifts the facet");
      await page.goForward();
      await page.waitForTimeout(400);
      assert.equal((await names(page)).length, narrowed, "forward restores it");
    }, place.address);
    assert.deepEqual(said, []);
    if (based) place.server.close();
  });
}

test("the field in the header suggests, by keyboard alone", async () => {
  const { said } = await visit("apps/", {}, async (page) => {
    await page.keyboard.press("/");
    await page.keyboard.type("slack mes");
    await page.waitForSelector('[role="option"]');
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/listings\/slack-messages\/|apps\/slack\//);
  });
  assert.deepEqual(said, []);
});

test("the theme button goes round and is remembered", async () => {
  await visit("", {}, async (page) => {
    const button = page.locator("[data-theme-button]");
    await button.click();
    const chosen = await page.evaluate(() => document.documentElement.dataset.theme);
    assert.ok(["light", "dark"].includes(chosen));
    await page.reload();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), chosen);
  });
});

test("every address of the sitemap and the feeds is a file of the site", async () => {
  const { readFileSync, existsSync } = await import("node:fs");
  const addresses = files(siteFolder)
    .filter((path) => path.endsWith(".xml"))
    .flatMap((path) => [...readFileSync(join(siteFolder, path), "utf8").matchAll(/(?:<loc>|href=")(https:\/\/connectors\.example\/[^<"]*)/g)].map((m) => m[1]));
  assert.ok(addresses.length > 100);
  const missing = addresses.filter((address) => {
    const path = new URL(address).pathname.slice(1);
    return !existsSync(join(siteFolder, path === "" || path.endsWith("/") ? path + "index.html" : path));
  });
  assert.deepEqual([...new Set(missing)], []);
});
