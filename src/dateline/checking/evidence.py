"""Evidence: the readings of one claim with what the policy and the card need besides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.checking.answers import Answer, Answers
from dateline.checking.asking.brought import BROUGHT
from dateline.checking.asking.tolls import RECKONED
from dateline.checking.commands import MOVED, Command
from dateline.checking.context import CheckContext
from dateline.checking.phrases import plain
from dateline.checking.policy import Relation, Weighed
from dateline.checking.tolerance import Admitted
from dateline.records.claim import Claim
from dateline.records.finding import Coverage, Gap, Reading, Reason, Source, Tolerance
from dateline.records.series import Series

#: Two maps never agree to the digit: another map-maker's figure agrees within this share of the claim.
MAPS_AGREE = 0.05
#: Simplified borders cover 97.3 to 97.5 % of the area held: regional figures carry this much more.
BORDERS = 0.03
#: Who tallies a month from bulletins meets other bulletins: sums over this many nights agree within a hundredth.
LONG_SUM_NIGHTS, LONG_SUM = 7, 0.01
#: How near a country's figure must lie to be the one that the text gives to a smaller place.
SCOPE_TIGHT = 0.15


@dataclass(frozen=True, slots=True)
class Evidence:
    """`blocked` is why nothing can be said. `weighed` are readings in the claim's unit, the standard one first."""

    weighed: tuple[Weighed, ...] = ()
    unit: str | None = None
    tolerance: Tolerance | None = None
    blocked: Reason | None = None
    needs: str = ""
    coverage: Coverage | None = None
    gaps: tuple[Gap, ...] = ()
    whole: bool = True
    narrower: bool = False
    margin: float = 0.0
    sources: tuple[Source, ...] = ()
    query: Command | None = None
    series: Series | None = None
    relation: Relation | None = None


def unanswered(reason: Reason, needs: str, coverage: Coverage | None = None) -> Evidence:
    return Evidence(blocked=reason, needs=needs, coverage=coverage)


def from_blocked(found: Answers) -> Evidence:
    return Evidence(blocked=found.blocked, needs=found.needs, coverage=found.coverage)


def root_of(claim: Claim, context: CheckContext) -> str | None:
    """The root of the producer that the text names, None where it names none or one without an id."""
    named = claim.attribution.producer if claim.attribution else None
    return context.ledgers.producers.root(named) if named else None


def relation_of(claim: Claim, weighed: Iterable[Weighed], context: CheckContext) -> Relation:
    """Does the text name nobody, a producer of these readings (or one who works from it), or someone else?"""
    if claim.attribution is None:
        return "none"
    root = root_of(claim, context)
    return "own" if root is not None and any(w.root == root for w in weighed) else "elsewhere"


def weigh(
    claim: Claim, answers: Iterable[Answer], admitted: Admitted, context: CheckContext, loosen: bool = True
) -> tuple[Weighed, ...]:
    """Readings from answers that are already in the claim's unit; moved ends are folded into one reading."""
    made = [_weigh(claim, answer, admitted, context, loosen) for answer in answers]
    kept = [w for w in made if "cut_off" not in w.reading.departs or w.reading.basis == "recorded"]
    moved = [w for w in made if w not in kept]
    if moved:
        kept.append(_folded(moved))
    return tuple(kept)


def _folded(moved: list[Weighed]) -> Weighed:
    values = [w.reading.value for w in moved if w.reading.value is not None]
    nearest = min(moved, key=lambda w: (not w.reading.within, w.distance))
    span = f"{MOVED} gives {plain(min(values))} to {plain(max(values))}" if values else ""
    note = "; ".join(part for part in (nearest.reading.note, span) if part)
    return replace(nearest, reading=replace(nearest.reading, note=note))


def _weigh(claim: Claim, answer: Answer, admitted: Admitted, context: CheckContext, loosen: bool) -> Weighed:
    producers = context.ledgers.producers
    root = producers.root(answer.producer)
    limits = _loosened(claim, answer, admitted, context) if loosen and not answer.exact else admitted
    if answer.exact:
        within = claim.comparator == "eq" and claim.value is not None and abs(answer.value - claim.value) < 0.5
    else:
        within = limits.holds(answer.value)
    if "scope" in answer.departs and within:
        within = _tight(claim, answer)
    low, high = answer.low, answer.high
    if low is not None and high is not None and answer.basis == "recorded" and answer.convention != "cumulative":
        within = within or limits.overlaps(low, high)
        low = high = None
    left_open = not within and low is not None and high is not None and limits.overlaps(low, high)
    if claim.value is None and limits.high is not None and answer.value > limits.high:
        left_open = not within  # "hundreds" is no statement that there were not twelve hundred
    named = claim.attribution.producer if claim.attribution else None
    declared = producers[answer.producer]
    reading = Reading(
        answer.producer, answer.definition, answer.period, context.visible, answer.known, answer.value, within,
        producers.independent(answer.producer, named), "", answer.basis, declared.standing, declared.bound,
        answer.departs, answer.rows, answer.note,
    )  # fmt: skip
    brought = answer.convention.startswith(BROUGHT) and declared.standing == "unknown"
    end = limits.low if limits.low is not None else limits.high
    larger = end is not None and answer.value < end
    return Weighed(
        reading,
        root,
        limits.distance(answer.value),
        left_open,
        larger,
        answer.ceiling,
        brought,
        answer.convention in RECKONED,
    )


def _loosened(claim: Claim, answer: Answer, admitted: Admitted, context: CheckContext) -> Admitted:
    measure = claim.measure or ""
    limits = admitted
    if measure.startswith("territory."):
        if claim.frame == "share" and measure == "territory.held" and claim.value is not None:
            limits = limits.at_least(0.1, claim.value, "a tenth of a point: country areas in use differ")
        if root_of(claim, context) != context.ledgers.producers.root(answer.producer):
            limits = limits.widened(MAPS_AGREE, claim.value, "another map agrees within 5 %")
        elif claim.place is not None and claim.place.level == "region":
            limits = limits.widened(BORDERS, claim.value, "simplified region borders: 3 %")
    elif _long_sum(claim, answer):
        limits = limits.widened(LONG_SUM, claim.value, "a sum of many bulletins: 1 %")
    return limits


def _tight(claim: Claim, answer: Answer) -> bool:
    """A figure for a smaller place is the whole country's only where the two nearly coincide: that the country's is
    larger than "more than 100" says nothing of the place."""
    if claim.value is None or claim.comparator in ("lt", "le"):
        return False
    return abs(answer.value - claim.value) <= SCOPE_TIGHT * abs(claim.value)


def _long_sum(claim: Claim, answer: Answer) -> bool:
    counted = (claim.measure or "").startswith("strikes.") and claim.unit != "%" and claim.comparator == "eq"
    return counted and answer.days >= LONG_SUM_NIGHTS


def sources_of(answers: Iterable[Answer]) -> tuple[Source, ...]:
    """The answers' sources, each once, at most six."""
    return tuple(dict.fromkeys(source for answer in answers for source in answer.sources))[:6]
