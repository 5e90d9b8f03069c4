// Texts as they stand in files: values in YAML, paragraphs in Markdown, names of folders. The generator writes the same (`format/scalar.rs`,
// `submission/readme.rs`, `rules/catalogue/slug.rs`); `tests/submit.json` holds both to it.

const WORDS = /^(null|true|false|yes|no|on|off|y|n)$/i;
const ALNUM = "\\p{Alphabetic}\\p{N}";
const BEGINS = new RegExp(`^[${ALNUM}]`, "u");
const SOUND_IN_LIST = new RegExp(`^[${ALNUM} \\-_./+()@]*$`, "u");
const SOUND_IN_BLOCK = new RegExp(`^[${ALNUM} !-/:-@\\[-\x60{-~’‘“”–—…«»¿¡·€£]*$`, "u");
const HIDDEN = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/u;
const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const mayBePlain = (text) => BEGINS.test(text) && !text.endsWith(" ") && !WORDS.test(text);

function escaped(char) {
  if (ESCAPES[char]) return ESCAPES[char];
  return HIDDEN.test(char) ? "\\u" + char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0") : char;
}
const quoted = (text) => `"${[...text.toWellFormed()].map(escaped).join("")}"`;

const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter();

/** How many characters a reader sees in a text, as the checks count them; where the browser cannot tell, how many code points it has. */
export function lengthOf(text) {
  const composed = text.normalize("NFC");
  return [...(segmenter ? segmenter.segment(composed) : composed)].length;
}

/** A text as it can stand within brackets. */
export const scalar = (text) => (mayBePlain(text) && SOUND_IN_LIST.test(text) ? text : quoted(text));

/** A text as the value of a key on a line of its own. */
export function inBlock(text) {
  const splits = text.includes(": ") || text.includes(" #") || text.endsWith(":");
  return mayBePlain(text) && SOUND_IN_BLOCK.test(text) && !splits ? text : quoted(text);
}

/** The same, with quotes around what an editor would take for a number. */
export function asText(text) {
  const written = inBlock(text);
  return /^[0-9._\-+:eExXoO]*$/.test(text) && !written.startsWith('"') ? `"${written}"` : written;
}

/** A text as a paragraph of Markdown that says just this. */
export function paragraph(text) {
  const line = text.split(/\p{White_Space}+/u).filter(Boolean).join(" ");
  return line
    .replace(/[\\\x60*_[\]<>&~|]|!(?=\[)/g, "\\$&")
    .replace(/^[#\-+=:]/, "\\$&")
    .replace(/^([0-9]+)([.)])/, "$1\\$2");
}

/** A text without the blanks around it. */
export const trimmed = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");

const MOST_CHARS = 64;
export const isSlug = (text, reserved) => text.length <= MOST_CHARS && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !reserved.includes(text);

/** The name of a folder that a name makes, or nothing. */
export function slugOf(name, reserved) {
  const slug = name.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean).join("-");
  return isSlug(slug, reserved) ? slug : "";
}
