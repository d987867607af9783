// The same pages without scripts: a reader opens a card, a commenter writes, an editor follows a check.
import { checked, sees } from "./stage.mjs";

const SAID = "Written without a single script.";

export async function scriptless(stage) {
  const tab = await stage.somebody({ javaScriptEnabled: false });
  await stage.step("without scripts a card opens, and leads to its figure", async () => {
    await tab.getByRole("main").getByRole("link", { name: stage.told.title }).click();
    await tab.locator("main button.badge").first().press("Enter");
    await tab.locator(".card:popover-open").getByRole("link", { name: /Readings, sources/ }).click();
    await tab.waitForURL("**/figures/*/");
    await tab.getByRole("link", { name: stage.told.title }).click();
  });
  await stage.step("without scripts whoever writes a comment is sent to log in, and back to it", async () => {
    await tab.getByRole("link", { name: "Write a comment" }).click();
    await stage.login(tab, "commenter");
    await tab.getByLabel("Your comment").fill(SAID);
    await tab.getByRole("button", { name: "Post" }).click();
    await sees(tab.locator("#comments"), SAID);
    await tab.context().close();
  });
  const desk = await stage.person("reporter", { javaScriptEnabled: false });
  await stage.step("without scripts a check is followed to its end", async () => {
    await desk.goto(stage.told.draft);
    await desk.getByRole("button", { name: "Check again" }).click();
    await checked(desk);
    await desk.context().close();
  });
}
