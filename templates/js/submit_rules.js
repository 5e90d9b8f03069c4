// The rules of `pressmark check` about single values, for those who are still typing. Their lists of words are those of `src/rules`:
// `tests/browser/submit.test.mjs` holds both to each other.

import { trimmed } from "./submit_text.js";

// Placeholders (`placeholder-in-listing`, `placeholder-in-prose`, `url-placeholder`, `contact-placeholder`)

export const MARKS = ["TODO", "FIXME", "TBD", "TBA", "XXX"];
export const PHRASES = ["lorem ipsum", "your connector here", "your text here", "your description here", "add description here", "add a description here", "insert description", "insert text here", "[insert ", "<insert ", "<your ", "<your-", "<your_", "description goes here", "text goes here", "content goes here", "replace this text", "write a short description", "a short description of the connector", "[your company]", "[company name]", "[your name]"];
export const HOSTS = ["acme-corp.com", "changeme.com", "company.com", "companyname.com", "domain.com", "example.com", "example.edu", "example.net", "example.org", "foo.bar", "foobar.com", "mycompany.com", "mydomain.com", "mysite.com", "somedomain.com", "test.com", "test.test", "website.com", "your-company.com", "your-domain.com", "yourcompany.com", "yourdomain.com", "yoursite.com", "yourwebsite.com"];
export const SEGMENTS = ["changeme", "my-org", "org-name", "owner-name", "repo-name", "your-account", "your-company", "your-connector", "your-name", "your-org", "your-organization", "your-project", "your-repo", "your-repository", "your-user", "your-username", "yourusername", "yourorg"];
export const NAMES = ["changeme", "example", "firstname.lastname", "foo", "jane.doe", "john.doe", "johndoe", "name", "somebody", "someone", "test", "todo", "user", "username", "xxx", "you", "your.name", "yourname"];

const OF_TEMPLATE = /^(((my|your|sample|example)[ -](plugin|connector|app|integration|extension|listing))|(connector|plugin|app) name)$/i;
// A note to oneself, and no word of a sentence such as in "TODO lists".
const MARK = `(${MARKS.join("|")})`;
const NOTE = new RegExp(`(?<![\\p{Alphabetic}\\p{N}_])${MARK}[*_\\])]*(?::|(?<=(?:^|[.:])[ *_[(>|\\-]*${MARK}[*_\\])]*) *(?:$|[.|]))`, "u");

