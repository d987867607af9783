"""Bounds, approximations and directions of figures: "at least", "some", "rose by"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.figure import Change, Stated
from dateline.extracting.patterns import when_asked
from dateline.languages import en, en_figures

_BEFORE = when_asked(
    rf"(?:^|(?<=[\s(]))(?:{'|'.join(f'(?P<{op}>{pattern})' for pattern, op in en.BEFORE)})(?: (?:the|an?))?\s?$",
    re.IGNORECASE,
)
#: "10 cars and more" and "5 plus tax" are no bounds.
_AFTER = tuple(
    (when_asked(rf"(?!\s(?:plus|and\smore)\b)\s?(?:{pattern})(?!\w)", re.IGNORECASE), op) for pattern, op in en.AFTER
)
_MARK: Final[dict[str, Change]] = {"ge": ">", "gt": ">", "le": "<", "lt": "<", "nearly": "~", "approx": "~"}
_LINK: Final = (
    r"(?:\s(?:by|of|another|an?|additional|further|extra|just|only|nearly|a further|some|its|his|their|about)){0,3}\s$"
)
#: "cut its forecast by another 5": the object may stand between.
_BY: Final = r"(?:\s(?!by\b)[\w'’-]+){1,4}\sby(?:\s(?:another|an?|a further|an additional|just|only))?\s$"
TREND = when_asked(
    rf"(?<![\w-])(?:(?P<up>{en_figures.UP})|(?P<down>{en_figures.DOWN}))(?:{_LINK}|{_BY})", re.IGNORECASE
)
#: What parts a figure from the same one in other units: "5 miles (8 km)".
_IN_BRACKETS = when_asked(r"\s?[(\[]\s?(?:or\s|about\s|around\s|~)?")
FROM = when_asked(r"\bfrom\s(?:(?:about|around|some|up to|nearly|just|an?|the|a record)\s)?$", re.IGNORECASE)


def modifier(text: str, start: int) -> Change | None:
    before = text[max(0, start - 34) : start]
    if not before or not (before[-1].isspace() or before[-1] in "~≈<>"):
        return None
    found = _BEFORE.search(before)
    return _MARK[found.lastgroup] if found is not None and found.lastgroup is not None else None


def directed(text: str, figure: Stated, found: list[Stated]) -> Stated:
    """The figure with its bound, approximation or direction."""
    bracketed = next(
        (f for f in found if f.end <= figure.start and _IN_BRACKETS.fullmatch(text, f.end, figure.start)), None
    )
    if bracketed is not None:
        return replace(figure, change=directed(text, bracketed, []).change)
    change = modifier(text, figure.start)
    if figure.low is not None and FROM.search(text[max(0, figure.start - 40) : figure.start]):
        change = None  # "from up to 9 to 12": the bound is of one end
    if change is None:
        after = next((op for pattern, op in _AFTER if pattern.match(text, figure.end)), None)
        change = _MARK[after] if after else None
    if change is None:
        change = _trend(text, figure)
    return replace(figure, change=change) if change is not None else figure


_PARTICLE = re.compile(
    rf"\b(?:{en_figures.PARTICLE_VERBS})\s(?:[\w'’-]+\s){{0,2}}?(?:up|down)\s(?:[\w'’-]+\s){{0,3}}$", re.IGNORECASE
)
_RAISED = when_asked(r"rais\w+\s(?!.*\bby\b)", re.IGNORECASE)


def _trend(text: str, figure: Stated) -> Change | None:
    if figure.kind == "age":
        return None
    if figure.value is not None and text[figure.core_start] in "-−+" and figure.kind in ("percent", "points", "money"):
        return "up" if text[figure.core_start] == "+" else "down"
    before = text[max(0, figure.start - 48) : figure.start]
    match = TREND.search(before)
    if match is None or _PARTICLE.search(before, 0, match.end()) is not None:
        return None
    if figure.kind == "money" and _RAISED.match(before, match.start()):
        return None  # "raised 5 million dollars" is how much came in
    return "up" if match["up"] else "down"
