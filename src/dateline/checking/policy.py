"""The policy: from readings to a verdict. Pure and versioned; it knows no ledger, no text and no clock.

The table of product.md, in its order: not_checkable, unverified, disputed, holds, qualified, contradicted. Refuting
is narrow, because a false `contradicted` is the worst thing to print:
- a figure that someone without an entry in the ledger is said to have given is never contradicted, only disputed;
- so is one that a party is said to have given whose entries are what it published now and then;
- a lower bound refutes smaller figures, and others only where it is their alleged source;
- a party's or a lower bound's figure refutes only beyond `NEAR`, since their bulletins are revised by as much;
- a map refutes only beyond the margin by which maps of that measure are known to differ (`Case.margin`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from dateline.records.claim import NOT_CHECKABLE
from dateline.records.finding import Reading, Reason, Verdict

POLICY = "1"
#: Early and final bulletins, and first and revised vintages, differ by up to this share.
NEAR = 0.05
#: Whose figure outside disputes one that another bears out.
_HEARD = ("independent", "aligned")
#: Where several departures fit, the one named first says most about what the text gets wrong.
_DEPARTURES: tuple[Reason, ...] = ("scope", "population", "definition", "misattributed", "coverage", "tie", "cut_off")

Relation = Literal["none", "own", "elsewhere"]
AttributionState = Literal["confirmed", "differs", "not_found", "none"]
IndependentCheck = Literal["yes", "shared_root", "party_only", "none"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading with the root of its producer, how far outside it leaves the claim (as a share of the larger),
    whether the ledger's rows leave it `open`, whether the claim is the larger of the two, whether the reading is a
    `ceiling` (a remainder that may hold more than what the text counts), and whether it was `brought` by someone of
    whom nothing is known: then it refutes nothing, and a figure that it alone bears out is disputed by any other. A
    `reckoned` one, a sum of days' reports that may be completed later, differs and does not refute."""

    reading: Reading
    root: str
    distance: float = 0.0
    open: bool = False
    claim_larger: bool = False
    ceiling: bool = False
    brought: bool = False
    reckoned: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """What the policy judges. `relation`: the text names nobody, a producer of these readings, or someone else.
    `margin` is how far outside a reading must lie before it refutes."""

    frame: str
    weighed: tuple[Weighed, ...] = ()
    blocked: Reason | None = None
    relation: Relation = "none"
    claimed_root: str | None = None
    whole: bool = True
    narrower: bool = False
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Ruling:
    """`lead` is the reading to show first; `against` the one that disputes it."""

    verdict: Verdict
    reason: Reason | None = None
    lead: Reading | None = None
    against: Reading | None = None
    attribution: AttributionState = "none"
    independent_check: IndependentCheck = "none"


def judge(case: Case) -> Ruling:
    """The verdict on one claim."""
    if case.frame in NOT_CHECKABLE:
        return Ruling("not_checkable", case.frame)  # type: ignore[arg-type]
    if case.blocked is not None or not case.weighed:
        return Ruling("unverified", case.blocked or "no_ledger", attribution=_unfound(case))
    straight = [w for w in case.weighed if not w.reading.departs]
    inside = [w for w in straight if w.reading.within]
    if inside:
        return _matching(case, straight, _named_first(case, inside))
    departing = [w for w in case.weighed if w.reading.departs and w.reading.within]
    if departing:
        lead = min(departing, key=lambda w: _departure_rank(case, w))
        other = case.relation == "own" and lead.root != case.claimed_root
        reason: Reason = "misattributed" if other else lead.reading.departs[0]
        return Ruling("qualified", reason, lead.reading, None, _attributed(case, lead), _check(case, [lead]))
    return _outside(case, straight or list(case.weighed))


def _matching(case: Case, straight: list[Weighed], inside: list[Weighed]) -> Ruling:
    """Some reading in the text's own terms fits; another root of standing may still lie outside."""
    lead = inside[0]
    agreeing, alone = {w.root for w in inside}, all(w.brought for w in inside)
    against = [
        w
        for w in straight
        if w.root not in agreeing and not w.brought and (alone or w.reading.standing in _HEARD) and not w.open
    ]
    verdict: Verdict = "disputed" if against else "holds"
    other = against[0].reading if against else None
    return Ruling(verdict, None, lead.reading, other, _attributed(case, lead), _check(case, inside))


