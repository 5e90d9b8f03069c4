// A reporter for Node's test runner: the seconds that each test took, for the table at the end of `tests/run`.
import { basename } from "node:path";

export default async function* times(events) {
  for await (const { type, data } of events) {
    const isTest = (type === "test:pass" || type === "test:fail") && data.details?.type !== "suite" && data.file;
    if (isTest) yield `${(data.details.duration_ms / 1000).toFixed(1)} ${basename(data.file, ".test.mjs")}: ${data.name}\n`;
  }
}
