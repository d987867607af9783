// Looks at the pages of a running newsroom as people and their tools do, and prints one JSON object of what it found.
//   node site-audit.mjs < {"base": "http://127.0.0.1:8000", "passwords": {"editor@example.org": ""},
//                          "pages": [{"path": "/", "as": "editor"}], "screens": "FOLDER", "lighthouse": "PATH"}
// A page may be `as` a role and expect a `status`; without `as` nobody is logged in. One that was `sent` as the answer to
// something done is shown as it was, with its `policy`. Each is loaded once and looked at
// light and dark, 360 and 1,280 pixels wide, with every card on it opened in turn once. `screens` keeps pictures,
// of a page with `top` what a window shows of it first.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { scores } from "./lighthouse.mjs";
import { Stage } from "./newsroom/stage.mjs";

const asked = JSON.parse(readFileSync(0, "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
const found = { opened: 0, cards: 0, violations: [], complaints: [], requests: [], wide: [], html: [], sizes: {}, scores: {} };
const stage = await Stage.open(asked);
/** The status that a window's page is to have. */
const expected = new Map();

/** The role's window, whose pages note what the browser complains of and what is asked elsewhere. */
async function window(role) {
  const tab = role ? await stage.person(role, { reducedMotion: "reduce" })
    : await stage.somebody({ reducedMotion: "reduce" });
  const here = () => `${new URL(tab.url()).pathname} ${role || "anonymous"}`;
  tab.on("console", (m) => {
    if (m.type() === "error" && !/status of 4\d\d/.test(m.text()) && !m.text().includes(`status of ${expected.get(tab)} `)) found.complaints.push(`${here()}: ${m.text()}`);
  });
  tab.on("pageerror", (e) => found.complaints.push(`${here()}: ${e.message}`));
  tab.on("request", (r) => {
    if (!r.url().startsWith(asked.base) && !/^(data|blob):/.test(r.url())) found.requests.push(`${here()}: ${r.url()}`);
  });
  return tab;
}

/** The policy is the site's own and is what is tested; axe comes in past it. */
async function bring(tab) {
  const devtools = await tab.context().newCDPSession(tab);
  const said = await devtools.send("Runtime.evaluate", { expression: axe });
  if (said.exceptionDetails) throw new Error(`axe on ${tab.url()}: ${JSON.stringify(said.exceptionDetails)}`);
  await devtools.detach();
}

async function violations(tab, where, scope) {
  const told = await tab.evaluate((within) => globalThis.axe.run(within || document), scope);
  for (const v of told.violations) found.violations.push(`${where}: ${v.id}: ${v.nodes[0].target} ${v.help}`);
}

/** Opens every card on the page, one after the other. */
async function cards(tab, where) {
  for (const badge of await tab.locator("main button[popovertarget]:visible").all()) {
    const card = await badge.getAttribute("popovertarget");
    if ((await tab.locator(`[id="${card}"]`).count()) !== 1) { found.complaints.push(`${where}: no card ${card}`); continue; }
    await badge.press("Enter");
    await violations(tab, `${where} #${card}`, `[id="${card}"]`);
    await tab.keyboard.press("Escape");
    found.cards += 1;
  }
}

/** The page as it was sent: valid or not, and bytes with its styles and scripts. */
async function source(tab, page, where) {
  const text = page.sent ?? await (await tab.context().request.get(asked.base + page.path)).text();
  const report = await validator.validateString(text);
  for (const m of report.results.flatMap((result) => result.messages)) {
    found.html.push(`${where}: ${m.line}:${m.column} ${m.ruleId} ${m.message}`);
  }
  let size = new TextEncoder().encode(text).length;
  const parts = await tab.evaluate(() =>
    [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((e) => e.href || e.src));
  for (const part of parts) size += (await (await tab.context().request.get(part)).body()).length;
  found.sizes[where] = size;
}

async function look(tab, page) {
  const where = `${page.path} ${page.as || "anonymous"}`;
  await tab.setViewportSize({ width: 1280, height: 900 });
  expected.set(tab, page.status ?? 200);
  if (page.sent) {
    const headers = page.policy ? { "content-security-policy": page.policy } : {};
    await tab.route(asked.base + page.path, (route) => route.fulfill({
      status: page.status, contentType: "text/html; charset=utf-8", headers, body: page.sent }));
    // A page that shows how far something is would leave when it is done.
    await tab.route("**/progress.json", (route) => route.fulfill({
      json: { state: "running", step: "checking", done: 1, total: 2, open: true } }));
  }
  let answer = await tab.goto(page.path);
  if (page.at && new URL(tab.url()).pathname === "/accounts/reauthenticate/" && page.at !== "/accounts/reauthenticate/") {
    await tab.getByLabel("Password").fill(asked.passwords[`${page.as}@example.org`]);
    await tab.keyboard.press("Enter");
    await tab.waitForURL((url) => url.pathname === page.at);
    answer = await tab.reload();
  }
  if (page.as) await tab.getByRole("banner").getByRole("button", { name: "Log out" }).waitFor({ state: "attached" });
  if (page.status ? answer.status() !== page.status : answer.status() >= 400) {
    found.complaints.push(`${where}: HTTP ${answer.status()}`);
  }
  if (page.at && new URL(tab.url()).pathname !== page.at) found.complaints.push(`${where}: leads to ${tab.url()}`);
  found.opened += 1;
  await bring(tab);
  for (const width of [1280, 360]) {
    await tab.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"]) {
      await tab.emulateMedia({ colorScheme });
      const how = `${where} ${colorScheme} ${width}`;
      await violations(tab, how, null);
      const over = await tab.evaluate(() =>
        document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 1) found.wide.push(`${how}: ${over} px wider than the window`);
      if (width === 360 && colorScheme === (page.cards ?? "dark")) await cards(tab, how);
      if (asked.screens) await picture(tab, page, `${colorScheme}-${width}`);
    }
  }
  await source(tab, page, where);
}

async function picture(tab, page, how) {
  const name = `${page.as || "anonymous"}${page.path.replaceAll(/[^\w]+/g, "-")}${how}.png`;
  await tab.screenshot({ path: join(asked.screens, name), fullPage: !page.top });
}

try {
  const roles = [...new Set(asked.pages.map((page) => page.as || ""))];
  await Promise.all(roles.map(async (role) => {
    const tab = await window(role);
    for (const page of asked.pages.filter((one) => (one.as || "") === role)) {
      await look(tab, page).catch((error) => { throw new Error(`${page.path} as ${role || "nobody"}: ${error.message}`); });
    }
    await tab.context().close();
  }));
} finally {
  await stage.close();
}
if (asked.lighthouse) found.scores = await scores(asked.base + asked.lighthouse);
process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
