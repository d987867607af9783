"""From a claim to its finding: evidence, verdict, sentence, and the verdict with everything known since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from dateline.checking.commands import repeating
from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, relation_of, root_of
from dateline.checking.frames import weigh_claim
from dateline.checking.nights import candidates, fits_closely, is_open
from dateline.checking.phrases import plain
from dateline.checking.policy import Case, Ruling, judge
from dateline.checking.runs import of_run, told_runs
from dateline.checking.series import by_region
from dateline.checking.suspicion import second_thoughts
from dateline.checking.totals import as_totals, may_run
from dateline.checking.wording import summary
from dateline.ledgers import MEASURES
from dateline.records.claim import NOT_CHECKABLE, Claim
from dateline.records.finding import DECISIVE, Coverage, Finding, Reading
from dateline.records.period import Period

#: Families whose entries are revised or completed after a report's day.
_REVISED = ("casualties.", "territory.")


def check_claim(claim: Claim, context: CheckContext) -> Finding:
    """The finding on one claim: its readings, the verdict drawn from them, and how to work it out again."""
    finding = _find(claim, context)
    if context.as_of == "published" and finding.verdict in DECISIVE and (claim.measure or "").startswith(_REVISED):
        finding = _since(claim, finding, context)
    return finding


def check_claims(
    claims: Iterable[Claim], context: CheckContext, tell: Callable[[int, int], None] | None = None
) -> list[Claim]:
    """The claims in their order, each with its finding; a part takes the period of what it is part of. `tell` hears
    before each claim how many are done, and of how many."""
    done: dict[str, Claim] = {}
    national: set[str] = set()
    checked: list[Claim] = []
    given = list(claims)
    for claim, told in zip(given, told_runs(given), strict=True):
        if tell is not None:
            tell(len(checked), len(given))
        asked = _as_part(told, done.get(claim.anchor or ""), (claim.anchor or "") in national)
        whole = done.get(claim.anchor or "")
        finding = second_thoughts(asked, check_claim(asked, context), whole, _is_category(asked, context))
        if asked.place is None or (finding.verdict, finding.reason) == ("qualified", "scope"):
            national.add(claim.id)
        done[claim.id] = asked
        checked.append(replace(claim, finding=finding))
    return checked


def _is_category(claim: Claim, context: CheckContext) -> bool:
    """Whether the weapon counted is a class with kinds below it and another above ("cruise missiles")."""
    weapon, weapons = claim.dimensions.get("weapon"), context.ledgers.weapons
    return (
        weapon is not None and weapon in weapons and len(weapons.below(weapon)) > 1 and len(weapons.above(weapon)) > 0
    )


def _as_part(claim: Claim, anchor: Claim | None, national: bool) -> Claim:
    """A part takes the period of its whole; where the whole turned out to be the country's and not the smaller place's,
    so is the part that has no place but the whole's, and the departure is said once, at the whole."""
    if anchor is None:
        return claim
    shared = claim.place == anchor.place or (claim.measure or "").startswith("strikes.")
    place = None if national and shared and claim.frame == "part_of" else claim.place
    return replace(claim, period=claim.period or anchor.period, place=place)


def _find(claim: Claim, context: CheckContext) -> Finding:
    if claim.frame in NOT_CHECKABLE:
        ruling = judge(Case(claim.frame))
        return _finding(claim, ruling, Evidence(), context)
    if claim.frame == "role" and claim.doubt == "ambiguous_period":
        # A sentence of another time: who holds the office now as well is named rightly, of the rest nothing is said.
        settled = _find(replace(claim, doubt=None), context)
        if settled.verdict == "holds":
            return settled
    if is_open(claim):
        return _of_some_night(claim, context)
    if may_run(claim, context):
        return _of_some_total(claim, context) or _settled(claim, context)
    return _settled(claim, context)


def _settled(claim: Claim, context: CheckContext) -> Finding:
    """The finding on a claim whose period is taken as read."""
    claim = of_run(claim, context)
    evidence = weigh_claim(claim, context)
    relation = evidence.relation or relation_of(claim, evidence.weighed, context)
    case = Case(
        claim.frame, evidence.weighed, evidence.blocked, relation, root_of(claim, context), evidence.whole,
        evidence.narrower, evidence.margin,
    )  # fmt: skip
    ruling = judge(case)
    return _finding(claim, ruling, evidence, context)


