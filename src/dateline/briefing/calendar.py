"""The section on the calendar: the year of the war, the day on which the period ends."""

from __future__ import annotations

from dateline.briefing.asking import Desk, day
from dateline.briefing.draft import Section, Stated, said

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def section(desk: Desk) -> Section | None:
    """The section, None where the theatre has no war of its own."""
    start = desk.theatre.war_start
    if start is None or desk.as_of <= start:
        return None
    made = []
    year = desk.as_of.year - start.year - ((desk.as_of.month, desk.as_of.day) < (start.month, start.day)) + 1
    if year <= len(_ORDINALS):
        query = f"dateline figure calendar.elapsed --from {start} --to {desk.as_of} --in nth-year"
        words = f"The war in {desk.theatre.country.name} is in its {_ORDINALS[year - 1]} year"
        made.append(said("{}.", Stated(words, "calendar.elapsed", float(year), query), about="the year of the war"))
    last = desk.period.last
    query = f"dateline figure calendar.weekday --from {last} --to {last}"
    figure = Stated(f"{last:%A}, {day(last)}", "calendar.weekday", None, query)
    made.append(said("The last day of this brief is {}.", figure, about="the weekday"))
    return Section("Calendar", tuple(made))
