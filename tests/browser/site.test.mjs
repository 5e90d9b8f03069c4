// The built demo in a real browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { files, kinds, launch, ledgerFolder, open, overflow, serve, settle, show, siteFolder, spaceText, VIEWS, violations } from "./support.mjs";

let browser, site, ledger;
before(async () => {
  [browser, site, ledger] = await Promise.all([launch(), serve(siteFolder), serve(ledgerFolder)]);
});
after(async () => {
  await browser.close();
  site.close();
  ledger.close();
});

const visit = (path, options, use) => open(browser, site.address, path, options, use);

for (const theme of ["default", "ledger"]) {
  for (const path of kinds) {
    test(`/${path} is accessible, quiet and fits 320 pixels in the theme ${theme}`, async () => {
      const { address } = theme === "ledger" ? ledger : site;
      const { said } = await open(browser, address, path, {}, async (page) => {
        for (const { part, ...view } of VIEWS) {
          await show(page, view);
          assert.deepEqual(await violations(page, part), [], JSON.stringify(view));
        }
        await show(page, { width: 320 });
        assert.equal(await overflow(page), 0, "pixels too wide");
        await spaceText(page);
        assert.equal(await overflow(page), 0, "pixels too wide with text spacing");
      });
      assert.deepEqual(said.filter((line) => !line.includes("404")), []);
    });
  }
}

test("the themes look different", async () => {
  const look = async ({ address }) => (await open(browser, address, "", {}, (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor))).result;
  assert.notEqual(await look(site), await look(ledger));
});

test("an overflow, a missing alternative text and a pale text are found when they are planted", async () => {
  const { result } = await visit("", { viewport: { width: 320, height: 800 } }, async (page) => {
    await page.evaluate(() => {
      const image = document.createElement("img");
      image.width = 900;
      image.src = document.querySelector("img").src;
      document.querySelector("main").append(image);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("main img { max-width: none !important; min-width: 900px } .pale { color: #666; background: #fff } .paler { color: #888; background: #fff }");
      document.adoptedStyleSheets.push(sheet);
      for (const name of ["pale", "paler"]) {
        const text = document.createElement("p");
        text.className = name;
        text.textContent = "A text that is hard to read.";
        document.querySelector("main").append(text);
      }
    });
    await settle(page);
    return [(await overflow(page)) > 0, (await violations(page)).map((found) => found.split(":")[0])];
  });
  assert.ok(result[0]);
  for (const rule of ["image-alt", "color-contrast", "color-contrast-enhanced"]) assert.ok(result[1].includes(rule), `${rule}: ${result[1]}`);
});

test("a line that only fits while its text is set tight is found when it is planted", async () => {
  const { result } = await visit("about/", { viewport: { width: 320, height: 800 } }, async (page) => {
    await page.evaluate(() => {
      const line = document.createElement("p");
      document.querySelector("main").append(line);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("main > p:last-child { display: inline-block; margin: 0; white-space: nowrap }");
      document.adoptedStyleSheets.push(sheet);
      const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
      for (let length = 1; fits(); length += 1) line.textContent = "w".repeat(length);
      line.textContent = line.textContent.slice(1);
    });
    await settle(page);
    const plain = await overflow(page);
    await spaceText(page);
    return [plain, (await overflow(page)) > 0];
  });
  assert.deepEqual(result, [0, true]);
});

test("what the policy forbids is said when it is planted", async () => {
  for (const planted of ['<p style="color:red">red</p>', "<script>document.title = 1</script>", "<style>p { color: red }</style>", '<iframe src="/about/"></iframe>', '<img src="https://elsewhere.example/a.png" alt="">']) {
    const { said, result } = await open(browser, site.address, "about/", {}, async (page) => page.locator("h1").first().innerText(), async (page) => {
      const html = readFileSync(join(siteFolder, "about/index.html"), "utf8").replace("</main>", `${planted}</main>`);
      // The page's own policy, as on a host that sends no headers.
      await page.route("**/about/", (route) => route.fulfill({ contentType: "text/html", body: html }));
    });
    assert.ok(result && said.some((line) => /Content Security Policy/.test(line)), `${planted}: ${said}`);
  }
});

test("without JavaScript every kind of page shows its content", async () => {
  await visit("", { javaScriptEnabled: false }, async (page) => {
    for (const path of kinds) {
      await page.goto(site.address + path);
      const text = await page.locator("main").innerText();
      assert.ok(text.length > 40, `/${path}: ${text}`);
    }
  });
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
