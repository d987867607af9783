"""Where a sentence turns from what is planned, foretold or supposed to what has happened."""

from __future__ import annotations

from typing import Final

from dateline.extracting.patterns import when_asked

#: Verbs of the past, the common ones of war reports among them.
PAST: Final = (
    r"(?:has|have|had|was|were|did|killed|injured|wounded|launched|fired|sent|took|seized|captured|gained|lost|shot"
    r"|downed|intercepted|destroyed|fell|rose|said|holds?|controls?|reported|hit|struck|flew|came|became|remains?)"
)
#: Behind one of these the sentence goes on with what did happen.
_STATED: Final = when_asked(
    r";|,? (?:but|yet|though|although|while|whereas|because|when|despite|following|versus|up from|down from)\b"
    r"|,? compared (?:with|to)\b|, (?:against|after)\b| than (?:in|the)\b| (?:since|after) (?=[A-Z][a-z])"
    r"| as (?=(?:[\w,.'’-]+ ){1,6}?" + PAST + r"\b)"
    r"| (?:since|after) (?=(?:[\w,.'’-]+ ){1,6}?" + PAST + r"\b)"
    r"|,? (?:and )?(?:of )?(?:which|whom?|where|that) (?:[\w,.%'’-]+ ){0,4}?" + PAST + r"\b"
    r"|,? and (?:[\w,.'’-]+ ){0,6}?" + PAST + r"\b"
    r"|, (?:[\w'’.-]+ ){1,6}?(?:said|says|told|predicted|predicts|warned|warns|reckon(?:s|ed)|estimat(?:es|ed)"
    r"|projects)\b(?! that|,)"
)


def turn(text: str, start: int) -> int:
    """The offset behind `start` at which `text` turns to what happened; its end where it does not."""
    found = _STATED.search(text, start)
    return found.start() if found is not None else len(text)


def in_reach(text: str, words: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch `text[start:end]`, such as a date, belongs to one of `words`, which speak of what is to come:
    it follows the word without a turn, or stands before it in the same clause."""
    for first, last in words:
        if last <= start and turn(text, last) > start:
            return True
        if end <= first and _BETWEEN.search(text[end:first] + " ") is None:
            return True
    return False


_BETWEEN: Final = when_asked(
    rf"\b{PAST}\b|[;:]|,? (?:but|while|whereas|after|since|when|because|and|as) |\b\w{{3,}}ed\b"
)
