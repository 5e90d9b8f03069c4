// The built demo in a real browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { join } from "node:path";
import { files, kinds, launch, open, overflow, serve, siteFolder, violations } from "./support.mjs";

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve(siteFolder)]);
});
after(async () => {
  await browser.close();
  site.server.close();
});

const visit = (path, options, use) => open(browser, site.address, path, options, use);

for (const path of kinds) {
  test(`/${path} is accessible, quiet and fits 320 pixels`, async () => {
    for (const [colorScheme, width] of [["light", 1280], ["dark", 1280], ["light", 360], ["dark", 360]]) {
      const { said, result } = await visit(path, { colorScheme, viewport: { width, height: 800 } }, violations);
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
