// Closed rings from chains of edges: of one snapshot, or of what differs between two.

// Wider than any latitude in millionths of a degree, so that a vertex is one whole number.
const WIDE = 1e9;

/** The outline of a snapshot as rings [xs, ys] of whole units, the first vertex repeated at the end; even-odd. */
export function ringsOf(chains, snapshot) {
  return joined(chains.filter((c) => alive(c, snapshot)));
}

/** What differs: the chains of `to` that `from` has not, and the reverse of those that only `from` has. Filled by the
    non-zero rule it is the ground that was gained or lost; which of the two it was, either outline tells. */
export function ringsBetween(chains, from, to) {
  const found = [];
  for (const chain of chains) {
    const [before, after] = [alive(chain, from), alive(chain, to)];
    if (after && !before) found.push(chain);
    else if (before && !after) found.push({ xs: chain.xs.toReversed(), ys: chain.ys.toReversed() });
  }
  return joined(found);
}

/** Twice the area that a ring encloses, in units squared: above nought where the ground lies to the left of its edges,
    as gained ground does; lost ground lies to the right. */
export function turned([xs, ys]) {
  let sum = 0;
  for (let i = 1; i < xs.length; i++) {
    sum += (xs[i - 1] - xs[0]) * (ys[i] - ys[0]) - (xs[i] - xs[0]) * (ys[i - 1] - ys[0]);
  }
  return sum;
}

function alive(chain, snapshot) {
  return chain.born <= snapshot && snapshot < chain.died;
}

/** Chains joined where one ends and another starts. Where several start, any will do. */
function joined(chains) {
  const from = new Map();
  for (const chain of chains) {
    const start = vertex(chain, 0);
    if (from.has(start)) from.get(start).push(chain);
    else from.set(start, [chain]);
  }
  const rings = [];
  for (const chain of chains) {
    const waiting = from.get(vertex(chain, 0));
    const at = waiting.indexOf(chain);
    if (at < 0) continue; // in a ring already
    waiting.splice(at, 1);
    rings.push(closed(chain, from));
  }
  return rings;
}

function closed(first, from) {
  const start = vertex(first, 0);
  const xs = [first.xs[0]];
  const ys = [first.ys[0]];
  for (let chain = first; ; ) {
    for (let i = 1; i < chain.xs.length; i++) {
      xs.push(chain.xs[i]);
      ys.push(chain.ys[i]);
    }
    const end = vertex(chain, chain.xs.length - 1);
    if (end === start) return [xs, ys];
    chain = from.get(end)?.pop();
    if (!chain) throw new Error("a ring that does not close");
  }
}

function vertex(chain, i) {
  return chain.xs[i] * WIDE + chain.ys[i];
}
