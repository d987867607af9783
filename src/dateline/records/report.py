"""What is read: one text with its furniture told apart from its story."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["story", "title", "standfirst", "byline", "dateline", "caption", "furniture"]

#: Roles whose sentences may state figures. The page's date line yields only its weekday.
CLAIMED_ROLES: frozenset[Role] = frozenset({"story", "title", "standfirst", "caption"})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Report.text`, `text[start:end]`, and the part it plays on the page. `heading` marks a
    story block that is a subheading."""

    start: int
    end: int
    role: Role
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read. Offsets everywhere count characters of `text`, the full decoded text.

    `published` and `updated` are what the page states; `date` is the day that relative words ("this month")
    are resolved against, and `date_basis` says where it came from: "given" (--published), "published",
    "updated", "dateline" (the page's own date line) or "today" (nothing was stated: a warning is shown).
    `warnings` are whole sentences for the reader.
    """

    text: str
    blocks: tuple[Block, ...]
    date: dt.date
    date_basis: Literal["given", "published", "updated", "dateline", "today"]
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: dt.date | None = None
    updated: dt.date | None = None
    language: str = "en"
    source: str = "-"
    sha256: str = ""
    theatre: str | None = None
    warnings: tuple[str, ...] = field(default=())

    @property
    def words(self) -> int:
        """Words of the story, title, standfirst and captions."""
        return sum(len(self.text[b.start : b.end].split()) for b in self.blocks if b.role in CLAIMED_ROLES)

    @property
    def minutes(self) -> int:
        """Minutes to read at 240 words a minute, at least one."""
        return max(1, round(self.words / 240))
