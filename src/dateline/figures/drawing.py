"""Which chart a figure has: by the form that was asked for, and by what its parts are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.figures.shape import Figure
from dateline.publishing import charts
from dateline.records.series import Point, Series
from dateline.theatres import loader


def chart(figure: Figure, name: str = "figure") -> str:
    """An SVG that stands alone, empty where the figure has nothing to draw."""
    series = figure.series
    if figure.rivals:
        shown = replace(series, points=figure.rivals)
        return charts.draw(shown, name, standalone=True, frame="record", lowest="--lowest" in figure.query)
    if not series.points and figure.form == "share" and figure.value is not None:
        title = f"{series.title}, share, {figure.period}"
        return charts.share(figure.value, title, name, standalone=True)
    if figure.form == "amount" and _by_weapon(figure):
        return charts.parts(replace(series, points=_apart(series, _parents(series))), name, standalone=True)
    return charts.draw(series, name, standalone=True)


def _by_weapon(figure: Figure) -> bool:
    labels = [point.label for point in figure.series.points]
    return bool(labels) and "--by weapon" in figure.query


def _parents(series: Series) -> Mapping[str, str]:
    """Weapon to the kind above it, of the theatre that knows them all."""
    labels = {point.label for point in series.points}
    for theatre in map(loader.load, loader.installed()):
        if labels <= set(theatre.weapons):
            return {weapon.id: weapon.parent for weapon in theatre.weapons.values()}
    return {}


def _apart(series: Series, parents: Mapping[str, str]) -> tuple[Point, ...]:
    """Parts that do not overlap: the kinds below each head of the taxonomy, and what of the head is in none of them."""
    points = {point.label: point for point in series.points}
    found: list[Point] = []
    for label, point in points.items():
        if parents.get(label, "") in points:
            continue
        below = [p for name, p in points.items() if parents.get(name, "") == label]
        rest = (point.value or 0.0) - sum(p.value or 0.0 for p in below)
        found += below
        if not below:
            found.append(point)
        elif rest > 0:
            found.append(replace(point, label=f"other {label}", value=rest))
    return tuple(found)
