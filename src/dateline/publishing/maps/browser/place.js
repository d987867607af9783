// What the address keeps after "#": the day, the day compared with, and the view.

const DAY = /^\d{4}-\d\d-\d\d$/;

/** { day, since, view } of an address's hash; what is missing or no day is left out. view is [zoom, lat, lon]. */
export function read(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const found = {};
  for (const name of ["day", "since"]) {
    if (DAY.test(said.get(name) ?? "")) found[name] = said.get(name);
  }
  const view = (said.get("view") ?? "").split("/").map(Number);
  if (view.length === 3 && view.every(Number.isFinite) && Math.abs(view[1]) < 86 && Math.abs(view[2]) <= 180) {
    found.view = view;
  }
  return found;
}

/** The hash of a day, the day compared with and a view. */
export function write({ day, since, view }) {
  const [zoom, lat, lon] = view;
  return `#day=${day}&since=${since}&view=${zoom.toFixed(2)}/${lat.toFixed(4)}/${lon.toFixed(4)}`;
}

/** The number of the snapshot of a day, or of the nearest earlier; the first where there is none earlier. */
export function snapshotOf(days, day) {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
