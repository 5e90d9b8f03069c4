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

/** The picture of a listing, or its initials. */
export function picture(index, i, root, size) {
  const url = index.icons[i];
  return url
    ? h("img.icon.icon-" + size, { src: root + url, alt: "", width: size, height: size, loading: "lazy", decoding: "async" })
    : monogram(index.names[i], index.hues[i], size);
}

export function monogram(name, hue, size) {
  const words = name.match(/[\p{L}\p{N}]+/gu) || ["?"];
  const letters = words[1] ? [...words[0]][0] + [...words[1]][0] : [...words[0]].slice(0, 2).join("");
  return h(`span.icon.icon-${size}.monogram.hue-${hue}`, { "aria-hidden": "true" }, letters.toUpperCase());
}

/** The index file, fetched once for the whole page; a failure is forgotten, so that a second try is a real one. */
const fetched = new Map();
export function fetchIndex(url) {
  if (!fetched.has(url)) {
    const wait = fetch(url).then((r) => (r.ok ? r.json() : Promise.reject(new Error(r.status))));
    wait.catch(() => fetched.delete(url));
    fetched.set(url, wait);
  }
  return fetched.get(url);
}
