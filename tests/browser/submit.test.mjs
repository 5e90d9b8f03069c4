// The page for submissions: its script writes what `pressmark new` writes, opens what forges understand, and can be used by everybody.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { arising, fault, need } from "../../templates/js/submit_check.js";
import { files } from "../../templates/js/submit_files.js";
import { branchAt, newFile } from "../../templates/js/submit_forge.js";
import * as rules from "../../templates/js/submit_rules.js";
import { trimmed } from "../../templates/js/submit_text.js";
import { launch, open, overflow, read, root, serve, show, siteFolder, VIEWS, violations } from "./support.mjs";

const DAY = "2026-12-01";
const page = read("submit/index.html");
const catalogue = JSON.parse(page.split('id="submit-data">')[1].split("</script>")[0]);
const cases = JSON.parse(readFileSync(join(root, "tests/submit.json"), "utf8"));

/** Answers as the form hands them on: every question, without blanks around a text. */
const given = (answers) =>
  Object.fromEntries([...catalogue.fields.map(({ id }) => id), ...Object.keys(answers)].map((id) => [id, (answers[id] || []).map(trimmed).filter(Boolean)]));

test("the script writes the files that the command writes", () => {
  assert.ok(cases.length > 40);
  for (const { answers, files: expected } of cases) assert.deepEqual(files(given(answers), catalogue, DAY), expected, JSON.stringify(answers));
});

test("the script misses the answers that the command misses", () => {
  for (const { answers, missing } of cases) {
    const all = given(answers);
    const open = catalogue.fields.filter((field) => !all[field.id].length && need(field, all, catalogue) === "r");
    assert.deepEqual(open.map(({ id }) => id), missing, JSON.stringify(answers));
  }
});

test("sound answers have no fault, and each bound of the schema is one", () => {
  const [sound] = cases;
  const all = arising(given(sound.answers), catalogue.fields, catalogue);
  const faultOf = (id, values) => fault(catalogue.fields.find((field) => field.id === id), { ...all, [id]: values }, catalogue)?.[0];
  for (const field of catalogue.fields) assert.equal(fault(field, all, catalogue), undefined, field.id);
  for (const [id, values, expected] of [
    ["name", [], "missing"], ["name", ["x".repeat(61)], "long"], ["name", ["🫖".repeat(60)], undefined], ["name", ["👩‍👩‍👧‍👦".repeat(60)], undefined], ["name", ["e\u0301".repeat(60)], undefined], ["name", ["👩‍👩‍👧‍👦".repeat(61)], "long"], ["source", [], "missing"], ["tags", [], "choose"], ["keywords", ["a", "b", "c", "d"], "many"],
    ["source-url", ["git.example/you"], "address"], ["source-url", ["ftp://git.example/"], "address"], ["source-url", ["https://you:secret@git.example/"], "userinfo"],
    ["source-url", ["javascript:alert(1)"], "address"], ["support-email", ["help"], "mail"], ["version", ["1.0"], undefined], ["version", ["7"], undefined], ["version", ["1".repeat(501)], "long"],
    ["account-login", ["@you"], "login"], ["account-login", ["git.example/you"], "login"], ["account-login", ["_y.o-u"], undefined], ["account-id", ["you"], "number"], ["account-id", ["990000120"], undefined],
    ["publisher", ["Your Name"], "slug"], ["publisher", ["new"], "slug"], ["slug", ["a--b"], "slug"], ["summary", ["x".repeat(161)], "long"],
  ]) assert.equal(faultOf(id, values), expected, `${id} ${values}`);
  assert.equal(fault(catalogue.fields.find(({ id }) => id === "support-docs"), { ...all, "support-email": [] }, catalogue)[0], "support");
});

/** What is wrong with a value, with the rest answered soundly, and what is said of it. */
function told(id, value, known = catalogue) {
  const all = arising(given(cases[0].answers), known.fields, known);
  const [what, values] = fault(known.fields.find((field) => field.id === id), { ...all, [id]: value ? [value] : [] }, known) || [];
  return what && (values ? [what, values] : [what]);
}

