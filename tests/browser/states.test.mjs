// Catalogues that no designer had in mind: nothing in it, a single listing, names of every length and direction. And the same pages as other visitors
// have them: on paper, in forced colours, without motion.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build, files, kinds, launch, open, overflow, serve, settle, show, siteFolder, violations } from "./support.mjs";
import { faults } from "./validator.mjs";

const work = mkdtempSync(join(tmpdir(), "pressmark-states-"));
let browser, demo;
before(async () => {
  [browser, demo] = await Promise.all([launch(), serve(siteFolder)]);
});
after(async () => {
  await browser.close();
  demo.close();
  rmSync(work, { recursive: true, force: true });
});

/** Builds a catalogue of `texts`, by path below the content folder, and serves it. */
async function serveTexts(name, texts) {
  const site = join(work, name + "-site");
  build(texts, join(work, name), site);
  return { site, ...(await serve(site)) };
}

/** Looks at pages as a visitor in each scheme at two widths, and at 320 pixels. */
async function look(served, paths) {
  const wrong = [];
  for (const path of paths) {
    const { said } = await open(browser, served.address, path, {}, async (page) => {
      for (const { part, ...view } of [{ colorScheme: "light", width: 1280, part: "all" }, { colorScheme: "dark", width: 320, part: "all" }]) {
        await show(page, view);
        const place = `/${path} ${view.colorScheme} ${view.width}`;
        wrong.push(...(await violations(page, part)).map((found) => `${place}: ${found}`));
        const excess = await overflow(page);
        if (excess > 0) wrong.push(`${place}: ${excess} pixels too wide`);
      }
    });
    wrong.push(...said.filter((line) => !line.includes("404")).map((line) => `/${path}: ${line}`));
  }
  return wrong;
}

const pages = ({ site }) => files(site).filter((path) => path.endsWith(".html") && !path.startsWith("rules/")).map((path) => path.replace(/index\.html$/, ""));
const SETTINGS = "title: Small catalogue\nbase_url: https://small.example/\nlanguage: en\n";
const PUBLISHER = { "publishers/someone.yaml": "name: Someone\nurl: https://someone.example\n" };
const TAG = (id, label) => `- id: ${id}\n  label: ${label}\n  description: What this category holds.\n`;
const listing = (name, app, tag, publisher = "someone") => `name: ${JSON.stringify(name)}\napp: ${JSON.stringify(app)}\nsummary: ${JSON.stringify(`${name} keeps two systems in step.`)}\npublisher: ${publisher}\ntags: [${tag}]\nsource: open\nsource_url: https://git.example/x/y\ninstall: {mode: direct, url: "https://app.example/install"}\nsupport: {url: "https://help.example/"}\n`;

test("a catalogue without a listing is a site, and says that there is nothing yet", async () => {
  const served = await serveTexts("empty", { "catalogue.yaml": SETTINGS });
  assert.deepEqual(await look(served, pages(served)), []);
  const { result } = await open(browser, served.address, "search/?q=x", {}, (page) => page.locator("main").innerText());
  assert.match(result, /No connectors/);
  served.close();
});

test("a catalogue of a single listing has no heading over nothing", async () => {
  const served = await serveTexts("single", {
    "catalogue.yaml": SETTINGS,
    "tags.yaml": TAG("chat", "Chat"),
    ...PUBLISHER,
    "apps/slack.yaml": "name: Slack\nwebsite: https://slack.com\n",
    "listings/slack-only/listing.yaml": listing("Slack Only", "Slack", "chat"),
  });
  const paths = pages(served);
  assert.ok(paths.includes("listings/slack-only/"), paths.join());
  assert.deepEqual(await look(served, paths), []);
  for (const path of paths) {
    const { result } = await open(browser, served.address, path, {}, (page) =>
      page.$$eval("main h2", (headings) => headings.filter((heading) => !heading.closest("section, nav, aside, article, details")?.textContent.replace(heading.textContent, "").trim()).map((heading) => heading.textContent)));
    assert.deepEqual(result, [], `/${path}`);
  }
  served.close();
});