def _outside(case: Case, weighed: list[Weighed]) -> Ruling:
    able = [w for w in weighed if not w.brought]
    nearest = min(able or weighed, key=lambda w: (_named_rank(case, w), w.distance))
    attribution = _unfound(case) if case.relation != "own" else "differs"
    if case.narrower and not (nearest.claim_larger and case.relation == "elsewhere" and not nearest.open):
        return Ruling("unverified", "no_ledger", nearest.reading, None, attribution)
    if any(w.open for w in weighed):
        return Ruling("unverified", "no_ledger", nearest.reading, None, attribution)
    if _own_map(case, nearest):
        lead = replace(nearest.reading, departs=(*nearest.reading.departs, "cut_off"))
        return Ruling("qualified", "cut_off", lead, None, "confirmed", _check(case, [nearest]))
    refuted = bool(able) and all(_refutes(case, w) for w in able)
    if case.relation == "elsewhere" or _one_of_many(case) or not refuted:
        return Ruling("disputed", None, nearest.reading, nearest.reading, attribution)
    if not case.whole:
        return Ruling("unverified", "out_of_coverage", nearest.reading, None, attribution)
    return Ruling("contradicted", None, nearest.reading, nearest.reading, attribution)


def _own_map(case: Case, nearest: Weighed) -> bool:
    """A map-maker's own figure, and its polygons as mirrored, differ by the hour at which each was cut off."""
    mapped = nearest.reading.standing == "independent" and nearest.reading.bound == "exact" and case.margin > 0
    return case.relation == "own" and nearest.root == case.claimed_root and mapped and nearest.distance <= NEAR


def _one_of_many(case: Case) -> bool:
    """A party's published statements are not all that it has said: what it is quoted with may be another."""
    own = [w.reading for w in case.weighed if w.root == case.claimed_root]
    said = bool(own) and all(r.standing == "party" and r.basis == "recorded" for r in own)
    return case.relation == "own" and said


def _refutes(case: Case, weighed: Weighed) -> bool:
    reading = weighed.reading
    if reading.bound == "lower" and weighed.claim_larger and case.relation != "own":
        return False
    if weighed.reckoned or (weighed.ceiling and not weighed.claim_larger):
        return False
    revised = reading.standing == "party" or reading.bound == "lower"
    return weighed.distance > max(case.margin, NEAR if revised else 0.0)


def _named_first(case: Case, inside: list[Weighed]) -> list[Weighed]:
    return sorted(inside, key=lambda w: (_named_rank(case, w), w.reading.basis != "recorded"))


def _named_rank(case: Case, weighed: Weighed) -> int:
    return int(case.claimed_root is not None and weighed.root != case.claimed_root)


def _departure_rank(case: Case, weighed: Weighed) -> tuple[int, int, int]:
    departs = weighed.reading.departs
    stranger = _named_rank(case, weighed) if case.relation == "own" else 0
    return stranger, len(departs), min(_DEPARTURES.index(d) for d in departs if d in _DEPARTURES)


def _unfound(case: Case) -> AttributionState:
    return "none" if case.relation == "none" else "not_found"


def _attributed(case: Case, lead: Weighed) -> AttributionState:
    """Does the named producer say this? Only its own reading can confirm it."""
    if case.relation != "own":
        return _unfound(case)
    return "confirmed" if lead.root == case.claimed_root else "differs"


def _check(case: Case, inside: list[Weighed]) -> IndependentCheck:
    if any(w.reading.independent for w in inside):
        return "yes"
    if case.claimed_root is not None and all(w.root == case.claimed_root for w in inside):
        return "party_only" if all(w.reading.standing == "party" for w in inside) else "shared_root"
    return "party_only" if all(w.reading.standing == "party" for w in inside) else "none"
