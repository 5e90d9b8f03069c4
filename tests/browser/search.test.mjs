// The search of the built demo in a real browser: the page, the suggestions, and what becomes of them on a bad connection.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { launch, open, overflow, root, serve, settle, siteFolder, until, violations } from "./support.mjs";

let browser, site, based;
before(async () => {
  [browser, site, based] = await Promise.all([launch(), serve(siteFolder), serve(join(root, "target/site-based"), "/some/path/")]);
});
after(async () => {
  await browser.close();
  site.close();
  based.close();
});

const visit = (path, use, { prepare, address = site.address, ...options } = {}) => open(browser, address, path, options, use, prepare);

const field = (page) => page.locator('input[name="q"]').first();
const heading = (page) => page.locator("h1");
const names = (page) => page.locator("[data-search-page] .card-name").allInnerTexts();
const group = (page, title) => page.locator("details.facet", { has: page.locator(`summary:text-is("${title}")`) });
const choice = (page, label) => page.locator(".facet label", { hasText: label }).locator("input");
const shows = (page, text) => page.waitForFunction((text) => document.querySelector("h1").textContent.includes(text), text);
const query = (page) => new URL(page.url()).search;
/** Waits for an element in place of the one that was there when this was called, and while `act` ran. */
async function renewed(page, selector, act) {
  await page.locator(selector).evaluate((old) => (old.dataset.old = ""));
  await act();
  await page.locator(`${selector}:not([data-old])`).waitFor();
}
/** Lines that the browser itself writes about a request that failed. */
const ofScripts = (said) => said.filter((line) => !line.includes("Failed to load resource"));

/**
 * Serves the index the way it is for a large catalogue, every part by itself. `arrive(name)` is awaited before a part is sent; "lost"
 * keeps it from arriving, "cut" sends its first half.
 */
const inParts = (arrive) => async (page) => {
  let bundled;
  const answer = async (route, name) => {
    const fate = await arrive(name);
    if (fate === "lost") return route.abort();
    let part = bundled?.[name];
    if (!part) {
      part = await (await route.fetch()).json();
      if (name === "core") {
        bundled = part.parts;
        part = { ...part, parts: {}, codes: codesOf(bundled, part.codes) };
      }
    }
    const text = JSON.stringify(part);
    return route.fulfill({ contentType: "application/json", body: fate === "cut" ? text.slice(0, text.length / 2) : text });
  };
  await page.route("**/search/index.json", (route) => answer(route, "core"));
  await page.route("**/assets/search/**/*.json", (route) => answer(route, /assets\/search\/([^.]*)/.exec(route.request().url())[1]));
};

/** The codes of parts that were in `core` until now, beside those that it knows. */
function codesOf(bundled, codes) {
  const all = { ...codes };
  for (const name of Object.keys(bundled)) {
    const [kind, place] = name.split("/");
    if (/^[0-9]+$/.test(place) && kind !== "texts") all[kind] = (all[kind] || "") + "0a1b2c";
    else all[name] = "0a1b2c";
  }
  return all;
}

/** Holds back parts of the index for as long as it is shut. */
class Gate {
  isShut = false;
  #held = [];

  get nHeld() {
    return this.#held.length;
  }

