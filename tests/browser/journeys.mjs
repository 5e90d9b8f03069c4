// What a visitor does on the site, for browsers that Playwright does not drive. Each browser brings a driver:
//
//   go(url), reload(), back(), forward()   moves, and waits until the page has loaded
//   run(function, ...arguments)            what a function gives that runs in the page
//   click(selector)                        a click in the middle of an element, which is scrolled to
//   type(text), press(key)                 keys to whatever has the focus; the names of keys are those of `KeyboardEvent.key`
//   quit()
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kinds, serve, siteFolder, until } from "./support.mjs";

/** The tests of the browser called `name`, which `start` starts. */
export function journeys(name, start) {
  let site, driver;
  before(async () => {
    // One after the other: what has started is closed even when the next does not.
    site = await serve(siteFolder);
    driver = await start();
  });
  after(async () => {
    await driver?.quit();
    site?.close();
  });

  const isReady = () => driver.run(() => document.readyState === "complete" && "ready" in document.documentElement.dataset);
  const visit = async (path) => {
    await driver.go(site.address + path);
    await until(isReady, `the scripts of /${path}`);
  };
  const heading = () => driver.run(() => document.querySelector("h1").textContent);
  const shows = (text) => until(async () => (await heading()).includes(text), text);
  const query = () => driver.run(() => location.search);
  const names = () => driver.run(() => [...document.querySelectorAll("[data-search-page] .card-name")].map((name) => name.textContent));
  const count = (selector) => driver.run((selector) => document.querySelectorAll(selector).length, selector);
  const value = (selector) => driver.run((selector) => document.querySelector(selector).value, selector);
  const FIELD = 'input[name="q"]';
  /** A selector of the first element that fits `selector` and has `text` in it. */
  const having = async (selector, text) => {
    const isMarked = await driver.run((selector, text) => [...document.querySelectorAll(selector)].filter((el) => el.textContent.includes(text)).slice(0, 1).map((el) => (el.dataset.having = text)).length, selector, text);
    assert.ok(isMarked, `${selector} with ${text}`);
    return `[data-having="${text}"]`;
  };

  test(`${name}: every kind of page has its scripts and its style, and is no wider than the window`, async () => {
    for (const path of kinds) {
      await visit(path);
      const [margin, excess, title] = await driver.run(() => [getComputedStyle(document.body).marginTop, document.documentElement.scrollWidth - document.documentElement.clientWidth, document.querySelector("h1").textContent]);
      assert.deepEqual([margin, excess], ["0px", 0], `/${path}`);
      assert.ok(title.trim(), `/${path}`);
    }
  });

  test(`${name}: search finds, narrows and goes through the history`, async () => {
    await visit("search/");
    await driver.click(FIELD);
    await driver.type("shopi");
    await shows("“shopi”");
    await until(async () => (await query()) === "?q=shopi", "the address");
    const found = await names();
    assert.ok(found.length >= 3 && found[0].startsWith("Shopify"), found.join());
    const box = `${await having(".facet label", "Orders and fulfilment")} input`;
    await driver.click(box);
    await shows("with 1 filter");
    assert.equal(await query(), "?q=shopi&tag=orders");
    const narrowed = await names();
    assert.ok(narrowed.length > 0 && narrowed.length < found.length, narrowed.join());
    await driver.back();
    await shows(`${found.length} connectors for “shopi”`);
    assert.deepEqual(await names(), found);
    assert.equal(await driver.run((box) => document.querySelector(box).checked, box), false);
    await driver.forward();
    await shows("with 1 filter");
    assert.deepEqual(await names(), narrowed);
    await driver.reload();
    await until(isReady, "the scripts");
    assert.deepEqual(await names(), narrowed);
  });

  test(`${name}: the counts of a group come when it is opened, and its values are found by their names`, async () => {
    await visit("search/?q=s");
    const group = `.facet:has(${await having(".facet > summary", "App")})`;
    await driver.click(`${group} summary`);
    await until(async () => (await count(`${group} li .n`)) > 0, "the values");
    assert.ok(await driver.run((numbers) => [...document.querySelectorAll(numbers)].every((n) => /^\d+$/.test(n.textContent)), `${group} li .n`));
    await driver.click(`${group} .facet-find`);
    await driver.type("micro");
    await until(async () => (await count(`${group} li`)) === 1, "one value");
    assert.match(await driver.run((selector) => document.querySelector(selector).textContent, `${group} li`), /Microsoft Teams/);
  });

  test(`${name}: the field in the header suggests, by keyboard alone`, async () => {
    await visit("apps/");
    await driver.press("/");
    await driver.type("slack");
    await until(async () => (await count('[role="option"]')) > 1, "suggestions");
    const active = () => driver.run(() => [...document.querySelectorAll('[role="option"]')].findIndex((row) => row.id === document.activeElement.getAttribute("aria-activedescendant")));
    assert.equal(await active(), -1);
    await driver.press("ArrowDown");
    assert.equal(await active(), 0);
    await driver.press("ArrowUp");
    assert.equal(await active(), -1);
    await driver.press("Escape");
    assert.deepEqual([await count('[role="option"]'), await value(FIELD)], [0, "slack"]);
    await driver.type(" mes");
    await until(() => driver.run(() => [...document.querySelectorAll('[role="option"]')].some((row) => row.textContent.includes("Slack Messages"))), "Slack Messages");
    await driver.press("ArrowDown");
    await driver.press("Enter");
    await until(() => driver.run(() => /\/(listings\/slack-messages|apps\/slack)\/$/.test(location.pathname)), "the page that was chosen");
  });

  test(`${name}: the theme button changes the colours, and the choice is remembered`, async () => {
    await visit("");
    const ground = () => driver.run(() => getComputedStyle(document.documentElement).backgroundColor);
    const chosen = () => driver.run(() => document.documentElement.dataset.theme ?? "system");
    const grounds = new Map();
    for (const theme of ["light", "dark"]) {
      await driver.click("[data-theme-button]");
      assert.equal(await chosen(), theme);
      grounds.set(theme, await ground());
    }
    assert.notEqual(grounds.get("light"), grounds.get("dark"));
    await driver.reload();
    await until(isReady, "the scripts");
    assert.deepEqual([await chosen(), await ground()], ["dark", grounds.get("dark")]);
    await driver.click("[data-theme-button]");
    assert.equal(await chosen(), "system");
  });

  test(`${name}: the form for submissions says what is missing, keeps what was typed, and shows the files`, async () => {
    await visit("submit/");
    await driver.click("[data-check]");
    assert.ok((await count(".submit-errors a")) > 5);
    await driver.click("#f-name");
    await driver.type("Channel Digest");
    await driver.click('[name="tags"][value="messaging"]');
    await until(async () => (await driver.run(() => document.querySelector(".submit-file code").textContent)).startsWith("name: Channel Digest\n"), "the file");
    await driver.reload();
    await until(isReady, "the scripts");
    assert.equal(await value("#f-name"), "Channel Digest");
    assert.ok(await driver.run(() => document.querySelector('[name="tags"][value="messaging"]').checked));
    const paths = await driver.run(() => [...document.querySelectorAll(".submit-file h3")].map((path) => path.textContent));
    assert.ok(paths.includes("listings/channel-digest/listing.yaml"), paths.join());
  });
}
