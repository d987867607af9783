"""Superlatives: extreme, rank and first_since, sought among the like periods of a window.

They hold only where every period of the window is covered; a counter-example suffices against them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, unanswered
from dateline.checking.frames.margins import margin_of
from dateline.checking.phrases import dated, plain
from dateline.checking.policy import Weighed
from dateline.checking.resolve import command, question
from dateline.checking.series import Drawn, series_of
from dateline.checking.tracks import Track, tracks, units
from dateline.records.claim import Claim
from dateline.records.finding import Reading, Reason
from dateline.records.period import Period

#: "Some of the largest" is among so many.
TOP = 5
#: The last month before the report, where the text gives a record no date of its own.
RECENT_DAYS = 31
#: Above this share of the window without an answer, nothing is said of it.
MISSING = 1 / 3
#: Values this near count as a tie with the period named.
TIE = 0.02
#: A rank is off by places, not by a share: between the margins of maps and of counts.
_RANK_DISTANCE = 0.3


@dataclass(frozen=True, slots=True)
class _Contest:
    """The claim's own period against its rivals, on one track. `score` is signed so that larger is more extreme."""

    track: Track
    own: Period
    score: float
    shown: float
    rivals: tuple[tuple[Period, float], ...]
    missing: float
    named: float | None


def weigh_superlative(claim: Claim, context: CheckContext) -> Evidence:
    """Look for a period in the window that beats the claim's own."""
    granularity = _granularity(claim)
    if granularity is None:
        return unanswered("ambiguous_period", "the period that set the record")
    asked = question(claim, context, claim.period or _recent(context))
    if claim.measure is not None and claim.measure.startswith("strikes") and _placed(claim, context):
        return unanswered("no_ledger", "a strike ledger for the place named")
    found = tracks(asked, context.ledgers)
    if not found:
        return unanswered("no_ledger", f"a ledger for {claim.measure}")
    window = _window(claim, context)
    if window is None:
        return unanswered("ambiguous_period", "the window in which the record was sought")
    if _outside(claim, window):
        return unanswered("ambiguous_period", f"the window of the record: {claim.period} is not within {window}")
    weighed, contests = [], []
    for track in found:
        contest = _contest(claim, context, track, window, granularity)
        if contest is not None:
            contests.append(contest)
            weighed.append(_weighed(claim, context, contest, window))
    if not contests:
        return unanswered("out_of_coverage", "figures for the period that the text calls a record")
    if all(c.missing > MISSING and w.reading.within for c, w in zip(contests, weighed, strict=True)):
        return unanswered("out_of_coverage", f"figures for the whole of {window}")
    kept = [w for c, w in zip(contests, weighed, strict=True) if not (c.missing > MISSING and w.reading.within)]
    own = contests[0].own
    lasting = Period(max(window.start, contests[0].track.first), max(window.stop, own.stop))
    return Evidence(
        tuple(kept), claim.unit, None, coverage=None, whole=True, margin=margin_of(claim, context),
        sources=tuple(dict.fromkeys(s for c in contests for s in c.track.sources))[:6],
        query=command(claim, context, own, *_options(claim, lasting)),
        series=series_of(claim, context, Drawn(contests[0].track, own, lasting, granularity, _rate(claim))),
    )  # fmt: skip


def _options(claim: Claim, window: Period) -> tuple[str, ...]:
    """What `dateline figure` is told so that it seeks the period's place among those of the window."""
    lowest = ("--lowest",) if claim.dimensions.get("direction") == "min" else ()
    return (
        "--as",
        "rank",
        "--among",
        f"{window.start}/{window.last}",
        *lowest,
        *(("--per", "day") if _rate(claim) else ()),
    )


def _placed(claim: Claim, context: CheckContext) -> bool:
    return claim.place is not None and claim.place.id != context.country


def _rate(claim: Claim) -> bool:
    return claim.dimensions.get("pace") == "rate"


