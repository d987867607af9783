"""How many expressions of time are resolved rightly: TempEval-3's news texts with their TIMEX3 marks, read against
each text's own date.

    python benchmarks/timex.py [--data FOLDER] [--half 1|2] [--verbose]

(a) of the marked dates (type DATE, the text's own left out) the share whose value is right once the mark's words are
given, beside dateparser on the same words; (b) the same where the words have to be found in running text first, and
the precision of what is found; (c) weekdays named alone; (d) words read in a second of CPU time. What a text says
before ("a year earlier", "the quarter") is followed here with the last date of the same shape that it named.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from dateline.extracting.periods import Mention, dates, mentions
from dateline.extracting.sentences import split
from dateline.records.period import Period
from scoring import share

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "eval" / "tempeval3"
#: A theatre's war comes into play with words such as "since the war began"; these texts know none.
NO_WAR = dt.date(1900, 1, 1)
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
#: Letters by which an expression may exceed its mark: "since early " stands before it, " morning" behind.
LONGEST_MARGIN = 12
SHAPES = ("day", "week", "month", "quarter", "year")


@dataclass
class Mark:
    """One TIMEX3: its span in the text, its type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass
class Text:
    name: str
    text: str
    ref: dt.date
    marks: list[Mark]

    @property
    def dated(self) -> list[Mark]:
        return [m for m in self.marks if m.type == "DATE"]


@dataclass
class Score:
    marks: int = 0
    right: int = 0
    peer: int = 0
    found: int = 0
    ours: int = 0
    ours_right: int = 0
    weekdays: int = 0
    weekdays_right: int = 0
    misses: list[str] = field(default_factory=list)


def texts(folder: Path, half: int | None) -> list[Text]:
    """The documents under `folder`; `half` takes one of two random halves. Raises SystemExit where there are none."""
    paths = sorted(folder.glob("**/*.tml"))
    if not paths:
        raise SystemExit(f"dateline: no TempEval-3 documents (*.tml) at {folder}")
    random.Random(7).shuffle(paths)
    middle = len(paths) // 2
    return [text_of(p) for p in {None: paths, 1: paths[:middle], 2: paths[middle:]}[half]]


def text_of(path: Path) -> Text:
    root = ElementTree.parse(path).getroot()
    body, stamp = root.find("TEXT"), root.find("DCT/TIMEX3")
    assert body is not None and stamp is not None, path
    parts: list[str] = []
    marks: list[Mark] = []

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, parts))
        parts.append(node.text or "")
        for child in node:
            walk(child)
            parts.append(child.tail or "")
        if node.tag == "TIMEX3":
            marks.append(Mark(start, sum(map(len, parts)), node.attrib["type"], node.attrib["value"]))

    walk(body)
    return Text(path.name, "".join(parts), dt.date.fromisoformat(stamp.attrib["value"][:10]), marks)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Sentences with their offsets; a line break inside a paragraph is a space."""
    at = 0
    for paragraph in re.split(r"(\n\s*\n)", text):
        plain = paragraph.replace("\n", " ")
        for start, end in split(plain):
            yield at + start, plain[start:end]
        at += len(paragraph)


@dataclass
class Told:
    """The last period of each shape that a text has named."""

    ref: dt.date
    last: dict[str, Period] = field(default_factory=dict)
    latest: Period | None = None

    def hear(self, mention: Mention, period: Period | None) -> None:
        if period is not None and mention.kind == "at" and not mention.unit:
            self.last[period.granularity] = period
            self.latest = period


def unit_of(ref: dt.date, unit: str, by: int = 0) -> Period:
    """The day, week, month, quarter or year `by` of its kind from the one that holds `ref`."""
    units: dict[str, Callable[[], Period]] = {
        "week": lambda: dates.week(ref, by),
        "month": lambda: dates.shifted_month(ref, by),
        "quarter": lambda: dates.quarter(ref, by),
        "year": lambda: dates.year(ref.year + by, ref),
    }
    return units[unit]() if unit in units else Period.of_day(ref + by * dates.DAY)


def value(mention: Mention, words: str, told: Told) -> str | None:
    """The mention as a TIMEX3 value; None where it has none that is a date."""
    if mention.kind == "vague":
        return f"{mention.unit.upper()}_REF"
    if mention.kind == "duration":
        some = re.search(r"\b(?:several|few|couple)\b", words)
        return None if some is None else "FUTURE_REF" if re.search(r"next|coming", words) else "PAST_REF"
    if mention.kind in ("at", "within", "since"):
        period = mention.anchor or mention.period
        return written(period, mention.unit) if period is not None else None
    if mention.kind == "that":
        unit = mention.unit.removeprefix("end of ")
        if unit not in SHAPES:
            return None  # "the attack" tells no date
        named = told.last.get(unit) if unit == mention.unit else None
        return written(named or unit_of(told.ref, unit, -1 if unit == "quarter" else 0), "")
    if mention.kind in ("shift", "ago", "later"):
        return written(moved(mention, words, told), "")
    return None


def moved(mention: Mention, words: str, told: Told) -> Period:
    """Where "a year earlier" or "two days later" leads: from the last period told, or from the text's date."""
    by = mention.count if mention.kind == "later" else -mention.count
    unit = mention.unit if mention.unit in SHAPES else "day"
    named = next((p for shape, p in told.last.items() if re.search(rf"\b{shape}$", words)), None)
    start = named or told.latest
    if mention.anchor is not None and start is not None:
        return dates.back(start, "year", start.start.year - mention.anchor.start.year)
    ago = words.endswith("ago")
    # "a year ago" in talk of a quarter is that quarter of the year before.
    follows = start is not None and (not ago or (by == -1 and unit == "year" and start.granularity == "quarter"))
    if start is not None and follows and start.granularity in SHAPES[: SHAPES.index(unit) + 1]:
        return dates.back(start, unit, -by)
    base = start.start if start is not None and not ago else told.ref
    return unit_of(dates.back(Period.of_day(base), unit, -by).start, unit)


