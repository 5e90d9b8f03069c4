// A static host as sites have it (Brotli, hashed names for ever in the cache), and a browser.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png" };
// What a host compresses on its way. Pagefind compresses its own parts when it writes them, and hosts send those as they are.
const PRESSED = new Set([".html", ".js", ".json", ".css", ".svg"]);

export const press = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/**
 * Serves folders: `folders` is `{"/": site, "/pagefind/": folder}`; the longest beginning of a path that fits answers.
 * Gives `{address, sent, close}`; `sent` is a list of `{path, bytes}`, the body of every answer as it went over the wire.
 */
export async function serve(folders) {
  const pressed = new Map();
  const sent = [];
  const roots = Object.entries(folders).sort(([a], [b]) => b.length - a.length);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const [root, folder] = roots.find(([root]) => path.startsWith(root)) || [];
    const at = root && join(folder, path.slice(root.length), path.endsWith("/") ? "index.html" : "");
    if (!at || !existsSync(at) || !statSync(at).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const ending = extname(at);
    let body = pressed.get(at);
    if (!body) {
      body = readFileSync(at);
      if (PRESSED.has(ending)) body = press(body);
      pressed.set(at, body);
    }
    sent.push({ path, bytes: body.length });
    const headers = { "content-type": TYPES[ending] || "application/octet-stream", "cache-control": path.endsWith("/") ? "no-cache" : "public, max-age=31536000, immutable" };
    if (PRESSED.has(ending)) headers["content-encoding"] = "br";
    response.writeHead(200, headers).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    sent,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Chromium: that of `CHROMIUM`, or Debian's. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
