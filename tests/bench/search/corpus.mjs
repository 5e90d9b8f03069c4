// A catalogue of any size with words such as people write, for measuring the search. Always the same for the same size.
//
// node tests/bench/search/corpus.mjs N FOLDER
//
// What it is modelled on (2,130 listings of four public catalogues: plugins, data connectors, integrations and servers):
// - Words: invented, of syllables, short ones more often; their first letters as often as there (s 11 %, c 9 %, p 7 % …). How often each is said
//   follows Zipf's law, and so the number of different words in names and summaries grows with the catalogue by Heaps' law: about 3,300 at 2,000
//   listings (there 3,900) and 38,000 at 100,000. Between them stand English words for joints (a third of running text) and of the trade.
// - READMEs: 2.4 KB with about 190 different words, headings, lists, a table and code, as those of the integrations; from 60,000 words.
// - Apps: n/40 + 20, the popular ones with far more listings (Zipf, exponent 0.8); the first are called as real apps are, the rest are invented, some
//   in two words, some with a capital inside, a quarter with aliases.
// - Names: mostly "<App> <Word> <word>", some shorter, some "<Word> <word> for <App>"; every hundredth and its summary in Japanese.
// - Publishers: n/25 + 10, by Zipf; 5 % make the app themselves (official). 24 tags by Zipf, one to three a listing.
// - States: 88 % open source, 92 % installed directly, 4 % deprecated, 0.5 % suspended, 3 % with a former slug, half with an icon;
//   one to six versions between 2019 and the middle of 2026.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { random } from "./random.mjs";

const list = (text) => text.trim().split(/\s+/);

const JOINTS = list(
  "the and to of a for in with your from is on or that this it as by you are each be when an not into every all at can after one new only before",
);
const TRADE = list(`
  data order customer invoice message record report event payment contact file field user team sync project task ticket account product price
  stock shipment calendar form list table row column folder channel group label note deal lead campaign email alert log metric dashboard query schema
  export import backup archive webhook queue stream batch schedule budget quote contract approval signature document template image video survey answer
  page site link domain certificate server cluster container build release branch commit review issue sprint board card comment mention thread meeting
  call recording transcript subscription refund charge payout dispute tax ledger journal expense receipt bill vendor supplier purchase warehouse
  bin parcel carrier tracking return employee candidate shift payroll leave course lesson grade patient visit property booking room guest ticketing
  vehicle route sensor device reading meter map region policy role permission secret token session audit incident status monitor uptime trace span
  update create search match merge split filter sort count copy move delete send receive notify watch start stop check write read keep turn fill
`);
const APPS = list(`
  Slack GitHub Salesforce HubSpot Google_Sheets Shopify Jira Notion Airtable Microsoft_Teams Stripe Zendesk Mailchimp Trello Asana Dropbox
  QuickBooks_Online Xero NetSuite WooCommerce monday.com ServiceNow Snowflake BigQuery PostgreSQL MySQL MongoDB Twilio SendGrid Intercom GitLab Bitbucket
  Confluence Discord Zoom Box OneDrive Google_Drive Google_Calendar Outlook Gmail Typeform Calendly DocuSign PayPal Square Klaviyo Marketo Segment
  Mixpanel Amplitude Datadog PagerDuty Okta Auth0 Workday BambooHR Greenhouse Figma Miro
`).map((name) => name.replaceAll("_", " "));
const TAGS = [
  ["messaging", "Messaging", "chat, team chat"], ["crm", "CRM", "customer relations, sales"], ["developer-tools", "Developer tools", "devops, code"],
  ["accounting", "Accounting", "bookkeeping, finance"], ["marketing", "Marketing", "campaigns, newsletters"], ["databases", "Databases", "sql, storage"],
  ["ecommerce", "E-commerce", "online shop, webshop"], ["project-management", "Project management", "tasks, planning"], ["support", "Customer support", "help desk"],
  ["analytics", "Analytics", "reporting, statistics"], ["payments", "Payments", "billing, checkout"], ["hr", "Human resources", "people, hiring"],
  ["files", "Files and storage", "documents, drive"], ["spreadsheets", "Spreadsheets", "tables"], ["security", "Security", "identity, sign-in"],
  ["monitoring", "Monitoring", "observability, alerts"], ["erp", "ERP", "back office"], ["calendars", "Calendars", "appointments, scheduling"],
  ["forms", "Forms and surveys", "questionnaires"], ["logistics", "Logistics", "shipping, warehouses"], ["education", "Education", "courses, learning"],
  ["healthcare", "Healthcare", "clinics, patients"], ["iot", "Internet of things", "sensors, devices"], ["travel", "Travel", "booking, hotels"],
];
const REGIONS = [["us", "United States"], ["eu", "European Union"], ["au", "Australia"], ["sg", "Singapore"], ["jp", "Japan"]];
const AUTH = [["oauth2", "OAuth 2.0"], ["api-key", "API key"], ["token", "Access token"], ["basic", "User name and password"], ["certificate", "Client certificate"], ["none", "No sign-in needed"]];
const LICENSES = ["MIT", "Apache-2.0", "BSD-3-Clause", "MPL-2.0", "GPL-3.0-only"];
const KANJI = [..."経費精算請求書注文在庫管理顧客連携売上予約会議勤怠給与契約承認通知配送返品分析集計同期登録更新検索表計算日報商品価格支払入金残高部門担当社員名簿"];
const KANA = list("カレンダー メール データ レポート チャット タスク シート フォーム ファイル グループ システム サービス アカウント スケジュール");

