"""The findings as W3C Web Annotations: each bound to its words by quotation and by position."""

from __future__ import annotations

import json
from typing import Any

from dateline.publishing import wording
from dateline.publishing.addresses import address, identifier
from dateline.publishing.producers import Names, names_of
from dateline.records.check import Check
from dateline.records.claim import Claim


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """An AnnotationPage as JSON-LD; positions count characters of the text as read."""
    names = names_of(check.theatre)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{identifier(check.report)}:findings",
        "type": "AnnotationPage",
        "items": [_annotation(check, claim, names) for claim in check.claims],
    }
    return json.dumps(page, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _annotation(check: Check, claim: Claim, names: Names) -> dict[str, Any]:
    finding = claim.finding
    word = wording.verdict_word(finding) if finding else wording.WORDS["unverified"]
    report = check.report
    source = address(report) if report.source.startswith(("http://", "https://")) else identifier(report)
    annotation: dict[str, Any] = {
        "id": f"{identifier(report)}:{claim.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "language": "en",
             "value": wording.sentence(claim, names)},
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "language": "en", "value": word},
        ],
        "target": {"source": source, "selector": [
            {"type": "TextQuoteSelector", "exact": claim.quote.exact, "prefix": claim.quote.prefix,
             "suffix": claim.quote.suffix},
            {"type": "TextPositionSelector", "start": claim.quote.start, "end": claim.quote.end},
        ]},
        "generator": {"type": "Software", "name": f"Dateline, policy {check.policy}"},
    }  # fmt: skip
    if finding is not None and finding.decided_by != "machine":
        annotation["creator"] = {"type": "Person", "name": finding.decided_by}
    if check.today is not None:
        annotation["created" if annotation.get("creator") else "generated"] = f"{check.today}T00:00:00Z"
    return annotation
