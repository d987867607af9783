"""Units of measure and of money: what a name or a symbol stands for, and one unit in terms of another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from dateline.languages import en_units


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` is the normalized name, `factor` how many of the dimension's base one is (0: no fixed factor)."""

    name: str
    dimension: str
    factor: float


#: What a straight double quotation mark behind a number stands for.
INCH: Final = Unit("inch", "length", 0.0254)
_GAP: Final = "\u00a0"
_WORDS_AT_MOST: Final = 4


def unit_of(surface: str) -> Unit | None:
    """The unit that `surface` names: symbols as they are written ("MW" and not "mW"), words in any case."""
    table = _table()
    flat = " ".join(surface.split()).replace("μ", "µ")
    return table.get(flat) or table.get(flat.lower() if len(flat) > 2 or flat.lower() in en_units.LOOSE else flat)


def read(text: str, at: int) -> tuple[Unit, int] | None:
    """The longest unit whose name starts at `at`, and where it ends; None where none does."""
    match = _NAME.match(text, at)
    if match is None:
        return None
    ends = [match.end(group) for group in range(1, _WORDS_AT_MOST + 1) if match.group(group) is not None]
    stops = [stop for end in reversed(ends) for stop in ((end, end - 1) if text[end - 1] in ".'’" else (end,))]
    # A stroke or a hyphen may part the name from what follows: "kV/cm", "mile-wide".
    stops += [i for i in range(ends[0] - 1, at, -1) if text[i] in "/-"]
    for stop in stops:
        unit = unit_of(text[at:stop])
        if unit is not None:
            return unit, stop
    return None


def after(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit behind a number that ends at `end`, and its end."""
    if end >= len(text):
        return None
    if text[end] == '"' and text.count('"', 0, end) % 2 == 0:
        return INCH, end + 1
    glued = text[end] not in " -\u00a0\u202f"
    at = end if glued else end + 1
    found = read(text, at)
    if found is None:
        return None
    surface = text[at : found[1]]
    follows = text[found[1] : found[1] + 1]
    if follows.isalnum() and surface[-1:].isalpha():
        return None
    if len(surface) == 1 and surface.isalpha() and not _letter_is_unit(text, surface, found[1], glued):
        return None
    if surface in ("in", "st") and not glued:
        return None
    if found[0].name == "south korean won" and not re.search(r"(?:\d{3}|illion|thousand)$", text[:end]):
        return None  # "the three won" is a verb
    return found


def _letter_is_unit(text: str, letter: str, end: int, glued: bool) -> bool:
    """One letter is a unit where it is glued to the number, or stands apart and no sentence could go on with it."""
    if text[end : end + 1] == "/" and read(text, end + 1) is not None:
        return True  # "1.5 A/cm2"
    if glued:
        return letter not in "ABNRT"
    decimal = re.search(r"\d\.\d+\s$", text[: end - 1]) is not None
    return (letter in "mglLtsWVRNJK" or (decimal and letter in "ATFhCH")) and re.match(
        r"[\s,.;)]|$", text[end:]
    ) is not None


def money_before(text: str, at: int) -> tuple[Unit, int] | None:
    """The currency whose sign or code stands right before `at`, and where it starts."""
    if at == 0 or not (text[at - 1] in _SIGN_ENDS or text[at - 1].isspace()):
        return None
    match = _before().search(text, max(0, at - 8), at)
    if match is None:
        return None
    unit = _table().get(" ".join(match.group(1).split()))
    return (unit, match.start(1)) if unit is not None else None


def converted(value: float, source: str, target: str) -> float:
    """`value` of the unit named `source` in the unit named `target`.

    Raises ValueError where either is unknown, has no fixed factor, or the two are of different dimensions.
    """
    one, other = unit_of(source), unit_of(target)
    if one is None or other is None or one.dimension != other.dimension or not one.factor or not other.factor:
        raise ValueError(f"no conversion from {source!r} to {target!r}")
    return value * one.factor / other.factor


_LETTER: Final = r"[^\W\d_]"
_PIECE: Final = (
    rf"(?:{_LETTER}(?:{_LETTER}|\.)*(?:/{_LETTER}+|-{_LETTER}+)*[²³23]?"
    rf"|[^\w\s,;:!?()\"“”—–\[\]+<>=~*#&@.-]+{_LETTER}?)"
)
_NAME = re.compile(rf"({_PIECE})(?:(\s{_PIECE})(?:(\s{_PIECE})(\s{_PIECE})?)?)?")
#: What may stand last in the sign or code of a currency, without the space.
_SIGN_ENDS: Final = frozenset("".join(sign[-1] for *_, signs in en_units.CURRENCIES for sign in signs.split()) + "ABCD"
                              "EFGHIJKLMNOPQRSTUVWXYZ")  # fmt: skip


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    signs = {s.replace(_GAP, " ") for _, code, _, all_signs in en_units.CURRENCIES
             for s in (*all_signs.split(" "), code) if s and s != "p"}  # fmt: skip
    each = "|".join(re.escape(s).replace(r"\ ", r"\s") for s in sorted(signs, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])({each})\s?$")


@lru_cache(maxsize=1)
def _table() -> dict[str, Unit]:
    """Every surface form, words in lower case."""
    table: dict[str, Unit] = {}
    for name, dimension, factor, words, symbols in en_units.PREFIXED:
        for prefix, letter, times in (("", "", 1.0), *en_units.PREFIXES):
            unit = Unit(prefix + name, dimension, factor * times)
            _add(
                table,
                unit,
                " ".join(prefix + w for w in words.split(" ")),
                " ".join(letter + s for s in symbols.split()),
            )
    for name, dimension, factor, words, symbols in en_units.UNITS:
        _add(table, Unit(name, dimension, factor), words, symbols)
    for name, code, words, signs in en_units.CURRENCIES:
        _add(table, Unit(name, "money", 0), words, f"{code} {signs}")
    return table


def _add(table: dict[str, Unit], unit: Unit, words: str, symbols: str) -> None:
    for word in filter(None, words.replace(_GAP, "_").split()):
        pieces = word.split("~")
        for plural in product(("", "s"), repeat=len(pieces) - 1):
            form = "".join(a + b for a, b in zip(pieces, (*plural, ""), strict=True))
            table[form.replace("_", " ").lower()] = unit
    for symbol in filter(None, symbols.split(" ")):
        table[symbol.replace(_GAP, " ")] = unit
        if symbol.lower() in en_units.LOOSE:
            table.setdefault(symbol.lower(), unit)
