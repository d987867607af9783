// Looks at a finished page as people and their tools do, and prints one JSON object of what it found.
//   node audit.mjs PAGE.html [--lighthouse] [--screens FOLDER]
// Needs a Chromium: its path in CHROMIUM, else found by name. Nothing but the page and this machine is asked.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const [page, ...options] = process.argv.slice(2);
const folder = options.includes("--screens") ? options[options.indexOf("--screens") + 1] : "";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const found = { violations: [], cards: 0, requests: [], keyboard: [], scriptless: [], html: [], scores: {} };

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"])
    .toString().trim();
}

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });

async function opened(settings) {
  const context = await browser.newContext({ bypassCSP: true, ...settings });
  const tab = await context.newPage();
  tab.on("request", (r) => { if (!r.url().startsWith("file:") && !r.url().startsWith("data:")) found.requests.push(r.url()); });
  await tab.goto(pathToFileURL(page).href);
  return tab;
}

async function violations(tab, where, scope) {
  const told = await tab.evaluate((within) => globalThis.axe.run(within || document), scope);
  for (const v of told.violations) found.violations.push(`${where}: ${v.id}: ${v.nodes[0].target} ${v.help}`);
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    const tab = await opened({ colorScheme, viewport: { width, height: 900 } });
    await tab.evaluate(axe);
    const where = `${colorScheme} ${width}`;
    await violations(tab, where, null);
    const badges = await tab.locator("button.badge").all();
    found.cards = badges.length;
    for (const badge of badges) {
      const card = await badge.getAttribute("popovertarget");
      await badge.click();
      await violations(tab, `${where} #${card}`, `#${card}`);
      if (folder && badge === badges[Math.min(5, badges.length - 1)]) {
        await tab.screenshot({ path: join(folder, `card-${colorScheme}-${width}.png`) });
      }
      await tab.keyboard.press("Escape");
    }
    if (folder) {
      await tab.evaluate(() => scrollTo(0, 0));
      await tab.screenshot({ path: join(folder, `page-${colorScheme}-${width}.png`) });
    }
    await tab.context().close();
  }
}

{ // By keyboard alone, and with scripts off: Enter opens, Tab reaches a link, Escape closes and gives the focus back.
  for (const [javaScriptEnabled, told] of [[true, found.keyboard], [false, found.scriptless]]) {
    const tab = await opened({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
    const badge = tab.locator("button.badge").first();
    const id = await badge.getAttribute("popovertarget");
    const card = tab.locator(`#${id}`);
    await badge.focus();
    await tab.keyboard.press("Enter");
    const state = async () => await card.evaluate((e) => e.matches(":popover-open"));
    if (!(await state())) told.push("Enter opens no card");
    let link = false;
    for (let n = 0; n < 12 && !link; n++) {
      await tab.keyboard.press("Tab");
      link = await tab.evaluate((c) => document.activeElement.closest(`#${c}`) !== null, id);
    }
    if (!link) told.push("Tab reaches nothing in the card");
    await tab.keyboard.press("Escape");
    if (await state()) told.push("Escape closes no card");
    if (!(await badge.evaluate((e) => e === document.activeElement))) told.push("the focus does not come back");
    await tab.context().close();
  }
}

const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
const report = await validator.validateString(readFileSync(page, "utf8"));
for (const result of report.results) for (const m of result.messages) found.html.push(`${m.line}:${m.column} ${m.ruleId} ${m.message}`);
await browser.close();

if (options.includes("--lighthouse")) {
  const { default: lighthouse } = await import("lighthouse");
  const { launch } = await import("chrome-launcher");
  const server = createServer((q, a) => {
    if (q.url === "/robots.txt") { a.setHeader("content-type", "text/plain"); a.end("User-agent: *\nAllow: /\n"); return; }
    a.setHeader("content-type", "text/html; charset=utf-8");
    a.setHeader("content-encoding", "gzip"); // as every host of pages does
    a.end(gzipSync(readFileSync(page)));
  }).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  const chrome = await launch({ chromePath: browserPath(), chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  const ran = await lighthouse(`http://127.0.0.1:${server.address().port}/`, { port: chrome.port, output: "json", logLevel: "error" });
  for (const [name, category] of Object.entries(ran.lhr.categories)) found.scores[name] = Math.round(category.score * 100);
  for (const audit of Object.values(ran.lhr.audits)) {
    if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === "binary") found.scores[`!${audit.id}`] = audit.title;
  }
  await chrome.kill();
  server.close();
}
process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
