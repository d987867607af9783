"""Sentences of a text with their quotations put away, and an attribution drawn from one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from dateline.extracting import sentences
from dateline.extracting.attributing import quotations
from dateline.extracting.attributing.quotations import Masked, Quotation
from dateline.languages import en

Span = tuple[int, int]
Kind = Literal["direct", "indirect", "mixed"]

_PARAGRAPH: Final = re.compile(r"[^\n]+")
_HEDGE: Final = re.compile(rf"(?<!\w)(?:{en.HEDGES})(?!\w)", re.IGNORECASE)
_MARKS: Final = " \t\n\r\xa0,.;:—–-―…"


@dataclass(frozen=True, slots=True)
class Attributed:
    """What is said at `content` (offsets in the text, in order; several where the source stands between), by whom
    (`source`, None where the text names nobody), at which `cue` (None where a quotation stands alone).

    `kind`: "direct" in quotation marks throughout, "mixed" in part. `hedged`: the cue's clause says allegedly,
    reportedly and the like. `verb_class`: a class of languages.en_speech. `form`: the construction that gave the
    content ("clause", "object", "according", "quotation", ...). `named`: where the text names the source, the same
    span unless the source is a pronoun, and None where nothing before it names anybody.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    kind: Kind
    hedged: bool
    verb_class: str
    form: str
    named: Span | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of a masked paragraph: `base` is where the paragraph starts in the text, `at` where the sentence
    starts in the masked paragraph."""

    base: int
    at: int
    text: str
    masked: Masked
    paragraph: int

    def span(self, start: int, end: int) -> Span:
        """Offsets in the text of `self.text[start:end]`."""
        return self.base + self.masked.starts[self.at + start], self.base + self.masked.ends[self.at + end - 1]

    @property
    def quotes(self) -> list[tuple[int, int, Quotation]]:
        """The whole quotations of the sentence, with their places in `self.text`."""
        end = self.at + len(self.text)
        return [(a - self.at, b - self.at, q) for a, b, q in self.masked.quotes if self.at <= a < end]


def rows(text: str) -> Iterator[Row]:
    """The sentences of `text`, paragraph by paragraph; line ends part paragraphs."""
    for number, block in enumerate(_PARAGRAPH.finditer(text)):
        paragraph = block.group()
        masked = quotations.masked(paragraph, quotations.quotations(paragraph))
        for start, end in sentences.split(masked.text):
            yield Row(block.start(), start, masked.text[start:end], masked, number)


def attributed(
    row: Row, text: str, content: tuple[Span, ...], source: Span | None, cue: Span, verb_class: str, form: str
) -> Attributed:
    """An attribution of `row`: `content` in offsets of `text`, `source` and `cue` in offsets of the row's text."""
    return Attributed(
        content=content,
        source=row.span(*source) if source is not None else None,
        cue=row.span(*cue),
        kind="direct" if form == "quotation" else _kind(text, content),
        hedged=_HEDGE.search(row.text) is not None,
        verb_class=verb_class,
        form=form,
    )


def letters(doc: Any, tokens: Span | None) -> Span | None:
    """Offsets in a Doc's text of a run of tokens."""
    if tokens is None:
        return None
    return doc[tokens[0]].idx, doc[tokens[1] - 1].idx + len(doc[tokens[1] - 1])


def trimmed(text: str, start: int, end: int) -> Span:
    """Marks at either end left out; a closing quotation mark stays where its opening one is inside."""
    while start < end and text[start] in _MARKS:
        start += 1
    stop = end
    while stop > start and text[stop - 1] in _MARKS:
        stop -= 1
    if text.count("“", start, stop) > text.count("”", start, stop) or text.count('"', start, stop) % 2:
        behind = re.match(r"[,.?!…]*[”\"]", text[stop : stop + 4])
        stop += behind.end() if behind else 0
    return start, stop


def _kind(text: str, spans: tuple[Span, ...]) -> Kind:
    said = " ".join(text[a:b] for a, b in spans)
    if not re.search(r"[“\"]", said):
        return "indirect"
    return "direct" if said[:1] in '“"' and said[-1:] in '”"' and len(re.findall(r"[“”\"]", said)) == 2 else "mixed"