  pass(name) {
    return this.isShut && new Promise((go) => this.#held.push({ name, go }));
  }

  /** Lets go what was held back, and waits until the page has it and has had the time to show it. */
  async release(page) {
    const held = this.#held.splice(0);
    const isPart = (request, name) => request.url().includes(`/assets/search/${name}.`);
    const arrived = held.map(({ name }) => page.waitForEvent("requestfinished", (request) => isPart(request, name)));
    for (const { go } of held) go();
    await Promise.all(arrived);
    await settle(page);
  }
}

for (const isBased of [false, true]) {
  test(`search finds, narrows and keeps its state in the address${isBased ? ", below a base path" : ""}`, async () => {
    const { said } = await visit("search/", async (page) => {
      await field(page).fill("Slack Approvals");
      await shows(page, "“Slack Approvals”");
      assert.equal((await names(page))[0], "Slack Approvals", "the exact name comes first");
      assert.match(await page.locator(".card").first().innerText(), /Exact match/);
      await field(page).fill("shopi");
      await shows(page, "“shopi”");
      const found = await names(page);
      assert.ok(found.length >= 3 && found[0].startsWith("Shopify"), found.join(", "));
      await page.waitForURL(/\?q=shopi$/);
      const entries = await page.evaluate(() => history.length);
      await choice(page, "Orders and fulfilment").check();
      await shows(page, "with 1 filter");
      assert.equal(query(page), "?q=shopi&tag=orders");
      assert.equal(await page.evaluate(() => history.length), entries + 1, "a filter is a step of the history, a letter is not");
      const narrowed = await names(page);
      assert.ok(narrowed.length > 0 && narrowed.length < found.length);
      await page.reload();
      await shows(page, "with 1 filter");
      assert.deepEqual(await names(page), narrowed, "a reload keeps the state");
      await page.goBack();
      await shows(page, `${found.length} connectors for “shopi”`);
      assert.deepEqual(await names(page), found, "back lifts the filter");
      assert.equal(await choice(page, "Orders and fulfilment").isChecked(), false);
      await page.goForward();
      await shows(page, "with 1 filter");
      assert.deepEqual(await names(page), narrowed, "forward restores it");
    }, { address: isBased ? based.address : site.address });
    assert.deepEqual(said, []);
  });
}

test("a listing in another language says which one, among the results and the suggestions", async () => {
  await visit("search/?q=%E7%B5%8C%E8%B2%BB", async (page) => {
    await page.waitForSelector(".cards-rows .card");
    const languages = (selector) => page.locator(selector).evaluateAll((all) => all.map((el) => el.lang));
    assert.deepEqual([await languages(".cards-rows .card-name a"), await languages(".cards-rows .card-text")], [["ja"], ["ja"]]);
  });
  await visit("", async (page) => {
    await field(page).fill("経費");
    await page.waitForSelector(".suggest li");
    assert.equal(await page.locator(".suggest li span[dir]").first().getAttribute("lang"), "ja");
  });
  await visit("search/?q=slack", async (page) => {
    await page.waitForSelector(".cards-rows .card");
    assert.equal(await page.locator(".cards-rows [lang]").count(), 0);
  });
});

test("the address has a fixed order, leaves out what is usual, and page, order and filters start over at page 1", async () => {
  const { said } = await visit("search/?page=2&sort=a-z&access=direct&q=&tag=marketing&tag=messaging&q=", async (page) => {
    await shows(page, "with 3 filters");
    await page.locator("#sort").selectOption("new");
    assert.equal(query(page), "?tag=marketing&tag=messaging&access=direct&sort=new");
    await page.locator("#sort").selectOption("updated");
    assert.equal(query(page), "?tag=marketing&tag=messaging&access=direct", "the usual order");
    await page.locator(".chip-clear").click();
    await shows(page, "Search");
    assert.equal(query(page), "");
    const first = await names(page);
    await page.locator(".pager a", { hasText: "Next" }).click();
    await page.waitForFunction((name) => document.querySelector(".card-name").textContent !== name, first[0]);
    assert.equal(query(page), "?page=2");
    assert.equal(await page.evaluate(() => document.activeElement.id), "results", "the focus goes to the results");
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.goBack();
    await page.waitForFunction((name) => document.querySelector(".card-name").textContent === name, first[0]);
    await field(page).fill("!");
    await shows(page, "No connectors for “!”");
  });
  assert.deepEqual(said, []);
});

test("Enter makes a step that back returns to, also after more was typed", async () => {
  await visit("search/", async (page) => {
    await field(page).fill("slack");
    await field(page).press("Enter");
    await shows(page, "“slack”");
    await field(page).fill("stripe");
    await page.waitForURL(/\?q=stripe$/);
    await field(page).fill("stripe pay");
    await page.waitForURL(/\?q=stripe\+pay$/);
    await page.goBack();
    await shows(page, "“slack”");
    assert.equal(await field(page).inputValue(), "slack");
    await page.goForward();
    await shows(page, "“stripe pay”");
  });
});

test("what is typed before the index has arrived is not lost, and the newest words win", async () => {
  let send;
  const sent = new Promise((done) => (send = done));
  const { said } = await visit("search/?q=slack", async (page) => {
    await page.waitForFunction(() => document.querySelector('input[name="q"]').value === "slack");
    await field(page).fill("strip");
    await page.locator(".waiting", { hasText: "Loading" }).waitFor();
    await field(page).pressSequentially("e");
    await page.waitForURL(/\?q=stripe$/);
    send();
    await shows(page, "“stripe”");
    assert.equal(await field(page).inputValue(), "stripe");
    assert.ok((await names(page))[0].startsWith("Stripe"));
    assert.equal(await page.locator(".waiting").count(), 0);
  }, { prepare: inParts((name) => name === "core" && sent) });
  assert.deepEqual(said, []);
});

test("an answer to older words is never shown over one to newer words", async () => {
  const gate = new Gate();
  const { said } = await visit("search/?q=xero", async (page) => {
    await shows(page, "“xero”");
    await page.evaluate(() => {
      window.seen = [];
      new MutationObserver(() => window.seen.push(document.querySelector("h1").textContent)).observe(document.querySelector("h1"), { childList: true });
    });
    gate.isShut = true;
    await field(page).fill("shopify");
    await shows(page, "Loading");
    assert.deepEqual([...new Set(await group(page, "Category").locator(".n").allInnerTexts())], [""], "numbers of an older answer are taken back");
    gate.isShut = false;
    await field(page).fill("notion");
    await shows(page, "“notion”");
    assert.ok(gate.nHeld > 0);
    await gate.release(page);
    assert.match(await heading(page).innerText(), /“notion”/);
    assert.match((await names(page))[0], /Notion/);
    assert.deepEqual((await page.evaluate(() => window.seen)).filter((text) => text.includes("shopify")), []);
  }, { prepare: inParts((name) => name.startsWith("rows") && gate.pass(name)) });
  assert.deepEqual(said, []);
});

for (const [what, fate] of [["does not arrive", "lost"], ["arrives cut off", "cut"]]) {
  for (const broken of ["core", "words", "rows"]) {
    test(`a part of the index (${broken}) that ${what} is told, and fetched anew on request`, async () => {
      let isBroken = true;
      const { said } = await visit("search/?q=slack&tag=messaging", async (page) => {
        await page.locator(".failed").waitFor();
        assert.equal(await page.locator(".failed a").first().getAttribute("href"), "/browse/");
        await renewed(page, ".failed", () => field(page).fill("slack mess"));
        assert.equal(await page.locator(".failed").count(), 1);
        await renewed(page, ".failed", () => page.locator(".failed button").click());
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "Try again", "the focus stays where it was");
        assert.deepEqual(await violations(page), []);
        isBroken = false;
        await page.keyboard.press("Enter");
        await shows(page, "“slack mess” with 1 filter");
        assert.equal((await names(page))[0], "Slack Messages");
        assert.equal(await page.locator(".failed").count(), 0);
        assert.equal(await page.evaluate(() => document.activeElement.id), "results");
      }, { prepare: inParts((name) => isBroken && name.startsWith(broken) && fate) });
      assert.deepEqual(ofScripts(said), []);
    });
  }
}

