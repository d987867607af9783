"""What may not leave this machine: rows and figures of a producer that declares `redistribute: none` are taken out of
whatever is published, with the reason in their place. The verdict stays, and so do the producer's name and address."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from dateline.ledgers.producers import Producers
from dateline.publishing import wording
from dateline.publishing.producers import names_of
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.records.finding import Finding, Reading
from dateline.records.series import Series
from dateline.theatres.loader import TheatreError, load

#: Stands where a figure was taken out.
WITHHELD = "withheld"


def reason(name: str) -> str:
    """Why a figure is not there, for the reader."""
    return f"withheld: {name} does not let its figures be passed on; dateline figure shows them on your own machine"


def withhold(check: Check) -> Check:
    """The check as it may be published. The same object where nothing has to be taken out."""
    if check.theatre is None:
        return check
    try:
        producers = _producers(load(check.theatre).folder)
    except (TheatreError, FileNotFoundError):
        return check
    claims = tuple(_claim(claim, producers, check.theatre) for claim in check.claims)
    dismissed = tuple((_claim(claim, producers, check.theatre), why) for claim, why in check.dismissed)
    if all(a is b for a, b in zip(claims, check.claims, strict=True)):
        return check
    return replace(check, claims=claims, dismissed=dismissed)


@lru_cache(maxsize=8)
def _producers(folder: Path) -> Producers:
    return Producers.read(folder / "producers.yml")


def _claim(claim: Claim, producers: Producers, theatre: str) -> Claim:
    if claim.finding is None:
        return claim
    finding = withheld_finding(claim.finding, producers)
    if finding is claim.finding:
        return claim
    # The sentence quotes the figures: another is put together from what is left.
    said = wording.sentence(replace(claim, finding=replace(finding, summary="")), names_of(theatre)).rstrip(".")
    return replace(claim, finding=replace(finding, summary=f"{said}; {_because(finding.withheld, producers)}"))


def withheld_finding(finding: Finding, producers: Producers) -> Finding:
    """The finding without figures of producers that let none be passed on; the same object where it has none, or none
    any more: what an editor has said of it since stands."""
    held = tuple(dict.fromkeys(r.producer for r in finding.readings if not may_leave(r.producer, producers)))
    drawn = [series for series in (finding.series, finding.regions) if series is not None]
    held = tuple(dict.fromkeys((*held, *(s.producer for s in drawn if not may_leave(s.producer, producers)))))
    if not held or _is_done(finding, held):
        return finding
    first = finding.readings[0].producer if finding.readings else held[0]
    keeps = first not in held and not _from_held(finding, held)
    return replace(
        finding,
        summary=f"{wording.WORDS[finding.verdict]}; {_because(held, producers)}",
        computed=finding.computed if keeps else None,
        readings=tuple(_reading(r, producers) if r.producer in held else r for r in finding.readings),
        since="",
        series=_kept(finding.series, held),
        regions=_kept(finding.regions, held),
        withheld=held,
    )


def _is_done(finding: Finding, held: tuple[str, ...]) -> bool:
    """Whether the figures of these producers were taken out before."""
    taken = all(r.value is None and r.answer == WITHHELD for r in finding.readings if r.producer in held)
    drawn = any(s is not None and s.producer in held for s in (finding.series, finding.regions))
    return taken and not drawn and set(held) <= set(finding.withheld)


def _kept(series: Series | None, held: tuple[str, ...]) -> Series | None:
    return None if series is None or series.producer in held else series


def may_leave(producer: str, producers: Producers) -> bool:
    """Whether a producer's figures may be passed on. One that nobody declared is the user's own series."""
    return producer not in producers or producers[producer].redistribute != "none"


def _from_held(finding: Finding, held: tuple[str, ...]) -> bool:
    """Whether the value shown first is one that a withheld reading has."""
    return any(r.producer in held and r.value == finding.computed for r in finding.readings)


def _reading(reading: Reading, producers: Producers) -> Reading:
    return replace(reading, value=None, answer=WITHHELD, note=reason(producers[reading.producer].short))


def _because(held: tuple[str, ...], producers: Producers) -> str:
    return reason(", ".join(producers[p].short for p in held))
