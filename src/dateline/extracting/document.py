"""A report to its claims: every sentence through every frame, with what the sentences before leave behind."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from typing import Final

from dateline.extracting import sentences
from dateline.extracting.amounts.quantities import Skipped
from dateline.extracting.belonging.bulletins import bulletin, faced
from dateline.extracting.belonging.business import borrowed, of_business
from dateline.extracting.belonging.denials import denied, guessed
from dateline.extracting.belonging.leading import compared_first, of_another_war, set_aside, still_abroad
from dateline.extracting.belonging.scenes import is_local, settle_places
from dateline.extracting.belonging.sections import day_beneath, is_heading, list_head, section, time_named
from dateline.extracting.belonging.spans import settle_times
from dateline.extracting.claiming.outside import held_by_defender, narrow, outside
from dateline.extracting.claiming.tolls import limited
from dateline.extracting.frames import FRAMES
from dateline.extracting.frames import calendar as calendar_frame
from dateline.extracting.lexicon import INSTITUTIONS, Lexicon, lexicon
from dateline.extracting.parse import FUTURE, Discourse, Parse
from dateline.extracting.periods import dates
from dateline.extracting.sentences import Sentence
from dateline.extracting.signs import AHEAD, BODY, NUMBER, NUMBERED, Signs, wider
from dateline.languages import en
from dateline.languages.en_business import BUSINESS
from dateline.records.claim import NOT_CHECKABLE, Attribution, Claim, Unread
from dateline.records.period import Period
from dateline.records.report import Report
from dateline.theatres.loader import GAINED, Theatre

_READERS: Final = tuple((name, import_module(f"dateline.extracting.frames.{name}")) for name in FRAMES)
#: Frames whose period the next sentence may carry on.
_DATED: Final = frozenset({"level", "rate", "part_of", "ratio", "change", "share", "streak", "extreme"})
_UNREAD: Final = "a number whose meaning was not read"
#: Words of a balance: so much more is held at the end than at the start.
_NET: Final = re.compile(r"\b(?:net|balance|grew|grown|shrank|shrunk|held|holds)\b", re.IGNORECASE)
_FAMILIES: Final = frozenset({"territory", "strikes", "casualties", "talks"})


#: Signs that the discourse needs beside those of the frames: what a sentence is about, that something was fired, and
#: that it may be of business.
_TOPIC, _FIRED, _BUSINESS = "topic", "fired", "business"


@lru_cache(maxsize=1)
def _signs() -> Signs:
    """The signs of every frame, those of its parts (its `LOOKS`, named "frame.part"), and the discourse's own."""
    triggers = {name: str(module.TRIGGER) for name, module in _READERS}
    parts = {
        f"{name}.{part}": pattern for name, module in _READERS for part, pattern in getattr(module, "LOOKS", {}).items()
    }
    own = {
        NUMBER: NUMBERED,
        AHEAD: wider(FUTURE.pattern),
        BODY: wider(INSTITUTIONS.pattern),
        _TOPIC: "|".join(words for _, words in en.TOPICS),
        _FIRED: dict(en.PREDICATES)["launched"],
        _BUSINESS: BUSINESS,
    }
    return Signs({**triggers, **parts, **own})


def extract(report: Report, theatre: Theatre, parse: bool = False) -> tuple[list[Claim], list[Unread]]:
    """Claims of `report` in text order with ids c1, c2, ..., and the numbers seen and not turned into claims.

    `theatre` gives the names and the weapons; relative times are resolved against `report.date`. `parse` lets the
    parse tier settle speakers that the rules do not find. Keeps no state between calls: one theatre may be read in
    several threads at once. Raises parsing.ParserMissing where a parse is wanted and no model is installed.
    """
    words = lexicon(theatre)
    signs = _signs()
    before, day = Discourse(), report.date
    parses = [*_date_lines(report, words)]
    for sentence in sentences.sentences(report):
        current = Parse(sentence, day, words, before, signs(sentence.text), settles=parse)
        for name, reader in _READERS:
            if name in current.signs:
                reader.find(current)
        settle_places(current)
        settle_times(current)
        _deny(current)
        parses.append(current)
        heading = is_heading(current, report.blocks[sentence.block])
        if heading:
            day = day_beneath(time_named(replace(current, ref=report.date)), report.date) or report.date
        before = _after(current, before, heading)
    found = [_meant(c, theatre) for p in parses for c in p.found]
    if report.date_basis == "today":
        found = [replace(c, inherited=True) if _leans(c, report.date) else c for c in found]
    return _numbered(found), _unread(parses)


_YEAR: Final = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d%])")


