"""Counts that are told by how the sentence is built: a few of some thing spelt out ("six howitzers"), and bare numbers
that go on with the thing counted before ("11 hit hospitals and four ambulances"; "of 20 villages, they hold seven").

What is counted here is in no ledger, or what became of it is not said: none of it is ever measured by a guess.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.records.claim import Claim

_SMALL_UP_TO: Final = 10.0
#: What makes of a few of some thing no figure of its own: a determiner, or a preposition that only says where, how or
#: by whom.
_SIDE: Final = when_asked(
    r"(?:^|\W)(?:the|these|those|their|its|his|her|our|both|any|other|of|on|at|by|from|for|with|to|against|(?<!ed )over"
    r"|between|within|among|last|next|first|past|every|each|across|into|than|as|per|about|under|through|near|about"
    r"|around|since|after|before|until|during|(?<!found )(?<!seen )(?<!spread )(?<!recorded )(?<!confirmed )"
    r"(?<!declared )(?<!feared )in)(?: the| its| their)?"
    r" (?:\w+ly )?$",
    re.IGNORECASE,
)
#: Nouns of which a few are the scene or those who speak, and not what is reported.
_SCENE: Final = when_asked(
    r"\b(?:sides?|parties|ways|times|people|things|sources?|officials?|witnesses|residents|analysts|experts|medics"
    r"|doctors|diplomats|lawyers|researchers|points?|reasons|options|questions|steps|stages|phases|parts|countries"
    r"|nations|leaders|presidents|ministers|allies|armies|men|women|brothers|sisters|sons|daughters|friends"
    r"|hours?|minutes?|days?|nights?|weeks?|months?|years?|decades?|quarters?|halves|thirds|fifths|words?|lines?)\b",
    re.IGNORECASE,
)
#: What a bulletin counts by where it was seen: "hits at nine locations".
SPOTS: Final = when_asked(
    r"(?:different |other )?(?:locations|places|sites|spots|settlements|addresses)", re.IGNORECASE
)
_ROW: Final = when_asked(
    r"(?: [\w'’-]+){0,4}?(?:,| and|, and| as well as| plus| along with| together with| or)"
    r"(?: (?:about|some|another|also|up to|at least))* ?$"
)
#: A plural noun, with up to three words of its own before it.
_PLURAL: Final = when_asked(r"(?:[\w'’./-]+ ){0,4}[\w'’-]*[a-z](?:s|men|cattle|sheep|aircraft|personnel|people)", re.I)
_VERB: Final = when_asked(
    r"(?: more| others?)? (?:(?:also|still|now|then|already|later) )*(?:is|are|was|were|had|has|have|did|hit"
    r"|struck|fell|came|went|got|flew"
    r"|left|lay|took|made|saw|lost|remain\w*|involv\w+|reach\w+|[a-z]{3,}ed)(?!\w)"
)
_STARTS: Final = when_asked(
    r"(?:^|[,;:—–] ?|\b(?:and|but|while|whereas|though|that) )(?:(?:another|a further|at least|some|about|only|just"
    r"|of those,?|of them,?|of these,?|also) )*$",
    re.IGNORECASE,
)
#: "They took 14 villages and lost three", "attacked 100 ships, sinking four".
_DOING: Final = when_asked(
    r"(?:,|\band|\bbut|;)(?: (?:then|later|also|had|have|has))? (?:\w{2,}ed|\w{3,}ing|lost|took|hit|sank|held|hold|won"
    r"|freed|saw|left|kept|set|gave up|brought down|shot down|took over)(?: (?:another|a further|at least|only|about"
    r"|some|nearly|just))? $"
)
#: "Hits at 20 locations, with debris at six".
_SEEN_AT: Final = when_asked(
    r"\b(?:debris|hits?|strikes?|impacts?|wreckage|fragments)(?: \w+){0,2} (?:at|in|on) (?:another |a further )?$"
)
_CLOSES: Final = when_asked(r"[,.;:]?$|[,;.:] ?(?!\d)| (?:and|but|while|in|on|near|last|this|the)\b| of them\b")
_OF_PLACE: Final = when_asked(
    r" (?:out )?of (?:the )?(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*['’]s?|the (?:[\w-]+ ){1,2}?[\w-]+['’]s?)"
    r" (?P<noun>[a-z][\w-]*s\b)"
)
_LATER: Final = when_asked(
    r"^(?:[Oo]f|[Oo]ut of|[Aa]mong) (?:the |its |all |some |these |those )*"
    r"(?:(?:[A-Z][\w’'-]* |[a-z]+ )?[\w’'-]+['’]s? )?$"
)


#: Between a part and its whole: "of the", "out of", "of Rakhine's".
_OF_COUNT: Final = when_asked(
    r" (?:out )?of (?:the |its |their |all |these |those |(?:the )?(?:[A-Z][\w’'-]*|[a-z]+)(?: [A-Z][\w’'-]*)*['’]s? )?"
)


def _last_noun(parse: Parse) -> str:
    """What the sentence last counted, or named as a plural, without a number of its own."""
    counted = [t.noun for t in parse.things if t.kind == "other" and t.noun]
    return counted[-1] if counted else ""


def few(parse: Parse, index: int, amount: Amount, thing: Thing) -> bool:
    """Whether a small number in words counts what the sentence reports: what is done, or what stands in a row with
    another count; not the scene ("in four villages"), nor the actors that it takes for known ("the three allies")."""
    if thing.kind != "other" or amount.digits or amount.kind != "count" or amount.value == 1.0:
        return False
    if not _PLURAL.fullmatch(thing.noun.strip()) or _SCENE.search(thing.noun):
        return False
    if SPOTS.fullmatch(thing.noun.strip()):
        return True
    if index and _ROW.fullmatch(parse.text[parse.amounts[index - 1].end : amount.start]) and index - 1 in parse.used:
        return True
    return _SIDE.search(parse.text[: amount.start]) is None


def going_on(parse: Parse, index: int, amount: Amount, row: tuple[Claim, ...]) -> Claim | None:
    """The claim whose thing a bare number goes on with: the subject of a clause of its own behind another count, or
    what is left unsaid behind "of 20 villages,"."""
    if amount.kind != "count":
        return None
    first = parse.amounts[0]
    opened = index == 1 and _LATER.match(parse.text[: first.start]) is not None
    before = parse.text[: amount.start]
    subject = _STARTS.search(before) and _VERB.match(parse.text, amount.end)
    seen = _SEEN_AT.search(before)
    done = seen or (_DOING.search(before) and _CLOSES.match(parse.text, amount.end))
    if not (opened or subject or done):
        return None
    said = parse.before.last.found if parse.before.last is not None and amount.start < _NEAR_START else []
    counted = [c for c in (*said, *parse.found, *row) if c.frame in ("level", "part_of") and c.value is not None
               and (c.noun or c.unit) and c.quote.start < parse.sentence.start + amount.start]  # fmt: skip
    last = counted[-1] if counted else None
    return last if last is not None and (amount.value or 0.0) <= (last.value or 0.0) else None


#: A sentence that goes on with the figures of the one before begins with its number.
_NEAR_START: Final = 40


def of_place(parse: Parse, index: int, amount: Amount) -> Thing | None:
    """ "two of Khartoum's bridges", "12 of the country's ports", "seven of 20 villages", "17 of Gaza's 36"."""
    match = _OF_PLACE.match(parse.text, amount.end)
    if match is None and index + 1 < len(parse.amounts):
        whole, named = parse.amounts[index + 1], parse.things[index + 1]
        between = parse.text[amount.end : whole.start]
        if _OF_COUNT.fullmatch(between) and named.kind in ("other", "bare") and whole.kind == amount.kind == "count":
            noun = named.noun if named.kind == "other" else _last_noun(parse)
            return Thing("other", amount.end, noun=noun, of_them=True) if noun else None
    return Thing("other", match.end(), noun=match["noun"], of_them=True) if match is not None else None
