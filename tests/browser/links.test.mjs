// The checks that read files see the faults that are planted for them: a check that lets everything pass looks like one that finds nothing.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { read, root, siteFolder } from "./support.mjs";

const lychee = process.env.LYCHEE ?? join(root, "target/tools/bin/lychee");
const work = mkdtempSync(join(tmpdir(), "pressmark-links-"));
after(() => rmSync(work, { recursive: true, force: true }));

/** What the link checker says of `page`, in place of the first page of a copy of a few files, asked as `tests/run` asks. */
function check(name, page) {
  const folder = join(work, name);
  for (const path of ["404.html", "assets", "about", "manual"]) cpSync(join(siteFolder, path), join(folder, path), { recursive: true });
  writeFileSync(join(folder, "index.html"), page);
  const run = spawnSync(lychee, ["--offline", "--no-progress", "--root-dir", folder, "--index-files", "index.html", "--include-fragments", join(folder, "index.html")], { encoding: "utf8" });
  return { code: run.status, said: run.stdout + run.stderr };
}

/** A page that links to `addresses` and to nothing else. */
const linking = (...addresses) => `<!doctype html><html lang="en"><title>Links</title><h1 id="top">Links</h1>${addresses.map((to) => `<a href="${to}">there</a>`).join(" ")}</html>`;

test("the link checker finds a dead link and a dead fragment", { skip: existsSync(lychee) ? false : `no ${lychee}` }, () => {
  const heading = / id="([^"]+)"/.exec(read("about/index.html").split("<main")[1])[1];
  const sound = check("sound", linking("/about/", `/about/#${heading}`, "#top"));
  assert.equal(sound.code, 0, sound.said);
  for (const [name, dead] of [["link", "/about/nowhere/"], ["file", "/assets/none.css"], ["fragment", "/about/#nowhere"], ["own-fragment", "#nowhere"]]) {
    const { code, said } = check(name, linking("/about/", dead));
    assert.ok(code !== 0 && said.includes(dead.replace(/^.*\//, "")), `${dead}: ${said}`);
  }
});
