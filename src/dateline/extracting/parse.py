"""One sentence taken apart: its amounts and what they count, times, places, predicates, speakers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from dateline.extracting import periods
from dateline.extracting.amounts import pairs, quantities, things
from dateline.extracting.amounts.quantities import Amount, Skipped
from dateline.extracting.amounts.things import Thing
from dateline.extracting.attributing import attribution
from dateline.extracting.attributing.attribution import Speech
from dateline.extracting.lexicon import Lexicon, Predicate
from dateline.extracting.periods import Mention, dates
from dateline.extracting.periods.anchored import anchored
from dateline.extracting.placing import places
from dateline.extracting.placing.mention import PlaceMention
from dateline.extracting.sentences import Sentence
from dateline.extracting.signs import AHEAD, BODY, NUMBER
from dateline.extracting.turning import in_reach
from dateline.languages import en, en_modality
from dateline.records.claim import Attribution, Claim
from dateline.records.period import Period
from dateline.records.place import Place


@dataclass
class Discourse:
    """What the sentences before leave behind: the period, place and figure that "of those" and "that attack" mean.
    Kept by family (territory, strikes, casualties); `block` is the paragraph it was said in; `row` the
    figures of the last sentence that stated any; `dated` the paragraph in which a family's period was named, since a
    date is carried into the next paragraph and no further; `bulletin` the body whose figures the paragraph gives, once
    it has said that they are out; `tolls` the people counted in the sentence before, of whom this one may tell a part;
    `last` that sentence itself, for the event that this one goes on about; `section` the place that the heading of
    paragraph `section_at` names, up to the end of the paragraph `section_stop` or, where that is -1, the next
    heading; `abroad` whether the sentence before was of another war; `listed` the line above the list that
    the sentence before was a point of; `local` the paragraph in which a figure of a town or a region was told last."""

    periods: dict[str, Period] = field(default_factory=dict)
    figures: dict[str, Claim] = field(default_factory=dict)
    place: Place | None = None
    attribution: Attribution | None = None
    family: str | None = None
    block: int = -1
    row: tuple[Claim, ...] = ()
    dated: dict[str, int] = field(default_factory=dict)
    bulletin: Attribution | None = None
    tolls: tuple[Claim, ...] = ()
    last: Parse | None = None
    section: Place | None = None
    section_at: int = -1
    section_stop: int = -1
    abroad: bool = False
    listed: Parse | None = None
    local: int = -1


_FROM_REPORT: Final = re.compile(r"(?:last|this|next) ", re.IGNORECASE)
#: Days of which no month or part of a year goes on in the next sentence.
_LONG: Final = 300


@dataclass(eq=False)
class Parse:
    """Offsets are within `text`, the sentence. Its parts are worked out when a frame first asks for them: most
    sentences are asked for few. `things[i]` is what `amounts[i]` counts. `used` are the indices of amounts that a
    frame has turned into a claim; `found` are the claims so far, with offsets in the report; `compared` are the
    starts of mentions that a comparison has taken as its baseline; `unreal` are stretches that are planned, foretold,
    supposed or judged and not stated as fact; `signs` is what the first look saw; `settles` lets spaCy's parse settle
    a speaker that the rules do not find."""

    sentence: Sentence
    ref: dt.date
    words: Lexicon
    before: Discourse
    signs: frozenset[str]
    settles: bool = False
    used: set[int] = field(default_factory=set)
    found: list[Claim] = field(default_factory=list)
    compared: set[int] = field(default_factory=set)
    unreal: list[tuple[int, int]] = field(default_factory=list)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Times are read first, so that their numbers are no amounts."""
        timed = self.words.masked(self.text) if BODY in self.signs else self.text
        start = self.words.theatre.war_start
        found = self._dated(timed, start or dt.date.min)
        if not found:
            return found
        if start is None:
            # "Since the war began": of when, a reader that knows no such day cannot say.
            found = [replace(m, period=None) if m.period and m.period.start == dt.date.min else m for m in found]
        pointed = [_pointed(m, self.ref, self.before, self.text) for m in found]
        told, goes_on = self._told_before()
        return anchored(pointed, self.text, self.ref, told, goes_on)

    def _told_before(self) -> tuple[Period | None, bool]:
        """The last date, shorter than a year, of the sentence before, in the same paragraph or the one before it, and
        whether this sentence goes on from it: from the day of an event told in another paragraph it need not, nor from
        "last May", which is counted from the report."""
        last = self.before.last
        if last is None or not 0 <= self.sentence.block - last.sentence.block <= 1:
            return None, True
        told = [m for m in last.mentions if m.kind == "at" and not m.speech and m.period is not None]
        if not told or (period := told[-1].period) is None or period.days >= _LONG:
            return None, True
        from_report = _FROM_REPORT.match(last.text, told[-1].start) is not None
        return period, not from_report and (last.sentence.block == self.sentence.block or period.days > 1)

    def _dated(self, text: str, war_start: dt.date) -> list[Mention]:
        """Times of `text`; those that belong to a plan or a forecast lie ahead where a date leaves it open."""
        past = periods.mentions(text, self.ref, war_start, False)
        if not past or not self.coming:
            return past
        ahead = {(m.start, m.end): m for m in periods.mentions(text, self.ref, war_start, True)}
        return [
            ahead.get((m.start, m.end), m) if in_reach(self.text, self.coming, m.start, m.end) else m for m in past
        ]  # fmt: skip

    @cached_property
    def coming(self) -> list[tuple[int, int]]:
        """Where the words of plans and forecasts stand."""
        return [m.span() for m in FUTURE.finditer(self.text)] if AHEAD in self.signs else []

    @cached_property
    def _numbers(self) -> tuple[list[Amount], list[Skipped]]:
        if NUMBER not in self.signs:
            return [], []
        found, skipped = quantities.amounts(self.text, tuple((m.start, m.end) for m in self.mentions))
        return pairs.apart(self.text, found), skipped

    @property
    def amounts(self) -> list[Amount]:
        return self._numbers[0]

    @property
    def skipped(self) -> list[Skipped]:
        return self._numbers[1]

    @cached_property
    def things(self) -> list[Thing]:
        text, amounts = self.text, self.amounts
        stops = [*(a.start for a in amounts[1:]), len(text)]
        counted = [things.thing(text, a, stop, self.words) for a, stop in zip(amounts, stops, strict=False)]
        return _of_pairs(text, amounts, counted)

    @cached_property
    def places(self) -> list[PlaceMention]:
        return places.places(self.text, self.words, self.before.place)

    @cached_property
    def predicates(self) -> list[Predicate]:
        return self.words.predicates(self.text)

    @cached_property
    def speeches(self) -> list[Speech]:
        found = attribution.speeches(self.text, self.words, self.before.attribution)
        if not self.settles:
            return found
        from dateline.extracting.attributing.settling import settled

        return settled(self.text, found, self.words)

    @property
    def text(self) -> str:
        return self.sentence.text

    def clause(self, at: int) -> tuple[int, int]:
        """The clause that holds offset `at`."""
        start = max((m for m in self._marks if m <= at), default=0)
        end = min((m for m in self._marks if m > at), default=len(self.text))
        return start, end

    def next_amount(self, index: int) -> int:
        """Where the amount after `index` starts, or the sentence's end; one in brackets behind it is the same figure
        in other units and is passed over."""
        after = index + 1
        while after < len(self.amounts) and re.fullmatch(
            r"\s*\(", self.text[self.things[after - 1].end : self.amounts[after].start]
        ):
            after += 1
        return self.amounts[after].start if after < len(self.amounts) else len(self.text)

    @cached_property
    def _marks(self) -> list[int]:
        """Where clauses end. Two subjects of one verb ("102 missiles and 99 drones were shot down") are one clause."""
        marks: list[int] = []
        for match in _CLAUSE.finditer(self.text):
            if match.group() == ";" and self._bracketed(match.start()):
                continue
            since = marks[-1] if marks else 0
            joined = match.group().isspace() and self.text.startswith("and ", match.end())
            if not joined or any(since <= p.start < match.start() and p.family != "supply" for p in self.predicates):
                marks.append(match.start() + 1)
        return marks

    def _bracketed(self, at: int) -> bool:
        """Whether the semicolon stands in brackets without a date: "in May (165 killed; 887 injured)" is all of May."""
        opened, closed = self.text.rfind("(", 0, at), self.text.find(")", at)
        inside = opened >= 0 and closed > at and ")" not in self.text[opened:at]
        return inside and not any(opened < m.start < closed for m in self.mentions)


