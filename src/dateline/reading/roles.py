"""Which part each line plays: the head of a page, its story, and what stands after it.

The rule under doubt is that a line is story: a menu word that slips through costs nothing, a figure lost costs trust.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline.reading import phrases
from dateline.reading.bylines import MetaLine, is_name, read_meta_line
from dateline.reading.dating import ending_date
from dateline.reading.draft import Draft, Line
from dateline.reading.tails import mark_tail

_TITLE_WORDS, _STANDFIRST_WORDS, _CAPTION_WORDS = 30, 90, 70


@dataclass(slots=True)
class Head:
    """The lines before the story: `end` is the first line after them, `anchor` the first byline or stamp among
    them, `page` whether the text shows the furniture of a page at all."""

    lines: list[Line]
    metas: dict[int, MetaLine]
    furniture: set[int]
    repeated: set[str]
    end: int = 0
    anchor: int | None = None
    page: bool = False


def assign_roles(draft: Draft) -> Draft:
    """Give every line of the draft its role, and the draft what its head states. Roles set before are kept."""
    head = _find_head(draft.lines)
    _take_meta(draft, head)
    _mark_title(draft, head)
    _mark_before_and_after_title(draft, head)
    _mark_caption(draft, head)
    mark_tail(draft.lines, head.end, draft.authors)
    _take_late_stamps(draft, head)
    _mark_rest(draft.lines)
    return draft


def is_prose(line: Line) -> bool:
    """Whether the line is a sentence, or too long to be anything else."""
    return line.count >= 25 or (line.count >= 4 and phrases.ends_sentence(line.words))


def is_title_like(line: Line) -> bool:
    """Whether the line could be a headline: short, and not ending as a sentence or a list's head does."""
    words = line.words
    return (
        line.count <= _TITLE_WORDS
        and any(ch.isalpha() for ch in words)
        and not words.endswith((".", ";", ":", ",", "…", ".”", '."'))
        and not words.startswith(("- ", "* ", "• ", "– ", "— "))
    )


def _find_head(lines: list[Line]) -> Head:
    """Read lines until three sentences stand in a row with nothing of a head among them."""
    first = [line for line in lines[:60] if line.role is None]
    counts = Counter(line.words.casefold() for line in first if is_title_like(line) and line.count >= 4)
    head = Head(lines, {}, set(), {words for words, count in counts.items() if count > 1})
    prose = 0
    for i, line in enumerate(lines[:60]):
        if line.role in ("title", "standfirst"):
            head.end, prose = i + 1, 0
        elif meta := read_meta_line(line.words):
            head.metas[i] = meta
            head.end, prose = i + 1, 0
        elif phrases.is_interface(line.words) or phrases.is_related_link(line.words):
            # A button below the first sentence stands in the story, not above it.
            if not prose:
                head.furniture.add(i)
                head.end = i + 1
        elif line.words.casefold() in head.repeated:
            head.end, prose = i + 1, 0
        elif is_prose(line):
            prose += 1
            if prose == 3:
                break
    _settle_head(head)
    return head


def _settle_head(head: Head) -> None:
    """Names beside a stamp are bylines; a menu, a stamp or a repeated headline shows that this is a page."""
    dated = [i for i, meta in head.metas.items() if meta.stamped or meta.stated]
    for j in sorted({j for i in dated for j in (i - 1, i + 1) if 0 <= j < len(head.lines) and j not in head.metas}):
        line = head.lines[j]
        # The only line above a stamp is a headline, however much it looks like a name.
        if line.role is None and is_name(line.words) and _titles(head, j):
            head.metas[j] = MetaLine(names=(line.words,))
            head.end = max(head.end, j + 1)
    anchors = [i for i in sorted(head.metas) if head.metas[i].stamped or head.metas[i].names]
    head.anchor = anchors[0] if anchors else None
    stamped = any(meta.stamped for meta in head.metas.values())
    head.page = bool(stamped or head.furniture or head.repeated or _has_menu(head))


def _titles(head: Head, stop: int) -> bool:
    """Whether a headline could stand above this line."""
    above = [line for i, line in enumerate(head.lines[:stop]) if i not in head.metas and i not in head.furniture]
    return any(line.role == "title" or (is_title_like(line) and line.count >= 2) for line in above)


def _has_menu(head: Head) -> bool:
    """Three lines in a row of at most three words, without figures, at the very top."""
    top = head.lines[:12]
    short = [line.count <= 3 and not any(c.isdigit() for c in line.words) and is_title_like(line) for line in top]
    return any(all(short[i : i + 3]) for i in range(min(3, len(short) - 3)))