def _leans(claim: Claim, today: dt.date) -> bool:
    """Whether the claim's time hangs on the day of a report that states none: it may be older than the day on which it
    is read, so that nothing is refuted by what has happened since."""
    if claim.period is None or claim.frame in NOT_CHECKABLE:
        return False
    return claim.period.last >= today or _YEAR.search(claim.sentence) is None


def _meant(claim: Claim, theatre: Theatre) -> Claim:
    """Ground gained without more is the measure that the theatre says it is; a net change that is called one stays."""
    if claim.measure != GAINED[0] or theatre.gained_means == GAINED[0] or _NET.search(claim.sentence):
        return claim
    return replace(claim, measure=theatre.gained_means)  # type: ignore[arg-type]


def _deny(current: Parse) -> None:
    """Takes out what the sentence does not say to be so, and tells why where it held a number."""
    for claim in list(current.found):
        why = denied(current, claim)
        if why is None:
            _weaken(current, claim)
            continue
        current.found.remove(claim)
        start, end = claim.quote.start - current.sentence.start, claim.quote.end - current.sentence.start
        if claim.value is not None:
            current.skipped.append(Skipped(start, end, why))


def _weaken(current: Parse, claim: Claim) -> None:
    """A guess may hold and is never refuted; what no ledger is of has no measure."""
    weaker = replace(claim, inherited=True) if guessed(current, claim) else claim
    apart = outside(current, claim) or borrowed(current, claim) or still_abroad(current)
    weaker = replace(weaker, measure=None) if apart else weaker
    if claim.doubt is None and narrow(current, weaker):
        weaker = replace(weaker, doubt="ambiguous_place", doubt_detail="a spot that the theatre does not know")
    if held_by_defender(current, weaker):
        day = weaker.period if weaker.period is not None else Period.of_day(current.ref)
        weaker = replace(
            weaker,
            measure="territory.held",
            period=Period.of_day(day.last),
            inherited=True,
            doubt="no_ledger",
            doubt_detail="a map of what the defender holds",
        )
    if weaker is not claim:
        current.found[current.found.index(claim)] = weaker


def _date_lines(report: Report, words: Lexicon) -> list[Parse]:
    """The page's date line yields its weekday and nothing else."""
    found = []
    for number, block in enumerate(report.blocks):
        if block.role == "dateline":
            text = report.text[block.start : block.end]
            whole = Sentence(block.start, block.end, text, block.role, number)
            current = Parse(whole, report.date, words, Discourse(), _signs()(text))
            calendar_frame.date_line(current)
            current.skipped.clear()
            found.append(current)
    return found


def _after(current: Parse, before: Discourse, heading: bool) -> Discourse:
    """What the next sentence may point back to."""
    block, published = current.sentence.block, bulletin(current)
    listed = list_head(current)
    periods = {f: p for f, p in before.periods.items() if block - before.dated.get(f, block) <= 1}
    dated, figures = dict(before.dated), dict(before.figures)
    family, place = before.family, before.place
    stated = [c for c in current.found if c.frame not in NOT_CHECKABLE]
    said = [c for c in stated if (c.measure or "").split(".")[0] in _FAMILIES and not limited(c)]
    said_of: set[str] = set()
    for claim in said:
        own = (claim.measure or "").split(".")[0]
        kept = own in said_of or own in periods
        aside = (kept and set_aside(current, claim)) or (claim.inherited and claim.frame == "extreme")
        if claim.period is not None and claim.frame in _DATED and not aside:
            periods[own], dated[own] = _carried_on(claim, claim.period), block
            said_of.add(own)
        if claim.frame in ("level", "rate", "part_of") and claim.value and claim.doubt != "no_ledger":
            figures[own] = claim
        family = own
    if not said and (topic := _topic(current)) is not None:
        # "Russia attacked Ukraine overnight on November 8": the figures come in the next sentence.
        family = topic
        named = [
            m.period
            for m in current.mentions
            if not compared_first(current, m.start) and m.kind == "at" and m.period is not None and not m.speech
        ]
        if named:
            periods[topic], dated[topic] = named[-1], block
    if (stretch := time_named(current) if heading or (published and not said) else _spoken_of(current)) is not None:
        for own in sorted({*_CARRIED} - said_of):
            periods[own], dated[own] = stretch, block
    if listed is not None:
        # The points of a list lean on the line above them, and not on one another.
        periods = {f: p for f, p in before.periods.items() if block - before.dated.get(f, block) <= 1}
        dated, figures = dict.fromkeys(periods, block), dict(before.figures)
    located = [p.place for p in current.places if p.located and p.place.level == "region"]
    beneath = section(current, before, heading)
    counted = tuple(c for c in said if c.frame in ("level", "part_of") and c.value is not None)
    return Discourse(
        periods,
        figures,
        located[-1] if located else place,
        _speaker(current, before, published),
        family,
        block,
        counted or before.row,
        dated,
        bulletin=published or (before.bulletin if before.block == block and not current.speeches else None),
        tolls=tuple(c for c in stated if c.unit == "people" and c.frame in ("level", "part_of") and c.value != 0.0),
        last=current,
        section=beneath.place,
        section_at=beneath.at,
        section_stop=beneath.stop,
        listed=listed,
        abroad=of_another_war(current) or still_abroad(current),
        local=block if is_local(current) else before.local,
    )


