"""One saying of a parsed sentence: its cue, content and source as tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Saying:
    """One cue at token `cue` of a Doc, the tokens of what is said and of who says it (None: not named here)."""

    cue: tuple[int, ...]
    content: frozenset[int]
    source: tuple[int, int] | None
    name: str
    form: str


def tree(token: Any) -> set[int]:
    """The tokens of a phrase, with all that hangs on it."""
    return {t.i for t in token.subtree}
