"""A sentence that says whose figures follow: "The Air Force published its summary of the attack on Saturday."."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.records.claim import Attribution

_FIGURES: Final = (
    r"figures|numbers|data|statistics|summary|update|report|bulletin|breakdown|tall(?:y|ies)|counts?|estimates?"
    r"|assessment"
    r"|maps?|toll|findings|communiqu[eé]|dataset|dashboard|statement|overview|briefing|totals?|results"
)
_PUBLISHED: Final = re.compile(
    r"^(?:On [\w ]+?, )?(?P<source>(?:[A-Z]|[Tt]he )[^,;:.\"“]{1,80}?),? (?:has |have |had )?(?:also |just |now "
    r"|since )?"
    r"(?P<cue>published|publishes|released|releases|issued|issues|updated|posted|presented|gave|given|put out"
    r"|brought out"
    rf"|unveiled|shared|circulated) (?:[\w'’-]+ ){{0,7}}?(?:{_FIGURES})\b"
)
_OUT: Final = re.compile(
    rf"^(?:Here are|These are|Below are) (?:the |its |their )?(?:[\w-]+ ){{0,3}}?(?:{_FIGURES}) (?P<cue>of|from|by) "
    r"(?P<source>[^,;:.]{2,60})"
)


def bulletin(parse: Parse) -> Attribution | None:
    """The body whose figures the sentence announces, None where it announces none."""
    found = _PUBLISHED.match(parse.text) or _OUT.match(parse.text)
    if found is None:
        return None
    actor = parse.words.producer(found["source"])
    return Attribution(found["source"].strip(), actor.id if actor else None, found["cue"])
