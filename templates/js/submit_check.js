// Which questions arise, and what is wrong with the answers: by the table that the generator makes of its own questions and schemas.

import { folderOf, isNewApp, isNewPublisher } from "./submit_files.js";
import { faultsOfValue } from "./submit_rules.js";
import { isSlug, lengthOf, slugOf, trimmed } from "./submit_text.js";

const FACTS = {
  "closed": (a) => a.source?.[0] === "closed",
  "request": (a) => a.install?.[0] === "request",
  "no-slug": (a, catalogue) => Boolean(a.name?.length) && !a.slug?.length && !slugOf(a.name[0], catalogue.reserved),
  "new-app": (a, catalogue) => isNewApp(a.app?.[0], catalogue),
  "new-publisher": (a, catalogue) => isNewPublisher(a.publisher?.[0], catalogue),
};

/** `s` when the question does not arise, `o` when it may be passed over, `d` when it has a usual answer, `r` when it is needed. */
export function need(field, answers, catalogue) {
  const holds = (fact) => (FACTS[fact] ? FACTS[fact](answers, catalogue) : Boolean(answers[fact]?.length));
  return field.need[(field.by || []).reduce((at, fact, n) => at + (holds(fact) ? 2 ** n : 0), 0)];
}

/** The answers to the questions that arise; what was typed before another answer made it needless is left out. */
export function arising(all, fields, catalogue) {
  let answers = all;
  // An answer that is left out may make another question arise: a few rounds settle that.
  for (let round = 0; round < 4; round++) {
    const kept = Object.fromEntries(fields.map((field) => [field.id, need(field, answers, catalogue) === "s" ? [] : all[field.id] || []]));
    // Whether a folder has to be named is asked of the name alone, and an answer to it stays.
    kept.slug = all.slug || [];
    if (JSON.stringify(kept) === JSON.stringify(answers)) break;
    answers = kept;
  }
  return answers;
}

/** A name as it is compared: in any case and width, with single spaces. */
export const folded = (name) => trimmed(name.normalize("NFKC").toLowerCase()).replace(/\p{White_Space}+/gu, " ");

const TOO_LONG = { "name": "name-too-long", "summary": "summary-too-long" };
const TOO_MANY = { "keywords": "too-many-keywords" };
const MALFORMED = { "version": ["version", "version-malformed"], "support-email": ["mail", "email-malformed"], "account-login": ["login"], "account-id": ["number"] };

/** The same as `fault`, for everything that is found: `[what, values, rule]`, without a rule where nothing can be done with the answer. */
function* faults(field, answers, catalogue) {
  const values = answers[field.id] || [];
  // A name makes a folder, too, without an answer to that question.
  if (field.id === "slug" && catalogue.taken?.slugs.has(folderOf(answers, catalogue))) yield ["slug-taken"];
  if (!values.length) {
    if (!"rd".includes(need(field, answers, catalogue))) return;
    yield [field.id === "support-docs" ? "support" : field.minItems ? "choose" : "missing"];
  }
  if (values.length > (field.maxItems ?? Infinity)) yield ["many", { n: values.length, max: field.maxItems }, TOO_MANY[field.id]];
  for (const value of values) {
    // No character is shorter than a unit of the text, so that most texts need not be cut.
    const n = value.length > (field.maxLength ?? Infinity) ? lengthOf(value) : 0;
    if (n > field.maxLength) yield ["long", { n, max: field.maxLength }, TOO_LONG[field.id]];
    yield* faultsOfValue(field, value);
    if (field.id === "name" && catalogue.taken?.names.has(folded(value))) yield ["name-taken", undefined, "duplicate-name"];
    if (["slug", "publisher"].includes(field.id) && !isSlug(value, catalogue.reserved)) yield ["slug"];
    const isAddress = !field.isUrl || URL.canParse(value);
    const [what, rule] = field.isUrl ? ["address", "url-malformed"] : MALFORMED[field.id] || ["form"];
    // A user name in a URL is for a rule of its own to find.
    const bare = field.isUrl ? value.replace(/\/\/[^/?#]*@/, "//") : value;
    if (!isAddress || (field.pattern && !new RegExp(field.pattern, "u").test(bare))) yield [what, undefined, rule];
  }
}

/**
 * What is wrong with the answer to a question: `[what, values, level]`, or nothing. The level is that of the rule in this catalogue; what is no error stops
 * nothing. `catalogue.taken` is what is known of other listings: `{names, slugs}`.
 */
export function fault(field, answers, catalogue) {
  let milder;
  for (const [what, values, rule] of faults(field, answers, catalogue)) {
    const level = (rule && catalogue.levels[rule]) || "error";
    if (level === "error") return [what, values, level];
    if (level !== "off") milder ||= [what, values, level];
  }
  return milder;
}
