"""The desk: composes the stages into the main job. The only module that knows them all. What only a check needs is
imported by the first one: reading a report's claims takes less time than that."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

from dateline import reading
from dateline.extracting.document import extract as extract_claims
from dateline.extracting.lexicon import names_another_conflict
from dateline.records.check import Check
from dateline.records.claim import Claim, Unread
from dateline.records.report import Report
from dateline.theatres import loader
from dateline.theatres.loader import Theatre, TheatreError

if TYPE_CHECKING:
    from dateline.checking import CheckContext
    from dateline.editing import Decisions
    from dateline.figures import Shown
    from dateline.figures.shape import By
    from dateline.ledgers import Ledgers
    from dateline.records.place import Place

AsOf = Literal["published", "today"] | dt.date


class Checked(Check):
    """A check that can show itself: as JSON, as a page, and in a notebook."""

    __slots__ = ()

    def render(self, format: str, *, width: int = 100, color: bool = False) -> str:
        """The check in one of `dateline.publishing.FORMATS`."""
        from dateline import publishing

        return publishing.render(self, format, width=width, color=color)

    def to_json(self) -> str:
        return self.render("json")

    def to_html(self) -> str:
        return self.render("html")

    def _repr_html_(self) -> str:
        """The page in a frame of its own: its style and script touch nothing else in a notebook."""
        return (
            f'<iframe title="Figures checked by Dateline" width="100%" height="640" frameborder="0" '
            f'sandbox="allow-scripts allow-popups" srcdoc="{escape(self.to_html())}"></iframe>'
        )


def read(
    source: str | os.PathLike[str], *, published: dt.date | str | None = None, theatre: str | None = None
) -> Report:
    """Reads a report from a path, an http(s) address, "-" (standard input), or from text itself.

    `published` overrides the date that the report states. `theatre` names the conflict where it should not be
    recognised from the text. Raises ReadingError or TheatreError, each with one line for the reader.

    >>> report = read("In May 2025, Russia gained 440 square kilometres of Ukraine.", published="2025-06-02")
    >>> report.theatre, report.words
    ('ukraine', 10)
    """
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    if isinstance(source, str) and _is_text(source):
        report = reading.read_text(source, published=day)
    else:
        report = reading.read(source, published=day)
    return of_theatre(report, theatre)


#: Words. A longer text that names neither side of a war is not about it.
_A_FEW_SENTENCES: Final = 150


def of_theatre(report: Report, theatre: str | None = None) -> Report:
    """The report with its conflict: the one named, else the one that its text is about."""
    if theatre is not None:
        return replace(report, theatre=None if theatre == loader.ANYWHERE else loader.load(theatre).id)
    known = loader.recognise(report.text) or _only_one_named(report.text)
    if known is not None or names_another_conflict(report.text):
        return replace(report, theatre=known.id if known is not None else None)
    if report.words > _A_FEW_SENTENCES:
        return report
    # A few sentences may name no country at all: with one theatre installed they are read as of it, and it is said.
    home = loader.default()
    note = f"The text names no conflict; it is read as about {home.title} (--theatre NAME chooses another)."
    return replace(report, theatre=home.id, warnings=(*report.warnings, note))


def _only_one_named(text: str) -> Theatre | None:
    """The one theatre that a few sentences name, or the first day of whose war, where they name no other conflict."""
    named = loader.named(text) or loader.begun_on(text)
    return named[0] if len(named) == 1 and not names_another_conflict(text, named[0]) else None


class Extractor:
    """Reads the claims of reports: made once, used for any number of them, in several threads at once.

    `theatre` names the conflict that all of them are of; without it each report's own is taken. `parse` lets a parse
    settle whose a figure is where the rules find no speaker and the sentence names a producer: about one sentence in a
    hundred, and spaCy's model is loaded with the first of them. Raises TheatreError where no such theatre is
    installed; ParserMissing when a sentence wants a parse and no model is installed.

    >>> extractor = Extractor("ukraine")
    >>> text = "Russia launched 629 drones and missiles at Ukraine on the night of 28 August 2025."
    >>> claims, unread = extractor.read(read(text, published="2025-08-29"))
    >>> claims[0].measure, str(claims[0].period), unread
    ('strikes.launched', '2025-08-28', [])
    """

    __slots__ = ("_parse", "_theatre")

    def __init__(self, theatre: str | None = None, *, parse: bool = False) -> None:
        self._theatre = loader.load(theatre) if theatre is not None else None
        self._parse = parse

    def __call__(self, report: Report) -> list[Claim]:
        """Claims in text order, without findings; `text[start:end] == exact` for each quote."""
        return self.read(report)[0]

    def read(self, report: Report) -> tuple[list[Claim], list[Unread]]:
        """The claims, and the numbers seen and not turned into claims, each with why."""
        return extract_claims(report, self._theatre or loader.load(report.theatre or loader.ANYWHERE), self._parse)


def extract(report: Report) -> list[Claim]:
    """Claims of a report that has been read, in text order and without findings.

    >>> report = read("In May 2025, Russia gained 440 square kilometres of Ukraine.", published="2025-06-02")
    >>> [(claim.quote.exact, claim.frame, claim.measure) for claim in extract(report)]
    [('440 square kilometres', 'level', 'territory.net_change')]
    """
    return Extractor()(report)


def check(
    report: Report | str | os.PathLike[str],
    *,
    as_of: AsOf | str = "published",
    decisions: Decisions | None = None,
    today: dt.date | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Checked:
    """Checks a report (or what `read` takes) against the ledgers of its theatre.

    `as_of` "published" sees what was known on the report's day, "today" everything, a date what was known on it.
    `decisions` are an editor's corrections (see `dateline.editing`). `progress` hears what is done next ("extracting",
    "checking"), how many claims are checked, and of how many; what it raises ends the check. Never touches the network.

    >>> text = "In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState."
    >>> checked = check(read(text, published="2025-09-02"))
    >>> checked.claims[0].finding.verdict, checked.claims[0].finding.summary
    ('holds', 'Matches DeepState')
    >>> checked.to_html().startswith("<!doctype html>")
    True
    """
    from dateline import checking, editing

    report = report if isinstance(report, Report) else read(report)
    theatre = loader.load(report.theatre or loader.ANYWHERE)
    tell = progress or _untold
    tell("extracting", 0, 0)
    found, unread = Extractor().read(report)
    claims, dismissed = editing.apply(found, decisions)
    context = context_of(theatre, report.date, _as_of(as_of), today or dt.date.today())
    checked = checking.check_claims(claims, context, partial(tell, "checking"))
    warnings = (*report.warnings, *editing.astray(found, decisions), *_no_theatre(report))
    return Checked(
        report=report,
        claims=_by_editor(checked, editing.mended(found, decisions)),
        unread=tuple(unread),
        ledgers=context.ledgers.coverage() if report.theatre else (),
        policy=checking.POLICY,
        as_of=str(as_of),
        theatre=report.theatre,
        theatre_title=theatre.title if report.theatre else "",
        border_policy=theatre.border_policy if report.theatre else "",
        today=context.today,
        warnings=warnings,
        dismissed=tuple(dismissed),
    )


def figure(
    measure: str,
    start: str | dt.date,
    end: str | dt.date,
    *,
    by: By | None = None,
    place: str | Place | None = None,
    as_of: str | dt.date = "today",
    theatre: str | None = None,
    **options: Any,
) -> Shown:
    """One measure from `start` to `end`, both inclusive, as `dateline figure` gives it: `.value`, `.readings`,
    `.series`, `.flags`, `.to_json()`, `.to_csv()`, `.to_svg()`.

    `place` is a place's id or name. `options` are those of `dateline.figures.figure` (`form="share"`, `of="country"`,
    `where={"weapon": "shahed"}` ...). Raises FigureError, TheatreError or EditingError, each with one line.

    >>> august = figure("territory.net_change", "2025-08-01", "2025-08-31", as_of="2025-09-02")
    >>> f"{august.value:.0f} {august.unit}, {august.readings[0].producer}"
    '468 km2, deepstate'
    >>> nights = figure("strikes.launched", "2025-08-25", "2025-08-31", by="day", as_of="2025-09-02")
    >>> len(nights.series.points), nights.to_svg().startswith("<svg")
    (7, True)
    """
    from dateline import figures
    from dateline.editing import naming

    home = loader.load(theatre) if theatre else loader.shipped_default()
    return figures.figure(
        measure,
        _day(start),
        _day(end),
        by=by,
        place=naming.place(place) if isinstance(place, str) else place,
        as_of=None if as_of == "today" else _day(as_of),
        theatre=home.id,
        ledgers=open_ledgers(home.folder),
        **options,
    )


def _day(value: str | dt.date) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)


def open_ledgers(folder: Path) -> Ledgers:
    """The ledgers of one theatre, read once a process as long as nothing is imported."""
    from dateline import ledgers

    return ledgers.load(folder)


def context_of(theatre: Theatre, day: dt.date, as_of: AsOf, today: dt.date) -> CheckContext:
    """What claims of a report of `day` about `theatre` are checked in."""
    from dateline.checking import CheckContext

    return CheckContext(
        ledgers=open_ledgers(theatre.folder),
        report_date=day,
        today=today,
        as_of=as_of,
        areas=MappingProxyType(theatre.areas_km2),
        other_country_areas=theatre.other_country_areas_km2,
        country=theatre.country.id,
        country_name=theatre.country.name,
    )


def _untold(step: str, done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


def _as_of(as_of: AsOf | str) -> AsOf:
    if isinstance(as_of, dt.date) or as_of in ("published", "today"):
        return as_of  # type: ignore[return-value]
    return dt.date.fromisoformat(as_of)


def _is_text(source: str) -> bool:
    """Whether a string is a report itself: it has line breaks, or it is prose and no path or address."""
    if "\n" in source:
        return True
    if source.startswith(("http://", "https://")) or len(source.split()) < 3:
        return False
    return not Path(source).suffix[1:].isalnum() and not (len(source) < 240 and Path(source).exists())


def _no_theatre(report: Report) -> tuple[str, ...]:
    if report.theatre is not None:
        return ()
    installed = ", ".join(loader.installed())
    return (
        f"No installed theatre covers this report (installed: {installed}), so its figures stay unverified; "
        f"--theatre NAME chooses one.",
    )


def _by_editor(claims: Sequence[Claim], mended: frozenset[str]) -> tuple[Claim, ...]:
    return tuple(
        replace(c, finding=replace(c.finding, decided_by="editor")) if c.id in mended and c.finding is not None else c
        for c in claims
    )


__all__ = ["Checked", "Extractor", "TheatreError", "check", "extract", "figure", "open_ledgers", "read"]
