// The ways to install the program, each into an empty environment, and a catalogue made and built with what was installed. The packages are made of the release build.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { after, before, test } from "node:test";
import { root } from "./support.mjs";

const folder = mkdtempSync(join(tmpdir(), "pressmark-install-"));
const wheels = join(folder, "wheels");
const out = join(folder, "out");
const version = readFileSync(join(root, "Cargo.toml"), "utf8").match(/^version = "(.+)"$/m)[1];
const repository = "https://git.example/you/pressmark";

/** What a program prints; it has to succeed. */
const run = (program, args, options) => execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...options });
/** Packs the wheels of a folder; without a repository, because the formula needs those of all platforms. */
const pack = (from, into, ...more) => run(join(root, "packaging/pack.py"), [from, into, ...more], { env: { ...process.env, SOURCE_DATE_EPOCH: "1700000000" } });

/** Makes a catalogue with an installed program, builds it, and looks at its first page. */
function tryOut(program, args = [], options = {}) {
  const place = mkdtempSync(join(folder, "try-"));
  const started = (...more) => run(program, [...args, ...more], { cwd: place, ...options });
  assert.equal(started("--version"), `pressmark ${version}\n`);
  started("init", "catalogue");
  started("build", "--strict", "--content", "catalogue/content", "--out", "site");
  assert.match(readFileSync(join(place, "site/index.html"), "utf8"), /<h1/);
  return place;
}

before(() => {
  // The release build is there already: maturin wraps it.
  run(join(root, "target/tools/bin/maturin"), ["build", "--quiet", "--locked", "--release", "--out", wheels], { cwd: root });
  pack(wheels, out);
});
after(() => rmSync(folder, { recursive: true }));

test("a wheel is installed by pip", () => {
  const environment = join(folder, "venv");
  run("python3", ["-m", "venv", environment]);
  run(join(environment, "bin/pip"), ["install", "--quiet", "--no-index", "--disable-pip-version-check", ...readdirSync(wheels).map((name) => join(wheels, name))]);
  tryOut(join(environment, "bin/pressmark"));
});

test("packages of npm are installed, and pass on arguments, exit codes and signals", async () => {
  const place = join(folder, "npm");
  mkdirSync(place);
  const archives = readdirSync(join(out, "npm")).map((name) => join(out, "npm", name));
  assert.deepEqual(archives.map((path) => basename(path)), [`pressmark-${version}.tgz`, `pressmark-${process.platform}-${process.arch}-${version}.tgz`]);
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--prefix", place, ...archives]);
  const program = join(place, "node_modules/.bin/pressmark");
  const site = tryOut(program);
  assert.equal(spawnSync(program, ["explain", "no-such-rule"]).status, 2);
  writeFileSync(join(site, "catalogue/content/tags.yaml"), "tags: [");
  assert.equal(spawnSync(program, ["check", "--content", join(site, "catalogue/content")]).status, 1);
  const preview = spawn(program, ["serve", "--port", "0", "--content", join(site, "catalogue/content")], { stdio: ["ignore", "pipe", "pipe"] });
  await Promise.race([new Promise((said) => preview.stdout.once("data", said)), new Promise((said) => preview.stderr.once("data", said))]);
  const ended = new Promise((done) => preview.once("exit", (code, signal) => done(signal ?? code)));
  preview.kill("SIGTERM");
  assert.equal(await ended, "SIGTERM");
});

test("the launcher says what to do where npm has installed no program", () => {
  const place = join(folder, "launcher");
  mkdirSync(place);
  copyFileSync(join(root, "packaging/npm/pressmark.js"), join(place, "pressmark.js"));
  const { status, stderr } = spawnSync("node", [join(place, "pressmark.js"), "build"], { encoding: "utf8" });
  assert.equal(status, 2);
  assert.match(stderr, new RegExp(`^error: the package @pressmark/${process.platform}-${process.arch} is not installed\n  = help: .*--omit=optional`));
});

test("an archive has the program, its licences and its completions, and the checksum that is listed", () => {
  run("sha256sum", ["--check", "--ignore-missing", "--quiet", "SHA256SUMS"], { cwd: out });
  const [archive] = readdirSync(out).filter((name) => name.endsWith(".tar.gz"));
  const sums = readFileSync(join(out, "SHA256SUMS"), "utf8");
  for (const name of [...readdirSync(out), ...readdirSync(join(out, "npm")), ...readdirSync(wheels)].filter((name) => /\.(gz|tgz|deb|whl)$/.test(name))) {
    assert.match(sums, new RegExp(`^[0-9a-f]{64}  ${name.replaceAll(".", "\\.")}$`, "m"));
  }
  run("tar", ["-xf", join(out, archive), "-C", folder]);
  const unpacked = join(folder, archive.replace(".tar.gz", ""));
  const files = readdirSync(unpacked, { recursive: true }).sort();
  assert.deepEqual(files, [
    "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "completions", "completions/_pressmark", "completions/pressmark.bash",
    "completions/pressmark.fish", "completions/pressmark.ps1", "pressmark",
  ]);
  tryOut(join(unpacked, "pressmark"));
  // The same without its documents, for workflows that download one file.
  assert.deepEqual(readFileSync(unpacked.replace(folder, out)), readFileSync(join(unpacked, "pressmark")));
  assert.ok(sums.includes(`  ${basename(unpacked)}\n`));
});