def _granularity(claim: Claim) -> str | None:
    stated = claim.dimensions.get("granularity")
    if stated is None and claim.period is not None:
        stated = claim.period.granularity
    if stated is None:
        return "night" if (claim.measure or "").startswith("strikes") else None
    weekly = claim.period is not None and claim.period.granularity == "week"
    if stated == "span" and weekly:
        return None  # a barrage of some nights of that week: which ones, the text does not say
    if stated in ("raid", "day", "night") and claim.period is not None and 1 < claim.period.days <= 7 and not weekly:
        return "span"
    return {"raid": "night", "day": "night"}.get(stated, stated)


def _recent(context: CheckContext) -> Period:
    return Period.through(context.report_date - timedelta(days=RECENT_DAYS - 1), context.report_date)


def _window(claim: Claim, context: CheckContext) -> Period | None:
    """The days among which the record is sought, up to the report at the latest."""
    last = context.report_date
    if claim.baseline is None:
        war = context.ledgers.calendar.war() if context.ledgers.available("calendar") else None
        return Period.through(war.start, last) if war is not None and war.start <= last else None
    period = claim.baseline.period
    if claim.baseline.kind == "since":
        return Period.through(period.start, last) if period.start <= last else None
    end = min(period.last, last)
    return Period.through(period.start, end) if period.start <= end else None


def _outside(claim: Claim, window: Period) -> bool:
    """Whether the period lies apart from the window named: the text then speaks of another, as "this month" of the
    month it tells of. A night may bear either of its days."""
    period = claim.period
    if period is None or claim.baseline is None:
        return False
    if claim.baseline.kind == "since":
        return period.stop <= claim.baseline.period.start
    return period.stop + timedelta(days=1) <= window.start or period.start >= window.stop


def _contest(claim: Claim, context: CheckContext, track: Track, window: Period, granularity: str) -> _Contest | None:
    sign = -1.0 if claim.dimensions.get("direction") == "min" else 1.0
    own = _own(claim, context, track, granularity, sign)
    if own is None:
        return None
    period, value = own
    end = min(window.last, context.visible)
    first = window.start
    since = claim.baseline.period if claim.baseline is not None and claim.baseline.kind == "since" else None
    rivals, absent, count = [], 0, 0
    named: list[float] = []
    for unit in units(granularity, first, end, period):
        if since is not None and unit.start >= period.stop:
            continue
        count += 1
        score = _score(claim, track, unit, sign)
        if score is None:
            absent += not (granularity == "night" and track.first <= unit.start <= track.last)
        elif since is not None and unit.start < since.stop:
            named.append(score)
        else:
            rivals.append((unit, score))
    if since is not None:
        rivals = [(unit, score) for unit, score in rivals if unit.start >= since.stop]
    missing = absent / count if count else float(window.start < track.first)
    return _Contest(track, period, value, sign * value, tuple(rivals), missing, max(named) if named else None)


def _own(
    claim: Claim, context: CheckContext, track: Track, granularity: str, sign: float
) -> tuple[Period, float] | None:
    """The claim's own period with its score; the best recent one where the text gives no date; a night named by one
    date may be the one that begins on it."""
    if claim.period is None or (granularity == "night" and claim.period.days > 1):
        recent = claim.period or _recent(context)
        none = Period.of_day(date.min)
        found = [(u, s) for u in units(granularity, recent.start, recent.last, none)
                 if (s := _score(claim, track, u, sign)) is not None]  # fmt: skip
        return max(found, key=lambda pair: pair[1], default=None)
    nights = [claim.period]
    if granularity == "night" and claim.period.granularity == "night" and claim.period.start < context.visible:
        nights.append(claim.period.moved(1, 1))
    scored = [(p, s) for p in nights if (s := _score(claim, track, p, sign)) is not None]
    return max(scored, key=lambda pair: pair[1], default=None)


def _score(claim: Claim, track: Track, period: Period, sign: float) -> float | None:
    found = track.value(period)
    if found is None:
        return None
    return sign * (found[0] / found[1] if _rate(claim) else found[0])


