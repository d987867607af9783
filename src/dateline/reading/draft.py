"""What a format's reader hands on: text, lines with roles, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dateline.records.report import Role


@dataclass(slots=True)
class Line:
    """A stretch of the text, `text[start:end]`, that plays one part on the page.

    `words` is its text with white space made single. `run` numbers the stretches between blank lines: lines of one
    run stand together on the page. `role` is None until it is decided; a role that the format itself states
    (a DOCX title style) is set by the reader and kept.
    """

    start: int
    end: int
    words: str
    run: int
    role: Role | None = None
    heading: bool = False

    @property
    def count(self) -> int:
        """Number of words."""
        return len(self.words.split())


@dataclass(slots=True)
class Draft:
    """A report before its date and language are settled. `stated` is the page's own date line, or an agency's
    dateline; `guess` says in a sentence what was assumed to read it."""

    text: str
    lines: list[Line]
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: date | None = None
    updated: date | None = None
    stated: date | None = None
    warnings: list[str] = field(default_factory=list)

    def first(self, role: Role) -> Line | None:
        """The first line that plays this part."""
        return next((line for line in self.lines if line.role == role), None)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a format that has no plain text of its own (HTML, DOCX, Markdown). A new line inside `words`
    is a line break that the writer set."""

    words: str
    role: Role | None = None
    heading: bool = False


def assemble(parts: Iterable[Part]) -> tuple[str, list[Line]]:
    """The text that these paragraphs make, a blank line between them, and its lines with exact offsets."""
    pieces: list[str] = []
    lines: list[Line] = []
    at = 0
    for run, part in enumerate(part for part in parts if part.words.strip()):
        rows = [" ".join(row.split()) for row in part.words.split("\n")]
        for number, row in enumerate(row for row in rows if row):
            gap = "" if not pieces else ("\n" if number else "\n\n")
            pieces += [gap, row]
            at += len(gap)
            lines.append(Line(at, at + len(row), row, run, part.role, part.heading))
            at += len(row)
    return "".join(pieces), lines
