"""What stands among and after the story: buttons, lists of other stories, the author's card, readers' comments."""

from __future__ import annotations

import re

from dateline.reading import phrases
from dateline.reading.bylines import read_meta_line
from dateline.reading.draft import Line

#: Readers' comments begin after at least this share of the page's words.
_COMMENTS_AFTER = 0.5
_CARD_VERBS = (
    r"(?:is|was|are) (?:an?|the|our|based|currently|responsible|\w+'s)\b|has (?:been|covered|reported|"
    r"written|worked|won|spent)|"
    r"(?:also |previously |currently |formerly )?(?:covers?|reports?|writes?|edits?|leads?|works?|"
    r"worked|joined|reported|covered|"
    r"wrote|served|specializ?s?es|contributes|studied|graduated|lives|holds|focuses)\b"
)


def mark_tail(lines: list[Line], start: int, authors: tuple[str, ...]) -> None:
    """Mark furniture from line `start` on. Lines that have a role keep it."""
    rest = lines[start:]
    _mark_phrases(rest)
    _mark_related(rest)
    _mark_authors(rest, authors)
    _mark_comments(rest)


def _mark_phrases(lines: list[Line]) -> None:
    for line in lines:
        if line.role is None and not line.heading:
            if phrases.is_sign_off(line.words):
                line.role = "byline"
            elif phrases.is_interface(line.words) or phrases.is_related_link(line.words):
                line.role = "furniture"
            elif (meta := read_meta_line(line.words)) and meta.stamped:
                line.role = "dateline"


def _mark_related(lines: list[Line]) -> None:
    """A list of other stories: its head, and the headlines below it up to the next sentence."""
    inside = False
    for line in lines:
        if line.role is None and phrases.is_related_header(line.words):
            line.role = "furniture"
            inside = True
        elif inside and line.role is None:
            inside = not phrases.ends_sentence(line.words) and line.count <= 25 and not line.heading
            if inside:
                line.role = "furniture"


def _mark_authors(lines: list[Line], authors: tuple[str, ...]) -> None:
    """A writer's name alone is a byline; after the middle of the page, a paragraph that begins with the name and
    says what the writer does is the writer's card."""
    if not authors:
        return
    names = {name.casefold() for name in authors}
    forms = {part for name in authors for part in (name, name.split()[0], name.split()[-1])}
    card = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))}),? (?:{_CARD_VERBS})")
    seen = 0
    for number, line in enumerate(lines):
        if line.role is not None:
            continue
        if line.words.casefold().removeprefix("by ").strip(" .") in names:
            line.role = "byline"
            seen += 1
        elif number >= len(lines) // 2 and card.match(line.words) and (seen or _is_last_prose(lines[number:])):
            line.role = "furniture"


def _is_last_prose(lines: list[Line]) -> bool:
    """Whether nothing but furniture and short lines follows the first of these lines."""
    return not any(line.role is None and line.count > 8 and not phrases.is_comments_header(line.words)
                   for line in lines[1:])  # fmt: skip


def _mark_comments(lines: list[Line]) -> None:
    """From the head of the readers' comments on, nothing is the report's. Above the story, or in its middle, such
    a line is only a counter."""
    total = sum(line.count for line in lines) or 1
    before = 0
    story = 0
    for number, line in enumerate(lines):
        if line.role in (None, "furniture") and phrases.is_comments_header(line.words):
            line.role = "furniture"
            if story and before / total >= _COMMENTS_AFTER:
                for late in lines[number:]:
                    late.role = "furniture"
                return
        before += line.count
        story += line.role is None
