"""One sentence taken apart: its amounts and what they count, times, places, predicates, speakers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import Final

from dateline.extracting import attribution, periods, places, quantities, things
from dateline.extracting.attribution import Speech
from dateline.extracting.lexicon import Lexicon, Predicate
from dateline.extracting.periods import Mention
from dateline.extracting.places import PlaceMention
from dateline.extracting.quantities import Amount, Skipped
from dateline.extracting.sentences import Sentence
from dateline.extracting.things import Thing
from dateline.languages import en
from dateline.records.claim import Attribution, Claim
from dateline.records.period import Period
from dateline.records.place import Place


@dataclass
class Discourse:
    """What the sentences before leave behind: the period, place and figure that "of those" and "that attack" mean.
    Kept by family (territory, strikes, casualties); `block` is the paragraph it was said in."""

    periods: dict[str, Period] = field(default_factory=dict)
    figures: dict[str, Claim] = field(default_factory=dict)
    place: Place | None = None
    attribution: Attribution | None = None
    family: str | None = None
    block: int = -1


@dataclass
class Parse:
    """Offsets are within `text`, the sentence. `things[i]` is what `amounts[i]` counts. `used` are the indices of
    amounts that a frame has turned into a claim; `found` are the claims so far, with offsets in the report."""

    sentence: Sentence
    ref: dt.date
    words: Lexicon
    before: Discourse
    amounts: list[Amount]
    skipped: list[Skipped]
    things: list[Thing]
    mentions: list[Mention]
    places: list[PlaceMention]
    predicates: list[Predicate]
    speeches: list[Speech]
    used: set[int] = field(default_factory=set)
    found: list[Claim] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.sentence.text

    def clause(self, at: int) -> tuple[int, int]:
        """The clause that holds offset `at`."""
        start = max((m for m in self._marks if m <= at), default=0)
        end = min((m for m in self._marks if m > at), default=len(self.text))
        return start, end

    def next_amount(self, index: int) -> int:
        """Where the amount after `index` starts, or the sentence's end."""
        return self.amounts[index + 1].start if index + 1 < len(self.amounts) else len(self.text)

    @property
    def _marks(self) -> list[int]:
        return [m.start() + 1 for m in _CLAUSE.finditer(self.text)]


_FUTURE = re.compile(rf"(?<!\w)(?:{en.PLANS}|will|next|another round|upcoming)(?!\w)", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    r";|[—–]\s|\s[—–-]\s|,(?= (?:and|but|yet|while|whereas|though|although|when|where|after|before|which|of which|of whom|who|with|leaving"
    r"|compared|against|versus|up from|down from|killing|injuring|wounding|including|most of)\b)|\s(?=(?:while|whereas|compared with|compared to) )"
    r"|,(?= (?:\w+ ){0,2}?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\w,]* (?:of (?:them|which|those|these)|were|was|had|more))"
    r"|\s(?=and (?:\w+ ){0,3}?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none)(?: \w+| of them| of those){0,2} (?:were|was|had been|have been|got|hit|struck|reached|breached))"
)


def parse(sentence: Sentence, ref: dt.date, words: Lexicon, before: Discourse) -> Parse:
    """`sentence` taken apart. Times are read first, so that their numbers are no amounts."""
    text = sentence.text
    mentions = periods.mentions(text, ref, words.theatre.war_start, bool(_FUTURE.search(text)))
    taken = tuple((m.start, m.end) for m in mentions)
    amounts, skipped = quantities.amounts(text, taken)
    counted = [things.thing(text, a, amounts[i + 1].start if i + 1 < len(amounts) else len(text), words) for i, a in enumerate(amounts)]
    return Parse(
        sentence=sentence,
        ref=ref,
        words=words,
        before=before,
        amounts=amounts,
        skipped=skipped,
        things=_of_pairs(text, amounts, counted),
        mentions=mentions,
        places=places.places(text, words.theatre),
        predicates=words.predicates(text),
        speeches=attribution.speeches(text, words, before.attribution),
    )


def _of_pairs(text: str, amounts: list[Amount], counted: list[Thing]) -> list[Thing]:
    """"19 of the 20 missiles": the nineteen are missiles too."""
    for i in range(len(amounts) - 1):
        between = text[amounts[i].end : amounts[i + 1].start]
        if re.fullmatch(r" (?:out )?of (?:the |some |all )?", between) and counted[i + 1].kind in ("weapon", "people"):
            counted[i] = replace(counted[i + 1], end=amounts[i].end, of_them=True)
    return counted
