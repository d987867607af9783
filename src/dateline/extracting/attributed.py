"""Who says what, anywhere in a text: statements, thoughts and plans with their source, cue and content.

The parse tier of attribution. `attribution.speeches` is the rule tier, which needs no parser and reads figures only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from dateline.extracting import asides, contents, cues, parsing, quotations, sentences
from dateline.extracting.contents import Saying
from dateline.extracting.quotations import Masked, Quotation
from dateline.languages import en

Span = tuple[int, int]
Kind = Literal["direct", "indirect", "mixed"]

_PARAGRAPH: Final = re.compile(r"[^\n]+")
_HEDGE: Final = re.compile(rf"(?<!\w)(?:{en.HEDGES})(?!\w)", re.IGNORECASE)
_MARKS: Final = " \t\n\r\xa0,.;:—–-―…"
_ANY_WORD: Final = re.compile(r"[A-Za-z]+")
_LOWER_WORD: Final = re.compile(r"(?<![\w’'])[a-z]+(?!\w)")
#: Verbs that a quotation may stand with.
_QUOTING: Final = frozenset({"say", "tell", "ask", "report", "quote", "urge", "with", "think", "judge"})


@dataclass(frozen=True, slots=True)
class Attributed:
    """What is said at `content` (offsets in the text, in order; several where the source stands between), by whom
    (`source`, None where the text names nobody), at which `cue` (None where a quotation stands alone).

    `kind`: "direct" in quotation marks throughout, "mixed" in part. `hedged`: the cue's clause says allegedly,
    reportedly and the like. `verb_class`: a class of languages.en_speech. `form`: the construction that gave the
    content ("clause", "object", "according", "quotation", ...).
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    kind: Kind
    hedged: bool
    verb_class: str
    form: str = "quotation"


@dataclass(frozen=True, slots=True)
class _Sentence:
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


def attributions(text: str) -> list[Attributed]:
    """Every attribution of `text`, in the order of their contents; paragraphs are parted by line ends.

    One attribution stands for all that it holds: what a speaker says that others say is not listed again. Raises
    parsing.ParserMissing where no model is installed.
    """
    rows = list(_sentences(text))
    asked = [row for row in rows if cues.possible(row.text) or ":" in row.text]
    plain = set(_LOWER_WORD.findall(text))
    docs = dict(zip(map(id, asked), parsing.parsed([_cased(row.text, plain) for row in asked]), strict=True))
    found: list[Attributed] = []
    last: Attributed | None = None
    paragraph = -1
    for number, row in enumerate(rows):
        if row.paragraph != paragraph:
            paragraph, last = row.paragraph, None
        doc = docs.get(id(row))
        own = _read(row, doc, text, rows[number + 1 :]) if doc is not None else []
        if row.quotes and not own and last is not None:
            found.remove(last)
            spans = tuple((row.base + q.start, row.base + q.end) for _, _, q in row.quotes)
            last = replace(last, content=(*last.content, *spans))
            found.append(last)
            continue
        found.extend(own)
        last = next((a for a in reversed(own) if a.kind == "direct"), last)
    return sorted(found, key=lambda a: a.content[0])


def _read(row: _Sentence, doc: Any, text: str, after: list[_Sentence]) -> list[Attributed]:
    """The attributions of one sentence; `after` are the sentences behind it."""
    headed = _headed(row, text)
    if headed is not None:
        return [headed]
    found = _outermost([*_direct(row, doc), *_indirect(row, doc, text)])
    if not found and row.text.endswith(":") and after and after[0].paragraph > row.paragraph:
        return list(_introduced(row, doc, text, after[0].paragraph, after))
    return found


#: "The mayor: no money for roads", "No money for roads – the mayor": a headline's statement and its source.
_NAME: Final = r"(?:[A-Z][\w.’'-]*|of|the|for|and)(?: (?:[A-Z][\w.’'-]*|of|the|for|and)){0,5}"
_HEADED: Final = re.compile(rf"(?P<source>{_NAME})(?P<cue>:) (?P<said>\S.*)")
_TAILED: Final = re.compile(rf"(?P<said>\S.*\S) (?P<cue>[—–-]{{1,2}}) (?P<source>{_NAME})\.?")


