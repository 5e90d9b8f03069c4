// Every built HTML file is valid.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import vnuJar from "vnu-jar";
import { files, read, siteFolder } from "./support.mjs";
import { faults, validator } from "./validator.mjs";

const pages = files(siteFolder).filter((path) => path.endsWith(".html"));

test("every page is valid HTML", async () => {
  assert.deepEqual((await faults(siteFolder, pages)).slice(0, 20), []);
});

/** What the reference validator of the W3C finds wrong: the pages of a folder, or a single file. */
function vnu(path) {
  // In a file nothing comes from the page's own origin; browsers judge the policy in site.test.mjs.
  const filter = ".*violates Content Security Policy.*";
  const run = spawnSync("java", ["-Xss4m", "-jar", vnuJar, "--skip-non-html", "--Werror", "--format", "json", "--filterpattern", filter, path], { maxBuffer: 2 ** 28 });
  return JSON.parse(run.stderr.toString()).messages.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`);
}

test("the reference validator has nothing to say about any page", () => {
  assert.deepEqual(vnu(siteFolder).slice(0, 20), []);
  const planted = join(mkdtempSync(join(tmpdir(), "pressmark-vnu-")), "planted.html");
  writeFileSync(planted, read("index.html").replace("</h1>", "</h1><p><ul></ul></p>"));
  assert.notDeepEqual(vnu(planted), []);
});

/** Titles and descriptions that more than one page has, of those that search engines may list. */
function shared(pages) {
  const wrong = [];
  for (const [what, pattern] of [["title", /<title>([^<]*)<\/title>/], ["description", /<meta name="description" content="([^"]*)"/]]) {
    const found = new Map();
    for (const [page, text] of pages) {
      const canonical = /<link rel="canonical" href="https:\/\/[^/]+\/([^"]*)"/.exec(text)?.[1];
      if (/<meta name="robots" content="noindex/.test(text) || canonical + (canonical?.endsWith("/") || !canonical ? "index.html" : "") !== page) continue;
      const value = pattern.exec(text)?.[1];
      if (!value) wrong.push(`${page} has no ${what}`);
      found.set(value, [...(found.get(value) ?? []), page]);
    }
    wrong.push(...[...found].filter(([, pages]) => pages.length > 1).map(([value, pages]) => `${what} ${value}: ${pages.join(", ")}`));
  }
  return wrong;
}

test("no two pages that search engines may list have the same title or description", () => {
  assert.deepEqual(shared(pages.map((page) => [page, read(page)])), []);
  const [one, other] = ["about/index.html", "publish/index.html"].map((page) => [page, read(page)]);
  const title = /<title>[^<]*<\/title>/;
  assert.equal(shared([one, [other[0], other[1].replace(title, title.exec(one[1])[0])]]).length, 1, "planted");
});

test("a planted fault is found", async () => {
  const report = await validator.validateString(read("index.html").replace("</h1>", "</h2>"), "planted.html");
  assert.equal(report.valid, false);
});

/** Headings of `html` that come too deep below the one before. */
function skipped(html) {
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => +level);
  return levels.flatMap((level, at) => (at > 0 && level > levels[at - 1] + 1 ? [`h${level} after h${levels[at - 1]}`] : []));
}

test("no level of heading is skipped", () => {
  assert.deepEqual(pages.flatMap((page) => skipped(read(page)).map((found) => `${page}: ${found}`)), []);
  assert.deepEqual(skipped(read("index.html").replace("</h1>", "</h1><h3>Planted</h3>")), ["h3 after h1"]);
});

test("every link to a part of a page leads to an id", () => {
  const ids = new Map(pages.map((page) => [page, new Set([...read(page).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))]));
  const wrong = [];
  for (const page of pages) {
    for (const [, path, fragment] of read(page).matchAll(/ href="(\/[^"#]*)?#([^"]+)"/g)) {
      const target = path === undefined ? page : (path.slice(1) + (path.endsWith("/") ? "index.html" : ""));
      if (!ids.get(target)?.has(decodeURIComponent(fragment))) wrong.push(`${page}: ${path ?? ""}#${fragment}`);
    }
  }
  assert.deepEqual(wrong, []);
});