/** The words of a template that were left in a text. */
function unfinished(text, inProse) {
  const lower = text.toLowerCase();
  // In prose, `<your-domain>` is a value that the reader fills in.
  return PHRASES.find((words) => lower.includes(words) && !(inProse && words.startsWith("<"))) ?? NOTE.exec(text)?.[1];
}
const isPlaceholderHost = (host) => HOSTS.some((known) => host === known || host.endsWith("." + known));
function isPlaceholderSegment(segment) {
  const plain = segment.toLowerCase().replaceAll("_", "-");
  return (plain.startsWith("%3c") && plain.endsWith("%3e")) || SEGMENTS.includes(plain.replace(/\.git$/, ""));
}
function isPlaceholderMail(address) {
  const [local, host] = address.toLowerCase().split(/@(?=[^@]*$)/);
  return isPlaceholderHost(host || "") || NAMES.includes(local) || /^(your-|your_|youremail|<|\{)/.test(local);
}

// Secrets in URLs (`private-share-link`)

export const DOORS = ["share", "shares", "shared", "sharing", "invite", "invites", "invitation", "invitations", "access", "join"];
export const KEYS = ["token", "access_token", "auth_token", "share_token", "sharetoken", "share_key", "sharekey", "invite", "invite_code", "invite_token", "sig", "signature", "x-amz-signature", "access_key"];

const MAX_URL = 2048;
const isRun = (run) => run.length >= 8 && ((run.match(/[0-9]/g)?.length >= 2 && /[^0-9]/.test(run)) || run.match(/[a-z](?=[A-Z])/g)?.length >= 3);
/** Whether a text looks random rather than written. */
const isRandom = (text) => !/[${}<>*%]/.test(text) && text.split(/[^A-Za-z0-9]/).some(isRun);
function isSecret(url) {
  const segments = url.pathname.split("/").filter(Boolean);
  // Status badges carry a token that opens only the badge.
  if (/\.(svg|png|gif)$/.test(segments.at(-1) || "") || segments.includes("badge")) return false;
  const least = (door) => (door === "s" ? 20 : door === "private" ? 12 : DOORS.includes(door) ? 14 : Infinity);
  const isKey = (part, n) => n > 0 && part.length >= least(segments[n - 1].toLowerCase()) && isRandom(part);
  return segments.some(isKey) || [...url.searchParams].some(([key, value]) => KEYS.includes(key.toLowerCase()) && value.length >= 8 && isRandom(value));
}
/** The URL in a text that opens what is behind it to anyone who has it. */
function secretIn(text) {
  for (const [word] of text.matchAll(/https?:\/\/[^\s"'<>)\]}\x60|]+/g)) {
    const written = word.slice(0, MAX_URL).replace(/[.,;:!?]+$/, "");
    if (URL.canParse(written) && isSecret(new URL(written))) return new URL(written).host;
  }
}

// Markdown (`summary-is-markdown`)

/** The first piece of Markdown in a summary, which is shown as plain text. */
function markup(text) {
  const has = (mark, least = 2) => text.split(mark).length > least;
  if (has("**")) return "**";
  if (has("\x60\x60\x60", 1)) return "\x60\x60\x60";
  if (has("__") && text.includes(" ")) return "__";
  if (text.indexOf("[") >= 0 && text.indexOf("](", text.indexOf("[")) >= 0) return "[…](…)";
  return /^(##?|[-*])(?= )/.exec(text)?.[0];
}

// Licences (`license-not-spdx`)

/** Identifiers with the ways to write them that leave no doubt. */
export const LICENCES = {
  "Apache-2.0": ["apache 2.0", "apache license 2.0", "apache license, version 2.0", "apache license version 2.0"],
  "MIT": ["mit license", "the mit license", "mit licence", "expat"],
  "BSD-3-Clause": ["bsd 3-clause", "bsd 3-clause license", "new bsd license"],
  "BSD-2-Clause": ["bsd 2-clause", "bsd 2-clause license", "simplified bsd license"],
  "ISC": ["isc license"],
  "MPL-2.0": ["mpl 2.0", "mozilla public license 2.0"],
  "Unlicense": ["the unlicense"],
  "0BSD": [],
  "GPL-3.0-only": [],
  "GPL-3.0-or-later": [],
  "AGPL-3.0-only": [],
  "AGPL-3.0-or-later": [],
  "EUPL-1.2": [],
  "CC0-1.0": ["cc0 1.0"],
};
/** A name without what people add or leave out: "The Apache License, Version 2" is "Apache-2.0". */
const bare = (name) => name.toLowerCase().replace(/\b(the|licen[cs]e|version)\b|\bv(?=\d)|[ ,.-]/g, "").replace(/0$/, "");
const GPL = /(?<=^|[ (])([AL]?GPL)[- ]?v?([123](?:\.\d)?)(\+?)(?=$|[ )])/i;
/** What names a family, or says that there is no licence to name. */
const NO_IDENTIFIER = /^(apache|bsd|mpl|epl|cc0?|eupl|[al]?gpl|proprietary|commercial|custom|other|none|unlicensed|open source|closed source|public domain)$/i;
const EXPRESSION = /^(?:\( *)*ID(?: *\))*(?: +(?:AND|OR|WITH) +(?:\( *)*ID(?: *\))*)*$/.source.replaceAll("ID", "(?!(?:AND|OR|WITH)\\b)[A-Za-z0-9.:-]+\\+?");
const isExpression = (text) => new RegExp(EXPRESSION).test(text) && text.split("(").length === text.split(")").length;

/** What is wrong with a licence. Which identifiers there are, only the checks know. */
function faultOfLicence(text) {
  const meant = Object.keys(LICENCES).find((id) => [id, ...LICENCES[id]].some((name) => bare(name) === bare(text)));
  if (meant) return meant === text ? undefined : ["licence-meant", { id: meant }];
  const [written, family, version, plus] = GPL.exec(text) || [];
  if (written) {
    const [only, later] = ["only", "or-later"].map((end) => `${family.toUpperCase()}-${version.padEnd(3, ".0")}-${end}`);
    return plus ? ["licence-meant", { id: text.replace(written, later) }] : ["licence-which", { only, later }];
  }
  if (NO_IDENTIFIER.test(text) || !isExpression(text)) return ["licence"];
}

// All of them

const PROSE = ["description", "setup", "limits", "troubleshooting"];
const TEXTS = ["name", "summary", "path-note", "notes", ...PROSE];

/** What is wrong with one value of the answer to a question: `[what, values, rule]` for each rule that finds something. */
export function* faultsOfValue({ id, isUrl }, value) {
  const left = TEXTS.includes(id) && unfinished(value, PROSE.includes(id));
  if (left) yield ["placeholder", { text: trimmed(left) }, PROSE.includes(id) ? "placeholder-in-prose" : "placeholder-in-listing"];
  else if (id === "name" && OF_TEMPLATE.test(value)) yield ["placeholder", { text: value }, "placeholder-in-listing"];
  const marks = id === "summary" && markup(value);
  if (marks) yield ["markdown", { text: marks }, "summary-is-markdown"];
  const licence = id === "license" && faultOfLicence(value);
  if (licence) yield [licence[0], licence[1], "license-not-spdx"];
  if (id === "support-email" && isPlaceholderMail(value)) yield ["placeholder", { text: value }, "contact-placeholder"];
  if (isUrl && URL.canParse(value)) {
    const url = new URL(value);
    if (url.username || url.password) yield ["userinfo", undefined, "url-with-userinfo"];
    const words = isPlaceholderHost(url.hostname) ? url.hostname : url.pathname.split("/").find(isPlaceholderSegment);
    if (words) yield ["placeholder", { text: words }, "url-placeholder"];
  }
  const host = id !== "license" && secretIn(value);
  if (host) yield ["secret", { host }, "private-share-link"];
}
