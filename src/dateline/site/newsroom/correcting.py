"""Putting a corrected sentence in the place of one that the data do not bear out, in the Markdown it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Literal

from dateline.publishing.producers import names_of
from dateline.publishing.suggesting import Suggestion, suggestion
from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.site.newsroom.receiving import escaped
from dateline.site.stories.models import whole
from dateline.site.stories.writing import Draft

Field = Literal["title", "standfirst", "text"]
#: Marks of Markdown that may stand among the words of a sentence and are not read: emphasis, code, escapes, links.
_MARKS = r"(?:[*_`\\\[]|\]\([^()\s]*\))*"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORDS = re.compile(r"\d+(?:[.,]\d+)*|\w+|\s+|[^\w\s]")


class NotFound(Exception):
    """One line: the sentence does not stand in the Markdown as it was read (a picture or a line of code is in it)."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A draft with one sentence put right: which field it stands in, that field's text of then and of now."""

    draft: Draft
    field: Field
    before: str
    after: str


def suggested(check: Check, claim: Claim) -> Suggestion | None:
    """What the sentence of a contradicted figure could say instead; None where there is nothing to put right."""
    return suggestion(claim, names_of(check.theatre))


def mend(draft: Draft, check: Check, claim: Claim, better: Suggestion) -> Mended:
    """The draft with the suggested sentence in the place of the claim's. Raises NotFound."""
    start, end, words = _change(whole(draft.title, draft.standfirst, draft.text), check, claim, better)
    field, at = _field(draft, start)
    old: str = getattr(draft, field)
    new = old[: start - at] + words + old[end - at :]
    changed: dict[str, Any] = {field: new}
    return Mended(replace(draft, **changed), field, old, new)


def _change(old: str, check: Check, claim: Claim, better: Suggestion) -> tuple[int, int, str]:
    """What is replaced in `old`, and by what: the number alone where one is put in place; else nothing, and what is
    said after the sentence."""
    if better.replaces:
        before, struck, put, after = _narrowed(claim.sentence, better.sentence)
        pattern = f"{_pattern(before)}{_MARKS}({_pattern(struck)}){_MARKS}{_pattern(after)}"
    else:
        put = better.sentence[len(claim.sentence.rstrip()) :]
        pattern = f"({_pattern(claim.sentence)})"
    found = list(re.finditer(pattern, old))
    number = check.report.text[: claim.quote.start].count(claim.sentence)
    if number >= len(found):
        raise NotFound(f"“{claim.sentence}” does not stand in the text as it was read: change it by hand.")
    start, end = found[number].span(1)
    return (start, end, escaped(put)) if better.replaces else (end, end, _told(put))


def _narrowed(old: str, new: str) -> tuple[str, str, str, str]:
    """Two sentences as what stands before the words that differ, these words of each, and what stands after."""
    a, b = _WORDS.findall(old), _WORDS.findall(new)
    first = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    left = min(len(a), len(b)) - first
    last = next((i for i in range(left) if a[-1 - i] != b[-1 - i]), left)
    ends = len(a) - last, len(b) - last
    return "".join(a[:first]), "".join(a[first : ends[0]]), "".join(b[first : ends[1]]), "".join(a[ends[0] :])


def _told(added: str) -> str:
    """What is said after a sentence: its first full stop and space as they are, then words."""
    said = added.lstrip(" .")
    return added[: len(added) - len(said)] + escaped(said)


def _field(draft: Draft, at: int) -> tuple[Field, int]:
    """The field in which a place of the whole Markdown lies, and where that field begins."""
    begins = len("# ")
    if at < begins + len(draft.title):
        return "title", begins
    begins += len(draft.title) + 2
    if draft.standfirst and at < begins + len(draft.standfirst):
        return "standfirst", begins
    return "text", begins + (len(draft.standfirst) + 2 if draft.standfirst else 0)


def _pattern(words: str) -> str:
    """These words, however they are spaced and whatever marks of Markdown stand between them."""
    tokens = list(_TOKEN.finditer(words))
    if not tokens:
        return r"\s+" if words else ""
    made = r"\s+" + _MARKS if tokens[0].start() else ""
    for token in tokens:
        spaced = words[token.end() : token.end() + 1].isspace()
        last = token is tokens[-1]
        made += re.escape(token[0]) + ("" if last and not spaced else _MARKS + (rf"\s+{_MARKS}" if spaced else ""))
    return made
