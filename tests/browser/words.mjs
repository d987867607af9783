// The explorer's small modules answer questions: node words.mjs MODULES '[["module", "function", [arguments]], ...]'
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, asked] = process.argv.slice(2);
const answers = [];
for (const [module, name, given] of JSON.parse(asked)) {
  const found = await import(pathToFileURL(join(modules, `${module}.js`)).href);
  answers.push(found[name](...given));
}
process.stdout.write(JSON.stringify(answers));
