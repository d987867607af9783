"""The ground of another country that a figure is of, in a war whose own ground has ledgers: it says where, and no
ledger answers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.languages import en_people
from dateline.records.place import Place
from dateline.theatres.loader import Theatre

#: "in the Kursk region", "Gaza, where": ground that no ledger of the theatre is of.
_IN: Final = r"\b(?i:in|of|over|into|inside|across|throughout|on|left?|leav(?:es?|ing)) (?:the )?"
_AND_MORE: Final = when_asked(r"(?:,? and|,) (?:the )?[A-Z]")


def foreign_ground(parse: Parse, start: int, end: int) -> Place | None:
    """The region of the attacker's, or the other country, that the figure's clause or the one before it names."""
    a, b = parse.clause(start)
    found = [m for m in _grounds(parse.words.theatre).finditer(parse.text) if m.start("name") < b]
    found = [m for m in found if _AND_MORE.match(parse.text, m.end()) is None]
    behind = [
        m for m in found if end <= m.start("name") and not any(end <= x.start < m.start("name") for x in parse.amounts)
    ]
    own = behind or [m for m in reversed(found) if a <= m.start("name") < start]
    chosen = own or [m for m in reversed(found) if re.match(r",? where ", parse.text[m.end() : m.end() + 8])]
    if not chosen or any(p.start <= chosen[0].start("name") < p.end and p.located for p in parse.places):
        return None
    name = chosen[0]["name"] + (chosen[0]["kind"] or "")
    return Place(name, f"name:{name}", "region" if chosen[0]["soil"] else "country")


@lru_cache(maxsize=8)
def _grounds(theatre: Theatre) -> re.Pattern[str]:
    own = {theatre.country.name, *theatre.defender.names}
    soil = "|".join(sorted((re.escape(n) for n in theatre.attacker_soil if n not in own), key=len, reverse=True))
    return re.compile(
        rf"{_IN}(?P<name>(?P<soil>{soil or '(?!)'})|(?!(?:{'|'.join(map(re.escape, own))})\b){en_people.COUNTRIES})"
        r"(?P<kind> (?:region|oblast|province))?(?![\w-]|['’])"
    )
