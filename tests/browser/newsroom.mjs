// Plays a day of a newsroom in a browser against a running site, and prints one JSON object: the steps that were done and,
// where one failed, which, why and what the page said. Only what is on the page is looked at, and nothing waits for a time.
//   node newsroom.mjs < {"base": "http://127.0.0.1:8000", "passwords": {"editor@example.org": ""},
//                        "correct": ["python", "-m", "dateline", "correct", ...]}
// `correct` is run where a new figure of a source arrives; it acts on the store of the site (DATELINE_HOME).
import { readFileSync } from "node:fs";
import { commenter } from "./newsroom/commenter.mjs";
import { corrections } from "./newsroom/corrections.mjs";
import { editor } from "./newsroom/editor.mjs";
import { reader } from "./newsroom/reader.mjs";
import { reporter } from "./newsroom/reporter.mjs";
import { scriptless } from "./newsroom/scriptless.mjs";
import { Stage } from "./newsroom/stage.mjs";
import { vintage } from "./newsroom/vintage.mjs";

const stage = await Stage.open(JSON.parse(readFileSync(0, "utf8")));
let failed = null;
try {
  for (const part of [reader, commenter, reporter, editor, corrections, vintage, scriptless]) await part(stage);
} catch (error) {
  failed = await stage.failure(error);
} finally {
  await stage.close();
}
process.stdout.write(`${JSON.stringify({ steps: stage.steps, failed }, null, 1)}\n`);
