"""Every quantity of a text with its kind: its value and unit by rules, what it counts and is said of by the parse."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Any, Final

from dateline.extracting import parsing
from dateline.extracting.amounts import concepts, units
from dateline.extracting.amounts.figure import KIND_OF, Change, Kind, Stated
from dateline.extracting.amounts.stated import stated
from dateline.extracting.amounts.units import Unit

NO_UNIT: Final = "-"


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` is the number with its unit or the noun it counts.

    `value` is None for ranges and vague words, whose ends are `low` and `high` (None: open); fractions are fractions
    of one. `unit` is as the text has it, `normalized_unit` its one name ("kilometre", "dollar per month", "attack
    drone"), both "-" where no unit is named. `concepts` are the noun phrases it is said of, nearest first.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    change: Change
    unit: str
    normalized_unit: str
    concepts: tuple[str, ...]
    kind: Kind


def quantities(texts: Sequence[str]) -> list[list[Quantity]]:
    """The quantities of each sentence. Only sentences that state a figure are parsed.

    Raises parsing.ParserMissing where a sentence states one and no model is installed.
    """
    figures = [stated(text) for text in texts]
    with_figures = [i for i, found in enumerate(figures) if found]
    docs = parsing.parsed([texts[i] for i in with_figures]) if with_figures else []
    read: list[list[Quantity]] = [[] for _ in texts]
    for i, doc in zip(with_figures, docs, strict=True):
        numbers = {t.i for f in figures[i] for t in concepts.tokens_of(doc, f) or ()}
        read[i] = [q for f in figures[i] if (q := _quantity(texts[i], doc, f, numbers)) is not None]
    return read


_HYPHENATED = re.compile(r"-(?P<noun>[a-z]{3,})")
#: "a 500-strong force", "a 10-fold rise", "a 9-0 win": no noun that the number counts.
_NO_NOUN: Final = frozenset({"strong", "plus", "odd", "fold", "ish", "something", "per", "and", "old"})


def _quantity(text: str, doc: Any, figure: Stated, numbers: Set[int]) -> Quantity | None:
    """The figure with its noun and concepts; None where the parse shows it to be part of a name or a pronoun."""
    if figure.doubtful and concepts.is_name(doc, figure, numbers):
        return None
    unit, name, kind, end = figure.unit or NO_UNIT, figure.name or NO_UNIT, figure.kind, figure.end
    noun: list[int] = []
    hyphenated = _HYPHENATED.match(text, figure.end)
    if not figure.name and kind != "multiple" and (hyphenated is None or hyphenated["noun"] not in _NO_NOUN):
        found = (hyphenated["noun"], hyphenated.end()) if hyphenated is not None else None
        if found is None and (noun := concepts.counted(doc, figure, numbers)):
            last = doc[noun[-1]]
            found = "".join(doc[i].text_with_ws for i in noun).strip(), max(end, last.idx + len(last))
        if found is not None:
            unit, name, kind = _counting(text, found, kind)
            end = found[1]
        elif text[figure.start : end].lower() == "one":
            return None
    said_of = concepts.concepts(doc, figure, noun, numbers)
    return Quantity(
        figure.start, end, figure.value, figure.low, figure.high, figure.change, unit, name, said_of, kind
    )  # fmt: skip


def _counting(text: str, noun: tuple[str, int], kind: Kind) -> tuple[str, str, Kind]:
    """The unit, its one name and the kind of an amount of `noun`, which ends at its second part."""
    unit, end = noun
    known = _unit_named(unit)
    if known is None:
        name = concepts.normalized(unit)
    else:
        name = known.name
        kind = KIND_OF.get(known.dimension, "measure") if kind == "count" else kind
    rate = concepts.rate_behind(text, end)
    return (unit, name, kind) if rate is None else (f"{unit} {rate[0]}", f"{name} per {rate[1]}", kind)


def _unit_named(counted: str) -> Unit | None:
    """The unit that a counted noun is: "consecutive nights" are nights, "US gallons" gallons. None for "horses"."""
    words = counted.split()
    for size in (2, 1):
        unit = units.unit_of(" ".join(words[-size:])) if len(words) >= size else None
        if unit is not None and len(words[-1]) > 2 and words[-1].islower():
            return unit
    return None
