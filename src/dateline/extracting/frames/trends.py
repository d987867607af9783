"""Trends without a number: "the tempo increased", "continued to decline", "a slight fall on the week before"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting.amounts import numerals
from dateline.extracting.belonging.comparands import is_baseline
from dateline.extracting.belonging.locating import located, region_of
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.timing import baseline_of, period_of
from dateline.extracting.belonging.windows import about_ground, counts_events, measure_of, weapon_named
from dateline.extracting.measuring.strikes import told_by_attacker
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.extracting.ways import DOWN, FLAT, UP, Way, way
from dateline.records.claim import Baseline, Measure
from dateline.records.finding import Reason
from dateline.records.period import Period

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = (
    rf"{UP}|{DOWN}|{FLAT}|ground\b|front|line of|rise|fall\b|increase|decrease|decline|downward|upward|worse"
    rf"|higher|lower|slower|faster"
    r"|fewer|greater|heavier|lighter|(?:more|less) (?:intense|frequent)|\b(?:up|down) (?:\w+ )?(?:on|from|compared)\b"
)
#: What each of its forms is written with.
LOOKS: Final = {
    "verb": rf"{UP}|{DOWN}|{FLAT}|on the rise|on the increase|on the wane",
    "ground": "ground|front ?line|fronts|line of contact",
    "noun": r"(?:rise|increase|fall|decline|decrease|drop|reduction|slowdown|escalation|surge|spike|dip|uptick|downturn"
    r"|jump|slump|slackening|acceleration)(?: in | on | over | from | against | compared | since | during )",
    "than": r"(?:lower|higher|slower|faster|up|down|fewer|greater|heavier|lighter|intense|frequent) "
    r"(?:.* )?(?:than|on|from|compared) ",
    "state": "trend|trajectory|curve",
}
#: "is losing ground", "the front lines hardly move".
_GROUND = when_asked(
    r"\b(?:is|are|was|were|been|kept?|keeps) (?:now |slowly |steadily |again |still )*(?P<how>losing|gaining) ground\b"
    r"|\b(?:front ?lines?|fronts?|line of contact) (?P<still>(?:has|have|had)? ?(?:hardly|barely|scarcely)"
    r" (?:mov|chang|shift)\w*)",
    re.IGNORECASE,
)
_ADVERB: Final = (
    r"(?:sharply|slightly|again|further|markedly|steadily|significantly|notably|dramatically|somewhat|considerably"
    r"|rapidly|slowly|gradually|marginally|steeply|a little|a lot|substantially|modestly|once more)"
)
#: "has continued to decline", "slowed again", "increased sharply", "kept falling", "is on the rise".
_VERB = when_asked(
    rf"(?<![\w-])(?P<lead>(?:continu(?:ed|es|ing) (?:to )?|(?:began|begun|begins|started) (?:to )?|kept |keeps )?"
    rf"(?:{_ADVERB} )?)(?P<verb>{UP}|{DOWN}|{FLAT}|on the rise|on the increase|on the wane)(?! of\b)(?!\w)"
    rf"(?:,? {_ADVERB})*",
    re.IGNORECASE,
)
#: "a small drop on the previous week", "an increase over April", "a further decline".
_NOUN = when_asked(
    r"\b(?:an?|the|another|some) (?P<how>(?:(?!to\b)[\w-]+ ){0,2}?)(?P<noun>rise|increase|fall|decline|decrease|drop"
    r"|reduction"
    r"|slowdown|escalation|surge|spike|dip|uptick|downturn|jump|slump|slackening|acceleration)"
    r"(?P<of> in (?:the )?(?:[\w-]+ ){0,4}?[\w-]+?)? (?=(?:on|over|from|against|compared (?:with|to)|since"
    r"|during|in) )",
    re.IGNORECASE,
)
#: "the curve points upward since May", "the pace is slower than in July".
_STATE = when_asked(
    r"\b(?:trend|trajectory|curve)s? (?:[\w-]+ ){0,3}?(?:has|have|had|is|was|are|were|remains?"
    r"|points?)(?: been)? "
    r"(?:[\w-]+ ){0,2}?(?P<state>downwards?|upwards?|down|up|flat|steady|stable)(?![\w-])",
    re.IGNORECASE,
)
#: "was lower than in June", "were up sharply on the month before".
_THAN = when_asked(
    rf"(?:\b(?:was|were|is|are|stood|remained|proved|came in)|,) (?P<how>(?:{_ADVERB}|much|far|well|even|also"
    rf"|a bit) )?(?P<state>lower"
    r"|higher|slower|faster|up|down|fewer|greater|heavier|lighter|more intense|less intense|more frequent"
    r"|less frequent)"
    rf"(?: {_ADVERB})? (?:than|on|from|compared (?:with|to)) (?:in |on |during |for |at |the same )?",
    re.IGNORECASE,
)
#: Verbs with what they raise or lower behind them: "has stepped up its strikes".
_TRANSITIVE: Final = when_asked(
    r"(?:step|intensif|increas|accelerat|expand|escalat|slow|eas|speed|sped|widen)\w*(?: up| down)?", re.IGNORECASE
)
_OBJECT = when_asked(r" (?:its|their|the|his) (?:[\w-]+ ){0,3}?(?=\w)", re.IGNORECASE)
#: What may rise or fall: figures, and what the figures of a war are of.
_SUBJECT = when_asked(
    r"\b(?:tempo|intensity|pace|rates?|numbers?|figures?|violence|fighting|harm|access|displacement|hostilities"
    r"|activity"
    r"|clashes|incidents?|shelling|averages?|tolls?|totals?|attacks?|strikes?|raids?|launch(?:es)?|drones?"
    r"|missiles?|use"
    r"|arrivals?|deliveries|deaths?|killings?|casualties|fatalities|injuries|gains?|advances?|losses"
    r"|bombardments?|volume"
    r"|scale|frequency|share|trend|abductions?|kidnappings?|needs|hunger|malnutrition|cases|prices|salvos?|barrages?"
    r"|offensive|operations?|sorties|bombings?|assaults?|returns|crossings?|growth"
    r"|desertions?|defections?|recruitment|surrenders|crime|looting)\b",
    re.IGNORECASE,
)
#: A number right behind says by how much, or to what: another frame's claim.
_BY_HOW_MUCH = when_asked(
    rf",? (?:(?:by|to|from|at|above|below|past|another|an average of) )?(?:{_ADVERB} )?(?:(?:by|to|from|about"
    rf"|around|some|over"
    rf"|nearly|almost|roughly|more than|less than|just|only|an estimated|between|a further|another|at least"
    rf"|up to|as much as"
    rf"|well over) )*(?:\d|(?:{numerals.WORDS})(?!\w)|half\b|a (?:third|quarter|fifth|half)\b|\w*fold\b"
    rf"|two-thirds|three-quarters"
    r"|tenfold|dozens|hundreds|thousands)",
    re.IGNORECASE,
)
#: "fell silent", "rose to prominence", "fell to Russian forces", "fell on the city": no figure moves.
_NO_TREND = when_asked(
    r" (?:silent|ill|asleep|short|apart|victim|in love|to (?:[A-Z]\w+(?:n|ese)? |government |rebel )?(?:forces"
    r"|troops|army|rebels"
    r"|soldiers|prominence|power|the (?:ground|army|rebels))|on (?!the (?:week|month|year|previous|preceding|night))"
    r"|into|through|under|off|behind|against|for\b(?! (?:the|a|an) \w+ (?:\w+ )?(?:month|week|day|night|year"
    r"|quarter))|out)",
    re.IGNORECASE,
)
_STOPPED = when_asked(r"\bintercept|shot down|interception|success rate|kill rate|downed", re.IGNORECASE)
_SERIES: Final = r" for (?:the|a) \w+ (?:(?:consecutive|straight|successive) )?(?:month|week|night|day|year|quarter)"
_SINGLE = when_asked(rf"{_SERIES}(?! (?:in a row|running|in succession))(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Trend:
    """What goes which way at `text[start:end]`; `subject` is what stands before it in its clause."""

    start: int
    end: int
    subject: str
    way: Way


def find(parse: Parse) -> None:
    """Adds a claim for each figure that is said to rise or fall where no number says by how much."""
    for match in _VERB.finditer(parse.text) if "trends.verb" in parse.signs else ():
        subject = _before(parse, match.start())
        goes = way(match["verb"]) or ("down" if "wane" in match["verb"].lower() else "up")
        moved = _moved(parse, match)
        if moved:
            subject = moved
        if _SUBJECT.search(subject) is None or _is_no_trend(parse, match):
            continue
        series = _SINGLE.match(parse.text, match.end())
        _add(parse, _Trend(match.start(), series.end() if series else match.end(), subject, goes))
    for match in _GROUND.finditer(parse.text) if "trends.ground" in parse.signs else ():
        way_gone: Way = "flat" if match["still"] else "down" if match["how"].lower() == "losing" else "up"
        start = match.start("still") if match["still"] else match.start("how")
        _add(parse, _Trend(start, match.end(), "ground", way_gone))
    for match in _NOUN.finditer(parse.text) if "trends.noun" in parse.signs else ():
        _noun(parse, match)
    for match in _THAN.finditer(parse.text) if "trends.than" in parse.signs else ():
        mention = _mention_at(parse, match.end())
        subject = _before(parse, match.start())
        if mention is not None and _SUBJECT.search(subject):
            down = re.match(r"(?i)lower|slower|down|fewer|lighter|less", match["state"]) is not None
            parse.compared.add(mention.start)
            start = match.start() + (2 if match.group().startswith(",") else 0)
            _add(parse, _Trend(start, mention.end, subject, "down" if down else "up"))
    for match in _STATE.finditer(parse.text) if "trends.state" in parse.signs else ():
        state = match["state"].lower()
        goes = "down" if state.startswith("down") else "up" if state.startswith("up") else "flat"
        _add(parse, _Trend(match.start(), match.end(), parse.text[: match.start()], goes))


_FALL: Final = re.compile(r"fall|decline|decrease|drop|reduction|slow|dip|down|slump|slack", re.IGNORECASE)


def _noun(parse: Parse, match: re.Match[str]) -> None:
    """ "a small drop on the previous week", "a steady increase in drone attacks since June"."""
    mention = _mention_at(parse, match.end())
    subject = match["of"] or parse.text[: match.start()]
    if mention is None or re.search(r"\d|per ?cent|fold", match.group()) or _BY_HOW_MUCH.match(" " + match["how"]):
        return
    if _SUBJECT.search(subject) is None:
        return
    if not re.match(r"in|during", parse.text[match.end() :].strip()):
        parse.compared.add(mention.start)
    down = _FALL.match(match["noun"]) is not None
    _add(parse, _Trend(match.start(), mention.end, subject, "down" if down else "up"))


def _mention_at(parse: Parse, at: int) -> Mention | None:
    """The expression of time that stands at `at`, or begins within a few letters of it; none where a number comes first
    ("up from 250 in May")."""
    found = next((m for m in parse.mentions if at < m.end and m.start - at < 12), None)
    numbered = found is not None and any(at <= a.core_start < found.start for a in parse.amounts)
    return None if numbered else found


def _before(parse: Parse, at: int) -> str:
    """What stands before `at` in its clause and after the last mark: the subject of the verb there."""
    piece = parse.text[parse.clause(at)[0] : at]
    return re.split(r"[;:]|, (?:and|but|while)\b", piece)[-1]


def _moved(parse: Parse, match: re.Match[str]) -> str:
    """What the verb raises or lowers, where that is its object: "has stepped up its strikes"."""
    if not _TRANSITIVE.fullmatch(match["verb"]):
        return ""
    named = _OBJECT.match(parse.text, match.end())
    return parse.text[match.end() : min(match.end() + 60, parse.clause(match.start())[1])] if named else ""


def _is_no_trend(parse: Parse, match: re.Match[str]) -> bool:
    behind = parse.text[match.end() :]
    if _BY_HOW_MUCH.match(behind) or _NO_TREND.match(behind):
        return True
    base = parse.sentence.start
    clause = parse.clause(match.start())
    if any(c.frame == "streak" and clause[0] <= c.quote.start - base < clause[1] for c in parse.found):
        return True  # the streak says which way
    if any(c.quote.start < base + match.end() and base + match.start() < c.quote.end for c in parse.found):
        return True
    if not match["lead"] and _unfinite(parse, match):
        return True
    # A participle before a noun ("falling debris", "increased pressure") states nothing of a figure.
    participle = re.search(r"(?:ed|en|ing)$", match["verb"]) is not None and re.match(r" [a-z]+(?<!ly)\b", behind)
    governed = re.search(
        r"(?:\bto|\bwill|\bwould|\bcould|\bmay|\bmight|\bcan|\bshould|\bnot|n['’]t"
        r"|\bif) $",
        parse.text[: match.start()],
    )
    attributive = re.search(r"\b(?:the|an?|of|by|with|from|and|any|no|its|their) $", parse.text[: match.start()])
    return (governed is not None and not match["lead"]) or (participle is not None and attributive is not None)


_PAST: Final = re.compile(
    r"rose|grew|fell|shrank|shrunk|sped|went|came|lost|crept|swollen|held|on|risen|grown|fallen|\w+(?:ed|s)"
)
_AUXILIARY = when_asked(
    r"\b(?:is|are|was|were|been|being|still|now|kept|keeps|began|begun) (?:\w+ly )?$", re.IGNORECASE
)


def _unfinite(parse: Parse, match: re.Match[str]) -> bool:
    """Whether the word is no verb of its clause: "a slow start", "to fall", "dwindling stocks"."""
    word = match["verb"].lower().split(" ")[0]
    if word.endswith("ing"):
        return _AUXILIARY.search(parse.text[: match.start()]) is None
    return _PAST.fullmatch(word) is None


def _add(parse: Parse, trend: _Trend) -> None:
    measure, dimensions = _of_what(parse, trend)
    own = [m for m in parse.mentions if m.kind == "at" and m.period is not None and not is_baseline(parse, m)]
    family = (measure or "").split(".")[0]
    since = next((m for m in parse.mentions if m.kind == "since" and 0 <= m.start - trend.end < 12), None)
    if since is not None:
        parse.compared.add(since.start)
    period = period_of(parse, trend.start, trend.end, family)
    open_ended = False
    if since is not None and (period is None or period.stop > parse.ref):
        # Up to the report's day: of which of its parts, is not said, so that nothing is looked up.
        period, open_ended = Period.through(since.period.start, parse.ref) if since.period else None, True
    compared = _compared(parse, trend, since, period)
    unsaid = measure is None and period is None and compared is None
    if unsaid and parse.words.topic(parse.text[: trend.start]) is None:
        return  # "has escalated its operations": of nothing that is counted, and of no time
    place = (
        region_of(parse, trend.start, trend.end) if family == "territory" else located(parse, trend.start, trend.end)
    )
    parse.found.append(
        claim(
            parse,
            trend.start,
            trend.end,
            "trend",
            measure,
            period=period,
            baseline=compared,
            place=place,
            dimensions={**dimensions, "direction": trend.way},
            attribution=speaker(parse, trend.start),
            doubt=_doubt(measure, None if open_ended else period, trend),
            inherited=not own or compared is None,
        )
    )


def _compared(parse: Parse, trend: _Trend, since: Mention | None, period: Period | None) -> Baseline | None:
    if since is not None and since.anchor is not None:
        return Baseline("period", since.anchor, parse.text[since.start : since.end])
    before = re.search(
        r"\b(?:previous|preceding|prior) (?P<unit>day|night|week|month|quarter|year)$", parse.text[: trend.end]
    )
    if before is not None and period is not None:
        return Baseline("period", dates.back(period, before["unit"]), before.group())
    return baseline_of(parse, trend.start, trend.end, period)


def _of_what(parse: Parse, trend: _Trend) -> tuple[Measure | None, dict[str, str]]:
    """The measure of what rises or falls, and its weapon or population; None where it is no ledger's."""
    if trend.subject == "ground":
        return ("territory.net_change" if not parse.words.theatre.country.id else None), {}
    family = parse.words.topic(trend.subject) or _topic_of_rate(parse, trend)
    if family == "strikes" and counts_events(parse, trend.subject):
        return "events.count", weapon_named(parse, trend.subject) or {}
    dimensions = {"population": "civilians"} if re.search(r"civilian", trend.subject, re.IGNORECASE) else {}
    if _STOPPED.search(trend.subject) or told_by_attacker(parse) or any(t.own for t in parse.things):
        return None, dimensions
    if family == "strikes":
        return measure_of(parse, family), weapon_named(parse, trend.subject) or {}
    if family == "territory" and not about_ground(parse):
        return None, {}
    if family == "casualties" and not re.search(r"deaths?|killings?|killed|dead|fatalit", trend.subject, re.IGNORECASE):
        return None, dimensions  # harm, casualties: the dead and the injured together
    return measure_of(parse, family), dimensions


def _topic_of_rate(parse: Parse, trend: _Trend) -> str | None:
    """ "The rate has stabilised", "the nightly average slipped": of what the sentence or the ones before speak."""
    if re.search(r"\b(?:rate|pace|average|number|total|figure|toll|tempo)s?\b", trend.subject, re.IGNORECASE) is None:
        return None
    return parse.words.topic(parse.text) or parse.before.family


def _doubt(measure: Measure | None, period: Period | None, trend: _Trend) -> Reason | None:
    if measure is None:
        return None
    return "undefined_term" if trend.way == "flat" else "ambiguous_period" if period is None else None
