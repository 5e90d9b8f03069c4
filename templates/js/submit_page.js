// The page for submissions: answers become files while they are typed, and files become pages of the forge. Nothing is sent from here.

import { fill, h, picture, speaker } from "./dom.js";
import { arising, fault, folded, need } from "./submit_check.js";
import { files, folderOf } from "./submit_files.js";
import { branchAt, newFile } from "./submit_forge.js";
import { trimmed } from "./submit_text.js";

const { t, parts } = speaker(MESSAGES);

// The day in the time zone of the checks, for which tomorrow has not come yet.
const today = new Date().toISOString().slice(0, 10);

const root = document.querySelector("[data-submit]");
const form = root.querySelector("form");
const part = (name) => root.querySelector(`[data-${name}]`);
const catalogue = JSON.parse(document.getElementById("submit-data").textContent);
const { repository, fields } = catalogue;
// What other listings have, as far as it has been learned.
const taken = (catalogue.taken = { names: new Set(), slugs: new Set() });
const { host } = repository;

// The draft

const KEY = "submit:" + root.dataset.root;
const isBox = ({ type }) => type === "checkbox" || type === "radio";
const controls = () => [...form.elements].filter((control) => control.name);
function keep() {
  const draft = controls().filter((control) => (isBox(control) ? control.checked && !control.defaultChecked : control.value !== control.defaultValue));
  try {
    if (draft.length) localStorage.setItem(KEY, JSON.stringify(draft.map(({ name, value }) => [name, value])));
    else localStorage.removeItem(KEY);
  } catch {}
}
function restore() {
  let draft;
  try {
    draft = JSON.parse(localStorage.getItem(KEY));
  } catch {}
  if (!Array.isArray(draft)) return;
  for (const [name, value] of draft) {
    for (const control of controls().filter((control) => control.name === name)) {
      if (!isBox(control)) control.value = value;
      else if (control.value === value) control.checked = true;
    }
  }
  part("kept").hidden = false;
}

// Answers

/** What stands in the form, by question: texts without blanks around them, and none that are empty. */
function given() {
  const all = {};
  for (const { id, list } of fields) {
    const own = controls().filter((control) => control.name === id);
    const texts = own.filter((control) => !isBox(control) || control.checked).map((control) => control.value);
    const many = list && own[0].tagName === "TEXTAREA" ? /\r?\n/ : list && own[0].type === "text" ? "," : null;
    all[id] = texts.flatMap((text) => (many ? text.split(many) : [text])).map(trimmed).filter(Boolean);
  }
  return all;
}
const fieldOf = (id) => root.querySelector(`[data-field="${id}"]`);
const controlOf = (id) => document.getElementById("f-" + id);

let answers = {};
let written = [];
const flagged = new Set();

/** Every question with what is wrong with its answer. */
function faults() {
  const found = fields.map((field) => [field.id, fault(field, answers, catalogue)]);
  if (catalogue.agreement && !controlOf("agree").checked) found.push(["agree", ["agree", undefined, "error"]]);
  return found.filter(([, wrong]) => wrong);
}
const isError = ([, [, , level]]) => level === "error";

function showFault(id, wrong) {
  const message = document.getElementById(`f-${id}-error`);
  const text = wrong ? t("submit-error-" + wrong[0], wrong[1]) : "";
  if (message.textContent !== text) message.textContent = text;
  message.hidden = !wrong;
  const isWrong = Boolean(wrong) && isError([id, wrong]);
  message.classList.toggle("field-warning", Boolean(wrong) && !isWrong);
  const control = controlOf(id);
  // A group has no state of its own: each of its boxes carries it.
  const marked = control.closest("fieldset")?.querySelectorAll("input") || [control];
  for (const box of marked) isWrong ? box.setAttribute("aria-invalid", "true") : box.removeAttribute("aria-invalid");
}

/** Everything that follows from the answers as they are now. */
function update() {
  answers = arising(given(), fields, catalogue);
  for (const field of fields) {
    const letter = need(field, answers, catalogue);
    const box = fieldOf(field.id);
    // A folder may be named although the name makes one.
    box.hidden = letter === "s" && field.id !== "slug";
    box.querySelector("[data-optional]").hidden = !"os".includes(letter);
    controlOf(field.id).toggleAttribute("required", letter === "r" && controlOf(field.id).type !== "checkbox");
  }
  const [login] = answers["account-login"];
  const page = login && repository.accounts + encodeURIComponent(login.toWellFormed());
  // The link stays while its address does, so that nobody loses it under their fingers.
  if (fieldOf("account-id").querySelector("[data-more] a")?.href !== page) {
    remark("account-id", ...(page ? parts("submit-number-at", { link: h("a", { href: page, target: "_blank", rel: "noopener" }, page) }) : []));
  }
  controlOf("slug").placeholder = answers.slug.length ? "" : folderOf(answers, catalogue);
  const found = new Map(faults());
  for (const id of flagged) showFault(id, found.get(id));
  const errors = [...found].filter(isError);
  showSummary(errors.filter(([id]) => flagged.has(id)));
  showWarnings([...found].filter((wrong) => flagged.has(wrong[0]) && !isError(wrong)));
  if (!part("next").hidden && errors.length) part("next").hidden = true;
  written = files(answers, catalogue, today);
  showFiles();
  showCard();
  if (!part("next").hidden) showSteps();
  keep();
}

