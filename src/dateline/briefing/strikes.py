"""The section on drones and missiles: how many, of which kinds, how many were stopped, the heaviest night."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from dateline.briefing.asking import Desk, credit, day, inside, listed, trailing
from dateline.briefing.draft import Picture, Section, Sentence, Stated, said
from dateline.figures import Figure
from dateline.publishing import charts
from dateline.records.series import Point

_LAUNCHED, _STOPPED = "strikes.launched", "strikes.intercepted"
_WHAT = "drones and missiles"
_BARS = 13


def section(desk: Desk) -> Section | None:
    """The section, None where the theatre has no bulletins of strikes."""
    if not desk.ledgers.available("strikes"):
        return None
    total = launched(desk)
    if total is None:
        return Section("Strikes", (said("The bulletins in the ledger do not cover this period."),))
    made = [first(desk, total, f", {credit(desk.producer(total))}"), *_kinds(desk, total), *_compared(desk, total)]
    made += [*_heaviest(desk, total), *_share(desk), *_flags(total)]
    sources = tuple((s.title, s.url) for s in total.sources[-1:])
    return Section("Strikes", tuple(made), tuple(_pictures(desk)), sources)


def launched(desk: Desk) -> Figure | None:
    """All that was launched in the whole period, None where the ledger does not reach over it."""
    if not desk.ledgers.available("strikes"):
        return None
    total = desk.ask(_LAUNCHED)
    if total is None or not total.value or any(f.startswith(("partial", "stale")) for f in total.flags):
        return None
    return total


def first(desk: Desk, total: Figure, ending: str) -> Sentence:
    return said(f"{desk.when}, {_side(desk)} launched {{}} at {desk.theatre.country.name}{ending}.",
                _count(total, total.value or 0.0, _WHAT), about="how much was launched")  # fmt: skip


def _kinds(desk: Desk, total: Figure) -> Iterator[Sentence]:
    """Each kind at the head of the taxonomy, and the kinds of missile below it."""
    who, country = _plain(desk, total), desk.theatre.country.name
    weapons = list(desk.theatre.weapons.values())
    roots = {w.id for w in weapons if not w.parent}
    found = {w: _of(desk, w.id) for w in weapons if w.id in roots or (w.parent in roots and "missile" in w.name)}
    counts = {w: f for w, f in found.items() if f is not None and f.value and 1 < f.value < (total.value or 0.0)}
    for heads in (True, False):
        figures = [_count(f, f.value or 0.0, f"{w.name}s") for w, f in counts.items() if (w.id in roots) is heads]
        if not figures:
            continue
        words = listed(["{}"] * len(figures))
        yield said(f"{desk.when}, {_side(desk)} launched {words} at {country}, {who}.", *figures,
                   about="the kinds of drones and missiles")  # fmt: skip


def _of(desk: Desk, weapon: str) -> Figure | None:
    return desk.ask(_LAUNCHED, where={"weapon": weapon})


def _compared(desk: Desk, total: Figure) -> Iterator[Sentence]:
    than = desk.before
    found = desk.ask(_LAUNCHED, form="change", into="percent", than=than)
    change = found.change if found is not None else None
    if found is None or change is None or change.percent is None or abs(change.percent) < 0.5:
        return
    word = "more" if change.percent > 0 else "fewer"
    figure = Stated(f"{abs(change.percent):,.0f} percent {word} {_WHAT}", _LAUNCHED, change.percent, found.query)
    yield said(
        f"{desk.when}, {_side(desk)} launched {{}} at {desk.theatre.country.name} than {inside(than)}, "
        f"{_plain(desk, total)}.", figure, about="the change against the period before", opens=True,
    )  # fmt: skip


def _heaviest(desk: Desk, total: Figure) -> Iterator[Sentence]:
    nights = desk.ask(_LAUNCHED, by="day")
    points = [p for p in nights.series.points if p.value] if nights is not None else []
    if len(points) < 2:
        return
    most = max(points, key=lambda p: p.value or 0.0)
    one = desk.ask(_LAUNCHED, replace(desk.period, start=most.start, stop=most.start + timedelta(days=1)))
    if one is None or one.value is None or sum(p.value == most.value for p in points) > 1:
        return
    night = f"{(most.start - timedelta(days=1)).day}-{day(most.start)}"
    if most.start.day == 1:
        night = f"{day(most.start - timedelta(days=1), year=most.start.month == 1)} to {day(most.start)}"
    yield said(
        f"The heaviest night was the one that ended on {day(most.start)}. On the night of {night}, {_side(desk)} "
        f"launched {{}} at {desk.theatre.country.name}, {_plain(desk, total)}.",
        _count(one, one.value, _WHAT), about="the heaviest night", opens=True,
    )  # fmt: skip


def _share(desk: Desk) -> Iterator[Sentence]:
    found = desk.ask(_STOPPED, form="share", of="launched")
    if found is None:
        return
    if any(flag.startswith("definition-break") for flag in found.flags) or found.value is None:
        yield said("What counts as stopped changed during this time, so no share is given for the whole of it.",
                   opens=True)  # fmt: skip
        return
    producer = desk.producer(found)
    broken = producer.lost_within_intercepted
    with_lost = broken is not None and desk.period.start >= broken
    figure = Stated(f"{found.value:.1f} percent of the {_WHAT}", _STOPPED, found.value, found.query)
    yield said(
        f"{desk.when}, {desk.theatre.defender.names[0]} shot down {'or suppressed ' if with_lost else ''}{{}} "
        f"launched at it, {_plain(desk, found)}.", figure, about="the share that was stopped", opens=True,
    )  # fmt: skip


def _flags(total: Figure) -> Iterator[Sentence]:
    if any(flag.startswith("gap") for flag in total.flags):
        yield said("For some nights there is no bulletin: nothing flew, or none was kept.", opens=True)


def _pictures(desk: Desk) -> Iterator[Picture]:
    stretch, by = trailing(desk.period, _BARS)
    layers = {}
    for weapon in (w for w in desk.theatre.weapons.values() if not w.parent):
        found = desk.ask(_LAUNCHED, stretch, by=by, where={"weapon": weapon.id})
        if found is not None and any(p.value for p in found.series.points):
            points = tuple(_lit(p, desk) for p in found.series.points)
            layers[f"{weapon.name}s"] = replace(found.series, points=points)
    svg = charts.layered(layers, "brief-strikes", standalone=True)
    if svg:
        yield Picture("strikes", f"Launched, by {by} and kind", svg)
    share = desk.ask(_STOPPED, form="share", of="launched")
    if share is not None and share.value is not None:
        svg = charts.share(share.value, "Shot down or suppressed, of all launched", "brief-share", standalone=True)
        yield Picture("share", "The share that was stopped", svg)


def _lit(point: Point, desk: Desk) -> Point:
    return replace(point, lit=point.start == desk.period.start)


def _count(figure: Figure, value: float, what: str) -> Stated:
    return Stated(f"{value:,.0f} {what}", figure.measure, value, figure.query)


def _side(desk: Desk) -> str:
    return desk.theatre.attacker.names[0]


def _plain(desk: Desk, figure: Figure) -> str:
    """The credit of a sentence after the one that said whose side the producer is on."""
    return f"according to {desk.producer(figure).name}"
