// Listings side by side: chosen one after the other or named by the address, and gone again, without a server and without cookies.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, overflow, serve, settle, siteFolder } from "./support.mjs";

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve(siteFolder)]);
});
after(async () => {
  await browser.close();
  site.close();
});

const visit = (path, options, use) => open(browser, site.address, path, options, use);
const heads = (page) => page.locator("thead th a").allInnerTexts();
const query = (page) => new URL(page.url()).search;

test("listings that are chosen on their pages stand side by side, at most four", async () => {
  const { said, result } = await visit("listings/slack-messages/", {}, async (page) => {
    for (const slug of ["slack-messages", "slack-approvals", "shopify-orders", "shopify-core", "slack-approvals"]) {
      await page.goto(`${site.address}listings/${slug}/`);
      await page.getByRole("link", { name: "Compare", exact: true }).click();
      await settle(page);
    }
    const four = await heads(page);
    await page.goto(`${site.address}listings/stripe-payments/`);
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await settle(page);
    return [four.length, (await heads(page)).length, query(page), (await page.context().cookies()).length];
  });
  assert.deepEqual(said, []);
  assert.deepEqual(result, [4, 4, "?l=slack-approvals&l=shopify-orders&l=shopify-core&l=stripe-payments", 0]);
});

test("an address with several listings shows these, and can be shared", async () => {
  const { result } = await visit("compare/?l=stripe-payments", {}, async (page) => {
    await page.goto(`${site.address}compare/?l=shopify-order-sync&l=slack-messages&l=nothing-of-that-name&l=..%2Fapps`);
    await settle(page);
    const rows = await page.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.querySelector("th[scope=row]").textContent));
    return { heads: await heads(page), rows, query: query(page), note: await page.locator(".aside-note").innerText() };
  });
  assert.deepEqual(result.heads.length, 2, "a former slug leads to its listing");
  assert.equal(result.query, "?l=shopify-orders&l=slack-messages");
  assert.ok(["App", "Publisher", "Version", "Triggers", "Licence"].every((row) => result.rows.includes(row)), result.rows.join());
  assert.match(result.note, /nothing-of-that-name$/);
});

test("a listing can be taken out with the keyboard", async () => {
  const { result } = await visit("compare/?l=slack-messages&l=slack-approvals", {}, async (page) => {
    await page.getByRole("button", { name: /^Remove/ }).first().focus();
    await page.keyboard.press("Enter");
    const one = [await heads(page), await page.evaluate(() => document.activeElement.textContent), await page.locator("[data-compare] [role=status]").textContent()];
    await page.keyboard.press("Enter");
    return [...one, query(page), await page.evaluate(() => document.activeElement.textContent)];
  });
  assert.equal(result[0].length, 1);
  assert.deepEqual(result.slice(1), ["Remove", "1 connector", "", "browse all connectors"]);
});

test("a wide table scrolls by itself", async () => {
  const path = "compare/?l=shopify-orders&l=slack-messages&l=stripe-payments&l=snowflake-warehouse";
  const { result } = await visit(path, { viewport: { width: 390, height: 800 } }, async (page) => [
    await overflow(page),
    await page.locator(".compare").evaluate((table) => table.scrollWidth > table.clientWidth && table.tabIndex === 0),
  ]);
  assert.deepEqual(result, [0, true]);
});
