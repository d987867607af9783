"""Quotations of a paragraph, and the paragraph with whole quoted sentences put away, so that a parser sees who
speaks and not what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting.attributing import cues
from dateline.extracting.patterns import when_asked

Span = tuple[int, int]

#: Typographic and plain marks, which careless texts mix, and the doubled single marks of wire services. A plain mark
#: before a letter and after a space opens.
_PAIRS: Final = when_asked(r"[“\"](?:[^”\"]|(?<=\s)\"(?=\w))*(?:[”\"]|$)|(?:``|'')(?:(?!''|``).)*(?:''|$)", re.DOTALL)
_CLOSERS: Final = ("”", '"', "''")
#: What stands before a quoted sentence: nothing, a mark, or the end of another quotation.
_OPENS: Final = when_asked(r"[.,:;?!…—–)\]\"”'-]\s*$")
#: So many letters before a quotation say whether a sentence or a verb of saying ends there.
_BEFORE: Final = 24
_LAST_WORD: Final = when_asked(r"(\w+) $")
_ENDS: Final = when_asked(r"[.,?!…—–-]['’)]*\s*$")
#: "…?” she asked": the sentence goes on after a quoted question.
_TAIL: Final = when_asked(r"\s*(?:[a-z]|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5} (?P<verb>[a-z]+)\b)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation at `text[start:end]` with its marks. `whole`: a sentence or more of its own, not some words within
    the writer's sentence; `closed`: whether its closing mark stands in the paragraph."""

    start: int
    end: int
    whole: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Masked:
    """A paragraph with each whole quotation replaced by a short one. `starts[i]` and `ends[i]` are the offsets in the
    paragraph that a span beginning at `text[i]`, or ending behind it, has there; `quotes` the places of the short
    ones in `text` with the quotations they stand for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotes: tuple[tuple[int, int, Quotation], ...]


def quotations(text: str) -> list[Quotation]:
    """The quotations of one paragraph, in order; one that is not closed goes on to the paragraph's end."""
    found: list[Quotation] = []
    for match in _PAIRS.finditer(text):
        end = match.start() + len(match.group().rstrip())
        inner = match.group().strip().strip("“”\"'`")
        if not inner.strip():
            continue
        closed = match.group().endswith(_CLOSERS) and len(match.group()) > 1
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        opens = not before.strip() or _OPENS.search(before) is not None or _introduced(before, inner)
        ends = _ENDS.search(inner) is not None or not closed or text[end : end + 1] in ("", "\n")
        alone = opens and (ends or text[end : end + 1] in ".,") and (len(inner.split()) > 1 or ends)
        found.append(Quotation(match.start(), end, alone, closed))
    return found


def _introduced(before: str, inner: str) -> bool:
    """Whether a verb of saying stands right before a quoted sentence: "she shouted “Stop!”"."""
    word = _LAST_WORD.search(before)
    return word is not None and inner[:1].isupper() and bool(cues.classes(word[1].lower()) & {"say", "quote"})


def masked(text: str, quotes: list[Quotation]) -> Masked:
    """`text` with its whole quotations put away."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    places: list[tuple[int, int, Quotation]] = []
    at = 0
    for quote in [q for q in quotes if q.whole]:
        pieces.append(text[at : quote.start])
        starts.extend(range(at, quote.start))
        ends.extend(range(at + 1, quote.start + 1))
        short = _short(text, quote)
        places.append((len(starts), len(starts) + len(short), quote))
        pieces.append(short)
        starts.extend([quote.start] * len(short))
        ends.extend([quote.end] * len(short))
        at = quote.end
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Masked("".join(pieces), tuple(starts), tuple(ends), tuple(places))


def _short(text: str, quote: Quotation) -> str:
    """The stand-in, with the mark that says whether the writer's sentence goes on after it."""
    last = text[quote.start : quote.end].rstrip("”\"'’) ")[-1:]
    tail = _TAIL.match(text, quote.end)
    spoken = tail is not None and (tail["verb"] is None or bool(cues.classes(tail["verb"])))
    if last not in ",—–-" and text[quote.end : quote.end + 1] != "," and not spoken:
        return '"Yes."'
    return '"Yes"' if text[quote.end : quote.end + 1] == "," else '"Yes,"'
