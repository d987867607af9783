"""The figures of a bundle worked out again from the ledgers of this machine: every query run, every series compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from dateline import checking, desk
from dateline.publishing.bundling import Again
from dateline.publishing.bundling.repeating import close, regions_file, series_of
from dateline.rechecking.kept import Kept, parse
from dateline.records.claim import Claim
from dateline.records.finding import Finding
from dateline.records.series import Series
from dateline.theatres import loader
from dateline.theatres.loader import TheatreError

#: Gives the value of a query, or says in a sentence why it cannot.
Run = Callable[[str], float | str | None]
_SHOWN = 3


def recompute(members: Mapping[str, bytes], run: Run) -> tuple[Again, ...]:
    """Every figure of a bundle's members by the ledgers as they stood on the bundle's day. Raises RecheckError for a
    check.json that cannot be read."""
    kept = parse(members.get("check.json", b""))
    fresh = _fresh(kept)
    return tuple(
        _again(claim, claim.finding, fresh.get(claim.id), members, run)
        for claim in kept.claims
        if claim.finding is not None and claim.finding.computed is not None
    )


def _fresh(kept: Kept) -> dict[str, Finding]:
    """The findings of this machine on the same claims, for their series; none where its theatre is not here, and none
    of a check that holds no words, by which some claims are told apart."""
    try:
        home = loader.load(kept.theatre or loader.ANYWHERE)
    except TheatreError:
        return {}
    if not all(claim.sentence for claim in kept.claims):
        return {}
    context = desk.context_of(home, kept.day, kept.as_of, date.today())
    checked = checking.check_claims([replace(claim, finding=None) for claim in kept.claims], context)
    return {claim.id: claim.finding for claim in checked if claim.finding is not None}


def _again(claim: Claim, old: Finding, new: Finding | None, members: Mapping[str, bytes], run: Run) -> Again:
    then, name = old.computed, claim.id
    assert then is not None
    if not old.query:
        return Again(name, "cannot", then, None, "it has no query")
    now = run(old.query)
    if not isinstance(now, float):
        return Again(name, "cannot", then, None, now or "the ledgers here have no answer to its query")
    if not close(now, then):
        return Again(name, "differs", then, now, "its query gives another figure here")
    other = list(_differing(claim.id, new, members)) if new is not None else []
    if other:
        more = f" and {len(other) - _SHOWN} more" if len(other) > _SHOWN else ""
        return Again(name, "differs", then, now, f"its series has other values: {'; '.join(other[:_SHOWN])}{more}")
    return Again(name, "same", then, now, "its query" if new is None else "its query and its series")


def _differing(claim: str, new: Finding, members: Mapping[str, bytes]) -> Iterator[str]:
    """What the bundle's series of a claim say otherwise than those of this machine, in words."""
    for file, series in ((f"data/{claim}.csv", new.series), (regions_file(claim), new.regions)):
        if file not in members or series is None:
            continue
        try:
            then = {(row.start, row.end, row.part): row.value for row in series_of(members[file])}
        except (ValueError, KeyError):
            yield f"{file} is no series"
            continue
        for key, value in _points(series).items():
            if key not in then:
                yield f"{file} has nothing of {key[0]}"
            elif not _alike(then[key], value):
                yield f"{file}, {key[2] or key[0]}: {_words(then[key])} and here {_words(value)}"
        yield from (f"{file} has {key[0]}, and no series here does" for key in then if key not in _points(series))


def _points(series: Series) -> dict[tuple[date, date, str], float | None]:
    return {(point.start, point.last, point.label): point.value for point in series.points}


def _alike(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else close(one, other)


def _words(value: float | None) -> str:
    return "no answer" if value is None else f"{value:,.10g}"
