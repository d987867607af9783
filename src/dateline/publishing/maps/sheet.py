"""What every map in a file of its own shares: its style, the words around the drawing, its text alternative."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dateline.publishing.maps.labels import Label
from dateline.publishing.maps.plane import WIDTH, ruler

#: Colours that the three common kinds of colour blindness tell apart (Okabe and Ito): gained is orange and plain, lost
#: is blue and striped. By name: light, dark. A page that shows the map may set --map-NAME itself.
COLOURS = {
    "paper": ("#fbfaf7", "#15171a"), "ground": ("#e4ebf0", "#101316"), "land": ("#fbfaf7", "#23272c"),
    "border": ("#8d949c", "#6b737c"), "ink": ("#1c1f23", "#f2f0ec"), "soft": ("#50565e", "#aab1ba"),
    "held": ("#c9b8ae", "#5d4c44"), "front": ("#5b3a2a", "#d9b7a4"), "gained": ("#d55e00", "#ff8f3d"),
    "lost": ("#0072b2", "#56b4e9"),
}  # fmt: skip
SIZE = 11.0
_LINE = 15.0
_PAD = 8.0


@dataclass(frozen=True, slots=True)
class Words:
    """Title and what is below it; the key as (class of the swatch, words); notes under the map. `told` stands for
    the picture where it is not seen."""

    title: str
    under: str
    key: Sequence[tuple[str, str]]
    notes: Sequence[str]
    told: str


def style(*extra: str) -> str:
    """Variables with the light colours to fall back on, dark ones where the reader's screen is dark."""
    light = "".join(f"--l-{name}:var(--map-{name},{colour})" + ";" for name, (colour, _) in COLOURS.items())
    dark = "".join(f"--l-{name}:var(--map-{name},{colour})" + ";" for name, (_, colour) in COLOURS.items())
    filled = "".join(
        f".m-{name}{{fill:var(--l-{name},{COLOURS[name][0]})}}" for name in COLOURS if name not in ("border", "front")
    )
    return (
        f"<style>.dl-map{{{light}}}@media (prefers-color-scheme:dark){{.dl-map{{{dark}}}}}"
        f"@media print{{.dl-map{{{light}}}}}{filled}"
        f".m-border{{stroke:var(--l-border,{COLOURS['border'][0]})}}.m-front{{stroke:var(--l-front,{COLOURS['front'][0]})}}"
        f".m-line{{stroke:var(--l-lost,{COLOURS['lost'][0]})}}.m-rule{{stroke:var(--l-ink,{COLOURS['ink'][0]})}}"
        f".m-halo{{stroke:var(--l-land,{COLOURS['land'][0]});paint-order:stroke}}{''.join(extra)}</style>"
    )


def assemble(words: Words, drawing: str, defs: str, height: float, *extra: str) -> str:
    """The whole file: words above, the drawing of `height` units, key and notes below."""
    heading, top = _heading(words)
    key, low = _key(words.key, top + height + _PAD)
    notes, bottom = _lines(words.notes, low + 2, SIZE - 1.5, "m-soft")
    tall = bottom + _PAD
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="dl-map" viewBox="0 0 {WIDTH:g} {tall:.0f}" role="img" '
        f'aria-labelledby="map-t map-d" font-family="system-ui,Segoe UI,Roboto,Liberation Sans,sans-serif" '
        f'font-size="{SIZE:g}"><title id="map-t">{escape(words.title)}</title>'
        f'<desc id="map-d">{escape(words.told)}</desc>{style(*extra)}'
        f'<defs><clipPath id="map-c"><path d="M0 0H{WIDTH:g}V{height:.1f}H0z"/></clipPath>{STRIPES}{defs}</defs>'
        f'<path class="m-paper" fill="{COLOURS["paper"][0]}" d="M0 0H{WIDTH:g}V{tall:.0f}H0z"/>{heading}'
        f'<g transform="translate(0 {top:.1f})" clip-path="url(#map-c)">'
        f'<path class="m-ground" fill="{COLOURS["ground"][0]}" d="M0 0H{WIDTH:g}V{height:.1f}H0z"/>{drawing}</g>'
        f"{key}{notes}</svg>\n"
    )


