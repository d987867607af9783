"""What a brief is made of: sentences whose figures are known apart from their words."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.desk import Checked


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as it stands in a sentence. `measure` and `value` (None of a record) are what a check must read there;
    `query` prints it again."""

    words: str
    measure: str
    value: float | None
    query: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Plain words and figures in turn. `about` names what is left out where the check does not confirm the sentence;
    `opens` starts a paragraph; `instead` is said where it falls."""

    pieces: tuple[str | Stated, ...]
    about: str = ""
    opens: bool = False
    instead: str = ""

    @property
    def text(self) -> str:
        return "".join(piece if isinstance(piece, str) else piece.words for piece in self.pieces)

    @property
    def stated(self) -> tuple[Stated, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Stated))


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: `name` goes into the name of its file, `heading` is said above it."""

    name: str
    heading: str
    svg: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its sentences and charts; `sources` are titles with addresses."""

    heading: str
    sentences: tuple[Sentence, ...]
    pictures: tuple[Picture, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief before its own check. `title` and `lead` are sentences in order of preference."""

    titles: tuple[Sentence, ...]
    leads: tuple[Sentence, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What is printed. `ids` are the claims of each sentence's figures, sentence by sentence in order of the page;
    `left_out` says what fell and why."""

    title: Sentence
    lead: Sentence | None
    sections: tuple[Section, ...]
    checked: Checked
    ids: tuple[tuple[str, ...], ...]
    left_out: tuple[tuple[str, str], ...]


def said(template: str, *figures: Stated, about: str = "", opens: bool = False) -> Sentence:
    """A sentence of `template`, in which each `{}` is the next figure."""
    parts = template.split("{}")
    assert len(parts) == len(figures) + 1, template
    pieces: list[str | Stated] = [parts[0]]
    for figure, part in zip(figures, parts[1:], strict=True):
        pieces += [figure, part]
    return Sentence(tuple(piece for piece in pieces if piece), about, opens)
