// An editor corrects what readers have seen: refused without words for them, then on the story and in the public log.
import { turnTo } from "./editor.mjs";
import { checked, same, sees } from "./stage.mjs";

const CORRECTION = "An earlier version of this story did not say whose night it was.";

export async function corrections(stage) {
  const tab = stage.editor;
  await stage.step("an editor writes the published story anew and has it checked", async () => {
    await tab.goto(stage.told.draft);
    await turnTo(tab, "Write");
    const text = tab.getByLabel("Text (needed)");
    await text.fill(`${await text.inputValue()}\n\nThe Air Force names a night after the day on which it ends.`);
    await tab.getByLabel("What you changed, and why").fill("whose night it is");
    await tab.getByRole("button", { name: "Save as a new revision" }).click();
    await tab.getByRole("button", { name: "Check the figures" }).click();
    await checked(tab);
  });
  await stage.step("publishing again asks for a correction", async () => {
    await turnTo(tab, "Publish");
    await tab.getByRole("button", { name: "Publish revision 3" }).click();
    await tab.getByRole("alert").getByText("Not published.").waitFor();
  });
  await stage.step("the correction stands on the story and in the public log", async () => {
    await tab.getByLabel("Correction", { exact: true }).fill(CORRECTION);
    await tab.getByRole("button", { name: "Publish revision 3" }).click();
    await sees(tab, "Publication 2 is on the site.");
    await tab.goto(stage.told.page);
    await sees(tab.getByRole("region", { name: "Corrections" }), CORRECTION);
    await sees(tab.getByRole("article").first(), "names a night after the day");
    await tab.goto("/corrections/");
    await sees(tab.getByRole("listitem").filter({ hasText: CORRECTION }), stage.told.title);
  });
  await stage.step("what was frozen still has its hashes", async () => {
    await tab.goto(`${stage.told.draft}history/`);
    same(await tab.getByRole("region", { name: "Publications" }).getByRole("rowheader").count(), 2, "publications");
    await tab.getByRole("rowheader").getByRole("link", { name: "1" }).click();
    await sees(tab, "What is stored is what was frozen");
  });
}
