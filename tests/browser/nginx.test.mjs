// The demo behind nginx, configured as the manual shows it: what a browser and a script receive, and what the program's own clients make of it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { pressmark, root, siteFolder } from "./support.mjs";

const folder = mkdtempSync(join(tmpdir(), "pressmark-nginx-"));
let base;
let server;

/** A port that nobody uses. */
const freePort = () => new Promise((found) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});

/** The configuration in the manual, for a user without rights. Debian's nginx has no Brotli, which the manual says to leave out then. */
function configuration(port) {
  const manual = readFileSync(join(root, "content/pages/manual-hosting.md"), "utf8");
  const [, sample] = manual.match(/```nginx\n(server \{[^]*?)```/);
  const site = sample.replace("root /srv/catalogue;", `root ${siteFolder};\n    listen 127.0.0.1:${port};`).replace("brotli_static on;", "");
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  return `pid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\n${places}\naccess_log off;\ninclude /etc/nginx/mime.types;\n${site}}\n`;
}

/** What the program prints, and its exit code. */
function run(args, input = "") {
  const { status, stdout, stderr } = spawnSync(pressmark, args, { cwd: folder, input, encoding: "utf8" });
  return { status, stdout, stderr };
}

before(async () => {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  base = `http://127.0.0.1:${port}/`;
  writeFileSync(join(folder, "nginx.conf"), configuration(port));
  server = spawn("nginx", ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf"), "-g", "daemon off;"], { stdio: "inherit" });
  let isUp = false;
  for (let n = 0; n < 200 && !isUp; n += 1) {
    assert.equal(server.exitCode, null, "nginx takes the configuration of the manual");
    isUp = await fetch(base).then(() => true, () => false);
    if (!isUp) await pause(50);
  }
  assert.ok(isUp, "nginx answers");
});

after(() => {
  server?.kill("SIGTERM");
  rmSync(folder, { recursive: true });
});

test("scripts of other sites may read the data, and only the data", async () => {
  const data = await fetch(`${base}api/v1/updates.json`);
  assert.equal(data.headers.get("access-control-allow-origin"), "*");
  assert.match(data.headers.get("content-type"), /^application\/json/);
  assert.match(data.headers.get("cache-control"), /must-revalidate/);
  const again = await fetch(`${base}api/v1/updates.json`, { headers: { "if-none-match": data.headers.get("etag") } });
  assert.equal(again.status, 304);
  const page = await fetch(base);
  assert.equal(page.headers.get("access-control-allow-origin"), null);
  assert.match(page.headers.get("content-security-policy"), /default-src 'none'/);
});

test("the former address of a listing's data redirects, and a page that is not there is the page for that", async () => {
  const { listings } = await fetch(`${base}api/v1/updates.json`).then((answer) => answer.json());
  const [slug] = Object.keys(listings);
  const former = await fetch(`${base}listings/${slug}/index.json`, { redirect: "manual" });
  assert.equal(former.status, 301);
  assert.equal(new URL(former.headers.get("location"), base).pathname, `/api/v1/listings/${slug}.json`);
  const missing = await fetch(`${base}listings/there-is-none/`);
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /<html/);
});

test("installed copies learn what is current", async () => {
  const { listings } = await fetch(`${base}api/v1/updates.json`).then((answer) => answer.json());
  const current = Object.entries(listings).filter(([, entry]) => entry.shared && !entry.state && !entry.parent);
  const same = current.map(([slug, { shared }]) => `${slug} ${shared}\n`).join("");
  assert.equal(run(["updates", "--installed", "-", "--from", base], same).status, 0);
  const removed = await fetch(`${base}api/v1/removed.json`).then((answer) => answer.json());
  const [gone] = Object.keys(removed.listings);
  const older = run(["updates", "--installed", "-", "--from", base, "--format", "json"], `${current[0][0]} 0.0.1\n${gone} 1.0.0\n`);
  assert.equal(older.status, 1, older.stderr);
  const findings = JSON.parse(older.stdout).installed.map(({ slug, findings }) => [slug, findings[0].kind]);
  assert.deepEqual(new Map(findings), new Map([[current[0][0], "update"], [gone, "gone"]]));
});

test("a mirror of the site is the site, and a second run fetches nothing", () => {
  const first = run(["mirror", base, "--out", "copy"]);
  assert.equal(first.status, 0, first.stderr);
  const { files } = JSON.parse(readFileSync(join(siteFolder, "api/v1/files.json"), "utf8"));
  for (const path of Object.keys(files)) {
    assert.ok(existsSync(join(folder, "copy", path)), path);
    assert.ok(readFileSync(join(folder, "copy", path)).equals(readFileSync(join(siteFolder, path))), path);
  }
  const second = run(["mirror", base, "--out", "copy"]);
  assert.equal(second.status, 0, second.stderr);
  assert.match(second.stdout + second.stderr, /\b0 fetched|up to date|nothing/);
});
