// A schema-aware editor on a listing: what it offers, explains and underlines. Speaks the language server protocol with the server that editors use.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { pressmark, root } from "./support.mjs";

const languageServer = fileURLToPath(new URL("node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url));
/** Only the schemas that files name: nothing is fetched from the network. */
const settings = { yaml: { validate: true, completion: true, hover: true, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false } } };

/** A language server and the few messages that an editor sends it. */
class Editor {
  #server = spawn(process.execPath, [languageServer, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  #waiting = new Map();
  #diagnostics = new Map();
  #input = Buffer.alloc(0);
  #n = 0;

  constructor() {
    this.#server.stdout.on("data", (data) => this.#take(data));
  }

  /** Starts it in the folder at `uri`. */
  async start(uri) {
    await this.#ask("initialize", { processId: process.pid, rootUri: uri, capabilities: { textDocument: { hover: { contentFormat: ["markdown"] } } } });
    this.#tell("initialized", {});
  }

  /** Opens `text` as the file at `uri` and gives what is underlined in it. */
  open(uri, text) {
    const diagnostics = new Promise((found) => this.#diagnostics.set(uri, found));
    this.#tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return diagnostics;
  }

  /** What can stand at `position`. */
  async complete(uri, position) {
    const { items } = await this.#ask("textDocument/completion", { textDocument: { uri }, position });
    return items;
  }

  /** What is said about the word at `position`. */
  async hover(uri, position) {
    const answer = await this.#ask("textDocument/hover", { textDocument: { uri }, position });
    return answer?.contents.value ?? "";
  }

  stop() {
    this.#server.kill();
  }

  #ask(method, params) {
    const id = ++this.#n;
    this.#send({ id, method, params });
    return new Promise((done, failed) => this.#waiting.set(id, { done, failed }));
  }

  #tell(method, params) {
    this.#send({ method, params });
  }

  #send(message) {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #take(data) {
    this.#input = Buffer.concat([this.#input, data]);
    for (;;) {
      const end = this.#input.indexOf("\r\n\r\n");
      const length = end < 0 ? 0 : +/Content-Length: (\d+)/i.exec(this.#input.subarray(0, end))[1];
      if (end < 0 || this.#input.length < end + 4 + length) return;
      const message = JSON.parse(this.#input.subarray(end + 4, end + 4 + length));
      this.#input = this.#input.subarray(end + 4 + length);
      this.#receive(message);
    }
  }

  #receive({ id, method, params, result, error }) {
    if (method === "textDocument/publishDiagnostics") this.#diagnostics.get(params.uri)?.(params.diagnostics);
    else if (method === "workspace/configuration") this.#send({ id, result: params.items.map(({ section }) => settings[section] ?? null) });
    // To other questions of the server, an editor without extras answers nothing.
    else if (method && id !== undefined) this.#send({ id, result: null });
    else if (error) this.#waiting.get(id)?.failed(new Error(error.message));
    else this.#waiting.get(id)?.done(result);
  }
}

const path = "content/listings/slack-messages/listing.yaml";
const modeline = "# yaml-language-server: $schema=../../../schemas/listing.schema.json\n";
let folder, editor, listing;
let n = 0;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "pressmark-editor-"));
  cpSync(join(root, "content"), join(folder, "content"), { recursive: true });
  execFileSync(pressmark, ["schema"], { cwd: folder });
  listing = modeline + readFileSync(join(folder, path), "utf8");
  editor = new Editor();
  await editor.start(pathToFileURL(folder).href);
});

after(() => {
  editor?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens `text` as a listing of the catalogue: its address, where `‸` stands in it, and what is underlined. */
async function write(text) {
  const uri = pathToFileURL(join(folder, `content/listings/slack-messages-${n++}/listing.yaml`)).href;
  const lines = text.slice(0, Math.max(0, text.indexOf("‸"))).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1).length };
  return { uri, position, diagnostics: await editor.open(uri, text.replace("‸", "")) };
}

const labels = (items) => items.map((item) => item.label);

test("a listing of the demo has nothing underlined", async () => {
  const { diagnostics } = await write(listing);
  assert.deepEqual(diagnostics, []);
});

test("keys are offered with their descriptions", async () => {
  const { uri, position } = await write(`${modeline}name: Orders\n‸\n`);
  const items = await editor.complete(uri, position);
  for (const key of ["app", "summary", "publisher", "install", "lifecycle"]) assert.ok(labels(items).includes(key), `${key} in ${labels(items)}`);
  const summary = items.find((item) => item.label === "summary");
  assert.match(summary.documentation.value ?? summary.documentation, /1 to 160 characters/);
});

test("keys of a group are offered inside it", async () => {
  const { uri, position } = await write(`${modeline}name: Orders\ninstall:\n  ‸\n`);
  assert.ok(labels(await editor.complete(uri, position)).includes("landing_url"));
});

test("the names of the catalogue's apps, tags and publishers are offered", async () => {
  for (const [text, names] of [
    ["app: ‸", ["Slack", "Shopify", "GitHub"]],
    ["tags: [‸]", ["ecommerce", "accounting"]],
    ["publisher: ‸", ["northwind-labs"]],
    ["lifecycle:\n  state: ‸", ["deprecated", "removed"]],
  ]) {
    const { uri, position } = await write(`${modeline}name: Orders\n${text}\n`);
    const found = labels(await editor.complete(uri, position));
    for (const name of names) assert.ok(found.includes(name), `${text}: ${name} in ${found}`);
  }
});

test("a key is explained where the pointer rests", async () => {
  const { uri, position } = await write(listing.replace(/^summary:/m, "sum‸mary:"));
  assert.match(await editor.hover(uri, position), /What makes the listing different/);
});

test("a misspelt key and an unknown app are underlined", async () => {
  const { diagnostics } = await write(listing.replace(/^summary:/m, "sumary:").replace(/^app: .*/m, "app: slack"));
  const said = diagnostics.map((one) => `${one.range.start.line}: ${one.message}`).join("\n");
  assert.match(said, /sumary/);
  const line = listing.split("\n").findIndex((text) => text.startsWith("app:"));
  assert.match(said, new RegExp(`^${line}: .*Slack`, "m"));
});

test("a key that has no place beside another says why", async () => {
  const { diagnostics } = await write(`${modeline}name: Orders\ninstall:\n  landing_url: https://a.example/\n`);
  assert.ok(diagnostics.some((one) => one.message.includes("`landing_url` is not allowed here when `mode` is `direct`")), JSON.stringify(diagnostics));
});
