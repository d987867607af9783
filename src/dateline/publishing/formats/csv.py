"""One claim a row, for a spreadsheet. No cell of the report's text is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dateline.publishing import wording
from dateline.publishing.amounts import rounded
from dateline.publishing.citing import web_address
from dateline.publishing.columns import clean
from dateline.publishing.producers import Names, names_of
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.records.period import Period

COLUMNS = (
    "id", "verdict", "reason", "figure", "start", "end", "sentence", "frame", "measure", "claimed", "low", "high",
    "unit", "comparator", "from", "to", "place", "place_id", "dimensions", "said_by", "compared_from", "compared_to",
    "computed", "computed_unit", "producer", "summary", "attribution", "independent_check", "basis", "decided_by",
    "as_of", "policy", "query", "source",
)  # fmt: skip
#: A spreadsheet runs a cell that starts with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """UTF-8, comma-separated, one header line; ends of periods inclusive, an empty cell is unknown."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    names = names_of(check.theatre)
    writer.writerows(list(_cells(check, claim, names)) for claim in check.claims)
    return file.getvalue()


def _cells(check: Check, claim: Claim, names: Names) -> Iterator[str | int | float]:
    finding = claim.finding
    dimensions = "; ".join(f"{key}={value}" for key, value in claim.dimensions.items())
    yield from (claim.id, finding.verdict if finding else "unverified", finding.reason or "" if finding else "")
    yield from (inert(claim.quote.exact), claim.quote.start, claim.quote.end, inert(claim.sentence))
    yield from (claim.frame, claim.measure or "", *map(_value, (claim.value, claim.low, claim.high)))
    yield from (claim.unit or "", claim.comparator, *_ends(claim.period))
    yield from (inert(claim.place.name), claim.place.id) if claim.place else ("", "")
    yield from (inert(dimensions), inert(claim.attribution.source) if claim.attribution else "")
    yield from _ends(claim.baseline.period if claim.baseline else None)
    if finding is None:
        yield from [""] * (len(COLUMNS) - 22)
        return
    yield from (_value(finding.computed), finding.unit or "", inert(wording.producer(finding, names)))
    yield from (inert(finding.summary), finding.attribution, finding.independent_check, finding.basis or "")
    yield from (finding.decided_by, str(finding.as_of or ""), check.policy, inert(finding.query))
    yield next((web_address(source.url) for source in finding.sources), "")


def _ends(period: Period | None) -> tuple[str, str]:
    return (str(period.start), str(period.last)) if period else ("", "")


def _value(value: float | None) -> str | int | float:
    found = rounded(value)
    return "" if found is None else found


def inert(text: str) -> str:
    """`text` on one line without control codes, with an apostrophe before what a spreadsheet would run."""
    flat = clean(text)
    return f"'{flat}" if flat.startswith(_FORMULA) else flat
