// The demo behind nginx and Caddy, configured as the manual shows it, at a root and below a path: what a browser and a script receive, and what the
// program's own clients make of it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { pressmark, root, run as build } from "./support.mjs";

const folder = mkdtempSync(join(tmpdir(), "pressmark-servers-"));
const manual = readFileSync(join(root, "content/pages/manual-hosting.md"), "utf8");

/** A port that nobody uses. */
const freePort = () => new Promise((found) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});

/** The example in the section `heading` of the manual that begins with `start`. */
function sample(heading, language, start) {
  const section = manual.split(`\n## ${heading}\n`)[1].split("\n## ")[0];
  const [, text] = section.match(new RegExp(`\`\`\`${language}\\n(${start}[^]*?)\`\`\``));
  return text;
}

/** As the manual says of a site below a path: every path but those on the server begins with it. */
const below = (path, text) => text.replace(/(?<=[\s"]|(?<!\[)\^)\/(?!srv\b)/g, path);

const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

const nginx = {
  name: "nginx",
  hasBrotli: existsSync(brotliModule),
  /** The configuration in the manual, for a user without rights. Without the module, the manual says to leave Brotli out. */
  configure(path, port, files) {
    const site = below(path, sample("nginx", "nginx", "server \\{"))
      .replace("root /srv/catalogue;", `root ${files};\n    listen 127.0.0.1:${port};`)
      .replace("/srv/catalogue.redirects", `${files}.redirects`)
      .replace("brotli_static on;", this.hasBrotli ? "$&" : "");
    const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
    const load = this.hasBrotli ? `load_module ${brotliModule};\n` : "";
    // Started by root, it would read files as another user, who may not see this folder.
    const user = process.getuid() === 0 ? "user root;\n" : "";
    return `${user}${load}pid ${files}.pid;\nerror_log stderr;\nevents {}\nhttp {\n${places}\naccess_log off;\ninclude /etc/nginx/mime.types;\n${site}}\n`;
  },
  start: (file) => spawn("nginx", ["-p", folder, "-e", "stderr", "-c", file, "-g", "daemon off;"], { stdio: "inherit" }),
};

const caddy = {
  name: "Caddy",
  hasBrotli: true,
  configure(path, port, files) {
    const site = below(path, sample("Caddy", "caddy", "catalogue\\.example \\{"))
      .replace("catalogue.example {", `http://127.0.0.1:${port} {`)
      .replace("root * /srv/catalogue", `root * ${files}`)
      .replace("/srv/catalogue.redirects", `${files}.redirects`);
    return `{\n\tadmin off\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${site}`;
  },
  start: (file) => spawn("caddy", ["run", "--adapter", "caddyfile", "--config", file], { stdio: "inherit", env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } }),
};

/** What the program prints, and its exit code. */
function run(args, input = "") {
  const { status, stdout, stderr } = spawnSync(pressmark, args, { cwd: folder, input, encoding: "utf8" });
  return { status, stdout, stderr };
}

const places = { "at a root": "/", "below a path": "/some/path/" };
const rootOf = (path) => join(folder, `www${path.length}`);

before(() => {
  for (const path of Object.values(places)) {
    build(["build", "--compress", "--base-url", `https://catalogue.example${path}`, "--out", join(rootOf(path), path)], { cwd: root });
    // As many redirects as `_redirects` can have, as long as its lines can be.
    const far = (n) => `${path}listings/${String(n).padStart(470, "x")}/`;
    const redirects = join(rootOf(path), path, "_redirects");
    const n = readFileSync(redirects, "utf8").split("\n").length - 1;
    appendFileSync(redirects, Array.from({ length: 2000 - n }, (_, i) => `${far(i)} ${far(i)} 301\n`).join(""));
  }
});
after(() => rmSync(folder, { recursive: true }));

for (const server of [nginx, caddy]) {
  for (const [place, path] of Object.entries(places)) {
    describe(`${server.name} ${place}`, () => {
      const files = rootOf(path);
      const site = join(files, path);
      let base;
      let running;
      const find = (inside, ending) => `${inside}/${readdirSync(join(site, inside)).find((name) => name.endsWith(ending))}`;
      const get = (name, headers = {}) => fetch(base + name, { redirect: "manual", headers: { "accept-encoding": "identity", ...headers } });

      before(async () => {
        const port = await freePort();
        base = `http://127.0.0.1:${port}${path}`;
        const [command] = sample(server.name, "sh", "sed ").split("\n");
        const made = spawnSync("sh", ["-c", command.replace("public/_redirects", join(site, "_redirects")).replace("/srv/catalogue", files)], { encoding: "utf8" });
        assert.equal(made.status, 0, made.stderr);
        const file = join(folder, `${server.name}.conf`);
        writeFileSync(file, server.configure(path, port, files));
        running = server.start(file);
        let isUp = false;
        for (let n = 0; n < 200 && !isUp; n += 1) {
          assert.equal(running.exitCode, null, `${server.name} takes the configuration of the manual`);
          isUp = await fetch(base).then(() => true, () => false);
          if (!isUp) await pause(50);
        }
        assert.ok(isUp, `${server.name} answers`);
      });
      after(() => running?.kill("SIGTERM"));

      test("files have the headers of the preview", async () => {
        const shown = readFileSync(join(site, "_headers"), "utf8").split("\n");
        const everywhere = shown.slice(shown.indexOf(`${path}*`) + 1);
        const wanted = everywhere.slice(0, everywhere.indexOf("")).map((line) => line.trim().split(/: (.*)/));
        assert.ok(wanted.length >= 6);
        for (const name of ["", "api/v1/updates.json", "no/such/page/"]) {
          const { headers } = await get(name);
          for (const [header, value] of wanted) assert.equal(headers.get(header), value, `${name}: ${header}`);
        }
      });

      test("scripts of other sites may read the data, and only the data", async () => {
        const data = await get("api/v1/updates.json");
        assert.equal(data.headers.get("access-control-allow-origin"), "*");
        assert.equal((await get("")).headers.get("access-control-allow-origin"), null);
      });

      test("only files whose names change with their content are kept", async () => {
        const asset = find("assets", ".css");
        const image = find("images/share/listing", ".png");
        for (const name of [asset, image]) assert.match((await get(name)).headers.get("cache-control"), /^public, max-age=31536000, immutable, no-transform$/, name);
        // A missing asset may be there in a moment, while a site is being copied.
        for (const name of ["", "api/v1/updates.json", "feed.xml", "assets/none.css"]) assert.equal((await get(name)).headers.get("cache-control"), "public, max-age=0, must-revalidate", name);
        for (const name of ["api/v1/updates.json", asset]) {
          const again = await get(name, { "if-none-match": (await get(name)).headers.get("etag") });
          assert.equal(again.status, 304, name);
        }
      });

      test("every kind of file has its type", async () => {
        for (const name of ["README.md", "data.csv", "notes.yaml"]) writeFileSync(join(site, name), "# Größe\n");
        const [tag] = readdirSync(join(site, "tags")).filter((name) => existsSync(join(site, "tags", name, "feed.xml")));
        for (const [name, type] of [
          ["", /^text\/html; charset=utf-8$/],
          ["about/", /^text\/html; charset=utf-8$/],
          [find("assets", ".css"), /^text\/css\b/],
          [find("assets", ".js"), /^(text|application)\/javascript\b/],
          [find("images", ".svg"), /^image\/svg\+xml\b/],
          [find("images/share/listing", ".png"), /^image\/png$/],
          ["catalogue.json", /^application\/json$/],
          ["sitemap.xml", /^(text|application)\/xml\b/],
          ["feed.xml", /^application\/atom\+xml$/],
          ["security.xml", /^application\/atom\+xml$/],
          [`tags/${tag}/feed.xml`, /^application\/atom\+xml$/],
          ["feed.json", /^application\/feed\+json$/],
          ["opensearch.xml", /^application\/opensearchdescription\+xml$/],
          ["manifest.webmanifest", /^application\/manifest\+json$/],
          ["speculation.json", /^application\/speculationrules\+json$/],
          ["llms.txt", /^text\/plain; charset=utf-8$/],
          ["README.md", /^text\/plain; charset=utf-8$/],
          ["data.csv", /^text\/plain; charset=utf-8$/],
          ["notes.yaml", /^text\/plain; charset=utf-8$/],
        ]) {
          const answer = await get(name);
          assert.equal(answer.status, 200, name);
          assert.match(answer.headers.get("content-type") ?? "", type, name);
        }
      });

      test("the copies that the build has compressed are sent", async () => {
        for (const [encoding, accepted] of [["gzip", "gzip"], ...(server.hasBrotli ? [["br", "br"], ["br", "gzip, deflate, br"]] : [])]) {
          for (const [name, file] of [["", "index.html"], ["catalogue.json", "catalogue.json"], ["feed.json", "feed.json"]]) {
            const answer = await get(name, { "accept-encoding": accepted });
            assert.equal(answer.headers.get("content-encoding"), encoding, `${name}: ${accepted}`);
            assert.match(answer.headers.get("vary") ?? "", /accept-encoding/i, name);
            assert.equal(await answer.text(), readFileSync(join(site, file), "utf8"), name);
          }
        }
        const plain = await get("catalogue.json");
        assert.equal(plain.headers.get("content-encoding"), null);
        assert.match(plain.headers.get("vary") ?? "", /accept-encoding/i, "caches keep the two apart");
      });

      test("a part of a file can be asked for", async () => {
        const image = find("images/share/listing", ".png");
        const whole = readFileSync(join(site, image));
        const part = await get(image, { range: "bytes=8-15" });
        assert.equal(part.status, 206);
        assert.equal(part.headers.get("content-range"), `bytes 8-15/${whole.length}`);
        assert.ok(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(8, 16)));
      });

      test("every redirect of the site is one of the server, and leads to a page", async () => {
        const lines = readFileSync(join(site, "_redirects"), "utf8").trim().split("\n").map((line) => line.split(" ")).filter(([from]) => !from.includes(":"));
        assert.equal(lines.length, 1999);
        const origin = new URL(base).origin;
        for (const [from, to] of [...lines.slice(0, 60), ...lines.slice(-2)]) {
          const answer = await fetch(origin + from, { redirect: "manual" });
          assert.equal(answer.status, 301, from);
          assert.equal(new URL(answer.headers.get("location"), base).href, origin + to, from);
          if (!to.includes("xxx")) assert.equal((await fetch(origin + to)).status, 200, to);
        }
        assert.ok(lines.some(([from]) => from.endsWith("/listings/woo-orders/")), "a former slug is among them");
        const short = await get("listings/woocommerce-orders");
        assert.ok([301, 308].includes(short.status), `${short.status}`);
        assert.equal(new URL(short.headers.get("location"), base).href, `${base}listings/woocommerce-orders/`);
      });

      test("the former address of a listing's data redirects, and a page that is not there is the page for that", async () => {
        const { listings } = await get("api/v1/updates.json").then((answer) => answer.json());
        const [slug] = Object.keys(listings);
        const former = await get(`listings/${slug}/index.json`);
        assert.equal(former.status, 301);
        assert.equal(new URL(former.headers.get("location"), base).pathname, `${path}api/v1/listings/${slug}.json`);
        for (const name of ["listings/there-is-none/", "assets/none.js", "none/feed.xml"]) {
          const missing = await get(name);
          assert.equal(missing.status, 404, name);
          assert.match(missing.headers.get("content-type"), /^text\/html/, name);
          assert.equal(await missing.text(), readFileSync(join(site, "404.html"), "utf8"), name);
        }
      });

      test("installed copies learn what is current", async () => {
        const { listings } = await get("api/v1/updates.json").then((answer) => answer.json());
        const current = Object.entries(listings).filter(([, entry]) => entry.shared && !entry.state && !entry.parent);
        const same = current.map(([slug, { shared }]) => `${slug} ${shared}\n`).join("");
        assert.equal(run(["updates", "--installed", "-", "--from", base], same).status, 0);
        const removed = await get("api/v1/removed.json").then((answer) => answer.json());
        const [gone] = Object.keys(removed.listings);
        const older = run(["updates", "--installed", "-", "--from", base, "--format", "json"], `${current[0][0]} 0.0.1\n${gone} 1.0.0\n`);
        assert.equal(older.status, 1, older.stderr);
        const findings = JSON.parse(older.stdout).installed.map(({ slug, findings }) => [slug, findings[0].kind]);
        assert.deepEqual(new Map(findings), new Map([[current[0][0], "update"], [gone, "gone"]]));
      });

      test("a mirror of the site is the site, and a second run fetches nothing", () => {
        const copy = `copy-${server.name}-${path.length}`;
        const first = run(["mirror", base, "--out", copy]);
        assert.equal(first.status, 0, first.stderr);
        const { files: listed } = JSON.parse(readFileSync(join(site, "api/v1/files.json"), "utf8"));
        for (const name of Object.keys(listed)) {
          assert.ok(existsSync(join(folder, copy, name)), name);
          assert.ok(readFileSync(join(folder, copy, name)).equals(readFileSync(join(site, name))), name);
        }
        const second = run(["mirror", base, "--out", copy]);
        assert.equal(second.status, 0, second.stderr);
        assert.match(second.stdout + second.stderr, /\b0 fetched|up to date|nothing/);
      });
    });
  }
}