test("names of any length, script and direction stay within the page", async () => {
  const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  const names = { long: LONG.slice(0, 60), words: "An app whose name simply goes on and on until nobody looks", rtl: "منصة إدارة المشاريع والفواتير", cjk: "経費精算システム連携コネクター", mixed: "שלום World 世界 (v2)", emoji: "🧾 Receipts 👩🏽‍💻" };
  const texts = { ...PUBLISHER, "catalogue.yaml": SETTINGS, "tags.yaml": TAG("odd", LONG.slice(0, 40)) };
  for (const [slug, name] of Object.entries(names)) {
    texts[`apps/${slug}.yaml`] = `name: ${JSON.stringify(name)}\nwebsite: https://${slug}.example\n`;
    texts[`listings/${slug}-one/listing.yaml`] = listing(name, name, "odd");
    texts[`listings/${slug}-one/README.md`] = `# ${name}\n\n${"Text. ".repeat(20)}\n\n| ${LONG} | ${LONG} |\n| --- | --- |\n| \`${LONG.repeat(3)}\` | ${name} |\n\n    ${LONG.repeat(4)}\n\nhttps://${slug}.example/${"x".repeat(300)}\n`;
  }
  const served = await serveTexts("odd", texts);
  const paths = pages(served);
  assert.equal(paths.filter((path) => /^listings\/[^/]+\/$/.test(path)).length, 6, paths.join());
  assert.deepEqual(await look(served, [...paths, "search/?q=" + encodeURIComponent(names.rtl)]), []);
  served.close();
});

