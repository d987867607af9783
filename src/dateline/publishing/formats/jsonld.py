"""The report as a schema.org NewsArticle with the figures it states, and a ClaimReview of each that a person signed."""

from __future__ import annotations

import json
from typing import Any

from dateline.publishing import wording
from dateline.publishing.addresses import address, identifier
from dateline.publishing.citing import web_address
from dateline.publishing.producers import Names, names_of
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.records.finding import Source

#: Stated in place, so that the document can be read without fetching schema.org's own.
_CONTEXT = {"@vocab": "https://schema.org/"}


def render(check: Check, *, width: int = 100, color: bool = False) -> str:
    """One JSON-LD document. A finding that only the machine decided is described and is no ClaimReview."""
    names = names_of(check.theatre)
    signed = [claim for claim in check.claims if claim.finding and claim.finding.decided_by != "machine"]
    graph = [_article(check, names), *(_review(check, claim, names) for claim in signed)]
    told = {"@context": _CONTEXT, "@graph": graph}
    return json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _article(check: Check, names: Names) -> dict[str, Any]:
    report = check.report
    article: dict[str, Any] = {
        "@type": "NewsArticle", "@id": identifier(report), "headline": report.title, "abstract": report.standfirst,
        "author": [{"@type": "Person", "name": name} for name in report.authors],
        "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
        "datePublished": str(report.published) if report.published else None,
        "dateModified": str(report.updated) if report.updated else None,
        "inLanguage": report.language, "wordCount": report.words,
        "url": address(report) if report.source.startswith(("http://", "https://")) else None,
        "hasPart": [_claim(check, claim, names) for claim in check.claims],
        "isBasedOn": [_dataset(source, names) for source in _sources(check)],
    }  # fmt: skip
    return _told(article)


def _claim(check: Check, claim: Claim, names: Names) -> dict[str, Any]:
    said = claim.attribution
    return _told({
        "@type": "Claim", "@id": f"{identifier(check.report)}:{claim.id}", "text": claim.quote.exact,
        "abstract": wording.sentence(claim, names),
        "claimInterpreter": {"@type": "Organization", "name": said.source} if said else None,
    })  # fmt: skip


def _review(check: Check, claim: Claim, names: Names) -> dict[str, Any]:
    assert claim.finding is not None
    return _told({
        "@type": "ClaimReview", "@id": f"{identifier(check.report)}:{claim.id}:review",
        "claimReviewed": claim.quote.exact, "itemReviewed": {"@id": f"{identifier(check.report)}:{claim.id}"},
        "author": {"@type": "Person", "name": claim.finding.decided_by},
        "datePublished": str(check.today) if check.today else None,
        "reviewBody": wording.sentence(claim, names),
        "reviewRating": {"@type": "Rating", "alternateName": wording.verdict_word(claim.finding)},
    })  # fmt: skip


def _sources(check: Check) -> list[Source]:
    found = {(s.producer, s.url): s for claim in check.claims if claim.finding for s in claim.finding.sources}
    return list(found.values())


def _dataset(source: Source, names: Names) -> dict[str, Any]:
    return _told({
        "@type": "Dataset", "name": source.title, "url": web_address(source.url), "license": source.licence,
        "creator": {"@type": "Organization", "name": names.heading(source.producer)},
    })  # fmt: skip


def _told(fields: dict[str, Any]) -> dict[str, Any]:
    """What is known of it."""
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}
