// The recipes for forges and our own release, by the judges of others: GitHub's own parser of workflows, and shellcheck over every text that a shell runs.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

// The parser imports its JSON in a way that Node 20 refuses.
const json = `import { readFile } from "node:fs/promises";
export const load = async (url, context, next) =>
  url.endsWith(".json") ? { format: "module", shortCircuit: true, source: "export default " + (await readFile(new URL(url), "utf8")) } : next(url, context);`;
register(`data:text/javascript,${encodeURIComponent(json)}`);
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");

const folder = fileURLToPath(new URL("../../templates/forge", import.meta.url));
const files = readdirSync(folder, { recursive: true }).sort();
const read = (path) => readFileSync(join(folder, path), "utf8");
/** Those for forges, and our own. */
const workflows = [...files.filter((path) => /\/workflows\/.*\.yml$|^release\/(github|forgejo)\.yml$/.test(path)), "../../.github/workflows/release.yml"];
const scripts = [...files.filter((path) => path.endsWith(".sh")), "../../packaging/check-tag.sh"];

// SC2016: a backtick or a dollar in single quotes is meant as it stands, in Markdown and in filters of jq.
const shellcheck = (place, script) => {
  const { status, stdout, error } = spawnSync("shellcheck", ["--shell=bash", "--severity=style", "--exclude=SC2016", "-"], { input: script, encoding: "utf8" });
  assert.equal(error, undefined, "shellcheck is installed by tests/run");
  assert.equal(status, 0, `${place}\n${stdout}`);
};

test("workflows are what GitHub takes for workflows", async () => {
  assert.equal(workflows.length, 10);
  for (const path of workflows) {
    const { context, value } = parseWorkflow({ name: path, content: read(path) }, new NoOperationTraceWriter());
    const { jobs } = await convertWorkflowTemplate(context, value);
    assert.deepEqual(context.errors.getErrors().map((error) => error.message), [], path);
    assert.ok(jobs.length > 0, path);
  }
});

test("shellcheck has nothing to say to any step", () => {
  let steps = 0;
  for (const path of workflows) {
    for (const [job, { steps: own }] of Object.entries(parse(read(path)).jobs)) {
      for (const { name, run } of own.filter(({ run }) => run)) {
        shellcheck(`${path}: ${job}: ${name}`, `set -eo pipefail\n${run}`);
        steps += 1;
      }
    }
  }
  for (const path of ["gitlab/.gitlab-ci.yml", "release/gitlab.yml"]) {
    for (const [job, { script }] of Object.entries(parse(read(path)))) {
      for (const line of script ?? []) {
        shellcheck(`${path}: ${job}`, line);
        steps += 1;
      }
    }
  }
  for (const path of scripts) shellcheck(path, read(path));
  assert.ok(steps > 30, `${steps}`);
});
