// The files of a submission, from answers: `{name: ["Teapot Timer"], tags: ["documents"], …}` by the flags of `pressmark new`. They are the files that
// `pressmark new` writes, without the comments, so that they fit into an address.

import { asText, inBlock, isSlug, paragraph, scalar, slugOf } from "./submit_text.js";

const text = (answers, id) => answers[id]?.[0] || "";

/** The folder of the listing, or nothing when there is no name that makes one. */
export const folderOf = (answers, { reserved }) => text(answers, "slug") || slugOf(text(answers, "name"), reserved);

/** Whether the catalogue has no app of this name, in whatever spelling. */
export const isNewApp = (name, { apps, reserved }) => Boolean(name) && !apps.some(([known, slug]) => known === name || slug === slugOf(name, reserved));

/** Whether the catalogue has no such publisher. */
export const isNewPublisher = (slug, { publishers }) => Boolean(slug) && !publishers.some(([known]) => known === slug);

/** The new files with their texts, the listing first. */
export function files(answers, catalogue, today) {
  const slug = folderOf(answers, catalogue);
  if (!isSlug(slug, catalogue.reserved)) return [];
  const all = [
    { path: `listings/${slug}/listing.yaml`, text: listing(answers, catalogue, today) },
    { path: `listings/${slug}/README.md`, text: readme(answers) },
    app(answers, catalogue),
    publisher(answers, catalogue),
  ];
  return all.filter(Boolean);
}

function listing(answers, { agreement }, today) {
  const lines = [];
  const pair = (id, key = id, before = "") => text(answers, id) && lines.push(`${before}${key}: ${asText(text(answers, id))}`);
  const list = (id) => answers[id]?.length && lines.push(`${id}: [${answers[id].map(scalar).join(", ")}]`);
  for (const id of ["name", "app", "summary", "publisher"]) pair(id);
  list("tags");
  list("keywords");
  pair("source");
  pair("source-url", "source_url");
  pair("license");
  lines.push("install:");
  pair("install", "mode", "  ");
  pair("install-url", "url", "  ");
  pair("install-command", "command", "  ");
  pair("landing-url", "landing_url", "  ");
  pair("path-note", "path_note", "  ");
  if (["email", "url", "docs"].some((key) => text(answers, `support-${key}`))) lines.push("support:");
  for (const key of ["email", "url", "docs"]) pair(`support-${key}`, key, "  ");
  if (text(answers, "version")) {
    // A version is written as people write it.
    lines.push("versions:", `  - version: ${inBlock(text(answers, "version"))}`, `    date: ${today}`);
    pair("notes", "notes", "    ");
  }
  if (text(answers, "version") && text(answers, "tested")) {
    lines.push("tested:", `  version: ${inBlock(text(answers, "version"))}`, `  on: ${today}`);
    pair("tested", "what", "  ");
  }
  list("regions");
  list("auth");
  const by = text(answers, "accept-agreement");
  if (agreement && by) {
    const version = scalar(agreement.version);
    lines.push("agreement:", `  version: ${version.startsWith('"') ? version : `"${version}"`}`, `  accepted_by: ${inBlock(by)}`, `  accepted_on: ${today}`);
  }
  return lines.join("\n") + "\n";
}

function readme(answers) {
  const opening = answers.description?.length ? answers.description : answers.summary || [];
  let out = opening.length ? opening.map(paragraph).join("\n\n") + "\n" : "";
  const section = (title, points = [], mark) => {
    if (!points.length) return;
    const body = points.length > 1 ? points.map((point, n) => mark(n) + paragraph(point)) : points.map(paragraph);
    out += `\n## ${title}\n\n${body.join("\n")}\n`;
  };
  section("Setup", answers.setup, (n) => `${n + 1}. `);
  section("Known limits", answers.limits, () => "- ");
  section("Troubleshooting", answers.troubleshooting, () => "- ");
  return out;
}

function app(answers, catalogue) {
  const [name, website] = [text(answers, "app"), text(answers, "app-website")];
  if (!isNewApp(name, catalogue) || !website) return;
  // A name without Latin letters makes no slug; the vendor's host does.
  const host = URL.canParse(website) ? new URL(website).hostname.replace(/^(www\.)+/, "") : "";
  const slug = slugOf(name, catalogue.reserved) || slugOf(host, catalogue.reserved);
  return slug && { path: `apps/${slug}.yaml`, text: `name: ${inBlock(name)}\nwebsite: ${inBlock(website)}\n` };
}

function publisher(answers, catalogue) {
  const [slug, name, url, login, id] = ["publisher", "publisher-name", "publisher-url", "account-login", "account-id"].map((id) => text(answers, id));
  if (!isNewPublisher(slug, catalogue) || !isSlug(slug, catalogue.reserved) || !name) return;
  const account = login && id && `accounts:\n  - {forge: ${catalogue.repository.forge}, login: ${scalar(login)}, id: ${scalar(id)}}\n`;
  return { path: `publishers/${slug}.yaml`, text: `name: ${inBlock(name)}\n${url && `url: ${inBlock(url)}\n`}${account}` };
}
