"""Who says what, anywhere in a text: statements, thoughts and plans with their source, cue and content.

The parse tier of attribution. `attribution.speeches` is the rule tier, which needs no parser and reads figures only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from dateline.extracting import parsing
from dateline.extracting.attributing import contents, cues, speaking, statements
from dateline.extracting.attributing.saying import Saying
from dateline.extracting.attributing.statements import Attributed, Row, Span, attributed, letters, trimmed

__all__ = ["Attributed", "attributions"]

_ANY_WORD: Final = re.compile(r"[A-Za-z]+")
_LOWER_WORD: Final = re.compile(r"(?<![\w’'])[a-z]+(?!\w)")
_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})
_QUOTE_MARKS: Final = ("“", "”", '"', "''", "``")
#: A paragraph that a colon introduces has fewer sentences.
_BEHIND: Final = 40
#: Line ends between a pronoun and the name that it stands for: one paragraph, with an empty line.
_PARAGRAPHS_BACK: Final = 2
#: A quotation that begins so many tokens after a clause may be its last part.
_NEAR: Final = 8


def attributions(text: str) -> list[Attributed]:
    """Every attribution of `text`, in the order of their contents; paragraphs are parted by line ends.

    One attribution stands for all that it holds: what a speaker says that others say is not listed again. Raises
    parsing.ParserMissing where no model is installed.
    """
    rows = list(statements.rows(text))
    asked = [row for row in rows if cues.possible(row.text) or ":" in row.text]
    plain = set(_LOWER_WORD.findall(text))
    docs = dict(zip(map(id, asked), parsing.parsed([_cased(row.text, plain) for row in asked]), strict=True))
    found: list[Attributed] = []
    last: int | None = None
    for number, row in enumerate(rows):
        if number and row.paragraph != rows[number - 1].paragraph and not _open(rows[number - 1]):
            last = None
        own = _read(row, docs.get(id(row)), text, rows[number + 1 : number + _BEHIND])
        if row.quotes and not own and last is not None:
            spans = tuple((row.base + q.start, row.base + q.end) for _, _, q in row.quotes)
            found[last] = replace(found[last], content=(*found[last].content, *spans))
            continue
        found.extend(own)
        last = next(
            (i for i in range(len(found) - 1, len(found) - len(own) - 1, -1) if found[i].kind == "direct"), last
        )
    return _named(sorted(found, key=lambda a: a.content[0]), text)


def _open(row: Row) -> bool:
    """Whether a sentence ends within a quotation, which the next paragraph then goes on with."""
    return bool(row.quotes) and not row.quotes[-1][2].closed


def _named(found: list[Attributed], text: str) -> list[Attributed]:
    """Each with the span where its source is named: for a pronoun the source before it, if that stands in the same
    paragraph or in the one before."""
    known: Span | None = None
    named: list[Attributed] = []
    for one in found:
        if one.source is None:
            named.append(one)
            continue
        if text[slice(*one.source)].lower() not in _PRONOUNS:
            known = one.source
        elif known is not None and text.count("\n", known[1], one.source[0]) > _PARAGRAPHS_BACK:
            known = None
        named.append(replace(one, named=known))
    return named


def _read(row: Row, doc: Any | None, text: str, behind: Sequence[Row]) -> list[Attributed]:
    """The attributions of one sentence; `doc` is its parse where it holds a cue, `behind` the next
    sentences."""
    headed = speaking.headed(row, text)
    if headed is not None or doc is None:
        return [headed] if headed is not None else []
    found = _outermost([*speaking.quoted(row, doc, text), *_indirect(row, doc, text)])
    return found or list(speaking.introduced(row, doc, text, behind))


def _cased(text: str, plain: set[str]) -> str:
    """A headline in Title Case with the words lowered that the text writes small elsewhere (`plain`) or that may be
    cues, since parsers take capitals for names; any other sentence as it is."""
    long = [w for w in _ANY_WORD.findall(text) if len(w) > 3]
    if len(long) < 3 or sum(w[0].isupper() for w in long) < 0.8 * len(long):
        return text
    return _ANY_WORD.sub(lambda m: w if (w := m.group().lower()) in plain or w in cues.verbs() else m.group(), text)


def _indirect(row: Row, doc: Any, text: str) -> Iterator[Attributed]:
    """What the parse gives to someone; whole quotations are left to `speaking.quoted`."""
    quotes = [(row.base + q.start, row.base + q.end) for _, _, q in row.quotes]
    for saying in contents.sayings(doc):
        spans = _runs(row, doc, saying, text)
        if spans and not all(any(a <= s and e <= b for a, b in quotes) for s, e in spans):
            first, last = doc[saying.cue[0]], doc[saying.cue[-1]]
            cue, source = (first.idx, last.idx + len(last)), letters(doc, saying.source)
            yield attributed(row, text, spans, source, cue, saying.name, saying.form)


def _runs(row: Row, doc: Any, saying: Saying, text: str) -> tuple[Span, ...]:
    """The content's tokens as runs of offsets in the text, marks around them left out."""
    runs: list[list[int]] = []
    for i in sorted(saying.content):
        if runs and i == runs[-1][1] + 1:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    if runs and saying.form == "clause" and runs[-1][1] > saying.cue[0]:
        runs[-1][1] = _to_quotation(doc, runs[-1][1])
    spans = [row.span(doc[a].idx, doc[b].idx + len(doc[b])) for a, b in runs]
    return tuple((a, b) for a, b in (trimmed(text, *span) for span in spans) if a < b)


def _to_quotation(doc: Any, end: int) -> int:
    """The last token of a statement that goes on in a quotation: "it was late, and “far from over.”" """
    marks = [t.i for t in doc[end + 1 :] if t.text in _QUOTE_MARKS]
    if len(marks) < 2 or marks[0] - end > _NEAR:
        return end
    between = [t for t in doc[end + 1 : marks[0]] if t.tag_.startswith("VB")]
    told = any(cues.classes(t.lower_) & {"say", "tell", "report"} for t in between)
    alone = any(t.is_alpha for t in doc[marks[-1] + 1 :])
    return end if told or alone else int(marks[-1])


def _outermost(found: list[Attributed]) -> list[Attributed]:
    """Those whose cue lies in no other's content, the longest contents first."""
    kept: list[Attributed] = []
    for one in sorted(found, key=lambda a: -sum(e - s for s, e in a.content)):
        if any(_within(one.cue, other.content) or _share(one.content, other.content) for other in kept):
            continue
        kept.append(one)
    return kept


def _within(cue: Span | None, spans: tuple[Span, ...]) -> bool:
    return cue is not None and any(a <= cue[0] and cue[1] <= b for a, b in spans)


def _share(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