/** Stops the clock of a page: from now on its time passes in `page.clock.runFor` alone. */
async function stopClock(page) {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

test("rows that were still to come never take the place of a newer answer", async () => {
  const { said } = await visit("search/?q=slack", async (page) => {
    await shows(page, "“slack”");
    await stopClock(page);
    const count = (selector) => page.locator(selector).count();
    await field(page).fill("s");
    await shows(page, "“s”");
    const first = await count(".card");
    assert.ok(first > 0 && first < 24, `only rows in sight at first: ${first}`);
    await field(page).fill("!");
    await shows(page, "“!”");
    await page.clock.runFor(10_000);
    assert.deepEqual([await count(".card"), await count(".empty")], [0, 1]);
  });
  assert.deepEqual(said, []);
});

test("rows that were still to come come", async () => {
  await visit("search/?q=slack", async (page) => {
    await shows(page, "“slack”");
    await stopClock(page);
    await field(page).fill("s");
    await shows(page, "“s”");
    await page.clock.runFor(10_000);
    assert.equal(await page.locator(".card").count(), 24);
  });
});

test("a failure after results were shown leaves the page usable", async () => {
  let isBroken = false;
  const { said } = await visit("search/?q=slack", async (page) => {
    await shows(page, "“slack”");
    isBroken = true;
    await choice(page, "Direct").check();
    await group(page, "Publisher").locator("summary").click();
    await page.locator(".failed").waitFor();
    isBroken = false;
    await page.locator(".failed button").click();
    await shows(page, "“slack” with 1 filter");
    assert.equal(await choice(page, "Direct").isChecked(), true);
    assert.ok((await group(page, "Publisher").locator(".n").allInnerTexts()).every((n) => /^\d+$/.test(n)));
  }, { prepare: inParts((name) => isBroken && name.startsWith("facets") && "lost") });
  assert.deepEqual(ofScripts(said), []);
});

test("the columns of closed groups are fetched when they are opened", async () => {
  const fetched = [];
  const { said } = await visit("search/?q=s", async (page) => {
    await shows(page, "“s”");
    assert.ok(fetched.includes("facets/tag-0") && !fetched.some((name) => /publisher|app|region/.test(name)), fetched.join(" "));
    await group(page, "Publisher").locator("summary").click();
    await group(page, "Publisher").locator("li").first().waitFor();
    assert.ok(fetched.includes("facets/publisher-0") && !fetched.includes("facets/app-0"), fetched.join(" "));
    const values = group(page, "Publisher").locator("li");
    assert.equal(await values.count(), 8);
    const before = await values.allInnerTexts();
    await values.nth(3).locator("input").check();
    await shows(page, "with 1 filter");
    assert.deepEqual(await values.allInnerTexts(), before, "a choice changes no number of its own group, and no place");
    assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox", "the focus stays on the box");
    await group(page, "App").locator("summary").click();
    await group(page, "App").locator("li.none").first().waitFor();
    await group(page, "App").locator("button").click();
    assert.equal(await group(page, "App").locator("li").count(), 33);
    await group(page, "App").locator(".facet-find").fill("micro");
    assert.deepEqual(await group(page, "App").locator("li label > span:first-of-type").allInnerTexts(), ["Microsoft Teams"]);
    assert.deepEqual(await violations(page), []);
  }, { prepare: inParts((name) => void fetched.push(name)) });
  assert.deepEqual(said, []);
});

test("values that the catalogue does not know are left out, and that is said", async () => {
  const { said } = await visit("search/?tag=nonsense&tag=messaging&source=__proto__&auth=%3Cb%3E&colour=red", async (page) => {
    await shows(page, "with 1 filter");
    const note = await page.locator(".notes").innerText();
    for (const value of ["nonsense", "__proto__", "<b>"]) assert.ok(note.includes(value), note);
    await choice(page, "Open source").check();
    await shows(page, "with 2 filters");
    assert.equal(query(page), "?tag=messaging&source=open");
    assert.equal(await page.locator(".notes").innerText(), "");
  });
  assert.deepEqual(said, []);
});

test("a misspelt word is corrected, and what was typed can be searched for instead", async () => {
  const { said } = await visit("search/?q=shopfy", async (page) => {
    await shows(page, "“shopify”");
    assert.match(await page.locator(".notes").innerText(), /Showing results for shopify\. Search instead for shopfy/);
    assert.equal(await field(page).inputValue(), "shopfy");
    assert.deepEqual(await violations(page), []);
    await page.locator(".notes a").click();
    await shows(page, "No connectors for “shopfy”");
    assert.equal(query(page), "?q=shopfy&literal=1");
    assert.deepEqual(await violations(page), []);
    await page.goBack();
    await shows(page, "“shopify”");
    await page.goForward();
    await shows(page, "No connectors for “shopfy”");
    await field(page).fill("shopfyx");
    await page.waitForURL(/\?q=shopfyx$/);
  });
  assert.deepEqual(said, []);
});

test("a filter written into the words becomes a chip with Enter", async () => {
  const { said } = await visit("search/", async (page) => {
    await field(page).fill('publisher:pebblecast tag:"Customer support" twilio');
    await shows(page, "1 connector for");
    assert.equal(await page.locator(".chips .chip").count(), 0);
    await field(page).press("Enter");
    await shows(page, "1 connector for “twilio” with 2 filters");
    assert.equal(query(page), "?q=twilio&tag=customer-support&publisher=pebblecast");
    assert.equal(await field(page).inputValue(), "twilio");
    assert.ok(await page.evaluate(() => document.activeElement.name === "q"));
    assert.equal(await page.locator(".chips .chip:not(.chip-clear)").count(), 2);
    await page.locator(".chip-clear").click();
    await field(page).fill("publisher:nobody");
    await field(page).press("Enter");
    await shows(page, "No connectors for “publisher:nobody”");
    assert.equal(await page.locator(".chips .chip").count(), 0);
    await page.goto(site.address + "search/?q=app%3Aslack");
    await shows(page, "2 connectors with 1 filter");
    assert.equal(query(page), "?app=slack");
  });
  assert.deepEqual(said, []);
});

test("an empty result shows the ways out, with what each leads to", async () => {
  const { said } = await visit("search/?q=slack&tag=messaging&access=request", async (page) => {
    await shows(page, "No connectors for “slack” with 2 filters");
    const way = page.locator(".empty a", { hasText: "Without “On request”" });
    const n = Number(await way.locator(".n").innerText());
    assert.ok(n > 0);
    const ask = new URL(await page.locator(".empty a.button").getAttribute("href"));
    assert.equal(ask.searchParams.get("title"), "slack");
    assert.equal(await page.locator(".empty a", { hasText: "Accounting" }).getAttribute("href"), "/search/?tag=accounting");
    assert.deepEqual(await violations(page), []);
    await way.click();
    await shows(page, `${n} connectors for “slack” with 1 filter`);
    assert.equal((await names(page)).length, n);
    assert.equal(await page.evaluate(() => document.activeElement.id), "results", "the link is gone, the focus is not");
  });
  assert.deepEqual(said, []);
});

test("an app that is asked for by its name stands above its listings", async () => {
  await visit("search/?q=slack", async (page) => {
    await shows(page, "“slack”");
    const row = page.locator(".app-row");
    assert.match(await row.innerText(), /Slack\s+App, 2 connectors/);
    assert.equal(await row.getAttribute("href"), "/apps/slack/");
  });
});

test("what should not be chosen says so in its row", async () => {
  await visit("search/?status=deprecated&status=suspended", async (page) => {
    await shows(page, "3 connectors with 2 filters");
    const rows = await page.locator(".card").allInnerTexts();
    assert.equal(rows.filter((text) => /Deprecated[^]*a better alternative exists/.test(text)).length, 2);
    assert.equal(rows.filter((text) => /Suspended[^]*Do not install for now/.test(text)).length, 1);
    assert.deepEqual(await violations(page), []);
  });
});

test("the number of results is said once, after a pause", async () => {
  await visit("search/", async (page) => {
    await page.locator('[role="status"]:not(:empty)').waitFor({ state: "attached" });
    await stopClock(page);
    await page.evaluate(() => {
      window.heard = [];
      new MutationObserver(([{ target }]) => target.textContent && window.heard.push(target.textContent)).observe(document.querySelector('[role="status"]'), { childList: true });
    });
    const heard = () => page.evaluate(() => window.heard);
    for (const letter of "slack") {
      await field(page).press(letter);
      await page.clock.runFor(80);
    }
    await shows(page, "“slack”");
    await page.clock.runFor(600);
    assert.deepEqual(await heard(), []);
    await page.clock.runFor(10_000);
    assert.deepEqual(await heard(), [await heading(page).innerText()]);
  });
});

test("on a small screen the filters wait in one closed box", async () => {
  const fetched = [];
  await visit("search/?q=s&access=direct", async (page) => {
    await shows(page, "“s” with 1 filter");
    const filters = page.locator(".fold");
    assert.equal(await filters.getAttribute("open"), null);
    assert.equal(await filters.locator("> summary").innerText(), "Filters (1)");
    assert.ok(!fetched.includes("facets/tag-0"), "nobody sees those numbers yet");
    await filters.locator("> summary").click();
    await group(page, "Category").locator("li").first().waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await overflow(page), 0);
    await page.locator(".facets-done").click();
    assert.equal(await filters.getAttribute("open"), null);
    assert.equal(await page.evaluate(() => document.activeElement.id), "results");
  }, { viewport: { width: 320, height: 700 }, prepare: inParts((name) => void fetched.push(name)) });
});

