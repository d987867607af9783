"""The report's date, on which every "this month" hangs: given, published, updated, the date line, or today."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from dateline.reading.dates import AMBIGUOUS, find_date, find_day_and_month, last_such_day
from dateline.reading.draft import Draft

DateBasis = Literal["given", "published", "updated", "dateline", "today"]
_GIVE = "give --published YYYY-MM-DD"
#: An agency's dateline: "KYIV, May 30 (Agency) -", "WASHINGTON, Sept. 3, 2024 -".
_AGENCY = re.compile(r"(?P<head>[A-Z][A-Z'’.\-]{2,}[^()–—]{0,60}?)\s*(?:\([^)]{2,40}\)\s*)?[-–—]{1,2}\s")


def settle_date(draft: Draft, given: date | None, today: date) -> tuple[date, DateBasis, list[str]]:
    """The day to resolve relative words against, where it came from, and sentences that warn of doubt."""
    warnings: list[str] = []
    day, basis = _choose(draft, given, today, warnings)
    if basis == "today":
        why = next(
            (f"The date {found} can be read two ways" for found in _two_ways(draft)), "The report states no date"
        )
        warnings.append(f"{why}, so it is read as of today, {today}: {_GIVE} if it is older.")
    if day > today:
        warnings.append(f"The report's date, {day}, lies after today, {today}: {_GIVE} if that is a mistake.")
    return day, basis, warnings


def _two_ways(draft: Draft) -> list[str]:
    """Dates of the page's date lines that could be two days."""
    return [found[0] for line in draft.lines if line.role == "dateline" if (found := AMBIGUOUS.search(line.words))]


def _choose(draft: Draft, given: date | None, today: date, warnings: list[str]) -> tuple[date, DateBasis]:
    if given is not None:
        return given, "given"
    if draft.published is not None:
        return draft.published, "published"
    if draft.updated is not None:
        return draft.updated, "updated"
    stated = draft.stated or _agency_date(draft, today, warnings) or _title_date(draft, warnings)
    return (stated, "dateline") if stated is not None else (today, "today")


#: "Evening round-up: 6 June 2026", "Situation report (6 June 2026)": a date that ends a title is the report's own.
_ENDING = re.compile(r"(?:[:,–—|-]|\()\s*(?P<date>[^:|()–—]{6,40}?)\)?\s*$")


def _title_date(draft: Draft, warnings: list[str]) -> date | None:
    ends = _ENDING.search(draft.title or "")
    day = find_date(ends["date"]) if ends is not None else None
    if day is not None:
        warnings.append(f"The only date is the one in the title, so it is read as of {day}: {_GIVE} if that is wrong.")
    return day


def _agency_date(draft: Draft, today: date, warnings: list[str]) -> date | None:
    """The date in an agency's dateline at the head of the story. Without a year it is the last such day."""
    story = [line for line in draft.lines if line.role == "story"][:2]
    for line in story:
        match = _AGENCY.match(line.words)
        if match is None:
            continue
        if day := find_date(match["head"]):
            return day
        if found := find_day_and_month(match["head"]):
            day = last_such_day(*found, today)
            if day is not None:
                warnings.append(f"The dateline names no year, so it is read as {day}: {_GIVE} if it is older.")
            return day
    return None
