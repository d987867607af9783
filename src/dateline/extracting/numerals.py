"""Numerals in words and digits to numbers: "two hundred and twelve", "1.2 million", "1 200", "half a dozen"."""

from __future__ import annotations

import re
from typing import Final

from dateline.languages import en


def _alternation(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_UNIT: Final = f"(?:(?:{_alternation(en.TENS)})(?:[- ](?:{_alternation(en.ONES)}))?|(?:{_alternation(en.ONES)}))"
_SCALE: Final = r"(?:hundred|thousand|million|billion|dozen)"
#: Number words: "twelve", "two dozen", "a hundred and five", "three hundred thousand", "half a million".
WORDS: Final = (
    rf"(?:half an? (?:dozen|hundred|thousand|million|billion)"
    rf"|an? {_SCALE}(?:(?: and| )? {_UNIT})?"
    rf"|{_UNIT}(?:[- ]{_SCALE})*(?:,? (?:and )?{_UNIT}(?:[- ]{_SCALE})*){{0,3}})"
)
#: Digits with separators, optional decimals and an optional scale word.
DIGITS: Final = (
    r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d,])|\d+(?:\.\d+)?)"
    r"(?:[ -]?(?:hundred|thousand|million|billion|mln|bn)\b|[mk]\b)?"
)
_ORDINAL_WORD: Final = _alternation(en.ORDINALS)
#: Ordinals: "third", "twenty-first", "forty-second", "hundredth", "1,205th".
ORDINAL: Final = (
    rf"(?:(?<![\d,])\d[\d,]*(?:st|nd|rd|th)|(?:{_alternation(en.TENS)})[- ](?:{_ORDINAL_WORD})"
    rf"|(?:(?:{_alternation(en.ONES)})[- ])?(?:hundredth|thousandth)|{_ORDINAL_WORD})"
)
_DIGITS = re.compile(r"([\d.,\s]+?)[ -]?(hundred|thousand|million|billion|mln|bn|m|k)?$")


def number(text: str) -> float | None:
    """The number that `text` writes, or None where it writes none. ValueError is never raised."""
    text = " ".join(text.lower().split())
    if not text:
        return None
    return _from_digits(text) if text[0].isdigit() else _from_words(text)


def ordinal(text: str) -> float | None:
    """The number that an ordinal in words or digits writes ("third", "1,205th"), or None where it writes none."""
    text = " ".join(text.lower().replace("-", " ").split())
    if text[:1].isdigit():
        return _from_digits(re.sub(r"(?:st|nd|rd|th)$", "", text))
    if text.endswith(("hundredth", "thousandth")):
        return number(text.removesuffix("th"))
    *tens, last = text.split() or [""]
    if last not in en.ORDINALS or any(word not in en.TENS for word in tens):
        return None
    return float(en.ORDINALS[last] + sum(en.TENS[word] for word in tens))


def _from_digits(text: str) -> float | None:
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    digits = re.sub(r"[,\s]", "", match.group(1))
    try:
        value = float(digits)
    except ValueError:
        return None
    return round(value * en.SCALES[match.group(2)], 6) if match.group(2) else value


def _from_words(text: str) -> float | None:
    if text.startswith("half a"):
        return en.SCALES[text.rsplit(maxsplit=1)[-1]] / 2
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s,-]+", text):
        if word in ("and", ""):
            continue
        if word in ("a", "an"):
            current, seen = 1.0, True
        elif word in en.ONES or word in en.TENS:
            current, seen = current + (en.ONES.get(word) or en.TENS.get(word) or 0), True
        elif word in ("hundred", "dozen"):
            current, seen = (current or 1.0) * en.SCALES[word], True
        elif word in en.SCALES:
            total, current, seen = total + (current or 1.0) * en.SCALES[word], 0.0, True
        else:
            return None
    return total + current if seen else None
