// The live preview: a saved change shows without a reload, a broken file shows its report over the last good page.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { launch, pressmark, root, until } from "./support.mjs";

/** Waits until an open page is told of every change. */
const connected = (page) => page.locator("html[data-live]").waitFor({ state: "attached" });

/** A copy of the demo, which `prepare` may change, in a preview: `use` gets its folder, its address and a page. */
async function preview(args, prepare, use) {
  const folder = mkdtempSync(join(tmpdir(), "pressmark-preview-"));
  cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
  prepare(folder);
  const server = spawn(pressmark, ["serve", "--port", "0", ...args], { cwd: folder });
  const address = await new Promise((found, failed) => {
    let text = "";
    server.stdout.on("data", (data) => {
      text += data;
      const match = /http:\/\/127\.0\.0\.1:\d+\//.exec(text);
      if (match) found(match[0]);
    });
    server.on("exit", (code) => failed(new Error(`serve ended with ${code}: ${text}`)));
  });
  let browser;
  try {
    browser = await launch();
    await use(folder, address, await (await browser.newContext()).newPage());
  } finally {
    server.removeAllListeners("exit");
    server.kill();
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the preview follows the files", () =>
  preview([], () => {}, async (folder, address, page) => {
    const listing = join(folder, "content/listings/slack-messages/listing.yaml");
    const before = readFileSync(listing, "utf8");
    await page.goto(`${address}listings/slack-messages/`);
    await connected(page);

    writeFileSync(listing, before.replace(/^summary: .*/m, "summary: A summary that was changed just now."));
    await page.getByText("A summary that was changed just now.").first().waitFor({ timeout: 10_000 });

    writeFileSync(join(folder, "content/listings/slack-approvals/listing.yaml"), "name: Broken\nnaem: x\n");
    const report = page.locator("#pressmark-report");
    await report.waitFor({ timeout: 10_000 });
    assert.match(await report.innerText(), /unknown key `naem`/);
    assert.match(await page.locator("h1").innerText(), /Slack Messages/, "the last good page is still there");
    await page.keyboard.press("Escape");
    assert.equal(await report.count(), 0);

    rmSync(join(folder, "content/listings/slack-approvals"), { recursive: true });
    renameSync(join(folder, "content/listings/slack-messages"), join(folder, "content/listings/slack-posts"));
    await until(async () => (await page.request.get(`${address}listings/slack-posts/`)).ok(), "the page at its new address");
    // A page of its own: the one that is open reloads by itself as the folder changes.
    const other = await page.context().newPage();
    await other.goto(`${address}listings/slack-posts/`);
    assert.match(await other.locator("h1").innerText(), /Slack Messages/);
    const gone = await other.request.get(`${address}listings/slack-messages/`);
    assert.equal(gone.status(), 404);
  }));

test("a changed theme is taken on without a page load, and a changed template with one", () => {
  const inTheme = (folder, file) => join(folder, "themes/harbour", file);
  const prepare = (folder) => {
    mkdirSync(inTheme(folder, "templates/components"), { recursive: true });
    writeFileSync(inTheme(folder, "theme.yaml"), 'accent: "#0a5a49"\n');
    writeFileSync(inTheme(folder, "theme.css"), "h1 { letter-spacing: 1px; }\n");
  };
  return preview(["--theme", "harbour"], prepare, async (folder, address, page) => {
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    await page.goto(address);
    await connected(page);
    await page.evaluate(() => (window.isTheSamePage = true));
    const isTheSame = () => page.evaluate(() => window.isTheSamePage === true);
    const style = (selector, name) => page.evaluate(([s, n]) => getComputedStyle(document.querySelector(s))[n], [selector, name]);
    const until = (selector, name, value) =>
      page.waitForFunction(([s, n, v]) => getComputedStyle(document.querySelector(s))[n] === v, [selector, name, value], { timeout: 10_000 });
    const sheets = () => page.locator('link[rel="stylesheet"]').count();

    writeFileSync(inTheme(folder, "theme.css"), "h1 { letter-spacing: 3px; }\n");
    await until("h1", "letterSpacing", "3px");
    assert.ok(await isTheSame(), "a changed stylesheet");
    assert.equal(await sheets(), 2, "the old link is gone");

    writeFileSync(inTheme(folder, "theme.yaml"), 'accent: "#8a1f11"\nneutral_chroma: 0.03\nneutral_hue: 82\n');
    await until(".search-large .button", "backgroundColor", "rgb(138, 31, 17)");
    assert.ok(await isTheSame(), "a changed theme.yaml");
    const frame = await page.evaluate(() => document.querySelector('meta[name="theme-color"]').content);
    assert.notEqual(frame, "#ffffff", "the browser's own frame follows");
    const icon = await (await page.request.get(new URL(await page.locator(".brand img").first().getAttribute("src"), address).href)).text();
    assert.match(icon, /#8a1f11/, "the mark in the header takes the accent");

    writeFileSync(inTheme(folder, "theme.yaml"), 'accent: "#ffcc00"\n');
    const report = page.locator("#pressmark-report");
    await report.waitFor({ timeout: 10_000 });
    assert.match(await report.innerText(), /contrast-too-low[^]*the nearest value that passes is/);
    assert.equal(await style(".search-large .button", "backgroundColor"), "rgb(138, 31, 17)", "the last good look stays");
    assert.ok(await isTheSame(), "a theme that is refused");

    writeFileSync(inTheme(folder, "theme.yaml"), 'accent: "#0a5a49"\n');
    await report.waitFor({ state: "detached", timeout: 10_000 });
    await until(".search-large .button", "backgroundColor", "rgb(10, 90, 73)");
    assert.ok(await isTheSame(), "a theme that is right again");

    writeFileSync(inTheme(folder, "templates/components/badge.html"), readFileSync(join(root, "templates/components/badge.html"), "utf8").replace("<span", "<span data-mine"));
    await page.locator("[data-mine]").first().waitFor({ state: "attached", timeout: 10_000 });
    assert.ok(!(await isTheSame()), "a changed template");
    assert.deepEqual(said, [], "nothing was refused by the policy of the page");
  });
});