test("lists of hundreds are cut into pages that are as sound as the first", async () => {
  const first = "Alder Birch Cedar Dahlia Elder Fern Ginkgo Hazel Iris Juniper Kale Larch Maple Nettle Oak Poplar Quince Rowan Sage Thyme Ulmus Viola Willow Xylem Yarrow Zinnia".split(" ");
  const second = "Books Care Desk Flow Grid Help Keys Mail Notes Pay".split(" ");
  const slug = (name) => name.toLowerCase().replaceAll(" ", "-");
  const apps = [...second.flatMap((word) => first.slice(0, 25).map((name) => `${name} ${word}`)), "7 Seas", "経費精算"];
  const makers = [...second.flatMap((word) => first.slice(1).map((name) => `${name} ${word} Works`)), "42 Labs"];
  const texts = { ...PUBLISHER, "catalogue.yaml": SETTINGS + "share_cards: none\n", "tags.yaml": TAG("chat", "Chat") };
  for (const name of apps) texts[`apps/${slug(name).replace("経費精算", "keihi")}.yaml`] = `name: ${name}\nwebsite: https://app.example/\n`;
  for (const name of makers) texts[`publishers/${slug(name)}.yaml`] = `name: ${name}\nurl: https://maker.example/\n`;
  // One publisher of all, and one app of half of them.
  for (let n = 1; n <= 60; n += 1) {
    const app = n % 2 ? "Maple Flow" : apps[n * 4];
    texts[`listings/listing-${n}/listing.yaml`] = listing(`${app} ${first[n % 26]} ${n}`, app, "chat") + (n % 20 ? "" : "lifecycle: {state: deprecated, since: 2026-01-02}\n");
  }
  // Lists name the apps and publishers that have listings: each has one.
  apps.forEach((app, n) => (texts[`listings/own-${n}/listing.yaml`] = listing(`${app} of its own`, app, "chat", slug(makers[n % makers.length]))));
  const served = await serveTexts("long", texts);
  const built = pages(served);
  const of = (start) => built.filter((path) => path.startsWith(start) && /^[^/]+\/(a-z\/\d+\/)?$|^[^/]+\/[^/]+\/\d+\/$/.test(path)).toSorted();
  assert.deepEqual([of("apps/"), of("publishers/")], [["apps/", "apps/a-z/2/", "apps/maple-flow/2/"], ["publishers/", "publishers/a-z/2/", "publishers/someone/2/", "publishers/someone/3/"]]);
  const shown = ["apps/", "apps/a-z/2/", "apps/maple-flow/2/", "publishers/a-z/2/", "publishers/someone/3/", "browse/a-z/3/", "tags/chat/new/3/"];
  assert.deepEqual(await look(served, shown), []);
  assert.deepEqual(await faults(served.site, [...of("apps/"), ...of("publishers/"), ...shown].map((path) => `${path}index.html`)), []);

  // Together the pages hold every name once, and each letter leads to where it begins.
  const html = (path) => readFileSync(join(served.site, path, "index.html"), "utf8");
  for (const [list, names] of [["apps/", apps], ["publishers/", [...makers, "Someone"]]]) {
    const found = [];
    for (const path of of(list).filter((path) => path === list || path.startsWith(`${list}a-z/`))) {
      found.push(...[...html(path).matchAll(/<h3><a [^>]*>([^<]+)<\/a><\/h3>/g)].map((match) => match[1]));
      const letters = [...html(path).split('<nav class="letters"')[1].split("</nav>")[0].matchAll(/ href="(\/[^"#]*)?#([^"]+)"/g)];
      assert.equal(letters.length, 26, `/${path}`);
      for (const [, to, id] of letters) assert.ok(html(to?.slice(1) ?? path).includes(` id="${id}"`), `/${path}: ${to}#${id}`);
    }
    assert.deepEqual(found.toSorted(), names.toSorted(), list);
  }
  served.close();
});

test("in forced colours every picture, button and chosen thing keeps an edge or a word", async () => {
  for (const path of ["", "browse/", "listings/shopify-orders/", "search/?q=slack"]) {
    const { result } = await open(browser, demo.address, path, { forcedColors: "active" }, async (page) => {
      await page.keyboard.press("Tab");
      return page.evaluate(() => {
        const seen = (el) => el.checkVisibility() && el.getBoundingClientRect().width > 1;
        const bare = [...document.querySelectorAll(".button")].filter(seen).filter((el) => parseFloat(getComputedStyle(el).borderTopWidth) === 0).map((el) => el.textContent.trim());
        return [bare, parseFloat(getComputedStyle(document.activeElement).outlineWidth) > 0];
      });
    });
    assert.deepEqual(result, [[], true], `/${path}`);
  }
});

test("nothing moves for a visitor who asked for that", async () => {
  for (const path of ["", "listings/shopify-orders/", "search/?q=slack"]) {
    const { result } = await open(browser, demo.address, path, { reducedMotion: "reduce" }, (page) =>
      page.evaluate(() => [...document.querySelectorAll("*")].filter((el) => parseFloat(getComputedStyle(el).transitionDuration) > 0 || getComputedStyle(el).animationName !== "none").map((el) => el.className)));
    assert.deepEqual(result, [], `/${path}`);
  }
});

test("on paper there is the content, dark on light, and no control", async () => {
  await open(browser, demo.address, "", { viewport: { width: 720, height: 1000 } }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const path of kinds.filter((path) => !path.startsWith("search/"))) {
      await page.goto(demo.address + path);
      await settle(page);
      const result = await page.evaluate(() => {
        const light = (colour) => Math.max(...colour.match(/[\d.]+/g).slice(0, 3).map(Number));
        const style = getComputedStyle(document.body);
        // What somebody has filled in is the content of a form.
        const controls = [...document.querySelectorAll("button, input:enabled:not(.submit-form *), select:not(.submit-form *)")].filter((el) => el.checkVisibility()).map((el) => el.outerHTML.slice(0, 80));
        return { isReadable: light(style.color) < 90, controls, hasText: document.querySelector("main").innerText.length > 40 };
      });
      assert.deepEqual(result, { isReadable: true, controls: [], hasText: true }, `/${path}`);
    }
  });
});
