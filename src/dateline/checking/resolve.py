"""From a claim to the questions it puts to the ledgers, and to the command that anyone can run again."""

from __future__ import annotations

from datetime import date

from dateline.checking.answers import Question
from dateline.checking.commands import Command
from dateline.checking.context import CheckContext
from dateline.records.claim import Claim
from dateline.records.period import Period
from dateline.theatres.loader import shipped_default

#: Square kilometres in one of the unit; claims are compared in their own unit.
AREA_UNITS = {"km2": 1.0, "sqmi": 2.589988, "mi2": 2.589988, "ha": 0.01}
#: Dimensions that limit a toll to a part of the victims: no ledger of the whole answers it.
PARTS = ("subset", "cause", "elsewhere")
SPANS = {"day": 1.0, "night": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}


def question(claim: Claim, context: CheckContext, period: Period | None = None, weapon: str | None = None) -> Question:
    """The claim's own question, for `period` instead of its own where given."""
    asked = period or claim.period
    assert asked is not None and claim.measure is not None
    dimensions = claim.dimensions
    return Question(
        claim.measure, asked, claim.place, context.visible, context.country,
        weapon or dimensions.get("weapon"), dimensions.get("victim"), dimensions.get("population"),
        claim.attribution.producer if claim.attribution else None,
        next((dimensions[key] for key in PARTS if key in dimensions), None),
        dimensions.get("until") == "report" and asked == claim.period,
    )  # fmt: skip


def scale(claim: Claim) -> float:
    """What a value in the measure's unit is divided by to be in the claim's unit."""
    return AREA_UNITS.get((claim.unit or "").partition("/")[0], 1.0)


def rate_days(claim: Claim) -> float:
    """Days in the span of a rate's unit ("km2/day", "drones/month")."""
    return SPANS.get((claim.unit or "").partition("/")[2], 1.0)


def command(
    claim: Claim, context: CheckContext, period: Period | None, *options: str, where: dict[str, str] | None = None
) -> Command:
    """The `dateline figure` that gives the number again."""
    territorial = (claim.measure or "").startswith("territory.")
    placed = territorial and claim.place is not None and claim.place.level == "region"
    kept = {key: claim.dimensions[key] for key in ("weapon", "victim") if key in claim.dimensions}
    return Command(
        claim.measure or "",
        period,
        last_day(period, context) if period is not None else None,
        tuple({**kept, **(where or {})}.items()),
        claim.place.id if placed and claim.place is not None else None,
        options,
        None if context.ledgers.folder == shipped_default().folder else context.ledgers.folder.name,
        context.visible,
    )


def last_day(period: Period, context: CheckContext) -> date:
    """The period's last day, or the last visible one inside it."""
    return max(period.start, min(period.last, context.visible))
