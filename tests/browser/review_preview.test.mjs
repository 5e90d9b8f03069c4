// The preview of a change, as a reviewer opens it: by a double click on a file of an unpacked artifact, and from a host.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { files, launch, listen, overflow, root, run, until, violations } from "./support.mjs";

const work = mkdtempSync(join(tmpdir(), "pressmark-review-"));
// As a person's folder may be called.
const preview = join(work, "Downloads (1) #2", "preview");
let browser;

/** Proposes an edit of a listing with pictures and a new listing to the demo, and previews it. */
before(async () => {
  const git = (...args) => execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@test.example", "-c", "commit.gpgsign=false", ...args], { cwd: work, stdio: "pipe" });
  const edit = (path, change) => writeFileSync(join(work, path), change(readFileSync(join(work, path), "utf8")));
  const listing = "content/listings/shopify-orders";
  cpSync(join(root, "content"), join(work, "content"), { recursive: true });
  writeFileSync(join(work, ".gitignore"), "Downloads*\n");
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "The catalogue");
  git("checkout", "-q", "-b", "proposal");
  edit(`${listing}/listing.yaml`, (text) => text.replace("line by line", "parcel by parcel"));
  edit(`${listing}/icon.svg`, (text) => text.replace(/fill="#\w+"/, 'fill="#aa3377"'));
  appendFileSync(join(work, listing, "README.md"), "\nA last line.\n");
  cpSync(join(work, "content/listings/notion-pages"), join(work, "content/listings/notion-leaves"), { recursive: true });
  edit("content/listings/notion-leaves/listing.yaml", (text) => text.replace(/^name:.*/m, "name: Notion Leaves <b>"));
  git("add", "-A");
  git("commit", "-q", "-m", "A proposal");
  mkdirSync(join(preview, ".."));
  run(["review", "--base", "main", "--today", "2026-12-01", "--preview", preview], { cwd: work });
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
});

/** Every page of the preview. */
const pages = () => files(preview).filter((path) => path.endsWith(".html"));
const address = (path) => pathToFileURL(join(preview, path)).href;

/** Opens the page at `url`, with everything in it that waits for being seen. */
async function open(url, options, use) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const said = [];
    page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("requestfailed", (request) => said.push(`failed: ${request.url()}`));
    page.on("request", (request) => new URL(request.url()).origin === new URL(url).origin || said.push(`third party: ${request.url()}`));
    await page.goto(url);
    for (const frame of await page.locator("iframe").all()) await frame.scrollIntoViewIfNeeded();
    await until(() => page.frames().slice(1).every((frame) => frame.url() !== "about:blank"), "the pages in frames");
    await Promise.all(page.frames().map((frame) => frame.waitForLoadState()));
    return { said, result: await use(page) };
  } finally {
    await context.close();
  }
}

/** What of a page and its frames is not there as it should be. */
const broken = async (page) => {
  const wrong = [];
  for (const frame of page.frames()) {
    const found = await frame.evaluate(async () => {
      const images = [...document.images];
      // One that waits for being seen would be waited for for ever.
      for (const image of images) image.loading = "eager";
      await Promise.all(images.map((image) => image.decode().catch(() => {})));
      const dead = images.filter((image) => image.naturalWidth === 0).map((image) => image.src);
      const styled = [...document.styleSheets].length > 0 && getComputedStyle(document.body).marginTop === "0px";
      return [...dead, ...(styled ? [] : ["no stylesheet"]), ...(document.scripts.length ? ["a script"] : [])];
    });
    wrong.push(...found.map((what) => `${what} on ${frame.url()}`));
  }
  return wrong;
};

test("every page opens from a folder, with its style and its pictures and without a complaint", async () => {
  assert.ok(pages().length >= 6, pages().join(" "));
  for (const path of pages()) {
    const { said, result } = await open(address(path), {}, broken);
    assert.deepEqual([...said, ...result], [], path);
  }
});

test("both pages are shown beside each other, below each other where there is no room, and lead to the pages themselves", async () => {
  // Of the two listings the edited one has two pages, the new one has one.
  const boxes = async (width) => {
    const places = (page) => page.locator("section", { hasText: "shopify-orders" }).locator("iframe").evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().toJSON()));
    return (await open(address("index.html"), { viewport: { width, height: 900 } }, places)).result;
  };
  const [left, right] = await boxes(1280);
  assert.ok(left.top === right.top && left.right <= right.left);
  const [upper, lower] = await boxes(700);
  assert.ok(upper.bottom <= lower.top && upper.left === lower.left);
  const { result } = await open(address("index.html"), {}, async (page) => {
    await page.getByRole("link", { name: "Open the page after the change" }).last().click();
    return [page.url(), await page.locator(".lede").first().innerText()];
  });
  assert.equal(result[0], address("after/listings/shopify-orders/index.html"));
  assert.match(result[1], /parcel by parcel/);
});

test("the preview is for everybody: axe finds nothing in either scheme, and nothing is wider than a small phone", async () => {
  for (const path of pages().filter((path) => !path.includes("versions"))) {
    for (const [colorScheme, width] of [["light", 1280], ["dark", 320]]) {
      const { result } = await open(address(path), { colorScheme, viewport: { width, height: 800 } }, async (page) => {
        await page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
        const width = await overflow(page);
        const untitled = await page.locator("iframe:not([title])").count();
        // Axe waits for messages of frames, which files do not send to each other; their pages are looked at by themselves.
        await page.locator("iframe").evaluateAll((all) => all.forEach((frame) => frame.replaceWith("A page")));
        return [await violations(page), width, untitled];
      });
      assert.deepEqual([...result[0], result[2]], [0], `${path} ${colorScheme}`);
      assert.ok(result[1] <= 0, `${path} is ${result[1]} pixels too wide at ${width}`);
    }
  }
});

test("the same files open from a host, below any path", async () => {
  const types = { html: "text/html", css: "text/css", svg: "image/svg+xml", png: "image/png", webp: "image/webp" };
  const server = await listen((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname).replace("/some/pull/7/", "");
    const found = files(preview).includes(path);
    response.writeHead(found ? 200 : 404, { "content-type": types[path.split(".").pop()] ?? "text/plain" });
    response.end(found ? readFileSync(join(preview, path)) : "");
  });
  try {
    for (const path of pages()) {
      const { said, result } = await open(`${server.address}some/pull/7/${path}`, {}, broken);
      assert.deepEqual([...said, ...result], [], path);
    }
  } finally {
    server.close();
  }
});
