// The live preview: a saved change shows without a reload, a broken file shows its report over the last good page.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { launch, root } from "./support.mjs";

test("the preview follows the files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pressmark-preview-"));
  cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
  const server = spawn(join(root, "target/release/pressmark"), ["serve", "--port", "0"], { cwd: folder });
  const address = await new Promise((found, failed) => {
    let text = "";
    server.stdout.on("data", (data) => {
      text += data;
      const match = /http:\/\/127\.0\.0\.1:\d+\//.exec(text);
      if (match) found(match[0]);
    });
    server.on("exit", (code) => failed(new Error(`serve ended with ${code}: ${text}`)));
  });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const listing = join(folder, "content/listings/slack-messages/listing.yaml");
    const before = readFileSync(listing, "utf8");
    await page.goto(`${address}listings/slack-messages/`);
    await page.waitForTimeout(500);

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
    await page.waitForTimeout(1500);
    await page.goto(`${address}listings/slack-posts/`);
    assert.match(await page.locator("h1").innerText(), /Slack Messages/);
    const gone = await page.goto(`${address}listings/slack-messages/`);
    assert.equal(gone.status(), 404);
  } finally {
    server.removeAllListeners("exit");
    server.kill();
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
