// What valid HTML is to all tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

export const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
    rules: {
      // The style of the templates, which says nothing about validity.
      "doctype-style": "off", "no-trailing-whitespace": "off", "void-style": "off", "no-inline-style": "error", "attribute-boolean-style": "off", "attribute-empty-style": "off",
      // A title may hold the names of a listing, its publisher and the site.
      "long-title": "off",
      // Mail addresses and versions may stand next to a plain space.
      "tel-non-breaking": "off",
      // The script of the live preview and of no built page would lack it; built pages are checked.
      "require-sri": ["error", { target: "crossorigin" }],
      // Ids of contributed headings carry letters of any script, which HTML allows.
      "valid-id": ["error", { relaxed: true }],
      // The role is for browsers that scroll a table only when it can be focused.
      "prefer-native-element": "off",
      "no-redundant-for": "off", "unique-landmark": "off",
    },
  }),
);

/** What is wrong with `pages`, files of `folder`. */
export async function faults(folder, pages) {
  const wrong = [];
  for (const page of pages) {
    const report = await validator.validateString(readFileSync(join(folder, page), "utf8"), page);
    for (const result of report.results) for (const m of result.messages) wrong.push(`${page}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
  }
  return wrong;
}