def written(period: Period, unit: str) -> str:
    """A period as TIMEX3 writes it, in the unit of which the text speaks."""
    start, shape = period.start, unit or period.granularity
    week = "{}-W{:02d}".format(*start.isocalendar()[:2])
    forms = {
        "century": f"{start.year // 100}",
        "decade": f"{start.year // 10}",
        "year": f"{start.year}",
        "half": f"{start.year}-H{1 if start.month < 7 else 2}",
        "season": f"{start.year}-{SEASONS.get(start.month, '')}",
        "quarter": f"{start.year}-Q{(start.month + 2) // 3}",
        "month": f"{start:%Y-%m}",
        "week": week,
        "weekend": f"{week}-WE",
    }
    return forms.get(shape) or (f"{start}" if period.days == 1 else f"{start}/{period.last}")


def normal(stated: str) -> str:
    """A marked value without the time of day, its week in two figures."""
    return re.sub(r"-W(\d)(?!\d)", r"-W0\1", re.sub(r"T.*", "", stated) if stated[:1].isdigit() else stated)


def peer_value(words: str, ref: dt.date, stated: str) -> str | None:
    """What dateparser makes of the words, written as finely as the mark is."""
    import dateparser  # type: ignore[import-untyped]

    base = dt.datetime(ref.year, ref.month, ref.day, 12)
    day = dateparser.parse(words, languages=["en"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"})
    if day is None:
        return None
    if re.fullmatch(r"\d{4}-W\d\d", stated):
        return "{}-W{:02d}".format(*day.isocalendar()[:2])
    return f"{day:%Y-%m-%d}"[: len(stated)]


def overlap(mention: tuple[int, int], mark: Mark) -> int:
    return min(mention[1], mark.end) - max(mention[0], mark.start)


def score(text: Text, total: Score, peer: bool) -> None:
    told = Told(text.ref)
    read: list[tuple[int, int, str | None]] = []
    for at, sentence in sentences(text.text):
        for m in mentions(sentence, text.ref, NO_WAR):
            read.append((at + m.start, at + m.end, value(m, sentence[m.start : m.end], told)))
            told.hear(m, m.period)
    for mark in text.dated:
        one(text, mark, read, total, peer)
    others = [m for m in text.marks if m.type != "DATE"]
    for start, end, said in read:
        if said is None or any(overlap((start, end), m) > 0 for m in others):
            continue
        covered = [m for m in text.dated if overlap((start, end), m) > 0]
        right = any(end_of_range(text, (start, end, said), m) == normal(m.value) for m in covered)
        total.ours += 1
        total.ours_right += right
        if not covered:
            total.misses.append(f"BEYOND {text.name} {shown(text, start, end)} -> {said}")


def one(text: Text, mark: Mark, read: list[tuple[int, int, str | None]], total: Score, peer: bool) -> None:
    words, stated = text.text[mark.start : mark.end].replace("\n", " "), normal(mark.value)
    near = [(r[0], r[1], end_of_range(text, r, mark)) for r in read if overlap(r[:2], mark) > 0]
    # Where the text's expression is longer than the mark ("from Aug. 26 to Oct. 20"), the marked words are read alone.
    fitting = [r for r in near if r[1] - r[0] - overlap(r[:2], mark) <= LONGEST_MARGIN]
    alone = [] if fitting else mentions(words, text.ref, NO_WAR)
    given = [r[2] for r in sorted(fitting, key=lambda r: -overlap(r[:2], mark))]
    given += [value(m, words, Told(text.ref)) for m in alone]
    right = bool(given) and given[0] == stated
    total.marks += 1
    total.right += right
    total.found += any(r[2] == stated for r in near)
    total.peer += peer and peer_value(words, text.ref, stated) == stated
    if re.fullmatch(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", words):
        total.weekdays += 1
        total.weekdays_right += right
    if not right:
        said = given[0] if given else "nothing"
        total.misses.append(f"WRONG  {text.name} {text.ref} {shown(text, mark.start, mark.end)} {stated} -> {said}")


def end_of_range(text: Text, read: tuple[int, int, str | None], mark: Mark) -> str | None:
    """What a run of days ("between 1982 and 1992", "the year to March 31") says for a mark that is its first or its
    last part; else what it says as a whole."""
    start, end, said = read
    covered = [m for m in text.dated if overlap((start, end), m) > 0]
    if said is None or "/" not in said or mark.end - mark.start > end - start - 5:
        return said
    if mark is covered[-1] and mark.end >= end:
        return said.split("/")[1][: len(mark.value)]
    return said.split("/")[0][: len(mark.value)] if len(covered) > 1 and mark is covered[0] else said


def shown(text: Text, start: int, end: int) -> str:
    before, after = text.text[max(0, start - 50) : start], text.text[end : end + 30]
    return f"{before}[{text.text[start:end]}]{after}".replace("\n", " ")


def speed(found: list[Text], rounds: int = 5) -> tuple[int, int]:
    """Words a second of CPU time that `mentions` reads, and how many words there are."""
    pieces = [(s, t.ref) for t in found for _, s in sentences(t.text)]
    words = sum(len(s.split()) for s, _ in pieces)
    start = time.process_time()
    for _ in range(rounds):
        for sentence, ref in pieces:
            mentions(sentence, ref, NO_WAR)
    return int(rounds * words / (time.process_time() - start)), words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--half", type=int, choices=(1, 2), help="one of two random halves of the documents")
    parser.add_argument("--verbose", action="store_true", help="list what is wrong")
    args = parser.parse_args()
    found, total = texts(args.data, args.half), Score()
    peer = has_dateparser()
    for text in found:
        score(text, total, peer)
    if args.verbose:
        print("\n".join(total.misses))
    rate, words = speed(found)
    print(f"{len(found)} documents, {total.marks} marked dates, {words:,} words, Python {sys.version.split()[0]}")
    print(f"(a) value right, words given     {share(total.right, total.marks)}")
    print(f"    dateparser, same words       {share(total.peer, total.marks) if peer else '  not installed'}")
    print(f"(b) found and value right        {share(total.found, total.marks)}")
    print(f"    of ours found, right         {share(total.ours_right, total.ours)}")
    print(f"(c) weekdays named alone         {share(total.weekdays_right, total.weekdays)}")
    print(f"(d) words a second of CPU time   {rate:,}")


def has_dateparser() -> bool:
    try:
        import dateparser  # noqa: F401
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    main()
