"""Figures that belong together: two ends of a range, and lists whose unit stands once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.directions import FROM, TREND
from dateline.extracting.amounts.figure import Stated
from dateline.extracting.amounts.numerals import number
from dateline.extracting.patterns import when_asked
from dateline.languages import en

_LIST = when_asked(r",\s|,?\s(?:and|or|by)\s|\s[x×]\s")
_DASH = when_asked(r"\s?[-–—]\s?(?:to\s)?")
_TO = when_asked(r"\s(?:up\s)?to[\s-](?:(?:about|around|some|as much as|as many as|up to|nearly|almost|over)\s)?")
#: "from 90 litres full to 60".
_WORD_TO = when_asked(r"\s[a-z]+\sto\s")
_AND = when_asked(r"\sand\s")
_OR = when_asked(r"\sor\s")
_BETWEEN = when_asked(r"\b(?:between|anywhere between)\s(?:about\s|around\s|the\s)?$", re.IGNORECASE)
_RANGING = when_asked(r"\b(?:from|between|ranging|ranges?|anywhere|anything|of)\b[^,;]{0,12}$", re.IGNORECASE)
#: Ends of a range are seldom further apart than this: "rose by 40 to 7,000" are two figures.
_FAR: Final = 4


def joined(text: str, found: list[Stated]) -> list[Stated]:
    """Two figures that are the ends of one range are one."""
    joined: list[Stated] = []
    for figure in found:
        pair = _range(text, joined[-1], figure) if joined else None
        if pair is not None:
            joined[-1] = pair
        else:
            joined.append(figure)
    return joined


def _range(text: str, first: Stated, second: Stated) -> Stated | None:
    if first.value is None or second.value is None or "fraction" in (first.kind, second.kind):
        return None
    if "multiple" in (first.kind, second.kind) and first.kind != "count":
        return None
    between, before = text[first.end : second.start], text[max(0, first.start - 40) : first.start]
    moved = FROM.search(before) is not None and (_TO.fullmatch(between) or _WORD_TO.fullmatch(between)) is not None
    same = first.name == second.name or not first.unit or second.name.startswith(f"{first.name} per ")
    same = same or (first.kind == "money" and not second.name and _DASH.fullmatch(between) is not None)
    low, high = _scaled(text, first, second)
    if moved:
        if not (same or not second.unit):
            return None
    elif (
        not same
        or not (low < high)
        or not (
            _DASH.fullmatch(between)
            or (_TO.fullmatch(between) and not _moved_to(before, first, second, high / low if low else 0.0))
            or (_AND.fullmatch(between) and _BETWEEN.search(before))
            or (_OR.fullmatch(between) and high <= 2 * low and not first.unit)
        )
    ):
        return None
    unit = second if second.unit or second.name else first
    return replace(unit, start=first.start, end=second.end, core_start=first.core_start, core_end=second.core_end,
                   value=None, low=low, high=high, doubtful=False)  # fmt: skip


def _scaled(text: str, first: Stated, second: Stated) -> tuple[float, float]:
    """ "60 to 70 million" are millions both; "300 to 2 million" are not."""
    low, high = first.value or 0.0, second.value or 0.0
    word = re.search(
        r"(hundred|thousand|[mbtr]+illion|mln|mn|bn|tn|[mbk])$", text[second.core_start : second.core_end].lower()
    )
    bare = text[first.core_start : first.core_end]
    if word is None or (re.search(r"[a-z]$", bare) and number(bare.split()[-1]) is None):
        return low, high
    scale = en.SCALES[word[1]]
    return (low * scale if low <= high / scale * 1.0001 else low), high


def _moved_to(before: str, first: Stated, second: Stated, times: float) -> bool:
    """ "rose 5 percent to 30": by and to, not a range; but a bare "grew 5 to 10 percent" is one. The second end is
    `times` the first."""
    if TREND.search(before) is not None:
        return bool(first.unit) or times > _FAR
    return times > 4 * _FAR and not (first.unit or second.unit) and _RANGING.search(before) is None


def listed(text: str, found: list[Stated]) -> list[Stated]:
    """Figures of a list share the unit that only its last states ("3.2, 4 and 7.5 inches"), or its first ("aged 4, 7
    and 12")."""
    shared = False
    for i in range(len(found) - 2, -1, -1):
        first, second = found[i], found[i + 1]
        between = text[first.end : second.start]
        # "It rose to 40, 3 percent more" is no list: the last two of one are joined by a word.
        joins = _LIST.fullmatch(between) is not None and (shared or between.strip() != ",")
        own = second.kind == "age" and not second.unit  # "Anna, 40," says nothing of the number before
        led = text[second.start].isdigit() or text[second.start] in "-−"  # in "2, $5" each has its own
        shared = _bare(first) and bool(second.name) and joins and led and not own
        if shared:
            found[i] = replace(first, unit=second.unit, name=second.name, kind=second.kind, doubtful=False)
    aged = False
    for i in range(1, len(found)):
        first, second = found[i - 1], found[i]
        aged = first.kind == "age" and (aged or _AGED.search(text, 0, first.start) is not None)
        if aged and _bare(second) and _LIST.fullmatch(text, first.end, second.start):
            found[i] = replace(second, name=first.name, kind="age", doubtful=False)
    return found


_AGED = re.compile(r"\b(?:aged|ages)\s(?:between\s)?$", re.IGNORECASE)


def _bare(figure: Stated) -> bool:
    return figure.kind == "count" and not figure.name