def _take_meta(draft: Draft, head: Head) -> None:
    """Roles and values of the head's date lines, stamps and bylines."""
    for i, meta in sorted(head.metas.items()):
        line = head.lines[i]
        if line.role not in (None, "byline", "dateline"):
            continue
        line.role = "dateline" if meta.stamped or meta.stated else "byline"
        draft.published = draft.published or meta.published
        draft.updated = draft.updated or meta.updated
        draft.stated = draft.stated or meta.stated
        if meta.names and not draft.authors:
            draft.authors = meta.names
    for i in head.furniture:
        if head.lines[i].role is None:
            head.lines[i].role = "furniture"


def _take_late_stamps(draft: Draft, head: Head) -> None:
    """Some pages print their dates below the story."""
    for line in draft.lines[head.end :]:
        if line.role == "dateline" and (meta := read_meta_line(line.words)):
            draft.published = draft.published or meta.published
            draft.updated = draft.updated or meta.updated


def _mark_title(draft: Draft, head: Head) -> None:
    """The headline: what the format marked, else what stands twice, else the first full line above the byline."""
    marked = draft.first("title")
    if marked is None:
        chosen = _choose_title(head)
        if chosen is not None:
            chosen.role = "title"
        marked = chosen
    if marked is None:
        return
    draft.title = draft.title or marked.words
    for line in head.lines[: head.end + 1]:
        if line is not marked and line.role is None and line.words.casefold() == marked.words.casefold():
            line.role = "furniture"


def _choose_title(head: Head) -> Line | None:
    first_prose = next((i for i, line in enumerate(head.lines) if line.role is None and is_prose(line)), 0)
    repeats = [line for line in head.lines[: head.end] if line.words.casefold() in head.repeated and line.role is None]
    if repeats:
        return repeats[0]
    stop = head.anchor if head.anchor is not None else first_prose
    above = [line for line in head.lines[:stop] if line.role is None and is_title_like(line) and line.count >= 2]
    if not above or not any(line.role is None and is_prose(line) for line in head.lines[stop:]):
        return None
    first = next(line for line in head.lines if line.role is None)
    if head.page or head.anchor is not None:
        menu = (
            _has_menu(head)
            or first is not above[0]
            or bool(head.furniture and min(head.furniture) < head.lines.index(first))
        )
        return (
            next((line for line in above if line.count >= 5), max(above, key=lambda line: line.count))
            if menu
            else first
        )
    below = head.lines.index(first) + 1
    # A date line right under a line, or under it and a second, shows as well as a blank one that it is a headline.
    under = head.lines[below]
    dated = below in head.metas or ending_date(under) is not None or (below + 1 in head.metas and under in above)
    return first if first is above[0] and (under.run != first.run or dated) else None


def _mark_before_and_after_title(draft: Draft, head: Head) -> None:
    """Menus before the headline; between it and the byline the standfirst."""
    title = draft.first("title")
    if title is None:
        return
    at = head.lines.index(title)
    if head.page:
        for line in head.lines[:at]:
            if line.role is None and is_title_like(line) and line.count <= 6 and not _may_state(line):
                line.role = "furniture"
    stop = head.anchor if head.anchor is not None and head.anchor > at else at + 1
    between = [line for line in head.lines[at + 1 : stop] if line.role is None]
    candidates = [line for line in between if is_prose(line) or line.count >= 5]
    if len(candidates) <= 2 and sum(line.count for line in candidates) <= _STANDFIRST_WORDS:
        for line in candidates:
            line.role = "standfirst"
    for line in [*between, *head.lines[stop : head.end]] if head.page else []:
        if line.role is None and line.count <= 4 and is_title_like(line) and not _may_state(line):
            line.role = "furniture"
    if (found := [line.words for line in head.lines if line.role == "standfirst"]) and not draft.standfirst:
        draft.standfirst = " ".join(found)


def _may_state(line: Line) -> bool:
    """Whether a short line could state a figure: "367 drones" could, "Top 10" could not be told from it."""
    return line.count >= 2 and any(ch.isdigit() for ch in line.words)


def _mark_caption(draft: Draft, head: Head) -> None:
    """On a page, the sentence that stands right below the head, with the story after a blank line."""
    if not head.page or not 0 < head.end < len(head.lines) - 1:
        return
    line, before, after = head.lines[head.end], head.lines[head.end - 1], head.lines[head.end + 1]
    alone = before.run == line.run and after.run != line.run and is_prose(after)
    if alone and line.role is None and is_prose(line) and line.count <= _CAPTION_WORDS and draft.first("title"):
        line.role = "caption"
        head.end += 1


def _mark_rest(lines: list[Line]) -> None:
    """Everything left is story; a short line above a sentence is a subheading."""
    for i, line in enumerate(lines):
        if line.role is not None:
            continue
        line.role = "caption" if phrases.is_credited_caption(line.words) else "story"
        after = lines[i + 1] if i + 1 < len(lines) else None
        if i and after is not None and after.role in (None, "story") and after.run != line.run != lines[i - 1].run:
            line.heading = line.heading or (
                is_title_like(line) and line.count <= 12 and line.role == "story" and is_prose(after)
            )
