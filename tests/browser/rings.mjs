// The explorer's own modules read an edge file and print, for some snapshots, the rings that they would draw.
//   node rings.mjs MODULES FILE '[[n], [from, to], ...]'
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file, asked] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(modules, `${name}.js`)).href);
const [{ parse, unpacked }, { ringsOf, ringsBetween }] = [await load("edgefile"), await load("rings")];
const record = parse(await unpacked(readFileSync(file).toString("base64")));
const { chains } = record.layers[0];
const rings = JSON.parse(asked).map(([one, two]) =>
  two === undefined ? ringsOf(chains, one) : ringsBetween(chains, one, two));
process.stdout.write(JSON.stringify({ days: record.days, perDegree: record.perDegree, rings }));
