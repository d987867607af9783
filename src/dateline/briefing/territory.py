"""The section on ground: what was gained, how fast, against the period before, and what is held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.briefing.asking import Desk, credit, day, inside, listed, opening, trailing
from dateline.briefing.draft import Picture, Section, Sentence, Stated, said
from dateline.figures import Figure
from dateline.publishing import charts
from dateline.publishing.amounts import number
from dateline.records.period import Period

_NET, _HELD = "territory.net_change", "territory.held"
_BARS = 13
#: More days than this without a fresh map are said in words.
_NAMED_DAYS = 4


def section(desk: Desk) -> Section | None:
    """The section, None where the theatre has no maps."""
    if not desk.ledgers.available("territory"):
        return None
    net = desk.ask(_NET, producer=desk.ledgers.producers.of("territory"))
    if net is None or net.value is None or _partial(net):
        return Section("Territory", (said("The maps in the ledger do not cover this period."),))
    sentences = [*_change(desk, net), *_held(desk), *_flags(net)]
    sources = tuple((s.title, s.url) for s in net.sources)
    return Section("Territory", tuple(sentences), tuple(_pictures(desk)), sources)


def gained(desk: Desk, net: Figure, ending: str) -> Sentence:
    """The plain sentence on what was gained; `ending` is its credit."""
    value = net.value or 0.0
    return said(f"{desk.when}, {_side(desk)} gained {{}} of {desk.theatre.country.name}{ending}.",
                _area(net, value), about="the net change of the area held")  # fmt: skip


def net_change(desk: Desk) -> Figure | None:
    """What the title speaks of: a gain of the whole period, None where there was none or no map."""
    if not desk.ledgers.available("territory"):
        return None
    found = desk.ask(_NET, producer=desk.ledgers.producers.of("territory"))
    return found if found is not None and found.value is not None and found.value >= 1 and not _partial(found) else None


def _change(desk: Desk, net: Figure) -> Iterator[Sentence]:
    who, side, country = credit(desk.producer(net)), _side(desk), desk.theatre.country.name
    if (net.value or 0.0) < 1:
        yield said(f"{desk.when}, the area that {side} holds in {country} did not grow, {who}.")
        return
    meant = "To gain is meant on balance: the area held at the end less the area held at the start."
    whole = gained(desk, net, f", {who}. {meant[:-1]}")
    yield replace(whole, instead="On what was gained in this time the producers differ, so no figure is given for it.")
    rate = desk.ask(_NET, form="rate", producer=net.readings[0].producer)
    if rate is not None and rate.value is not None and desk.period.days > 1:
        figure = Stated(f"{number(rate.value)} square kilometres a day", _NET, rate.value, rate.query)
        yield said(f"{desk.when}, {side} gained an average of {{}} in {country}, {who}.", figure,
                   about="the average a day")  # fmt: skip
    yield from _compared(desk, net, who)
    yield from _record(desk, net, who)


def _compared(desk: Desk, net: Figure, who: str) -> Iterator[Sentence]:
    than = desk.before
    found = desk.ask(_NET, form="change", into="percent", than=than, producer=net.readings[0].producer)
    change = found.change if found is not None else None
    if found is None or change is None or change.percent is None or change.before < 1 or abs(change.percent) < 0.5:
        return
    word = "more" if change.percent > 0 else "less"
    figure = Stated(f"{abs(change.percent):,.0f} percent {word}", _NET, change.percent, found.query)
    yield said(f"{desk.when}, {_side(desk)} gained {{}} ground in {desk.theatre.country.name} than {inside(than)}, "
               f"{who}.", figure, about="the change of the net gain against the period before")  # fmt: skip


def _record(desk: Desk, net: Figure, who: str) -> Iterator[Sentence]:
    if desk.period.granularity != "month":
        return
    for lowest, word in ((False, "largest"), (True, "smallest")):
        found = desk.ask(_NET, form="record", lowest=lowest, producer=net.readings[0].producer)
        record = found.record if found is not None else None
        if found is None or record is None or not record.sure or record.last is None:
            continue
        if (desk.period.start - record.last.start).days > 62:
            figure = Stated(f"the {word} since {opening(record.last)[3:]}", _NET, None, found.query)
            yield said(f"{_side(desk)}'s gain of {opening(desk.period)[3:]} was {{}}, {who}.", figure,
                       about="the record of the net gain")  # fmt: skip


def _held(desk: Desk) -> Iterator[Sentence]:
    last = desk.period.last
    end = Period.of_day(last)
    held = desk.ask(_HELD, end)
    share = desk.ask(_HELD, end, form="share", of="country")
    if held is None or held.value is None or share is None or share.value is None:
        return
    percent = Stated(f"{share.value:.1f} percent of the country", _HELD, share.value, share.query)
    yield said(
        f"On {day(last)}, {_side(desk)} held {{}} of {desk.theatre.country.name}, or {{}}, "
        f"{credit(desk.producer(held))}.", _area(held, held.value), percent, about="the area held", opens=True,
    )  # fmt: skip


def _flags(net: Figure) -> Iterator[Sentence]:
    """Days without a fresh map, in words: what moved then shows on a later day."""
    days = [_first(flag) for flag in net.flags if flag.startswith(("frozen", "gap"))]
    if not days:
        return
    named = f"on {listed([day(d) for d in days])}" if len(days) <= _NAMED_DAYS else "on several days of it"
    yield said(f"The map was not drawn anew {named}: what moved then shows later.", opens=True)
    if any(flag.startswith("redraw") for flag in net.flags):
        yield said("One step of the map may be a redraw or a retreat; the map alone cannot tell.")


def _pictures(desk: Desk) -> Iterator[Picture]:
    stretch, by = trailing(desk.period, _BARS)
    found = desk.ask(_NET, stretch, by=by)
    if found is None:
        return
    points = tuple(replace(p, lit=p.start == desk.period.start) for p in found.series.points)
    svg = charts.draw(replace(found.series, points=points), "brief-territory", standalone=True)
    if svg:
        yield Picture("territory", f"Net change of the area held, by {by}", svg)


def _area(figure: Figure, value: float) -> Stated:
    shown = f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
    unit = "square kilometre" if shown == "1" else "square kilometres"
    return Stated(f"{shown} {unit}", figure.measure, value, figure.query)


def _partial(net: Figure) -> bool:
    return any(flag.startswith(("partial", "stale")) for flag in net.flags)


def _first(flag: str) -> date:
    return date.fromisoformat(flag.split()[1])


def _side(desk: Desk) -> str:
    return desk.theatre.attacker.names[0]
