// Days and square kilometres as people read them.

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** 2025-05-30 as 30 May 2025. */
export function dayWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** Thousands apart, one decimal below 100. */
export function km2(value) {
  const places = Math.abs(value) < 99.95 ? 1 : 0;
  const shown = Math.abs(value).toFixed(places);
  const [whole, part] = shown.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${part ? `${apart}.${part}` : apart} km²`;
}

/** The same with its sign; nought has none. */
export function signed(value) {
  const shown = km2(value);
  if (/^0(\.0)? /.test(shown)) return shown;
  return `${value < 0 ? "−" : "+"}${shown}`;
}

/** What happened between two snapshots, from the sums of held, gained and lost by snapshot. */
export function figures(rows, from, to) {
  const [first, last] = from <= to ? [from, to] : [to, from];
  let [gained, lost] = [0, 0];
  for (let n = first + 1; n <= last; n++) {
    gained += rows.gained[n];
    lost += rows.lost[n];
  }
  if (from > to) [gained, lost] = [lost, gained];
  return { held: rows.held[to], net: rows.held[to] - rows.held[from], gained, lost };
}
