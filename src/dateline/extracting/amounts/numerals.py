"""Numerals in words and digits to numbers: "two hundred and twelve", "1.2 million", "1 200", "half a dozen"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.patterns import alternation
from dateline.languages import en

_SMALL: Final = rf"(?:(?:{alternation((*en.TENS, *en.ONES))})(?:(?<=ty)[- ](?:{alternation(en.ONES)})(?!\w))?)"
_BIG: Final = r"(?:thousand|million|billion|trillion)"
_OF_HUNDREDS: Final = rf"[- ](?:hundred|dozen)(?:(?: and)?[- ]{_SMALL}(?!\w))?"
#: Not behind an article that nothing has followed yet: "a hundred" is a number and "a" is none. No number ends so.
_SAID: Final = r"(?<!a)(?<!an)"
#: Number words: "twelve", "two dozen", "a hundred and five", "three hundred thousand", "half a million". Two numbers
#: side by side are one only where the first is a round one: not "one and two", nor "a million, three of them". What
#: several forms begin with is written once, since the pattern stands in many others and takes long to compile.
WORDS: Final = (
    rf"(?:half an? (?:dozen|hundred|{_BIG})|(?:(?:a|one) quarter|three[- ]quarters) of a {_BIG}"
    rf"|(?:an?|{_SMALL})(?:{_SAID}[- ]and[- ]a[- ](?:half|quarter)(?!\w)(?:[- ](?:hundred|{_BIG})(?!\w))?"
    rf"|(?:{_OF_HUNDREDS})?(?:[- ]{_BIG}(?:[- ]{_BIG})?"
    rf"(?:,? (?:and )?(?:an?|{_SMALL})(?:{_OF_HUNDREDS}|{_SAID})[- ]{_BIG})*"
    rf"(?:(?:,? (?:and )?(?:an?|{_SMALL}){_OF_HUNDREDS}| (?:and )?{_SMALL}(?![- ](?:hundred|dozen)))(?!\w))?"
    rf"|{_SAID})))"
)
#: Digits with separators, optional decimals and an optional scale word.
DIGITS: Final = (
    r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d,])(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d.])|\d+(?:\.\d+)?)"
    r"(?:[ -]?(?:hundred|thousand|million|billion|trillion|mln|mn|bn|tn|trn)\b|[mkb]\b)?"
)
_UP_TO_NINE: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|[1-9]\d?)"
#: "Two in five", "nine out of ten", "one of every four": out of a round number only, and of no stretch of time, so that
#: "40 in 2024" and "three in ten days" are none.
SHARE: Final = (
    rf"(?:{_UP_TO_NINE}\s(?:in|out\sof|of(?=\s(?:every|each)\s))\s(?:every\s|each\s)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a?\s?hundred|[2-9]|10|12|20|25|50|1,?000?)"
    r"|one\s(?:in|out\sof|of(?=\severy\s))\s(?:every\s)?"
    r"(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|thirty|forty|fifty|1[1-9]|30|40))"
    rf"(?![\w%]|[., ]\d|[- ]{_BIG}|[- ](?:games?|matches|starts|appearances|attempts)(?!\w)"
    rf"|[- ](?:more\s|straight\s|consecutive\s)?{en.TIME_NOUNS}(?!\w))"
)
_DENOMINATOR: Final = rf"(?:{alternation(d for d in en.DENOMINATORS if d != 'half')}|hundredth|thousandth)"
#: What tells "a third" and "half" without an "of" from an ordinal and a half of the day: "nearly a third by night".
#: "By more than half" is how far something moved.
_LOOSE: Final = (
    "(?:"
    + "|".join(
        f"(?<!by {word} )(?<={word} )"
        for word in ("more than", "less than", "almost", "nearly", "about", "over", "at least", "roughly", "well over")
    )
    + "|(?<=accounted for )|(?<=accounting for )|(?<=made up )|(?<=making up ))"
)
#: "Two-thirds", "a tenth of", "half of the"; `HALF` fits in front of an article as well ("half an hour").
FRACTION: Final = (
    r"(?:(?<!next )(?<!last )(?<!past )(?<!first )(?<!previous )(?:two|three|four|five|six|seven|eight|nine)[- ]"
    rf"{_DENOMINATOR}s|(?:one|a)[- ]{_DENOMINATOR}"
    rf"(?=\s(?:of(?!\san?\s(?:hundred|thousand|{_BIG}))|as|more|less|fewer|larger|smaller|higher|lower)\b)"
    rf"|one-(?:{_DENOMINATOR}|half)|one half(?=\sof\b)"
    r"|(?<!first )(?<!second )(?<!third )(?<!last )(?<!latter )(?<!other )half"
    rf"(?=\s(?:of|the|its|his|her|their|our|all|that|this|those|these)\b)|{_LOOSE}(?:half|(?:one|a) {_DENOMINATOR})"
    r"(?=[.,;:)]|$|\s(?:by|from|were|was|are|had|came|among)\b))(?!\w)"
)
HALF: Final = rf"half(?=\san?\s)(?!\san?\s(?:dozen|hundred|{_BIG}))"
_SHARE = re.compile(r"(\w+) (?:in|out of|of) (?:every |each )?(.+)")
_DIGITS = re.compile(r"([\d.,\s]+?)[ -]?(hundred|thousand|million|billion|trillion|mln|mn|bn|tn|trn|m|k|b)?$")
#: "1.234,50" and "1.234.567": points between thousands, as much of Europe writes.
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")


#: "two and a half million".
_MIXED = re.compile(r"(.+?)[- ]and[- ]a[- ](half|quarter)(?:[- ](\w+))?")
_ORDINAL_WORD: Final = alternation(en.ORDINALS)
#: Ordinals: "third", "twenty-first", "forty-second", "hundredth", "1,205th".
ORDINAL: Final = (
    rf"(?:(?<![\d,])\d[\d,]*(?:st|nd|rd|th)|(?:{alternation(en.TENS)})[- ](?:{_ORDINAL_WORD})"
    rf"|(?:(?:{alternation(en.ONES)})[- ])?(?:hundredth|thousandth)|{_ORDINAL_WORD})"
)


def number(text: str) -> float | None:
    """The number that `text` writes, or None where it writes none. ValueError is never raised."""
    text = " ".join(text.lower().split())
    if not text:
        return None
    return _from_digits(text) if text[0].isdigit() else _from_words(text)


def share(text: str) -> float | None:
    """The part of one that a SHARE writes ("two in five": 0.4), or None where it is more than the whole."""
    match = _SHARE.fullmatch(" ".join(text.lower().split()))
    above, below = (number(match[1]), number(match[2]) or en.SCALES.get(match[2])) if match else (None, None)
    return above / below if above is not None and below and above < below else None


def fraction(text: str) -> float:
    """The part of one that a FRACTION writes. KeyError for any other text."""
    count, _, part = text.lower().replace("-", " ").partition(" ")
    if not part:
        return 1 / en.DENOMINATORS[count]
    times = 1 if count in ("a", "one") else en.ONES[count]
    below = {"hundredth": 100, "thousandth": 1000, **en.DENOMINATORS}
    return times / below[part if part in below else part.rstrip("s")]


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
    digits = match.group(1)
    if _POINTED.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    digits = re.sub(r"[,\s]", "", digits)
    try:
        value = float(digits)
    except ValueError:
        return None
    return round(value * en.SCALES[match.group(2)], 6) if match.group(2) else value


def _from_words(text: str) -> float | None:
    mixed = _MIXED.fullmatch(text)
    if mixed is not None:
        whole = _from_words(mixed[1])
        part = 0.5 if mixed[2] == "half" else 0.25
        return None if whole is None else (whole + part) * en.SCALES.get(mixed[3], 1)
    if "quarter" in text:
        return (0.75 if text.startswith("three") else 0.25) * en.SCALES[text.rsplit(maxsplit=1)[-1]]
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