#: Stripes for lost ground, on a tint of the same colour.
STRIPES = (
    '<pattern id="map-s" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<path class="m-lost" fill="{COLOURS["lost"][0]}" fill-opacity=".45" d="M0 0h4v4H0z"/>'
    f'<path class="m-line" stroke="{COLOURS["lost"][0]}" stroke-width="1.7" d="M2 0v4"/></pattern>'
)


def names(labels: Sequence[Label], size: float) -> str:
    """Dots and names with a halo."""
    ink, land = COLOURS["ink"][0], COLOURS["land"][0]
    dots = "".join(
        f"M{x - 1.6:.1f} {y:.1f}a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0z" for x, y in (n.dot for n in labels)
    )
    texts = "".join(
        f'<text x="{n.x:.1f}" y="{n.y:.1f}"' + (f' text-anchor="{n.anchor}"' if n.anchor != "start" else "")
        + f">{escape(n.name)}</text>" for n in labels
    )  # fmt: skip
    return (
        f'<path class="m-ink" fill="{ink}" d="{dots}"/><g class="m-ink m-halo" fill="{ink}" stroke="{land}" '
        f'stroke-width="2.4" stroke-linejoin="round" font-size="{size:g}">{texts}</g>'
    )


def titles(labels: Sequence[Label], size: float) -> str:
    """Names of regions, fainter than those of towns and without a dot."""
    texts = "".join(f'<text x="{n.x:.1f}" y="{n.y:.1f}">{escape(n.name)}</text>' for n in labels)
    return (
        f'<g class="m-soft m-halo" fill="{COLOURS["soft"][0]}" stroke="{COLOURS["land"][0]}" stroke-width="2" '
        f'font-size="{size:g}" font-style="italic" text-anchor="middle">{texts}</g>'
    )


def scale_bar(metres: float, height: float) -> tuple[str, tuple[float, float, float, float]]:
    """A bar with its length, low on the left, and the box that it takes."""
    km, length = ruler(metres)
    x, y = _PAD, height - _PAD
    ink, land = COLOURS["ink"][0], COLOURS["land"][0]
    drawn = (
        f'<path class="m-rule" stroke="{ink}" stroke-width="1.4" fill="none" '
        f'd="M{x:g} {y - 4:.1f}V{y:.1f}H{x + length:.1f}V{y - 4:.1f}"/>'
        f'<text class="m-ink m-halo" fill="{ink}" stroke="{land}" stroke-width="2.4" x="{x:g}" y="{y - 7:.1f}">'
        f"{km} km</text>"
    )
    return drawn, (0, y - 7 - SIZE, x + length + 2, height)


def _heading(words: Words) -> tuple[str, float]:
    title, low = _lines([words.title], _PAD, 15.0, "m-ink", weight=' font-weight="700"')
    under, low = _lines([words.under], low, SIZE, "m-soft")
    return title + under, low + _PAD


def _key(key: Sequence[tuple[str, str]], top: float) -> tuple[str, float]:
    drawn, y = [], top
    border = COLOURS["front"][0]
    for name, text in key:
        fill = "url(#map-s)" if name == "lost" else COLOURS[name][0]
        kind = "" if name == "lost" else f"m-{name} "
        drawn.append(
            f'<path class="{kind}m-front" fill="{fill}" stroke="{border}" stroke-width=".6" '
            f'd="M{_PAD:g} {y + 2:.1f}h18v10h-18z"/>'
        )
        lines, y = _lines([text], y, SIZE, "m-ink", left=_PAD + 25)
        drawn.append(lines)
    return "".join(drawn), y


def _lines(
    texts: Sequence[str], top: float, size: float, name: str, weight: str = "", left: float = _PAD
) -> tuple[str, float]:
    """Paragraphs broken to fit; gives them and where they end."""
    letters = int((WIDTH - left - _PAD) / (size * 0.545))
    drawn, y, step = [], top, size * _LINE / SIZE
    for text in texts:
        for line in textwrap.wrap(text, letters, break_on_hyphens=False):
            drawn.append(f'<tspan x="{left:g}" y="{y + size:.1f}">{escape(line)}</tspan>')
            y += step
        y += 2
    return f'<text class="{name}" fill="{COLOURS[name[2:]][0]}" font-size="{size:g}"{weight}>{"".join(drawn)}</text>', y
