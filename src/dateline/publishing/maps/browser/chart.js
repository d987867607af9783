// The map itself: MapLibre with our own regions and towns on a plain ground, and the canvas with the held ground.
import { mercator, paint } from "./paint.js";

const DOT = "dot ";
const TILE = 512;
const LEAST_PIXELS = 0.5;
const MOST_PIXELS = 2;

/** Units of a path to the width of the world: at every zoom a float of 32 bits keeps a tenth of a pixel. */
export const UNITS = 2 ** 22;

/** Puts a map into `element`: the ground on a canvas below, borders and names by MapLibre above it, so that another day
    is painted without the map being drawn again. `named` is called once the names are there. */
export function chart(library, element, { regions, towns, bounds, view, colours, still, named }) {
  let shades = colours();
  const map = new library.Map({
    container: element,
    style: style(regions, towns, shades),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    minZoom: 3,
    maxZoom: 14,
    renderWorldCopies: false,
    fadeDuration: 0,
    reduceMotion: still,
    ...(view ? { zoom: view[0], center: [view[2], view[1]] } : { bounds, fitBoundsOptions: { padding: 16 } }),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new library.ScaleControl({ maxWidth: 120 }), "bottom-left");
  map.setMissingStyleImageResolver((id) => { map.addImage(id, dot(id.slice(DOT.length)), { pixelRatio: 2 }); });
  const canvas = document.createElement("canvas");
  canvas.className = "ground";
  map.getCanvasContainer().prepend(canvas);
  map.once("idle", named);
  return {
    map,
    /** Units that are less than a pixel at this zoom. */
    least: () => (UNITS / (TILE * 2 ** Math.ceil(map.getZoom()))) * LEAST_PIXELS,
    /** Paints the paths (see paint.js) as the map lies now. */
    draw(paths, origin) {
      const unit = Math.min(MOST_PIXELS, globalThis.devicePixelRatio || 1);
      const [wide, high] = [element.clientWidth, element.clientHeight];
      const [width, height] = [Math.round(wide * unit), Math.round(high * unit)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const { lng, lat } = map.getCenter();
      const [x, y] = mercator(lng, lat);
      const scale = TILE * 2 ** map.getZoom() * unit;
      const place = {
        scale: scale / UNITS,
        x: (origin[0] - x) * scale + width / 2,
        y: (origin[1] - y) * scale + height / 2,
      };
      paint(canvas, paths, place, unit, shades);
    },
    /** Takes the page's colours again. */
    recolour() {
      shades = colours();
      for (const layer of style(regions, towns, shades).layers) {
        for (const [name, value] of Object.entries(layer.paint)) map.setPaintProperty(layer.id, name, value);
        if (layer.layout) map.setLayoutProperty(layer.id, "icon-image", layer.layout["icon-image"]);
      }
    },
  };
}

/** A town's dot in a colour. */
function dot(colour) {
  const size = 12;
  const tile = document.createElement("canvas");
  [tile.width, tile.height] = [size, size];
  const ink = tile.getContext("2d", { willReadFrequently: true });
  ink.fillStyle = colour;
  ink.arc(size / 2, size / 2, size / 3, 0, 2 * Math.PI);
  ink.fill();
  return ink.getImageData(0, 0, size, size);
}

/** No tiles and no fonts from anywhere: two sources of our own, letters from the fonts of this machine. */
function style(regions, towns, colours) {
  return {
    version: 8,
    sources: { regions: { type: "geojson", data: regions }, towns: { type: "geojson", data: towns } },
    layers: [
      { id: "borders", type: "line", source: "regions", paint: { "line-color": colours.border, "line-width": 1 } },
      {
        id: "towns", type: "symbol", source: "towns",
        layout: {
          "text-field": ["get", "name"],
          "text-font": ["sans-serif"],
          "icon-image": DOT + colours.ink,
          "text-size": ["interpolate", ["linear"], ["get", "size"], 3, 12, 6.5, 15],
          "symbol-sort-key": ["-", ["get", "size"]],
          "text-variable-anchor": ["left", "right", "top", "bottom"],
          "text-radial-offset": 0.2,
          "text-padding": 7,
          "text-justify": "auto",
        },
        paint: { "text-color": colours.ink, "text-halo-color": colours.land, "text-halo-width": 1.6 },
      },
    ],
  };
}