// Files

const shown = new Map();
function showFiles() {
  part("no-files").hidden = written.length > 0;
  const blocks = written.map(({ path, text }, n) => {
    // A block stays while its text changes, so that nobody loses the button under their fingers.
    const block = shown.get(n) || fileBlock(n);
    shown.set(n, block);
    block.write(path, text);
    return block.element;
  });
  fill(part("files"), blocks);
}
function fileBlock(n) {
  const title = h("h3", { dir: "ltr" });
  const code = h("code");
  const copy = h("button.button", { type: "button", onclick: () => copied(written[n].text, copy) }, t("copy"));
  const save = h("button.button", { type: "button", onclick: () => download(written[n]) }, t("submit-download"));
  const element = h("div.submit-file", null, title, h("pre", { dir: "ltr" }, code), h("div.submit-file-buttons", null, copy, save));
  const write = (path, text) => {
    const file = path.split("/").pop();
    title.textContent = path;
    code.textContent = text;
    copy.setAttribute("aria-label", t("submit-copy-file", { file }));
    save.setAttribute("aria-label", t("submit-download-file", { file }));
  };
  return { element, write };
}
async function copied(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false;
  }
  if (button) {
    const label = button.textContent;
    button.textContent = t("copied");
    say(t("copied"));
    setTimeout(() => (button.textContent = label), 2000);
  }
  return true;
}
function download({ path, text }) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  h("a", { href: url, download: path.split("/").pop() }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
const status = root.appendChild(h("p.hidden", { role: "status" }));
function say(text) {
  status.textContent = "";
  setTimeout(() => (status.textContent = text), 50);
}

// The card as visitors will see it

function showCard() {
  const [name] = answers.name;
  part("card-part").hidden = !name;
  if (!name) return;
  const publisher = answers["publisher-name"][0] || catalogue.publishers.find(([slug]) => slug === answers.publisher[0])?.[1] || answers.publisher[0];
  const words = [answers.install[0] === "request" && ["request", t("on-request")], answers.source[0] === "closed" && ["closed", t("closed-source")]].filter(Boolean);
  const tags = [...form.querySelectorAll('[name="tags"]:checked + span')].slice(0, 3).map((label) => h("span", null, label.firstChild.textContent));
  const foot = tags.flatMap((tag, n) => (n ? [", ", tag] : [tag]));
  fill(part("card"), [
    h("li.card", null, h("article", null,
      picture({ name, hue: 0 }, root.dataset.root, 48),
      h("div.card-head", null, h("p.card-name", { dir: "auto" }, h("strong", null, name)), h("p.card-meta", null, publisher && h("span.card-by", { dir: "auto" }, publisher), words.map(([kind, label]) => h(`span.badge.badge-${kind}`, null, label)))),
      answers.summary.length && h("p.card-text", { dir: "auto" }, answers.summary[0]),
      foot.length && h("p.card-foot", null, h("span", null, foot)),
    )),
  ]);
}

// What is left to do

const branchField = h("input", { id: "f-branch", type: "url", spellcheck: "false", autocomplete: "off", "aria-describedby": "f-branch-about" });
const branchAbout = h("p.field-hint", { id: "f-branch-about", role: "status" });
branchField.addEventListener("input", () => showSteps());

/** The way to the page of the forge for a new file; where that comes up empty, its text is copied on the way. */
function way(to, file, isFirst) {
  const name = file.path.split("/").pop();
  const { url, isFilled } = newFile(to, repository.folder + file.path, file.text);
  const label = isFilled ? t("submit-open", { file: name, host }) : t("submit-copy-and-open", { file: name, host });
  const link = h(isFirst ? "a.button.button-primary" : "a.button", { href: url, target: "_blank", rel: "noopener", onclick: () => isFilled || copied(file.text) }, label);
  return h("div.submit-way", null, link, h("p.quiet", null, isFilled ? t("submit-new-tab") : `${t("submit-paste")} ${t("submit-new-tab")}`));
}
let steps;
function showSteps() {
  const [first, ...others] = written;
  if (!first) return;
  const address = trimmed(branchField.value);
  const branch = address && branchAt(repository, address);
  branchAbout.textContent = branch ? t("submit-branch-known", { branch: branch.branch }) : address ? t("submit-branch-unknown") : "";
  const open = h("li", null, h("p", null, t("submit-step-open", { host })), way(repository, first, true));
  const rest = h("li", null, h("p", null, t("submit-step-others", { n: others.length })), others.map((file) => way(branch || repository, file)));
  steps ||= h("li", null, h("p", null, t("submit-step-branch")), h("div.field", null, h("label.field-label", { for: "f-branch" }, t("submit-branch")), branchField, branchAbout));
  fill(part("steps"), [open, steps, rest, h("li", null, h("p", null, t("submit-step-request")))]);
}

/** What was found, with links to the answers. */
function listed(found) {
  const question = (id) => fieldOf(id).querySelector(".field-label, label")?.firstChild.textContent.trim() || t("developer-agreement");
  const link = ([id, wrong]) => h("li", null, h("a", { href: "#f-" + id }, id === "agree" ? t("developer-agreement") : question(id)), " ", h("span", null, t("submit-error-" + wrong[0], wrong[1])));
  return h("ul", null, found.map(link));
}
/** What stops no one, and is worth a look before going on. */
function showWarnings(found) {
  fill(part("warnings"), found.length ? [h("p", null, t("submit-warnings", { n: found.length })), listed(found)] : []);
}
/** What is still wrong of what a check has found. */
function showSummary(found) {
  if (!found.length) return fill(part("errors"), []);
  const inside = h("div", null, h("h2", { id: "errors-title" }, t("submit-errors", { n: found.length })), listed(found));
  const summary = part("errors").firstChild || h("div.banner.banner-suspended.submit-errors", { tabindex: "-1", role: "group", "aria-labelledby": "errors-title" });
  fill(summary, [inside]);
  fill(part("errors"), [summary]);
}

function check() {
  for (const id of flagged) showFault(id);
  flagged.clear();
  const found = faults();
  for (const [id] of found) flagged.add(id);
  // Shows or takes away what is wrong with each answer.
  update();
  part("next").hidden = found.some(isError);
  if (!part("next").hidden) showSteps();
  (part("errors").firstChild || document.getElementById("next")).focus();
}
// A jump within the page leaves the focus behind in some browsers.
for (const place of [part("errors"), part("warnings")]) place.addEventListener("click", (event) => {
  const id = event.target.closest("a")?.hash.slice(3);
  if (!id) return;
  event.preventDefault();
  fieldOf(id).scrollIntoView({ block: "center" });
  controlOf(id).focus({ preventScroll: true });
});

// Names that the catalogue knows

/** Below a question, something to know about its answer; nothing takes it away. */
function remark(id, ...said) {
  const place = fieldOf(id).querySelector("[data-more]");
  place.replaceChildren(...said);
  place.hidden = !said.length;
}
controlOf("app").addEventListener("change", ({ target }) => {
  const typed = trimmed(target.value).toLowerCase();
  const known = catalogue.apps.find(([name]) => name.toLowerCase() === typed)?.[0];
  const isOther = known && known !== trimmed(target.value);
  remark("app", ...(isOther ? [t("submit-spelling", { name: known })] : []));
  if (isOther) target.value = known;
  update();
});
/** Everything that follows from what was learned of other listings; what is left to do may have been shown already. */
function learned() {
  if (!part("next").hidden) for (const [id] of faults()) flagged.add(id);
  update();
}
const published = (name) => fetch(`${root.dataset.root}api/v1/${name}.json`).then((response) => response.json());
let isAsked = false;
/** Learns, once, which folders are taken: by listings, and by those that are gone or have moved. */
async function learnSlugs() {
  if (isAsked) return;
  isAsked = true;
  try {
    const all = await Promise.all(["updates", "removed"].map(published));
    taken.slugs = new Set(all.flatMap(({ listings }) => Object.keys(listings)));
    learned();
  } catch {
    // The checks see it, too.
    isAsked = false;
  }
}
/** Learns whether another listing has the name. */
async function learnName() {
  const typed = () => trimmed(controlOf("name").value);
  const name = typed();
  remark("name");
  if (!name) return;
  learnSlugs();
  try {
    const { open } = await import("./search.js");
    const engine = await open(root.dataset.index);
    const { ids, exact } = await engine.find({ q: name });
    const rows = await engine.rows([exact, ...ids.slice(0, 5)].filter((id) => id >= 0));
    if (typed() !== name) return;
    const isSame = (row) => folded(row.name) === folded(name);
    const same = rows.find(isSame) || rows.find((row) => row.slug === folderOf(answers, catalogue));
    if (!same) return;
    remark("name", ...parts("submit-same-name", { link: h("a", { href: `${root.dataset.root}listings/${same.slug}/`, target: "_blank", dir: "auto" }, same.name) }));
    if (!isSame(same)) return;
    taken.names.add(folded(name));
    learned();
  } catch {
    // The checks see it, too.
  }
}
controlOf("name").addEventListener("change", learnName);
controlOf("slug").addEventListener("change", learnSlugs);

restore();
update();
learnName();
form.addEventListener("input", (event) => event.target !== branchField && update());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
function startOver() {
  if (!confirm(t("submit-start-over-sure"))) return;
  form.reset();
  for (const id of flagged) showFault(id);
  flagged.clear();
  for (const place of form.querySelectorAll("[data-more]")) place.hidden = true;
  part("next").hidden = true;
  part("kept").hidden = true;
  update();
  controlOf("name").focus();
}
for (const button of root.querySelectorAll("[data-start-over]")) button.addEventListener("click", startOver);
