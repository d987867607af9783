"""Which chart a figure has: by the form that was asked for, and by what its parts are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.figures.shape import Figure
from dateline.publishing import charts
from dateline.records.series import Point, Series
from dateline.theatres import loader
from dateline.theatres.loader import Weapon


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
        return charts.parts(replace(series, points=_apart(series, _weapons(series))), name, standalone=True)
    return charts.draw(series, name, standalone=True)


def _by_weapon(figure: Figure) -> bool:
    return "--by weapon" in figure.query and any(point.label for point in figure.series.points)


def _weapons(series: Series) -> Mapping[str, Weapon]:
    """The weapons of the theatre that knows all of the parts."""
    labels = {point.label for point in series.points}
    theatres = map(loader.load, loader.installed())
    return next((theatre.weapons for theatre in theatres if labels <= set(theatre.weapons)), {})


def _apart(series: Series, weapons: Mapping[str, Weapon]) -> tuple[Point, ...]:
    """Parts that do not overlap, by name: the kinds below each head of the taxonomy, and what of the head is in none
    of them."""
    points = {point.label: point for point in series.points}
    above = {label: weapons[label].parent if label in weapons else "" for label in points}
    name = {label: weapons[label].name if label in weapons else label for label in points}
    found: list[Point] = []
    for label, point in points.items():
        if above[label] in points:
            continue
        below = [replace(p, label=name[key]) for key, p in points.items() if above[key] == label]
        rest = (point.value or 0.0) - sum(p.value or 0.0 for p in below)
        found += below
        if not below:
            found.append(replace(point, label=name[label]))
        elif rest > 0:
            found.append(replace(point, label=f"other {name[label]}", value=rest))
    return tuple(found)