/** Draws a place from 0 to n-1; place r falls as often as 1 / (r + flat) ** exponent says (Zipf and Mandelbrot). */
function zipf(next, n, exponent, flat = 1) {
  const sums = new Float64Array(n);
  let sum = 0;
  for (let r = 0; r < n; r++) sums[r] = sum += 1 / (r + flat) ** exponent;
  return () => {
    const x = next() * sum;
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > x) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Syllables, with the first letters of the words that are modelled. */
function speller(next) {
  const weigh = (text) => text.match(/[a-z]+\d+/g).flatMap((part) => Array(Number(part.match(/\d+/)[0])).fill(part.match(/[a-z]+/)[0]));
  const first = weigh("s7st2sc1sp1c6ch1cr1cl1a4al1an1ac1p4pr2pl1r6m6d4dr1t3tr2th1e3en1ex1i2in2b3br1f2fl1o2or1g2gr1l3w3n3h2k2v2u1un1j1z1qu1");
  const onset = weigh("t4r4n4l4s3d3c3m3p2v2b2g2f1st1tr1nd1nt1ct1rk1x1h1");
  const vowel = weigh("e6a5i5o4u2ai1ea1io1ou1");
  const coda = weigh("n3r3s2t2l2m1d1ck1ng1st1x1p1");
  const any = (of) => of[Math.floor(next() * of.length)];
  const syllable = (begins) => begins + any(vowel);
  return () => {
    const roll = next();
    const n = roll < 0.05 ? 1 : roll < 0.4 ? 2 : roll < 0.82 ? 3 : 4;
    const start = any(first);
    let word = /[aeiou]/.test(start[0]) ? start + (start.length < 2 ? any(onset) : "") + any(vowel) : syllable(start);
    for (let k = 1; k < n; k++) word += syllable(any(onset));
    return n === 1 || next() < 0.55 ? word + any(coda) : word;
  };
}

/** `n` different words, the frequent ones first: those of the trade among the first, the invented ones roughly by length. */
function vocabulary(next, n) {
  const spell = speller(next);
  const invented = new Map();
  while (invented.size < n) {
    const word = spell();
    if (word.length > 2 && !invented.has(word)) invented.set(word, word.length + 12 * next());
  }
  const sorted = [...invented].sort((a, b) => a[1] - b[1]).map(([word]) => word);
  const trade = [...new Set(TRADE)];
  // Two of the trade and one invented, in turns, until the former are used up.
  const mixed = trade.flatMap((word, k) => (k % 2 ? [word, sorted[k >> 1]] : [word]));
  return [...new Set([...mixed, ...sorted])].slice(0, n);
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const slugOf = (name) => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
/** What two names must not have in common: letters, and letters that look like others. */
const look = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "").replace(/[1il|]/g, "l").replace(/0/g, "o").replaceAll("rn", "m");

/** Writes `n` listings with everything they refer to below `folder`. */
export function write(n, folder) {
  const next = random(20_261_121);
  const below = (k) => Math.floor(next() * k);
  const pick = (of) => of[below(of.length)];
  const chance = (p) => next() < p;
  const some = (of, most) => {
    const chosen = new Set();
    for (let k = 1 + below(most); k > 0; k--) chosen.add(pick(of));
    return [...chosen];
  };
  const words = vocabulary(next, 60_000);
  const joint = zipf(next, JOINTS.length, 0.9);
  const short = zipf(next, 60_000, 1.32, 6);
  const long = zipf(next, 60_000, 1.3, 4);

  /** Running text of `k` words: a third are joints. */
  const text = (k, draw) => {
    const said = [];
    for (let i = 0; i < k; i++) said.push(next() < 0.34 && i > 0 ? JOINTS[joint()] : words[draw()]);
    return said.join(" ");
  };
  const sentence = (k, draw) => `${capital(text(k, draw))}.`;
  const japanese = (k) => Array.from({ length: k }, () => (chance(0.3) ? pick(KANA) : pick(KANJI) + pick(KANJI))).join("");

  const made = new Set();
  const put = (path, content) => {
    const at = join(folder, path);
    const parent = at.slice(0, at.lastIndexOf("/"));
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      // Listings have a folder each: nothing is gained by remembering those.
      if (!path.startsWith("listings/")) made.add(parent);
    }
    writeFileSync(at, content);
  };

  put(
    "catalogue.yaml",
    `title: Synthetic
base_url: https://synthetic.example/
install: {url_template: "https://app.example/{slug}"}
regions: [${REGIONS.map(([id, label]) => `{id: ${id}, label: ${label}}`).join(", ")}]
auth: [${AUTH.map(([id, label]) => `{id: ${id}, label: ${label}}`).join(", ")}]
agreement: {current: "1"}
levels: {listing-ageing: off, listing-inactive: off}
`,
  );
  put("agreements/1.md", "## Terms\n\nBe fair.\n");
  put("tags.yaml", TAGS.map(([id, label, aliases]) => `- {id: ${id}, label: ${label}, description: "Connectors for ${label.toLowerCase()}.", aliases: [${aliases}]}\n`).join(""));

  const spell = speller(next);
  const brand = () => {
    let word = spell();
    while (word.length < 4 || word.length > 9) word = spell();
    return capital(word);
  };
  const named = new Set();
  const unique = (make) => {
    for (;;) {
      const name = make();
      if (named.has(look(name))) continue;
      named.add(look(name));
      return name;
    }
  };
  const apps = Array.from({ length: Math.floor(n / 40) + 20 }, (_, k) => {
    const name = unique(() => {
      if (k < APPS.length) return APPS[k];
      const roll = next();
      if (roll < 0.6) return brand();
      return roll < 0.8 ? brand() + brand() : `${brand()} ${pick(["CRM", "Cloud", "Desk", "Books", "Pay", "HR", "Mail", "Forms", "Analytics", "Ledger"])}`;
    });
    const slug = slugOf(name);
    const host = `${slug}.example`;
    const aliases = chance(0.25) ? `aliases: [${chance(0.5) ? `${name} ${capital(words[below(400)])}` : unique(brand)}]\n` : "";
    put(`apps/${slug}.yaml`, `name: ${name}\nwebsite: https://${host}/\ndescription: ${sentence(9, short)}\n${aliases}domains: [${host}]\n`);
    return { name, slug, host };
  });
  const publishers = Array.from({ length: Math.floor(n / 25) + 10 }, (_, k) => {
    const vendor = k < n / 500 ? apps[k] : null;
    const name = vendor ? `${vendor.name} Inc` : unique(() => (chance(0.5) ? `${brand()} ${pick(["Labs", "Works", "Systems", "Studio", "Data", "Partners"])}` : brand()));
    const slug = slugOf(name);
    const host = vendor ? vendor.host : `${slug}.example`;
    put(
      `publishers/${slug}.yaml`,
      `name: ${name}\nurl: https://${host}/\ndomains: [${host}]\nverified: {on: 2025-10-14, method: dns}\nmay_hide_source: true\nsecurity_contact: security@${host}\n`,
    );
    return { name, slug, host, vendor };
  });
  const vendors = publishers.filter((p) => p.vendor);
  const others = publishers.filter((p) => !p.vendor);
  const [anApp, aPublisher, aTag] = [zipf(next, apps.length, 0.8), zipf(next, others.length, 0.8), zipf(next, TAGS.length, 1)];

  const slugs = [];
  const taken = new Set();
  for (let number = 0; number < n; number++) {
    const vendor = vendors.length && chance(0.05) ? pick(vendors) : null;
    const app = vendor ? vendor.vendor : apps[anApp()];
    const publisher = vendor || others[aPublisher()];
    const inJapanese = number % 100 === 99;
    const name = unique(() => {
      const [a, b] = [words[short()], words[short()]];
      if (inJapanese) return `${app.name} ${japanese(2)}`;
      const roll = next();
      if (roll < 0.25) return `${app.name} ${capital(a)}`;
      return roll < 0.85 ? `${app.name} ${capital(a)} ${b}` : `${capital(a)} ${b} for ${app.name}`;
    });
    let slug = inJapanese ? `${app.slug}-${number}` : slugOf(name).slice(0, 64);
    if (taken.has(slug)) slug = `${slug.slice(0, 57)}-${number}`;
    taken.add(slug);
    const at = `listings/${slug}`;
    put(`${at}/listing.yaml`, listing(number, slug, name, app, publisher, inJapanese));
    put(`${at}/README.md`, readme(name));
    if (chance(0.5)) {
      const [x, y, hue] = [8 + below(24), 8 + below(24), below(360)];
      put(
        `${at}/icon.svg`,
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64" rx="12" fill="hsl(${hue} 60% 40%)"/><path d="M${x} ${y}h24v24h-24z" fill="#fff"/></svg>\n`,
      );
    }
    slugs.push(slug);
  }

  function listing(number, slug, name, app, publisher, inJapanese) {
    let summary = inJapanese ? `${japanese(8)}。` : sentence(5 + below(12), short);
    while (summary.length > 160) summary = sentence(10, short);
    const tags = [...new Set(Array.from({ length: 1 + below(3) }, () => TAGS[aTag()][0]))];
    const inName = new Set(name.toLowerCase().split(" "));
    const keywords = [...new Set(Array.from({ length: below(4) }, () => (chance(0.25) ? `${words[short()]} ${words[short()]}` : words[short()])))].filter(
      (keyword) => !keyword.split(" ").some((word) => inName.has(word)),
    );
    const closed = chance(0.12);
    const request = chance(0.08);
    let said = `name: ${name}\napp: ${app.name}\nsummary: ${summary}\npublisher: ${publisher.slug}\ntags: [${tags.join(", ")}]\n`;
    if (keywords.length) said += `keywords: [${keywords.join(", ")}]\n`;
    said += closed ? "source: closed\n" : `source: open\nsource_url: https://git.example/${publisher.slug}/${slug}\n`;
    if (request) said += `install:\n  mode: request\n  landing_url: https://${publisher.host}/connectors/${slug}\n  path_note: Ask on the page; we answer within a day.\n`;
    said += `support:\n  email: support@${publisher.host}\nversions:\n`;
    let day = Date.UTC(2026, 6, 1) - Math.floor((1 + 2700 * next() ** 2) * 86_400_000);
    const [released, patch] = [1 + below(6), below(10)];
    for (let k = released; k > 0; k--) {
      said += `  - version: 1.${k}.${patch}\n    date: ${new Date(day).toISOString().slice(0, 10)}\n    notes: ${sentence(5 + below(8), short)}\n`;
      day -= (10 + below(200)) * 86_400_000;
    }
    if (closed || chance(0.6)) said += `regions: [${some(REGIONS.map(([id]) => id), 3).join(", ")}]\n`;
    said += `auth: [${some(AUTH.map(([id]) => id), 2).join(", ")}]\noperations:\n`;
    for (const [kind, verbs] of [["triggers", ["New", "Updated", "Deleted", "Changed"]], ["actions", ["Create", "Update", "Find", "Send", "Delete", "List"]]]) {
      const operations = new Map();
      for (let k = 1 + below(4); k > 0; k--) operations.set(`${pick(verbs)} ${words[short()]}`, sentence(4 + below(7), short));
      said += `  ${kind}:\n${[...operations].map(([does, how]) => `    - {name: ${does}, summary: ${how}}\n`).join("")}`;
    }
    if (!closed) said += `license: ${pick(LICENSES)}\n`;
    const roll = next();
    if (roll < 0.005) said += "lifecycle:\n  state: suspended\n  since: 2026-06-01\n  reason: security\n";
    else if (roll < 0.025) said += "lifecycle:\n  state: deprecated\n  since: 2026-05-18\n  reason: unmaintained\n";
    else if (roll < 0.045 && number) said += `lifecycle:\n  state: deprecated\n  since: 2026-05-18\n  reason: superseded\n  replaced_by: ${pick(slugs)}\n`;
    said += `agreement: {version: "1", accepted_by: ${publisher.name}, accepted_on: 2026-01-10}\n`;
    if (chance(0.03)) said += `former_slugs: [${slug.slice(0, 50)}-by-${spell().slice(0, 9)}${number}]\n`;
    return said;
  }

  function readme(name) {
    let said = `${sentence(24, long)} ${name} ${text(14, long)}.\n`;
    for (const heading of ["What it does", "Setup", "Known limits", "Troubleshooting"]) {
      said += `\n## ${heading}\n\n${sentence(24, long)} ${sentence(29, long)}\n\n- ${text(9, long)}\n- ${text(8, long)}\n`;
    }
    said += `\n| Field | Meaning |\n| --- | --- |\n| ${words[long()]} | ${text(7, long)} |\n| ${words[long()]} | ${text(7, long)} |\n`;
    return `${said}\n> [!NOTE]\n> ${sentence(20, long)}\n\n\`\`\`yaml\n${words[long()]}: ${words[long()]}\n\`\`\`\n\n${sentence(31, long)} ${sentence(27, long)}\n`;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [n, folder] = [Number(process.argv[2]), process.argv[3]];
  if (!Number.isInteger(n) || n < 1 || !folder) {
    console.error("usage: node corpus.mjs N FOLDER");
    process.exit(2);
  }
  write(n, folder);
}
