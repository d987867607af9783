"""The cards below a story. Drawn here and not by a template: there are dozens on a page, and each page without a kept
copy waits for them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from html import escape

from django.db.models.functions import Length
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from dateline.site.stories.freezing import card_parts
from dateline.site.stories.models import Figure, Publication

#: Bytes of cards above which a story's page has them short: the verdict, who decided it and the way to the proof.
MOST_BYTES = 48_000
_CHART = (
    '<figure><img class="chart" src="{address}.svg" width="420" height="150" loading="lazy" '
    'alt="Chart of this figure; its values are on the figure’s own page."></figure>\n'
)


def story_cards(publication: Publication) -> SafeString:
    """Every figure's card as a popover, in order of the text: charts are files of their own, readings on the figure's
    own page. What was frozen in the cards is HTML that was escaped when it was drawn."""
    return _drawn(publication.pk, publication.at)


@lru_cache(maxsize=128)
def _drawn(publication: int, at: dt.datetime) -> SafeString:
    """The cards of a publication. Neither it nor its figures ever change, so they are drawn once (`at` tells a
    publication from another one of that number in another database)."""
    shown = list(
        Figure.objects.filter(publication=publication)
        .annotate(drawn=Length("chart"))
        .values_list("key", "address", "verdict", "card", "drawn")
    )
    keys = ["", *(escape(key) for key, *_ in shown), ""]
    long = sum(len(_inside(card, address, chart)) for _, address, _, card, chart in shown) > MOST_BYTES
    drawn = [
        f'<article class="card {escape(verdict)}" id="{keys[i]}" popover aria-labelledby="{keys[i]}-h">\n'
        f"{_inside(card, address, chart, short=long)}"
        f'<p class="turn">{_turn(keys[i - 1], "← Previous")}{_turn(keys[i + 1], "Next →")}</p>\n</article>\n'
        for i, (_, address, verdict, card, chart) in enumerate(shown, start=1)
    ]
    return mark_safe("".join(drawn))


def _inside(card: str, address: str, chart: int, *, short: bool = False) -> str:
    """A card without its working, with its chart where it has one (`chart` is that file's length)."""
    parts, place = card_parts(card), f"{reverse('figures')}{escape(address)}"
    said = parts.said.partition("<dl")[0] if short else parts.said
    picture = _CHART.format(address=place) if chart and not short else ""
    link = f'<p><a href="{place}/">Readings, sources and history of this figure</a></p>\n'
    return f"{parts.head}{said}{picture}{parts.decided}{link}"


def _turn(key: str, words: str) -> str:
    return f'<button popovertarget="{key}">{words}</button>' if key else ""
