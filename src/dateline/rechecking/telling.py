"""A recheck in words for a terminal, and as data."""

from __future__ import annotations

from typing import Any

from dateline.ledgers.producers import Producers
from dateline.publishing import dates, wording
from dateline.publishing.amounts import amount, rounded
from dateline.publishing.columns import clean, wrap
from dateline.publishing.producers import Names, names_of
from dateline.publishing.withholding import WITHHELD, may_leave
from dateline.rechecking import Cause, Difference, Rechecked
from dateline.records.finding import Finding, Reading
from dateline.theatres import loader

SCHEMA = 1
LABELS = {
    "new_vintage": "new vintage", "new_days": "new days", "corrected_entry": "corrected entry",
    "withdrawn_entry": "withdrawn entry", "newer_policy": "newer policy", "newer_program": "newer program",
}  # fmt: skip


def text(found: Rechecked, width: int) -> str:
    """Lines of at most `width` columns: how many findings differ, then each with both sentences and the causes."""
    names = names_of(found.theatre)
    parts = [_head(found, width)]
    parts += [_difference(d, found, names, width) for d in found.differences]
    if found.skipped:
        said = f"Not looked at again: {', '.join(found.skipped)}. The file is of an older form, which does not say " \
               "why they were not checked: check the report itself."  # fmt: skip
        parts.append(wrap(said, width))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def as_dict(found: Rechecked) -> dict[str, Any]:
    """The recheck as `dateline recheck --format json` prints it."""
    kept = found.kept
    return {
        "schema": SCHEMA,
        "theatre": found.theatre,
        "then": {
            "report_date": kept.day.isoformat(), "as_of": str(kept.as_of), "policy": kept.policy,
            "program": kept.program,
        },
        "now": {
            "as_of": found.as_of, "today": found.today.isoformat(), "policy": found.policy, "program": found.program,
        },
        "claims": len(kept.claims),
        "differences": [_difference_dict(d, found.theatre) for d in found.differences],
        "skipped": list(found.skipped),
    }  # fmt: skip


def _head(found: Rechecked, width: int) -> list[str]:
    kept, n = found.kept, len(found.differences)
    then = "what was known on the day of the report" if kept.as_of == "published" else f"what was known on {kept.as_of}"
    known = {"published": "the same", "today": f"everything known today, {found.today}"}
    now = known.get(found.as_of, f"what was known on {found.as_of}")
    count = f"{n} of {len(kept.claims)} findings would read differently." if n else (
        f"Every one of {len(kept.claims)} findings reads as it did."
    )  # fmt: skip
    told = f"A report dated {kept.day}, checked against {then}, policy {kept.policy}; now against {now}, policy " \
           f"{found.policy}."  # fmt: skip
    return [*wrap(told, width), *wrap(count, width)]


def _difference(d: Difference, found: Rechecked, names: Names, width: int) -> list[str]:
    head = f"{d.claim.id} “{clean(d.claim.quote.exact)}”: {_verdict(d.then)} → {_verdict(d.now)}"
    rows = [("then:", _said(d.then)), ("now:", _said(d.now))]
    rows += [("why:", cause_words(cause, names, found.theatre, d.now.unit)) for cause in d.causes]
    if d.told:
        rows.append(("", "The earlier check said so itself."))
    lines = wrap(head, width)
    for label, said in rows:
        lines += [f"  {label:<6}{line}" if at == 0 else f"{'':8}{line}"
                  for at, line in enumerate(wrap(clean(said), width - 8))]  # fmt: skip
    return lines


def _verdict(finding: Finding) -> str:
    return f"{wording.SHAPES[finding.verdict]} {wording.verdict_word(finding)}"


def _said(finding: Finding) -> str:
    value = wording.computed(finding)
    said = wording.ended(finding.summary)
    return f"{said} ({value})" if value and value.replace("\u00a0", " ") not in said else said


def cause_words(cause: Cause, names: Names, theatre: str | None, unit: str | None) -> str:
    """A cause in one line: "new vintage: UN HRMMU, killed, verified: 209, now 221 (published 2025-06-11)"."""
    label = LABELS[cause.code]
    shown = cause.now or cause.then
    if shown is None:
        return f"{label}: {cause.words}"
    who = f"{names.heading(shown.producer)}, {shown.definition}"
    then, now = (_value(reading, theatre, unit) for reading in (cause.then, cause.now))
    if cause.then is None:
        body = f"{now}, which was in no ledger then"
    elif cause.now is None:
        body = f"{then}, which is in no ledger now"
    else:
        body = f"{then}{_on(cause.then, cause)}, now {now}{_on(cause.now, cause)}"
    note = f" ({shown.note})" if shown.note and cause.now is not None and may(shown.producer, theatre) else ""
    return f"{label}: {who}: {body}{note}{f'; {cause.words}' if cause.words else ''}"


def _on(reading: Reading, cause: Cause) -> str:
    """The period, where the two readings are of different ones."""
    assert cause.then is not None and cause.now is not None
    if cause.then.period == cause.now.period or reading.period is None:
        return ""
    return f" for {dates.period(reading.period)}"


def _value(reading: Reading | None, theatre: str | None, unit: str | None) -> str:
    if reading is None:
        return ""
    if not may(reading.producer, theatre):
        return WITHHELD
    return reading.answer or amount(reading.value, unit) or "no value"


def may(producer: str, theatre: str | None) -> bool:
    """Whether a producer's figures may be printed here: a recheck is passed on like the check itself."""
    if theatre is None:
        return True
    return may_leave(producer, Producers.read(loader.load(theatre).folder / "producers.yml"))


def _difference_dict(d: Difference, theatre: str | None) -> dict[str, Any]:
    return {
        "id": d.claim.id,
        "quote": d.claim.quote.exact,
        "sentence": d.claim.sentence,
        "kind": d.kind,
        "told": d.told,
        "then": _finding_dict(d.then),
        "now": _finding_dict(d.now),
        "causes": [_cause_dict(cause, theatre) for cause in d.causes],
    }


def _finding_dict(finding: Finding) -> dict[str, Any]:
    return {
        "verdict": finding.verdict, "reason": finding.reason, "computed": rounded(finding.computed),
        "unit": finding.unit, "summary": finding.summary, "query": finding.query, "withheld": list(finding.withheld),
    }  # fmt: skip


def _cause_dict(cause: Cause, theatre: str | None) -> dict[str, Any]:
    shown = cause.now or cause.then
    return {
        "code": cause.code,
        "producer": shown.producer if shown else None,
        "definition": shown.definition if shown else None,
        "then": _reading_dict(cause.then, theatre),
        "now": _reading_dict(cause.now, theatre),
        "words": cause.words,
    }


def _reading_dict(reading: Reading | None, theatre: str | None) -> dict[str, Any] | None:
    if reading is None:
        return None
    kept = may(reading.producer, theatre)
    period = reading.period
    return {
        "value": rounded(reading.value) if kept else None,
        "answer": reading.answer if kept else WITHHELD,
        "period": None if period is None else {"start": str(period.start), "end": str(period.last)},
        "note": reading.note if kept else "",
    }
