// Looks at the pages of a running newsroom as people and their tools do, and prints one JSON object of what it found.
//   node site-audit.mjs < {"base": "http://127.0.0.1:8000", "logins": {"editor": {"email": "", "password": ""}},
//                          "pages": [{"path": "/", "as": null}], "screens": "FOLDER or empty", "lighthouse": "PATH or empty"}
// Each page is opened light and dark, 360 and 1,280 pixels wide, with every card on it opened in turn once.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const asked = JSON.parse(readFileSync(0, "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const found = { opened: 0, violations: [], complaints: [], requests: [], wide: [], html: [], sizes: {}, scores: {} };

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"])
    .toString().trim();
}

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
const states = { "": undefined };
for (const [role, login] of Object.entries(asked.logins ?? {})) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`${asked.base}/accounts/login/`);
  await tab.fill("input[name=login]", login.email);
  await tab.fill("input[name=password]", login.password);
  await Promise.all([tab.waitForNavigation(), tab.press("input[name=password]", "Enter")]);
  if (new URL(tab.url()).pathname.startsWith("/accounts/login")) throw new Error(`${role} could not log in`);
  states[role] = await context.storageState();
  await context.close();
}

async function violations(tab, where, scope) {
  const told = await tab.evaluate((within) => globalThis.axe.run(within || document), scope);
  for (const v of told.violations) found.violations.push(`${where}: ${v.id}: ${v.nodes[0].target} ${v.help}`);
}

for (const page of asked.pages) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      // The policy is the site's own and is what is tested; axe comes in past it.
      const context = await browser.newContext({
        colorScheme, viewport: { width, height: 900 }, storageState: states[page.as ?? ""], reducedMotion: "reduce",
      });
      const tab = await context.newPage();
      const where = `${page.path} ${page.as ?? "anonymous"} ${colorScheme} ${width}`;
      tab.on("console", (m) => { if (m.type() === "error" && !m.text().includes("status of 40")) found.complaints.push(`${where}: ${m.text()}`); });
      tab.on("pageerror", (e) => found.complaints.push(`${where}: ${e.message}`));
      tab.on("request", (r) => { if (!r.url().startsWith(asked.base) && !/^(data|blob):/.test(r.url())) found.requests.push(`${where}: ${r.url()}`); });
      const answer = await tab.goto(asked.base + page.path, { waitUntil: "networkidle" });
      if (page.status !== undefined ? answer.status() !== page.status : answer.status() >= 400) {
        found.complaints.push(`${where}: HTTP ${answer.status()}`);
      }
      found.opened += 1;
      const session = await context.newCDPSession(tab);
      await session.send("Runtime.evaluate", { expression: axe });
      await violations(tab, where, null);
      const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 1) found.wide.push(`${where}: ${over} px wider than the window`);
      if (width === 360 || colorScheme === "light") {
        for (const badge of await tab.locator("main button[popovertarget]:visible").all()) {
          const card = await badge.getAttribute("popovertarget");
          if ((await tab.locator(`[id="${card}"]`).count()) !== 1) { found.complaints.push(`${where}: no card ${card}`); continue; }
          await badge.click();
          await violations(tab, `${where} #${card}`, `[id="${card}"]`);
          await tab.keyboard.press("Escape");
        }
      }
      if (asked.screens) {
        await tab.evaluate(() => scrollTo(0, 0));
        const name = `${page.as ?? "anonymous"}${page.path.replaceAll(/[^\w]+/g, "-")}${colorScheme}-${width}.png`;
        await tab.screenshot({ path: join(asked.screens, name), fullPage: true });
      }
      if (colorScheme === "light" && width === 1280) {
        const source = await (await context.request.get(asked.base + page.path)).text();
        const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(source);
        for (const result of report.results) for (const m of result.messages) found.html.push(`${where}: ${m.line}:${m.column} ${m.ruleId} ${m.message}`);
        let size = new TextEncoder().encode(source).length;
        const parts = await tab.evaluate(() => [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((e) => e.href || e.src));
        for (const part of parts) size += (await (await context.request.get(part)).body()).length;
        found.sizes[`${page.path} ${page.as ?? "anonymous"}`] = size;
      }
      await context.close();
    }
  }
}
await browser.close();

if (asked.lighthouse) {
  const { default: lighthouse } = await import("lighthouse");
  const { launch } = await import("chrome-launcher");
  const chrome = await launch({ chromePath: browserPath(), chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  const ran = await lighthouse(asked.base + asked.lighthouse, { port: chrome.port, output: "json", logLevel: "error" });
  for (const [name, category] of Object.entries(ran.lhr.categories)) found.scores[name] = Math.round(category.score * 100);
  for (const audit of Object.values(ran.lhr.audits)) {
    if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === "binary") found.scores[`!${audit.id}`] = audit.title;
  }
  await chrome.kill();
}
process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
