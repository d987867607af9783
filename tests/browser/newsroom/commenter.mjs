// A commenter: says something below a story, answers somebody, reports a comment.
import { sees } from "./stage.mjs";

const SAID = "Which day does the night count for when it begins before midnight?";
const ANSWERED = "I wondered about that myself.";
const COMPLAINT = "It has nothing to do with the story.";

export async function commenter(stage) {
  const tab = await stage.person("commenter");
  await stage.step("a commenter posts below the story", async () => {
    await tab.goto(stage.told.corrected);
    const form = tab.locator("form[data-comment]");
    await form.getByLabel("Your comment").fill(SAID);
    await form.getByRole("button", { name: "Post" }).click();
    await tab.waitForURL(/#comment-\d+$/);
    await sees(tab.locator("#comments"), SAID);
  });
  await stage.step("a commenter answers a comment where it stands", async () => {
    const first = tab.locator(".comments > li").first();
    await first.getByRole("link", { name: /^Reply/ }).click();
    await first.getByRole("textbox").fill(ANSWERED);
    await first.getByRole("button", { name: "Post" }).click();
    await sees(tab.locator(".replies"), ANSWERED);
  });
  await stage.step("a commenter reports what the newsroom said", async () => {
    await tab.getByRole("link", { name: "Report the comment of Nora Example" }).click();
    await tab.getByLabel("What is wrong with this comment?").fill(COMPLAINT);
    await tab.getByRole("button", { name: "Report" }).click();
    await sees(tab, "A moderator will look at the comment.");
  });
  await stage.step("a commenter has no desk", async () => {
    await tab.goto("/desk/");
    await sees(tab, "You may not see this page");
  });
  Object.assign(stage.told, { said: SAID, complaint: COMPLAINT });
  await tab.context().close();
}
