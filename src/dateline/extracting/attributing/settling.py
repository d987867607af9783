"""Sources that the rule tier did not find, settled by a sentence's parse where that is safe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal

from dateline.extracting import parsing
from dateline.extracting.attributing import asides, contents, cues, statements
from dateline.extracting.attributing.attribution import Speech, hedged
from dateline.extracting.attributing.saying import Saying
from dateline.extracting.attributing.sourcing import TIMED
from dateline.extracting.lexicon import Lexicon
from dateline.records.claim import Attribution

#: Constructions in which the parse names the maker of what is said; objects and nouns are left out, since a party
#: that "claims 14 villages" may have taken them.
_SAFE: Final = frozenset({"clause", "aside", "according", "quotation"})
_CLASSES: Final = frozenset({"say", "tell", "report", "show"})


def unsettled(text: str, speeches: Sequence[Speech], words: Lexicon) -> bool:
    """Whether `text` names a producer and holds a word of saying, and no speech has that producer: only then is
    there anything for the parse to settle."""
    known = {s.attribution.producer for s in speeches}
    named = {words.actors[m.group()] for m in words.actor.finditer(text) if m.group() in words.actors}
    return any(a.kind == "producer" and a.id not in known for a in named) and cues.possible(text)


def settled(text: str, speeches: Sequence[Speech], words: Lexicon) -> list[Speech]:
    """`speeches` of one sentence with those that its parse adds, in order.

    One is added only where a finite verb of saying, or "according to", has a source that names a producer as its
    head and overlaps no speech already found; offsets are within `text`. A sentence that `unsettled` denies is not
    parsed. Raises parsing.ParserMissing where no model is installed.
    """
    found = list(speeches)
    if not unsettled(text, speeches, words):
        return found
    [doc] = parsing.parsed([text])
    for saying in contents.sayings(doc):
        speech = _speech(text, doc, saying, words)
        if speech is not None and not any(s.start < speech.end and speech.start < s.end for s in found):
            found.append(speech)
    return sorted(found, key=lambda s: s.start)


def _speech(text: str, doc: Any, saying: Saying, words: Lexicon) -> Speech | None:
    cue = doc[saying.cue[0]]
    finite = cue.dep_ not in ("relcl", "acl") and asides.finite(cue) and bool(cues.classes(cue.lower_) & _CLASSES)
    if saying.form not in _SAFE or saying.source is None or not (finite or saying.form == "according"):
        return None
    source = statements.letters(doc, saying.source)
    head = doc[saying.source[0] : saying.source[1]].root
    if source is None or not _names(words, text[slice(*source)], head.idx - source[0]):
        return None
    actor = words.producer(text[slice(*source)])
    if actor is None or actor.kind != "producer":
        return None
    start, end = min(source[0], cue.idx), max(source[1], cue.idx + len(cue))
    kind: Literal["direct", "indirect"] = "direct" if '"' in text or "“" in text else "indirect"
    who = TIMED.sub("", text[slice(*source)])
    return Speech(start, end, Attribution(who, actor.id, cue.text, kind, hedged(text)))


def _names(words: Lexicon, source: str, head: int) -> bool:
    """Whether the head of the source is within a known name, and not beside it ("the victims of the UN")."""
    return any(m.start() <= head < m.end() for m in words.actor.finditer(source))
