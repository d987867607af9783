"""Extremes, ranks, streaks and firsts: "the largest of the war", "highest since September", "third month in a row"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting import dates
from dateline.extracting.numerals import number
from dateline.extracting.parse import Parse
from dateline.extracting.periods import Mention
from dateline.extracting.scope import claim, is_theirs, located, period_of, region_of, speaker
from dateline.languages import en
from dateline.records.claim import Baseline, Claim, Frame, Measure
from dateline.records.period import Period

_ORDINAL: Final = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_SUPERLATIVE = re.compile(
    rf"(?<![\w-])(?:(?P<some>(?:some|one|two|three|several|many|among) of (?:the |its |their )?|among (?:the|its|their) )|(?P<nth>{_ORDINAL})[- ]|(?P<article>(?:its|their|the|a|an|this|his|Russia['’]s|Moscow['’]s|\w+['’]s) )?)"
    rf"(?:(?P<min>{en.MINIMA})|(?P<max>{en.MAXIMA}))(?![\w-]*ly\b)(?!\w)(?P<noun>(?: (?!since|of|in|this|on|ever|to|so|for|that|and|by|according|seen|than|during|yet|from|with)[\w'’-]+){{0,6}})",
    re.IGNORECASE,
)
_NOT_SINCE = re.compile(r"\b[Nn]ot (?P<since>since [^,;.]{3,40}?) (?:had|has|have|were|was|did)\b[^,;.]{0,30}?\b(?:bigger|larger|more|higher|heavier|faster|greater|deadlier|worse)\b[^,;.]*")
_FIRST = re.compile(r"\b(?:for )?the first(?: (?:direct|face-to-face|such|time|talks|meeting|round|negotiations|in-person|bilateral))*(?= since| in (?:over |more than |at least |about |nearly )?(?:\d+|two|three|four|five|six|seven|several) (?:years|months|weeks))", re.IGNORECASE)
_STREAK = re.compile(
    rf"(?:for (?:the|a) )?(?P<nth>{_ORDINAL})(?: (?P<cons>consecutive|straight|successive))? (?P<unit>month|week|night|day|year)(?P<row> in a row| running| in succession)?"
    r"|(?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<cons2>consecutive|straight|successive) (?P<unit2>month|week|night|day|year)s"
    r"|(?P<count3>\d+|two|three|four|five|six|seven|eight|nine|ten) (?P<unit3>month|week|night|day|year)s (?P<row3>in a row|running|in succession)",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bonly (?P<count>once|twice|two|three|four|five|one)(?: (?:this year|last year|before|other \w+|raids?|attacks?|nights?|months?))*(?: (?:exceed|beat|surpass|top|outdo)\w*(?: it| that)?)?", re.IGNORECASE)
_UP_WORDS: Final = re.compile(r"gather(?:ed|ing) speed|accelerat|speed(?:ed|ing) up|rose|rise|rising|grew|grow|increas|gain(?:ed|ing) pace|climb|higher|faster|quicken|picked up", re.IGNORECASE)
_DOWN_WORDS: Final = re.compile(r"slow(?:ed|ing|s)|fell|fall(?:ing|en)?|declin|decreas|drop|shrank|lower|eased|wan(?:ed|ing)", re.IGNORECASE)
_NIGHTLY: Final = r"attack|raid|strike|barrage|salvo|bombardment|assault|night|wave|swarm|volley|bulletin|air raid|onslaught"
_PACE: Final = re.compile(r"pace|fast|slow|quick|speed|rate", re.IGNORECASE)


def find(parse: Parse) -> None:
    """Adds claims of order: what is the largest, the second, the first, in a row."""
    for match in _NOT_SINCE.finditer(parse.text):
        _since_negated(parse, match)
    for match in _SUPERLATIVE.finditer(parse.text):
        if not _overlaps(parse, match.start(), match.end()):
            _superlative(parse, match)
    for match in _STREAK.finditer(parse.text):
        _streak(parse, match)
    for match in _FIRST.finditer(parse.text):
        _first(parse, match)
    for match in _ONLY.finditer(parse.text):
        _only(parse, match)


def _overlaps(parse: Parse, start: int, end: int) -> bool:
    a, b = parse.sentence.start + start, parse.sentence.start + end
    return any(c.quote.start < b and a < c.quote.end for c in parse.found)


def _superlative(parse: Parse, match: re.Match[str]) -> None:
    minimum = bool(match["min"])
    word = (match["min"] or match["max"]).lower()
    noun = match["noun"] or ""
    window = _window(parse, match.end())
    if word == "most" and not _is_superlative_most(parse, match, window):
        return
    if word in ("least", "record", "peak", "worst") and _not_of_order(parse, match):
        return
    family = _family(parse, match, noun)
    if family not in ("territory", "strikes", "casualties") or (window is None and "record" not in word and not word.startswith("all-time")):
        return
    end = window.end if window is not None and window.start - match.end() < 60 else match.end()
    measure, dimensions = _measure(parse, family, match, end)
    if window is not None:
        parse.compared.add(window.start)
    if word == "record" and window is None and _vaguely(parse, match):
        return
    if is_theirs(parse, match.start(), end) or _other_places(parse):
        measure = None
    granularity = _granularity(parse, family, noun, match)
    period = _period(parse, match, end, family, granularity)
    rate = family == "territory" and (_PACE.search(word + noun) is not None or granularity == "span")
    dimensions |= {"direction": "min" if minimum else "max", "granularity": granularity, **({"pace": "rate"} if rate else {})}
    _amounts_inside(parse, match, end)
    frame: Frame = "rank" if match["some"] or match["nth"] else "extreme"
    value = float(en.ORDINALS[match["nth"].lower()]) if match["nth"] else None
    place = region_of(parse, match.start(), end) if family == "territory" else located(parse, match.start(), end)
    parse.found.append(
        claim(parse, match.start(), end, frame, measure, value=value, unit="rank" if frame == "rank" else None, period=period,
              baseline=_baseline(parse, window), place=place if place is None or place.level != "settlement" else None, dimensions=dimensions,
              attribution=speaker(parse, match.start()),
              doubt="ambiguous_period" if measure and period is None and not match["some"] else None)
    )  # fmt: skip


def _is_superlative_most(parse: Parse, match: re.Match[str], window: Mention | None) -> bool:
    """ "the most of the war" orders; "most analysts" and "most of the drones" count a majority."""
    after = parse.text[match.start("max") + 4 :]
    return window is not None and bool((match["article"] or "").strip().lower() in ("the", "its", "their") and re.match(r"\s*(?:since|of the (?:war|year|conflict|invasion)|in (?:a|any)|\w+ (?:since|of the war|this year))", after))


def _vaguely(parse: Parse, match: re.Match[str]) -> bool:
    """ "record bombardments": several events and no number, so no one of them is said to be the record."""
    plural = re.search(rf"\b(?:{_NIGHTLY}|number|level|loss|gain)(?:s|es)\s*$", match["noun"] or "", re.IGNORECASE)
    return plural is not None and not any(a.start >= match.start("max") and a.start < match.end() + 4 for a in parse.amounts)


def _not_of_order(parse: Parse, match: re.Match[str]) -> bool:
    """ "at least", "on record", "the worst is over", "a record of the talks"."""
    before, after = parse.text[: match.start("min") if match["min"] else match.start("max")], parse.text[match.end() :]
    word = (match["min"] or match["max"]).lower()
    if word == "least":
        return before.lower().endswith("at ") or _window(parse, match.end()) is None
    return before.lower().endswith((" on ", " off ", " for the ")) or after.startswith((" of the talks", " keeping"))


def _family(parse: Parse, match: re.Match[str], noun: str) -> str | None:
    start, end = parse.clause(match.start())
    word = match.group().lower()
    if re.search(r"deadliest|bloodiest|most lethal", word) and not re.search(r"missile|drone|attack|strike|raid", noun):
        return "casualties"
    rest = parse.text[match.end() : end]
    if noun.strip() and (found := parse.words.topic(noun)) is not None:
        return found
    if re.match(r" (?:number|count|total|tally|toll|amount|volume) of ", rest) and (found := parse.words.topic(rest[:60])) is not None:
        return found
    if re.match(r"(?: [\w-]+){1,5}$", noun) and not re.search(r"month|week|night|day|year|pace|rate|total|toll|count|number|figure|level|tally|since|quarter|speed", noun, re.IGNORECASE):
        return None if not re.match(r"(?i)\s*(?:one|ones|such)\b", noun) else parse.before.family
    return parse.words.topic(parse.text[start : match.start()]) or parse.words.topic(parse.text) or parse.before.family


def _measure(parse: Parse, family: str, match: re.Match[str], end: int) -> tuple[Measure | None, dict[str, str]]:
    near = parse.text[match.start() : end] + parse.text[end : parse.clause(match.start())[1]]
    if family == "territory":
        return "territory.net_change", {}
    if family == "strikes":
        from_noun = _weapon(parse, match.group()) or _weapon(parse, near)
        clause = parse.clause(match.start())
        return "strikes.launched", from_noun if from_noun is not None else (_weapon(parse, parse.text[clause[0] : match.start()]) or {})
    dimensions = {}
    if re.search(r"civilian", parse.text, re.IGNORECASE):
        dimensions["population"] = "civilians"
    text = parse.text[: match.start()] + near
    both = re.search(r"casualties|killed and injured|dead and wounded|killed or injured", text) and not re.search(r"\bdeaths?\b|\bkilled\b(?! (?:and|or) (?:injured|wounded))", text)
    injured = re.search(r"\binjured\b|\bwounded\b", near) and not re.search(r"killed|deaths?|dead", near)
    if both or (re.search(r"\btoll\b", match.group()) and re.search(r"casualt", parse.text)):
        dimensions["victim"] = "both"
    return ("casualties.injured" if injured else "casualties.killed"), dimensions


def _weapon(parse: Parse, text: str) -> dict[str, str] | None:
    """The weapon filter of a stretch of text: None where it names no weapon, {} where it names several families."""
    names = [m.group().lower() for m in parse.words.weapon.finditer(text)]
    ids = [i for n in names for e in ("", "s", "es") if (i := parse.words.weapon_ids.get(n.removesuffix(e) if e else n))]
    if not ids:
        return None
    common = parse.words.common_weapon(ids, joined=True)
    return {"weapon": common} if common else {}


def _granularity(parse: Parse, family: str, noun: str, match: re.Match[str]) -> str:
    """What is ranked: the unit that the noun names, else that of the claim's own period, else nights for strikes and
    months for the rest."""
    for unit, words in (("month", "month"), ("week", "week"), ("year", "year|annual"), ("night", "night|overnight"), ("day", "day|daily|24-hour"), ("quarter", "quarter")):
        if re.search(rf"\b(?:{words})", noun, re.IGNORECASE):
            return "night" if unit == "day" and family == "strikes" else unit
    clause = parse.clause(match.start())
    if family == "strikes" and any(m.kind == "duration" and m.unit in ("night", "day") for m in parse.mentions if clause[0] <= m.start < clause[1]):
        return "span"
    own = [m.period for m in parse.mentions if m.kind == "at" and not m.speech and m.period is not None and m.end <= match.start()]
    if own and own[-1].granularity in ("month", "week", "year", "quarter", "night", "day"):
        return "night" if own[-1].granularity == "day" and family == "strikes" else own[-1].granularity
    if family == "strikes":
        known = parse.before.periods.get("strikes")
        nightly = re.search(_NIGHTLY, parse.text, re.IGNORECASE) is not None
        return "night" if nightly or known is None else known.granularity if known.granularity in ("month", "week", "year") else "night"
    return "month"


def _period(parse: Parse, match: re.Match[str], end: int, family: str, granularity: str) -> Period | None:
    clause = parse.clause(match.start())
    own = [m for m in parse.mentions if m.kind == "at" and m.period is not None and not m.speech and not (match.start() <= m.start < end)]
    before = [m for m in own if clause[0] <= m.start and m.end <= match.start()] or [m for m in own if m.end <= match.start()]
    if before:
        return before[-1].period
    after = [m for m in own if m.start >= end and m.start < clause[1]]
    if after and granularity in ("night", "day", "month", "week"):
        return after[0].period
    if family in ("strikes", "casualties") or granularity not in ("month", "span"):
        known = period_of(parse, match.start(), end, family)
        # A window ("this year") that the sentence names is not the period of the record itself.
        if known is not None and not any(m.period == known and match.start() <= m.start <= end + 1 for m in parse.mentions):
            return known
        return Period.of_day(parse.ref, "night") if re.search(r"overnight|last night", parse.text) else None
    known = parse.before.periods.get(family)
    if known is not None and parse.sentence.block - parse.before.block <= 1:
        return known
    # "are now advancing at their fastest pace": the month under way, or the one just over in its first days.
    return dates.shifted_month(parse.ref, 0 if parse.ref.day >= 10 else -1) if family == "territory" else None


def _window(parse: Parse, at: int) -> Mention | None:
    """The stretch in which the extreme was sought: the first "since", "of the war", "this year" right behind it."""
    for mention in parse.mentions:
        gap = parse.text[at : mention.start] if mention.start >= at - 1 else None
        if gap is None or mention.period is None or len(gap) > 60:
            continue
        if mention.kind in ("since", "war") and not re.search(r"[.;]", gap):
            return mention
        long = mention.kind == "at" and (mention.period.granularity in ("year", "half", "season", "quarter") or mention.period.days > 40)
        if long and re.fullmatch(r"(?:\s*,?\s*(?:seen|so far|recorded|launched|made|of|in|for|during|the|all|on record|carried out|to date|month|week|day|night|single)?)*\s*", gap):
            return mention
        if gap.strip(" ,") and mention.kind == "at":
            return None
    before = [m for m in parse.mentions if m.kind == "war" and m.end <= at and re.search(r"['’]s$", parse.text[m.start : m.end])]
    return before[-1] if before else None


def _baseline(parse: Parse, window: Mention | None) -> Baseline:
    if window is None or window.period is None:
        start = parse.words.theatre.war_start
        return Baseline("window", Period(start, max(parse.ref, start) + dates.DAY), "of the war")
    label = parse.text[window.start : window.end]
    if window.kind == "since" and window.anchor is not None:
        return Baseline("since", window.anchor, label)
    return Baseline("window", window.period, label)


def _amounts_inside(parse: Parse, match: re.Match[str], end: int) -> None:
    """ "one of the largest": its "one" is no amount. A figure behind "a record" stays one."""
    for index, amount in enumerate(parse.amounts):
        if match.start() <= amount.start and amount.core_end <= match.start("min" if match["min"] else "max"):
            parse.used.add(index)


def _other_places(parse: Parse) -> bool:
    return parse.words.elsewhere.search(parse.text) is not None and parse.words.defender.search(parse.text) is None


def _since_negated(parse: Parse, match: re.Match[str]) -> None:
    since = next((m for m in parse.mentions if m.kind == "since" and m.start >= match.start() and m.end <= match.end()), None)
    family = parse.words.topic(match.group()) or parse.before.family
    if since is None or since.anchor is None or family not in ("territory", "strikes", "casualties"):
        return
    measure: Measure = {"territory": "territory.net_change", "strikes": "strikes.launched", "casualties": "casualties.killed"}[family]  # type: ignore[assignment]
    granularity = "night" if family == "strikes" else "month"
    period = parse.before.periods.get(family) or (Period.of_day(parse.ref, "night") if family == "strikes" else dates.shifted_month(parse.ref, 0))
    parse.found.append(
        claim(parse, match.start(), match.end(), "extreme", measure, period=period, baseline=Baseline("since", since.anchor, match["since"]),
              dimensions={"direction": "max", "granularity": granularity, **(_weapon(parse, parse.text) or {})}, attribution=speaker(parse, match.start()))
    )  # fmt: skip


def _streak(parse: Parse, match: re.Match[str]) -> None:
    unit = (match["unit"] or match["unit2"] or match["unit3"]).lower()
    if match["nth"] and not (match["cons"] or match["row"]):
        return
    value = float(en.ORDINALS[match["nth"].lower()]) if match["nth"] else number(match["count"] or match["count3"])
    clause = parse.clause(match.start())
    near = parse.text[clause[0] : clause[1]]
    family = parse.words.topic(near) or parse.words.topic(parse.text) or parse.before.family
    measure: Measure | None = {"territory": "territory.net_change", "strikes": "strikes.launched", "casualties": "casualties.killed"}.get(family or "")  # type: ignore[assignment]
    direction = "up" if _UP_WORDS.search(near) else "down" if _DOWN_WORDS.search(near) else "present"
    period = period_of(parse, match.start(), match.end(), family or "")
    parse.used.update(i for i, a in enumerate(parse.amounts) if match.start() <= a.start < match.end())
    parse.found.append(
        claim(parse, match.start(), match.end(), "streak", measure if not is_theirs(parse, match.start(), match.end()) else None, value=value, unit=f"{unit}s",
              period=period, dimensions={"direction": direction, "granularity": unit}, attribution=speaker(parse, match.start()),
              doubt="ambiguous_period" if measure and period is None else None)
    )  # fmt: skip


def _first(parse: Parse, match: re.Match[str]) -> None:
    since = next((m for m in parse.mentions if m.kind == "since" and m.start >= match.end() - 1 and m.start - match.end() < 4), None)
    spell = re.match(r" in (?:over |more than |at least |about |nearly )?(\w+) (year|month|week)s(?: or more)?", parse.text[match.end() :])
    end = since.end if since is not None else match.end() + (spell.end() if spell else 0)
    talks = re.search(r"\btalks|negotiation|meeting", parse.text, re.IGNORECASE) is not None and not re.search(r"\bground|territor|land\b", parse.text[: match.start()])
    baseline = None
    if since is not None and since.anchor is not None:
        baseline = Baseline("since", since.anchor, parse.text[since.start : since.end])
    elif spell is not None and (count := number(spell[1])) is not None:
        baseline = Baseline("window", dates.rolling(parse.ref, int(count), spell[2]), spell.group().strip())
    family = None if talks else parse.words.topic(parse.text[: match.start()])
    loses = family == "territory" and re.search(r"\blos(?:t|ing|s|e)\b", parse.text[: match.start()]) is not None
    measure: Measure | None = "talks.meetings" if talks else "territory.net_change" if loses else None
    dimensions = {"direct": "true"} if talks and re.search(r"\bdirect|face-to-face", parse.text) else {"direction": "down"} if loses else {}
    period = dates.shifted_month(parse.ref, 0 if parse.ref.day >= 10 else -1)
    parse.used.update(i for i, a in enumerate(parse.amounts) if match.start() <= a.start < end)
    parse.found.append(
        claim(parse, match.start(), end, "first_since", measure, period=period, baseline=baseline, dimensions=dimensions, attribution=speaker(parse, match.start()))
    )


def _only(parse: Parse, match: re.Match[str]) -> None:
    """ "only two this year exceed it" and "did better only twice": third."""
    exceeds = re.search(r"exceed|beat|surpass|top|outdo", match.group(), re.IGNORECASE)
    better = re.search(r"did better|more|faster|higher|larger|bigger|heavier", parse.text[: match.start()], re.IGNORECASE)
    if not exceeds and not better:
        return
    times = {"once": 1.0, "twice": 2.0}.get(match["count"].lower()) or number(match["count"]) or 1.0
    family = parse.words.topic(parse.text) or parse.before.family
    measure: Measure | None = {"territory": "territory.net_change", "strikes": "strikes.launched", "casualties": "casualties.killed"}.get(family or "territory")  # type: ignore[assignment]
    window = next((m for m in parse.mentions if m.kind in ("at", "war") and m.period is not None and match.start() <= m.start < match.end() and m.period.days > 40), None)
    previous: Claim | None = next((c for c in reversed(parse.found) if c.frame in ("extreme", "level")), None)
    named = next((m.period for m in parse.mentions if m.kind == "at" and m.period is not None and m.end <= match.start() and m.period.days < 40), None)
    period = previous.period if previous is not None else named or period_of(parse, match.start(), match.end(), family or "territory")
    granularity = "night" if family == "strikes" else "month"
    parse.used.update(i for i, a in enumerate(parse.amounts) if match.start() <= a.start < match.end())
    parse.found.append(
        claim(parse, match.start(), match.end(), "rank", measure, value=times + 1, unit="rank", period=period, baseline=_baseline(parse, window),
              dimensions={"direction": "max", "granularity": granularity}, attribution=speaker(parse, match.start()))
    )  # fmt: skip
