"""What goes into a bundle: page, check, table, the series behind each chart, sources, and the hash of everything."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from importlib import metadata
from typing import Any

from dateline.publishing import render
from dateline.publishing.bundling.archive import packed
from dateline.publishing.bundling.repeating import regions_file, way_of
from dateline.publishing.schema import check_dict, source_dict
from dateline.publishing.withholding import withhold
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.records.series import Series

MANIFEST = "manifest.json"
#: The hash of the manifest, which holds the hashes of all else.
SEAL = "manifest.sha256"
BUNDLE_SCHEMA = 1
_README = """\
A report checked by Dateline: every figure that it states, worked out again from open data or found in a record.

{page}check.json       the findings: claims, verdicts, readings, sources and the command that repeats each figure
claims.csv       the same, one claim a row
data/            the series behind each claim's chart and map, from which the figures can be worked out again
sources.json     whose figures they are, from where, under which licence
manifest.json    the hash of every file here, and how each figure follows from its series; manifest.sha256 is its own

Whether anything was changed since: dateline verify FILE.zip. It shows that the parts belong together and give the
figures again; who packed them it does not tell. With --recompute it asks the ledgers of your own machine as well.
{withheld}
"""
_WITH_TEXT = "page.html        the report with its figures marked, and a card for each\nreport.txt       the text\n"
_WITHHELD = "\nThe report's text was left out: claims say where their figure stands and not its words."


def pack(check: Check, *, text: bool = True) -> bytes:
    """The check as the bytes of a zip archive; the same check gives the same bytes.

    Without `text` nothing of the report's wording is in it (for a draft under embargo): no page, no sentences, no
    names, only measures, figures, verdicts and positions. Geometry never is.
    """
    check = withhold(check)
    files: dict[str, bytes] = {}
    if text:
        files["page.html"] = render(check, "html").encode()
        files["report.txt"] = check.report.text.encode()
    told = check if text else _wordless(check)
    document = check_dict(told)
    files["check.json"] = _json(document)
    files["claims.csv"] = render(told, "csv").encode()
    for claim in check.claims:
        if claim.finding is not None and claim.finding.series is not None:
            files[f"data/{claim.id}.csv"] = _series(claim.finding.series)
        if claim.finding is not None and claim.finding.regions is not None:
            files[regions_file(claim.id)] = _series(claim.finding.regions)
    ways = {claim["id"]: way for claim in document["claims"] if (way := way_of(claim, files)) is not None}
    files["sources.json"] = _json(_sources(check))
    page, withheld = (_WITH_TEXT, "") if text else ("", _WITHHELD)
    files["README.txt"] = _README.format(page=page, withheld=withheld).encode()
    files[MANIFEST] = _json(_manifest(check, files, text, ways))
    files[SEAL] = f"{_hash(files[MANIFEST])}  {MANIFEST}\n".encode()
    return packed(files)


def _manifest(check: Check, files: dict[str, bytes], text: bool, ways: dict[str, str]) -> dict[str, Any]:
    return {
        "bundle": BUNDLE_SCHEMA,
        "dateline": metadata.version("dateline"),
        "policy": check.policy,
        "theatre": check.theatre,
        "as_of": check.as_of,
        "checked": str(check.today) if check.today else None,
        "report_sha256": check.report.sha256,
        "with_text": text,
        "again": ways,
        "files": {name: {"bytes": len(data), "sha256": _hash(data)} for name, data in sorted(files.items())},
    }


def _wordless(check: Check) -> Check:
    """The check without a word of the report: what identifies it is the hash."""
    report = replace(check.report, title=None, standfirst=None, authors=(), outlet=None, text="", blocks=())
    claims = tuple(_mute(claim) for claim in check.claims)
    return replace(check, report=report, claims=claims, unread=(), dismissed=())


def _mute(claim: Claim) -> Claim:
    said = replace(claim.attribution, source="", cue="") if claim.attribution else None
    quote = replace(claim.quote, exact="", prefix="", suffix="")
    return replace(claim, sentence="", quote=quote, noun=None, attribution=said)


def _series(series: Series) -> bytes:
    """The points behind a chart; ends inclusive, an empty value has no answer."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("measure", "unit", "producer", "start", "end", "part", "value", "flags"))
    for p in series.points:
        value = "" if p.value is None else f"{p.value:.10g}"
        writer.writerow((series.measure, series.unit, series.producer, p.start, p.last, p.label, value,
                         " ".join(p.flags)))  # fmt: skip
    return out.getvalue().encode()


def _sources(check: Check) -> list[dict[str, Any]]:
    found = {(s.producer, s.title, s.url): s for c in check.claims if c.finding for s in c.finding.sources}
    return [source_dict(source) for source in found.values()]


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