test("a rule stops no one in a catalogue that lowered it, and finds nothing in one that turned it off", () => {
  const withLevels = (levels) => ({ ...catalogue, levels: { ...catalogue.levels, ...levels } });
  const found = (id, value, levels) => fault(catalogue.fields.find((field) => field.id === id), { ...arising(given(cases[0].answers), catalogue.fields, catalogue), [id]: [value] }, withLevels(levels));
  assert.deepEqual(found("license", "Apache 2.0", { "license-not-spdx": "warn" }), ["licence-meant", { id: "Apache-2.0" }, "warn"]);
  assert.deepEqual(found("license", "Apache 2.0", { "license-not-spdx": "error" }), ["licence-meant", { id: "Apache-2.0" }, "error"]);
  assert.equal(found("license", "Apache 2.0", { "license-not-spdx": "off" }), undefined);
  assert.equal(found("summary", "x".repeat(161), { "summary-too-long": "info" })[2], "info");
  assert.equal(found("source-url", "https://example.com/your-repo", { "url-placeholder": "off" }), undefined);
  assert.equal(found("source-url", "https://you@git.example/tool", { "url-with-userinfo": "off" }), undefined);
  // What one rule does not look for, the next one may find, and the worst is shown.
  assert.deepEqual(found("summary", "TODO **now** **then**", { "placeholder-in-listing": "off", "summary-is-markdown": "warn" }), ["markdown", { text: "**" }, "warn"]);
  assert.deepEqual(found("summary", "TODO: **now** https://app.example/share/8Jf3kQ9xZt2LmV7b", { "private-share-link": "error" }), ["secret", { host: "app.example" }, "error"]);
});

test("a name or a folder that another listing has is a fault", () => {
  const known = { ...catalogue, taken: { names: new Set(["channel digest", "shopify orders"]), slugs: new Set(["channel-digest", "gone"]) } };
  for (const [id, value, expected] of [
    ["name", "Channel Digest", "name-taken"], ["name", " ｃhannel  DIGEST", "name-taken"], ["name", "Channel Digests", undefined],
    ["slug", "gone", "slug-taken"], ["slug", "", "slug-taken"], ["slug", "still-free", undefined],
  ]) assert.equal(told(id, value, known)?.[0], expected, `${id} ${value}`);
  assert.equal(told("slug", "gone"), undefined, "as long as nothing is known of others, nothing is wrong");
});

test("a summary with Markdown is a fault", () => {
  for (const [summary, text] of [
    ["Posts **every** order.", "**"], ["Posts a __bold line__.", "__"], ["Posts [a line](https://a.example/).", "[…](…)"], ["# Posts a line", "#"], ["- Posts a line", "-"], ["Runs \x60\x60\x60list", "\x60\x60\x60"],
    ["Runs \x60order list\x60 and posts a line.", undefined], ["Posts 2 * 3 lines to #general (all) [sic].", undefined], ["__proto__", undefined], ["Rates of up to 5** hotels.", undefined],
  ]) assert.deepEqual(told("summary", summary), text && ["markdown", { text }], summary);
  assert.equal(told("limits", "Posts **every** order."), undefined, "in the README it is escaped");
});

test("a licence that is no SPDX expression is a fault, with the identifier where there is no doubt", () => {
  for (const [text, id] of [
    ["mit", "MIT"], ["MIT License", "MIT"], ["Apache 2.0", "Apache-2.0"], ["Apache 2", "Apache-2.0"], ["The Apache License, Version 2.0.", "Apache-2.0"], ["BSD 3 Clause", "BSD-3-Clause"], ["apache-2.0", "Apache-2.0"], ["Apache License, Version 2.0", "Apache-2.0"], ["GPL-3.0+", "GPL-3.0-or-later"], ["MIT OR LGPL-2.1+", "MIT OR LGPL-2.1-or-later"],
  ]) assert.deepEqual(told("license", text), ["licence-meant", { id }], text);
  for (const text of ["GPL-3.0", "GPL-3.0 OR MIT", "GPLv3", "gpl v3", "GPL 3"]) assert.deepEqual(told("license", text), ["licence-which", { only: "GPL-3.0-only", later: "GPL-3.0-or-later" }], text);
  for (const text of ["GPL", "BSD", "Apache", "MPL", "Proprietary", "MIT / Apache-2.0", "MIT, Apache-2.0", "MIT or Apache-2.0", "(MIT", "MIT OR", "AND", "see LICENSE.md", "https://a.example/"]) {
    assert.deepEqual(told("license", text), ["licence"], text);
  }
  for (const text of ["MIT", "MIT OR Apache-2.0", "(MIT AND Zlib) OR curl", "GPL-2.0-or-later WITH Classpath-exception-2.0", "Apache-2.0+", "LicenseRef-Acme-Terms", "DocumentRef-a:LicenseRef-b", "Zlib"]) {
    assert.equal(told("license", text), undefined, text);
  }
});

