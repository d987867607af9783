"""Statements that their marks give to somebody: quotations, headlines with a colon or a dash, and paragraphs that a
colon introduces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from dateline.extracting.attributing import asides, cues, subjects
from dateline.extracting.attributing.quotations import Quotation
from dateline.extracting.attributing.statements import Attributed, Row, Span, attributed, letters, trimmed

#: Classes of verbs that a quotation may stand with.
_QUOTING: Final = frozenset({"say", "tell", "ask", "report", "quote", "urge", "with", "think", "judge"})
#: A verb in a relative clause introduces no quotation while another one stands within as many letters.
_RELATIVE_PENALTY: Final = 60
_LONGEST_LABEL: Final = 12
_ACCORDING: Final = re.compile(r"(?P<cue>[Aa]ccording to) (?P<source>[^,;:\"“”]+)")


def quoted(row: Row, doc: Any, text: str) -> Iterator[Attributed]:
    """The whole quotations of a sentence, each given to the nearest verb that may introduce one."""
    inside = [(a, b) for a, b, _ in row.quotes]
    verbs = _introducing(doc, inside)
    groups: dict[int | None, list[Quotation]] = {}
    for start, end, quote in row.quotes:
        nearest = min(verbs, key=lambda t: _distance(t, start, end), default=None)
        groups.setdefault(nearest.i if nearest is not None else None, []).append(quote)
    for at, quotes in groups.items():
        spans = tuple((row.base + q.start, row.base + q.end) for q in quotes)
        if at is None:
            yield from _labelled(row, text, spans)
            continue
        verb = doc[at]
        source = subjects.of_verb(verb)
        if source is None or any(a <= doc[source[0]].idx < b for a, b in inside):
            source = _beside(doc, verb)
        cue = verb.idx, verb.idx + len(verb)
        yield attributed(row, text, spans, letters(doc, source), cue, cues.name(verb.lower_), "quotation")


def _introducing(doc: Any, inside: Sequence[Span]) -> list[Any]:
    """The verbs of a sentence, outside its quotations, that a quotation may stand with."""
    return [
        t
        for t in doc
        if t.tag_.startswith("VB") and cues.classes(t.lower_) & _QUOTING and not any(a <= t.idx < b for a, b in inside)
    ]


def _distance(token: Any, start: int, end: int) -> int:
    """Characters between a verb and a quotation; a verb in a relative clause is further off."""
    at = int(token.idx)
    gap = start - at - len(token) if at < start else at - end
    return gap + (_RELATIVE_PENALTY if token.dep_ in ("relcl", "acl") else 0)


def _beside(doc: Any, verb: Any) -> Span | None:
    """ "said the mayor": the words behind the verb that name someone, or those before it, whatever the parser made of
    them."""
    start = asides.naming_before(verb)
    if start < verb.i and not doc[start].is_punct:
        return start, verb.i
    end = asides.naming_behind(verb)
    return (verb.i + 1, end) if end > verb.i + 1 else None


def _labelled(row: Row, text: str, spans: tuple[Span, ...]) -> Iterator[Attributed]:
    """ "The mayor: “…”", where no verb introduces the quotation."""
    before = row.text[: row.quotes[0][0]].rstrip()
    according = _ACCORDING.search(row.text)
    if according is not None:
        yield attributed(row, text, spans, according.span("source"), according.span("cue"), "say", "according")
        return
    name = before.rstrip(":—–- ")
    if name and before.endswith((":", "—", "–", "--")) and len(before.split()) <= _LONGEST_LABEL:
        form = "colon" if before.endswith(":") else "dash"
        yield attributed(row, text, spans, (0, len(name)), (len(before) - 1, len(before)), "say", form)


#: "The mayor: no money for roads", "No money for roads – the mayor": a headline's statement and its source.
_NAME: Final = r"(?:[A-Z][\w.’'-]*|of|the|for|and)(?: (?:[A-Z][\w.’'-]*|of|the|for|and)){0,5}"
_HEADED: Final = re.compile(rf"(?P<source>{_NAME})(?P<cue>:) (?P<said>\S.*)")
_TAILED: Final = re.compile(rf"(?P<said>\S.*\S) (?P<cue>[—–-]{{1,2}}) (?P<source>{_NAME})\.?")


def headed(row: Row, text: str) -> Attributed | None:
    """A statement behind its source and a colon, or before a dash and its source, where the source is a document or
    somebody whom the text names elsewhere; a place or a label ("Update:", "The Latest:") is none."""
    match = _HEADED.match(row.text) or _TAILED.fullmatch(row.text)
    if match is None or row.at > 0 or not _speaks(match["source"], text):
        return None
    said = trimmed(text, *row.span(*match.span("said")))
    form = "colon" if match["cue"] == ":" else "dash"
    return attributed(row, text, (said,), match.span("source"), match.span("cue"), "say", form)


def _speaks(source: str, text: str) -> bool:
    """Whether the words name a document or somebody who is named in full, or speaks, elsewhere in the text."""
    words = source.split()
    if words[-1].lower() in cues.documents():
        return True
    if len(words) > 1 and text.count(source) > 1:
        return True
    behind = re.findall(rf"(?<!\w){re.escape(words[-1])} (\w+)", text)
    return any(cues.classes(w) & {"say", "tell"} for w in behind)


def introduced(row: Row, doc: Any, text: str, behind: Sequence[Row]) -> Iterator[Attributed]:
    """ "She added:" at a paragraph's end gives her the whole next one, whose sentences are the first of `behind`."""
    verbs = _introducing(doc, []) if row.text.endswith(":") else []
    if not verbs or not behind or behind[0].paragraph == row.paragraph:
        return
    verb = verbs[-1]
    block = [s for s in behind if s.paragraph == behind[0].paragraph]
    said = trimmed(text, block[0].span(0, 1)[0], block[-1].span(0, len(block[-1].text))[1])
    source = subjects.of_verb(verb) or _beside(doc, verb)
    cue = verb.idx, verb.idx + len(verb)
    yield attributed(row, text, (said,), letters(doc, source), cue, cues.name(verb.lower_), "introduced")