FUTURE = re.compile(
    rf"(?<!\w)(?:{en.PLANS}|{en_modality.INTENDING}|{en_modality.POSTPONING}|invit(?:es?|ed)|will|next"
    rf"|another round|upcoming)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r";|,(?= (?:an?|one|two|three|the) (?:day|night|week|month)s? (?:after|before|earlier|later)\b)"
    r"|,(?= (?:\w+ly )?\w{3,}ing\b(?! to\b))|(?<!\d)[—–]|[—–](?!\d)|\s-\s|,(?= (?:and|but|yet|while|whereas"
    r"|though|although|when|where|after|before|which|of which|of whom|even as|who|with|leaving"
    r"|compared|against|versus|up from|down from|killing|injuring|wounding|including|most of)\b)|\s(?=(?:while"
    r"|whereas|compared with|compared to) )"
    r"|\s(?=and that (?!\w+(?:day|night|week|month|year|time)\b))"
    r"|,(?= (?:\w+ ){0,2}?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)[\w,]*(?<!,) (?:of (?:them|which|those|these)|were|was|had|more))"
    r"|,(?= (?:[\w'’%.-]+ ){1,4}?of (?:which|whom|them|it|that|this)\b)"
    r"|\s(?=and (?:\w+ ){0,3}?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|none)(?: \w+| of them| of those){0,2} (?:were|was|had been|have been|got|hit|struck|reached|breached))"
)