test("what was left of a template is a fault", () => {
  for (const [id, value, text] of [
    ["summary", "TODO", "TODO"], ["summary", "Lorem ipsum dolor sit amet.", "lorem ipsum"], ["summary", "Posts lines. FIXME: say more", "FIXME"], ["summary", "Signs in to <your-domain>.", "<your-"], ["notes", "First. (TBD)", "TBD"],
    ["name", "My Connector", "My Connector"], ["name", "plugin name", "plugin name"], ["path-note", "Your text here", "your text here"], ["setup", "[insert steps]", "[insert"],
    ["support-email", "you@acme.example", "you@acme.example"], ["support-email", "help@example.com", "help@example.com"],
    ["source-url", "https://git.example/Your_Org/tool", "Your_Org"], ["source-url", "https://git.example/acme/your-repo.git", "your-repo.git"], ["support-url", "https://www.example.com/", "www.example.com"], ["support-docs", "https://git.example/<org>/a", "%3Corg%3E"],
    ["summary", "Turns starred messages into TODO lists.", undefined], ["summary", "Files xxx and TODOs.", undefined], ["name", "My Connectors", undefined], ["setup", "Open <your-domain>.", undefined],
    ["support-email", "testing@acme.example", undefined], ["support-url", "https://counterexample.com/your-data", undefined],
  ]) assert.deepEqual(told(id, value), text && ["placeholder", { text }], `${id} ${value}`);
});

test("a URL with a password or a key is a fault", () => {
  const secret = ["secret", { host: "app.example" }];
  for (const [id, value, expected] of [
    ["source-url", "https://you@git.example/tool", ["userinfo"]], ["support-url", "https://you:pass@git.example/tool", ["userinfo"]],
    ["source-url", "https://app.example/share/8Jf3kQ9xZt2LmV7b", secret], ["support-docs", "https://app.example/42?access_token=4f9c2b7e11d04a", secret], ["support-url", "https://app.example/private/9f8a7c6b5d4e3f2a", secret],
    ["setup", "Open (https://app.example/s/kZtQmVbPxLwRnYcHdGfT).", secret],
    ["support-url", "https://app.example/invite/acme", undefined], ["support-url", "https://app.example/share/getting-started-with-version-2", undefined], ["support-url", "https://ci.example/badge.svg?token=4F9C2B7E11D0", undefined],
    ["support-url", "https://app.example/?token=<YOUR_TOKEN_12345678>", undefined], ["support-url", "https://app.example/?page=4f9c2b7e11d04a", undefined], ["source-url", "https://git.example/@you/tool", undefined],
  ]) assert.deepEqual(told(id, value), expected, `${id} ${value}`);
});

test("the words that the script knows are those of the rules", () => {
  const source = (file) => readFileSync(join(root, "src", file), "utf8");
  const listed = (file, name) => [...source(file).match(new RegExp(`const ${name}: [^=]*= \\[([^;]*)\\];`))[1].matchAll(/"([^"]*)"/g)].map(([, word]) => word);
  for (const [file, ...names] of [["rules/unfinished.rs", "MARKS", "PHRASES"], ["rules/placeholder.rs", "HOSTS", "SEGMENTS", "NAMES"], ["rules/listing/private_share_link.rs", "DOORS", "KEYS"]]) {
    for (const name of names) assert.deepEqual(rules[name], listed(file, name), name);
  }
  assert.deepEqual(Object.entries(rules.LICENCES).flat(2), listed("submission/origin/licence.rs", "LICENCES"));
});

test("what another answer has made needless is not written", () => {
  const all = given({ ...cases[0].answers, "landing-url": ["https://left.example/"], "source": ["closed"], "app-website": ["https://left.example/"] });
  const text = files(arising(all, catalogue.fields, catalogue), catalogue, DAY)[0].text;
  assert.ok(!text.includes("left.example") && !text.includes("source_url") && !text.includes("license"), text);
});

const repository = (forge, url = `https://${forge}.example/library/catalogue`) => ({ forge, url, branch: "main" });