const BAD = [
  "x".repeat(10_000), "ab ".repeat(3_000), "!!! ??? ---", ".*+?^${}()|[]\\", "(((((", "a{99999}", "مرحبا بالعالم", "\u202eabc\u202c", "👩‍👩‍👧‍👦 🎉", "__proto__", "constructor", "toString hasOwnProperty",
  "<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "publisher:", 'tag:"', "app:__proto__", "\ud800", "%00%ff", "\u0000", "e\u0301\u0301\u0301", "日本語", '"slack', "“”", "&q=x&tag=y#z",
];

test("whatever is typed, the page stays quiet, whole and honest", async () => {
  const { said } = await visit("search/", async (page) => {
    for (const text of BAD) {
      const before = query(page);
      await field(page).fill(text);
      await shows(page, text.trim().slice(0, 3) ? "for “" : "Search");
      await page.waitForURL((url) => url.search !== before);
      const now = await page.evaluate(() => ({ value: document.querySelector('input[name="q"]').value, images: document.images.length, failed: document.querySelectorAll(".failed").length, cards: document.querySelectorAll(".card").length, address: location.href.length }));
      assert.deepEqual([await overflow(page), now.failed], [0, 0], text.slice(0, 40));
      assert.equal(now.value.length > 0, true);
      assert.ok(now.address < 4_000, `${now.address}`);
      if (!now.cards) assert.match(await heading(page).innerText(), /^No connectors for/);
      await page.reload();
      await shows(page, "for “");
    }
  }, { viewport: { width: 320, height: 700 } });
  assert.deepEqual(said, []);
});