def _headed(row: _Sentence, text: str) -> Attributed | None:
    """A statement behind its source and a colon, or before a dash and its source, where the source is a document or
    somebody whom the text names elsewhere; a place or a label ("Update:", "The Latest:") is none."""
    match = _HEADED.match(row.text) or _TAILED.fullmatch(row.text)
    if match is None or row.at > 0 or not _speaks(match["source"], text):
        return None
    said = _trimmed(text, *row.span(*match.span("said")))
    return Attributed(
        (said,), row.span(*match.span("source")), row.span(*match.span("cue")), _kind(text, (said,)), False, "say",
        "colon" if match["cue"] == ":" else "dash",
    )  # fmt: skip


def _speaks(source: str, text: str) -> bool:
    """Whether the words name a document or somebody who is named in full, or speaks, elsewhere in the text."""
    words = source.split()
    if words[-1].lower() in cues.documents():
        return True
    if len(words) > 1 and text.count(source) > 1:
        return True
    behind = re.findall(rf"(?<!\w){re.escape(words[-1])} (\w+)", text)
    return any(cues.verbs().get(w, ("", frozenset()))[1] & {"say", "tell"} for w in behind)


def _introduced(
    row: _Sentence, doc: Any, text: str, paragraph: int, after: list[_Sentence]
) -> Iterator[Attributed]:
    """ "She added:" at a paragraph's end gives her the whole next one."""
    verbs = [t for t in doc if t.tag_.startswith("VB") and cues.verbs().get(t.lower_, ("", frozenset()))[1] & _QUOTING]
    if not verbs:
        return
    verb = verbs[-1]
    block = [s for s in after if s.paragraph == paragraph]
    start, end = block[0].span(0, 1)[0], block[-1].span(0, len(block[-1].text))[1]
    source = contents.source_of(verb) or _inverted(doc, verb)
    yield Attributed(
        (_trimmed(text, start, end),), _offsets(row, doc, source), row.span(verb.idx, verb.idx + len(verb)),
        _kind(text, ((start, end),)), False, sorted(cues.verbs()[verb.lower_][1])[0], "introduced",
    )  # fmt: skip


def _cased(text: str, plain: set[str]) -> str:
    """A headline in Title Case with the words lowered that the text writes small elsewhere (`plain`) or that may be
    cues, since parsers take capitals for names; any other sentence as it is."""
    long = [w for w in _ANY_WORD.findall(text) if len(w) > 3]
    if len(long) < 3 or sum(w[0].isupper() for w in long) < 0.8 * len(long):
        return text
    return _ANY_WORD.sub(lambda m: w if (w := m.group().lower()) in plain or w in cues.verbs() else m.group(), text)


def _sentences(text: str) -> Iterator[_Sentence]:
    for number, block in enumerate(_PARAGRAPH.finditer(text)):
        paragraph = block.group()
        masked = quotations.masked(paragraph, quotations.quotations(paragraph))
        for start, end in sentences.split(masked.text):
            yield _Sentence(block.start(), start, masked.text[start:end], masked, number)