#: Families of figures that a stretch spoken of dates; "" is what no ledger holds.
_CARRIED: Final = ("strikes", "territory", "casualties", "")
_OPENS: Final = re.compile(r"(?:(?:In|During|Over|Throughout|On)(?: the)? |But |And |Yet )*", re.IGNORECASE)
#: "June was the busiest month", "Saturday saw the heaviest shelling": the stretch is what the sentence is about.
_WAS: Final = re.compile(
    r",? (?:(?:also|again|alone|itself|then) )?(?:was|were|has been|had been|saw|has seen|brought|proved|became|marked"
    r"|turned out|ended (?:as|up)|set|broke|went down)(?!\w)"
)


def _spoken_of(current: Parse) -> Period | None:
    """The stretch that the sentence tells of as a whole: figures that follow without a time of their own are of it."""
    for mention in current.mentions:
        if mention.kind == "at" and mention.period is not None and not mention.speech:
            opens = _OPENS.fullmatch(current.text[: mention.start]) is not None
            past = mention.period.start <= current.ref
            return mention.period if opens and past and _WAS.match(current.text, mention.end) else None
    return None


def _carried_on(claim: Claim, period: Period) -> Period:
    """What the next sentence may carry on: of a streak the last of its nights or months."""
    nights = claim.frame == "streak" and claim.unit in ("nights", "days")
    if claim.frame != "streak" or claim.value is None or (nights and period.days != claim.value):
        return period
    return dates.last_unit(period, (claim.unit or "").rstrip("s"))


def _topic(current: Parse) -> str | None:
    beside = _BUSINESS in current.signs and of_business(current.text)
    topic = current.words.topic(current.text) if _TOPIC in current.signs and not beside else None
    if topic in ("strikes", "territory", "casualties"):
        return topic
    if _FIRED not in current.signs:
        return None
    return "strikes" if any(p.family == "launched" for p in current.predicates) else None


def _speaker(current: Parse, before: Discourse, published: Attribution | None) -> Attribution | None:
    if published is not None:
        return published
    if current.speeches:
        return current.speeches[-1].attribution
    if (facing := faced(current)) is not None:
        return facing
    return before.attribution if before.block == current.sentence.block else None


def _numbered(claims: list[Claim]) -> list[Claim]:
    """Text order, one claim a span and frame, ids in order, anchors pointing at ids."""
    seen: set[tuple[int, int, str, str | None]] = set()
    roles: set[tuple[str, str, str]] = set()
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.quote.start, c.quote.end)):
        key = (claim.quote.start, claim.quote.end, claim.frame, claim.place.id if claim.place else None)
        role = (
            claim.dimensions.get("person", ""),
            claim.dimensions.get("office", ""),
            claim.dimensions.get("term", ""),
        )
        if key in seen or (claim.frame == "role" and role in roles):
            continue
        seen.add(key)
        roles.add(role)
        kept.append(claim)
    ids = {claim.id: f"c{number}" for number, claim in reversed(list(enumerate(kept, 1)))}
    return [replace(c, id=f"c{n}", anchor=ids.get(c.anchor) if c.anchor else None) for n, c in enumerate(kept, 1)]


def _unread(parses: list[Parse]) -> list[Unread]:
    """Numbers that stand in no claim's span."""
    claimed = [(c.quote.start, c.quote.end) for p in parses for c in p.found]
    found: list[Unread] = []
    for current in parses:
        base = current.sentence.start
        left = [(s.start, s.end, s.why) for s in current.skipped]
        left += [(a.start, a.end, _UNREAD) for i, a in enumerate(current.amounts) if i not in current.used]
        # A reason that says more comes before the one that every number has.
        for start, end, why in sorted(set(left), key=lambda u: (u[2] == _UNREAD, u[0])):
            a, b = base + start, base + end
            if not any(c < b and a < d for c, d in claimed) and not any(u.start < b and a < u.end for u in found):
                found.append(Unread(current.text[start:end], a, b, why))
    return sorted(found, key=lambda u: u.start)
