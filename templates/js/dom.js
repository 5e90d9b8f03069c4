// The only way elements are made: from names and text, never from HTML (the page's policy forbids it).

/** `h("a.chip", {href: "/"}, "Text", child)`; a falsy child is left out, a falsy property not set. */
export function h(name, props, ...children) {
  const [tag, ...classes] = name.split(".");
  const el = document.createElement(tag);
  if (classes.length) el.className = classes.join(" ");
  for (const [key, value] of Object.entries(props || {})) {
    if (value === false || value == null) continue;
    if (key.startsWith("on")) el.addEventListener(key.slice(2), value);
    else el.setAttribute(key, value === true ? "" : value);
  }
  el.append(...children.flat().filter((c) => c || c === 0));
  return el;
}

/** Text with the parts that matched marked: `[["Sales", true], ["force", false]]`. */
export const marked = (parts) => parts.map(([text, hit]) => (hit ? h("mark", null, text) : text));

/** Makes `wanted` the children of an element, and moves or takes away no child that is in its place already. */
export function fill(el, wanted) {
  const stay = new Set(wanted);
  for (const child of [...el.childNodes]) if (!stay.has(child)) child.remove();
  let at = el.firstChild;
  for (const child of wanted) {
    if (child === at) at = at.nextSibling;
    else el.insertBefore(child, at);
  }
}

// The last pictures, so that the browser does not forget them between two letters and draws them anew.
const drawn = new Map();
const MOST_DRAWN = 200;

/** The picture of a listing or an app, or its initials. */
export function picture({ icon, name, hue }, root, size) {
  if (!icon) return h(`span.icon.icon-${size}.monogram.hue-${hue}`, { "aria-hidden": "true" }, initials(name));
  const image = h("img.icon.icon-" + size, { src: root + icon, alt: "", width: size, height: size, loading: "lazy", decoding: "async" });
  drawn.delete(icon);
  drawn.set(icon, image);
  if (drawn.size > MOST_DRAWN) drawn.delete(drawn.keys().next().value);
  return image;
}

function initials(name) {
  const words = name.match(/[\p{L}\p{N}]+/gu) || ["?"];
  const letters = words[1] ? [...words[0]][0] + [...words[1]][0] : [...words[0]].slice(0, 2).join("");
  return letters.toUpperCase();
}

/** A text that may have any length, short enough for a heading. */
export function clip(text, most = 60) {
  const letters = [...text];
  return letters.length > most ? letters.slice(0, most).join("") + "…" : text;
}

/**
 * Says the messages of a language: `t("connectors", { n: 2 })` as a text, `parts("moved", { link })` as texts and elements in their order.
 * The build puts what a module says in the place of `MESSAGES`: tags of languages, each followed by its messages. A message is a text, or a
 * list of texts, of variables `["n"]` and of choices `["n", { one: …, "*": … }]`.
 */
export function speaker(...layers) {
  const of = {};
  for (let i = 0; i < layers.length; i += 2) {
    let plurals, digits;
    const say = (message, args) => [message].flat().flatMap((part) => {
      if (typeof part === "string") return part;
      const [name, variants] = part;
      const value = args[name];
      if (variants) return say(variants[value] ?? variants[(plurals ||= new Intl.PluralRules(layers[i])).select(value)] ?? variants["*"], args);
      return typeof value === "number" ? (digits ||= new Intl.NumberFormat(layers[i], { numberingSystem: "latn" })).format(value) : value;
    });
    for (const [key, message] of Object.entries(layers[i + 1])) of[key] = (args) => say(message, args);
  }
  return { t: (key, args) => of[key](args).join(""), parts: (key, args) => of[key](args) };
}
