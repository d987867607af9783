// A reader: from the front page to a story, its figures and their proof, corrections, search and feeds.
import { answer, same, sees, tabTo } from "./stage.mjs";

export async function reader(stage) {
  const tab = await stage.somebody();
  await stage.step("a reader opens the corrected story from the front page", async () => {
    await sees(tab, "The latest stories");
    await tab.getByRole("main").getByRole("link", { name: /on the Night of June 2$/ }).click();
    await tab.waitForURL("**/stories/**");
    stage.told.corrected = new URL(tab.url()).pathname;
    await tab.getByRole("region", { name: "Corrections" }).getByText("missiles were among them").waitFor();
  });
  await card(stage, tab);
  await figure(stage, tab);
  await elsewhere(stage, tab);
  await tab.context().close();
}

async function card(stage, tab) {
  const badge = "main button.badge";
  await stage.step("a reader opens a card by keyboard, and Escape closes it", async () => {
    await tabTo(tab, badge);
    const key = await tab.evaluate(() => document.activeElement.getAttribute("popovertarget"));
    await tab.keyboard.press("Enter");
    const opened = tab.locator(`[id="${key}"]:popover-open`);
    await sees(opened, "Matches");
    await tab.keyboard.press("Escape");
    await opened.waitFor({ state: "detached" });
    const back = await tab.evaluate(() => document.activeElement.getAttribute("popovertarget"));
    same(back, key, "the focus after Escape is on the mark of card");
  });
}

async function figure(stage, tab) {
  await stage.step("a reader follows a card to the figure's own page", async () => {
    await tab.locator("main button.badge").first().press("Enter");
    await tab.locator(".card:popover-open").getByRole("link", { name: /Readings, sources/ }).click();
    await tab.waitForURL("**/figures/*/");
    await tab.getByRole("heading", { level: 1, name: /^729/ }).waitFor();
    await tab.getByRole("heading", { name: "History" }).waitFor();
  });
  await stage.step("the figure is there as JSON, CSV and SVG", async () => {
    const base = tab.url().replace(/\/$/, "");
    const json = await answer(tab, `${base}.json`);
    same(json.status, 200, "the JSON answers");
    same(JSON.stringify(JSON.parse(json.text)).includes("729"), true, "the JSON has the figure");
    const csv = await answer(tab, `${base}.csv`);
    same(csv.type.startsWith("text/csv") && csv.text.includes(","), true, "the CSV is one");
    const svg = await answer(tab, `${base}.svg`);
    same(svg.type.startsWith("image/svg+xml") && svg.text.includes("<svg"), true, "the SVG is one");
  });
}

async function elsewhere(stage, tab) {
  await stage.step("a reader finds the log of corrections in the menu", async () => {
    await tab.getByRole("button", { name: "Menu" }).click();
    await tab.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Corrections" }).click();
    await tab.waitForURL("**/corrections/");
    await sees(tab.getByRole("main"), "missiles were among them");
  });
  await stage.step("a reader searches", async () => {
    await tab.getByRole("contentinfo").getByRole("link", { name: "Search" }).click();
    await tab.getByRole("searchbox").fill("Health Ministry");
    await tab.getByRole("button", { name: "Search" }).click();
    await tab.getByRole("main").getByRole("link", { name: /^Gaza: 73,419/ }).waitFor();
    await tab.getByRole("searchbox").fill("zeppelins");
    await tab.keyboard.press("Enter");
    await sees(tab.getByRole("main"), /^0 stories/);
  });
  await stage.step("the feed that the foot links has the story", async () => {
    const feed = await tab.getByRole("contentinfo").getByRole("link", { name: "Atom" }).getAttribute("href");
    const got = await answer(tab, feed);
    same(got.type.startsWith("application/atom+xml"), true, "the feed is Atom");
    same(got.text.includes(stage.told.corrected), true, "the feed names the story");
  });
  await stage.step("a page that is not there says so in the site's clothes", async () => {
    const got = await tab.goto("/stories/never-written/");
    same(got.status(), 404, "the status");
    await tab.getByRole("banner").getByRole("button", { name: "Menu" }).waitFor();
  });
}
