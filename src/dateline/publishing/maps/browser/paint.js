// The held ground on a canvas that lies in the map: what is held, what was gained, what was lost. Gained and lost are
// told apart by painting one day's outline inside what differs; no polygon is ever cut.

/** Longitude and latitude in degrees to web Mercator, 0 to 1. */
export function mercator(lon, lat) {
  const sin = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}

/** Polygons of GeoJSON features as rings of degrees, as `pathOf` takes them. */
export function ringsOfFeatures(features) {
  return features
    .flatMap(({ geometry: g }) => (g.type === "Polygon" ? [g.coordinates] : g.coordinates))
    .flatMap((polygon) => polygon.map((ring) => [ring.map(([x]) => x), ring.map(([, y]) => y)]));
}

/** Rings as a path in units about `origin` (Mercator); vertices nearer than `least` units to the one before are left
    out, for they would be less than a pixel away. */
export function pathOf(rings, perDegree, origin, unitsPerWorld, least) {
  const path = new Path2D();
  for (const [xs, ys] of rings) {
    let [u0, v0] = [Infinity, Infinity];
    for (let i = 0; i < xs.length - 1; i++) {
      const [x, y] = mercator(xs[i] / perDegree, ys[i] / perDegree);
      const [u, v] = [(x - origin[0]) * unitsPerWorld, (y - origin[1]) * unitsPerWorld];
      if (i && Math.abs(u - u0) + Math.abs(v - v0) < least) continue;
      if (i) path.lineTo(u, v);
      else path.moveTo(u, v);
      [u0, v0] = [u, v];
    }
    path.closePath();
  }
  return path;
}

/** Paints the land, the later day and, of the earlier one, what differs `between` them: rings that are mostly `gained`
    and rings that are mostly `lost` are outlined, and filled by which of the days has the ground. `place` maps the paths' units to
    pixels: { scale, x, y }; `unit` is pixels to a CSS pixel. Gained is one tone, lost is striped. */
export function paint(canvas, { land, earlier, later, between, gained, lost }, place, unit, colours) {
  const ink = canvas.getContext("2d", { willReadFrequently: true });
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.clearRect(0, 0, canvas.width, canvas.height);
  ink.setTransform(place.scale, 0, 0, place.scale, place.x, place.y);
  ink.fillStyle = colours.land;
  ink.fill(land, "evenodd");
  ink.fillStyle = colours.held;
  ink.fill(later, "evenodd");
  ink.lineJoin = "round";
  ink.lineWidth = unit / place.scale;
  ink.strokeStyle = colours.front;
  ink.stroke(later);
  if (!between) return;
  ink.save();
  ink.clip(between, "nonzero");
  ink.fillStyle = colours.gained;
  ink.fill(later, "evenodd");
  ink.fillStyle = stripes(ink, colours.lost, unit, place);
  ink.fill(earlier, "evenodd");
  ink.restore();
  ink.lineWidth = (1.25 * unit) / place.scale; // thin strips stay to be seen where the whole theatre is
  ink.strokeStyle = colours.gained;
  ink.stroke(gained);
  ink.strokeStyle = colours.lost;
  ink.stroke(lost);
}

/** Lines of the colour on a tint of it: a strip thinner than the lines lie apart is still seen. */
function stripes(ink, colour, unit, place) {
  const size = Math.max(4, Math.round(6 * unit));
  const tile = document.createElement("canvas");
  [tile.width, tile.height] = [size, size];
  const line = tile.getContext("2d", { willReadFrequently: true });
  line.fillStyle = line.strokeStyle = colour;
  line.globalAlpha = 0.5;
  line.fillRect(0, 0, size, size);
  line.globalAlpha = 1;
  line.lineWidth = size / 3;
  line.beginPath();
  for (const at of [-size, 0, size]) {
    line.moveTo(at - 1, size + 1);
    line.lineTo(at + size + 1, -1);
  }
  line.stroke();
  const pattern = ink.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix([1 / place.scale, 0, 0, 1 / place.scale, 0, 0]));
  return pattern;
}
