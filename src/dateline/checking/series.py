"""The series that a card draws: like periods around the claimed one, which is lit; at most 40 points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from dateline.checking.context import CheckContext
from dateline.checking.resolve import question, rate_days, scale
from dateline.checking.tracks import Track, tracks, units
from dateline.ledgers import MEASURES
from dateline.records.claim import Claim
from dateline.records.period import Period
from dateline.records.place import Place
from dateline.records.series import Point, Series

MOST_POINTS = 40
_BEFORE_MONTHS, _AFTER_MONTHS = 11, 2
_BEFORE_NIGHTS, _AFTER_NIGHTS = 24, 5


def series_around(claim: Claim, context: CheckContext) -> Series | None:
    """Months around a longer period, nights around a single one."""
    if claim.period is None or claim.measure is None:
        return None
    found = [t for t in tracks(question(claim, context), context.ledgers) if t.basis == "computed"] or list(
        tracks(question(claim, context), context.ledgers)
    )[-1:]
    if not found:
        return None
    own = claim.period
    nights = own.days <= 7 and claim.measure.startswith("strikes")
    before, after = (_BEFORE_NIGHTS, _AFTER_NIGHTS) if nights else (31 * _BEFORE_MONTHS, 31 * _AFTER_MONTHS)
    start = own.start - timedelta(days=before)
    if not nights:
        start = start.replace(day=1)
    last = max(own.last, min(own.last + timedelta(days=after), context.visible))
    if max(start, found[0].first) > last:
        return None  # a published total from before the series begins
    shown = Period.through(max(start, found[0].first), last)
    return series_of(claim, context, Drawn(found[0], own, shown, "night" if nights else "month", claim.frame == "rate"))


def by_region(claim: Claim, context: CheckContext) -> Series | None:
    """The claimed measure over the claimed period in every region, in km2, the region asked about lit; None for what is
    not ground, and where no map-maker's record holds the period."""
    own = claim.period
    if own is None or not (claim.measure or "").startswith("territory."):
        return None
    asked, points, producer = question(claim, context), [], ""
    for region in context.ledgers.territory.regions if context.ledgers.available("territory") else ():
        place = Place(region, region, "region")
        found = [t for t in tracks(replace(asked, place=place), context.ledgers) if t.basis == "computed"]
        value = found[0].value(own) if found and found[0].first <= own.start <= found[0].last else None
        if value is not None:
            producer = found[0].producer
            lit = claim.place is not None and claim.place.id == region
            flags = ("partial",) if own.last > min(context.visible, found[0].last) else ()
            points.append(Point(own.start, own.last, value[0], flags, lit, region))
    info = MEASURES[claim.measure or ""]
    return Series(claim.measure or "", info.unit, tuple(points), info.name, producer) if points else None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What to draw: a track's periods of `granularity` over `shown`, those of `own` lit, per day with `rate`."""

    track: Track
    own: Period
    shown: Period
    granularity: str
    rate: bool


def series_of(claim: Claim, context: CheckContext, drawn: Drawn) -> Series | None:
    """The series, None where it would have no points."""
    info, own = MEASURES[claim.measure or ""], drawn.own
    step = "night" if drawn.granularity == "span" else drawn.granularity
    others = units(step, drawn.shown.start, min(drawn.shown.last, context.visible), own)
    periods = sorted([*others, *_own(own, step)], key=lambda p: p.start)
    if not periods:
        return None
    lit = next((n for n, p in enumerate(periods) if p.overlaps(own)), len(periods) - 1)
    start = max(0, min(lit - MOST_POINTS + 8, len(periods) - MOST_POINTS))
    points = tuple(_point(drawn.track, p, own, drawn.rate, context) for p in periods[start : start + MOST_POINTS])
    unit = f"{info.unit}/day" if drawn.rate else info.unit
    weapon = claim.dimensions.get("weapon")
    title = f"{info.name}: {context.ledgers.weapons.name(weapon)}" if weapon else info.name
    return Series(claim.measure or "", unit, points, title, drawn.track.producer, _claimed(claim, drawn.rate))


def _own(own: Period, granularity: str) -> list[Period]:
    if granularity == "night":
        return [Period.of_day(own.start + timedelta(days=n)) for n in range(min(own.days, MOST_POINTS))]
    if granularity == "month" and own.days > 31:
        start = own.start.replace(day=1)
        return list(units("month", start, own.last, Period.of_day(start - timedelta(days=1))))
    return [own]


def _point(track: Track, period: Period, own: Period, rate: bool, context: CheckContext) -> Point:
    found = track.value(period)
    value = None if found is None else found[0] / found[1] if rate else found[0]
    flags = ("gap",) if value is None else ("partial",) if period.last > context.visible else ()
    return Point(period.start, period.last, value, flags, period.overlaps(own))


def _claimed(claim: Claim, rate: bool) -> float | None:
    if claim.value is None or claim.frame not in ("level", "rate") or claim.unit == "%":
        return None
    if claim.frame == "rate":
        return claim.value * scale(claim) / rate_days(claim) if rate else None
    return claim.value * scale(claim)
