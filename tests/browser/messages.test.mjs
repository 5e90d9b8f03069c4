// The reader of messages in the browser says what the generator says: both are asked the same, in `tests/language.json`.
import test from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { speaker } from "../../templates/js/dom.js";

const cases = JSON.parse(readFileSync(new URL("../language.json", import.meta.url)));

test("every message is said as the generator says it", () => {
  assert.ok(cases.length > 20);
  for (const { tag, key, message, args, says } of cases) {
    assert.equal(speaker(tag, { [key]: message }).t(key, args), says, `${tag}: ${key} ${JSON.stringify(args)}`);
  }
});

test("what is put into a sentence may be an element, and stays one", () => {
  const link = { href: "/" };
  const { parts } = speaker("de", { moved: ["Neu: ", ["link"], "."] });
  assert.deepEqual(parts("moved", { link }), ["Neu: ", link, "."]);
});
