"""An earlier check looked at again: which of its findings would now read differently, and why."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from dateline import checking, desk
from dateline.checking import CheckContext
from dateline.ledgers import corrections
from dateline.ledgers.producers import Producers
from dateline.ledgers.store.folder import open_store
from dateline.publishing.schema import program
from dateline.publishing.withholding import withheld_finding
from dateline.rechecking.causes import CAUSES, Cause, causes, corrected, same
from dateline.rechecking.fields import RecheckError
from dateline.rechecking.kept import Kept
from dateline.rechecking.kept import read as read_kept
from dateline.records.claim import Claim
from dateline.records.finding import DECISIVE, Finding
from dateline.theatres import loader

__all__ = ["CAUSES", "Cause", "Difference", "RecheckError", "Rechecked", "knowledge", "recheck", "recheck_kept"]

AsOf = Literal["published", "today"] | date


@dataclass(frozen=True, slots=True)
class Difference:
    """One finding that would read differently. `told`: the earlier check said so itself ("since revised to 221")."""

    claim: Claim
    then: Finding
    now: Finding
    causes: tuple[Cause, ...]
    told: bool = False

    @property
    def kind(self) -> Literal["verdict", "figure"]:
        """Whether the verdict (or its reason) is another, or the figure behind the same verdict."""
        return "figure" if (self.then.verdict, self.then.reason) == (self.now.verdict, self.now.reason) else "verdict"


@dataclass(frozen=True, slots=True)
class Rechecked:
    """`skipped` are ids of claims that a file of the first form does not describe well enough to check again."""

    kept: Kept
    theatre: str | None
    policy: str
    program: str
    as_of: str
    today: date
    differences: tuple[Difference, ...]
    skipped: tuple[str, ...] = ()


def recheck(path: Path, *, as_of: AsOf = "today", today: date | None = None, theatre: str | None = None) -> Rechecked:
    """Checks the claims in `path` (JSON of an earlier check) again, as they were read then.

    `as_of` "published" sees again what was known on the report's day, so that only corrections and other rules show;
    "today" everything known now. `theatre` is for files of the first form, which name none. Raises RecheckError for a
    file that is no such JSON and TheatreError for a theatre that is not installed.
    """
    return recheck_kept(read_kept(path), as_of=as_of, today=today, theatre=theatre)


def recheck_kept(
    kept: Kept, *, as_of: AsOf = "today", today: date | None = None, theatre: str | None = None
) -> Rechecked:
    """The same for a check that has been read, or was never written (`kept.of_check`). Raises TheatreError."""
    today = today or date.today()
    home = loader.load(theatre or kept.theatre or _theatre_of(kept) or loader.ANYWHERE)
    then = desk.context_of(home, kept.day, kept.as_of, today)
    now = desk.context_of(home, kept.day, as_of, today)
    skipped = tuple(c.id for c in kept.claims if not kept.whole and _unsaid(c))
    return Rechecked(
        kept=kept,
        theatre=None if home.id == loader.ANYWHERE else home.id,
        policy=checking.POLICY,
        program=program(),
        as_of=str(as_of),
        today=today,
        differences=_differences(kept, then, now, skipped),
        skipped=skipped,
    )


def knowledge() -> str:
    """Names what every recheck compares with: another word after an import, a correction, or with another program."""
    store = open_store()
    said = (str(store.home), store.generation, corrections.read(store.home), checking.POLICY, program())
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _differences(kept: Kept, then: CheckContext, now: CheckContext, skipped: tuple[str, ...]) -> tuple[Difference, ...]:
    bare = [replace(claim, finding=None) for claim in kept.claims]
    again = checking.check_claims(bare, then)
    late = again if now == then else checking.check_claims(bare, now)
    found = []
    for old, seen, new in zip(kept.claims, again, late, strict=True):
        assert old.finding is not None and seen.finding is not None and new.finding is not None
        if old.id in skipped or same(old.finding, new.finding):
            continue
        why = causes(kept, checking.POLICY, program(), (old.finding, seen.finding, new.finding))
        why = tuple(corrected(cause, now.ledgers.corrections) for cause in why)
        found.append(_difference(old, new.finding, why, now.ledgers.producers))
    return tuple(found)


def _difference(claim: Claim, now: Finding, why: tuple[Cause, ...], producers: Producers) -> Difference:
    assert claim.finding is not None
    then = claim.finding
    return Difference(
        claim, withheld_finding(then, producers), withheld_finding(now, producers), why,
        told=then.today is not None and then.today == now.verdict,
    )  # fmt: skip


def _unsaid(claim: Claim) -> bool:
    """Whether the reader may have doubted the claim: a file of the first form has no word of it."""
    finding = claim.finding
    return finding is not None and finding.verdict == "unverified" and not finding.readings


def _theatre_of(kept: Kept) -> str | None:
    """The theatre whose producers the readings of a file of the first form name most often."""
    named = Counter(
        reading.producer
        for claim in kept.claims
        if claim.finding is not None and claim.finding.verdict in DECISIVE
        for reading in claim.finding.readings
    )
    if kept.whole or not named:
        return None
    fits: dict[str, int] = {}
    for name in loader.installed():
        own = Producers.read(loader.load(name).folder / "producers.yml")
        fits[name] = sum(n for producer, n in named.items() if producer in own and own[producer].ledgers)
    best = max(fits, key=lambda name: fits[name])
    return best if fits[best] else None
