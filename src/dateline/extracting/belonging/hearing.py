"""How far a speaker is heard: what is told of him, what follows his clause, what only his quoted words say, and whose
count the sentence before gave."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.attributing import voices
from dateline.extracting.attributing.attribution import Speech
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Attribution

RELATIVE: Final = when_asked(r",? ?(?:which|as) ")
_APPOSITION: Final = re.compile(r", (?:(?:the|an?|its|one of the) [^,]*)?$")


#: "are thought to remain": nobody's word in a clause of its own.
_IMPERSONAL: Final = re.compile(
    r"(?:[^,;]|(?<=\d),(?=\d))*?\b(?:is|are|was|were) (?:now |still |widely )?"
    r"(?:thought|believed|feared|said|estimated|understood|presumed)\b"
)


def words_only(parse: Parse, speech: Speech, start: int) -> bool:
    """Whether the speaker is quoted with words that do not hold `start`: "'a farce', in the words of one envoy"."""
    if not speech.attribution.cue.lower().startswith("in the words"):
        return False
    quotes = [m.span() for m in _QUOTATION.finditer(parse.text)]
    return bool(quotes) and not any(a <= start < b for a, b in quotes)


_QUOTATION: Final = re.compile(r"[\"“][^\"“”]+[\"”]")


def over(parse: Parse, speech: Speech, start: int) -> bool:
    """Whether what the speaker said ended before `start`: with the relative clause that told it ("which analysts expect
    to go on; 11 died"), or with a semicolon where what follows is nobody's word ("are thought to remain")."""
    between = parse.text[speech.end : start]
    if RELATIVE.match(parse.text, speech.start) or parse.text[: speech.start].endswith((" which ", " whom ")):
        return re.search(r"[;:]|, ", between) is not None
    return ";" in between and _IMPERSONAL.match(parse.text, start) is not None


#: "the 90 dead whom neighbours named", "a toll of 400 that the agency last updated in May".
_MAKER_BEHIND: Final = when_asked(
    r"(?:(?:,(?=\d)|[^,;:.()])(?!\b(?:said|says|as|than|against) )){0,48}? (?:whom|that|which|whose (?:names|deaths)) "
    r"(?P<who>(?:(?:the|an?|its|their|some|several) )?[^,;:.()\d]{2,50}?)"
    r" (?:(?:has|have|had|could|can|last|first|later|then|so far|since|also|only|already) )*"
    r"(?P<cue>named|names?|identif(?:y|ied)|count(?:ed)?|record(?:ed)?|list(?:ed)?"
    r"|verif(?:y|ied)|confirm(?:ed)?|document(?:ed)?|updated|published|registered|logged|tallied|gave|estimated)(?!\w)"
)


def maker_behind(parse: Parse, start: int) -> Attribution | None:
    """Whoever the relative clause behind the figure at `start` says it comes from; None where that is no clause of a
    speaker's. It speaks for that figure and for nothing else of the sentence."""
    amount = next((a for a in parse.amounts if a.start == start), None)
    found = _MAKER_BEHIND.match(parse.text, amount.end) if amount is not None else None
    if found is None:
        return None
    actor = parse.words.producer(found["who"])
    if not voices.voice(found["who"]) and (actor is None or actor.kind != "producer"):
        return None
    return Attribution(found["who"], actor.id if actor else None, found["cue"])


def describes(parse: Parse, speech: Speech, start: int) -> bool:
    """Whether `start` lies in what is told of the speaker ("Idris, the first civilian in the post, said")."""
    source = speech.attribution.source
    named = parse.text.startswith(source, speech.start) and start < speech.start + len(source)
    return named and _APPOSITION.search(parse.text, speech.start, start) is not None


def counter(parse: Parse) -> Attribution | None:
    """The body that counted in the sentence before, where this one goes on with figures of the same family and names
    nobody: "The Office recorded 930 deaths in May. Gao ranked second, with 61 deaths"."""
    last, said = parse.before.last, parse.before.attribution
    if last is None or said is None or parse.before.block != parse.sentence.block or not last.speeches:
        return None
    figures = [c for c in last.found if c.attribution == said and c.measure is not None]
    same = bool(figures) and parse.words.topic(parse.text) == (figures[-1].measure or "").split(".")[0]
    actor = parse.words.producer(said.source)
    counts = actor.kind == "producer" if actor is not None else voices.counts(said.source)
    return said if same and counts else None