test("each forge is opened with what its page for new files takes", () => {
  const [path, text] = ["content/listings/a/listing.yaml", "name: A & B\n# 100%\n"];
  const coded = "name%3A%20A%20%26%20B%0A%23%20100%25%0A";
  assert.deepEqual(newFile(repository("github"), path, text), { url: `https://github.example/library/catalogue/new/main?filename=content%2Flistings%2Fa%2Flisting.yaml&value=${coded}`, isFilled: true });
  for (const forge of ["forgejo", "gitea"]) {
    assert.deepEqual(newFile(repository(forge), path, text), { url: `https://${forge}.example/library/catalogue/_new/main/?filename=content%2Flistings%2Fa%2Flisting.yaml&value=${coded}`, isFilled: true });
  }
  assert.deepEqual(newFile(repository("gitlab"), path, text), { url: "https://gitlab.example/library/catalogue/-/new/main?file_name=content%2Flistings%2Fa%2Flisting.yaml", isFilled: false });
  const branch = newFile({ ...repository("github"), branch: "a b/c#d" }, path, text).url;
  assert.ok(branch.includes("/new/a%20b/c%23d?"), branch);
});

test("an address that would be too long is opened without the text", () => {
  for (const forge of ["github", "forgejo"]) {
    const { url, isFilled } = newFile(repository(forge), "content/listings/a/README.md", "ü".repeat(1400));
    assert.ok(!isFilled && url.length < 200 && url.includes("filename="), url);
  }
  assert.ok(newFile(repository("github"), "a", "\ud800").isFilled, "half a character is no obstacle");
});

test("the branch that a forge has made is found in the address of its next page", () => {
  for (const [forge, address, url, branch] of [
    ["github", "/library/catalogue/compare/main...you:catalogue:patch-1?quick_pull=1", "/you/catalogue", "patch-1"],
    ["github", "/library/catalogue/compare/main...you:patch-1?expand=1", "/you/catalogue", "patch-1"],
    ["github", "/library/catalogue/pull/new/patch-1", "/library/catalogue", "patch-1"],
    ["github", "/you/catalogue/tree/feature/tea", "/you/catalogue", "feature/tea"],
    ["forgejo", "/library/catalogue/compare/main...you:patch-1", "/you/catalogue", "patch-1"],
    ["forgejo", "/library/catalogue/compare/main...you/copy:patch-1", "/you/copy", "patch-1"],
    ["gitea", "/you/catalogue/src/branch/patch-1", "/you/catalogue", "patch-1"],
    ["gitlab", "/you/catalogue/-/merge_requests/new?merge_request%5Bsource_branch%5D=patch-1", "/you/catalogue", "patch-1"],
    ["gitlab", "/group/sub/catalogue/-/tree/main-patch-1", "/group/sub/catalogue", "main-patch-1"],
  ]) {
    const found = branchAt(repository(forge), `https://${forge}.example${address}`);
    assert.deepEqual([found?.url, found?.branch], [`https://${forge}.example${url}`, branch], address);
  }
  for (const address of ["", "patch-1", "https://evil.example/you/catalogue/tree/patch-1", "https://github.example/", "https://github.example/you", "https://github.example/library/catalogue/pull/7", "https://github.example/%E0%A4%A/b/tree/c"]) {
    assert.equal(branchAt(repository("github"), address), undefined, address);
  }
});

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve(siteFolder)]);
});
after(async () => {
  await browser.close();
  site.close();
});
const visit = (options, use) => open(browser, site.address, "submit/", options, use);

/** Fills the form in as somebody does who has no mouse. */
async function fillIn(page) {
  const type = async (id, text) => {
    await page.locator("#f-" + id).focus();
    await page.keyboard.insertText(text);
  };
  await type("name", "Channel Digest");
  await page.locator('[name="source"][value="open"]').focus();
  await page.keyboard.press("Space");
  await type("source-url", "https://git.example/you/channel-digest");
  await type("license", "MIT");
  await type("summary", "Collects what happened: every morning #now.");
  await type("setup", "Install it and sign in.\nChoose a channel.");
  await type("limits", "It reads public channels only.");
  await type("support-email", "help@northwind.example");
  await type("app", "slack");
  await page.locator('[name="tags"][value="messaging"]').focus();
  await page.keyboard.press("Space");
  await type("keywords", "standup, recap");
  await type("publisher", "northwind-labs");
  await type("accept-agreement", "Northwind Labs Ltd");
  await page.locator("#f-agree").focus();
  await page.keyboard.press("Space");
}

