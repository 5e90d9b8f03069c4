// Text as words: the folding that the index was built with (`src/search/words.rs`), what a query asks for, and what of a
// text to mark. Knows no index.

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", þ: "th" };
// Words that nearly every listing could carry. They count only when nothing else was asked for.
const COMMON = new Set("connector connectors integration integrations app apps api for to with and the".split(" "));
const WORD = /[\p{Alphabetic}\p{N}\p{M}]+/gu;
// Scripts without spaces between words: there, every two neighbouring letters are a word.
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
const SCRIPTS = new RegExp(`${UNSPACED.source}+|${UNSPACED.source.replace("[", "[^")}+`, "gu");
const FILTER_OR_TEXT = /(publisher|app|tag):(?:["“”]([^"“”]+)["“”]?|([^\s"“”]+))|["“”]([^"“”]*)["“”]?|[^\s"“”]+/gi;
export const LONGEST_QUERY = 256;
const [MOST_WORDS, LONGEST_WORD] = [12, 40];

/** One form for what people write in many: no marks, no case, and names such as C++, C# and .NET as words. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßæœøłđıþ]/g, (c) => LETTERS[c])
    .replace(/\+\+/g, "plusplus")
    .replace(/\b([a-z])#/g, "$1sharp")
    .replace(/(^|\s)\.net\b/g, "$1dotnet");
}

/** The words of a text. Of a script without spaces every two neighbours are a word, and so is the last letter. */
export function words(text) {
  const found = [];
  for (const [run] of fold(text).matchAll(WORD)) {
    for (const piece of run.match(SCRIPTS)) {
      const letters = [...piece];
      if (UNSPACED.test(piece)) found.push(...letters.map((letter, i) => letter + (letters[i + 1] ?? "")));
      else found.push(letters.slice(0, LONGEST_WORD).join(""));
    }
  }
  return found;
}

/** One letter of a script with spaces: it begins so much that it says little. */
export const isLetter = (word) => [...word].length === 1 && !UNSPACED.test(word);

/** A query for words: `rest`, those that must match, are all but the common ones, unless nothing else is left. Words of phrases are never common. */
export function ask(full, phrases = []) {
  const rest = full.filter((word, i) => !COMMON.has(word) || phrases.some(([first, n]) => i >= first && i < first + n));
  return { full, rest: rest.length ? rest : full, phrases };
}

/**
 * A query taken apart: `full`, all its words; `rest`, those that must match; `phrases`, each `[first, number]` of words in
 * `full` that stand together; `filters`, each `[group, value]`; and `plain`, the text without the filters.
 */
export function parse(q) {
  const text = [...q.slice(0, 2 * LONGEST_QUERY)].slice(0, LONGEST_QUERY).join("");
  const [full, phrases, filters, plain] = [[], [], [], []];
  for (const [token, field, quoted, value, phrase] of text.matchAll(FILTER_OR_TEXT)) {
    if (field) {
      filters.push([field.toLowerCase(), quoted || value]);
      continue;
    }
    plain.push(token);
    const first = full.length;
    full.push(...words(phrase ?? token));
    full.length = Math.min(full.length, MOST_WORDS);
    if (phrase && full.length > first) phrases.push([first, full.length - first]);
  }
  return { ...ask(full, phrases), filters, plain: plain.join(" ") };
}

/** Compares as the index is sorted, by code point. */
export function compare(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
}

/** A text in parts, `[text, does it match]`, for showing why a listing was found. */
export function highlight(text, asked) {
  const ranges = [];
  for (const match of text.matchAll(WORD)) {
    let at = match.index;
    for (const piece of match[0].match(SCRIPTS)) {
      const folded = fold(piece);
      const starts = UNSPACED.test(folded) ? folded.length : 1;
      for (let i = 0; i < starts; i++) {
        const n = Math.max(...asked.map((word) => (folded.startsWith(word, i) ? word.length : 0)));
        // Where folding changed the length, letters cannot be counted off: mark the word.
        if (n > 0) ranges.push(folded.length === piece.length ? [at + i, at + i + n] : [at, at + piece.length]);
      }
      at += piece.length;
    }
  }
  const parts = [];
  let end = 0;
  for (const [from, to] of ranges) {
    if (to <= end) continue;
    if (from > end) parts.push([text.slice(end, from), false]);
    if (from > end || !parts.length) parts.push(["", true]);
    parts.at(-1)[0] += text.slice(Math.max(from, end), to);
    end = to;
  }
  if (end < text.length) parts.push([text.slice(end), false]);
  return parts;
}
