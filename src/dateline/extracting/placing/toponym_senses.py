"""Which of the places of a name is meant: the region named behind it, then the one that the text's places share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from dateline.gazetteer.world import Sense

Named = tuple[int, int, tuple[Sense, ...]]
#: A name with more homes than this says nothing of where the others lie.
_TOO_MANY: Final = 12
_TIE: Final = re.compile(r", ?| \(")


def ranked(text: str, named: Sequence[Named]) -> list[tuple[Sense, ...]]:
    """The senses of each name, the likeliest first. `named` are start, end and senses of toponyms in order."""
    shared = _shared(named)
    found = []
    for index, (_, end, senses) in enumerate(named):
        after = named[index + 1] if index + 1 < len(named) else None
        tied = _wide(after[2]) if after is not None and _TIE.fullmatch(text, end, after[0]) else frozenset()
        order = {
            sense: (bool({sense.parent, sense.parent[:2]} & tied), shared[sense.parent] + shared[sense.id])
            for sense in senses
        }
        found.append(tuple(sorted(senses, key=lambda s: order[s], reverse=True)))
    return found


def _wide(senses: Sequence[Sense]) -> frozenset[str]:
    return frozenset(s.id for s in senses if s.kind in ("country", "region"))


def _shared(named: Sequence[Named]) -> defaultdict[str, float]:
    """How much the names of a text speak for each region and country: every name has one voice, which it parts among
    the places that it can mean."""
    voices: defaultdict[str, float] = defaultdict(float)
    for senses in {senses for _, _, senses in named if 0 < len(senses) <= _TOO_MANY}:
        for sense in senses:
            share = 1 / len(senses)
            for place in {sense.id, sense.parent, sense.parent[:2]} - {""}:
                voices[place] += share
    return voices
