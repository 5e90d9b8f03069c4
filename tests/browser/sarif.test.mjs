// The SARIF report is what the standard's own schema says. The schema comes out of an npm package; Ajv judges.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { pressmark, root } from "./support.mjs";

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
// Without the `u` flag: a pattern of the official schema has a lone bracket.
const isValid = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);

/** The SARIF report of a copy of the demo, after `spoil` has had its way with the content folder. */
function report(spoil) {
  const folder = mkdtempSync(join(tmpdir(), "pressmark-sarif-"));
  try {
    cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
    spoil(join(folder, "content"));
    const run = spawnSync(pressmark, ["check", "--today", "2026-12-01", "--format", "sarif"], { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 });
    assert.ok(run.status === 0 || run.status === 1, run.stderr);
    return JSON.parse(run.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const assertValid = (log) => assert.ok(isValid(log), JSON.stringify(isValid.errors, null, 2));

test("the report of a sound catalogue is valid SARIF without results", () => {
  const log = report(() => {});
  assertValid(log);
  assert.deepEqual(log.runs[0].results, []);
});

test("the report of a broken catalogue is valid SARIF, with fixes and the pages of its rules", () => {
  const log = report((content) => {
    const listing = join(content, "listings/slack-messages/listing.yaml");
    writeFileSync(listing, readFileSync(listing, "utf8").replace("app: Slack", "app: slack").replace("name: Slack Messages", "name: S\nname: S"));
    writeFileSync(join(content, "listings/slack-approvals/listing.yaml"), 'name: "{0} [x](javascript:y) <b>"\nnaem: x\nversions: [{version: 1.2}]\n');
    writeFileSync(join(content, "listings/shopify-orders/icon.svg"), "<svg");
  });
  assertValid(log);
  const [run] = log.runs;
  assert.ok(run.results.length > 5, `${run.results.length} results`);
  assert.ok(run.results.some((result) => result.fixes), "one has a fix");
  assert.ok(run.results.some((result) => result.relatedLocations), "one has a related place");
  for (const rule of run.tool.driver.rules) {
    assert.equal(rule.helpUri, `https://connectors.example/rules/${rule.name}/`);
  }
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
  }
});

test("the schema rejects what is no SARIF", () => {
  const log = report(() => {});
  log.runs[0].results.push({ ruleId: "L001", level: "fatal", message: { text: "x" } });
  assert.ok(!isValid(log));
});
