// Pagefind over the listings of a built site: the pages it reads, its index, and its search in a browser.
//
// It is given what our own index has, marked up as its manual advises: a page a listing with the name as heading, every other field with a weight in
// the order of ours, the README lowest, and filters for what we have facets for. Nothing else of the site's pages (navigation, related listings,
// version notes), and so it indexes less than it would on the site as it stands.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { listingsOf, textsOf } from "./site.mjs";
import { serve } from "./web.mjs";

const BINARY = fileURLToPath(new URL("node_modules/.bin/pagefind", import.meta.url));
const escaped = (text) => String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

/** The page of one listing as Pagefind gets it. */
function page(l, hasReadme) {
  const weighed = (weight, text, marks = "") => (text ? `<p data-pagefind-weight="${weight}"${marks}>${escaped(text)}</p>\n` : "");
  const filters = [
    ["app", [l.app]],
    ["publisher", l.publisher ? [l.publisher] : []],
    ["tag", l.tags],
    ["source", [l.source]],
    ["access", [l.install.mode]],
    ["auth", l.auth],
    ["region", l.regions],
    ["official", [l.official ? "official" : "community"]],
    ["status", [l.state]],
  ].flatMap(([group, values]) => values.map((value) => `<meta data-pagefind-filter="${group}[content]" content="${escaped(value)}">\n`));
  const meta = Object.entries({ app: l.app, publisher: l.publisher, tags: l.tags.slice(0, 3).join(", "), summary: l.summary, updated: l.updated, icon: l.icon, version: l.released, access: l.install.mode })
    .filter(([, value]) => value)
    .map(([key, value]) => `<meta data-pagefind-meta="${key}[content]" content="${escaped(value)}">\n`);
  return `<!doctype html>
<html lang="en">
<head><title>${escaped(l.name)}</title></head>
<body data-pagefind-body>
${filters.join("")}${meta.join("")}<h1>${escaped(l.name)}</h1>
${weighed(6, l.app)}${weighed(3, l.keywords.join(", "))}${weighed(2, l.publisher)}${weighed(1.5, l.tags.join(", "))}${weighed(1, l.summary)}${weighed(1, l.operations.join(", "))}${hasReadme ? `<div data-pagefind-weight="0.2">\n${l.readme}\n</div>\n` : ""}</body>
</html>
`;
}

/**
 * Pagefind's index of a site, in a folder below `work`: `{folder, seconds, processor}`, the seconds its program took by the clock and of the
 * processor. Kept while it is newer than the site.
 */
export function indexed(site, listings, work, { hasReadme = true } = {}) {
  const at = join(work, `${basename(resolve(site))}${hasReadme ? "" : "-short"}`);
  const [pages, folder, note] = ["pages", "index", "seconds"].map((name) => join(at, name));
  if (!existsSync(note) || statSync(note).mtimeMs < statSync(join(site, "catalogue.json")).mtimeMs) {
    rmSync(at, { recursive: true, force: true });
    for (const listing of listings) {
      mkdirSync(join(pages, "listings", listing.slug), { recursive: true });
      writeFileSync(join(pages, "listings", listing.slug, "index.html"), page({ ...listing, ...textsOf(site, listing) }, hasReadme));
    }
    const command = [BINARY, "--site", pages, "--output-path", folder, "--force-language", "en", "--silent"];
    const done = spawnSync("bash", ["-c", `TIMEFORMAT='%R %U %S'; time "$@"`, "pagefind", ...command], { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`pagefind failed: ${done.stderr || done.error}`);
    writeFileSync(note, done.stderr.trim().split("\n").at(-1));
  }
  const [clock, user, system] = readFileSync(note, "utf8").split(" ").map(Number);
  return { folder, seconds: clock, processor: user + system };
}

/** The slugs Pagefind finds for each query, `most` at most, best first. */
export async function find(browser, folder, queries, most = 5) {
  const server = await serve({ "/pagefind/": folder });
  const tab = await browser.newPage();
  await tab.goto(`${server.address}/pagefind/pagefind-entry.json`);
  const found = await tab.evaluate(
    async ([queries, most]) => {
      const pagefind = await import("/pagefind/pagefind.js");
      // What did best on the queries that may be tuned by: how often a word is said matters little where names are short.
      await pagefind.options({ ranking: { termFrequency: 0, metaWeights: { title: 20 } } });
      const lists = [];
      for (const q of queries) {
        const { results } = await pagefind.search(q);
        lists.push((await Promise.all(results.slice(0, most).map((result) => result.data()))).map((data) => data.url));
      }
      return lists;
    },
    [queries, most],
  );
  await tab.close();
  server.close();
  return found.map((urls) => urls.map((url) => url.split("/").at(-2)));
}

// node tests/bench/search/pagefind.mjs [--work FOLDER] SITE: prints the seconds its program takes for the index, by the clock and of the processor.
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { work: { type: "string", default: join(tmpdir(), "pressmark-search-bench") } } });
  const { seconds, processor } = indexed(positionals[0], listingsOf(positionals[0]), values.work);
  console.log(seconds.toFixed(2), processor.toFixed(2));
}
