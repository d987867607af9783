"""The report's date, on which every "this month" hangs: given, published, updated, the date line, or today."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from dateline.reading.dates import AMBIGUOUS, find_date, find_dates, find_day_and_month, last_such_day
from dateline.reading.draft import Draft, Line

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
    stated = draft.stated or _agency_date(draft, today, warnings) or _head_date(draft, today, warnings)
    return (stated, "dateline") if stated is not None else (today, "today")


#: Lines that may hold the date of what is a bulletin or a speech, and the words that such a line has at most.
_HEAD_LINES, _HEAD_WORDS = 3, 16
#: What appears with the days that it is of: its headline may end with them.
_PERIODICAL = re.compile(
    r"\b(?:daily|weekly|monthly|monitor|update|bulletin|report|summary|briefing|digest|situation|assessment|snapshot"
    r"|review|overview|communiqu[eé]|statement|remarks|address|speech|newsletter|round-?up|factbox|day \d)",
    re.IGNORECASE,
)


def _head_date(draft: Draft, today: date, warnings: list[str]) -> date | None:
    """The whole date with which a line of the head ends: "Remarks to the Council, 29 May 2025", "Weekly monitor, 24-30
    November 2025"."""
    for line in draft.lines[:_HEAD_LINES]:
        day = ending_date(line)
        day = day or _of_an_issue(line)
        if day is not None and day <= today and (line.role != "title" or _PERIODICAL.search(line.words)):
            warnings.append(
                f"The report's date, {day}, is taken from the line {line.words!r}: {_GIVE} if it is another."
            )
            return day
    return None


def _of_an_issue(line: Line) -> date | None:
    """The one date of a bulletin's headline: "Statement of 24 March 2025", "Assessment, 2 December 2025: notes"."""
    found = find_dates(line.words)
    if len(found) != 1 or line.count > _HEAD_WORDS or not _PERIODICAL.search(line.words, 0, found[0][0]):
        return None
    before, after = line.words[: found[0][0]], line.words[found[0][1] :]
    apart = re.search(r"(?:[,:;|(\[–—]|\b(?:of|for|from|on|dated|to)|\d ?[-–—]) ?$", before) is not None
    return found[0][2] if apart and re.match(r"\s*(?:$|[)\]:;|,–—-])", after) else None


def ending_date(line: Line) -> date | None:
    """The date that ends the line, set apart from what stands before it."""
    found = find_dates(line.words)
    if not found or line.count > _HEAD_WORDS or line.words[found[-1][1] :].strip(" )]") or line.words.endswith("."):
        return None
    before = re.sub(r"\d{1,2}(?:st|nd|rd|th)? ?(?:-|–|—|to) ?$", "", line.words[: found[-1][0]])
    return found[-1][2] if re.search(r"(?:[,:;|(\[–—]|\s-)\s*$", before) or not before.strip() else None


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
