// What Lighthouse says of one page of a running site: a score of 100 in each category, and what failed under "!".
import { programPath } from "./newsroom/stage.mjs";

export async function scores(address) {
  const { default: lighthouse } = await import("lighthouse");
  const { launch } = await import("chrome-launcher");
  const chrome = await launch({
    chromePath: programPath(), chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
  });
  try {
    const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "error" });
    const found = {};
    for (const [name, category] of Object.entries(lhr.categories)) found[name] = Math.round(category.score * 100);
    for (const audit of Object.values(lhr.audits)) {
      const failed = audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === "binary";
      if (failed) found[`!${audit.id}`] = audit.title;
    }
    return found;
  } finally {
    await chrome.kill();
  }
}
