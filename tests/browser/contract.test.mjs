// One contract, two engines: the browser's modules answer what the generator's own engine answers, result by result.

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "../../templates/js/search.js";
import { pressmark, root, siteFolder } from "./support.mjs";

const scratch = mkdtempSync(join(tmpdir(), "pressmark-contract-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Opens the index of a built site without a server. */
async function engineOf(site) {
  return open(join(site, "search/index.json"), async (path) => JSON.parse(readFileSync(path, "utf8")));
}

const slugsOf = async (engine, ids) => (await engine.rows(ids)).map(({ slug }) => slug);

test("the demo answers every case as the generator does", async () => {
  const engine = await engineOf(siteFolder);
  const cases = JSON.parse(readFileSync(join(root, "tests/search/queries.json"), "utf8"));
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

test("a catalogue in many parts is searched by both as one", async () => {
  const content = join(scratch, "content");
  execFileSync("node", [join(root, "tests/bench/search/corpus.mjs"), "700", content], { stdio: "ignore" });
  appendFileSync(join(content, "catalogue.yaml"), "share_cards: none\n");
  const site = join(scratch, "site");
  execFileSync(pressmark, ["build", "--content", content, "--out", site], { stdio: "ignore" });
  const engine = await engineOf(site);
  assert.ok(engine.core.words.fences.length > 4 && engine.core.words.heads.length > 1, "a query needs some parts of many");

  const listings = await engine.rows(Array.from({ length: 60 }, (_, k) => k * 11));
  const slip = (word) => word.slice(0, 2) + word.slice(3);
  const queries = listings.flatMap(({ name, app: [, app], summary }, k) => {
    const [first, ...others] = name.split(" ");
    const some = summary.split(" ").slice(2, 4).join(" ");
    const asked = [name, name.slice(0, (k % 4) + 1), [...others, first].join(" "), first + others.join(""), slip(name), `${app} ${slip(some)}`, some, `"${some}"`, name.slice(1), `${name} connector`];
    return asked.map((q) => q.replace(/\s+/g, " ").trim());
  });
  const said = execFileSync(pressmark, ["search", "--json", "--limit", "0", "--content", content, "-"], { input: queries.join("\n"), maxBuffer: 2 ** 30 }).toString();
  const answers = said.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(answers.length, queries.length);
  for (const { query, total, corrected, suggestion, results } of answers) {
    const found = await engine.find({ q: query });
    assert.deepEqual(
      { total: found.total, corrected: found.corrected || null, suggestion: found.suggestion || null, slugs: await slugsOf(engine, found.ids) },
      { total, corrected, suggestion, slugs: results.map(({ slug }) => slug) },
      query,
    );
  }
});
