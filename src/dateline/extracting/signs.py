"""The first look at a sentence: which readers can find anything in it at all.

Every reader names the words without which it finds nothing. One pass of re2 over a sentence tells which of them are
there; what nobody can read is not read, and most sentences of a news page are such.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import re2

from dateline.languages import en

#: The sign of a number in digits or words; readers that need an amount name it as their own.
NUMBER: Final = "number"
#: The sign of a plan or a forecast.
AHEAD: Final = "ahead"


def _words(*groups: object) -> str:
    found = {word for group in groups for word in group}  # type: ignore[attr-defined]
    return "|".join(sorted(found, key=len, reverse=True))


#: What an amount is written with. Parts of words count ("twenty-six", "fivefold"): a first look may see too much.
NUMBERED: Final = (
    r"\d|" + _words(en.ONES, en.TENS, en.VAGUE, en.DENOMINATORS) + r"|hundred|thousand|million|billion|dozen"
    r"|pair|couple|fourths|twice|thrice|single|sole|lone|\bnil\b|\bnone\b|\bno\b"
)


#: What re2 reads otherwise than `re`, and what is wider and read alike: (outside a class, inside one).
_WIDER: Final = {
    "w": (r"[\pL\pN_]", r"\pL\pN_"),
    "d": (r"\pN", r"\pN"),
    "s": (r"[\s\pZ]", r"\s\pZ"),
    "b": ("", r"\x08"),
}


def wider(pattern: str) -> str:
    """A pattern of re2 that is found wherever `re` finds `pattern`, and in more places: without what looks around.
    A class must not begin with a bracket."""
    found, at, inside = "", 0, False
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            escaped = pattern[at + 1]
            found += _WIDER[escaped][inside] if escaped in _WIDER else letter + escaped
            at += 2
            continue
        if not inside and pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), at):
            at = _closed(pattern, at)
            continue
        inside = letter == "[" or (inside and letter != "]")
        found += letter
        at += 1
    return found


def _closed(pattern: str, at: int) -> int:
    """The offset behind the group that opens at `at`."""
    depth, inside = 0, False
    while True:
        letter = pattern[at]
        at += 2 if letter == "\\" else 1
        if not inside:
            depth += (letter == "(") - (letter == ")")
        inside = letter == "[" or (inside and letter != "]")
        if depth == 0:
            return at


class Signs:
    """Patterns by name, all looked for in one pass; case does not matter. Safe in threads."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        """`patterns` are in re2's syntax (no look-around). ValueError where one is not."""
        options = re2.Options()
        options.case_sensitive = False
        options.max_mem = 64 << 20
        self._set = re2.Set.SearchSet(options)
        self._names: list[str] = []
        for name, pattern in patterns.items():
            try:
                self._set.Add(pattern)
            except re2.error as error:
                raise ValueError(f"the trigger of {name!r} is no pattern of re2: {error}") from None
            self._names.append(name)
        self._set.Compile()

    @property
    def names(self) -> frozenset[str]:
        """Every name that may be seen."""
        return frozenset(self._names)

    def __call__(self, text: str) -> frozenset[str]:
        """Names of the patterns that `text` holds."""
        return frozenset(self._names[i] for i in self._set.Match(text) or ())
