// One contract, two engines: the browser's modules answer what the generator's own engine answers, result by result.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "../../templates/js/search.js";

const ROOT = new URL("../..", import.meta.url).pathname;
const PRESSMARK = process.env.PRESSMARK || join(ROOT, "target/release/pressmark");
const scratch = mkdtempSync(join(tmpdir(), "pressmark-contract-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Builds a catalogue and opens its index without a server. */
async function engineOf(content, name) {
  const site = join(scratch, name);
  execFileSync(PRESSMARK, ["build", "--content", content, "--out", site], { stdio: "ignore" });
  const folder = readdirSync(join(site, "assets")).find((file) => /^search\.[0-9a-f]+$/.test(file));
  return open(join(site, "assets", folder, "core.json"), async (path) => JSON.parse(readFileSync(path, "utf8")));
}

const slugsOf = async (engine, ids) => (await engine.rows(ids)).map(({ slug }) => slug);

test("the demo answers every case as the generator does", async () => {
  const engine = await engineOf(join(ROOT, "content"), "demo");
  const cases = JSON.parse(readFileSync(join(ROOT, "tests/search/queries.json"), "utf8"));
  assert.ok(cases.length > 40);
  for (const { name, query, filters, sort, answer } of cases) {
    const found = await engine.find({ q: query, ...filters, sort }, ["access", "source", "status"]);
    const counts = Object.fromEntries(Object.entries(found.counts).map(([group, values]) => [group, Object.fromEntries(values)]));
    const have = { total: found.total, slugs: await slugsOf(engine, found.ids.slice(0, 12)), counts };
    if (found.corrected) have.corrected = found.corrected;
    if (found.suggestion) have.suggestion = found.suggestion;
    if (found.app >= 0) [have.app] = await slugsOf(engine, [found.app]);
    assert.deepEqual(have, answer, `${name}: ${query}`);
  }
});
