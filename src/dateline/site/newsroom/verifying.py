"""Whether what was published is still what was frozen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from dateline.site.stories.models import Publication, whole


@dataclass(frozen=True, slots=True)
class Verified:
    """Hashes of then and of what is stored now: of the evidence's bytes, and of the revision's Markdown."""

    publication: Publication
    evidence: str
    report: str

    @property
    def evidence_holds(self) -> bool:
        return self.evidence == self.publication.sha256

    @property
    def report_holds(self) -> bool:
        return self.report == self.publication.revision.sha256

    @property
    def holds(self) -> bool:
        return self.evidence_holds and self.report_holds


def verify(publication: Publication) -> Verified:
    """Hashes what is stored again."""
    revision = publication.revision
    return Verified(
        publication,
        _sha256(publication.evidence),
        _sha256(whole(revision.title, revision.standfirst, revision.text)),
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
