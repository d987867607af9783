// A reporter: types a story with a slip in it, follows its check, reads the findings, and cannot publish.
import { checked, same, sees, sent } from "./stage.mjs";

const TITLE = "What Was Counted in August";
const TEXT = `In August 2025, 280 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said.

On the night of May 14, 2026, Russia launched 731 drones and missiles, according to the Ukrainian Air Force.`;

export async function reporter(stage) {
  const tab = await stage.person("reporter");
  stage.told.title = TITLE;
  await stage.step("a reporter types a story and sees it drawn", async () => {
    await tab.goto("/desk/");
    await tab.getByRole("link", { name: "New story" }).first().click();
    await tab.getByLabel("Headline").fill(TITLE);
    await tab.getByLabel("Standfirst").fill("Two figures that two bodies publish.");
    await tab.getByLabel("Text (needed)").fill(TEXT);
    await tab.getByLabel("Section", { exact: true }).selectOption({ label: "War in Ukraine" });
    await tab.getByLabel("Tags").fill("counting");
    await tab.getByLabel("Day of the report").fill("2026-06-10");
    await tab.getByRole("button", { name: "Preview" }).click();
    await sees(tab.locator("#preview"), TITLE);
    await tab.getByRole("button", { name: "Save the draft" }).click();
    await sees(tab, "The draft is saved.");
    stage.told.draft = new URL(tab.url()).pathname;
    stage.told.page = stage.told.draft.replace("/desk", "");
  });
  await stage.step("a reporter has it checked and follows how far it is", async () => {
    const asked = tab.waitForRequest((request) => request.url().endsWith("/progress/"));
    await tab.getByRole("button", { name: "Check the figures" }).click();
    await asked;
    await checked(tab);
  });
  await stage.step("a reporter reads the draft with its figures marked", async () => {
    await sees(tab, "1 figure is contradicted by the data");
    await tab.getByRole("article", { name: "The text" }).locator("button.badge.contradicted").click();
    await sees(tab.locator(".card:popover-open"), "208");
    await tab.keyboard.press("Escape");
    const decides = await tab.getByRole("button", { name: /^Accept/ }).count();
    same(decides, 0, "buttons with which a reporter could decide");
  });
  await stage.step("a reporter cannot publish", async () => {
    await tab.getByRole("navigation", { name: "This story" }).getByRole("link", { name: "Publish" }).click();
    await sees(tab, "An editor publishes.");
    same(await tab.getByRole("button", { name: /^Publish/ }).count(), 0, "buttons with which a reporter could publish");
    const got = await sent(tab, `${stage.told.draft}publish/now/`, { revision: "1" });
    same(got.status, 403, "the answer to a reporter who publishes all the same");
    same(got.text.includes("asks for rights that your account does not have"), true, "the refusal says why");
    same((await tab.context().request.get(stage.told.page)).status(), 404, "the story's public address");
  });
  await tab.context().close();
}