test("the field in the header suggests, by keyboard alone", async () => {
  const { said } = await visit("apps/", async (page) => {
    await page.keyboard.press("/");
    await page.keyboard.type("slack");
    await page.locator('[role="option"]').first().waitFor();
    assert.deepEqual(await violations(page), []);
    const input = field(page);
    const texts = await page.locator('[role="option"]').allInnerTexts();
    assert.match(texts[0], /Slack\s+App, 2 connectors/);
    assert.match(texts.at(-1), /Search for “slack”/);
    const active = () => page.evaluate(() => [...document.querySelectorAll('[role="option"]')].findIndex((row) => row.id === document.activeElement.getAttribute("aria-activedescendant")));
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(), texts.length - 1, "up from the field leads to the last row");
    await page.keyboard.press("ArrowDown");
    assert.equal(await active(), -1);
    await page.keyboard.press("ArrowDown");
    assert.equal(await active(), 0);
    await page.keyboard.press("Escape");
    assert.deepEqual([await input.inputValue(), await input.getAttribute("aria-expanded"), await page.locator('[role="option"]').count()], ["slack", "false", 0]);
    await page.keyboard.type(" mes");
    await page.locator('[role="option"]', { hasText: "Slack Messages" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/listings\/slack-messages\/|apps\/slack\//);
    await page.keyboard.press("/");
    await page.keyboard.type("stripe");
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/\?q=stripe$/);
  });
  assert.deepEqual(said, []);
});

