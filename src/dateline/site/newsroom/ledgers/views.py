"""Pages of the ledgers. Every one only reads: what is asked stands in the address, so that it can be sent on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dateline import mapping
from dateline.desk import open_ledgers
from dateline.figures import FigureError, Shown
from dateline.figures.telling import sentences
from dateline.ledgers import MEASURES
from dateline.ledgers.files import LedgerError
from dateline.ledgers.store import StoreError
from dateline.mapping import MappingError
from dateline.mapping.record import territory_producer
from dateline.publishing import dates
from dateline.publishing.amounts import amount
from dateline.publishing.charts.frame import embedded
from dateline.site.accounts.guarding import needs
from dateline.site.newsroom.ledgers import asking, listing
from dateline.site.newsroom.ledgers.asking import AskedWrongly, Question
from dateline.theatres.loader import Theatre

#: How a figure is downloaded: the type of the file.
FILES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "svg": "image/svg+xml"}


@require_safe
@needs("ledgers.browse")
def measures(request: HttpRequest) -> HttpResponse:
    """Every measure that some ledger answers for."""
    return render(request, "ledgers/measures.html", {"held": listing.measures(), "tab": "measures"})


@require_safe
@needs("ledgers.browse")
def coverage(request: HttpRequest) -> HttpResponse:
    """From when to when each ledger answers, and what is missing."""
    context = {"spans": listing.spans(dt.date.today()), "flags": listing.flags(), "tab": "coverage"}
    return render(request, "ledgers/coverage.html", context)


@require_safe
@needs("ledgers.browse")
def sources(request: HttpRequest) -> HttpResponse:
    """Where figures come from, whose they are, and what may be done with them."""
    given, made = listing.sources(dt.date.today()), listing.producers()
    return render(request, "ledgers/sources.html", {"sources": given, "producers": made, "tab": "sources"})


@require_safe
@needs("ledgers.browse")
def measure(request: HttpRequest, theatre: str, measure: str) -> HttpResponse:
    """One measure: the form, and what it was asked, as a chart, a table and files."""
    home = _theatre(theatre)
    if measure not in MEASURES or not asking.holders(home, MEASURES[measure]):
        raise Http404(f"no ledger of {theatre} answers for {measure}")
    asked = asking.of(home, measure, request.GET.dict())
    wrong, found = None, None
    try:
        found = asking.answer(home, measure, asked)
        if request.GET.get("format"):
            return _file(found, request.GET["format"])
    except AskedWrongly as fault:
        wrong = fault
    page = {**_form(home, measure, asked), "wrong": wrong, "found": found, "tab": "measures"}
    page |= _shown(found, home) if found is not None else {}
    status = 400 if wrong and request.GET else 200
    return render(request, "ledgers/measure.html", {**page, "again": _again(request)}, status=status)


@require_safe
@needs("ledgers.browse")
def map_page(request: HttpRequest) -> HttpResponse:
    """The form of the map that may be published, and the map."""
    home, start, end, wrong = _mapped(request)
    drawn = "" if wrong else _drawn(home, start, end)
    if isinstance(drawn, MappingError):
        wrong, drawn = str(drawn), ""
    mapped = [t for t in asking.theatres() if _mapper(t) is not None]
    page = {"theatre": home, "theatres": mapped, "start": start, "end": end, "wrong": wrong, "drawn": drawn,
            "producer": _mapper(home), "terms": listing.TERMS, "tab": "map"}  # fmt: skip
    return render(request, "ledgers/map.html", page, status=400 if wrong and request.GET else 200)


@require_safe
@needs("ledgers.browse")
def map_picture(request: HttpRequest) -> HttpResponse:
    """The map as a file."""
    home, start, end, wrong = _mapped(request)
    drawn = MappingError(wrong) if wrong else _drawn(home, start, end)
    if isinstance(drawn, MappingError):
        return HttpResponse(f"{drawn}\n", status=400, content_type="text/plain; charset=utf-8")
    name = f"{home.id}-{start}-{end}.svg"
    kind = "attachment" if "download" in request.GET else "inline"
    headers = {"Content-Disposition": f'{kind}; filename="{name}"'}
    return HttpResponse(drawn, content_type=FILES["svg"], headers=headers)


def _theatre(name: str) -> Theatre:
    found = next((t for t in asking.theatres() if t.id == name), None)
    if found is None:
        raise Http404(f"no theatre {name}")
    return found


def _form(home: Theatre, measure: str, asked: Question) -> dict[str, Any]:
    unit = MEASURES[measure].unit
    fields = [(key, key.replace("_", " ").capitalize(), asked.where.get(key, ""))
              for key in asking.written(measure, home)]  # fmt: skip
    return {
        "theatre": home, "info": MEASURES[measure], "unit": listing.UNITS.get(unit, unit), "asked": asked,
        "choices": asking.choices(home, measure, asked), "fields": fields,
        "holders": [s for s in listing.measures() if s.theatre is home and s.info.id == measure],
    }  # fmt: skip


def _shown(found: Shown, home: Theatre) -> dict[str, Any]:
    """What the template prints of a figure."""
    producers = open_ledgers(home.folder).producers
    names = {g.place.id: g.place.name for g in home.gazetteer if g.place.level == "region"}
    names |= {key: weapon.name for key, weapon in home.weapons.items()}
    readings = [
        {"value": amount(a.value, found.unit), "whose": producers[a.producer].short, "definition": a.definition,
         "days": dates.period(a.period), "note": a.note, "withheld": a.producer in found.withheld}
        for a in found.readings
    ]  # fmt: skip
    parts = [
        (names.get(p.label, p.label) or dates.stretch(p.start, p.last), amount(p.value, found.unit), ", ".join(p.flags))
        for p in found.series.points
        if p.value is not None or not p.label
    ]
    value = "" if found.value is None else amount(found.value, found.unit)
    try:
        chart = embedded(found.to_svg())
    except FigureError:
        chart = ""  # fewer than two parts: there is nothing to draw
    return {"readings": readings, "parts": parts, "chart": chart, "value": value, "sentences": sentences(found),
            "period": dates.period(found.period)}  # fmt: skip


def _file(found: Shown, kind: str) -> HttpResponse:
    if kind not in FILES:
        raise AskedWrongly(f"{kind!r} is no format; there are {', '.join(FILES)}")
    try:
        text = {"csv": found.to_csv, "json": found.to_json, "svg": found.to_svg}[kind]()
    except FigureError as fault:
        raise AskedWrongly(str(fault)) from fault
    name = f"{found.measure}-{found.period.start}-{found.period.last}.{kind}"
    return HttpResponse(
        text, content_type=FILES[kind], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _again(request: HttpRequest) -> str:
    """The address of this question without the format, for the links to files."""
    query = request.GET.copy()
    query.pop("format", None)
    return query.urlencode()


def _mapped(request: HttpRequest) -> tuple[Theatre, dt.date, dt.date, str]:
    """What the form of the map asks, and one line where that is no question."""
    home = _theatre(request.GET.get("theatre", "") or asking.theatres()[0].id)
    start, end = asking.lately(home, MEASURES["territory.net_change"])
    try:
        given = [dt.date.fromisoformat(request.GET[name]) for name in ("from", "to") if request.GET.get(name)]
    except ValueError:
        return home, start, end, "write both days as 2025-05-31"
    if len(given) == 1:
        return home, start, end, "name the first and the last day"
    return (home, *(given or (start, end)), "")


def _drawn(home: Theatre, start: dt.date, end: dt.date) -> str | MappingError:
    """The public map as SVG, or why there is none. Only a producer who lets its rows be passed on has its maps read."""
    try:
        producer = territory_producer(home)
        record = mapping.record(home) if producer.redistribute == "rows" else None
        return mapping.public(record, producer, home, start, end)
    except MappingError as fault:
        return fault
    except (FigureError, LedgerError, StoreError) as fault:
        return MappingError(str(fault))


def _mapper(home: Theatre) -> Any:
    try:
        return territory_producer(home)
    except MappingError:
        return None
