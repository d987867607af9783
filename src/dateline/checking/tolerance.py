"""Which values a wording admits. product.md, "Tolerance follows the wording".

A stated number admits half a unit of its last significant digit, never more than 5 % of itself: "1,200" is 1,150 to
1,250, "120" is 115 to 125, "400" is 380 to 420. Numbers under 100 are taken to the unit: "14" is 13.5 to 14.5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.records.claim import Claim
from dateline.records.finding import Tolerance

_ABOUT = 0.10
_ROUNDED = 0.05
_DIGIT = re.compile(r"\d")
#: "Nine in ten" is nobody's exact count.
_IN_SO_MANY = re.compile(
    r"\b(?:in|out of|of) (?:every )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|twenty|thirty|forty|fifty|a hundred)\b"
)
#: "More than" and "at least" leave the other side open.
_OPEN = {"gt": "above", "ge": "at least", "lt": "below", "le": "at most"}


@dataclass(frozen=True, slots=True)
class Admitted:
    """An interval in the claim's unit; `strict` excludes its finite end ("over 200" is not 200)."""

    low: float | None
    high: float | None
    rule: str
    strict: bool = False

    def holds(self, value: float) -> bool:
        slack = 1e-9 * max(1.0, abs(value))
        if self.low is not None and (value <= self.low + slack if self.strict else value < self.low - slack):
            return False
        return not (
            self.high is not None and (value >= self.high - slack if self.strict else value > self.high + slack)
        )

    def overlaps(self, low: float, high: float) -> bool:
        """Does some value from `low` to `high` fit?"""
        return not ((self.low is not None and high < self.low) or (self.high is not None and low > self.high))

    def distance(self, value: float) -> float:
        """How far `value` lies outside, as a share of the larger of the two; 0 inside."""
        end = self.low if self.low is not None and value <= self.low else self.high
        if end is None or self.holds(value):
            return 0.0
        return abs(value - end) / max(abs(value), abs(end), 1e-9)

    def widened(self, share: float, value: float | None, why: str) -> Admitted:
        """The same wording, read `share` of the stated value more loosely; inequalities move their end."""
        if share <= 0:
            return self
        by = share * abs(value if value is not None else (self.low or self.high or 0.0))
        if self.strict or self.low is None or self.high is None or value is None:
            low = None if self.low is None else self.low - (0.0 if self.strict else by)
            high = None if self.high is None else self.high + (0.0 if self.strict else by)
            return Admitted(low, high, self.rule, self.strict)
        low, high = min(self.low, value - by), max(self.high, value + by)
        return self if (low, high) == (self.low, self.high) else Admitted(low, high, f"{self.rule}; {why}")

    def at_least(self, points: float, value: float, why: str) -> Admitted:
        """An interval of at least `points` to either side, where both sides are bounded."""
        if self.low is None or self.high is None:
            return self
        low, high = min(self.low, value - points), max(self.high, value + points)
        return self if (low, high) == (self.low, self.high) else Admitted(low, high, f"{self.rule}; {why}")

    def record(self) -> Tolerance:
        return Tolerance(self.low, self.high, self.rule)


def admitted(claim: Claim) -> Admitted | None:
    """What the claim's wording admits; None where it states no number and no range."""
    if claim.value is None:
        return _vague(claim)
    value, comparator = claim.value, claim.comparator
    if comparator in _OPEN:
        return _inequality(claim, value)
    if claim.low is not None or claim.high is not None:
        ends = sorted(end for end in (claim.low, claim.high) if end is not None)
        return Admitted(ends[0] if claim.low is not None else None, ends[-1] if claim.high is not None else None,
                        "as stated")  # fmt: skip
    if comparator == "approx":
        by = _ABOUT * abs(value)
        return Admitted(value - by, value + by, "about: 10 %")
    by = _half_unit(claim, value)
    return Admitted(value - by, value + by, "rounding of the figure stated")


def _vague(claim: Claim) -> Admitted | None:
    if claim.low is not None or claim.high is not None:
        return Admitted(claim.low, claim.high, "vague wording")
    if claim.comparator in ("gt", "ge"):
        return Admitted(0.0, None, "more than none", strict=True)
    return None


def _inequality(claim: Claim, value: float) -> Admitted:
    """For a fall of "more than 18 %" the value is -18 and larger means lower."""
    upwards = (claim.comparator in ("gt", "ge")) == (value >= 0 or claim.frame != "change")
    strict = claim.comparator in ("gt", "lt")
    rule = f"{_OPEN[claim.comparator]} the figure stated"
    return Admitted(value, None, rule, strict) if upwards else Admitted(None, value, rule, strict)


def _half_unit(claim: Claim, value: float) -> float:
    size = abs(value)
    if claim.unit == "x":
        return min(0.5 * 10.0 ** -_decimals(claim, size), _ABOUT * size)
    if claim.unit == "%" and _IN_SO_MANY.search(claim.quote.exact):
        return _ABOUT * size
    if claim.unit == "%" and not _DIGIT.search(claim.quote.exact):
        return _ROUNDED * size  # "two-thirds", "a fifth"
    places = _decimals(claim, size)
    if places:
        return 0.5 * 10.0**-places
    whole, unit = round(size), 1
    if whole < 100 and not (claim.unit == "%" and whole % 10 == 0):
        return 0.5  # a small count is stated to the unit; "90 percent" is rounded to the ten
    while whole % (unit * 10) == 0:
        unit *= 10
    return max(0.5, min(unit / 2, _ROUNDED * size))


def _decimals(claim: Claim, size: float) -> int:
    """Decimals stated: of the number itself, or more where the text writes a trailing zero ("19.0")."""
    own = len(f"{size:.6f}".rstrip("0").partition(".")[2])
    for whole, decimals in re.findall(r"(\d[\d,]*)\.(\d+)", claim.quote.exact):
        if not own and float(f"{whole.replace(',', '')}.{decimals}") == size:
            return len(decimals)
    return own
