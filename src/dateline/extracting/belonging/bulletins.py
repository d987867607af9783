"""A sentence that says whose figures follow: "The Air Force published its summary of the attack on Saturday."."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.attributing import voices
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Attribution

_FIGURES: Final = (
    r"figures|numbers|data|statistics|summary|update|report|bulletin|breakdown|tall(?:y|ies)|counts?|estimates?"
    r"|assessment"
    r"|maps?|toll|findings|communiqu[eé]|dataset|dashboard|statement|overview|briefing|totals?|results|list|number"
)
_PUBLISHED: Final = when_asked(
    r"^(?:On [\w ]+?, )?(?P<source>(?:[A-Z]|[Tt]he )[^,;:.\"“]{1,80}?),? (?:has |have |had )?(?:also |just |now "
    r"|since )?"
    r"(?P<cue>published|publishes|released|releases|issued|issues|updated|posted|presented|gave|given|put out"
    r"|brought out"
    rf"|unveiled|shared|circulated|announced|announces|disclosed|revealed|gave out|read out)"
    rf" (?:[\w'’-]+ ){{0,7}}?(?:{_FIGURES})\b"
)
#: "The Institute has measured the autumn": who counts, in a sentence without a figure of its own.
_COUNTED: Final = when_asked(
    r"^(?P<source>(?:[A-Z]|[Tt]he )[^,;:.\"“]{1,80}?) (?:has |have |had )?(?:also |just |now |since )?"
    r"(?P<cue>measured|counted|mapped|tracked|reviewed|examined|looked (?:back )?(?:at|into|over)|took stock of"
    r"|taken stock of|tallied|added up|analy[sz]ed|surveyed|totted up|went through|gone through|catalogued)\b"
)
#: What is reviewed or gone through without a count: "the ministry examined the plan".
_NO_TOLL: Final = when_asked(
    r"\b(?:plans?|proposals?|draft|offer|deal|accord|law|bill|budget|request|case|claims?|complaints?|options|strategy)\b"
)
#: "The ministry's monthly counts tell of a calm spring", "The observatory's figures are out".
_TELLS: Final = when_asked(
    rf"^(?P<source>(?:[A-Z]|[Tt]he )[^,;:.\"“]{{1,80}}?)['’]s? (?:[\w-]+ ){{0,3}}?(?:{_FIGURES})"
    r"(?: (?:for|of|on) [^,;]{2,30})? (?P<cue>tells?|told|shows?|showed|paints?|painted|speaks?|spoke"
    r"|makes?|made|draws?|drew|points?|pointed"
    r"|(?:is|are|was|were) (?:out|in|grim|clear|stark)|came out|appeared|arrived)\b"
)
#: "The colonel met the press on Tuesday": whom "he" of the next sentence speaks for.
_FACED: Final = when_asked(
    r"^(?:On [\w ]+?, )?(?P<source>(?:[A-Z]|[Tt]he )[^;:.\"“]{1,90}?),? (?:has |had )?"
    r"(?P<cue>met|faced|briefed|addressed|spoke (?:to|with|before)|took questions from|appeared before|sat down with) "
    r"(?:the |local |foreign |a group of )*(?:press|reporters|journalists|media|correspondents|parliament"
    r"|(?:Security )?Council)\b"
)
_OUT: Final = when_asked(
    rf"^(?:Here are|These are|Below are) (?:the |its |their )?(?:[\w-]+ ){{0,3}}?(?:{_FIGURES}) (?P<cue>of|from|by) "
    r"(?P<source>[^,;:.]{2,60})"
)


def bulletin(parse: Parse) -> Attribution | None:
    """The body whose figures the sentence announces, None where it announces none."""
    found = _PUBLISHED.match(parse.text) or _OUT.match(parse.text) or _without_a_figure(parse)
    return _by(parse, found) if found is not None else None


def faced(parse: Parse) -> Attribution | None:
    """Who is said to have met the press, so that "he" of the next sentence is the one."""
    found = _FACED.match(parse.text)
    return _by(parse, found) if found is not None else None


def _without_a_figure(parse: Parse) -> re.Match[str] | None:
    """The sentence that says who counted and leaves the figures to the next."""
    found = _COUNTED.match(parse.text) or _TELLS.match(parse.text)
    if found is None or parse.amounts or _NO_TOLL.search(parse.text, found.end()):
        return None
    actor = parse.words.producer(found["source"])
    known = actor is not None and actor.kind == "producer"
    return found if known or voices.voice(found["source"]) or voices.body(found["source"]) else None


def _by(parse: Parse, found: re.Match[str]) -> Attribution:
    source = found["source"].partition(", ")[0].strip()
    actor = parse.words.producer(source)
    return Attribution(source, actor.id if actor else None, found["cue"])
