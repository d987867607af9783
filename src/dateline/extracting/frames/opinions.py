"""Opinions: "called it an act of terror", "the most productive session so far", "death by a thousand cuts"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.extracting.belonging import reach
from dateline.extracting.belonging.scope import claim, intending, speaker
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.languages import en_modality as words
from dateline.records.claim import Attribution

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = (
    r"\bcall|describ|\bdub|brand|hail|label|\bterm|deem|denounc|condemn|consider|castigat|decri|prais|lambast|slam"
    r"|thousand|million|matter|counts? for|believ|think|thought|argu|reckon|view|opinion|words of|\bhardly|scarcely"
    r"|should|(?:has|have) (?:shame|disgrac|betray|abandon|fail|forgot|forsak|humiliat|dishono)|est\b"
    rf"|\b(?:is|are|was|were) (?:{words.VERDICTS})"
)
_CALLED: Final = when_asked(
    rf"(?<![\w-])(?:{words.CALLING}) (?:[^\"“”;:.]{{1,70}}? )?(?:as )?[\"“](?P<said>[^\"”\d]{{3,90}}?)[,.]?[\"”]",
    re.IGNORECASE,
)
_JUDGED: Final = when_asked(
    rf"(?<![\w-])(?:{words.CALLING}) (?:[^,;:.\"“”]{{1,60}}? )?(?:as )?(?P<said>{words.JUDGED}[^,;:.\"“”]{{0,50}})",
    re.IGNORECASE,
)
_ONE: Final = (
    r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Ss]everal|[Mm]any|[Ff]ew|[Ss]ome|[Mm]ost|[Hh]is|[Hh]er|[Ii]ts) )?"
    r"[\w'’-]+(?: [\w'’-]+){0,3}?"
)
_THINKS: Final = (
    r"(?:believe[sd]?|thinks?|thought|argue[sd]?|contend(?:s|ed)?|feels?|felt|insist(?:s|ed)|reckon(?:s|ed)?)"
)
_SAYS: Final = rf"(?:sa(?:id|ys)|wr(?:ote|ites)|noted|{_THINKS})"
#: "the drawdown, one analyst believes, is theatre".
_ASIDE: Final = when_asked(rf", (?P<who>{_ONE}) {_THINKS}, (?P<said>(?:is|are|was|were) [^,;.:\d]{{3,60}})")
#: "in the mayor's view the city can bear another month".
_VIEW: Final = when_asked(
    r"\b[Ii]n (?P<who>(?:the |my |his |her |their |one )?(?:[\w’-]+ ){0,2}?[\w-]+?)(?:['’]s?)?"
    r" (?:view|opinion|eyes|judge?ment),? (?P<said>(?!of\b)[^,;.:\d]{8,90})"
)
#: "few diplomats thought either side meant it".
_THOUGHT: Final = when_asked(
    rf"\b(?:[Ff]ew|[Mm]any|[Mm]ost|[Ss]ome|[Ss]everal|[Oo]ne) (?P<who>[\w-]+) (?:{_THINKS}) (?:that )?"
    r"(?P<said>[^,;.:\d]{8,80})"
)
#: "..., hardly a turning point, one analyst said".
_HARDLY: Final = when_asked(
    rf"(?:^|[;:—–,] ?)(?P<said>(?:[Hh]ardly|[Ss]carcely) [^,;.:\d]{{5,60}}), (?P<who>{_ONE}) {_SAYS}\b"
)
#: "made “a second Rwanda”, in the words of one envoy".
_WORDS_OF: Final = when_asked(r"[\"“](?P<said>[^\"”]{3,90}?)[,.]?[\"”],? in the words of (?P<who>[^,;.\"“]{3,60})")
_OF_WORDS: Final = when_asked(r"\b[Ii]n the words of (?P<who>[^,;\"“]{3,60}), [\"“](?P<said>[^\"”]{3,90}?)[,.]?[\"”]")
_SHOULD: Final = when_asked(
    r"(?:^|[,;:\"“] ?|\bthat )(?P<said>(?:[Nn]o(?: one|body)|[Nn]o [a-z]+|[Ee]veryone|[Ee]very [a-z]+)"
    r" should (?:ever )?[^,;.:\"”]{5,80})"
)
_VERDICT: Final = when_asked(
    rf"\b(?:is|are|was|were|remains?)(?: (?:just|simply|only|still|pure|mere|itself))? "
    rf"(?P<said>{words.VERDICTS})(?=[,;.:\"”]|$)"
)
_BLAMED: Final = when_asked(rf"\b(?P<said>{words.BLAMING})")
_FELT: Final = when_asked(
    rf"(?<!\w)(?P<said>{words.FELT}(?: [\w’'-]+)?"
    r" (?:of|since|in|so far|yet)\b[^,;.:]*)",
    re.IGNORECASE,
)
_JUDGING: Final = when_asked(rf"(?<![\w-])(?P<said>{words.JUDGING_IDIOMS})(?!\w)", re.IGNORECASE)


def find(parse: Parse) -> None:
    """Adds a claim for each judgement, and takes the amounts in it."""
    taken: list[tuple[int, int]] = []
    for match in _judgements(parse.text):
        start, end = match.span("said")
        end = start + len(parse.text[start:end].rstrip(" ,."))
        inside = reach.ahead(parse, start, end)
        if any(i in parse.used for i in inside) or any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        parse.used.update(inside)
        parse.unreal.append((start, end))
        said = _whose(parse, match) or speaker(parse, start) or intending(parse, match.start(), match.end())
        parse.found.append(claim(parse, start, end, "opinion", None, attribution=said))


def _whose(parse: Parse, match: re.Match[str]) -> Attribution | None:
    """Who thinks so, where the words of the judgement name them."""
    who = match.groupdict().get("who")
    if who is None:
        return None
    actor = parse.words.producer(who)
    return Attribution(who, actor.id if actor is not None else None, "view")


def _judgements(text: str) -> Iterator[re.Match[str]]:
    for pattern in (
        _CALLED, _JUDGED, _JUDGING, _WORDS_OF, _OF_WORDS, _ASIDE, _VIEW,
        _THOUGHT, _HARDLY, _SHOULD, _VERDICT, _BLAMED, _FELT,
    ):  # fmt: skip
        yield from pattern.finditer(text)
