"""The figures of a period as a draft report: made of the ledgers' answers, and held to the check that reads any other.

Every figure carries the id of the claim that the check makes of it; what the check would not call `holds` is left out,
and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dateline import desk
from dateline.briefing import calendar, casualties, strikes, territory
from dateline.briefing.asking import Desk, month, span
from dateline.briefing.draft import Draft, Picture, Sentence, Settled, said
from dateline.briefing.markdown import fallen, page
from dateline.briefing.settling import settle
from dateline.desk import Checked
from dateline.figures import FigureError
from dateline.publishing import charts
from dateline.publishing.formats import html
from dateline.records.period import Period
from dateline.theatres import loader

#: A brief of more days than this is refused: its sections are written for a week or a month.
LONGEST = 92
_FIRST_YEAR = 1900

__all__ = ["LONGEST", "Brief", "brief"]


@dataclass(frozen=True, slots=True)
class Brief:
    """A settled brief. `checked` is its own check; `left_out` what fell, with the verdict that felled it."""

    period: Period
    as_of: date
    settled: Settled

    @property
    def checked(self) -> Checked:
        return self.settled.checked

    @property
    def left_out(self) -> tuple[tuple[str, str], ...]:
        return self.settled.left_out

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return tuple(picture for section in self.settled.sections for picture in section.pictures)

    def to_markdown(self, files: dict[str, str] | None = None) -> str:
        """The page; `files` are the addresses of its charts by name."""
        return page(self.settled, self.as_of, files)

    def to_html(self) -> str:
        """The proof page of the brief, with a card behind every figure and the charts under their headings."""
        drawn = {
            section.heading: tuple((p.heading, charts.embedded(p.svg)) for p in section.pictures)
            for section in self.settled.sections
        }
        return html.page(self.checked, drawn, note=fallen(self.settled))


def brief(theatre: str | None, start: date, last: date, as_of: date | None = None) -> Brief:
    """The brief of `theatre` from `start` to `last`, both inclusive, as known on `as_of` (today where None).

    Raises FigureError for days that make no period or lie ahead of `as_of`, TheatreError for no such theatre.
    """
    known = as_of or date.today()
    home = loader.load(theatre) if theatre else loader.shipped_default()
    asked = Desk(home, desk.open_ledgers(home.folder), _period(start, last, known), known)
    made = (territory.section(asked), strikes.section(asked), casualties.section(asked), calendar.section(asked))
    sections = tuple(section for section in made if section is not None)
    headlines = _headlines(asked)
    titles = [replace(s, pieces=(*s.pieces[:-1], str(s.pieces[-1]).rstrip("."))) for s in headlines]
    plain = said(f"{home.country.name}, {_named(asked.period)}")
    return Brief(asked.period, known, settle(Draft((*titles, plain), headlines, sections), asked))


def _period(start: date, last: date, as_of: date) -> Period:
    if last < start:
        raise FigureError(f"--to {last} lies before --from {start}")
    if start.year < _FIRST_YEAR or last > as_of:
        raise FigureError(f"a brief of {start} to {last} as of {as_of}: name days that are past by then")
    if (last - start).days >= LONGEST:
        raise FigureError(f"a brief covers at most {LONGEST} days; {start} to {last} has {(last - start).days + 1}")
    whole = start.day == 1 and 27 <= (last - start).days <= 30 and (last + date.resolution).day == 1
    return Period.through(start, last, "month" if whole else "day" if start == last else "span")


def _headlines(asked: Desk) -> tuple[Sentence, ...]:
    """Sentences that may stand at the head, the weightiest first: ground, strikes, the toll."""
    found: list[Sentence] = []
    net = territory.net_change(asked)
    if net is not None:
        found.append(territory.gained(asked, net, f", {_short(asked, net.readings[0].producer)} says"))
    total = strikes.launched(asked)
    if total is not None:
        found.append(strikes.first(asked, total, f", {_short(asked, total.readings[0].producer)} says"))
    summed = casualties.reported(asked, "casualties.killed")
    if summed is not None:
        found.append(casualties.over(asked, summed, f", {_short(asked, summed.readings[0].producer)} says"))
    killed = casualties.total(asked, asked.period.last, "casualties.killed")
    if killed is not None:
        ending = f", {_short(asked, killed.readings[0].producer)} says"
        found.append(casualties.toll(asked, killed, asked.period.last, ending))
    return tuple(found)


def _short(asked: Desk, producer: str) -> str:
    return asked.ledgers.producers[producer].name


def _named(period: Period) -> str:
    return month(period.start) if period.granularity == "month" else span(period)
