// A whole record from one edge file (docs/explanation/edge-file.md): the days, and every chain of edges with its life.

const COLUMNS = 7;

/** Unpacks gzip; the page carries the file as text in base 64. */
export async function unpacked(base64) {
  const packed = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The record in the bytes of an edge file. Throws an Error for anything else. */
export function parse(bytes) {
  const line = bytes.indexOf(10);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line)));
  if (header.format !== "dateline-edges" || header.version !== 1) throw new Error("no edge file of version 1");
  let at = line + 1;
  const layers = header.layers.map((layer) => {
    const columns = layer.bytes.map((size) => varints(bytes.subarray(at, (at += size))));
    if (columns.length !== COLUMNS || at > bytes.length) throw new Error("an edge file that is not whole");
    return { name: layer.name, chains: chains(columns) };
  });
  const first = Date.parse(`${header.first_day}T00:00:00Z`);
  const days = header.days.map((n) => new Date(first + n * 86_400_000).toISOString().slice(0, 10));
  return { days, layers, perDegree: header.per_degree };
}

/** Zigzag integers of seven bits a byte. Arithmetic, not shifts: a value may have more than 32 bits. */
function varints(bytes) {
  const found = [];
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte < 128) {
      found.push(value % 2 ? -(value + 1) / 2 : value / 2);
      value = 0;
      scale = 1;
    }
  }
  if (scale !== 1) throw new Error("bytes that end within an integer");
  return found;
}

/** Each chain as { born, died, xs, ys }: the snapshots that have it are born <= n < died; vertices in whole units. */
function chains([length, born, life, startX, startY, stepX, stepY]) {
  const found = [];
  let [since, x0, y0, edge] = [0, 0, 0, 0];
  length.forEach((edges, n) => {
    since += born[n];
    x0 += startX[n];
    y0 += startY[n];
    const xs = new Float64Array(edges + 1);
    const ys = new Float64Array(edges + 1);
    [xs[0], ys[0]] = [x0, y0];
    for (let i = 1; i <= edges; i++, edge++) {
      xs[i] = xs[i - 1] + stepX[edge];
      ys[i] = ys[i - 1] + stepY[edge];
    }
    found.push({ born: since, died: life[n] ? since + life[n] : Infinity, xs, ys });
  });
  return found;
}