test("a package of Debian has the program where a shell looks for it", { skip: !existsSync("/usr/bin/dpkg-deb") && "there is no dpkg-deb" }, () => {
  const [name] = readdirSync(out).filter((name) => name.endsWith(".deb"));
  const place = join(folder, "deb");
  run("dpkg-deb", ["--extract", join(out, name), place]);
  assert.match(run("dpkg-deb", ["--field", join(out, name)]), new RegExp(`^Package: pressmark\nVersion: ${version}\n[^]*^Depends: libc6 \\(>= 2\\.\\d+\\), libgcc-s1\nRecommends: git\n`, "m"));
  for (const path of ["share/bash-completion/completions/pressmark", "share/zsh/vendor-completions/_pressmark", "share/doc/pressmark/copyright"]) {
    assert.equal(statSync(join(place, "usr", path)).mode & 0o777, 0o644, path);
  }
  tryOut(join(place, "usr/bin/pressmark"));
});

/** Wheels as maturin makes them, with a program that does nothing but print. */
function madeUp(into, tags) {
  const script = `import sys, zipfile
for tag in sys.argv[2:]:
    with zipfile.ZipFile(f"{sys.argv[1]}/pressmark-${version}-py3-none-{tag}.whl", "w") as wheel:
        wheel.writestr("pressmark-${version}.data/scripts/pressmark" + (".exe" if tag.startswith("win") else ""), "#!/bin/sh\\necho complete\\n")`;
  mkdirSync(into);
  run("python3", ["-c", script, into, ...tags]);
}

