"""Comparisons whose subject moves over the ground: what is more or less is then ground, whatever else is told of."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked

_FRONT: Final = r"(?<!in )(?<!home )(?:fronts?|front(?:-| )?lines?|(?:battle|contact)(?: |-)?lines?|lines? of contact)"
#: "The front moved", "their troops have advanced", and at most a few words of degree behind.
_MOVED: Final = when_asked(
    rf"(?:\b{_FRONT}(?: [\w’'-]+){{0,5}}?"
    r" (?:mov(?:ed?|es|ing)|shift(?:s|ed|ing)?|chang(?:ed?|es|ing)|crept|budged|inched)"
    r"|\b(?:advanc(?:ed?|es|ing)|gain(?:ed|s|ing)? ground|(?:push|mov)(?:ed|es|ing) forward))"
    r"(?: (?!and\b|or\b|to\b)(?:\w+ly|far|much|even|still|no|a|an|bit|little|lot|some|about|around|by|over|only))* ?$",
    re.IGNORECASE,
)
_CLAUSE_MARK: Final = re.compile(r"[;:—–]|, (?:and|but|while|whereas|as|so|yet)\b| while | whereas ")


def ground_moved(parse: Parse, start: int) -> bool:
    """Whether what is compared at `start` is how far a front or an army moved: the words right before say so."""
    before = _CLAUSE_MARK.split(parse.text[:start])[-1]
    return _MOVED.search(before) is not None
