"""Whether the words around a date speak of what is to come or of what has been."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.patterns import when_asked
from dateline.extracting.periods.mention import Context

#: Each cue takes the participle that follows it along, so that "will be released" is not read as a past.
_CUE: Final = when_asked(
    r"(?P<ahead>\b(?:will|shall|won['’]t|['’]ll)\b(?: (?:not|also|then|be|have|been|only|still|again|now|soon|once"
    r"|\w+ly))*(?: \w+)?"
    r"|\b(?:is|are|was|were|be|been|['’]s|['’]re) (?:\w+ly )?(?:due|set|about) to (?:be )?\w+"
    r"|\b(?:expected|scheduled|slated|planned|projected|likely|hoping|preparing|poised) (?:to|for|in|on|at)\b"
    r"(?: be| have)*(?: \w+)?|\bset for\b"
    r"|\b(?:is|are) to (?:be )?\w+"
    r"|\b(?:hop|plan|intend|expect|aim|vow|promis|pledg|agre)(?:e|n|)(?:s|ed|ned|ning|ing|es|d)?"
    r" (?:to|that)\b(?: be| have)*(?: \w+)?"
    r"|\bpropos(?:e[sd]?|ing) (?:[\w’'-]+ ){0,4}?(?:talks|meetings?|rounds?|ceasefire|truce|summit|exchange|vote)\b"
    r"|\binvit(?:e[sd]?|ing) (?:[\w’'-]+ ){0,4}?to (?:[\w’'-]+ ){0,3}?(?:talks|meetings?|rounds?|summit|conference)\b"
    r"|\b(?:effective|payable|upcoming|forthcoming|coming|deadline|due(?! to)|ahead of)\b|\b(?:takes?|taking) effect\b"
    r"|\b(?:was |were |been )?(?:put off|postponed|delayed|pushed back|rescheduled|adjourned) (?:until|till|to)\b"
    r"|\b(?:reconvenes|expires|resumes|begins|starts|opens|ends|meets|matures)\b)"
    r"|(?P<may>\b(?:would|could|may|might|should|can|must)\b(?! have)(?: (?:not|be|also|still|again"
    r"|\w+ly))*(?: \w+)?)"
    r"|(?P<behind>\b(?:was|were|had|did|has(?! to)|have(?! to)|said|told|rose|fell|took|made|went|came|began|held|met"
    r"|gave|got|saw|left|lost|won|sent|shot|hit|struck|found|became|grew|sold|bought|led|ran|wrote|brought|broke|spoke|stood"
    r"|knew|drove|flew|fought|set off|would have|could have)\b"
    r"|\b(?!hundred|indeed|speed|need|feed|seed|proposed|scheduled)[a-z]{2,}ed\b)"
)
#: Where the words before no longer govern what follows.
_CLAUSE: Final = when_asked(r"[;:]\s|[—–]|\s--?\s|, (?:while|whereas|but|though|although|after|before|when|where|as)\s")
#: How far to either side a verb is looked for, in characters.
_REACH: Final = 90


def ahead(match: re.Match[str], context: Context, firmly: bool = False) -> bool:
    """Whether what `match` names lies ahead of the report's date: by its verb, or, where there is none, by what is
    known of the sentence as a whole. `firmly`: "would" and "may" are not enough."""
    said = outlook(match, firmly)
    return context.future if said is None else said


def outlook(match: re.Match[str], firmly: bool = False) -> bool | None:
    """Whether the verb nearest before `match`, or else the first one behind it, speaks of what is to come; None where
    there is no verb that tells."""
    text = match.string
    opens = max((m.end() for m in _CLAUSE.finditer(text, 0, match.start())), default=0)
    before = list(_CUE.finditer(text, max(opens, match.start() - _REACH), match.start()))
    beside = _CUE.match(text, match.end() + 1)
    if beside is not None and text[match.end()] == " ":
        nearest: re.Match[str] | None = beside  # "the minister on Friday said", "the court on Friday will hear"
    else:
        nearest = before[-1] if before else _CUE.search(text, match.end(), match.end() + _REACH)
    if nearest is None:
        return None
    return nearest.lastgroup == "ahead" or (nearest.lastgroup == "may" and not firmly)
