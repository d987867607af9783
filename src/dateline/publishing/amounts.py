"""Numbers as people read them: thousands, decimals that carry meaning, units in words."""

from __future__ import annotations

#: Glues a number to its unit; the terminal prints it as a space.
NBSP = "\u00a0"
_UNITS = {
    "km2": "km²",
    "sqmi": "square miles",
    "ha": "hectares",
    "%": "%",
    "x": "times",
    "points": "percentage points",
}
_SINGULAR = {
    "people": "person",
    "square miles": "square mile",
    "nights": "night",
    "times": "times",
    "percentage points": "percentage point",
}


def number(value: float) -> str:
    """`value` with thousands separated and no more decimals than its size bears: 2,526; 404.3; 13.9; 0.94."""
    size = abs(value)
    decimals = 0 if size >= 1000 else 1 if size >= 10 else 2
    text = f"{size:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"−{text}" if value < 0 and text != "0" else text


def ordinal(value: float) -> str:
    """1st, 2nd, 11th; a value that is not whole stays a plain number."""
    if value != int(value):
        return number(value)
    whole = int(value)
    ending = "th" if 10 <= abs(whole) % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(abs(whole) % 10, "th")
    return f"{whole:,}{ending}"


def unit_words(unit: str | None, value: float | None = None) -> str:
    """A unit as printed after a number: km2/day is "km² a day"; one drone is "drone"."""
    if not unit or unit == "rank":
        return ""
    head, _, per = unit.partition("/")
    words = _UNITS.get(head, head.replace("_", " "))
    if value is not None and abs(value) == 1:
        words = _SINGULAR.get(words, words[:-1] if words.endswith("s") and len(words) > 3 else words)
    return f"{words} a {per}" if per else words


def amount(value: float | None, unit: str | None = None) -> str:
    """A value with its unit, glued so that no line breaks between them; empty where there is no value."""
    if value is None:
        return ""
    if unit == "rank":
        return ordinal(value)
    words = unit_words(unit, value)
    if not words:
        return number(value)
    return number(value) + ("" if words == "%" else NBSP) + words.replace(" ", NBSP)


def between(low: float | None, high: float | None, unit: str | None = None) -> str:
    """An interval in words; an end that is None is open."""
    if low is None and high is None:
        return "any value"
    if low is None:
        return f"up to {amount(high, unit)}"
    if high is None:
        return f"{amount(low, unit)} or more"
    return f"{number(low)} to {amount(high, unit)}"


def rounded(value: float | None) -> float | int | None:
    """A value for machines: six significant decimals at most, whole numbers as such, never 13.899999999."""
    if value is None:
        return None
    short = round(value, 3) if abs(value) >= 1 else round(value, 6)
    return int(short) if short == int(short) else short
