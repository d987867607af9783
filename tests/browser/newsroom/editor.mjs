// An editor: is refused while a contradicted figure is undecided, decides in two ways, publishes, and moderates.
import { answer, checked, same, sees, seesNot, sent } from "./stage.mjs";

export async function editor(stage) {
  const tab = await stage.person("editor");
  stage.editor = tab;
  await refused(stage, tab);
  await decided(stage, tab);
  await published(stage, tab);
  await overridden(stage, tab);
  await moderated(stage, tab);
}

/** Opens one of the story's own pages on the desk by its tab. */
export async function turnTo(tab, name) {
  await tab.getByRole("navigation", { name: "This story" }).getByRole("link", { name, exact: true }).click();
}

async function refused(stage, tab) {
  await stage.step("an editor sees on the desk what waits for a decision", async () => {
    await tab.goto("/desk/");
    const waiting = tab.getByRole("region", { name: "Waits for a decision" });
    await waiting.getByRole("link", { name: stage.told.title }).click();
    await sees(tab, "1 figure is contradicted by the data");
  });
  await stage.step("publishing is refused while a contradicted figure is undecided", async () => {
    await turnTo(tab, "Publish");
    await sees(tab, "Before it can be published:");
    same(await tab.getByRole("button", { name: /^Publish revision/ }).isDisabled(), true, "the button is shut");
    const got = await sent(tab, `${stage.told.draft}publish/now/`, { revision: "1" });
    same(got.status, 409, "the answer to an editor who publishes all the same");
    same(got.text.includes("Not published."), true, "the refusal says so");
    same((await answer(tab, stage.told.page)).status, 404, "the story's public address");
  });
}

async function decided(stage, tab) {
  await stage.step("an editor takes the corrected sentence, which is checked at once", async () => {
    await tab.getByRole("main").getByRole("link", { name: /^Decide/ }).first().click();
    await tab.getByRole("link", { name: "Take the corrected sentence" }).click();
    await tab.locator("del").filter({ hasText: "280" }).waitFor();
    await tab.locator("ins").filter({ hasText: "208" }).waitFor();
    await tab.getByRole("button", { name: "Take it, as a new revision" }).click();
    await checked(tab);
    await sees(tab, "Nothing waits for a decision.");
  });
}

async function published(stage, tab) {
  await stage.step("an editor looks at the page that readers will see", async () => {
    await tab.getByRole("link", { name: "See it as readers will" }).click();
    await tab.getByRole("heading", { level: 1, name: stage.told.title }).waitFor();
    await tab.goto(stage.told.draft);
  });
  await stage.step("an editor publishes, and a stranger reads it", async () => {
    await turnTo(tab, "Publish");
    await sees(tab, "Nothing stands in the way.");
    await tab.getByRole("button", { name: "Publish revision 2" }).click();
    await sees(tab, "Publication 1 is on the site.");
    const stranger = await (await stage.browser.newContext({ baseURL: stage.asked.base })).newPage();
    await stranger.goto("/");
    await stranger.getByRole("link", { name: stage.told.title }).click();
    await stranger.getByRole("button", { name: /^Matches: 208 civilians/ }).waitFor();
    await sees(stranger, "By Nora Example");
    await stranger.context().close();
  });
}

async function overridden(stage, tab) {
  await stage.step("an editor decides otherwise, with a reason and a source", async () => {
    await tab.goto("/desk/");
    await tab.getByRole("region", { name: "Waits for a decision" }).getByRole("link").first().click();
    await tab.getByRole("link", { name: /^Decide on/ }).first().click();
    const form = tab.locator("form").filter({ has: tab.getByRole("heading", { name: "Decide otherwise" }) });
    await form.getByRole("button", { name: "Decide otherwise" }).click();
    await form.getByText(/^Say why/).waitFor();
    await form.getByLabel("Verdict").selectOption("disputed");
    await form.getByLabel("Reason").fill("Another map has this figure.");
    await form.getByLabel("Source, a web address").fill("https://example.org/map");
    await form.getByRole("button", { name: "Decide otherwise" }).click();
    await sees(tab, "decided otherwise.");
    await sees(tab, "Decided by Edda Desk.");
  });
}

async function moderated(stage, tab) {
  await stage.step("an editor takes down the comment that was reported", async () => {
    await tab.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Comments" }).click();
    const reported = tab.getByRole("listitem").filter({ hasText: stage.told.complaint });
    await sees(reported, "Reported by Carl Comment");
    await reported.getByRole("checkbox").check();
    await tab.getByLabel("Reason").fill("Off the subject.");
    await tab.getByRole("button", { name: "Hide" }).click();
    await tab.waitForURL("**/comments/queue/");
    await reported.waitFor({ state: "detached" });
    await tab.goto(stage.told.corrected);
    await sees(tab.locator("#comments"), stage.told.said);
    await seesNot(tab.locator("#comments"), "decoys too");
  });
}
