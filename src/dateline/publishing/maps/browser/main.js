// The page: one day shown against another, by slider, keys or play, kept in the address.
import { chart, UNITS } from "./chart.js";
import { parse, unpacked } from "./edgefile.js";
import { mercator, pathOf, ringsOfFeatures } from "./paint.js";
import { read, snapshotOf, write } from "./place.js";
import { ringsBetween, ringsOf, turned } from "./rings.js";
import { dayWords, figures, km2, signed } from "./words.js";

const PLAY_MS = 140;
const PLAY_STILL_MS = 1000;
const KEEP_MS = 200;
const KEPT_PATHS = 40;

const by = (id) => document.getElementById(id);
const data = JSON.parse(by("data").textContent);
const still = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const shown = { now: 0, since: 0, layer: 0 };
const kept = new Map();
const land = ringsOfFeatures(data.regions.features);
let [record, drawing, origin, playing, keeping] = [null, null, [0, 0], 0, 0];

/** The page's colours by name, as they are now. */
function colours() {
  const look = getComputedStyle(document.documentElement);
  const names = ["ground", "land", "border", "ink", "held", "front", "gained", "lost"];
  return Object.fromEntries(names.map((name) => [name, look.getPropertyValue(`--map-${name}`).trim()]));
}

/** The path of a snapshot, or of what differs between two; the last few are kept, for a step needs one of them again. */
function path(key, rings, perDegree = record.perDegree) {
  const least = drawing.least();
  const name = `${key} ${least}`;
  const found = kept.get(name) ?? pathOf(rings(), perDegree, origin, UNITS, least);
  kept.delete(name);
  if (kept.size >= KEPT_PATHS) kept.delete(kept.keys().next().value);
  kept.set(name, found);
  return found;
}

function draw() {
  const { now, since, layer } = shown;
  const { chains } = record.layers[layer];
  const paths = { land: path("land", () => land, 1), later: path(`${layer} ${now}`, () => ringsOf(chains, now)) };
  if (now !== since) {
    paths.earlier = path(`${layer} ${since}`, () => ringsOf(chains, since));
    let found;
    const rings = () => (found ??= ringsBetween(chains, since, now));
    paths.between = path(`${layer} ${since} ${now}`, rings);
    paths.gained = path(`${layer} ${since} ${now} gained`, () => rings().filter((ring) => turned(ring) > 0));
    paths.lost = path(`${layer} ${since} ${now} lost`, () => rings().filter((ring) => turned(ring) < 0));
  }
  drawing.draw(paths, origin);
}

function show(snapshot, since = shown.since, quiet = false) {
  const last = record.days.length - 1;
  [shown.now, shown.since] = [snapshot, since].map((n) => Math.max(0, Math.min(last, n)));
  draw();
  tell(quiet);
  if (!quiet) keep();
}

function tell(quiet) {
  const [day, since] = [record.days[shown.now], record.days[shown.since]];
  const { rows, said } = data.layers[shown.layer];
  const told = figures(rows, shown.since, shown.now);
  by("slider").value = shown.now;
  by("slider").setAttribute("aria-valuetext", dayWords(day));
  by("since").value = since;
  by("day").textContent = dayWords(day);
  by("compared").textContent = day === since ? "Compared with itself" : `Compared with ${dayWords(since)}`;
  by("layer-said").textContent = said;
  by("held").textContent = km2(told.held);
  by("net").textContent = signed(told.net);
  by("gained").textContent = km2(told.gained);
  by("lost").textContent = km2(told.lost);
  if (!quiet) {
    by("said").textContent = `Map of ${dayWords(day)}: ${km2(told.held)} held, net ${signed(told.net)} since ${dayWords(since)}.`;
  }
}

/** Keeps day and view in the address once things rest: browsers count how often an address changes. */
function keep() {
  clearTimeout(keeping);
  keeping = setTimeout(keepNow, KEEP_MS);
}

function keepNow() {
  const { lng, lat } = drawing.map.getCenter();
  const view = [drawing.map.getZoom(), lat, lng];
  history.replaceState(null, "", write({ day: record.days[shown.now], since: record.days[shown.since], view }));
}

function play(on) {
  clearTimeout(playing);
  playing = 0;
  by("play").textContent = on ? "Pause" : "Play";
  by("play").setAttribute("aria-pressed", String(on));
  if (!on) return keep();
  if (shown.now === record.days.length - 1) show(Math.min(shown.since, shown.now), shown.since, true);
  const step = () => {
    show(shown.now + 1, shown.since, true);
    if (shown.now === record.days.length - 1) {
      play(false);
      show(shown.now);
    } else playing = setTimeout(step, still.matches ? PLAY_STILL_MS : PLAY_MS);
  };
  playing = setTimeout(step, 0);
}

function listen() {
  by("slider").addEventListener("input", (e) => { play(false); show(Number(e.target.value)); });
  by("since").addEventListener("change", (e) => {
    if (e.target.value) show(shown.now, snapshotOf(record.days, e.target.value));
  });
  by("layer")?.addEventListener("change", (e) => {
    shown.layer = Number(e.target.value);
    show(shown.now);
  });
  by("play").addEventListener("click", () => play(!playing));
  by("before").addEventListener("click", () => { play(false); show(shown.now - 1); });
  by("after").addEventListener("click", () => { play(false); show(shown.now + 1); });
  document.addEventListener("keydown", (e) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
    if (!way || e.altKey || e.ctrlKey || e.metaKey || e.shiftKey) return;
    if (e.target instanceof HTMLInputElement || by("map").contains(e.target)) return; // these have their own
    e.preventDefault();
    play(false);
    show(shown.now + way);
  });
  addEventListener("hashchange", () => {
    const said = read(location.hash);
    if (said.view) drawing.map.jumpTo({ zoom: said.view[0], center: [said.view[2], said.view[1]] });
    show(...snapshots(said));
  });
  dark.addEventListener("change", () => { drawing.recolour(); draw(); });
  drawing.map.on("move", draw);
  drawing.map.on("moveend", () => { if (!playing) keep(); });
  drawing.map.on("resize", draw);
}

function snapshots({ day = data.day, since = data.since }) {
  return [snapshotOf(record.days, day), snapshotOf(record.days, since)];
}

async function begin() {
  const { maplibre: library, workerSource } = globalThis.datelineMap;
  library.setWorkerUrl(`${URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }))}#.cjs`);
  library.setWorkerCount(1);
  record = parse(await unpacked(by("edges").textContent.trim()));
  const [[west, south], [east, north]] = data.bounds;
  origin = mercator((west + east) / 2, (south + north) / 2);
  by("slider").max = record.days.length - 1;
  const said = read(location.hash);
  drawing = chart(library, by("map"), {
    regions: data.regions, towns: data.towns, bounds: data.bounds, view: said.view, colours, still: still.matches,
    named: () => document.documentElement.setAttribute("data-named", ""),
  });
  show(...snapshots(said));
  listen();
  by("controls").disabled = false;
  requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute("data-drawn", "")));
}

begin().catch((fault) => {
  by("fault").hidden = false;
  by("fault").textContent = `The map cannot be drawn here (${fault.message}). It needs a browser with WebGL 2; ` +
    "dateline map --out FILE.svg draws one that needs nothing.";
});
