// A source's figure is put right after publication: the desk is told, and a correction is one click away.
import { execFileSync } from "node:child_process";
import { turnTo } from "./editor.mjs";
import { checked, sees } from "./stage.mjs";

export async function vintage(stage) {
  const tab = stage.editor;
  const of = () => tab.getByRole("main").getByRole("region", { name: stage.told.title });
  await stage.step("before anything new is known no figure of the story has changed", async () => {
    await tab.goto("/desk/changes/");
    await tab.getByRole("heading", { level: 1, name: /^What has changed/ }).waitFor();
    await of().waitFor({ state: "detached" });
  });
  await stage.step("a new figure of the source arrives by the command line", async () => {
    const [program, ...words] = stage.asked.correct;
    execFileSync(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  });
  await stage.step("the desk's list of changes has the figure, and says what it would read now", async () => {
    await tab.reload();
    await sees(of(), "208 civilians");
    await sees(of(), /233/);
  });
  await stage.step("one click prepares the correction and has it checked", async () => {
    await of().getByRole("button", { name: /^Correct it/ }).click();
    await checked(tab);
    await sees(tab, "A correction is being prepared");
    await tab.getByRole("article", { name: "The text" }).getByText("233 civilians").first().waitFor();
    await sees(tab, "Nothing waits for a decision.");
  });
  await stage.step("the corrected figure is published and the story says what it had said", async () => {
    await turnTo(tab, "Publish");
    await tab.getByRole("button", { name: "Publish revision 4" }).click();
    await sees(tab, "Publication 3 is on the site.");
    await tab.goto(stage.told.page);
    await tab.getByRole("button", { name: /^Matches.*233 civilians/ }).waitFor();
    await sees(tab.getByRole("region", { name: "Corrections" }), /The story said “208 civilians”/);
  });
  await stage.step("the figure kept its address, whose history has both", async () => {
    await tab.getByRole("button", { name: /^Matches.*233 civilians/ }).click();
    await tab.locator(".card:popover-open").getByRole("link", { name: /Readings, sources/ }).click();
    const history = tab.getByRole("group", { name: "History of this figure" });
    await sees(history, "233 civilians");
    await sees(history, "208 civilians");
  });
  await stage.step("afterwards nothing waits to be corrected in the story", async () => {
    await tab.goto("/desk/changes/");
    await tab.getByRole("heading", { level: 1, name: /^What has changed/ }).waitFor();
    await of().waitFor({ state: "detached" });
  });
}
