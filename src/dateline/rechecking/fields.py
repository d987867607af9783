"""Strict reading of a JSON document's fields: each error names the field and what stands there."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

_Word = TypeVar("_Word", bound=str)
_SHOWN = 40


class RecheckError(Exception):
    """One line that says why a file is no check that can be looked at again, and where in it."""


class Node:
    """One object of the document. `at` is its path as a person would write it ("claims[3].finding")."""

    def __init__(self, value: object, at: str) -> None:
        if not isinstance(value, dict):
            raise RecheckError(f"{at or 'the document'} is {shown(value)} and no object")
        self._fields: dict[str, Any] = value
        self.at = at

    def has(self, key: str) -> bool:
        return key in self._fields

    def text(self, key: str, default: str | None = None) -> str:
        """A string. Without `default` the field must be there."""
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, value, "text")
        return value

    def text_or_none(self, key: str) -> str | None:
        return None if self._get(key, None) is None else self.text(key)

    def word(self, key: str, words: Sequence[_Word]) -> _Word:
        """A string that is one of `words`."""
        value = self.text(key)
        for known in words:
            if value == known:
                return known
        raise self._wrong(key, value, f"one of {', '.join(words)}")

    def word_or_none(self, key: str, words: Sequence[_Word]) -> _Word | None:
        return None if self._get(key, None) is None else self.word(key, words)

    def words(self, key: str, words: Sequence[_Word]) -> tuple[_Word, ...]:
        """A list of `words`, empty where the field is absent."""
        found = []
        for value in self._list(key, []):
            if value not in words:
                raise self._wrong(key, value, f"one of {', '.join(words)}")
            found.append(next(w for w in words if w == value))
        return tuple(found)

    def number(self, key: str) -> float | None:
        """A finite number, or None where the field is null or absent."""
        value = self._get(key, None)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise self._wrong(key, value, "a finite number")
        return float(value)

    def whole(self, key: str) -> int:
        value = self._get(key, ...)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self._wrong(key, value, "a whole number from 0")
        return value

    def flag(self, key: str, default: bool | None = None) -> bool:
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, value, "true or false")
        return value

    def day(self, key: str) -> date:
        found = self.day_or_none(key)
        if found is None:
            raise self._wrong(key, None, "a date as 2025-05-30")
        return found

    def day_or_none(self, key: str) -> date | None:
        value = self._get(key, None)
        if value is None:
            return None
        try:
            if not isinstance(value, str) or len(value) != 10:
                raise ValueError(value)
            return date.fromisoformat(value)
        except ValueError:
            raise self._wrong(key, value, "a date as 2025-05-30") from None

    def node(self, key: str) -> Node:
        return Node(self._get(key, ...), self._path(key))

    def node_or_none(self, key: str) -> Node | None:
        return None if self._get(key, None) is None else self.node(key)

    def nodes(self, key: str) -> Iterator[Node]:
        """The objects of a list that must be there."""
        for at, value in enumerate(self._list(key, ...)):
            yield Node(value, f"{self._path(key)}[{at}]")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of text, empty where the field is absent."""
        found = self._list(key, [])
        for value in found:
            if not isinstance(value, str):
                raise self._wrong(key, value, "text")
        return tuple(str(value) for value in found)

    def strings(self, key: str) -> dict[str, str]:
        """An object whose values are all text."""
        inner = self.node(key)
        return {name: inner.text(name) for name in inner._fields}

    def wrong(self, what: str) -> RecheckError:
        """An error about the object itself."""
        return RecheckError(f"{self.at or 'the document'} {what}")

    def _list(self, key: str, default: object) -> list[object]:
        value = self._get(key, default)
        if not isinstance(value, list):
            raise self._wrong(key, value, "a list")
        return value

    def _get(self, key: str, default: object) -> Any:
        if key in self._fields:
            return self._fields[key]
        if default is ...:
            raise RecheckError(f"{self._path(key)} is missing")
        return default

    def _path(self, key: str) -> str:
        return f"{self.at}.{key}" if self.at else key

    def _wrong(self, key: str, value: object, wanted: str) -> RecheckError:
        if key not in self._fields:
            return RecheckError(f"{self._path(key)} is missing")
        return RecheckError(f"{self._path(key)} is {shown(value)} and not {wanted}")


def shown(value: object) -> str:
    """A value as an error shows it: short and on one line."""
    text = " ".join(repr(value).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
