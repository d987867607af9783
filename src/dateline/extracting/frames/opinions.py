"""Opinions: "called it an act of terror", "the most productive session so far", "death by a thousand cuts"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.extracting.belonging import reach
from dateline.extracting.belonging.scope import claim, intending, speaker
from dateline.extracting.parse import Parse
from dateline.languages import en_modality as words

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = (
    r"\bcall|describ|\bdub|brand|hail|label|\bterm|deem|denounc|condemn|consider|castigat|decri|prais|lambast|slam"
    r"|thousand|million|matter|counts? for"
)
_CALLED: Final = re.compile(
    rf"(?<![\w-])(?:{words.CALLING}) (?:[^\"“”;:.]{{1,70}}? )?(?:as )?[\"“](?P<said>[^\"”\d]{{3,90}}?)[,.]?[\"”]",
    re.IGNORECASE,
)
_JUDGED: Final = re.compile(
    rf"(?<![\w-])(?:{words.CALLING}) (?:[^,;:.\"“”]{{1,60}}? )?(?:as )?(?P<said>{words.JUDGED}[^,;:.\"“”]{{0,50}})",
    re.IGNORECASE,
)
_JUDGING: Final = re.compile(rf"(?<![\w-])(?P<said>{words.JUDGING_IDIOMS})(?!\w)", re.IGNORECASE)


def find(parse: Parse) -> None:
    """Adds a claim for each judgement, and takes the amounts in it."""
    for match in _judgements(parse.text):
        start, end = match.span("said")
        end = start + len(parse.text[start:end].rstrip(" ,."))
        inside = reach.ahead(parse, start, end)
        if any(i in parse.used for i in inside):
            continue
        parse.used.update(inside)
        parse.unreal.append((start, end))
        said = speaker(parse, start) or intending(parse, match.start(), match.end())
        parse.found.append(claim(parse, start, end, "opinion", None, attribution=said))


def _judgements(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_CALLED, _JUDGED, _JUDGING):
        yield from pattern.finditer(text)
