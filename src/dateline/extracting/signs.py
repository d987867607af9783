"""The first look at a sentence: which readers can find anything in it at all.

Every reader names the words without which it finds nothing. One pass of re2 over a sentence tells which of them are
there; what nobody can read is not read, and most sentences of a news page are such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import re2

from dateline.languages import en

#: The sign of a number in digits or words; readers that need an amount name it as their own.
NUMBER: Final = "number"
#: The sign of a plan or a forecast.
AHEAD: Final = "ahead"
#: The sign of a body whose name says "war" and dates nothing.
BODY: Final = "body"


def _words(*groups: object) -> str:
    found = {word for group in groups for word in group}  # type: ignore[attr-defined]
    return "|".join(sorted(found, key=len, reverse=True))


#: What an amount is written with. Parts of words count ("twenty-six", "fivefold"): a first look may see too much.
NUMBERED: Final = (
    r"\d|" + _words(en.ONES, en.TENS, en.VAGUE, en.DENOMINATORS) + r"|hundred|thousand|million|billion|dozen"
    r"|pair|couple|fourths|twice|thrice|single|sole|lone|\bnil\b|\bnone\b|\bno\b"
)


#: Beyond ASCII one letter stands for all: what tells them apart makes a pattern large, and few texts hold any.
_BEYOND: Final = r"\x{80}-\x{10FFFF}"
#: What re2 reads otherwise than `re`, and what is wider: (outside a class, inside one, inside one that excludes).
_WIDER: Final = {
    r"\w": (rf"[0-9A-Za-z_{_BEYOND}]", rf"0-9A-Za-z_{_BEYOND}", "0-9A-Za-z_"),
    r"\d": (rf"[0-9{_BEYOND}]", rf"0-9{_BEYOND}", "0-9"),
    r"\s": (rf"[\s\x0b\x1c-\x1f{_BEYOND}]", rf"\s\x0b\x1c-\x1f{_BEYOND}", r"\t\n\f\r "),
    r"\b": ("", r"\x08", r"\x08"),
    r"\B": ("",),
    "$": (r"\n?$", "$", "$"),  # the end of a text that ends a line
}
_PARTS: Final = re.compile(r"\\.|\(\?<?[=!]|\[\^?|[\]$]", re.DOTALL)
_CLASSES: Final = {"[": 1, "[^": 2, "]": 0}


def wider(pattern: str) -> str:
    """A pattern of re2 that is found wherever `re` finds `pattern`, and in more places: without what looks around.
    A class must not begin with a bracket."""
    found, at, inside = [], 0, 0
    while (part := _PARTS.search(pattern, at)) is not None:
        said = part.group()
        found.append(pattern[at : part.start()])
        at = part.end()
        if said.startswith("(") and not inside:
            at = _closed(pattern, part.start())
            continue
        found.append(_WIDER[said][inside] if said in _WIDER else said)
        if said in _CLASSES and not (inside and said != "]"):
            inside = _CLASSES[said]
    return "".join(found) + pattern[at:]


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
        self.names = frozenset(patterns)
        self._names = tuple(patterns)
        self._set = _compiled(re2.Set.SearchSet, patterns)

    def __call__(self, text: str) -> frozenset[str]:
        """Names of the patterns that `text` holds."""
        found = self._set.Match(text)
        return frozenset([self._names[i - 1] for i in found if i]) if found else self.names


class Openings:
    """Which of many patterns of `re` may match at a place of a text: told by one pass of re2 for all of them, which
    may name too many and misses none. Safe in threads."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """ValueError where a pattern is of a form that re2 does not know."""
        self._all = range(len(patterns))
        self._set = _compiled(re2.Set.MatchSet, {str(n): wider(p) for n, p in enumerate(patterns)})

    def __call__(self, text: str, at: int) -> Sequence[int]:
        """The numbers of the patterns that may match `text` at offset `at`, in order."""
        found = self._set.Match(text[at:])
        return [i - 1 for i in sorted(found) if i] if found else self._all


def _compiled(kind: Callable[[Any], Any], patterns: Mapping[str, str]) -> Any:
    """A set whose first member is found in any text: where not even that is, re2 has run out of memory and has looked
    for nothing."""
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = 64 << 20
    found = kind(options)
    found.Add("")
    for name, pattern in patterns.items():
        try:
            found.Add(pattern)
        except re2.error as error:
            raise ValueError(f"the trigger of {name!r} is no pattern of re2: {error}") from None
    found.Compile()
    return found