test("suggestions for older words never take the place of newer ones, and leave with the field", async () => {
  const gate = new Gate();
  const hold = async (page, text) => {
    gate.isShut = true;
    await field(page).fill(text);
    await until(() => gate.nHeld > 0, `parts for “${text}”`);
    gate.isShut = false;
  };
  const { said } = await visit("apps/", async (page) => {
    await field(page).fill("xero");
    await page.locator('[role="option"]', { hasText: "Xero Invoices" }).waitFor();
    await hold(page, "shopify");
    await field(page).fill("notion");
    await page.locator('[role="option"]', { hasText: "Notion Page Writer" }).waitFor();
    await gate.release(page);
    assert.ok((await page.locator('[role="option"]').allInnerTexts()).some((text) => text.includes("Notion Page Writer")));
    await hold(page, "stripe");
    await field(page).blur();
    await gate.release(page);
    assert.equal(await page.locator('[role="option"]').count(), 0);
  }, { prepare: inParts((name) => name.startsWith("rows") && gate.pass(name)) });
  assert.deepEqual(said, []);
});

test("without an index the header's field is a plain form", async () => {
  let nLost = 0;
  const { said } = await visit("apps/", async (page) => {
    await field(page).fill("slack");
    await until(() => nLost > 0, "an index that gets lost");
    await settle(page);
    assert.equal(await page.locator('[role="option"]').count(), 0);
    await field(page).press("Enter");
    await page.waitForURL(/search\/\?q=slack$/);
    await page.locator(".failed").waitFor();
    assert.equal(await field(page).inputValue(), "slack");
  }, { prepare: inParts(() => ((nLost += 1), "lost")) });
  assert.deepEqual(ofScripts(said), []);
});

test("an address that does not exist proposes what it nearly says", async () => {
  const { said } = await visit("listings/slack-mesages/", async (page) => {
    assert.equal(await page.locator("[data-not-found] a").first().innerText(), "Slack Messages");
  });
  assert.deepEqual(ofScripts(said), []);
});