test("an empty form says what is missing, leads there, and forgets it once it is mended", async () => {
  const { said } = await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.locator("[data-check]").focus();
    await page.keyboard.press("Enter");
    const summary = page.locator(".submit-errors");
    assert.ok(await summary.evaluate((el) => el === document.activeElement), "the focus is on the summary");
    const links = await summary.locator("a").evaluateAll((all) => all.map((a) => a.hash));
    assert.deepEqual(links, ["name", "source", "source-url", "license", "summary", "setup", "limits", "support-docs", "app", "tags", "publisher", "accept-agreement", "agree"].map((id) => "#f-" + id));
    assert.deepEqual(await violations(page), []);
    await summary.locator("a").first().press("Enter");
    const name = page.locator("#f-name");
    assert.ok(await name.evaluate((el) => el === document.activeElement));
    assert.equal(await name.getAttribute("aria-invalid"), "true");
    const described = (await name.getAttribute("aria-describedby")).split(" ").map((id) => `#${id}`);
    assert.ok((await Promise.all(described.map((id) => page.locator(id).innerText()))).includes("Please answer this question."));
    await page.keyboard.insertText("Channel Digest");
    assert.equal(await name.getAttribute("aria-invalid"), null);
    assert.equal(await page.locator("[data-next]").isVisible(), false);
  });
  assert.deepEqual(said, []);
});

for (const [colorScheme, width] of [["light", 1280], ["dark", 360]]) {
  test(`filled in by keyboard, it shows the files and the way to the forge (${colorScheme}, ${width})`, async () => {
    const { said } = await visit({ colorScheme, viewport: { width, height: 900 } }, async (page) => {
      await fillIn(page);
      const shown = () => page.locator(".submit-file").evaluateAll((all) => all.map((file) => [file.querySelector("h3").textContent, file.querySelector("code").textContent]));
      const [[path, text], [readmePath, readme]] = await shown();
      assert.deepEqual([path, readmePath], ["listings/channel-digest/listing.yaml", "listings/channel-digest/README.md"]);
      assert.match(text, /^name: Channel Digest\napp: Slack\nsummary: "Collects what happened: every morning #now\."\npublisher: northwind-labs\ntags: \[messaging\]\nkeywords: \[standup, recap\]\n/);
      assert.match(readme, /## Setup\n\n1\. Install it and sign in\.\n2\. Choose a channel\.\n/);
      assert.equal(await page.locator('[data-field="app"] [data-more]').innerText(), "The catalogue spells it Slack.");
      await page.locator("#f-accept-agreement").press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "next", "the focus is on what is left to do");
      const links = await page.locator("[data-steps] a").evaluateAll((all) => all.map((a) => a.href));
      assert.equal(links.length, 2);
      assert.ok(links[0].startsWith("https://git.example/pressmark/catalogue/_new/main/?filename=content%2Flistings%2Fchannel-digest%2Flisting.yaml&value=name%3A%20Channel%20Digest%0A"), links[0]);
      assert.equal(new URL(links[0]).searchParams.get("value"), text);
      await page.locator("#f-branch").fill("https://git.example/pressmark/catalogue/compare/main...you:patch-1");
      const [, other] = await page.locator("[data-steps] a").evaluateAll((all) => all.map((a) => a.href));
      assert.ok(other.startsWith("https://git.example/you/catalogue/_new/patch-1/?filename=content%2Flistings%2Fchannel-digest%2FREADME.md&value="), other);
      assert.deepEqual(await violations(page), []);
      assert.equal(await overflow(page), 0);
    });
    assert.deepEqual(said, []);
  });
}

