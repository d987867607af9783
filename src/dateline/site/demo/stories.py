"""The demo's stories: what they say, where they stand, what is drawn above them and said below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dateline.site.demo import pictures

_TEXTS = Path(__file__).parent / "texts"
SECTIONS = {
    "war-in-ukraine": ("War in Ukraine", "The front, the nights, and those who are hit."),
    "gaza": ("Gaza", "What is counted in the Gaza Strip, and by whom."),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A comment: the role of who says it, and the reply to it, if any. `held` waits for a moderator."""

    by: str
    text: str
    reply: tuple[str, str] | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A story. `slip` is what its first publication said instead of a passage of the text, with the correction."""

    name: str
    section: str
    tags: tuple[str, ...]
    day: dt.date
    picture: Callable[[], bytes] | None = None
    alternative: str = ""
    caption: str = ""
    slip: tuple[str, str, str] | None = None
    comments: tuple[Said, ...] = ()

    def parts(self) -> tuple[str, str, str]:
        """Headline, standfirst and text."""
        head, standfirst, text = (_TEXTS / f"{self.name}.md").read_text(encoding="utf-8").split("\n\n", 2)
        return head.removeprefix("# "), standfirst, text.strip() + "\n"


def _month_ends(first: tuple[int, int], last: dt.date) -> list[dt.date]:
    """The last day of every month from `first` on, and `last`."""
    year, month = first
    found = []
    while dt.date(year, month, 1) < last.replace(day=1):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        found.append(dt.date(year, month, 1) - dt.timedelta(days=1))
    return [*found, last]


PUBLISHED = (
    Written(
        "april", "war-in-ukraine", ("territory", "maps"), dt.date(2026, 5, 4),
        picture=lambda: pictures.shaded_regions(dt.date(2026, 4, 1), dt.date(2026, 4, 30)),
        alternative="Ukraine's regions. Donetsk is the darkest red, Kharkiv lighter, Sumy and Zaporizhzhia lighter "
        "still; Dnipropetrovsk is blue, all others are grey.",
        caption="Net change by region in April 2026: red gained by Russia, blue lost. DeepState.",
        comments=(
            Said("commenter", "I did not know that the two maps could differ in sign. Which of them do you use?",
                 ("editor", "Both, and we say which: the card of each figure names whose it is.")),
        ),
    ),
    Written(
        "night", "war-in-ukraine", ("strikes", "drones"), dt.date(2026, 6, 3),
        picture=lambda: pictures.nights(dt.date(2026, 5, 1), dt.date(2026, 6, 7), dt.date(2026, 6, 2)),
        alternative="Thirty-eight bars, one a night. The tallest stands in the middle of May; June 2, in red, is about "
        "four fifths as tall.",
        caption="Drones and missiles launched a night, May 1 to June 7, 2026; June 2 in red. Ukrainian Air Force.",
        slip=("8,354 drones and missiles", "8,354 drones",
              "An earlier version of this story called all 8,354 weapons of May drones; missiles were among them."),
        comments=(
            Said("commenter", "Does the count include decoys?",
                 ("reporter", "It does: the Air Force counts every drone that was launched, decoys too.")),
            Said("reader-in-the-queue", "More at www.example.org, www.example.net and www.example.com.", held=True),
        ),
    ),
    Written(
        "gaza", "gaza", ("casualties",), dt.date(2026, 8, 23),
        picture=lambda: pictures.running_total(_month_ends((2023, 10), dt.date(2026, 8, 22))),
        alternative="A line that climbs steeply in the last months of 2023, more slowly after that, and is nearly "
        "level from the autumn of 2025 on.",
        caption="Killed in Gaza since October 7, 2023, as the Gaza Ministry of Health had it at each month's end.",
    ),
)  # fmt: skip
#: Waits on the desk: one of its figures is contradicted, and nobody has decided.
WAITING = Written("june", "war-in-ukraine", ("territory",), dt.date(2026, 7, 3))
