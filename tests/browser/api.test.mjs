// The published data as others see it: Ajv judges every document by its published schema, Redocly the description in OpenAPI.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { siteFolder } from "./support.mjs";

const api = join(siteFolder, "api/v1");
const redocly = fileURLToPath(new URL("node_modules/.bin/redocly", import.meta.url));
const json = (path) => JSON.parse(readFileSync(join(api, path), "utf8"));
const compiled = (schema) => addFormats(new Ajv({ strict: true, strictRequired: false, allErrors: true })).compile(schema);

/** The errors that Redocly finds in the description at `path`, with its recommended rules. */
function errors(path) {
  // In a folder without a configuration, and without a word to its makers.
  const options = { cwd: tmpdir(), encoding: "utf8", env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } };
  const run = spawnSync(redocly, ["lint", "--format", "json", path], options);
  const { problems } = JSON.parse(run.stdout);
  return problems.filter((problem) => problem.severity === "error").map((problem) => `${problem.ruleId}: ${problem.message}`);
}

test("every document is what its schema says", () => {
  const { paths } = json("openapi.json");
  let n = 0;
  for (const [template, { get }] of Object.entries(paths)) {
    const reference = get.responses[200].content["application/json"].schema.$ref;
    if (!reference) continue;
    const isValid = compiled(json(reference));
    const [start, end] = template.slice(1).split(/\{.*\}/);
    const folder = start.split("/").slice(0, -1).join("/");
    const files = end === undefined ? [start] : readdirSync(api, { recursive: true }).filter((path) => path.startsWith(`${folder}/`) && path.endsWith(end));
    for (const path of files) {
      assert.ok(isValid(json(path)), `${path}: ${JSON.stringify(isValid.errors, null, 2)}`);
      n += 1;
    }
  }
  assert.ok(n > 50, `${n} documents`);
});

test("a document that breaks the contract is refused", () => {
  const isValid = compiled(json("schema/updates.json"));
  const updates = json("updates.json");
  assert.ok(isValid(updates));
  assert.ok(!isValid({ ...updates, schema: 2 }));
  assert.ok(!isValid({ ...updates, listings: { orders: { shared: 1.2 } } }));
  assert.ok(!compiled(json("schema/files.json"))({ ...json("files.json"), files: { "index.html": [1] } }));
});

test("the description is sound OpenAPI, and one that is not is found", () => {
  assert.deepEqual(errors(join(api, "openapi.json")), []);
  const folder = mkdtempSync(join(tmpdir(), "pressmark-api-"));
  try {
    const spoiled = json("openapi.json");
    delete spoiled.paths["/listings/{slug}.json"].get.parameters;
    delete spoiled.security;
    const path = join(folder, "openapi.json");
    writeFileSync(path, JSON.stringify(spoiled).replaceAll('"$ref":"schema/', `"$ref":"${api}/schema/`));
    const rules = new Set(errors(path).map((error) => error.split(":")[0]));
    assert.deepEqual(rules, new Set(["path-parameters-defined", "security-defined"]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
