"""The address of each figure: the one it had, as long as it is found again in the story, else a new one."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.editing import Decision
from dateline.editing.anchors import anchor, likeness
from dateline.records.claim import Claim, Quote
from dateline.site.stories.models import Figure, Story

#: How much of the words on either side must be as they were for another number to be the same figure, corrected.
CORRECTED = 0.9
#: Letters and digits that are not mistaken for one another when read aloud or copied by hand.
_LETTERS = "bcdfghjkmnpqrstvwxyz23456789"


def addresses(story: Story, claims: Sequence[Claim]) -> dict[str, str]:
    """The address of each claim, by the claim's id.

    A figure of an earlier publication is found again by its words and what stands around them, as an editor's
    decisions are. Where only the number is another, between the same words, it is the same figure put right.
    """
    given: dict[str, str] = {}
    left: list[Figure] = []
    for old in _last_of_each(story):
        claim, _ = anchor(_where(old), [c for c in claims if c.id not in given])
        if claim is None:
            left.append(old)
        else:
            given[claim.id] = old.address
    for old in left:
        corrected = _put_right(old, [c for c in claims if c.id not in given])
        if corrected is not None:
            given[corrected.id] = old.address
    fresh = _fresh()
    return {claim.id: given.get(claim.id) or next(fresh) for claim in claims}


def _last_of_each(story: Story) -> list[Figure]:
    """The story's figures as last published under each address, the latest publication first."""
    last: dict[str, Figure] = {}
    for figure in Figure.objects.filter(publication__story=story).order_by("-publication__number", "id"):
        last.setdefault(figure.address, figure)
    return list(last.values())


def _where(figure: Figure) -> Decision:
    quote: dict[str, Any] = figure.claim["quote"]
    return Decision(
        Quote(quote["exact"], quote["start"], quote["end"], quote["prefix"], quote["suffix"]),
        frame=figure.claim["frame"],
    )


def _put_right(figure: Figure, claims: Iterable[Claim]) -> Claim | None:
    """The one claim that stands where the figure stood and says another number."""
    where = _where(figure)
    if not where.quote.prefix and not where.quote.suffix:
        return None
    same = [c for c in claims if c.frame == where.frame and (c.measure or "") == figure.measure]
    there = [c for c in same if min(likeness(where, c)) >= CORRECTED]
    return there[0] if len(there) == 1 else None


def _fresh() -> Iterator[str]:
    """Addresses that no figure has."""
    while True:
        made = "".join(secrets.choice(_LETTERS) for _ in range(10))
        if not Figure.objects.filter(address=made).exists():
            yield made
