// Opens an explorer page as a file, uses it as people do, and prints one JSON object of what it found.
//   node explorer.mjs PAGE.html [--screens FOLDER] [--steps N]
// Needs a Chromium: its path in CHROMIUM, else found by name. WebGL is drawn by software; nothing else is asked.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [page, ...options] = process.argv.slice(2);
const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : "");
const folder = option("--screens");
const steps = Number(option("--steps") || 12);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const found = { drawnMs: 0, namedMs: 0, stepMs: [], workMs: [], errors: [], requests: [], keyboard: [], links: [], violations: [], wide: [],
  painted: { held: 0, gained: 0, lost: 0, ratio: 0 } };

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return execFileSync("sh", ["-c", "command -v chromium || command -v chromium-browser || command -v google-chrome"])
    .toString().trim();
}

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
});

async function opened(settings, hash = "") {
  const context = await browser.newContext(settings);
  const tab = await context.newPage();
  tab.on("console", (m) => { if (m.type() === "error") found.errors.push(m.text()); });
  tab.on("pageerror", (e) => found.errors.push(String(e)));
  tab.on("request", (r) => { if (!/^(file|data|blob):/.test(r.url())) found.requests.push(r.url()); });
  const started = Date.now();
  await tab.goto(pathToFileURL(page).href + hash);
  await tab.waitForSelector("html[data-drawn]", { timeout: 30_000, state: "attached" });
  const drawn = Date.now() - started;
  await tab.waitForSelector("html[data-named]", { timeout: 30_000, state: "attached" });
  return [tab, drawn, Date.now() - started];
}

const day = (tab) => tab.locator("#day").textContent();
/** From the key to the frame after the one that shows the new day. */
const step = (tab, way) => tab.evaluate((to) => new Promise((done) => {
  const slider = document.getElementById("slider");
  const started = performance.now();
  slider.value = Number(slider.value) + to;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  const worked = performance.now() - started;
  requestAnimationFrame(() => requestAnimationFrame(() => done([performance.now() - started, worked])));
}), way);

{ // Speed, on a desktop.
  const [tab, drawn, named] = await opened({ viewport: { width: 1280, height: 900 } });
  [found.drawnMs, found.namedMs] = [drawn, named];
  for (let n = 0; n < steps; n++) {
    const [shown, worked] = await step(tab, n % 2 ? 3 : -1);
    found.stepMs.push(shown);
    found.workMs.push(worked);
  }
  await tab.context().close();
}

{ // What the canvas shows: pixels of each colour; of two days by turns, so that areas can be compared.
  const [tab] = await opened({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  found.painted = await tab.evaluate(async () => {
    const look = getComputedStyle(document.documentElement);
    const rgb = (name) => [1, 3, 5].map((i) => parseInt(look.getPropertyValue(`--map-${name}`).trim().slice(i, i + 2), 16));
    const wanted = Object.fromEntries(["held", "gained", "lost"].map((name) => [name, rgb(name)]));
    const canvas = document.querySelector("canvas.ground");
    const count = () => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const seen = { held: 0, gained: 0, lost: 0 };
      for (let i = 0; i < data.length; i += 4) {
        for (const [name, [r, g, b]] of Object.entries(wanted)) {
          if (Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) < 12) seen[name] += 1;
        }
      }
      return seen;
    };
    const both = count();
    const held = () => Number(document.getElementById("held").textContent.replace(/[^\d.]/g, ""));
    const show = (n) => {
      const since = document.getElementById("since");
      const slider = document.getElementById("slider");
      slider.value = n;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      since.value = document.querySelector("#since")[n === "0" ? "min" : "max"];
      since.dispatchEvent(new Event("change", { bubbles: true }));
      return [count().held, held()];
    };
    const [[first, km2First], [last, km2Last]] = [show("0"), show(document.getElementById("slider").max)];
    return { ...both, ratio: last / first / (km2Last / km2First) };
  });
  await tab.context().close();
}

{ // By keyboard alone, and what the address keeps.
  const [tab] = await opened({ viewport: { width: 1280, height: 900 } });
  const before = await day(tab);
  await tab.keyboard.press("ArrowLeft");
  const stepped = await day(tab);
  if (stepped === before) found.keyboard.push("ArrowLeft on the page steps no day");
  await tab.locator("#slider").focus();
  await tab.keyboard.press("ArrowRight");
  if ((await day(tab)) !== before) found.keyboard.push("ArrowRight on the slider does not step back");
  await tab.keyboard.press("Home");
  const first = await day(tab);
  await tab.locator("#play").focus();
  await tab.keyboard.press("Space");
  await tab.waitForTimeout(1200);
  await tab.keyboard.press("Space");
  if ((await day(tab)) === first) found.keyboard.push("Space on Play shows no other day");
  await tab.waitForTimeout(400);
  const [address, there] = [await tab.evaluate(() => location.hash), await day(tab)];
  const [again] = await opened({ viewport: { width: 1280, height: 900 } }, address);
  if ((await day(again)) !== there) found.links.push(`${address} shows ${await day(again)}, not ${there}`);
  const held = await again.evaluate(() => document.getElementById("since").value);
  if (!address.includes(`since=${held}`)) found.links.push(`${address} compares with ${held}`);
  const label = await again.locator("#slider").getAttribute("aria-valuetext");
  if (label !== there) found.keyboard.push("the slider does not say its day");
  await tab.context().close();
  await again.context().close();
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    const settings = { colorScheme, viewport: { width, height: width < 500 ? 780 : 900 }, reducedMotion: "reduce" };
    const [tab] = await opened({ ...settings, bypassCSP: true });
    await tab.evaluate(axe);
    const told = await tab.evaluate(() => globalThis.axe.run(document));
    for (const v of told.violations) found.violations.push(`${colorScheme} ${width}: ${v.id}: ${v.nodes[0].target}`);
    if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.wide.push(width);
    if (folder) await tab.screenshot({ path: join(folder, `explorer-${colorScheme}-${width}.png`), fullPage: width < 500 });
    await tab.context().close();
  }
}
await browser.close();
process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