def _direct(row: _Sentence, doc: Any) -> Iterator[Attributed]:
    """The whole quotations of a sentence, each given to the nearest verb that may introduce one."""
    inside = [(a, b) for a, b, _ in row.quotes]
    verbs = [
        t
        for t in doc
        if t.tag_.startswith("VB")
        and cues.verbs().get(t.lower_, ("", frozenset()))[1] & _QUOTING
        and not any(a <= t.idx < b for a, b in inside)
    ]
    groups: dict[int | None, list[Quotation]] = {}
    for start, end, quote in row.quotes:
        nearest = min(verbs, key=lambda t: _distance(t, start, end), default=None)
        groups.setdefault(nearest.i if nearest is not None else None, []).append(quote)
    for at, quotes in groups.items():
        spans = tuple((row.base + q.start, row.base + q.end) for q in quotes)
        if at is None:
            yield from _uncued(row, doc, spans)
            continue
        verb = doc[at]
        source = contents.source_of(verb)
        if source is None or any(a <= doc[source[0]].idx < b for a, b in inside):
            source = _inverted(doc, verb)
        classes = cues.verbs()[verb.lower_][1]
        yield Attributed(
            spans, _offsets(row, doc, source), row.span(verb.idx, verb.idx + len(verb)), "direct",
            _HEDGE.search(row.text) is not None, sorted(classes)[0],
        )  # fmt: skip


def _distance(token: Any, start: int, end: int) -> int:
    """Characters between a verb and a quotation; a verb in a relative clause is further off."""
    gap = start - token.idx - len(token) if token.idx < start else token.idx - end
    return gap + (60 if token.dep_ in ("relcl", "acl") else 0)


def _inverted(doc: Any, verb: Any) -> Span | None:
    """ "said the mayor": the words behind the verb that name someone, or those before it, whatever the parser made of
    them."""
    start = asides.naming_before(verb)
    if start < verb.i and not doc[start].is_punct:
        return start, verb.i
    end = asides.naming_behind(verb)
    return (verb.i + 1, end) if end > verb.i + 1 else None


def _uncued(row: _Sentence, doc: Any, spans: tuple[Span, ...]) -> Iterator[Attributed]:
    """ "Name: “…”" """
    first = row.quotes[0][0]
    before = row.text[:first].rstrip()
    if before.endswith((":", "—", "–")) and len(before.split()) <= 12:
        cue = row.span(len(before) - 1, len(before))
        yield Attributed(spans, row.span(0, len(before) - 1), cue, "direct", False, "say")


def _indirect(row: _Sentence, doc: Any, text: str) -> Iterator[Attributed]:
    for saying in contents.sayings(doc):
        spans = _runs(row, doc, saying, text)
        if spans and not all(any(s >= row.base + q.start and e <= row.base + q.end for _, _, q in row.quotes)
                             for s, e in spans):
            cue = doc[saying.cue[0]], doc[saying.cue[-1]]
            yield Attributed(
                spans, _offsets(row, doc, saying.source), row.span(cue[0].idx, cue[1].idx + len(cue[1])),
                _kind(text, spans), _HEDGE.search(row.text) is not None, saying.name, saying.form,
            )  # fmt: skip


def _offsets(row: _Sentence, doc: Any, source: Span | None) -> Span | None:
    if source is None:
        return None
    return row.span(doc[source[0]].idx, doc[source[1] - 1].idx + len(doc[source[1] - 1]))


def _runs(row: _Sentence, doc: Any, saying: Saying, text: str) -> tuple[Span, ...]:
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
    trimmed = [_trimmed(text, a, b) for a, b in spans]
    return tuple((a, b) for a, b in trimmed if a < b)


_QUOTE_MARKS: Final = ("“", "”", '"', "''", "``")


def _to_quotation(doc: Any, end: int) -> int:
    """The last token of a statement that goes on in a quotation: "it was late, and “far from over.”" """
    marks = [t.i for t in doc[end + 1 :] if t.text in _QUOTE_MARKS]
    if len(marks) < 2 or marks[0] - end > 8:
        return end
    between = [t for t in doc[end + 1 : marks[0]] if t.tag_.startswith("VB")]
    told = any(cues.verbs().get(t.lower_, ("", frozenset()))[1] & {"say", "tell", "report"} for t in between)
    alone = any(t.is_alpha for t in doc[marks[-1] + 1 :])
    return end if told or alone else marks[-1]


def _trimmed(text: str, start: int, end: int) -> Span:
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
    return "direct" if said[:1] in "“\"" and said[-1:] in "”\"" and len(re.findall(r"[“”\"]", said)) == 2 else "mixed"


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