test("a warning is shown and stops no one", async () => {
  const { said } = await visit({ viewport: { width: 1280, height: 900 } }, async (page) => {
    await fillIn(page);
    await page.locator("#f-license").fill("Apache 2.0");
    await page.locator("#f-accept-agreement").press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "next");
    assert.equal(await page.locator("#f-license-error").innerText(), "Write Apache-2.0.");
    assert.equal(await page.locator("#f-license").getAttribute("aria-invalid"), null);
    assert.equal(await page.locator(".submit-errors").count(), 0);
    const link = page.locator("[data-warnings] a");
    assert.deepEqual(await link.evaluateAll((all) => all.map((a) => a.hash)), ["#f-license"]);
    assert.ok((await page.locator("[data-steps] a").count()) > 1, "the way to the forge is there");
    assert.deepEqual(await violations(page), []);
    await link.click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "f-license");
    await page.locator("#f-license").fill("Apache-2.0");
    assert.equal(await link.count(), 0);
    assert.equal(await page.locator("#f-license-error").isVisible(), false);
  });
  assert.deepEqual(said, []);
});

test("questions come and go with the answers that make them needed", async () => {
  await visit({}, async (page) => {
    const isShown = async (...ids) => Promise.all(ids.map((id) => page.locator(`[data-field="${id}"]`).isVisible()));
    assert.deepEqual(await isShown("source-url", "landing-url", "app-website", "publisher-name"), [true, false, false, false]);
    await page.locator('[name="source"][value="closed"]').check();
    await page.locator('[name="install"][value="request"]').check();
    await page.locator("#f-app").fill("Teapot Cloud");
    await page.locator("#f-publisher").fill("mango-lab");
    assert.deepEqual(await isShown("source-url", "landing-url", "app-website", "publisher-name"), [false, true, true, true]);
    await page.locator("#f-name").fill("Teapot Timer");
    await page.locator("#f-app-website").fill("https://teapot.example/");
    await page.locator("#f-publisher-name").fill("Mango: Lab");
    const paths = await page.locator(".submit-file h3").allInnerTexts();
    assert.deepEqual(paths, ["listings/teapot-timer/listing.yaml", "listings/teapot-timer/README.md", "apps/teapot-cloud.yaml", "publishers/mango-lab.yaml"]);
    assert.match(await page.locator("[data-card]").innerText(), /Teapot Timer\s+Mango: Lab\s*On request\s*Closed source/);
  });
});

test("a new publisher is asked for their account, and led to its number", async () => {
  const { said } = await visit({}, async (page) => {
    const isShown = async (...ids) => Promise.all(ids.map((id) => page.locator(`[data-field="${id}"]`).isVisible()));
    const publisher = () => page.locator(".submit-file", { hasText: "publishers/mango-lab.yaml" }).locator("code").innerText();
    await page.locator("#f-name").fill("Teapot Timer");
    await page.locator("#f-publisher").fill("northwind-labs");
    assert.deepEqual(await isShown("account-login", "account-id"), [false, false]);
    await page.locator("#f-publisher").fill("mango-lab");
    await page.locator("#f-publisher-name").fill("Mango Lab");
    assert.deepEqual(await isShown("account-login", "account-id"), [true, false]);
    assert.ok(!(await publisher()).includes("accounts"));
    await page.locator("#f-account-login").fill("mango-lab");
    assert.deepEqual(await isShown("account-login", "account-id"), [true, true]);
    const link = page.locator('[data-field="account-id"] [data-more] a');
    assert.equal(await link.getAttribute("href"), "https://git.example/api/v1/users/mango-lab");
    await page.locator("[data-check]").click();
    assert.ok((await page.locator(".submit-errors a").evaluateAll((all) => all.map((a) => a.hash))).includes("#f-account-id"), "the number belongs to the name");
    await page.locator("#f-account-id").fill("990000120");
    assert.match(await publisher(), /\naccounts:\n {2}- \{forge: forgejo, login: mango-lab, id: 990000120\}\s*$/);
    assert.deepEqual(await violations(page), []);
    await page.locator("#f-account-login").fill("");
    assert.equal(await link.count(), 0);
    assert.ok(!(await publisher()).includes("accounts"), "a number alone is not written");
  });
  assert.deepEqual(said, []);
});

test("what was typed is there after a reload, and gone after starting over", async () => {
  await visit({}, async (page) => {
    await page.locator("#f-name").fill("Teapot <b>Timer");
    await page.locator('[name="tags"][value="documents"]').check();
    await page.reload();
    assert.equal(await page.locator("#f-name").inputValue(), "Teapot <b>Timer");
    assert.ok(await page.locator('[name="tags"][value="documents"]').isChecked());
    assert.ok(await page.locator("[data-kept]").isVisible());
    page.on("dialog", (dialog) => dialog.accept());
    await page.locator("[data-start-over]").click();
    assert.equal(await page.locator("#f-name").inputValue(), "");
    await page.reload();
    assert.equal(await page.locator("#f-name").inputValue(), "");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });
});

