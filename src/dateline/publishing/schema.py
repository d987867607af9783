"""The check as data: the JSON of product.md, keys in its order, ends of periods inclusive."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import Any

from dateline.publishing.amounts import rounded
from dateline.publishing.withholding import withhold
from dateline.records.check import SCHEMA, Check
from dateline.records.claim import Attribution, Baseline, Claim, Quote
from dateline.records.finding import Coverage, Finding, Reading, Source, Tolerance
from dateline.records.period import Period
from dateline.records.report import Report

Json = dict[str, Any]


def check_dict(check: Check) -> Json:
    """The whole check; `json.dumps` prints it as the interface has it. What may not be passed on is not in it."""
    check = withhold(check)
    return {
        "schema": SCHEMA,
        "policy": check.policy,
        "report": report_dict(check.report),
        "ledgers": [
            {"ledger": c.ledger, "start": c.start.isoformat(), "end": c.end.isoformat(), "retrieved": _day(c.retrieved)}
            for c in check.ledgers
        ],
        "claims": [claim_dict(claim) for claim in check.claims],
        "unread": [{"exact": u.exact, "start": u.start, "end": u.end, "why": u.why} for u in check.unread],
        "summary": check.summary,
        "theatre": check.theatre,
        "as_of": check.as_of,
        "today": _day(check.today),
        "program": program(),
    }


@cache
def program() -> str:
    """The version of this program, as every check's JSON names it."""
    return metadata.version("dateline")


def report_dict(report: Report) -> Json:
    """What the report says of itself, and the hash of what was read."""
    return {
        "title": report.title,
        "standfirst": report.standfirst,
        "authors": list(report.authors),
        "outlet": report.outlet,
        "published": _day(report.published),
        "updated": _day(report.updated),
        "language": report.language,
        "words": report.words,
        "minutes": report.minutes,
        "sha256": report.sha256,
        "date": _day(report.date),
        "date_basis": report.date_basis,
    }


def claim_dict(claim: Claim) -> Json:
    """One claim with its finding."""
    return {
        "id": claim.id,
        "sentence": claim.sentence,
        "quote": _quote(claim.quote),
        "frame": claim.frame,
        "measure": claim.measure,
        "value": rounded(claim.value),
        "low": rounded(claim.low),
        "high": rounded(claim.high),
        "unit": claim.unit,
        "comparator": claim.comparator,
        "noun": claim.noun,
        "period": _period(claim.period),
        "baseline": _baseline(claim.baseline),
        "place": None
        if claim.place is None
        else {"name": claim.place.name, "id": claim.place.id, "level": claim.place.level},
        "dimensions": dict(claim.dimensions),
        "attribution": _attribution(claim.attribution),
        "finding": None if claim.finding is None else finding_dict(claim.finding),
        "doubt": None if claim.doubt is None else {"reason": claim.doubt, "detail": claim.doubt_detail},
        "anchor": claim.anchor,
        "inherited": claim.inherited,
    }


def finding_dict(finding: Finding) -> Json:
    """The verdict with the readings and sources it was drawn from."""
    return {
        "verdict": finding.verdict,
        "reason": finding.reason,
        "summary": finding.summary,
        "computed": rounded(finding.computed),
        "unit": finding.unit,
        "tolerance": _tolerance(finding.tolerance),
        "readings": [_reading(reading) for reading in finding.readings],
        "attribution": finding.attribution,
        "independent_check": finding.independent_check,
        "basis": finding.basis,
        "decided_by": finding.decided_by,
        "coverage": _coverage(finding.coverage),
        "sources": [source_dict(source) for source in finding.sources],
        "query": finding.query,
        "as_of": _day(finding.as_of),
        "today": finding.today,
        "since": finding.since,
        "withheld": list(finding.withheld),
    }


def _day(value: Any) -> str | None:
    return None if value is None else str(value.isoformat())


def _quote(quote: Quote) -> Json:
    return {
        "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix, "start": quote.start, "end": quote.end,
    }  # fmt: skip


def _period(period: Period | None) -> Json | None:
    if period is None:
        return None
    return {"start": _day(period.start), "end": _day(period.last), "granularity": period.granularity}


def _baseline(baseline: Baseline | None) -> Json | None:
    if baseline is None:
        return None
    return {"kind": baseline.kind, "period": _period(baseline.period), "label": baseline.label}


def _attribution(attribution: Attribution | None) -> Json | None:
    if attribution is None:
        return None
    return {
        "source": attribution.source, "producer": attribution.producer, "cue": attribution.cue,
        "kind": attribution.kind, "hedged": attribution.hedged,
    }  # fmt: skip


def _tolerance(tolerance: Tolerance | None) -> Json | None:
    if tolerance is None:
        return None
    return {"low": rounded(tolerance.low), "high": rounded(tolerance.high), "rule": tolerance.rule}


def _reading(reading: Reading) -> Json:
    return {
        "producer": reading.producer,
        "definition": reading.definition,
        "period": _period(reading.period),
        "as_of": _day(reading.as_of),
        "known": reading.known,
        "value": rounded(reading.value),
        "within": reading.within,
        "independent": reading.independent,
        "answer": reading.answer,
        "basis": reading.basis,
        "departs": list(reading.departs),
        "note": reading.note,
    }


def _coverage(coverage: Coverage | None) -> Json | None:
    if coverage is None:
        return None
    gaps = [{"start": _day(gap.start), "end": _day(gap.last), "flag": gap.flag} for gap in coverage.gaps]
    return {"start": _day(coverage.start), "end": _day(coverage.end), "gaps": gaps}


def source_dict(source: Source) -> Json:
    """Where rows came from."""
    return {
        "producer": source.producer, "title": source.title, "url": source.url,
        "retrieved": _day(source.retrieved), "sha256": source.sha256, "licence": source.licence,
    }  # fmt: skip
