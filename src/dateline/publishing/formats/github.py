"""Workflow commands that GitHub shows beside the lines of a draft: one a finding, the gravest kinds as errors."""

from __future__ import annotations

from dateline.publishing import wording
from dateline.publishing.addresses import address
from dateline.publishing.columns import clean
from dateline.publishing.lines import Lines
from dateline.publishing.producers import Names, names_of
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.records.finding import Verdict

#: What stands beside a line; figures that hold, plans and opinions are only counted.
_LEVELS: dict[Verdict, str] = {
    "contradicted": "error", "disputed": "warning", "qualified": "notice", "unverified": "notice",
}  # fmt: skip
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """One command a line, in text order, and a count of the verdicts last."""
    names, lines = names_of(check.theatre), Lines(check.report.text)
    told = [_command(check, claim, lines, names) for claim in check.claims]
    return "".join(f"{line}\n" for line in (*filter(None, told), _count(check)))


def _command(check: Check, claim: Claim, lines: Lines, names: Names) -> str:
    level = _LEVELS.get(claim.finding.verdict) if claim.finding else None
    if level is None or claim.finding is None:
        return ""
    at = lines.region(claim.quote.start, claim.quote.end)
    where = {"file": address(check.report), "line": at.line, "endLine": at.end_line}
    if at.line == at.end_line:  # columns are only allowed within one line
        where |= {"col": at.column, "endColumn": at.end_column}
    title = f"{claim.id} {wording.verdict_word(claim.finding)}: {clean(claim.quote.exact)}"
    message = wording.sentence(claim, names)
    if claim.finding.query:
        message += f"\n{claim.finding.query}"
    properties = ",".join(f"{key}={_escaped(str(value))}" for key, value in {**where, "title": title}.items())
    return f"::{level} {properties}::{message.translate(_DATA)}"


def _escaped(text: str) -> str:
    return text.translate(_PROPERTY)


def _count(check: Check) -> str:
    counts = check.summary
    totals = {v: sum(part[v] for part in counts.values()) for v in wording.ORDER}
    said = ", ".join(f"{n} {wording.WORDS[v].lower()}" for v, n in totals.items() if n) or "no figure was found"
    return f"::notice title=Dateline::{said}"