def _weighed(claim: Claim, context: CheckContext, contest: _Contest, window: Period) -> Weighed:
    if claim.frame == "rank":
        within, words, departs, distance = _ranked(claim, contest)
    elif claim.frame == "first_since" and claim.value is not None:
        within, words, departs, distance = _first(claim, contest)
    else:
        within, words, departs, distance = _extreme(claim, contest)
    if within and (contest.missing > 0 or window.start < contest.track.first):
        departs = (*departs, "coverage")
        words = f"{words}; the ledger starts {contest.track.first}" if window.start < contest.track.first else words
    track, producers = contest.track, context.ledgers.producers
    declared = producers[track.producer]
    named = claim.attribution.producer if claim.attribution else None
    reading = Reading(
        track.producer, track.definition + (", a day" if _rate(claim) else ""), contest.own, context.visible,
        "inferred", contest.shown, within, producers.independent(track.producer, named), words,
        "recorded" if track.basis == "recorded" else "computed", declared.standing, declared.bound,
        (*track.departs, *departs), 1 + len(contest.rivals),
    )  # fmt: skip
    return Weighed(reading, producers.root(track.producer), distance)


def _extreme(claim: Claim, contest: _Contest) -> tuple[bool, str, tuple[Reason, ...], float]:
    slack = 1e-9 * abs(contest.score)
    beating = [(unit, score) for unit, score in contest.rivals if score > contest.score + slack]
    equal = [unit for unit, score in contest.rivals if abs(score - contest.score) < 1e-9]
    if beating:
        unit, score = max(beating, key=lambda pair: pair[1])
        size = max(abs(score), abs(contest.score), 1e-9)
        return False, f"{plain(abs(score))} {dated(unit)}", (), abs(score - contest.score) / size
    if equal:
        return True, f"equal to that {dated(equal[-1])}", ("tie",), 0.0
    words = f"{plain(contest.shown)}; next {_next(contest.rivals)}" if contest.rivals else plain(contest.shown)
    if contest.named is not None and contest.named < contest.score:
        close = abs(contest.score - contest.named) <= TIE * abs(contest.score)
        words = f"{words}; the period named has {plain(abs(contest.named))}, so it is beaten too"
        return True, words, ("tie",) if close else (), 0.0
    return True, words, (), 0.0


def _ranked(claim: Claim, contest: _Contest) -> tuple[bool, str, tuple[Reason, ...], float]:
    place = 1 + sum(score > contest.score for _, score in contest.rivals)
    words = f"number {place} with {plain(contest.shown)}; {_next(contest.rivals)}"
    if claim.value is None:
        return place <= TOP, words, (), _RANK_DISTANCE
    within = place <= claim.value if claim.comparator in ("le", "lt") else place == claim.value
    return within, words, (), 0.0 if within else _RANK_DISTANCE


def _first(claim: Claim, contest: _Contest) -> tuple[bool, str, tuple[Reason, ...], float]:
    """The first period since the one named in which the measure lies where the text says (below nought, say)."""
    limit, below = claim.value or 0.0, claim.comparator in ("lt", "le")
    sign = -1.0 if claim.dimensions.get("direction") == "min" else 1.0

    def lies(score: float) -> bool:
        return sign * score < limit if below else sign * score > limit

    earlier = [unit for unit, score in contest.rivals if unit.start < contest.own.start and lies(score)]
    if not lies(contest.score):
        return False, f"{plain(contest.shown)} {dated(contest.own)}", (), 1.0 if contest.shown else 0.0
    if earlier:
        return False, f"also {dated(earlier[-1])}", (), _RANK_DISTANCE
    return True, f"{plain(contest.shown)}; none before in the window", (), 0.0


def _next(rivals: Iterable[tuple[Period, float]]) -> str:
    unit, score = max(rivals, key=lambda pair: pair[1], default=(None, 0.0))
    return f"{plain(abs(score))} {dated(unit)}" if unit is not None else "no other"