test("the formula downloads archives that were made, with their checksums", () => {
  const scratch = join(folder, "formula");
  const linux = ["manylinux_2_28_x86_64", "manylinux_2_28_aarch64", "musllinux_1_2_x86_64", "musllinux_1_2_aarch64"];
  madeUp(scratch, [...linux, "macosx_10_12_x86_64", "macosx_11_0_arm64", "win_amd64", "win_arm64"]);
  const made = join(folder, "all");
  pack(scratch, made, "--repository", repository);
  assert.deepEqual(readdirSync(made).filter((name) => /^pressmark-.*(gz|zip)$/.test(name)), [
    "pressmark-aarch64-apple-darwin.tar.gz", "pressmark-aarch64-pc-windows-msvc.zip", "pressmark-aarch64-unknown-linux-gnu.tar.gz", "pressmark-aarch64-unknown-linux-musl.tar.gz",
    "pressmark-x86_64-apple-darwin.tar.gz", "pressmark-x86_64-pc-windows-msvc.zip", "pressmark-x86_64-unknown-linux-gnu.tar.gz", "pressmark-x86_64-unknown-linux-musl.tar.gz",
  ]);
  assert.deepEqual(readdirSync(join(made, "npm")), [
    `pressmark-${version}.tgz`, `pressmark-darwin-arm64-${version}.tgz`, `pressmark-darwin-x64-${version}.tgz`, `pressmark-linux-arm64-${version}.tgz`,
    `pressmark-linux-x64-${version}.tgz`, `pressmark-win32-arm64-${version}.tgz`, `pressmark-win32-x64-${version}.tgz`,
  ].sort());
  const formula = readFileSync(join(made, "pressmark.rb"), "utf8");
  const sums = readFileSync(join(made, "SHA256SUMS"), "utf8");
  const named = [...formula.matchAll(/url "(.+)\/(.+)"\n *sha256 "(.+)"/g)];
  assert.equal(named.length, 4);
  for (const [, address, name, digest] of named) {
    assert.equal(address, `${repository}/releases/download/v${version}`);
    assert.ok(sums.includes(`${digest}  ${name}\n`), name);
  }
  assert.doesNotMatch(formula.replace(/^#.*$/m, ""), /VERSION|REPOSITORY|DESCRIPTION|archive/);
});

test("the same wheels give the same bytes", () => {
  const scratch = join(folder, "wheels-again");
  madeUp(scratch, ["manylinux_2_28_x86_64", "manylinux_2_28_aarch64", "win_amd64"]);
  const [once, twice] = ["once", "twice"].map((name) => join(folder, name));
  for (const into of [once, twice]) pack(scratch, into);
  run("diff", ["-r", once, twice]);
});

test("a wheel of something else is refused", () => {
  const scratch = join(folder, "foreign");
  mkdirSync(scratch);
  const refuse = (name, said) => {
    const { status, stderr } = spawnSync(join(root, "packaging/pack.py"), [scratch, join(folder, "refused")], { encoding: "utf8" });
    assert.equal(status, 1);
    assert.match(stderr, said, name);
  };
  refuse("nothing", /there is no wheel in it/);
  const [own] = readdirSync(wheels);
  copyFileSync(join(wheels, own), join(scratch, "pressmark-1.0.0-py3-none-plan9_mips.whl"));
  refuse("a platform", /no platform has the tag `plan9_mips`/);
});

test("the crate has every file that the program is compiled from", () => {
  const packed = new Set(run("cargo", ["package", "--list", "--allow-dirty", "--offline"], { cwd: root }).trim().split("\n"));
  const compiled = readFileSync(join(root, "target/release/pressmark.d"), "utf8").split(": ")[1].trim().split(/(?<!\\) /);
  // Clippy, which compiles it here, reads its settings, too.
  const missing = compiled.map((path) => relative(root, path.replaceAll("\\ ", " "))).filter((path) => !packed.has(path) && !path.startsWith("target/") && path !== "clippy.toml");
  // Folders whose files the build script lists.
  assert.deepEqual(missing, ["content/pages", "templates", "templates/js", "templates/messages", "themes"]);
  assert.ok(compiled.length > 500);
  for (const path of ["LICENSE-MIT", "LICENSE-APACHE", "README.md", "CHANGELOG.md", "Cargo.lock"]) assert.ok(packed.has(path), path);
  assert.deepEqual([...packed].filter((path) => path.startsWith("tests/")), ["tests/it/embedding.rs"]);
});

test("the number of crates that a first build compiles is the one in CONTRIBUTING", () => {
  const count = (...more) => new Set(run("cargo", ["tree", "--offline", "--locked", "--target", "x86_64-unknown-linux-gnu", "--edges", "no-dev", "--prefix", "none", "--format", "{p}", ...more], { cwd: root }).trim().split("\n")).size;
  const [, all, less] = readFileSync(join(root, "CONTRIBUTING.md"), "utf8").match(/compiles (\d+) crates, (\d+) of them without share cards/);
  assert.deepEqual([count(), count("--no-default-features")], [Number(all), Number(less)]);
});

test("a release needs a tag that fits the version, the changelog and the repository", () => {
  const { status, stderr } = spawnSync(join(root, "packaging/check-tag.sh"), ["v99.0.0", repository], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, new RegExp(`^not released: the tag is v99\\.0\\.0, and the version in Cargo.toml is ${version.replaceAll(".", "\\.")}$`, "m"));
});

// Where both are, as in Debian: buildah builds without a daemon, podman runs.
const container = ["buildah", "podman"].every((name) => spawnSync(name, ["--version"]).status === 0);

test("the image runs without rights, read-only, and builds a catalogue", { skip: !container && "there is no buildah or podman" }, () => {
  const place = join(folder, "containers");
  mkdirSync(place);
  const stores = ["--storage-driver", "vfs", "--root", join(place, "storage"), "--runroot", join(folder, "r")]; // podman takes no path of more than 50 characters there
  const settings = join(place, "containers.conf");
  writeFileSync(settings, "[containers]\ndefault_ulimits = []\n");
  const environment = { ...process.env, CONTAINERS_CONF: settings };
  // Some machines mount both generations of control groups, which the runtime refuses: it sees one of them.
  const hybrid = existsSync("/sys/fs/cgroup/unified") && process.getuid() === 0;
  const one = hybrid ? ["unshare", "--mount", "sh", "-c", 'umount -l /sys/fs/cgroup/unified; exec "$@"', "sh"] : [];
  const start = (...args) => {
    const [program, ...rest] = [...one, ...args];
    return run(program, rest, { env: environment });
  };
  const build = (context, ...more) => start("buildah", ...stores, "build", "--isolation", "chroot", "--quiet", ...more, context);

  // The program of this machine is not static: its base has the libraries that it loads, and nothing else.
  const base = join(place, "base");
  const [processor] = readdirSync(join(out, "image")).filter((name) => name !== "Dockerfile");
  const program = join(out, "image", processor, "pressmark");
  const libraries = [...run("ldd", [program]).matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, path]) => path);
  for (const library of libraries) {
    mkdirSync(dirname(join(base, library)), { recursive: true });
    copyFileSync(library, join(base, library));
    chmodSync(join(base, library), 0o755);
  }
  writeFileSync(join(base, "Dockerfile"), "FROM scratch\nCOPY . /\n");
  build(base, "--tag", "libraries");
  build(join(out, "image"), "--tag", "pressmark", "--build-arg", "BASE=localhost/libraries", "--pull-never");

  const work = join(folder, "mounted");
  mkdirSync(work);
  const { uid, gid } = statSync(work);
  const limits = ["--rm", "--network", "none", "--read-only", "--cap-drop", "all", ...(hybrid ? ["--cgroups", "disabled"] : [])];
  const inside = (...args) => start("podman", ...stores, "run", ...limits, "--user", `${uid}:${gid}`, "--volume", `${work}:/catalogue`, "pressmark", ...args);
  assert.equal(inside("--version"), `pressmark ${version}\n`);
  inside("init", "library");
  inside("build", "--strict", "--content", "library/content", "--out", "site");
  assert.ok(existsSync(join(work, "site/index.html")));
  // Without --user, it has no rights on anybody's files.
  assert.equal(start("podman", ...stores, "image", "inspect", "--format", "{{.User}}", "pressmark").trim(), "65532:65532");
});