test("a name that is taken is told before the forge does", async () => {
  await visit({}, async (page) => {
    await page.locator("#f-name").fill("shopify orders");
    await page.locator("#f-name").blur();
    const link = page.locator('[data-field="name"] [data-more] a');
    await link.waitFor();
    assert.equal(await link.getAttribute("href"), "/listings/shopify-orders/");
    await page.locator("[data-check]").click();
    const errors = page.locator(".submit-errors");
    await errors.getByText("Choose a name that no other").waitFor();
    assert.equal(await errors.locator('a[href="#f-slug"]').count(), 1, "nor is its folder free");
    await page.locator("#f-name").fill("Shopify Teapots");
    assert.equal(await errors.locator('a[href="#f-name"], a[href="#f-slug"]').count(), 0);
    // A listing that is gone keeps its folder.
    await page.locator("#f-slug").fill("hubspot-deals");
    await page.locator("[data-check]").click();
    await errors.getByText("Choose another name for the folder: this one is taken.").waitFor();
    // What was typed before a reload is looked up, too.
    await page.locator("#f-slug").fill("");
    await page.locator("#f-name").fill("Shopify Orders");
    await page.reload();
    await link.waitFor();
  });
});

test("where nothing is to be learned of other listings, the form works all the same", async () => {
  const cut = async (page) => {
    await page.route("**/api/v1/*.json", (route) => route.abort());
    await page.route("**/search/**", (route) => route.abort());
  };
  const use = async (page) => {
    await fillIn(page);
    await page.locator("#f-accept-agreement").press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "next");
  };
  await open(browser, site.address, "submit/", {}, use, cut);
});

test("a file is copied and saved as it is shown", async () => {
  await visit({ permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true }, async (page) => {
    await page.locator("#f-name").fill("Teapot Timer");
    const shown = await page.locator(".submit-file code").first().textContent();
    await page.getByRole("button", { name: "Copy listing.yaml" }).click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), shown);
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download listing.yaml" }).click()]);
    assert.equal(saved.suggestedFilename(), "listing.yaml");
    assert.equal(readFileSync(await saved.path(), "utf8"), shown);
  });
});

test("where a forge takes no text from an address, the text is copied on the way", async () => {
  const asGitlab = async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('"forge":"forgejo"', '"forge":"gitlab"') });
  };
  const use = async (page) => {
    await fillIn(page);
    await page.locator("#f-accept-agreement").press("Enter");
    const shown = await page.locator(".submit-file code").first().textContent();
    const link = page.getByRole("link", { name: "Copy listing.yaml and open git.example" });
    assert.equal(await link.getAttribute("href"), "https://git.example/pressmark/catalogue/-/new/main?file_name=content%2Flistings%2Fchannel-digest%2Flisting.yaml");
    const [opened] = await Promise.all([page.waitForEvent("popup"), link.click()]);
    await opened.close();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), shown);
  };
  await open(browser, site.address, "submit/", { permissions: ["clipboard-read", "clipboard-write"] }, use, (page) => page.route("**/submit/", asGitlab));
});

test("without JavaScript there is no form, and the other ways are there", async () => {
  await visit({ javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator(".submit-form").isVisible(), false);
    const links = await page.locator("main noscript a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    assert.deepEqual(links, ["/publish/", "https://git.example/pressmark/catalogue/issues/new?template=pressmark-listing.yml", "https://git.example/pressmark/catalogue"]);
  });
});

test("empty and filled in, it is accessible in both schemes and fits 320 pixels", async () => {
  const { said } = await visit({}, async (page) => {
    const look = async (what) => {
      for (const { part, ...view } of VIEWS) {
        await show(page, view);
        assert.deepEqual(await violations(page, part), [], `${what} ${JSON.stringify(view)}`);
      }
      await show(page, { width: 320 });
      assert.equal(await overflow(page), 0, what);
    };
    await look("empty");
    await page.locator("#f-name").fill("x".repeat(60));
    await page.locator("#f-summary").fill("W".repeat(300));
    await page.locator("#f-slug").fill("x-".repeat(30) + "x");
    await page.locator("[data-check]").click();
    await look("filled in");
  });
  assert.deepEqual(said, []);
});
