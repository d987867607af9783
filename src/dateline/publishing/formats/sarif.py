"""The findings as SARIF 2.1.0, the form that code scanning and editors read."""

from __future__ import annotations

import json
from importlib import metadata
from typing import Any

from dateline.publishing import wording
from dateline.publishing.addresses import address
from dateline.publishing.amounts import rounded
from dateline.publishing.lines import Lines
from dateline.publishing.producers import Names, names_of
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.records.finding import Finding, Verdict

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
#: SARIF's kind and level by verdict; a level other than none is only for what fails.
_KINDS: dict[Verdict, tuple[str, str]] = {
    "contradicted": ("fail", "error"), "disputed": ("fail", "warning"), "qualified": ("fail", "note"),
    "holds": ("pass", "none"), "unverified": ("open", "none"), "not_checkable": ("notApplicable", "none"),
}  # fmt: skip


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """One run with one result a claim; lines and columns are those of the text as read, in characters."""
    version = metadata.version("dateline")
    run: dict[str, Any] = {
        "tool": {"driver": {
            "name": "Dateline", "version": version, "semanticVersion": version,
            "properties": {"policy": check.policy, "as_of": check.as_of},
            "rules": [
                {"id": v, "name": v, "shortDescription": {"text": wording.WORDS[v]},
                 "fullDescription": {"text": wording.MEANINGS[v]}, "defaultConfiguration": {"level": _KINDS[v][1]}}
                for v in wording.ORDER
            ],
        }},
        "artifacts": [_artifact(check)],
        "results": _results(check),
        "columnKind": "unicodeCodePoints",
        "properties": {"unread": [
            {"exact": u.exact, "start": u.start, "end": u.end, "why": u.why} for u in check.unread
        ]},
    }  # fmt: skip
    told = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _artifact(check: Check) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": address(check.report)}, "roles": ["analysisTarget"]}
    if check.report.sha256:
        artifact["hashes"] = {"sha-256": check.report.sha256}
    return artifact


def _results(check: Check) -> list[dict[str, Any]]:
    names, lines, uri = names_of(check.theatre), Lines(check.report.text), address(check.report)
    order = {verdict: at for at, verdict in enumerate(wording.ORDER)}
    return [_result(claim, order, names, lines, uri) for claim in check.claims]


def _result(claim: Claim, order: dict[Verdict, int], names: Names, lines: Lines, uri: str) -> dict[str, Any]:
    finding = claim.finding or Finding("unverified", "no_ledger", "Not checked yet.")
    kind, level = _KINDS[finding.verdict]
    at = lines.region(claim.quote.start, claim.quote.end)
    region = {
        "startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column,
        "charOffset": claim.quote.start, "charLength": claim.quote.end - claim.quote.start,
        "snippet": {"text": claim.quote.exact},
    }  # fmt: skip
    return {
        "ruleId": finding.verdict,
        "ruleIndex": order[finding.verdict],
        "kind": kind,
        "level": level,
        "message": {"text": wording.sentence(claim, names)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri, "index": 0}, "region": region}}],
        "properties": {
            "id": claim.id, "reason": finding.reason, "measure": claim.measure, "frame": claim.frame,
            "claimed": rounded(claim.value), "claimedUnit": claim.unit, "computed": rounded(finding.computed),
            "computedUnit": finding.unit, "query": finding.query, "decidedBy": finding.decided_by,
        },
    }  # fmt: skip