#: So many days into a quarter what is told of "the quarter" is told of the one just over.
_NEWS_OF_QUARTER: Final = 25
_MONTHS_TOLL: Final = re.compile(r"['’]s (?:toll|total|tally|count|haul)\b")


def _pointed(mention: Mention, ref: dt.date, before: Discourse, text: str = "") -> Mention:
    """ "that attack", "the month": the night or month that the sentences before speak of; without them "the month" is
    the one under way, or in its first days the one just over."""
    if mention.kind != "that":
        return mention
    known = [p for f in (before.family, "strikes", "territory", "casualties") if f and (p := before.periods.get(f))]
    if (said := _just_told(mention, before, text)) is not None:
        return replace(mention, kind="at", period=said)
    if mention.unit.startswith("end of "):
        whole = _pointed(replace(mention, unit=mention.unit.removeprefix("end of ")), ref, before)
        if whole.period is None and mention.unit == "end of year" and known and known[0].days < _LONG:
            last = dt.date(known[0].start.year, 12, 31)  # of the year of which the sentences before speak
            return replace(mention, kind="at", period=Period.of_day(last)) if last < ref else mention
        return replace(whole, period=Period.of_day(whole.period.last)) if whole.period is not None else whole
    if mention.unit in ("month", "week", "quarter", "year"):
        same = [p for p in known if p.granularity == mention.unit]
        if same:
            return replace(mention, kind="at", period=same[0])
        running = _MONTHS_TOLL.match(text, mention.end) is not None and ref.day > 7
        if mention.unit == "month" and (ref.day <= 7 or ref.day >= 25 or running):
            return replace(mention, kind="at", period=dates.shifted_month(ref, -1 if ref.day <= 7 else 0))
        if mention.unit == "quarter" and (ref - dates.quarter(ref, 0).start).days < _NEWS_OF_QUARTER:
            return replace(mention, kind="at", period=dates.quarter(ref, -1))
        return mention  # in the middle of a month "the month" may be either
    nights = [p for p in known if p.days == 1]
    return replace(mention, kind="at", period=nights[0]) if nights else mention


def _just_told(mention: Mention, before: Discourse, text: str) -> Period | None:
    """What "that month" means: the one that the sentence before named last, even if only to look back."""
    if before.last is None or not text[mention.start : mention.end].lower().startswith("that "):
        return None
    told = [m.period for m in before.last.mentions if m.kind == "at" and not m.speech and m.period is not None]
    return told[-1] if told and told[-1].granularity == mention.unit else None


_MOVED: Final = re.compile(r" to (?:about |some |nearly )?")


def _of_pairs(text: str, amounts: list[Amount], counted: list[Thing]) -> list[Thing]:
    """ "19 of the 20 missiles": the nineteen are missiles too; so are both ends of "from 18 to 102 missiles"."""
    for i in range(len(amounts) - 1):
        between = text[amounts[i].end : amounts[i + 1].start]
        if re.fullmatch(r" (?:out )?of (?:the |some |all )?", between) and counted[i + 1].kind in ("weapon", "people"):
            counted[i] = replace(counted[i + 1], end=amounts[i].end, of_them=True)
        elif _MOVED.fullmatch(between) and text[: amounts[i].start].endswith(" from ") and counted[i].kind == "bare":
            counted[i] = replace(counted[i + 1], end=amounts[i].end)
    return counted