def _of_some_night(claim: Claim, context: CheckContext) -> Finding:
    """The night that fits among those the text leaves open, else that the period is not clear."""
    for dated in candidates(claim, context):
        finding = _find(dated, context)
        fits = finding.verdict == "holds" and fits_closely(claim, finding.computed)
        if fits and dated.period is not None:
            return replace(
                finding, summary=f"{finding.summary.rstrip('.')} ({_named(dated.period)}; the text names none)"
            )
    return _find(replace(claim, period=None, doubt=None, dimensions={}), context)


def _of_some_total(claim: Claim, context: CheckContext) -> Finding | None:
    """The running total that fits, of those that a toll without a stretch of its own may mean; None where none does."""
    for dated in as_totals(claim, context):
        finding = _settled(dated, context)
        matches = finding.verdict == "holds" or (finding.verdict == "qualified" and finding.reason != "cut_off")
        if matches and fits_closely(claim, finding.computed) and dated.period is not None:
            told = f"{finding.summary.rstrip('.')} (running total to {dated.period.last})"
            return finding if dated.period == claim.period else replace(finding, summary=told)
    return None


def _named(period: Period) -> str:
    return f"night of {period}" if period.days == 1 else f"the days of {period}"


def _finding(claim: Claim, ruling: Ruling, evidence: Evidence, context: CheckContext) -> Finding:
    lead = ruling.lead
    decisive = ruling.verdict in DECISIVE
    return Finding(
        verdict=ruling.verdict,
        reason=ruling.reason,
        summary=summary(claim, ruling, evidence, context),
        computed=_computed(ruling, lead),
        unit=_unit(claim),
        tolerance=evidence.tolerance,
        readings=_ordered(evidence, lead),
        attribution=ruling.attribution,
        independent_check=ruling.independent_check,
        basis=lead.basis if lead is not None and decisive else None,
        coverage=_coverage(evidence),
        sources=evidence.sources,
        query=_query(evidence, ruling, decisive),
        definition=MEASURES[claim.measure].definition if claim.measure is not None else "",
        as_of=context.visible,
        needs=evidence.needs or ("" if decisive else "a ledger that answers in the claim's own terms"),
        series=evidence.series,
        regions=by_region(claim, context) if decisive else None,
    )


def _unit(claim: Claim) -> str | None:
    """The unit of what is computed: a rank and a record show the amount that holds them."""
    if claim.frame not in ("rank", "extreme") or claim.measure is None:
        return claim.unit
    unit = MEASURES[claim.measure].unit
    return f"{unit}/day" if claim.dimensions.get("pace") == "rate" else unit


def _query(evidence: Evidence, ruling: Ruling, decisive: bool) -> str:
    """The command that gives the number again: of an undecided claim the plain question, else the very reading."""
    if evidence.query is None:
        return ""
    shown = _shown(ruling, ruling.lead) if decisive else None
    if shown is None or shown.value is None:
        return evidence.query.line()
    return repeating(evidence.query, shown, evidence.weighed)


def _shown(ruling: Ruling, lead: Reading | None) -> Reading | None:
    """Where sources differ, the figure that lies against the claim is the news."""
    return ruling.against if ruling.verdict == "disputed" and ruling.against is not None else lead


def _computed(ruling: Ruling, lead: Reading | None) -> float | None:
    shown = _shown(ruling, lead)
    return shown.value if shown is not None else None


def _ordered(evidence: Evidence, lead: Reading | None) -> tuple[Reading, ...]:
    """The reading that is shown first; what a ruling found of it to depart in is said of it alone."""
    readings = [w.reading for w in evidence.weighed]
    if lead is None:
        return tuple(readings)
    return (lead, *(r for r in readings if replace(r, departs=lead.departs) != lead))


def _coverage(evidence: Evidence) -> Coverage | None:
    return None if evidence.coverage is None else replace(evidence.coverage, gaps=evidence.gaps)


def _since(claim: Claim, finding: Finding, context: CheckContext) -> Finding:
    """What everything known now says, where that is another verdict: "Right when published; since revised to 221."""
    later = _find(claim, context.with_today())
    if later.verdict == finding.verdict or later.verdict not in DECISIVE:
        return finding
    right = "Right when published" if finding.verdict == "holds" else "As published"
    standard = next((r for r in later.readings if not r.departs), None)
    value = standard.value if standard is not None and not standard.answer else None
    if value is None:
        return replace(finding, today=later.verdict, since=f"{right}; with what is known since: {later.summary}.")
    revised = "since revised to" if (claim.measure or "").startswith("casualties.") else "over the whole period"
    return replace(finding, today=later.verdict, since=f"{right}; {revised} {plain(value)}.")
